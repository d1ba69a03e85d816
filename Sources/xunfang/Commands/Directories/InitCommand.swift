import ArgumentParser
import Books
import Patrol
import Records
import Runner
import Wording

/// `xunfang init`: a new data directory.
///
/// Prints the directory. It begins with what the order says (80, 15 and 5 people, R4–R6), the station as
/// its only unit, and its first officer, whose key begins the book of keys and posts. Where nobody is there
/// to type a PIN, one is made by chance and said on stderr.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init", abstract: .said("新建数据目录。", "新建資料目錄。", "Make a new data directory."))
  }

  @Argument(help: .said("目录，新的或空的。", "目錄，新的或空的。", "The directory, new or empty.")) var directory:
    String
  @Option(
    help: .said("单位代号：字母、数字和 -。", "單位代號：字母、數字和 -。", "The unit's code: letters, digits and -."))
  var unit: String
  @Option(help: .said("单位名称。", "單位名稱。", "The unit's name.")) var name: String
  @Option(
    help: .said(
      "city（市）、township（乡镇）或 station（派出所）。", "city（市）、township（鄉鎮）或 station（派出所）。",
      "city, township or station.")) var kind = "station"
  @Option(help: .said("市或县的名称。", "市或縣的名稱。", "The city or county.")) var city: String?
  @Option(help: .said("第一位民警的代号。", "第一位民警的代號。", "The first officer's code.")) var officer = "P-001"
  @Option(help: .said("第一位民警的姓名。", "第一位民警的姓名。", "The first officer's name.")) var officerName:
    String = .said("值班民警", "值班民警", "Officer on duty")
  @OptionGroup var secret: SecretOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      guard ["city", "township", "station"].contains(kind) else {
        throw ValidationError(
          .said(
            "--kind 只能是 city（市）、township（乡镇）或 station（派出所）",
            "--kind 只能是 city（市）、township（鄉鎮）或 station（派出所）", "--kind is city, township or station"))
      }
      guard let language = Language(rawValue: shared.language ?? "zh-Hans") else {
        throw ValidationError(
          .said(
            "--language 只能是 zh-Hans、zh-Hant 或 en", "--language 只能是 zh-Hans、zh-Hant 或 en",
            "--language is zh-Hans, zh-Hant or en"))
      }
      let disk = PosixDisk(root: directory)
      let isMadeUp = shared.at != nil
      let station = try NewStation.schema.parse([
        "Name": name, "Unit": unit, "OfficerName": officerName, "Officer": officer,
        "City": city ?? "", "Kind": kind,
      ])
      try DirectoryMaking.check(disk)
      // Whoever breaks off here has a directory to begin again.
      let (secret, made) = try pin(officerName)
      // A PIN that nobody can read would open a key for nobody.
      if made != nil, !Output.error(Phrase.pinFollows[shared.spoken]) { return Outcomes.failed }
      try DirectoryMaking.found(
        station, under: secret, language, at: try shared.clock().now, isMadeUp: isMadeUp,
        on: disk)
      if let made { Output.error(Phrase.madePIN(officerName, made)[shared.spoken]) }
      Output.saved(directory)
      if isMadeUp { Output.line(Phrase.madeUp[shared.spoken]) }
      return .success
    }
  }

  /// From a file, else typed twice, else made by chance: that one has to be said, once it opens a key.
  private func pin(_ name: String) throws -> (Secret, made: String?) {
    if secret.pinFile == nil, !SecretInput.hasTerminal {
      let made = (0..<20).lazy.map { _ in PINs.made() }.first { PINs.isGood($0) } ?? PINs.made()
      return (Array(made.utf8).withUnsafeBytes { Secret($0) }, made)
    }
    return (try PINs.new(secret, name, shared.spoken), nil)
  }
}

extension Phrase {
  fileprivate static let madeUp = Phrase(
    "用 --at 建的是演示目录：其中的签字只作练习。", "用 --at 建的是演示目錄：其中的簽字只作練習。",
    "Begun with --at, it is a made-up directory: signatures in it are practice.")

  fileprivate static let pinFollows = Phrase(
    "没有 --pin-file，签字口令随机产生，建成后打印在下面。", "沒有 --pin-file，簽字口令隨機產生，建成後列印在下面。",
    "There is no --pin-file: a PIN is made by chance and stands below once the directory is there.")

  fileprivate static func madePIN(_ name: String, _ pin: String) -> Phrase {
    Phrase(
      "\(name) 的签字口令是 \(pin)，请马上用 key change-pin 改掉。",
      "\(name) 的簽字口令是 \(pin)，請馬上用 key change-pin 改掉。",
      "The PIN of \(name) is \(pin); change it at once with key change-pin.")
  }
}
