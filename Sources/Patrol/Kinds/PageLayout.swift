import Records
import Wording

/// In which book a page stands, who answers for it, and how it is asked for and shown.
///
/// Shared by reference: it is asked with every page that is read.
package final class PageLayout: Sendable {
  /// What a form, a list and the cover call the book.
  package let title: Phrase
  /// What one page is called in a sentence.
  package let called: Phrase
  /// The name on a volume's cover; that of the station's own book may be another (R8, R22).
  package let cover: String
  package let stationCover: String
  /// Whose book a page stands in.
  package let owner: Column
  /// The patrol day that it is about.
  package let day: Column
  /// What the pages of a day are sorted by; nil: their numbers.
  package let start: Column?
  /// When a team that was out is back; nil where a page ends no outing.
  package let back: Column?
  /// Who wrote it, where no officer is on duty.
  package let writer: Column
  /// Whose duty of a page it is to sign it, in this order.
  package let signers: [Signer]
  /// Fields in the order in which a form asks for them, some of which are asked in one breath.
  package let asked: [Column]
  /// Fields that are seldom needed: a form has them apart, below the others.
  package let rare: [Column]
  /// What has to be said in so many words: a form lets nobody pass over it.
  package let stated: Set<String>
  /// Fields that are asked only where they apply.
  package let applying: [String: Applying]
  /// How the name of its form and that of the book are typed in pinyin.
  package let pinyin, bookPinyin: String
  private let beginning: @Sendable (PageBeginning) -> [String: String]
  /// Fields that a list shows, the most important first.
  package let listed: [Column]
  /// What a page leaves open for a later one to settle.
  package let opens: Opening?
  /// Where a page names those of its book that it settles.
  package let settles: Column?
  /// Where a page names, one by one, everything that is open in the books of its station; nil for all
  /// kinds but the one by which a shift hands over.
  package let hands: Column?
  /// How it tells something as intelligence; nil where it never does.
  package let tells: Telling?
  /// Who is on duty once everybody has signed the newest page; nil for nobody.
  package let takesOver: Column?
  /// What the index keeps of it for the rules.
  package let facts: RowFacts?
  /// Fields that a correction may not touch: a page stands in its book under them.
  package let fixed: Set<String>

  /// What a new page begins with: the day that is meant, and what the kind knows.
  package func texts(_ about: PageBeginning) -> [String: String] {
    [day.name: about.day.text].merging(beginning(about)) { $1 }.filter { !$0.value.isEmpty }
  }

  /// Whom a page is about, by name: the first team or person that a list shows.
  package func named(in record: RecRecord) -> String? {
    listed.lazy.compactMap { column in
      if case .reference = column.entry { Named(column.text(in: record))?.name } else { nil }
    }.first
  }

  package init<Page, Writer>(
    _ title: Phrase, called: Phrase, cover: String, stationCover: String? = nil,
    owner: Field<Page, Named>,
    day: Field<Page, Day>, start: Field<Page, Moment>? = nil,
    back: Field<Page, Moment>? = nil, writer: Field<Page, Writer>,
    fixed: FieldList<Page> = FieldList(), signers: [Signer] = [], opens: Opening? = nil,
    settles: Field<Page, String>? = nil, hands: Field<Page, [HandedItem]>? = nil,
    takesOver: Field<Page, Named>? = nil, tells: Telling? = nil, facts: RowFacts? = nil,
    asked: FieldList<Page>,
    rare: FieldList<Page> = FieldList(), stated: FieldList<Page> = FieldList(),
    applying: [String: Applying] = [:],
    listed: FieldList<Page>, pinyin: String = "", bookPinyin: String = "",
    beginning: @escaping @Sendable (PageBeginning) -> [FilledField<Page>] = { _ in [] }
  ) {
    (self.pinyin, self.bookPinyin) = (pinyin, bookPinyin)
    self.beginning = { about in
      Dictionary(
        beginning(about).map { ($0.column.name, $0.text) }, uniquingKeysWith: { $1 })
    }
    self.called = called
    (self.title, self.cover, self.stationCover) = (title, cover, stationCover ?? cover)
    (self.owner, self.day, self.start) = (owner.column, day.column, start?.column)
    (self.back, self.writer, self.signers) = (back?.column, writer.column, signers)
    (self.asked, self.listed, self.hands) = (asked.columns, listed.columns, hands?.column)
    (self.rare, self.stated, self.applying) = (rare.columns, Set(stated.names), applying)
    (self.takesOver, self.tells) = (takesOver?.column, tells)
    (self.opens, self.settles, self.facts) = (opens, settles?.column, facts)
    self.fixed = Set(
      [owner.column.name, day.column.name] + fixed.names + signers.compactMap(\.named?.name)
        // A correction that comes late has a reason of its own.
        + [facts?.late?.name].compactMap { $0 })
  }
}

/// Whether a field applies to a page as it stands in a form.
package typealias Applying =
  @Sendable (_ draft: Draft, _ about: PageBeginning, _ isClosed: Bool) -> Bool

/// A field applies to records of some kinds alone, and wherever it says something already.
func applies<Record, Value, Kind: Choice>(
  _ field: Field<Record, Value>, where kind: Field<Record, Kind>, is kinds: Set<Kind>
) -> (String, Applying) {
  let (name, kind) = (field.column.name, kind.column.name)
  let codes = Set(kinds.map(\.rawValue))
  return (name, { draft, _, _ in codes.contains(draft[kind]) || !draft[name].isEmpty })
}

extension PageLayout {
  /// Whether a page comes after its day: it has to say why.
  @Sendable static func isLate(
    _ draft: Draft, _ about: PageBeginning, _ isClosed: Bool
  ) -> Bool {
    let day = Day(draft["Date"]) ?? about.day
    return isClosed || !draft["Late"].isEmpty || about.now > about.snapshot.station.lateAfter(day)
  }
}

/// What is known when a page is begun: everything read, the day that is meant, the minute.
package struct PageBeginning: Sendable {
  package let snapshot: Snapshot
  package let day: Day
  package let now: Moment

  package init(_ snapshot: Snapshot, day: Day, now: Moment) {
    (self.snapshot, self.day, self.now) = (snapshot, day, now)
  }
}

/// As what somebody signs a kind of page, and who that may be (R22).
package struct Signer: Sendable {
  package enum Who: Sendable {
    /// Whom a field names.
    case named(Column)
    /// The leader of the team that a field names, or the deputy of the day.
    case leader(of: Column)
    /// An officer, the leader of the book's owner, or whom a field names.
    case officerOrLeader(named: Column)
  }

  /// The field that names the very person; nil where the registers say who it is.
  package var named: Column? {
    if case .named(let column) = who { column } else { nil }
  }

  /// The field that names the team whose leader signs.
  var team: Column? {
    if case .leader(let column) = who { column } else { nil }
  }

  package let role: SignatureRole
  package let who: Who
  /// Whether a page waits for it.
  package let isAwaited: Bool
  /// Whether they may refuse, so that the station has to look at why.
  package let mayRefuse: Bool

  package init(
    _ role: SignatureRole, _ who: Who, isAwaited: Bool = true, mayRefuse: Bool = false
  ) {
    (self.role, self.who, self.isAwaited, self.mayRefuse) = (role, who, isAwaited, mayRefuse)
  }
}
