import Records
import Wording

/// What one shift leaves to the next: what is open in the books that its station answers for, and
/// where the handover before ended.
package struct Handing: Sendable {
  /// Everything that is open, the oldest first.
  package let open: [Entry]
  /// The newest handover that is not void; nil in a new book.
  package let before: LedgerPage?
  /// What was not read, so that more may be open than is known.
  package let unread: [Notice]

  package init(
    _ snapshot: Snapshot, open: [OpenItem], waiting: [Waiting], before: LedgerPage? = nil,
    unread: [Notice] = []
  ) {
    self.open = (open.map(Entry.init) + waiting.map(Entry.init)).filter {
      snapshot.answers(for: $0.matter.page.book)
    }.sorted { $0.day < $1.day }
    (self.before, self.unread) = (before, unread)
  }

  /// Something that is open, with what is known of it beside its words.
  package struct Entry: Hashable, Sendable {
    package let matter: OpenMatter
    package let day: Day
    package let due: Day?
    package let about: Named
    /// What it is, in the words of its page; of a signature, who owes it.
    package let words: String
    /// Whether it is done when a handover says so: what is to be put right and what is to be signed is
    /// done by a recheck and a signature alone.
    package let mayBeDone: Bool

    init(_ item: OpenItem) {
      matter = OpenMatter(item)
      (day, due, about, words) = (item.day, item.due, item.about, item.text)
      mayBeDone = item.kind.layout.opens?.isDoneByShift == true
    }

    init(_ waiting: Waiting) {
      matter = OpenMatter(waiting)
      (day, due, about, mayBeDone) = (waiting.day, nil, waiting.about, false)
      words = waiting.person?.name ?? ""
    }
  }

  /// When the shift began that ends now.
  package var since: Moment? { before?[ShiftHandover.to] }
}

extension OpenMatter {
  package init(_ item: OpenItem) {
    self.init(
      .matter, item.page,
      [item.day.text, item.about.name, item.text, item.due.map { "→ \($0.text)" } ?? ""])
  }

  init(_ waiting: Waiting) {
    self.init(
      .signature, waiting.page, [waiting.day.text, waiting.about.name, waiting.person?.name ?? ""])
  }
}

extension Snapshot {
  /// Whether this station answers for a book: its own, those of the teams in its area, and those of
  /// teams for whose area no station is named.
  package func answers(for book: BookID) -> Bool { answers(station.unit, for: book) }

  /// Whether a station does.
  package func answers(_ station: String, for book: BookID) -> Bool {
    if book.owner == station { return true }
    guard let team = team(book.owner) else { return !isStation(book.owner) }
    var (place, seen): (String, Set<String>) = (team.unit, [])
    while let unit = unit(place), seen.insert(place).inserted {
      if !unit.station.isEmpty { return unit.station == station }
      place = unit.parent
    }
    return true
  }
}
