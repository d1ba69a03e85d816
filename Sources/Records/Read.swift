import Wording

/// What came of reading a file: it is there and was read, it is not there, or it was not read.
///
/// Only a file that does not exist is absent (ENOENT). Nothing leads from “not read” to nothing
/// except `get`, which throws it: what can't be read must never be taken for empty.
package enum Read<Value> {
  case there(Value)
  case absent
  case notRead(NotRead)

  /// The value; nil for a file that is not there.
  package func get() throws(NotRead) -> Value? {
    switch self {
    case .there(let value): value
    case .absent: nil
    case .notRead(let why): throw why
    }
  }

  /// Reads on in what is there.
  package func flatMap<Other>(_ read: (Value) -> Read<Other>) -> Read<Other> {
    switch self {
    case .there(let value): read(value)
    case .absent: .absent
    case .notRead(let why): .notRead(why)
    }
  }
}

extension Read: Sendable where Value: Sendable {}

/// A file, or a part of one, that was not read: where, and why.
package struct NotRead: UserFacingError, Hashable {
  /// The path in the data directory.
  package let file: String
  /// The first line that could not be read; nil for a whole file.
  package let line: Int?
  /// Why, as one short phrase without a full stop.
  package let reason: Phrase
  /// How many other places of the file could not be read either.
  package let others: Int
  /// Whether a volume breaks off there: what stands behind can be read, and nobody can tell what it is
  /// worth.
  package let isBreak: Bool

  package init(
    _ file: String, line: Int? = nil, _ reason: Phrase, others: Int = 0, isBreak: Bool = false
  ) {
    (self.file, self.line, self.reason, self.others) = (file, line, reason, others)
    self.isBreak = isBreak
  }

  /// What could not be read of a file, as one sentence; nil when all of it was.
  package init?(_ file: String, _ unread: [RecError]) {
    guard let first = unread.first else { return nil }
    self.init(file, line: first.line, first.reason, others: unread.count - 1)
  }

  package init(_ file: String, _ error: RecError) {
    self.init(file, line: error.line, error.reason)
  }

  /// `register/QS/members.rec:12`.
  package var place: String { line.map { "\(file):\($0)" } ?? file }

  package var notice: Notice {
    let (place, reason, others) = (place, reason, others)
    if isBreak {
      return Notice(
        Phrase(
          "\(place) 起的各页未核：\(reason[.hans])。", "\(place) 起的各頁未核：\(reason[.hant])。",
          "Nobody can tell what counts from \(place) on: \(reason[.en])."),
        safe: Phrase(
          "前面的各页照算；已写的一字不动。", "前面的各頁照算；已寫的一字不動。",
          "What stands above it counts; what is written stays as it is."),
        next: Phrase(
          "请运行 xunfang verify，从备份取回此卷。", "請執行 xunfang verify，從備份取回此卷。",
          "Run xunfang verify and take the volume back from a backup."))
    }
    return Notice(
      Phrase(
        "\(place) 未读入：\(reason[.hans])\(others > 0 ? "，另有 \(others) 处" : "")。",
        "\(place) 未讀入：\(reason[.hant])\(others > 0 ? "，另有 \(others) 處" : "")。",
        "\(place) was not read: \(reason[.en])\(others > 0 ? ", and \(others) more" : "")."),
      safe: line == nil
        ? Phrase(
          "其余文件照常读入，此文件不会被改写。", "其餘檔案照常讀入，此檔案不會被改寫。",
          "All other files were read; this one will not be written to.")
        : Phrase(
          "能读的各条照常显示，此文件不会被改写。", "能讀的各條照常顯示，此檔案不會被改寫。",
          "What could be read is shown; the file will not be written to."),
      next: Phrase(
        "请改正或从备份取回。", "請改正或從備份取回。", "Put it right or take it back from a backup."))
  }

  package static let examples: [NotRead] = [
    NotRead("register/QS/members.rec", Phrase("没有权限", "沒有權限", "no right to")),
    NotRead(
      "register/QS/members.rec", line: 12, Phrase("不是 UTF-8 文本", "不是 UTF-8 文字", "not UTF-8 text"),
      others: 3),
    NotRead(
      "books/2026/QS.patrol.rec", line: 93,
      Phrase("写法不对", "寫法不對", "it is not written as such a page is"),
      isBreak: true),
  ]
}

extension Phrase {
  /// A file without a byte where there is always something.
  package static let emptyFile = Phrase("是空文件", "是空檔案", "it is empty")
}
