import Patrol
import Records
import Terminal
import Wording

/// A record being typed, field by field: the same for every record kind.
///
/// The draft holds what the file will hold; the focused field holds what is typed. When a field is
/// left, its shorthand is written out into the draft, or its complaint stands beside it.
///
/// Behind the usual fields comes the line 更多: from it the form is saved, or a field is reached by its
/// number. A form knows no world: what reads or shows a field is told by the `FieldReading` of the moment.
struct Form: Hashable, Sendable {
  /// Where the caret stands.
  enum Focus: Hashable, Sendable {
    case field(String)
    /// The line behind the usual fields.
    case more
  }

  let fields: FormFields
  private(set) var draft: Draft
  private(set) var focus: Focus
  /// What stands in the focused field; the draft gets it when the field is left.
  private(set) var line = TextLine()
  /// Whether the focused field was typed into since it was reached.
  private(set) var isTouched = false
  /// What is wrong, by field; worded in the language of the moment in which it came up.
  private(set) var complaints: [String: String] = [:]
  /// The list that stands open over the form and takes the keys.
  var picker: PickList?
  /// What `..` and `F5` take over; empty until the earlier entry was read.
  var recollection = Recollection()
  /// The first digit of a field's number, typed on the line 更多.
  private(set) var digit = ""

  init(_ fields: FormFields, draft: Draft, focus: String) {
    (self.fields, self.draft) = (fields, draft)
    self.focus = fields.holding(focus).map { .field($0) } ?? .more
  }

  /// "" on the line 更多.
  var focusName: String { if case .field(let name) = focus { name } else { "" } }

  subscript(_ name: String) -> String {
    get { draft[name] }
    set { draft[name] = newValue }
  }

  mutating func complain(_ name: String?, _ text: String) {
    guard let name = name.flatMap(fields.holding) else { return }
    complaints[name] = text
  }

  // MARK: Moving

  /// The places of the caret, from the top to the bottom.
  private func places(_ reading: FieldReading) -> [Focus] {
    asked(reading).map { .field($0) } + [.more]
      + fields.rare.filter { !fields.locked.contains($0) }.map { .field($0) }
  }

  /// The usual fields that apply as things are, without those that can't be changed.
  func asked(_ reading: FieldReading) -> [String] {
    shown(reading).filter { !fields.locked.contains($0) }
  }

  /// The usual fields that apply as things are.
  func shown(_ reading: FieldReading) -> [String] {
    // What a draft was typed into shows, whatever it needs.
    fields.usual.filter { reading.applies($0, draft) || $0 == focusName }
  }

  /// Takes the field and goes on: from a usual one to the next, from one below the line 更多 back to it.
  mutating func takeAndGoOn(_ reading: FieldReading) {
    guard case .field(let name) = focus else { return }
    if fields.templates.contains(name), line.toNextBlank() { return }
    guard take(reading, isEnter: true) else { return }
    if fields.rare.contains(name) { return go(.more, reading) }
    step(1, reading)
  }

  /// Leaves the field if what is typed can be read; stays with a complaint if not.
  ///
  /// Backwards the way is always open: the complaint stays beside the field.
  mutating func move(by step: Int, _ reading: FieldReading) {
    guard take(reading, isEnter: false) || step < 0 else { return }
    self.step(step, reading)
  }

  private mutating func step(_ by: Int, _ reading: FieldReading) {
    let places = places(reading)
    let at = places.firstIndex(of: focus) ?? 0
    go(places[max(0, min(places.count - 1, at + by))], reading)
  }

  /// Moves without reading the field that is left: what was typed there counts only after `leave`.
  mutating func go(to name: String, _ reading: FieldReading) {
    guard let name = fields.holding(name) else { return }
    go(.field(name), reading)
  }

  private mutating func go(_ place: Focus, _ reading: FieldReading) {
    focus = place
    enter(reading)
  }

  /// Begins the focused field, from what the draft holds.
  mutating func enter(_ reading: FieldReading) {
    (isTouched, digit) = (false, "")
    line = TextLine(reading.display(draft, focusName))
    toFirstBlank()
  }

  /// The caret stands behind the first blank of a template, which the next character takes the place of.
  private mutating func toFirstBlank() {
    guard fields.templates.contains(focusName) else { return }
    line.toStart()
    if !line.toNextBlank() { line.toEnd() }
  }

  /// Two digits on the line 更多 lead to the field with that number.
  ///
  /// - Returns: whether there is one; nil while a digit is missing still.
  mutating func seek(_ digit: Character, _ reading: FieldReading) -> Bool? {
    self.digit.append(digit)
    guard self.digit.count == 2 else { return nil }
    let name = Int(self.digit).flatMap(fields.name(number:))
    self.digit = ""
    guard let name, !fields.locked.contains(name), reading.applies(name, draft) else {
      return false
    }
    go(to: name, reading)
    return true
  }

  // MARK: Reading

  /// Reads the focused field into the draft; false and a complaint when it can't be read.
  ///
  /// A field that nobody typed into is not read: it may show a masked number or words for a code,
  /// from which the file's text can't be had back.
  mutating func leave(_ reading: FieldReading) -> Bool { take(reading, isEnter: false) }

  /// - Parameter isEnter: whether the field is taken: what has to be said can't be passed over then, and
  ///   of several that fit one is chosen.
  private mutating func take(_ reading: FieldReading, isEnter: Bool) -> Bool {
    guard case .field(let name) = focus else { return true }
    guard isTouched else {
      if complaints[name] != nil { return false }
      return !isEnter || isAnswered(name, reading)
    }
    do {
      try reading.write(line.text, name, in: &draft, recollection)
      complaints[name] = nil
      isTouched = false
      line = TextLine(reading.display(draft, name))
      return true
    } catch {
      if isEnter, let list = reading.choice(name, draft, line.text) {
        picker = list
        return false
      }
      complaints[name] = error.inForm[reading.world.language]
      return false
    }
  }

  /// Whether a bare Enter may pass over a field: never over one that has to be said and was not.
  private mutating func isAnswered(_ name: String, _ reading: FieldReading) -> Bool {
    guard let column = reading.column(name), reading.isUnsaid(column, draft) else { return true }
    complaints[name] = column.error("").inForm[reading.world.language]
    return false
  }

  /// The draft as it would be taken now: without what the focused field held before, where what is typed
  /// there can't be read.
  func asTyped(_ reading: FieldReading) -> Draft {
    guard isTouched, case .field(let name) = focus else { return draft }
    var draft = draft
    do throws(FieldError) {
      try reading.write(line.text, name, in: &draft, recollection)
    } catch {
      for part in reading.column(name)?.entry.parts ?? [] { draft[part] = "" }
      draft[name] = ""
    }
    return draft
  }

  // MARK: Typing

  /// Takes typed text, which gathers in the line until the field is taken.
  ///
  /// A short value is typed as a whole; free text is gone on with.
  mutating func type(_ text: String, _ reading: FieldReading) {
    guard case .field(let name) = focus, let column = reading.column(name) else { return }
    complaints[name] = nil
    if case .references = column.entry {
      picker = reading.picker(name, draft, query: text)
      return
    }
    // An answer begins with a digit; words are put behind the one that stands there.
    let isAnew = !isTouched && column.entry.isAnswer && text.first?.isNumber == true
    if isTouched || column.entry.isFreeText && !isAnew {
      if fields.templates.contains(name) { line.deleteBlank() }
      line.insert(text)
    } else {
      line.replaceAll(text)
    }
    isTouched = true
  }

  /// Edits the caret's line; words that stand for a code or a person go whole.
  mutating func edit(_ change: (inout TextLine) -> Void, _ reading: FieldReading) {
    guard case .field(let name) = focus, let column = reading.column(name) else { return }
    complaints[name] = nil
    let before = line.text
    change(&line)
    guard line.text != before else { return }
    if !isTouched, !column.entry.isTypedAsShown, line.text.count < before.count { line.clear() }
    isTouched = true
  }

  /// Goes on with what was typed into the focused field before.
  mutating func takeUp(_ text: String) {
    line.replaceAll(text)
    isTouched = true
  }

  /// Puts what was picked into the field.
  ///
  /// - Parameter picked: values of `PickItem`, in the order of the list.
  mutating func fill(_ picked: [String], _ reading: FieldReading) {
    picker = nil
    let name = focusName
    complaints[name] = nil
    switch reading.column(name)?.entry {
    case .crew: Crew.expect(picked, in: &draft, reading.columns)
    case .references: draft[name] = picked.joined(separator: ", ")
    case .codes:
      let text = picked.joined(separator: " ")
      if let column = reading.column(name), column.saysNothingAndMore(text) {
        let found = reading.display(text, name)
        complaints[name] = column.nothingAndMore(found).message[reading.world.language]
        return
      }
      draft[name] = text
    default: draft[name] = picked.joined(separator: " ")
    }
    enter(reading)
  }

  /// Takes over texts of the file, by field; what was typed into the focused one is dropped.
  mutating func fill(_ values: [String: String], _ reading: FieldReading) {
    for (name, value) in values { draft[name] = value }
    if !isTouched || values[focusName] != nil { enter(reading) }
  }
}

extension Entry {
  fileprivate var isAnswer: Bool {
    if case .answer = self { true } else { false }
  }

  /// Whether typing goes on with what stands there.
  fileprivate var isFreeText: Bool {
    switch self {
    case .line, .prose, .words, .tallies, .places, .answer: true
    default: false
    }
  }

  /// Whether what stands in the field is what would be typed, so that single characters can go.
  fileprivate var isTypedAsShown: Bool {
    switch self {
    case .code, .codes, .flag, .reference, .references, .absentees, .crew, .checkpoints, .points:
      false
    default: true
    }
  }
}
