import Books
import Patrol
import Records
import Wording

/// Corrections and voids of both books: the old page stays and is shown struck out (B4).
extension Office {
  /// An amendment as it will stand, and the columns of the page that it is of.
  struct NewAmendment {
    let amendment: Amendment
    let columns: [Column]
    let writer: Named?
    /// Whether somebody has answered for the page, so that its amendment is signed as well.
    let needsHand: Bool
  }

  mutating func correct(_ id: PageID, _ changes: [String: String], _ reason: String) throws
    -> Reply
  {
    try write(try correction(id, changes, reason), id)
  }

  mutating func void(_ id: PageID, _ reason: String) throws -> Reply {
    try write(try voiding(id, reason), id)
  }

  mutating func correction(
    _ id: PageID, _ changes: [String: String], _ reason: String
  ) throws -> NewAmendment {
    let (old, kind) = try standing(id)
    guard !reason.isEmpty else { throw Amendment.reasonMissing(.correction) }
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
    return try amendment(.correction, old, columns, reason, real)
  }

  mutating func voiding(_ id: PageID, _ reason: String) throws -> NewAmendment {
    guard !reason.isEmpty else { throw Amendment.reasonMissing(.void) }
    let (old, kind) = try standing(id)
    return try amendment(.void, old, kind.columns, reason, [:])
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

  /// The page as it stands, unless it is void already, and the kind of its book's entries.
  private mutating func standing(_ id: PageID) throws -> (LedgerPage, PageKind) {
    let page = try books.page(id)
    guard !page.isVoid else { throw EntryRefusal.alreadyVoid(id.number) }
    guard page.kind != nil, let kind = kinds.page(in: id.book.kind) else {
      throw BookError.noSuchPage(page: id.text)
    }
    return (page, kind)
  }

  private mutating func amendment(
    _ kind: Amendment.Kind, _ old: LedgerPage, _ columns: [Column], _ reason: String,
    _ changes: [String: String]
  ) throws -> NewAmendment {
    let day = old.day ?? Day(number: 0)
    // What comes after the day's close says so; why is said already.
    let isClosed = try books.isClosed(day, of: old.page.id.book)
    let amendment = Amendment(
      kind, date: day, target: old.page.reference, follows: old.newest, reason: reason,
      late: isClosed ? reason : "", changes: changes)
    return NewAmendment(
      amendment: amendment, columns: columns, writer: old.writer, needsHand: old.isAnsweredFor)
  }

  private mutating func write(_ new: NewAmendment, _ id: PageID) throws -> Reply {
    guard !new.needsHand else { throw EntryRefusal.isSigned(id.number) }
    let (page, doubt) = try append(
      .init(kind: new.amendment.kind.rawValue, body: new.amendment.body(new.columns)),
      to: id.book, by: new.writer)
    return told(
      .done(Done(said(new.amendment.kind, id, page.id), pages: [page])), new.amendment.date,
      trouble: doubt)
  }
}

extension Office {
  /// Which page was amended, and which page says so.
  func said(_ kind: Amendment.Kind, _ old: PageID, _ new: PageID) -> Phrase {
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
  static func reasonMissing(_ kind: Kind) -> FieldError {
    FieldError(
      field: "Reason",
      label: kind == .void
        ? Phrase("作废原因", "作廢原因", "Reason") : Phrase("更正原因", "更正原因", "Reason"),
      found: "", expected: Phrase("原因，如 笔误", "原因，如 筆誤", "a reason, e.g. slip of the pen"))
  }
}
