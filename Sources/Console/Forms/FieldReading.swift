import Patrol
import Records
import Wording

/// How the fields of one form are shown, read and picked: the schema's columns in a world.
struct FieldReading {
  let world: World
  let columns: [Column]
  /// What stood in the record when the form was opened: personal data in it stays masked.
  let standing: [String: String]

  func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// A field of the draft as its owner would type it.
  func display(_ text: String, _ name: String) -> String {
    guard let column = column(name) else { return text }
    if case .prose = column.entry { return text }
    if text.isEmpty, name != "Found" { return "" }
    if column.entry.isPersonal, standing[name] != text { return text }
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
  func read(
    _ typed: String, _ name: String, _ draft: Draft, _ last: Recollection
  ) throws(FieldError) -> String {
    guard let column = column(name) else { return typed }
    if ["..", "。。", "．．"].contains(typed.trimmingBlanks()) { return last.texts[name] ?? "" }
    if Folding.halfWidth(typed).trimmingBlanks() == "=", let sum = total(name, draft) { return sum }
    if typed.trimmingBlanks().isEmpty {
      if column.isRequired { throw column.error("") }
      return ""
    }
    guard let text = written(typed, column, draft), column.accepts(text) else {
      throw column.error(typed)
    }
    return text
  }

  /// What `=` stands for: the value that makes a field add up.
  private func total(_ name: String, _ draft: Draft) -> String? {
    guard name == "Present", !draft["Expected"].isEmpty else { return nil }
    return "\((wholeNumber(draft["Expected"]) ?? 0) - Crew.absences(draft).count)"
  }

  private func written(_ typed: String, _ column: Column, _ draft: Draft) -> String? {
    let shorthand = shorthand(column, draft)
    switch column.entry {
    case .day: return shorthand.day(typed)?.text
    case .moment: return shorthand.moment(typed)?.text
    case .clock: return Written.minuteOfDay(typed).map { Moment.clock($0 % 1440) }
    case .hours: return Shorthand.hours(typed)
    case .count: return Shorthand.number(typed)
    case .money: return Shorthand.money(typed)
    case .phone: return Shorthand.phone(typed)
    case .identity: return Shorthand.identity(typed)
    case .places: return Shorthand.places(typed)
    case .code(let table): return shorthand.code(typed, table)
    case .codes(let table): return shorthand.codeList(typed, table)?.joined(separator: " ")
    case .tallies(let table): return shorthand.tallies(typed, table)
    case .prose: return prose(typed)
    case .words(let table):
      let code = world.codes.table(table).first {
        $0.key == Folding.halfWidth(typed).trimmingBlanks()
      }
      return code?.label[world.language] ?? typed.trimmingBlanks()
    case .line: return typed.trimmingBlanks()
    case .reference, .references, .absentees, .flag, .points, .checkpoints:
      return draft[column.name]
    }
  }

  /// Two digits alone are a standing phrase, written out in full.
  private func prose(_ typed: String) -> String {
    let number = Folding.halfWidth(typed).trimmingBlanks()
    if number.count == 2, let phrase = world.codes.phrase(number) { return phrase }
    return typed.trimmingBlanks()
  }

  func shorthand(_ column: Column, _ draft: Draft) -> Shorthand {
    let isEnd = column.name == "To" || column.name == "Due"
    return Shorthand(
      now: world.now.moment, station: world.library.station, codes: world.codes,
      day: Day(draft["Date"]) ?? world.day, from: isEnd ? Moment(draft["From"]) : nil)
  }

  /// The route whose points a patrol is asked for: that of the shift, else the team's own.
  func route(_ draft: Draft) -> Route? {
    guard let team = Named(draft["Team"])?.code else { return nil }
    let minute = (Moment(draft["From"]) ?? world.now.moment).minuteOfDay
    return world.library.route(team: team, on: Day(draft["Date"]) ?? world.day, near: minute)
  }

  // MARK: Picking

  func picker(_ name: String, _ draft: Draft, query: String = "") -> PickList? {
    guard let column = column(name) else { return nil }
    let title = column.label[world.language]
    switch column.entry {
    case .code(let table): return PickList(title: title, items: codeItems(table), query: query)
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
  /// Whoever is marked was due, be they there or not.
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
