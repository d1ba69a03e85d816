import Patrol
import Records
import Wording

/// A text as a gateway takes it.
struct OutgoingText {
  /// The code of its `Sending`: a gateway that was given it twice has it once.
  let code: String
  let phone: String
  let text: String
}

/// What a gateway says of a text it was given.
struct Receipt: Hashable {
  enum State: Hashable {
    /// It lies there and has not gone out yet.
    case lies
    case sent
    case failed(String)
  }

  let code: String
  let state: State
}

/// A text that came to a gateway.
struct IncomingText {
  /// What the gateway calls it: never two alike.
  let source: String
  /// The files in which it lies there.
  var names: [String] = []
  let phone: String
  let at: Moment
  /// As it came, whatever it is.
  let bytes: [UInt8]
}

/// What carries texts: the one seam between the station and a modem or another's platform (R12).
protocol MessageGateway {
  /// What became of everything that it was given and still knows.
  func receipts() throws -> [Receipt]
  /// Takes a text; one that it has already stays what it is.
  func hand(_ text: OutgoingText, at now: Moment) throws
  /// Takes back texts that have not gone out; those that surely never will are given.
  func withdraw(_ codes: Set<String>) throws -> Set<String>
  /// What came, and how many files lie there that are no texts.
  func incoming() throws -> (texts: [IncomingText], others: Int)
  /// Lets go of a text that was noted here.
  func drop(_ text: IncomingText) throws
}

/// Why a gateway can't be reached.
package enum GatewayError: UserFacingError, Hashable {
  case none
  case noFolder(String)
  case noRight(String)
  case full(String)
  /// The daemon is somebody else, and would not be able to read what is put there.
  case unread(String)
  case failed(String, String)
  case notTable
  /// Texts go out by table, which somebody carries.
  case noPoll

  package var notice: Notice {
    let (happened, next) = words
    return Notice(
      happened,
      safe: Phrase(
        "待发的短信还在，不会丢失、不会重发。", "待發的短信還在，不會丟失、不會重發。",
        "What waits is still here; nothing is lost or sent twice."),
      next: next)
  }

  private var words: (Phrase, next: Phrase) {
    switch self {
    case .none:
      (
        Phrase("没有设短信网关。", "沒有設短信網關。", "No gateway is set."),
        Phrase(
          "在设置里选短信猫或 110 平台表格，见 docs/sms.md。", "在設置裡選短信貓或 110 平臺表格，見 docs/sms.md。",
          "Choose a modem or tables for the 110 platform in the settings; see docs/sms.md.")
      )
    case .noFolder(let path):
      (
        Phrase("没有短信猫目录 \(path)。", "沒有短信貓目錄 \(path)。", "There is no folder \(path)."),
        Phrase(
          "请安装 gammu-smsd，或在设置里写明目录。", "請安裝 gammu-smsd，或在設置裡寫明目錄。",
          "Install gammu-smsd, or name its folder in the settings.")
      )
    case .noRight(let path):
      (
        Phrase("没有权限读写 \(path)。", "沒有權限讀寫 \(path)。", "No right to \(path)."),
        Phrase("请把本账户加入该目录的组。", "請把本帳戶加入該目錄的組。", "Add this account to the folder's group.")
      )
    case .full(let path):
      (
        Phrase("\(path) 所在磁盘已满。", "\(path) 所在磁碟已滿。", "The disk of \(path) is full."),
        Phrase("请腾出空间后再试。", "請騰出空間後再試。", "Free some space and try again.")
      )
    case .unread(let path):
      (
        Phrase(
          "放进 \(path) 的短信，短信猫的账户读不了。", "放進 \(path) 的短信，短信貓的帳戶讀不了。",
          "The daemon's account could not read what is put into \(path)."),
        Phrase(
          "请把本账户加入该目录的组，或给目录加 setgid。", "請把本帳戶加入該目錄的組，或給目錄加 setgid。",
          "Add this account to the folder's group, or set the folder's setgid bit.")
      )
    case .failed(let path, let reason):
      (
        Phrase("\(path)：\(reason)", "\(path)：\(reason)", "\(path): \(reason)"),
        Phrase("请检查该目录。", "請檢查該目錄。", "Look at that folder.")
      )
    case .noPoll:
      (
        Phrase("网关是 110 平台表格。", "網關是 110 平臺表格。", "The gateway is tables for the 110 platform."),
        Phrase(
          "用 xunfang sms export 和 sms receive。", "用 xunfang sms export 和 sms receive。",
          "Use xunfang sms export and sms receive.")
      )
    case .notTable:
      (
        Phrase("网关是短信猫，不用表格。", "網關是短信貓，不用表格。", "The gateway is a modem; no tables are needed."),
        Phrase("用 xunfang sms poll。", "用 xunfang sms poll。", "Use xunfang sms poll.")
      )
    }
  }

  package static let examples: [Self] = [
    .none, .noFolder("/var/spool/gammu"), .noRight("/var/spool/gammu/outbox"),
    .full("/var/spool/gammu/outbox"), .unread("/var/spool/gammu/outbox"),
    .failed("/var/spool/gammu/inbox", "Input/output error"), .notTable, .noPoll,
  ]
}
