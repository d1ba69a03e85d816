import Books
import Patrol
import Records
import Wording

/// A table that came from the 110 platform: rows with a code are receipts, rows with a number are texts.
///
/// Columns by name, in any order: `Code State Why` and `Phone Time Text Id`, or as Chinese tables call them.
struct PlatformTable {
  static let outgoing = ["Code", "Phone", "Text"]

  let receipts: [Receipt]
  let texts: [IncomingText]

  private static let headings: [String: [String]] = [
    "Code": ["code", "编号", "編號"], "State": ["state", "状态", "狀態"],
    "Why": ["why", "原因"], "Phone": ["phone", "号码", "號碼", "手机号", "手機號"],
    "Time": ["time", "时间", "時間"], "Text": ["text", "内容", "內容"], "Id": ["id", "流水号", "流水號"],
  ]
  private static let sent: Set = ["sent", "delivered", "成功", "已发", "已發", "已发出", "已發出"]
  private static let failed: Set = ["failed", "失败", "失敗"]

  init(_ bytes: [UInt8]) throws {
    let rows = try CSVReader.rows(try TextDecoding.text(bytes))
    guard let head = rows.first else { throw PlatformTableError.noColumns }
    var columns: [String: Int] = [:]
    for (index, cell) in head.cells.enumerated() {
      let name = cell.trimmingBlanks().lowercased()
      for (column, names) in Self.headings where names.contains(name) {
        guard columns.updateValue(index, forKey: column) == nil else {
          throw PlatformTableError.twice(cell.trimmingBlanks())
        }
      }
    }
    let isReceipts = columns["Code"] != nil && columns["State"] != nil
    let isTexts = columns["Phone"] != nil && columns["Text"] != nil
    guard isReceipts || isTexts else { throw PlatformTableError.noColumns }
    var (receipts, texts): ([Receipt], [IncomingText]) = ([], [])
    var said: [String: Bool] = [:]
    for row in rows.dropFirst() {
      func cell(_ name: String) -> String {
        columns[name].flatMap { $0 < row.cells.count ? row.cells[$0].trimmingBlanks() : nil } ?? ""
      }
      // A row that says half of something is not passed over.
      if isReceipts, cell("Code").isEmpty != cell("State").isEmpty, !isTexts {
        throw PlatformTableError.unknownState(line: row.line, cell("State"))
      }
      if isTexts, !isReceipts, cell("Phone").isEmpty, !cell("Text").isEmpty {
        throw PlatformTableError.noPhone(line: row.line)
      }
      if isReceipts, !cell("Code").isEmpty, !cell("State").isEmpty {
        let state = cell("State").lowercased()
        guard !isTexts || cell("Text").isEmpty else {
          throw PlatformTableError.both(line: row.line)
        }
        let isSent = Self.sent.contains(state)
        if let before = said.updateValue(isSent, forKey: cell("Code")), before != isSent {
          throw PlatformTableError.contradiction(line: row.line, cell("Code"))
        }
        if isSent {
          receipts.append(Receipt(code: cell("Code"), state: .sent))
        } else if Self.failed.contains(state) {
          receipts.append(Receipt(code: cell("Code"), state: .failed(Self.line(cell("Why")))))
        } else {
          throw PlatformTableError.unknownState(line: row.line, cell("State"))
        }
      } else if isTexts, !cell("Phone").isEmpty {
        guard let at = Self.moment(cell("Time")) else {
          throw PlatformTableError.noTime(line: row.line, cell("Time"))
        }
        let id = cell("Id")
        let phone = Snapshot.digitsOfPhone(cell("Phone"))
        let what = "\(phone)\n\(at.text)\n\(cell("Text"))"
        // Without a number of the platform's own, the same text of the same minute is the same.
        let digest = Digest(of: Array(what.utf8)).text.prefix(32)
        // Numbers of the platform may begin anew each day.
        let source = "table \(Self.line(id)) \(digest)"
        texts.append(
          IncomingText(
            source: source, phone: cell("Phone"), at: at, bytes: Array(cell("Text").utf8)))
      }
    }
    (self.receipts, self.texts) = (receipts, texts)
  }

  private static func line(_ text: String) -> String {
    String(Unseen.shown(text.replacing("\n", with: " "), lines: false).prefix(80))
  }

  /// `2026-11-25 21:31`; with seconds or slashes, and as programs for tables write it: `2026/11/5 9:05`.
  private static func moment(_ text: String) -> Moment? {
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.map(String.init)
    let signs = text.filter { !$0.isNumber }
    guard (5...6).contains(numbers.count),
      ["-- :", "-- ::", "--T:", "--T::"].contains(
        signs.replacing("/", with: "-"))
    else { return nil }
    let padded = numbers.map { $0.count == 1 ? "0" + $0 : $0 }
    return Moment("\(padded[0])-\(padded[1])-\(padded[2]) \(padded[3]):\(padded[4])")
  }
}

/// Why a table of the platform can't be taken in; nothing of it is then.
package enum PlatformTableError: UserFacingError, Hashable {
  case noColumns
  case unknownState(line: Int, String)
  case noTime(line: Int, String)
  case noPhone(line: Int)
  /// A receipt and a text in one row.
  case both(line: Int)
  case contradiction(line: Int, String)
  /// Two columns of one name.
  case twice(String)

  package var notice: Notice {
    let happened: Phrase =
      switch self {
      case .noColumns:
        Phrase(
          "表头没有“编号、状态”，也没有“号码、时间、内容”。", "表頭沒有「編號、狀態」，也沒有「號碼、時間、內容」。",
          "The heading has neither Code and State nor Phone, Time and Text.")
      case .unknownState(let line, let text):
        Phrase(
          "第 \(line) 行的状态“\(text)”不认识。", "第 \(line) 行的狀態「\(text)」不認識。",
          "Line \(line): the state “\(text)” is unknown.")
      case .noTime(let line, let text):
        Phrase(
          "第 \(line) 行的时间“\(text)”读不出，应如 2026-11-25 21:31。",
          "第 \(line) 行的時間「\(text)」讀不出，應如 2026-11-25 21:31。",
          "Line \(line): “\(text)” is no time, such as 2026-11-25 21:31.")
      case .noPhone(let line):
        Phrase("第 \(line) 行没有号码。", "第 \(line) 行沒有號碼。", "Line \(line) has no number.")
      case .both(let line):
        Phrase(
          "第 \(line) 行又是回执又是短信。", "第 \(line) 行又是回執又是短信。",
          "Line \(line) is a receipt and a text at once.")
      case .contradiction(let line, let code):
        Phrase(
          "第 \(line) 行的 \(code) 与前面的行不一致。", "第 \(line) 行的 \(code) 與前面的行不一致。",
          "Line \(line): \(code) contradicts a line before.")
      case .twice(let name):
        Phrase("表头有两列“\(name)”。", "表頭有兩列「\(name)」。", "Two columns are called “\(name)”.")
      }
    return Notice(
      happened, safe: Phrase("整张表都没有收进来。", "整張表都沒有收進來。", "Nothing of the table was taken in."),
      next: Phrase(
        "请改好表格再收，见 docs/sms.md。", "請改好表格再收，見 docs/sms.md。", "Put the table right; see docs/sms.md.")
    )
  }

  package static let examples: [Self] = [
    .noColumns, .unknownState(line: 3, "?"), .noTime(line: 3, "yesterday"),
    .noPhone(line: 3), .both(line: 3), .contradiction(line: 3, "QSP-M-0002-001"), .twice("状态"),
  ]
}
