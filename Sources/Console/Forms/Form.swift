import Patrol
import Records
import Terminal
import Wording

/// A record being typed, field by field: the same for every record kind.
///
/// The draft holds what the file will hold; the focused field holds what is typed. When a field is
/// left, its shorthand is written out into the draft, or its complaint stands beside it.
struct Form: Hashable, Sendable {
  /// Names of the fields asked for, in order.
  let names: [String]
  private(set) var draft: Draft
  private(set) var focus: Int
  private(set) var line = TextLine()
  /// Whether the focused field was typed into since it was reached.
  private(set) var isTouched = false
  private(set) var complaints: [String: String] = [:]
  var picker: PickList?
  /// The person marked absent whose reason is awaited.
  private(set) var awaiting: String?
  private var digits = ""
  var recollection = Recollection()

  init(names: [String], draft: Draft, focus: String) {
    (self.names, self.draft) = (names, draft)
    self.focus = names.firstIndex(of: focus) ?? 0
  }

  var focusName: String { names[focus] }

  subscript(_ name: String) -> String {
    get { draft[name] }
    set { draft[name] = newValue }
  }

  mutating func complain(_ name: String?, _ text: String) {
    guard let name else { return }
    complaints[name] = text
  }

  // MARK: Moving

  /// Leaves the field if what is typed can be read; stays with a complaint if not.
  mutating func move(by step: Int, _ reading: FieldReading) -> Bool {
    let isRead = leave(reading)
    guard isRead || step < 0 else { return false }
    focus = max(0, min(names.count - 1, focus + step))
    enter(reading)
    return isRead
  }

  mutating func go(to name: String, _ reading: FieldReading) {
    focus = names.firstIndex(of: name) ?? focus
    enter(reading)
  }

  mutating func enter(_ reading: FieldReading) {
    (isTouched, awaiting, digits) = (false, nil, "")
    line = TextLine(reading.display(draft[focusName], focusName))
  }

  /// Reads the focused field into the draft; false and a complaint when it can't be read.
  mutating func leave(_ reading: FieldReading) -> Bool {
    awaiting = nil
    guard isTouched else { return complaints[focusName] == nil }
    do {
      draft[focusName] = try reading.read(line.text, focusName, draft, recollection)
      complaints[focusName] = nil
      isTouched = false
      line = TextLine(reading.display(draft[focusName], focusName))
      return true
    } catch {
      complaints[focusName] = error.message[reading.world.language]
      return false
    }
  }

  // MARK: Typing

  /// Takes typed text; true when the field is complete by it and the caret may move on.
  mutating func type(_ text: String, _ reading: FieldReading) -> Bool {
    complaints[focusName] = nil
    switch reading.column(focusName)?.entry {
    case .code(let table): return typeCode(text, table, isSingle: true, reading)
    case .codes(let table): return typeCode(text, table, isSingle: false, reading)
    case .flag: return typeFlag(text, reading)
    case .absentees: return typeAbsence(text, reading)
    case .reference:
      picker = reading.picker(focusName, draft, query: text)
      return false
    case .day, .moment, .count, .phone:
      if isTouched { line.insert(text) } else { line.replaceAll(text) }
    case .line, .prose, .words, .tallies, nil: line.insert(text)
    }
    isTouched = true
    return false
  }

  mutating func edit(_ change: (inout TextLine) -> Void, _ reading: FieldReading) {
    complaints[focusName] = nil
    switch reading.column(focusName)?.entry {
    case .code, .codes, .flag, .reference, .absentees:
      let before = line
      change(&line)
      if line.text.count < before.text.count { draft[focusName] = "" }
      line = TextLine(reading.display(draft[focusName], focusName))
    default:
      let before = line.text
      change(&line)
      if line.text != before { isTouched = true }
    }
  }

  private mutating func typeCode(
    _ text: String, _ table: String, isSingle: Bool, _ reading: FieldReading
  ) -> Bool {
    let key = Folding.halfWidth(text)
    let codes = reading.world.codes.table(table)
    if key == "0", !isSingle { return set("", reading) || true }
    guard let code = codes.first(where: { $0.key == key })?.code else {
      if key == "." || key == " " { return false }
      picker = reading.picker(focusName, draft, query: text)
      return false
    }
    if isSingle { return set(code, reading) || true }
    var list = draft[focusName].split(separator: " ").map(String.init)
    if let at = list.firstIndex(of: code) { list.remove(at: at) } else { list.append(code) }
    _ = set(list.joined(separator: " "), reading)
    return false
  }

  private mutating func typeFlag(_ text: String, _ reading: FieldReading) -> Bool {
    switch Folding.halfWidth(text).lowercased() {
    case "1", "y", "是": return set("yes", reading) || true
    case "0", "n", "否": return set("", reading) || true
    case " ": return set(draft[focusName].isEmpty ? "yes" : "", reading)
    default: return false
    }
  }

  /// A number marks that person of the crew absent or present again; then one digit says why.
  private mutating func typeAbsence(_ text: String, _ reading: FieldReading) -> Bool {
    let key = Folding.halfWidth(text)
    if let code = awaiting,
      let reason = reading.world.codes.table("absence").first(where: { $0.key == key })
    {
      Crew.setReason(&draft, code, reason.code)
      awaiting = nil
      line = TextLine(reading.display(draft[focusName], focusName))
      return false
    }
    guard let digit = key.first, key.count == 1, digit.isNumber else {
      picker = reading.picker(focusName, draft, query: text)
      return false
    }
    digits.append(digit)
    let crew = Crew.all(draft)
    guard digits.count >= (crew.count > 9 ? 2 : 1), let number = Int(digits) else { return false }
    digits = ""
    guard crew.indices.contains(number - 1) else { return false }
    awaiting = Crew.toggle(&draft, crew[number - 1])
    line = TextLine(reading.display(draft[focusName], focusName))
    return false
  }

  private mutating func set(_ value: String, _ reading: FieldReading) -> Bool {
    draft[focusName] = value
    line = TextLine(reading.display(value, focusName))
    return false
  }

  /// Puts what was picked into the field.
  mutating func take(_ picked: [String], _ reading: FieldReading) {
    picker = nil
    complaints[focusName] = nil
    if case .absentees? = reading.column(focusName)?.entry {
      Crew.setAll(&draft, picked)
      line = TextLine(reading.display(draft[focusName], focusName))
    } else {
      _ = set(picked.joined(separator: " "), reading)
    }
    isTouched = false
  }

  mutating func fill(_ values: [String: String], _ reading: FieldReading) {
    for (name, value) in values { draft[name] = value }
    enter(reading)
  }
}

/// Who is due, kept as two lists of the draft that always add up (I3).
enum Crew {
  static func all(_ draft: Draft) -> [Named] {
    let present = named(draft["Present"])
    let absent = absences(draft).map(\.person)
    return (present + absent).sorted { $0.code < $1.code }
  }

  static func absences(_ draft: Draft) -> [Absence] {
    draft["Absent"].split(separator: ",").compactMap { Absence(String($0).trimmingBlanks()) }
  }

  private static func named(_ text: String) -> [Named] {
    text.split(separator: ",").compactMap { Named(String($0).trimmingBlanks()) }
  }

  /// Marks somebody absent or present again; the code when a reason is awaited.
  static func toggle(_ draft: inout Draft, _ person: Named) -> String? {
    var (present, absent) = (named(draft["Present"]), absences(draft))
    if let at = absent.firstIndex(where: { $0.person.code == person.code }) {
      absent.remove(at: at)
      present.append(person)
      present.sort { $0.code < $1.code }
      store(&draft, present, absent)
      return nil
    }
    present.removeAll { $0.code == person.code }
    absent.append(Absence(person, "leave"))
    store(&draft, present, absent)
    return person.code
  }

  static func setReason(_ draft: inout Draft, _ code: String, _ reason: String) {
    let absent = absences(draft).map { $0.person.code == code ? Absence($0.person, reason) : $0 }
    store(&draft, named(draft["Present"]), absent)
  }

  /// Makes exactly these people the crew, keeping who of them is absent.
  static func setAll(_ draft: inout Draft, _ people: [String]) {
    let chosen = people.compactMap { Named($0) }
    let absent = absences(draft).filter { absence in
      chosen.contains { $0.code == absence.person.code }
    }
    let present = chosen.filter { person in !absent.contains { $0.person.code == person.code } }
    store(&draft, present, absent)
  }

  private static func store(_ draft: inout Draft, _ present: [Named], _ absent: [Absence]) {
    draft["Present"] = present.map(\.text).joined(separator: ", ")
    draft["Absent"] = absent.map(\.text).joined(separator: ", ")
  }
}
