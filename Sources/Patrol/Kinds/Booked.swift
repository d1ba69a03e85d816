import Records
import Wording

/// A page of a bound book, declared once: forms, lists, tables, corrections, signatures, search and
/// checks follow from it.
package protocol Booked: Sendable {
  /// As pages of it say in `Kind:`, and as the names of its volumes end.
  static var kind: String { get }
  static var schema: Schema<Self> { get }
  static var layout: PageLayout { get }
  /// Refuses a page that could not be true, or that this book is not for.
  ///
  /// - Throws: a `Refusal`.
  func check(_ beside: PageContext) throws
}

/// What a page is held against before it is written.
package struct PageContext {
  package let snapshot: Snapshot
  /// The wall clock.
  package let now: Moment
  /// The pages that the book has of the day, without the one that is being corrected.
  package let others: [LedgerPage]
  /// When the page came into the book, if it is there: a correction makes nothing late.
  package let entered: Moment?
  /// Whether somebody closed the book for the day.
  package let isClosed: Bool
  /// What a shift hands over; nil for pages by which none does.
  package let handing: Handing?

  package init(
    _ snapshot: Snapshot, now: Moment, others: [LedgerPage] = [], entered: Moment? = nil,
    isClosed: Bool = false, handing: Handing? = nil
  ) {
    (self.snapshot, self.now, self.others) = (snapshot, now, others)
    (self.entered, self.isClosed, self.handing) = (entered, isClosed, handing)
  }
}

extension Booked {
  package func check(_ beside: PageContext) throws {}

  static func check(_ texts: [String: String], _ beside: PageContext) throws {
    try schema.parse(texts).check(beside)
  }

  static func body(_ texts: [String: String]) throws(FieldError) -> [(name: String, value: String)]
  {
    schema.print(try schema.parse(texts))
  }
}
