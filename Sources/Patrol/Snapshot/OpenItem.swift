import Records
import Wording

/// What a kind of page leaves open until a later page of its book names it as settled (R30).
package struct Opening: Sendable {
  /// What is open, such as a handover.
  package let title: Phrase
  /// Filled where something is left open.
  let field: Column
  /// The day by which it has to be done.
  let due: Column?
  /// Whose it is.
  let about: Column
  /// What says it, the first that is filled.
  let words: [Column]
  /// Whether it is done when a shift handover says so; else only a page of its own book settles it.
  let isDoneByShift: Bool

  package init<Page, Value>(
    _ title: Phrase, if field: Field<Page, Value>, due: Field<Page, Day?>? = nil,
    about: Field<Page, Named>, words: FieldList<Page>, isDoneByShift: Bool = false
  ) {
    (self.title, self.field, self.due) = (title, field.column, due?.column)
    (self.about, self.words, self.isDoneByShift) = (about.column, words.columns, isDoneByShift)
  }
}

/// Something that a page left open and no page has settled since, of any year.
package struct OpenItem: Hashable, Sendable {
  package let page: PageID
  package let kind: PageKind
  /// The day that the page is about.
  package let day: Day
  package let about: Named
  /// The day by which it has to be done; nil where none was set.
  package let due: Day?
  package let text: String

  package init(
    page: PageID, kind: PageKind, day: Day, about: Named, due: Day? = nil, text: String = ""
  ) {
    (self.page, self.kind, self.day, self.about) = (page, kind, day, about)
    (self.due, self.text) = (due, text)
  }

  /// What it is in the few words that a line of a list has room for; the whole stands on its page.
  var inBrief: String {
    let whole = text.replacing("\n", with: " ")
    return whole.count > 16 ? whole.prefix(15) + "…" : whole
  }

  /// What a page leaves open as it stands now; nil for one that is void.
  init?(_ page: LedgerPage) {
    guard let kind = page.kind, let opens = kind.layout.opens, !page.isVoid,
      !page.text(opens.field.name).isEmpty, let day = page.day,
      let about = page.named(opens.about)
    else { return nil }
    self.init(
      page: page.page.id, kind: kind, day: day, about: about,
      due: opens.due.flatMap { Day(page.text($0.name)) },
      text: opens.words.lazy.map { page.text($0.name) }.first { !$0.isEmpty } ?? "")
  }

  /// What some pages leave open, the oldest first.
  ///
  /// A page settles others one by one. It names them by their numbers alone, and can only mean an
  /// earlier one of its book: that of its own volume if something was left open there, else that of
  /// the newest volume before.
  ///
  /// - Parameter pages: all that leave anything open, and all that settle any.
  package static func all(in pages: [LedgerPage]) -> [OpenItem] {
    let standing = pages.filter { !$0.isVoid }
    let open = standing.compactMap { OpenItem($0) }
    let years = Dictionary(grouping: open.map(\.page)) { Place($0.book, $0.number) }
      .mapValues { $0.map(\.year) }
    let settled = Set(
      standing.flatMap { page in
        let id = page.page.id
        return page.settles.compactMap { number in
          years[Place(id.book, number)]?.filter { ($0, number) < (id.year, id.number) }.max()
            .map { PageID(id.book, year: $0, number: number) }
        }
      })
    return open.filter { !settled.contains($0.page) }.sorted {
      ($0.day, $0.page.year, $0.page.number) < ($1.day, $1.page.year, $1.page.number)
    }
  }

  private struct Place: Hashable {
    let book: BookID
    let number: Int
    init(_ book: BookID, _ number: Int) { (self.book, self.number) = (book, number) }
  }
}
