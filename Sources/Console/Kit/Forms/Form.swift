import Patrol
import Records
import Terminal
import Wording

/// A record being typed, field by field: the same for every record kind.
///
/// The draft holds what the file will hold; the focused field holds what is typed. When a field is
/// left, its shorthand is written out into the draft, or its complaint stands beside it.
///
/// A form knows no world: what reads or shows a field is told by the `FieldReading` of the moment.
struct Form: Hashable, Sendable {
  /// Names of the fields asked for, in order.
  let names: [String]
  private(set) var draft: Draft
  /// Index into `names`, not into those asked for at the moment (`asked`).
  private(set) var focus: Int
  /// What stands in the focused field; the draft gets it when the field is left.
  private(set) var line = TextLine()
  /// Whether the focused field was typed into since it was reached.
  private(set) var isTouched = false
  /// What is wrong, by field; worded in the language of the moment in which it came up.
  private(set) var complaints: [String: String] = [:]
  /// The list that stands open over the form and takes the keys.
  var picker: PickList?
  /// The code of the person marked absent for whom a reason is awaited.
  private(set) var awaiting: String?
  /// The number of a person so far: two digits where the crew has more than nine.
  private var digits = ""
  /// What `..` and `F5` take over; empty until the earlier entry was read.
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
  ///
  /// Backwards the way is always open: the complaint stays beside the field.
  ///
  /// - Returns: whether the field could be read.
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

  /// Moves without reading the field that is left: what was typed there counts only after `leave`.
  mutating func go(to name: String, _ reading: FieldReading) {
    focus = names.firstIndex(of: name) ?? focus
    enter(reading)
  }

  /// Begins the focused field, from what the draft holds.
  mutating func enter(_ reading: FieldReading) {
    (isTouched, awaiting, digits) = (false, nil, "")
    line = TextLine(reading.display(draft[focusName], focusName))
  }

  /// Reads the focused field into the draft; false and a complaint when it can't be read.
  ///
  /// A field that nobody typed into is not read: it may show a masked number or words for a code,
  /// from which the file's text can't be had back.
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
  ///
  /// Codes, flags, points and people take effect with the key; the rest gathers in `line`.
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
      // A short value is typed as a whole; free text is gone on with.
      if isTouched { line.insert(text) } else { line.replaceAll(text) }
    case .line, .prose, .words, .tallies, .places, nil: line.insert(text)
    }
    isTouched = true
    return false
  }

  /// Edits the caret's line.
  ///
  /// Where the line is words for codes no single character of it can go: see `shortened`.
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

  /// A code's key sets it, or adds it to several and takes it out again; `0` is none of them.
  ///
  /// Anything else opens the list, narrowed by what was typed.
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

  /// One digit answers one point; the last one ends the field, one more begins again.
  private mutating func typePoint(_ text: String, _ table: String, _ reading: FieldReading) -> Bool
  {
    let digits = Folding.halfWidth(text).filter { "123".contains($0) }
    guard !digits.isEmpty else { return false }
    let count = reading.world.codes.table(table).count
    let answers = draft[focusName].count < count ? draft[focusName] + digits : digits
    _ = set(String(answers.prefix(count)), reading)
    return answers.count >= count
  }

  /// A yes or a no ends the field; a blank turns it over and stays.
  private mutating func typeFlag(_ text: String, _ reading: FieldReading) -> Bool {
    switch Folding.halfWidth(text).lowercased() {
    case "1", "y", "是": return set("yes", reading) || true
    case "0", "n", "否": return set("", reading) || true
    case " ": return set(draft[focusName].isEmpty ? "yes" : "", reading)
    default: return false
    }
  }

  /// A number marks that person of the crew absent or present again; then one digit says why.
  ///
  /// Without a reason the absence counts as leave (`Crew.toggle`).
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

  /// Sets the focused field; false always, so that a caller adds `|| true` where that completes it.
  private mutating func set(_ value: String, _ reading: FieldReading) -> Bool {
    draft[focusName] = value
    line = TextLine(reading.display(value, focusName))
    return false
  }

  /// Puts what was picked into the field.
  ///
  /// - Parameter picked: values of `PickItem`, in the order of the list.
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

  /// Takes over texts of the file, by field; what was typed into the focused one is dropped.
  mutating func fill(_ values: [String: String], _ reading: FieldReading) {
    for (name, value) in values { draft[name] = value }
    enter(reading)
  }
}
