import Glibc
import Records
import Wording

/// The time zone that is asked for is not there: the C library then takes UTC without a word, and
/// pages would be hours off.
package enum ZoneFault: UserFacingError, Hashable {
  /// `TZ` names a zone that does not exist.
  case unknown(String)
  /// Neither `TZ` nor `/etc/localtime` says anything.
  case none

  /// What is wrong with this machine's zone; nil while nothing is.
  package static func find(
    environment: (String) -> String?, local: String = "/etc/localtime"
  ) -> ZoneFault? {
    guard let asked = environment("TZ") else {
      return isZone(local) || namesUTC(local) ? nil : ZoneFault.none
    }
    let name = asked.hasPrefix(":") ? String(asked.dropFirst()) : asked
    if name.isEmpty || utc.contains(name) || isRule(name) { return nil }
    let folder = environment("TZDIR") ?? "/usr/share/zoneinfo"
    return isZone(name.hasPrefix("/") ? name : "\(folder)/\(name)") ? nil : .unknown(asked)
  }

  /// Names that mean what the C library takes anyhow.
  private static let utc: Set<String> = ["UTC", "GMT", "UCT", "Z", "Zulu", "Etc/UTC", "Etc/GMT"]

  private static func isZone(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var mark = [UInt8](repeating: 0, count: 4)
    let count = mark.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    return count == 4 && mark.elementsEqual("TZif".utf8)
  }

  /// A link to UTC that leads nowhere, as where no zones are installed, still says UTC.
  private static func namesUTC(_ link: String) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1024)
    let count = buffer.withUnsafeMutableBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { readlink(link, $0, text.count) } ?? -1
      }
    }
    guard count > 0 else { return false }
    let target = String(decoding: buffer[..<count], as: UTF8.self)
    return utc.contains { target.hasSuffix("/\($0)") }
  }

  /// A zone by its own rule, as POSIX writes one: `CST-8`, `<+08>-8`, `EST5EDT,M3.2.0,M11.1.0`.
  private static func isRule(_ text: String) -> Bool {
    var rest = Substring(text)
    if rest.hasPrefix("<") {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
    } else {
      let name = rest.prefix { $0.isASCII && $0.isLetter }
      guard name.count >= 3 else { return false }
      rest = rest.dropFirst(name.count)
    }
    if let sign = rest.first, "+-".contains(sign) { rest = rest.dropFirst() }
    return rest.first.map { $0.isASCII && $0.isNumber } ?? false
  }

  package var notice: Notice {
    let happened =
      switch self {
      case .unknown(let name):
        Phrase(
          "没有时区 \(name)，系统改用了 UTC，时间可能差 8 小时。",
          "沒有時區 \(name)，系統改用了 UTC，時間可能差 8 小時。",
          "There is no time zone \(name); the system took UTC, and times may be hours off.")
      case .none:
        Phrase(
          "本机没有设置时区，系统用了 UTC，时间可能差 8 小时。",
          "本機沒有設定時區，系統用了 UTC，時間可能差 8 小時。",
          "This machine has no time zone; the system took UTC, and times may be hours off.")
      }
    return Notice(
      happened, safe: Phrase("已有记录未受影响。", "已有記錄未受影響。", "What is recorded is not affected."),
      next: Phrase(
        "请先改正时区再记录，如 TZ=Asia/Shanghai。", "請先改正時區再記錄，如 TZ=Asia/Shanghai。",
        "Set the zone before recording, such as TZ=Asia/Shanghai."))
  }

  package static let examples: [ZoneFault] = [.unknown("Bogus/Zone"), .none]
}
