import Records
import Wording

/// The pages of one patrol day, of both books and all teams.
package struct DayLedger: Sendable {
  package let day: Day
  /// All of them.
  package let entries: [LedgerPage]
  package let patrols: [LedgerPage]
  package let inspections: [LedgerPage]
  /// Who closed which book for the day (当日封簿), the newest first.
  private let closes: [BookID: Judging]
  /// Pages that can't be read as pages any more, as sentences.
  package let damaged: [Notice]
  /// Books that may have pages of the day which were not read.
  package let unreadBooks: Set<BookID>
  /// Where two pages can't both be true (A14).
  package let contradictions: [Contradiction]
  /// Those among them who are present in two patrols at once.
  package let twice: [Contradiction]
  private let byTeam: [String: [Int]]

  /// Sorts pages by the time they are about and hangs every amendment and signature on its page.
  ///
  /// - Parameter judge: what is known of their volumes.
  package init(
    day: Day, pages: [Page], damaged: [Notice] = [], unreadBooks: Set<BookID> = [],
    kinds: Kinds = .ours, judge: LedgerJudge
  ) {
    (self.day, self.damaged, self.unreadBooks) = (day, damaged, unreadBooks)
    let hung = Hanging(pages, kinds, judge)
    let sorted = hung.entries.map { (from: $0.start, $0) }.sorted {
      $0.from == $1.from ? Self.precedes($0.1.page.id, $1.1.page.id) : $0.from < $1.from
    }.map(\.1)
    (entries, closes) = (sorted, hung.closes)
    patrols = sorted.filter { $0.page.kind == PatrolEntry.kind }
    inspections = sorted.filter { $0.page.kind == Inspection.kind }
    byTeam = Dictionary(grouping: patrols.indices) { [patrols] in patrols[$0].page.id.book.owner }
    let (byTeam, patrols) = (byTeam, patrols)
    let denied = inspections.flatMap { page in
      Contradiction.between(page) { (byTeam[$0] ?? []).map { patrols[$0] } }
    }
    twice = Contradiction.twice(patrols)
    contradictions = denied + twice
  }

  /// The order of pages that begin at the same minute: the same for any order of reading.
  private static func precedes(_ one: PageID, _ other: PageID) -> Bool {
    guard one.number == other.number else { return one.number < other.number }
    return (one.book.owner, one.book.kind.name, one.year)
      < (other.book.owner, other.book.kind.name, other.year)
  }

  /// Those of one kind.
  package func pages(of kind: PageKind) -> [LedgerPage] {
    entries.filter { $0.page.kind == kind.name }
  }

  /// What stands now of each entry.
  package var wordings: [PageID: PageReference] {
    Dictionary(entries.map { ($0.page.id, $0.newest) }, uniquingKeysWith: { $1 })
  }

  package func pages(of book: BookID) -> [LedgerPage] { entries.filter { $0.page.id.book == book } }

  package func patrols(of team: String) -> [LedgerPage] { (byTeam[team] ?? []).map { patrols[$0] } }

  /// Whether the team has an entry for the day that counts and was not struck out.
  package func hasEntry(_ team: String) -> Bool {
    (byTeam[team] ?? []).contains { patrols[$0].stands }
  }

  /// The teams that have one, by code.
  package var teamsWithEntry: [String] {
    byTeam.filter { $0.value.contains { patrols[$0].stands } }.map(\.key)
  }

  package func page(_ id: PageID) -> LedgerPage? {
    entries.first { $0.page.id == id }
  }

  /// The entry that a page is, or is about: a correction, a signature, a refusal, a review.
  package func entry(with id: PageID) -> LedgerPage? {
    page(id) ?? entries.first { $0.has(id) }
  }

  /// What the judge says of any page of the day.
  package func verdict(of id: PageID) -> Verdict {
    entry(with: id)?.verdict(of: id) ?? closes[id.book]?.verdict(id) ?? .unchecked
  }

  /// What is shown beside any of them.
  package func marks(of id: PageID) -> [Mark] {
    entry(with: id)?.marks(of: id) ?? closes[id.book]?.marks(of: id) ?? []
  }

  package func contradictions(of page: PageID) -> [Contradiction] {
    contradictions.filter { $0.names(page) }
  }

  // MARK: Closing

  /// The close of a book for the day that holds.
  package func close(of book: BookID) -> SignedPage? { closes[book]?.pages.first { $0.holds } }

  /// Whether a page came into its book after the day was closed.
  package func isAfterClose(_ page: Page) -> Bool {
    close(of: page.id.book).map {
      ($0.page.id.year, $0.page.id.number) < (page.id.year, page.id.number)
    } ?? false
  }

  /// The books with pages of the day that nobody closed yet.
  ///
  /// That of keys and posts is never closed: each of its pages is signed, and names the one before it.
  package var openBooks: [BookID] {
    Set(entries.filter { $0.kind?.isClosed == true }.map(\.page.id.book))
      .filter { close(of: $0) == nil }
      .sorted { $0.text < $1.text }
  }
}
