import Glibc
import Wording

/// The text of a file that another program wrote: UTF-8 with or without its mark, UTF-16 with its
/// mark, else GB 18030, which is what office programs here write without being asked.
package enum TextDecoding {
  /// Marks in front are left out, however many: a table that was joined or saved twice has two.
  package static func text(_ bytes: [UInt8]) throws(TableError) -> String {
    let text = try decoded(bytes)
    return String(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
  }

  private static func decoded(_ bytes: [UInt8]) throws(TableError) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return try converted(bytes, from: "UTF-16") }
    if bytes.starts(with: [0xFE, 0xFF]) { return try converted(bytes, from: "UTF-16") }
    if Bytes(bytes).firstNonUTF8() == nil { return String(decoding: bytes, as: UTF8.self) }
    return try converted(bytes, from: "GB18030")
  }

  private static func utf8(_ bytes: [UInt8]) throws(TableError) -> String {
    if let bad = Bytes(bytes).firstNonUTF8() { throw .notText(line: line(of: bad, in: bytes)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func line(of at: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<at].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  /// By iconv(3) of the C library, which knows every plane of GB 18030.
  private static func converted(_ bytes: [UInt8], from code: String) throws(TableError) -> String {
    let converter = iconv_open("UTF-8", code)
    guard Int(bitPattern: converter) != -1 else { throw .noConverter(code) }
    defer { iconv_close(converter) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    var (left, room) = (input.count, output.count)
    let failed = input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iconv(converter, &from, &left, &to, &room) == -1
      }
    }
    if failed { throw .notText(line: line(of: input.count - left, in: bytes)) }
    return String(decoding: output[..<(output.count - room)], as: UTF8.self)
  }
}

/// Why a file can't be read as a table.
package enum TableError: UserFacingError, Hashable {
  case notText(line: Int)
  case noConverter(String)
  case empty
  case openQuote(line: Int)
  case noKnownHeading([String])

  package var notice: Notice {
    switch self {
    case .notText(let line): .notText(line)
    case .noConverter(let code): .noConverter(code)
    case .empty: .emptyTable
    case .openQuote(let line): .openQuote(line)
    case .noKnownHeading(let headings): .noKnownHeading(headings)
    }
  }

  package static let examples: [Self] = [
    .notText(line: 12), .noConverter("GB18030"), .empty, .openQuote(line: 40),
    .noKnownHeading(["甲", "乙"]),
  ]
}

extension Notice {
  fileprivate static let nothingImported = Phrase(
    "没有导入任何内容。", "沒有匯入任何內容。", "Nothing was imported.")

  static func notText(_ line: Int) -> Notice {
    Notice(
      Phrase(
        "表格第 \(line) 行既不是 UTF-8 也不是 GB18030 文字。", "表格第 \(line) 行既不是 UTF-8 也不是 GB18030 文字。",
        "Line \(line) of the table is neither UTF-8 nor GB 18030 text."),
      safe: nothingImported,
      next: Phrase(
        "请在表格软件里另存为 CSV（UTF-8）。", "請在試算表軟體裡另存為 CSV（UTF-8）。",
        "Save it as CSV (UTF-8) in the table program."))
  }
  static func noConverter(_ code: String) -> Notice {
    Notice(
      Phrase(
        "这台机器不支持 \(code) 编码。", "這臺機器不支援 \(code) 編碼。", "This machine can't convert \(code)."),
      safe: nothingImported,
      next: Phrase(
        "请安装 libc-gconv-modules-extra，或另存为 UTF-8。", "請安裝 libc-gconv-modules-extra，或另存為 UTF-8。",
        "Install libc-gconv-modules-extra, or save the table as UTF-8."))
  }
  static let emptyTable = Notice(
    Phrase("表格是空的。", "表格是空的。", "The table is empty."), safe: nothingImported,
    next: Phrase(
      "第一行应是栏目名称，以下每行一条。", "第一行應是欄目名稱，以下每行一條。",
      "The first line names the columns; one record a line follows."))
  static func openQuote(_ line: Int) -> Notice {
    Notice(
      Phrase(
        "第 \(line) 行的引号没有配对。", "第 \(line) 行的引號沒有配對。",
        "The quotation mark of line \(line) is never closed."),
      safe: nothingImported,
      next: Phrase("请在表格软件里重新导出。", "請在試算表軟體裡重新匯出。", "Export it again from the table program."))
  }
  static func noKnownHeading(_ headings: [String]) -> Notice {
    let list = Phrase { headings.prefix(6).joined(separator: $0.separator) }
    return Notice(
      Phrase(
        "第一行没有认得的栏目名称：\(list[.hans])。", "第一行沒有認得的欄目名稱：\(list[.hant])。",
        "The first line has no heading that is known: \(list[.en])."),
      safe: nothingImported,
      next: Phrase(
        "请让第一行写栏目名称，如“姓名、队伍、联系电话”。", "請讓第一行寫欄目名稱，如「姓名、隊伍、聯繫電話」。",
        "Let the first line name the columns, such as 姓名, 队伍, 联系电话."))
  }
}
