import Records
import Wording

/// A cell of somebody's table as the text a file wants: dates, phones, names of teams as people
/// write them.
///
/// What can't be read is said, with what should stand there.
struct CellReading {
  private let library: Library
  private let teams: Names
  private let units: Names
  private let officers: Names

  /// Codes by name, where a name is one record's alone.
  private struct Names {
    private var codes: [String: String] = [:]
    private var known: Set<String> = []

    init(_ all: some Sequence<(code: String, name: String)>) {
      var several: Set<String> = []
      for (code, name) in all {
        let key = Folding.key(name)
        if codes.updateValue(code, forKey: key) != nil { several.insert(key) }
        known.insert(code)
      }
      for key in several { codes[key] = nil }
    }

    func code(_ text: String) -> String? {
      known.contains(text) ? text : codes[Folding.key(text)]
    }
  }

  init(_ library: Library) {
    self.library = library
    teams = Names(library.teams.map { ($0.code, $0.name) })
    units = Names(library.units.map { ($0.code, $0.name) })
    officers = Names(library.officers.map { ($0.code, $0.name) })
  }

  /// The field's text; "" for a blank cell.
  func text(_ cell: String, _ column: Column) throws(FieldError) -> String {
    let typed = cell.trimmingBlanks()
    guard !typed.isEmpty, !["-", "—", "/", "无", "無"].contains(typed) || isFree(column) else {
      return ""
    }
    guard let text = written(typed, column), column.accepts(text) else { throw column.error(typed) }
    return text
  }

  private func isFree(_ column: Column) -> Bool {
    switch column.entry {
    case .line, .prose, .words: true
    default: false
    }
  }

  private func written(_ typed: String, _ column: Column) -> String? {
    switch column.entry {
    case .day: return Written.day(typed)?.text
    case .clock: return Written.minuteOfDay(typed).map { Moment.clock($0 % 1440) }
    case .hours: return Written.hours(typed)
    case .money: return Written.money(typed)
    case .phone: return Written.phone(typed)
    case .identity: return Written.identity(typed)
    case .count: return Written.number(typed).filter { !"人名个個件".contains($0) }
    case .places: return Written.places(typed)
    case .code(let table): return library.codes.code(written: typed, in: table)
    case .codes(let table):
      return library.codes.codes(written: typed, in: table)?.joined(separator: " ")
    case .flag: return Written.flag(typed).map { $0 ? "yes" : "" }
    case .line: return line(typed, column)
    case .prose, .words: return typed.replacing("\r", with: "")
    case .reference(let register): return reference(typed, register, column)
    case .references: return references(typed)
    case .moment, .points, .absentees, .tallies, .checkpoints: return typed
    }
  }

  /// One line; the blanks that tables put into names of two characters go, formulas are no names.
  private func line(_ typed: String, _ column: Column) -> String? {
    let text = typed.replacing("\r", with: "").replacing("\n", with: " ")
    guard let first = text.first, !CSVFormula.marks.contains(first) else { return nil }
    let han = text.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" }
    guard column.name == "Name", han.allSatisfy({ $0.properties.isIdeographic }) else {
      return text
    }
    return String(String.UnicodeScalarView(han))
  }

  private func reference(_ typed: String, _ register: String, _ column: Column) -> String? {
    switch register {
    case "team":
      guard let code = teams.code(typed) ?? Named(typed).flatMap({ teams.code($0.code) }) else {
        return nil
      }
      return column.accepts(code) ? code : library.team(code)?.named.text
    case "unit": return units.code(typed)
    case "officer":
      if Named(typed) != nil { return typed }
      return officers.code(typed).flatMap(library.person)?.text
    default:
      if FieldText.isKey(typed), column.accepts(typed) { return typed }
      return Named(typed) != nil ? typed : person(typed)?.text
    }
  }

  private func references(_ typed: String) -> String? {
    let parts = typed.split { ",，、;；\n".contains($0) }.map { String($0).trimmingBlanks() }
    let found = parts.filter { !$0.isEmpty }.compactMap { Named($0) ?? person($0) }
    return found.count == parts.count ? found.map(\.text).joined(separator: ", ") : nil
  }

  /// A member by code or by a name that only one has.
  private func person(_ typed: String) -> Named? {
    if let known = library.person(typed) { return known }
    guard let column = RegisterRecord.Kind.members.column("Name") else { return nil }
    let table = library.table(.members)
    let found = table.indexes(column, is: typed)
    guard found.count == 1, let index = found.first, let code = table.records[index]["Code"] else {
      return nil
    }
    return Named(code, typed)
  }
}

/// What a table program takes for a formula: no name begins so.
enum CSVFormula {
  static let marks = "=+-@"
}
