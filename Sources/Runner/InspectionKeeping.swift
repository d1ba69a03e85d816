import Books
import Patrol
import Records

/// What is still open in the Inspection Record Books: found from the index's rows, so that only the
/// few pages that matter are read.
extension BookKeeping {
  /// Days back in which something open is looked for.
  private static let reach = 90

  mutating func inspections(_ library: Library, _ day: Day) throws -> InspectionSurvey {
    let open = try openInspections(library)
    return InspectionSurvey(
      waiting: open.waiting, contradictions: try contradictions(upTo: day),
      problems: open.problems, inspected: open.inspected, checked: open.checked)
  }

  mutating func lookForOpen(_ library: Library) throws -> OpenInspections {
    var open = OpenInspections(today: library.today)
    var found: [LedgerPage] = []
    for (book, year) in try inspectionBooks(library) {
      let rows = InspectionRows(try index(year).pages(of: book), from: library.today - Self.reach)
      if library.isStation(book.owner) {
        open.checked.merge(rows.lastDays) { max($0, $1) }
      } else {
        open.inspected.merge(rows.lastDays) { max($0, $1) }
      }
      let entries = try entries(rows.unsigned.union(rows.unsettled), of: book, year)
      open.waiting += entries.compactMap { Waiting($0, in: library) }
      found += entries
    }
    // What December left open may be settled by a page of January's volume.
    let settled = found.settled
    open.problems = found.compactMap { Self.problem($0, settled) }
    open.waiting.sort { ($0.day, $0.page.number) < ($1.day, $1.page.number) }
    return open
  }

  /// Books of this year, and of the last one while its end is still near.
  private mutating func inspectionBooks(_ library: Library) throws -> [(BookID, Int)] {
    let today = library.today
    let years = try [(today - Self.reach).year, today.year].filter {
      try $0 == today.year || isThere($0)
    }
    return try Set(years).sorted().flatMap { year in
      try index(year).books.filter { $0.kind == .inspection }.sorted { $0.text < $1.text }
        .map { ($0, year) }
    }
  }

  /// Entries of one volume by number, with all that was written about them since, in the next
  /// year's volume too.
  mutating func entries(_ numbers: Set<Int>, of book: BookID, _ year: Int) throws -> [LedgerPage] {
    guard !numbers.isEmpty else { return [] }
    let rows = try index(year).pages(of: book)
    var wanted = numbers
    // What is about an entry, and what is about that: a signature under a correction, a review.
    for _ in 0..<2 {
      for row in rows where row.isAbout(wanted) { wanted.insert(Int(row.number)) }
    }
    var pages = try self.pages(Array(wanted), of: book, year).sound
    if try isThere(year + 1) {
      let foreign = try index(year + 1).pages(of: book).filter(\.isForeign)
      pages += try self.pages(foreign.map { Int($0.number) }, of: book, year + 1).sound
    }
    let ledger = DayLedger(day: Day(number: 0), pages: pages, check: check.fault)
    return (ledger.patrols + ledger.inspections).filter { numbers.contains($0.page.id.number) }
  }

  /// A14 for the last days: what an inspection found and the patrol book denies.
  private mutating func contradictions(upTo day: Day) throws -> [Contradiction] {
    var found: [Contradiction] = []
    for back in 0..<10 {
      let volumes = try years(of: day - back).map { ($0, try index($0).pages(on: day - back)) }
      for (year, rows) in volumes {
        for row in rows where row.page.has(.absence) && !row.page.has(.void) {
          found += try contradictions(row, year, volumes)
        }
      }
    }
    return found
  }

  private mutating func contradictions(
    _ inspection: (book: BookID, page: PageSummary), _ year: Int,
    _ volumes: [(year: Int, rows: [(book: BookID, page: PageSummary)])]
  ) throws -> [Contradiction] {
    let row = inspection.page
    let isCorrection = row.kind == PageSummary.Kind.correction.rawValue
    let number = Int(isCorrection ? row.narrative : UInt32(row.number))
    let entry = try entries([number], of: inspection.book, year).first
    guard let entry, let team = Named(entry.text("Inspected")) else { return [] }
    let book = BookID(team.code, .patrol)
    var claims: [LedgerPage] = []
    for (year, rows) in volumes {
      let patrols = rows.filter {
        $0.book == book && $0.page.kind == PageSummary.Kind.patrol.rawValue && !$0.page.has(.void)
      }.map { Int($0.page.number) }
      claims += try entries(Set(patrols), of: book, year)
    }
    return Contradiction.between(entry) { _ in claims }
  }

  // MARK: Problems

  /// What is still to be put right at a team, for the form of its next inspection.
  mutating func openProblems(_ book: BookID, of team: String, _ library: Library) throws
    -> [InspectionSurvey.OpenProblem]
  {
    try openInspections(library).problems.filter {
      $0.page.book == book && $0.inspected.code == team
    }
  }

  private static func problem(_ page: LedgerPage, _ settled: Set<PageID>)
    -> InspectionSurvey.OpenProblem?
  {
    guard !page.isVoid, !settled.contains(page.page.id), let by = Day(page.text("By")),
      let day = page.day, let inspected = Named(page.text("Inspected"))
    else { return nil }
    let text = [page.text("Required"), page.text("Found")].first { !$0.isEmpty } ?? ""
    return .init(page: page.page.id, day: day, inspected: inspected, by: by, text: text)
  }
}

/// What is still open in all inspection books on a day.
struct OpenInspections {
  let today: Day
  var waiting: [Waiting] = []
  var problems: [InspectionSurvey.OpenProblem] = []
  /// The newest day of an inspection of each team, by the hash of its code; and of a station's check.
  var inspected: [UInt32: Day] = [:]
  var checked: [UInt32: Day] = [:]

  init(today: Day) { self.today = today }
}

/// Which rows of an inspection book's volume have something open.
private struct InspectionRows {
  /// Numbers of inspections that lack a signature, a countersignature or a review.
  private(set) var unsigned: Set<Int> = []
  /// Numbers of inspections that set a date to put something right, and of those that settle any.
  private(set) var unsettled: Set<Int> = []
  /// The newest day of an inspection of each team, by the hash of its code.
  private(set) var lastDays: [UInt32: Day] = [:]

  init(_ rows: [PageSummary], from first: Day) {
    var newest: [Int: Int] = [:]
    var entry: [Int: Int] = [:]
    var signed: [SignatureRole: Set<Int>] = [:]
    var (refused, reviewed): ([Int: Int], Set<Int>) = ([:], [])
    for row in rows {
      let (number, about) = (Int(row.number), Int(row.narrative))
      switch PageSummary.Kind(rawValue: row.kind) {
      case .inspection: newest[number] = number
      case .correction:
        newest[about] = number
        entry[number] = about
      case .signature: signed[row.role ?? .recorder, default: []].insert(about)
      case .refusal: refused[about] = number
      case .review: reviewed.insert(about)
      case .other, .patrol, .void, .close, nil: break
      }
    }
    for row in rows where row.has(.deadline) || row.has(.settles) {
      unsettled.insert(entry[Int(row.number)] ?? Int(row.number))
    }
    for row in rows where row.kind == PageSummary.Kind.inspection.rawValue {
      let day = Day(number: Int(row.day))
      guard day >= first, !row.has(.void) else { continue }
      let number = Int(row.number)
      lastDays[row.narrative] = max(day, lastDays[row.narrative] ?? day)
      let page = newest[number] ?? number
      let isSigned =
        signed[.inspector]?.contains(page) == true && signed[.inspected]?.contains(page) == true
      let isReviewed =
        signed[.inspector]?.contains(page) == true
        && refused[page].map { reviewed.contains($0) } == true
      if !isSigned, !isReviewed { unsigned.insert(number) }
    }
  }
}

extension PageSummary {
  private var isAboutAnother: Bool {
    switch Kind(rawValue: kind) {
    case .correction, .void, .signature, .refusal, .review: true
    case .other, .patrol, .inspection, .close, nil: false
    }
  }

  fileprivate func isAbout(_ numbers: Set<Int>) -> Bool {
    isAboutAnother && narrative > 0 && numbers.contains(Int(narrative))
  }

  /// About a page of another volume.
  fileprivate var isForeign: Bool { isAboutAnother && narrative == 0 }

  /// As what a signature was given.
  fileprivate var role: SignatureRole? {
    SignatureRole.allCases.indices.contains(Int(crew)) ? SignatureRole.allCases[Int(crew)] : nil
  }
}
