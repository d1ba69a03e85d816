import Patrol
import Records
import Wording

/// How the fields of one form are shown, read and picked: the schema's columns in a world.
struct FieldReading {
  let world: World
  let columns: [Column]

  func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// A field of the draft as its owner would type it.
  func display(_ text: String, _ name: String) -> String {
    guard let column = column(name) else { return text }
    if case .prose = column.entry { return text }
    if text.isEmpty, name != "Found" { return "" }
    return FieldDisplay(world: world, day: day).text(text, column)
  }

  /// The patrol day beside which moments are shown; set by the form.
  var day: Day?

  init(_ world: World, _ columns: [Column], _ draft: Draft) {
    (self.world, self.columns) = (world, columns)
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
    return "\((Int(draft["Expected"]) ?? 0) - Crew.absences(draft).count)"
  }

  private func written(_ typed: String, _ column: Column, _ draft: Draft) -> String? {
    let shorthand = shorthand(column, draft)
    switch column.entry {
    case .day: return shorthand.day(typed)?.text
    case .moment: return shorthand.moment(typed)?.text
    case .count: return Shorthand.number(typed)
    case .phone: return Shorthand.phone(typed)
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
    case .reference, .absentees, .flag, .points: return draft[column.name]
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
    case .reference(let register):
      return PickList(title: title, items: items(register, draft), query: query)
    case .absentees:
      let crew = Set(Crew.all(draft).map(\.text))
      return PickList(
        title: title, items: people(teamCode(draft)), takesSeveral: true, marked: crew, query: query
      )
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
    case .line, .day, .moment, .count, .phone, .tallies, .flag, .points: return nil
    }
  }

  private func codeItems(_ table: String) -> [PickItem] {
    world.codes.table(table).map {
      PickItem($0.code, title: $0.label[world.language], note: $0.key, code: $0.code)
    }
  }

  private func items(_ register: String, _ draft: Draft) -> [PickItem] {
    let library = world.library
    switch register {
    case "team":
      return library.teams.map {
        let value = column("Unit") == nil && column("Post") == nil ? $0.named.text : $0.code
        return PickItem(value, title: $0.name, note: $0.code, pinyin: $0.pinyin, code: $0.code)
      }
    case "unit":
      return library.units.map {
        PickItem(
          $0.code, title: $0.name, note: $0.kind.label[world.language], pinyin: $0.pinyin,
          code: $0.code)
      }
    case "officer":
      return library.officers.map {
        PickItem(
          $0.named.text, title: $0.name, note: $0.unit, pinyin: $0.pinyin, code: $0.code,
          phone: $0.phone ?? "")
      }
    case "inspected": return teams { $0.tier != .city }
    case "inspecting":
      let station = library.station
      let own = PickItem(
        Named(station.unit, station.name).text, title: station.name, note: station.unit,
        code: station.unit)
      return [own] + teams { $0.tier == .township }
    case "answering": return people(code(draft["Inspected"]))
    case "inspector": return people(ofSide: draft["Inspecting"])
    case "witness":
      return items("officer", draft) + people(code(draft["Inspected"]))
        + people(code(draft["Inspecting"]))
    default: return people(teamCode(draft))
    }
  }

  private func teams(_ isWanted: (Team) -> Bool) -> [PickItem] {
    world.library.teams.filter(isWanted).map {
      PickItem($0.named.text, title: $0.name, note: $0.code, pinyin: $0.pinyin, code: $0.code)
    }
  }

  private func code(_ text: String) -> String? { Named(text)?.code }

  /// Who inspects for a side: the station's officers, or the members of a team.
  private func people(ofSide side: String) -> [PickItem] {
    guard let code = code(side), !world.library.isStation(code) else {
      return items("officer", Draft())
    }
    return people(code)
  }

  private func people(_ team: String?) -> [PickItem] {
    guard let team else { return [] }
    return world.library.members(of: team).map {
      PickItem(
        $0.named.text, title: $0.name, note: $0.post.label[world.language], pinyin: $0.pinyin,
        code: $0.code, phone: $0.phone ?? "")
    }
  }

  private func teamCode(_ draft: Draft) -> String? {
    Named(draft["Team"])?.code ?? (draft["Team"].isEmpty ? nil : draft["Team"])
  }
}
