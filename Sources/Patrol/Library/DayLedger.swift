import Records
import Wording

/// One page of a day with what was struck out on it since.
package struct LedgerPage: Sendable {
  package let page: Page
  /// Corrections and voids in the order they were written, with their own pages.
  package let amendments: [(page: Page, amendment: Amendment)]
  /// Whether the page's bytes are the ones its digest was made over.
  package let isSound: Bool

  package init(page: Page, amendments: [(page: Page, amendment: Amendment)] = []) {
    (self.page, self.amendments, isSound) = (page, amendments, page.isSound)
  }

  package var void: (page: Page, amendment: Amendment)? {
    amendments.first { $0.amendment.kind == .void }
  }
  package var isVoid: Bool { void != nil }
  package var isCorrected: Bool { amendments.contains { $0.amendment.kind == .correction } }

  /// A field as it stands now.
  package func text(_ name: String) -> String {
    for entry in amendments.reversed() {
      if let changed = entry.amendment.changes[name] { return changed }
    }
    return page.record[name] ?? ""
  }

  /// A field as it was written first, where a correction struck it out.
  package func struckText(_ name: String) -> String? {
    let old = page.record[name] ?? ""
    return text(name) == old ? nil : old
  }

  /// All fields of the entry as they stand now.
  package func texts(_ columns: [Column]) -> [String: String] {
    Dictionary(columns.map { ($0.name, text($0.name)) }, uniquingKeysWith: { $1 })
      .filter { !$0.value.isEmpty }
  }

  package var entry: PatrolEntry? {
    try? PatrolEntry.schema.parse(texts(PatrolEntry.schema.columns))
  }
  package var inspection: Inspection? {
    try? Inspection.schema.parse(texts(Inspection.schema.columns))
  }
}

/// The pages of one patrol day, of both books and all teams.
package struct DayLedger: Sendable {
  package let day: Day
  package let patrols: [LedgerPage]
  package let inspections: [LedgerPage]
  /// Pages that can't be read as pages any more, as sentences.
  package let damaged: [Notice]
  private let byTeam: [String: [Int]]

  /// Sorts pages by the time they tell of and hangs every amendment on its page.
  package init(day: Day, pages: [Page], damaged: [Notice] = []) {
    (self.day, self.damaged) = (day, damaged)
    var amendments: [PageID: [(page: Page, amendment: Amendment)]] = [:]
    var entries: [Page] = []
    for page in pages {
      if let amendment = Amendment(page) {
        amendments[amendment.target.id, default: []].append((page, amendment))
      } else {
        entries.append(page)
      }
    }
    let ledger = entries.map { LedgerPage(page: $0, amendments: amendments[$0.id] ?? []) }
    let sorted = ledger.map { (key: $0.text("From"), $0) }.sorted {
      ($0.key, $0.1.page.id.number) < ($1.key, $1.1.page.id.number)
    }.map(\.1)
    patrols = sorted.filter { $0.page.kind == PatrolEntry.kind }
    inspections = sorted.filter { $0.page.kind == Inspection.kind }
    byTeam = Dictionary(grouping: patrols.indices) { [patrols] in patrols[$0].page.id.book.owner }
  }

  package func patrols(of team: String) -> [LedgerPage] { (byTeam[team] ?? []).map { patrols[$0] } }

  /// Whether the team has an entry for the day that was not struck out.
  package func hasEntry(_ team: String) -> Bool {
    (byTeam[team] ?? []).contains { !patrols[$0].isVoid }
  }

  package func page(_ id: PageID) -> LedgerPage? {
    (patrols + inspections).first { $0.page.id == id }
  }
}
