import Records
import Wording

/// A cell of somebody's table as the text a file wants: dates, phones, names of teams as people
/// write them.
///
/// What can't be read is said, with what should stand there.
struct CellReading {
  private let kind: RegisterKind
  private let snapshot: Snapshot
  private let teams: CodesByName
  private let units: CodesByName
  private let officers: CodesByName

  init(_ kind: RegisterKind, _ snapshot: Snapshot) {
    (self.kind, self.snapshot) = (kind, snapshot)
    teams = CodesByName(snapshot.teams.map { ($0.code, $0.name) })
    units = CodesByName(snapshot.units.map { ($0.code, $0.name) })
    officers = CodesByName(snapshot.officers.map { ($0.code, $0.name) })
  }

  /// The field's text; "" for a blank cell.
  ///
  /// - Parameter ofSerials: whether the column holds mostly a table program's numbers of days.
  func text(_ cell: String, _ column: Column, ofSerials: Bool) throws(CellFault) -> String {
    let typed = cell.trimmingBlanks()
    guard !typed.isEmpty, !["-", "—", "/", "无", "無"].contains(typed) || isFree(column) else {
      return ""
    }
    if column.entry == .line, let unseen = UnseenCharacter(in: typed) {
      throw CellFault(.unseen(unseen), column, typed)
    }
    if column.entry == .phone {
      switch WrittenPhone(typed) {
      case .number(let text): return text
      case .several: throw CellFault(.severalPhones, column, typed)
      case .extended: throw CellFault(.extension, column, typed)
      case .unlike: throw CellFault(.noPhone, column, typed)
      }
    }
    if column.entry == .day { return try day(typed, column, ofSerials).text }
    guard let text = written(typed, column), column.accepts(text) else {
      throw CellFault(column.error(typed))
    }
    return text
  }

  private func day(_ typed: String, _ column: Column, _ ofSerials: Bool) throws(CellFault) -> Day {
    let day: Day
    switch WrittenDay(typed) {
    case .day(let written): day = written
    case .serial(let written) where ofSerials: day = written
    case .serial: throw CellFault(.serial, column, typed)
    case .monthOnly: throw CellFault(.noDay, column, typed)
    case .unclearYear: throw CellFault(.unclearYear, column, typed)
    case .unlike: throw CellFault(column.error(typed))
    }
    // The patrol day that is running may be yesterday's.
    guard !kind.layout.hasBeen(column) || day <= snapshot.today + 1 else {
      throw CellFault(.future, column, typed)
    }
    return day
  }

  private func isFree(_ column: Column) -> Bool {
    switch column.entry {
    case .line, .prose, .words: true
    default: false
    }
  }

  private func written(_ typed: String, _ column: Column) -> String? {
    switch column.entry {
    case .clock: return Written.minuteOfDay(typed).map { Moment.clock($0 % 1440) }
    case .hours: return Written.hours(typed)
    case .money: return Written.money(typed)
    case .identity: return Written.identity(typed)
    case .count: return count(typed)
    case .places: return Written.places(typed)
    case .code(let table): return snapshot.codes.code(written: typed, in: table)
    case .codes(let table):
      return snapshot.codes.codes(written: typed, in: table)?.joined(separator: " ")
    case .flag: return Written.flag(typed).map { $0 ? "yes" : "" }
    case .line: return line(typed, column)
    case .prose, .words: return typed.replacing("\r", with: "")
    case .reference(let reference): return self.reference(typed, reference, column)
    case .references(let reference): return references(typed, reference, column)
    case .moment: return WrittenMoment.moment(typed)?.text
    case .day, .phone, .points, .absentees, .tallies, .checkpoints, .answer,
      .span, .crew:
      return typed
    }
  }

  /// `12`, `12人`, `十二名`; 三四人 is not thirty-four.
  private func count(_ typed: String) -> String? {
    var text = typed
    if let unit = text.last, "人名个個件".contains(unit) { text.removeLast() }
    let han = text.filter { "零〇一二两兩三四五六七八九".contains($0) }
    guard han.count < 2 || text.contains("十") else { return nil }
    return Written.number(text)
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

  private func reference(_ typed: String, _ reference: Reference, _ column: Column) -> String? {
    switch reference {
    case .team:
      guard let code = teams.code(typed) ?? Named(typed).flatMap({ teams.code($0.code) }) else {
        return nil
      }
      return column.accepts(code) ? code : snapshot.team(code)?.named.text
    case .unit: return units.code(typed)
    case .officer:
      if Named(typed) != nil { return typed }
      return officers.code(typed).flatMap(snapshot.person)?.text
    default:
      if let found = record(typed, reference, column) { return found }
      if FieldText.isKey(typed), column.accepts(typed) { return typed }
      return Named(typed) != nil ? typed : person(typed)?.text
    }
  }

  /// The only record in force of that code or name in the registers that a field names.
  private func record(_ typed: String, _ reference: Reference, _ column: Column) -> String? {
    let found = reference.registers.compactMap { snapshot.kinds[$0] }.flatMap { kind -> [Named] in
      let table = snapshot.table(kind)
      let indexes =
        table.index(of: typed).map { [$0] } ?? table.indexes(kind.layout.name, is: typed)
      return indexes.map(table.texts).filter { !snapshot.isPast($0, kind) }.map {
        Named($0["Code"] ?? "", snapshot.title(of: $0, kind))
      }
    }
    guard found.count == 1, let named = found.first else { return nil }
    return column.accepts(named.code) ? named.code : named.text
  }

  private func references(_ typed: String, _ reference: Reference, _ column: Column) -> String? {
    let parts = typed.split { ",，、;；\n".contains($0) }.map { String($0).trimmingBlanks() }
    let found = parts.filter { !$0.isEmpty }.compactMap { part in
      Named(part) ?? person(part) ?? record(part, reference, column).flatMap { Named($0) }
    }
    return found.count == parts.count ? found.map(\.text).joined(separator: ", ") : nil
  }

  /// A member by code or by a name that only one has.
  private func person(_ typed: String) -> Named? {
    if let known = snapshot.person(typed) { return known }
    guard let column = RegisterKind.members.column("Name") else { return nil }
    let table = snapshot.table(.members)
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
