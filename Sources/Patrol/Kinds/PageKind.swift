import Records
import Wording

/// A kind of page, known by its name and carrying its declaration.
package struct PageKind: Declared {
  private let declared: Declaration

  package init(_ type: any Booked.Type) { declared = Declaration(type) }

  /// As pages and the names of their volumes write it: `patrol`.
  package var name: String { declared.name }
  package var type: any Booked.Type { declared.type }
  /// The book in which such pages stand.
  package var book: BookKind { BookKind(name) }
  package var columns: [Column] { declared.columns }
  /// Those of its form: the page's own, and what is asked in one breath.
  package var formColumns: [Column] { declared.formColumns }
  package var layout: PageLayout { declared.layout }
  /// Whether its days are closed: an entry can say why it comes afterwards (J15).
  package var isClosed: Bool { columns.contains { $0.name == "Late" } }
  /// What one page is called.
  package var title: Phrase { declared.title }
  /// Whether it is `To`, and not `From`, that falls on the day of a page: that of a handover.
  var isOfItsEnd: Bool { declared.isOfItsEnd }

  /// What a page waits for that nobody signed yet; nil where nobody has to.
  package var firstAwaited: SignatureRole? { layout.signers.first { $0.isAwaited }?.role }

  /// Whether a page of these texts may be written.
  ///
  /// - Throws: `FieldError` or a `Refusal`.
  package func check(_ texts: [String: String], _ beside: PageContext) throws {
    try type.check(texts, beside)
  }

  /// The fields of a page as it is written.
  package func body(_ texts: [String: String]) throws(FieldError) -> [(name: String, value: String)]
  {
    try type.body(texts)
  }
}

/// What a type declares, looked up once: it is asked for with every page that is read.
private final class Declaration: Sendable {
  let type: any Booked.Type
  let name: String
  let columns, formColumns: [Column]
  let layout: PageLayout
  let title: Phrase
  let isOfItsEnd: Bool

  init(_ type: any Booked.Type) {
    (self.type, name) = (type, type.kind)
    (columns, layout, title) = (type.columns, type.layout, type.pageTitle)
    isOfItsEnd = layout.start?.name == "To"
    formColumns = columns + (layout.asked + layout.rare).filter { !$0.entry.parts.isEmpty }
  }
}

extension PageKind {
  package static let patrol = PageKind(PatrolEntry.self)
  package static let inspection = PageKind(Inspection.self)
  package static let handover = PageKind(ShiftHandover.self)
}

extension BookKind {
  package static let patrol = BookKind(PatrolEntry.kind)
  package static let inspection = BookKind(Inspection.kind)
  package static let handover = BookKind(ShiftHandover.kind)
}

extension Booked {
  fileprivate static var columns: [Column] { schema.columns }
  fileprivate static var pageTitle: Phrase { schema.title }
}

/// A page as it is to be written: its kind and the texts of its fields.
package struct NewPage: Hashable, Sendable {
  package let kind: PageKind
  package let texts: [String: String]

  package init(_ kind: PageKind, _ texts: [String: String]) {
    (self.kind, self.texts) = (kind, texts.filter { !$0.value.isEmpty })
  }

  /// Whom a field names.
  func named(_ column: Column) -> Named? { texts[column].flatMap { Named($0) } }
  /// Whose book it is for.
  package var owner: Named? { named(kind.layout.owner) }
  package var writer: Named? { named(kind.layout.writer) }
  package var day: Day? { texts[kind.layout.day].flatMap { Day($0) } }
}
