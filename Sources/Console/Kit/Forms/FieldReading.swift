import Patrol
import Records
import Wording

/// What a form knows of its fields beside how they are typed.
struct FieldRules: Sendable {
  /// What has to be said in so many words.
  var stated: Set<String> = []
  /// Fields that are asked only where they apply.
  var applying: [String: Applying] = [:]
  /// Whether somebody closed the book of the page for its day.
  var isClosed: @Sendable (Draft) -> Bool = { _ in false }
}

/// How the fields of one form are shown, read and picked: the schema's columns in a world.
///
/// It keeps the world and the day of one moment: made again for every key, never stored.
struct FieldReading {
  let world: World
  let columns: [Column]
  /// What stood in the record when the form was opened: personal data in it stays masked.
  let standing: [String: String]

  func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// Whether a field is asked as things are.
  func applies(_ name: String, _ draft: Draft) -> Bool {
    rules.applying[name]?(draft, world.beginning, rules.isClosed(draft)) ?? true
  }

  /// Whether a field has to be said in so many words and was not.
  func isUnsaid(_ column: Column, _ draft: Draft) -> Bool {
    switch column.entry {
    case .span(let from, let to): draft[from].isEmpty || draft[to].isEmpty
    case .crew: !Crew.isStated(draft)
    default:
      draft[column.name].isEmpty && (column.isRequired || rules.stated.contains(column.name))
    }
  }

  /// A field of a draft as it shows.
  func display(_ draft: Draft, _ name: String) -> String {
    switch column(name)?.entry {
    case .span(let from, let to): span(draft, from, to)
    case .crew(_, let absent): CrewSummary.text(draft, absent, self)
    default: display(draft[name], name)
    }
  }

  private func span(_ draft: Draft, _ from: String, _ to: String) -> String {
    guard !draft[from].isEmpty else { return "" }
    return "\(display(draft[from], from))-\(display(draft[to], to))"
  }

  /// A text as it is typed into a field.
  ///
  /// Prose shows as it stands, and so does personal data that was typed just now: masked is only
  /// what the record held before, and all of it while the console is locked. Empty shows as empty.
  func display(_ text: String, _ name: String) -> String {
    guard let column = column(name) else { return text }
    if case .prose = column.entry { return text }
    if text.isEmpty { return "" }
    if column.entry.isPersonal, standing[name] != text, !world.isLocked { return text }
    return FieldDisplay(world: world, day: day).text(text, column)
  }

  /// The patrol day beside which moments are shown; set by the form.
  var day: Day?
  private let rules: FieldRules

  init(
    _ world: World, _ columns: [Column], _ draft: Draft, standing: [String: String] = [:],
    rules: FieldRules = FieldRules()
  ) {
    (self.world, self.columns, self.standing, self.rules) = (world, columns, standing, rules)
    day = Day(draft["Date"])
  }

  /// Takes what was typed into the fields of a draft.
  ///
  /// - Parameter last: what `..` takes over.
  func write(
    _ text: String, _ name: String, in draft: inout Draft, _ last: Recollection
  ) throws(FieldError) {
    guard let column = column(name), case .reference = column.entry,
      !text.trimmingBlanks().isEmpty, text.trimmingBlanks() != ".."
    else { return try typed.write(text, name, in: &draft, last) }
    guard let item = picker(name, draft, query: text)?.decided else { throw column.error(text) }
    draft[name] = item.value
  }

  /// Whether `F4` lists what may stand in a field.
  func hasList(_ name: String) -> Bool {
    switch column(name)?.entry {
    case .code, .codes, .answer, .reference, .references, .crew, .words: true
    case .prose: !world.codes.phrases(for: name).isEmpty
    default: false
    }
  }

  /// The list of those that fit what was typed, where one of several has to be chosen.
  func choice(_ name: String, _ draft: Draft, _ text: String) -> PickList? {
    guard case .reference? = column(name)?.entry, let list = picker(name, draft, query: text),
      list.matches.count > 1
    else { return nil }
    return list
  }

  /// The route whose points a patrol is asked for.
  func route(_ draft: Draft) -> Route? { typed.route(draft) }

  private var typed: TypedReading {
    TypedReading(columns, world.beginning, language: world.language)
  }

  // MARK: Picking

  /// The list behind `F4`; nil for a field that can only be typed.
  ///
  /// In a list that takes several, those that the draft holds are marked.
  func picker(_ name: String, _ draft: Draft, query: String = "") -> PickList? {
    guard let column = column(name) else { return nil }
    let title = column.label[world.language]
    switch column.entry {
    case .code(let table), .answer(let table):
      return PickList(title: title, items: codeItems(table), query: query)
    case .codes(let table):
      let marked = Set(draft[name].split(separator: " ").map(String.init))
      return PickList(
        title: title, items: codeItems(table), takesSeveral: true, marked: marked, query: query)
    case .reference(let reference):
      return PickList(
        title: title, items: PickItems(world: world, column: column).items(reference, draft),
        query: query)
    case .references(let reference):
      let marked = Set(draft[name].split(separator: ",").map { String($0).trimmingBlanks() })
      return PickList(
        title: title, items: PickItems(world: world, column: column).items(reference, draft),
        takesSeveral: true, marked: marked,
        query: query)
    case .crew:
      let crew = Set(Crew.due(draft).map(\.text))
      return PickList(
        title: Phrase.due[world.language],
        items: PickItems(world: world, column: column).crew(draft),
        takesSeveral: true, marked: crew,
        query: query)
    case .prose:
      let items = world.codes.phrases(for: name).map {
        let text = $0.text(world.language)
        return PickItem(text, title: text, note: $0.number, code: $0.number)
      }
      return items.isEmpty ? nil : PickList(title: title, items: items, query: query)
    case .words(let table):
      let items = world.codes.table(table).map {
        PickItem(
          $0.label[world.language], title: $0.label[world.language], note: $0.key, code: $0.code)
      }
      return PickList(title: title, items: items, query: query)
    case .line, .day, .moment, .clock, .count, .money, .phone, .identity, .hours, .places, .tallies,
      .flag, .points, .checkpoints, .span, .absentees:
      return nil
    }
  }

  private func codeItems(_ table: String) -> [PickItem] {
    world.codes.table(table).map {
      PickItem($0.code, title: $0.label[world.language], note: $0.key, code: $0.code)
    }
  }
}

extension Phrase {
  /// Who is marked was due, there or not.
  fileprivate static let due = Phrase("应到人员", "應到人員", "Who was due")
}

extension FieldError {
  /// Its sentence where a key shows the list.
  var inForm: Phrase {
    guard [.oneOfTheList, .someOfTheList].contains(expected) else { return message }
    let shown = Phrase { expected[$0] + ($0 == .en ? " (F4)" : "（F4）") }
    return FieldError(field: field, label: label, found: found, expected: shown).message
  }
}
