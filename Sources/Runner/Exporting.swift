import Books
import Patrol
import Records
import Wording

/// Texts for others: a person's own sheet, a register as a table, shifts as a calendar. They are put
/// into `exports/`, with the rights of everything else in the directory.
extension Keeper {
  private var language: Language {
    (try? loading.station().spoken) ?? .hans
  }

  mutating func sheet(
    _ kind: RegisterKind, _ code: String, _ why: String
  ) throws -> Report {
    let text = try sheetText(kind, code, why)
    let name = "sheet-\(code)-\(compactDay).txt"
    return Report(.exported(try store(text, as: name)))
  }

  /// The sheet as a text; that it was made is written down first.
  mutating func sheetText(
    _ kind: RegisterKind, _ code: String, _ why: String
  ) throws -> String {
    let library = try currentLibrary()
    guard library.table(kind).index(of: code) != nil else {
      throw RegisterRefusal.notThere(code: code)
    }
    try note(Looking(kind, [code], at: .sheet, why: why))
    let codes = library.merged(into: code, kind)
    // A sheet is all that is held on a person, or it is none.
    let (changes, unreadChanges) = changes(of: codes, .register(kind))
    let (accesses, unreadAccesses) = try accesses(to: codes)
    if let unread = (unreadChanges + unreadAccesses).first { throw unread }
    let pages = try Naming(on: directory.disk, of: kinds.books).pages(naming: codes)
    let sheet = PersonSheet(
      kind, code, in: library, changes: changes, accesses: accesses,
      pages: pages.values.flatMap { $0 }.sorted { $0.text < $1.text })
    return sheet.text(language, at: clock.now)
  }

  mutating func export(_ rows: RegisterRows, _ why: String?) throws -> Report {
    let text = try tableText(rows, why)
    return Report(.exported(try store(text, as: "\(rows.kind.name)-\(compactDay).csv")))
  }

  /// A register as CSV; whole phone numbers only for a reason, which is written down.
  mutating func tableText(_ rows: RegisterRows, _ why: String?) throws -> String {
    let library = try currentLibrary()
    let table = RegisterCSV(rows.kind, in: library, isMasked: why == nil)
    let indexes = rows.indexes(in: library)
    if let why { try note(Looking(rows.kind, [], at: .export, why: why), count: indexes.count) }
    return table.text(indexes, language)
  }

  mutating func calendar(_ duties: Duties) throws -> Report {
    let library = try currentLibrary()
    let code: String
    switch duties.whose {
    case .team(let team): code = team
    case .person(let person): code = person
    }
    return Report(
      .exported(try store(calendarText(duties, library), as: "duty-\(code)-\(compactDay).ics")))
  }

  mutating func calendarText(_ duties: Duties, _ library: Library) throws -> String {
    let name: String
    switch duties.whose {
    case .team(let team):
      guard let found = library.team(team) else { throw library.noTeam(team) }
      name = found.name
    case .person(let person):
      guard let found = library.person(person) else { throw EntryRefusal.unknownPerson(person) }
      name = found.name
    }
    try SpanTooLong.check(duties.from, duties.to)
    return Calendar.text(
      duties.list(in: library), name: name, in: library, at: clock.now, language)
  }

  private var compactDay: String { clock.now.moment.day.text.replacing("-", with: "") }

  /// The file's whole path.
  func store(_ text: String, as name: String) throws -> String {
    let disk = directory.disk
    try disk.makeDirectory(DataDirectory.exports)
    var path = "\(DataDirectory.exports)/\(name)"
    // What was written before the same day may be in somebody's hands.
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    var number = 1
    while try disk.status(path) != nil {
      number += 1
      path = "\(DataDirectory.exports)/\(name[..<dot])-\(number)\(name[dot...])"
    }
    try disk.replace(path, with: Array(text.utf8))
    return "\(directory.disk.root)/\(path)"
  }

  mutating func plan(_ teams: [String], _ from: Day, _ to: Day) throws -> Report {
    Report(.planned(try performances(teams, from, to)))
  }

  /// What became of the shifts of some teams, day by day.
  mutating func performances(_ teams: [String], _ from: Day, _ to: Day) throws -> [Performance] {
    let library = try currentLibrary()
    let plan = PlanAgainstFact(library, now: now)
    var found: [Performance] = []
    try SpanTooLong.check(from, to)
    for offset in 0...max(0, to - from) {
      let day = from + offset
      let planned = teams.filter { !library.duties(of: $0, on: day).isEmpty }
      let pages =
        day > library.today
        ? [:]
        : Dictionary(grouping: try books.patrols(on: day, of: Set(planned))) {
          $0.page.id.book.owner
        }
      let unread = try books.unreadBooks(from: day)
      for team in planned {
        found += plan.performances(
          of: team, on: day, entries: pages[team] ?? [],
          isRead: !unread.contains(BookID(team, .patrol)))
      }
    }
    return found
  }
}
