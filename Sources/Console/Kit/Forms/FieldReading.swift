import Patrol
import Records
import Wording

/// How the fields of one form are shown, read and picked: the schema's columns in a world.
///
/// It keeps the world and the day of one moment: made again for every key, never stored.
struct FieldReading {
  let world: World
  let columns: [Column]
  /// What stood in the record when the form was opened: personal data in it stays masked.
  let standing: [String: String]

  func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// A field of the draft as it is typed.
  ///
  /// Prose shows as it stands, and so does personal data that was typed just now: masked is only
  /// what the record held before, and all of it while the console is locked. Empty shows as empty, but
  /// for `Found`: that nothing was found is an answer.
  func display(_ text: String, _ name: String) -> String {
    guard let column = column(name) else { return text }
    if case .prose = column.entry { return text }
    if text.isEmpty, name != "Found" { return "" }
    if column.entry.isPersonal, standing[name] != text, !world.isLocked { return text }
    return FieldDisplay(world: world, day: day).text(text, column)
  }

  /// The patrol day beside which moments are shown; set by the form.
  var day: Day?

  init(
    _ world: World, _ columns: [Column], _ draft: Draft, standing: [String: String] = [:]
  ) {
    (self.world, self.columns, self.standing) = (world, columns, standing)
    day = Day(draft["Date"])
  }

  /// The file's text for what was typed.
  ///
  /// - Parameter last: what `..` takes over.
  func read(
    _ text: String, _ name: String, _ draft: Draft, _ last: Recollection
  ) throws(FieldError) -> String {
    try typed.read(text, name, draft, last)
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
      let marked = Set(Named.list(draft[name]).map(\.text))
      return PickList(
        title: title, items: PickItems(world: world, column: column).items(reference, draft),
        takesSeveral: true, marked: marked,
        query: query)
    case .absentees:
      let crew = Set(Crew.all(draft).map(\.text))
      return PickList(
        title: Phrase.due[world.language],
        items: PickItems(world: world, column: column).crew(draft),
        takesSeveral: true, marked: crew,
        query: query)
    case .prose:
      let items = world.codes.phrases.map {
        PickItem($0.text, title: $0.text, note: $0.number, code: $0.number)
      }
      return items.isEmpty ? nil : PickList(title: title, items: items, query: query)
    case .words(let table):
      let items = world.codes.table(table).map {
        PickItem(
          $0.label[world.language], title: $0.label[world.language], note: $0.key, code: $0.code)
      }
      return PickList(title: title, items: items, query: query)
    case .line, .day, .moment, .clock, .count, .money, .phone, .identity, .hours, .places, .tallies,
      .flag, .points, .checkpoints:
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
    guard expected == .oneOfTheList else { return message }
    let shown = Phrase { expected[$0] + ($0 == .en ? " (F4)" : "（F4）") }
    return FieldError(field: field, label: label, found: found, expected: shown).message
  }
}
