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

  /// "" in a form that asks for nothing.
  var focusName: String { names.indices.contains(focus) ? names[focus] : "" }

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
    let asked = asked(reading)
    let at = asked.firstIndex(of: focusName) ?? 0
    guard !asked.isEmpty else { return isRead }
    focus = names.firstIndex(of: asked[max(0, min(asked.count - 1, at + step))]) ?? focus
    enter(reading)
    return isRead
  }

  /// The fields that are asked for as things are: check points only of a team that has a route.
  func asked(_ reading: FieldReading) -> [String] {
    names.filter { name in
      reading.column(name)?.entry != .checkpoints || !draft[name].isEmpty
        || reading.route(draft) != nil
    }
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
      complaints[focusName] = error.inForm[reading.world.language]
      return false
    }
  }

  // MARK: Typing

  /// Takes typed text; true when the field is complete by it and the caret may move on.
  mutating func type(_ text: String, _ reading: FieldReading) -> Bool {
    guard !names.isEmpty else { return false }
    complaints[focusName] = nil
    switch reading.column(focusName)?.entry {
    case .code(let table): return typeCode(text, table, isSingle: true, reading)
    case .codes(let table): return typeCode(text, table, isSingle: false, reading)
    case .flag: return typeFlag(text, reading)
    case .points(let table): return typePoint(text, table, reading)
    case .absentees: return typeAbsence(text, reading)
    case .reference, .references:
      picker = reading.picker(focusName, draft, query: text)
      return false
    case .checkpoints: return typeCheckpoint(text, reading)
    case .day, .moment, .clock, .count, .money, .phone, .identity, .hours, .answer:
      if isTouched { line.insert(text) } else { line.replaceAll(text) }
    case .line, .prose, .words, .tallies, .places, nil: line.insert(text)
    }
    isTouched = true
    return false
  }

  mutating func edit(_ change: (inout TextLine) -> Void, _ reading: FieldReading) {
    guard !names.isEmpty else { return }
    complaints[focusName] = nil
    switch reading.column(focusName)?.entry {
    case .code, .codes, .flag, .reference, .references, .absentees, .points, .checkpoints:
      let before = line
      change(&line)
      if line.text.count < before.text.count { draft[focusName] = shortened(reading) }
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

  /// What a field of codes holds after something was deleted in it: a checklist loses its last
  /// digit, everything else what it has.
  private func shortened(_ reading: FieldReading) -> String {
    guard case .points? = reading.column(focusName)?.entry else { return "" }
    return String(draft[focusName].dropLast())
  }

  /// One digit answers one point; the last one ends the field, one more begins anew.
  private mutating func typePoint(_ text: String, _ table: String, _ reading: FieldReading) -> Bool
  {
    let digits = Folding.halfWidth(text).filter { "123".contains($0) }
    guard !digits.isEmpty else { return false }
    let count = reading.world.codes.table(table).count
    let answers = draft[focusName].count < count ? draft[focusName] + digits : digits
    _ = set(String(answers.prefix(count)), reading)
    return answers.count >= count
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
    guard let digit = key.first, key.count == 1, ("0"..."9").contains(digit) else {
      picker = reading.picker(focusName, draft, query: text)
      return false
    }
    digits.append(digit)
    let crew = Crew.all(draft)
    guard digits.count >= (crew.count > 9 ? 2 : 1), let number = wholeNumber(digits) else {
      return false
    }
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
  mutating func fill(_ picked: [String], _ reading: FieldReading) {
    picker = nil
    complaints[focusName] = nil
    if case .absentees? = reading.column(focusName)?.entry {
      Crew.setAll(&draft, picked)
      line = TextLine(reading.display(draft[focusName], focusName))
    } else {
      let separator = if case .references? = reading.column(focusName)?.entry { ", " } else { " " }
      _ = set(picked.joined(separator: separator), reading)
    }
    isTouched = false
  }

  /// `0` is all of them; a number leaves that point out, or takes it in again.
  private mutating func typeCheckpoint(_ text: String, _ reading: FieldReading) -> Bool {
    guard let digit = wholeNumber(Folding.halfWidth(text)), let route = reading.route(draft) else {
      return false
    }
    let passed =
      digit == 0
      ? PointsPassed(all: route)
      : (PointsPassed(draft[focusName]) ?? PointsPassed(all: route)).toggling(digit, of: route)
    return set(passed?.text ?? draft[focusName], reading) || digit == 0
  }

  mutating func fill(_ values: [String: String], _ reading: FieldReading) {
    for (name, value) in values { draft[name] = value }
    enter(reading)
  }
}
