import Books
import Patrol
import Records
import Signing
import Wording

/// Everybody's keys as they stand at one time, noted beside the heads of the books: the owner of the
/// directory could otherwise put a key of their own into `allowed_signers` and sign as anybody.
package struct KeyHeads {
  private let signers: [KeysState.Key]
  /// Books of keys that were not read.
  package let unread: [NotRead]

  package init(on disk: any Disk) throws(NotRead) {
    let keys = KeysReading(on: disk).books()
    (signers, unread) = (keys.books.state.keys, keys.unread)
  }

  /// A line a key, and first of all when they were noted.
  package func text(at now: Stamp) -> String {
    "keys \(AllowedSigners.stamp(now.instant))\n"
      + signers.map { "key \($0.who.code) \($0.print.text) \(Self.span($0))\n" }.joined()
  }

  private static func span(_ key: KeysState.Key) -> String {
    "\(AllowedSigners.stamp(key.from)) \(key.until.map(AllowedSigners.stamp) ?? "-")"
  }

  /// What an earlier list says that no longer holds.
  ///
  /// A key that is gone, that holds for another time, or that came later and claims to be older than
  /// the list; a key may have been ended since.
  package func faults(_ list: String) -> [KeyFault] {
    var noted: [String: [String]] = [:]
    var time: String?
    for line in list.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ").map(String.init)
      if words.first == "keys", words.count == 2 { time = words[1] }
      if words.first == "key", words.count == 5 {
        noted["\(words[1]) \(words[2])"] = [words[3], words[4]]
      }
    }
    guard let time else { return [] }
    let now = Dictionary(
      signers.map { ("\($0.who.code) \($0.print.text)", Self.span($0)) },
      uniquingKeysWith: { first, _ in first })
    var faults: [KeyFault] = []
    for (name, span) in noted.sorted(by: { $0.key < $1.key }) {
      guard let current = now[name]?.split(separator: " ").map(String.init) else {
        faults.append(.gone(name))
        continue
      }
      // A key that was to hold without end may have been ended after the list was made.
      let isEnded = span[1] == "-" && (current[1] == "-" || current[1] >= time)
      if current[0] != span[0] || !(isEnded || current[1] == span[1]) {
        faults.append(.otherTime(name))
      }
    }
    for (name, span) in now.sorted(by: { $0.key < $1.key }) where noted[name] == nil {
      let from = span.split(separator: " ").first.map(String.init) ?? "-"
      if from == "-" || from < time { faults.append(.backdated(name)) }
    }
    return faults
  }
}

/// What is wrong with a key, found with a list of heads that was noted earlier.
package enum KeyFault: UserFacingError, Hashable {
  case gone(String)
  case otherTime(String)
  case backdated(String)

  package static let examples: [Self] = [
    .gone("QS-001 VJ3nEtxoFarLaFe8"), .otherTime("QS-001 VJ3nEtxoFarLaFe8"),
    .backdated("QS-001 VJ3nEtxoFarLaFe8"),
  ]

  package var notice: Notice {
    let happened: Phrase =
      switch self {
      case .gone(let key):
        Phrase(
          "登记过的密钥 \(key) 不在了。", "登記過的密鑰 \(key) 不在了。", "The key \(key) that was noted is gone.")
      case .otherTime(let key):
        Phrase(
          "密钥 \(key) 的有效期与登记的不同。", "密鑰 \(key) 的有效期與登記的不同。",
          "The key \(key) holds for another time than was noted.")
      case .backdated(let key):
        Phrase(
          "密钥 \(key) 登记时还没有，却说早已有效。", "密鑰 \(key) 登記時還沒有，卻說早已有效。",
          "The key \(key) was not there when the list was made, yet claims to be older.")
      }
    return Notice(
      happened,
      safe: Phrase("簿页各有指纹，不受影响。", "簿頁各有指紋，不受影響。", "The pages have their own digests."),
      next: Phrase(
        "请向本人核对密钥，查 keys/allowed_signers 的备份。", "請向本人核對密鑰，查 keys/allowed_signers 的備份。",
        "Ask the person about the key and compare keys/allowed_signers with a backup."))
  }
}
