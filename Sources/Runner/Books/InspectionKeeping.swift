import Books
import Dispatch
import Patrol
import Records

/// What is still open in the books that are signed: found from the index's rows, so that only the
/// few pages that matter are read.
extension BookKeeping {
  /// Days back in which the last inspection of a team is looked for before every year was looked into.
  private static let reach = 90

  /// - Parameter years: those that have volumes.
  mutating func inspections(
    _ snapshot: Snapshot, _ day: Day, of years: [Int]
  ) throws -> InspectionSurvey {
    let open = try openInspections(snapshot)
    return InspectionSurvey(
      waiting: open.waiting, contradictions: try contradictions(upTo: day, of: years),
      inspected: open.inspected, checked: open.checked,
      // The first frame does not wait for signatures.
      struckOut: looksIntoEveryYear ? try struckOut(upTo: day, of: years) : [],
      isWhole: looksIntoEveryYear)
  }

  mutating func lookForOpen(_ snapshot: Snapshot) throws -> OpenInspections {
    var open = OpenInspections(today: snapshot.today)
    var found: [LedgerPage] = []
    let all = try years()
    let years = all.filter {
      looksIntoEveryYear || $0 >= (snapshot.today - Self.reach).year
    }
    let books = try signedBooks(years).sorted(by: { $0.text < $1.text })
    // Until every year is looked into rows are believed: the first frame does not wait for signatures.
    let judged = looksIntoEveryYear ? try judgedWaiting(books, years) : nil
    for book in books {
      let volumes = try years.map { ($0, try index($0, of: book).pages(of: book)) }
      let layout = kinds.page(in: book.kind)?.layout
      let rows = SignedRows(
        volumes, layout?.signers.filter(\.isAwaited) ?? [], opens: layout?.opens != nil)
      if book.kind != .inspection {
        // Only an inspection says that a team was inspected.
      } else if snapshot.isStation(book.owner) {
        open.checked.merge(rows.lastDays) { max($0, $1) }
      } else {
        open.inspected.merge(rows.lastDays) { max($0, $1) }
      }
      let unsigned = judged.map { $0[book] ?? [] } ?? rows.unsigned
      let wanted = Dictionary(grouping: unsigned.union(rows.unsettled), by: \.year)
      for (year, places) in wanted.sorted(by: { $0.key < $1.key }) {
        found += try entries(Set(places.map(\.number)), of: book, year, among: all)
      }
    }
    if looksIntoEveryYear { found += try signedAgain(years, all) }
    look(at: found)
    open.waiting = found.compactMap { Waiting($0, in: snapshot) }
    open.items = OpenItem.all(in: found)
    // The first frame does not wait for the pages of all the others.
    if looksIntoEveryYear {
      let done = try doneByShift(years, snapshot)
      open.items += try openItems(years, besides: kinds.signedBooks).filter {
        !done.contains(OpenMatter($0))
      }
    }
    open.waiting.sort {
      ($0.day, $0.page.year, $0.page.number) < ($1.day, $1.page.year, $1.page.number)
    }
    return open
  }

  /// Entries of books in which nobody has to sign that somebody signed before they were corrected.
  private mutating func signedAgain(_ years: [Int], _ all: [Int]) throws -> [LedgerPage] {
    var signed: [BookID: Set<PageSummary.Place>] = [:]
    for year in years {
      let index = try index(year)
      let rows = index.pages { $0.is(.signature) || $0.is(.paper) }.filter {
        !kinds.signedBooks.contains($0.book.kind)
      }
      for (book, rows) in Dictionary(grouping: rows, by: \.book) {
        // A correction may have been signed, and corrected again.
        let entryOf = Dictionary(
          index.pages(of: book).filter { $0.is(.correction) }
            .map { (PageSummary.Place(year, Int($0.number)), $0.target(in: year)) },
          uniquingKeysWith: { $1 })
        let places = rows.compactMap { $0.page.target(in: year) }.map { (entryOf[$0] ?? $0) ?? $0 }
        signed[book, default: []].formUnion(places)
      }
    }
    var found: [LedgerPage] = []
    for (book, places) in signed.sorted(by: { $0.key.text < $1.key.text }) {
      for (year, places) in Dictionary(grouping: places, by: \.year) {
        found += try entries(Set(places.map(\.number)), of: book, year, among: all)
          .filter { $0.isCorrected && $0.missing != nil }
      }
    }
    return found
  }

  /// Entries of the last days that were signed and then struck out.
  private mutating func struckOut(upTo day: Day, of years: [Int]) throws -> [LedgerPage] {
    let first = day + -StruckOut.days
    let days = first.number...day.number
    var found: [LedgerPage] = []
    for year in Set([first.year, day.year]).intersection(years).sorted() {
      let voids = try index(year).pages {
        $0.is(.void) && days.contains(Int($0.day))
      }.filter { kinds.signedBooks.contains($0.book.kind) }
      for (book, rows) in Dictionary(grouping: voids, by: \.book).sorted(by: {
        $0.key.text < $1.key.text
      }) {
        let places = rows.compactMap { $0.page.target(in: year) }
        for (year, places) in Dictionary(grouping: places, by: \.year) {
          found += try entries(Set(places.map(\.number)), of: book, year, among: years)
            .filter { $0.isVoid && $0.isAnsweredFor }
        }
      }
    }
    return found
  }

  /// Looks at the signatures of pages on all cores: to verify one takes longer than to read its page.
  private func look(at pages: [LedgerPage]) {
    DispatchQueue.concurrentPerform(iterations: pages.count) { _ = pages[$0].attestations }
  }

  /// A14 for the last days: what an inspection found and the patrol book denies.
  private mutating func contradictions(
    upTo day: Day, of years: [Int]
  ) throws -> [Contradiction] {
    var found: [Contradiction] = []
    for back in 0..<10 { found += try contradictions(on: day - back, of: years) }
    return found
  }

  /// What inspections of a day found and the patrol book denies: few pages are read.
  ///
  /// - Parameter years: those that have volumes.
  mutating func contradictions(on day: Day, of years: [Int]) throws -> [Contradiction] {
    guard try hasAbsence(day, of: years) else { return [] }
    let rows = try rows(on: day, of: years)
    var found: [Contradiction] = []
    var seen: Set<PageID> = []
    for row in rows where row.page.has(.absence) && !row.page.has(.void) {
      guard let place = row.page.is(.correction) ? row.target : row.place else { continue }
      let id = PageID(row.book, year: place.year, number: place.number)
      if seen.insert(id).inserted { found += try contradictions(id, rows, years) }
    }
    return found
  }

  /// - Parameters:
  ///   - rows: those of the inspection's day.
  ///   - years: those that have volumes.
  private mutating func contradictions(
    _ inspection: PageID, _ rows: [BookRow], _ years: [Int]
  ) throws -> [Contradiction] {
    let entry = try entries(
      [inspection.number], of: inspection.book, inspection.year, among: years
    ).first
    guard let entry, let team = entry[Inspection.inspected] else { return [] }
    let book = BookID(team.code, .patrol)
    let patrols = rows.filter { $0.book == book && $0.page.is(.entry) && !$0.page.has(.void) }
    var claims: [LedgerPage] = []
    for (year, rows) in Dictionary(grouping: patrols, by: \.year) {
      claims += try entries(Set(rows.map(\.place.number)), of: book, year, among: years)
    }
    return Contradiction.between(entry) { _ in claims }
  }

  /// What is still to be put right at a team, for the form of its next inspection.
  mutating func openProblems(_ book: BookID, of team: String, _ snapshot: Snapshot) throws
    -> [OpenItem]
  {
    lookIntoEveryYear()
    return try openInspections(snapshot).items.filter {
      $0.page.book == book && $0.about.code == team
    }
  }
}

/// What is still open in the books on a day.
struct OpenInspections {
  let today: Day
  var waiting: [Waiting] = []
  /// What pages of all books left open and no later one has settled.
  var items: [OpenItem] = []
  /// The newest day of an inspection of each team, by the hash of its code; and of a station's check.
  var inspected: [UInt32: Day] = [:]
  var checked: [UInt32: Day] = [:]

  init(today: Day) { self.today = today }
}

/// Which rows of a book that is signed have something open, over all its volumes.
private struct SignedRows {
  typealias Place = PageSummary.Place

  /// Entries that lack a signature, a countersignature or a review.
  private(set) var unsigned: Set<Place> = []
  /// Inspections that set a date to put something right, and those that settle any.
  private(set) var unsettled: Set<Place> = []
  /// The newest day of an inspection of each team, by the hash of its code.
  private(set) var lastDays: [UInt32: Day] = [:]

  /// - Parameters:
  ///   - volumes: the rows of each, oldest volume first.
  ///   - opens: whether pages of the book leave anything open.
  init(_ volumes: [(year: Int, rows: [PageSummary])], _ signers: [Signer], opens: Bool) {
    let written = Written(volumes)
    for (year, rows) in volumes {
      for row in rows {
        let place = Place(year, Int(row.number))
        if opens, row.hasAny(of: [.opens, .settles]) {
          unsettled.insert(row.is(.correction) ? row.target(in: year) ?? place : place)
        }
        let day = Day(number: Int(row.day))
        guard row.is(.entry), !row.has(.void), !written.voids.contains(place)
        else { continue }
        lastDays[row.narrative] = max(day, lastDays[row.narrative] ?? day)
        if !written.isSettled(place, signers) { unsigned.insert(place) }
      }
    }
  }

  /// What later pages say about earlier ones.
  private struct Written {
    private(set) var voids: Set<Place> = []
    private var newest: [Place: Place] = [:]
    private var signed: [SignatureRole: Set<Place>] = [:]
    private var refused: [Place: Place] = [:]
    private var reviewed: Set<Place> = []

    init(_ volumes: [(year: Int, rows: [PageSummary])]) {
      for (year, rows) in volumes {
        for row in rows {
          guard let about = row.target(in: year) else { continue }
          switch PageSummary.Kind(rawValue: row.kind) {
          case .correction: newest[about] = Place(year, Int(row.number))
          case .void: if !row.has(.odd) { voids.insert(about) }
          case .signature: signed[row.role ?? .recorder, default: []].insert(about)
          case .refusal: refused[about] = Place(year, Int(row.number))
          case .review: reviewed.insert(about)
          case .other, .entry, .close, .witness, .paper, .reopen, nil: break
          }
        }
      }
    }

    /// Whether everybody signed the newest wording, or a refusal of it was reviewed, as far as rows tell.
    func isSettled(_ place: Place, _ signers: [Signer]) -> Bool {
      let page = newest[place] ?? place
      return signers.allSatisfy { signer in
        signed[signer.role]?.contains(page) == true
          || signer.mayRefuse && refused[page].map { reviewed.contains($0) } == true
      }
    }
  }
}

extension PageSummary {
  /// As what a signature was given.
  fileprivate var role: SignatureRole? {
    SignatureRole.allCases.indices.contains(Int(crew)) ? SignatureRole.allCases[Int(crew)] : nil
  }
}
