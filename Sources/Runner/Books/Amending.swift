import Books
import Patrol
import Records
import Wording

/// Corrections and voids of both books: the old page stays and is shown struck out (B4).
extension Office {
  mutating func correct(_ id: PageID, _ changes: [String: String], _ reason: String) throws
    -> Reply
  {
    let (old, kind) = try standing(id)
    guard !reason.isEmpty else { throw Amendment.reasonMissing }
    let columns = kind.columns
    var texts = old.texts(columns)
    var real: [String: String] = [:]
    for (name, text) in changes where (texts[name] ?? "") != text {
      guard let column = columns.first(where: { $0.name == name }) else { continue }
      if kind.layout.fixed.contains(name) {
        throw EntryRefusal.fixedField(column.label)
      }
      real[name] = text
      texts[name] = text.isEmpty ? nil : text
    }
    guard !real.isEmpty else { throw EntryRefusal.nothingChanged }
    try check(NewPage(kind, texts), of: old)
    try NewTexts.check(
      texts, before: old.texts(columns), columns, in: try currentSnapshot())
    return try amend(.correction, old, columns, reason, real)
  }

  /// The corrected entry keeps the rules that a new one keeps.
  private mutating func check(_ page: NewPage, of old: LedgerPage) throws {
    let id = old.page.id
    let others = try page.day.map { try books.ledger($0).pages(of: id.book) } ?? []
    try page.kind.check(
      page.texts,
      PageContext(
        try currentSnapshot(), now: now, others: others.filter { $0.page.id != id },
        entered: old.page.recorded.stamp.moment))
  }

  mutating func void(_ id: PageID, _ reason: String) throws -> Reply {
    guard !reason.isEmpty else { throw Amendment.reasonMissing }
    let (old, kind) = try standing(id)
    return try amend(.void, old, kind.columns, reason, [:])
  }

  /// The page as it stands, unless it is void already, and the kind of its book's entries.
  private mutating func standing(_ id: PageID) throws -> (LedgerPage, PageKind) {
    let page = try books.page(id)
    guard !page.isVoid else { throw EntryRefusal.alreadyVoid(id.number) }
    guard page.kind != nil, let kind = kinds.page(in: id.book.kind) else {
      throw BookError.noSuchPage(page: id.text)
    }
    return (page, kind)
  }

  private mutating func amend(
    _ kind: Amendment.Kind, _ old: LedgerPage, _ columns: [Column], _ reason: String,
    _ changes: [String: String]
  ) throws -> Reply {
    let day = old.day ?? Day(number: 0)
    let id = old.page.id
    // What comes after the day's close says so; why is said already.
    let isClosed = try books.ledger(day).close(of: id.book) != nil
    let amendment = Amendment(
      kind, date: day, target: old.page.reference, follows: old.newest, reason: reason,
      late: isClosed ? reason : "", changes: changes)
    let page = try append(
      .init(kind: kind.rawValue, body: amendment.body(columns)), to: id.book,
      by: old.writer)
    return told(.done(Done(said(kind, id, page.id), pages: [page])), day)
  }
}

extension Office {
  /// Which page was amended, and which page says so.
  private func said(_ kind: Amendment.Kind, _ old: PageID, _ new: PageID) -> Phrase {
    let name = snapshot?.side(new.book.owner)?.name ?? new.book.owner
    let (number, by) = (old.number, new.number)
    return kind == .void
      ? Phrase(
        "\(name) №\(number) 已作废，记在 №\(by)。", "\(name) №\(number) 已作廢，記在 №\(by)。",
        "\(name) №\(number) is void, by №\(by).")
      : Phrase(
        "\(name) №\(number) 已更正，记在 №\(by)。", "\(name) №\(number) 已更正，記在 №\(by)。",
        "\(name) №\(number) is corrected, by №\(by).")
  }
}

extension Amendment {
  static let reasonMissing = FieldError(
    field: "Reason", label: Phrase("更正原因", "更正原因", "Reason"), found: "",
    expected: Phrase("原因，如 笔误", "原因，如 筆誤", "a reason, e.g. slip of the pen"))
}
