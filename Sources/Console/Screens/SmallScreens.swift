import Patrol
import Records
import Terminal
import Wording

/// Asks for a date and goes there.
struct GoToDayScreen: Screen {
  enum Action: Hashable { case open, deleteBack, clear, back }

  static let title = ActionName.toDay.phrase
  static let keys: [Binding<Action>] = [
    Binding(.enter, does: .open, .open, hint: true),
    Binding(.escape, does: .back, .back, hint: true),
    Binding(.backspace, does: .deleteBack, .deleteBack),
    Binding(.control("u"), does: .clear, .clear),
  ]

  var line = TextLine()

  var isTyping: Bool { true }
  var overlay: Size? { Size(44, 5) }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character): line.insert(String(character))
    case .paste(let text): line.insert(text)
    case .action(.deleteBack): line.deleteBack()
    case .action(.clear): line.clear()
    case .action(.back): return [.close]
    case .action(.open):
      let shorthand = Shorthand(
        now: world.now.moment, station: world.snapshot.station, codes: world.codes, day: world.day,
        from: nil)
      guard let day = shorthand.day(line.text) else {
        return [
          .say(
            Phrase(
              "没有“\(line.text)”这一天；如 11-24、-1、昨天。", "沒有「\(line.text)」這一天；如 11-24、-1、昨天。",
              "“\(line.text)” is no date; type 11-24 or -1."))
        ]
      }
      return [.close, .showDay(day)]
    case .outcome, .progress, .tick: break
    }
    return []
  }

  func view(in world: World) -> any Block {
    let line = line
    return Panel(
      Line(Self.title.self[world.language], .titleFocus), isFocused: true, glyphs: world.glyphs,
      role: .popup,
      border: .popupBorder
    ) {
      QueryLine(text: line, notes: "")
      Lines(
        Line([]),
        Line(
          " "
            + Phrase("如 11-24、-1（前一天）、昨天", "如 11-24、-1（前一天）、昨天", "e.g. 11-24, -1 for yesterday")[
              world.language], .dim))
    }
  }
}

/// Language, theme, officer, or which settings to change, from a short list.
struct ChooseScreen: Screen {
  typealias Action = ListAction
  static let title = Phrase("选择", "選擇", "Choose")
  static let keys: [Binding<ListAction>] =
    [
      Binding(.enter, does: .open, .choose, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<ListAction>.steps { .step($0) }

  let choosing: Choosing
  var cursor = Cursor()

  var overlay: Size? { Size(46, 12) }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    let items = items(world)
    let shown = shown(for: action, in: world)
    if cursor.move(action, count: items.count, shown: shown) { return [] }
    guard action == .open else { return [.close] }
    guard items.indices.contains(cursor.index) else { return [.say(.emptyList)] }
    let value = items[cursor.index].value
    switch choosing {
    case .language: return [.close] + (Language(rawValue: value).map { [.setLanguage($0)] } ?? [])
    case .theme: return [.close, .setTheme(value)]
    case .officer: return [.close, .perform(.setStation(["OnDuty": value]))]
    case .settings:
      return [.close]
        + SettingsGroup.all.filter { $0.kind == value }.map { .open(.settingsForm($0)) }
    }
  }

  private func items(_ world: World) -> [(value: String, title: String)] {
    switch choosing {
    case .language: Language.allCases.map { ($0.rawValue, $0.ownName) }
    case .theme: world.codes.table("theme").map { ($0.code, $0.label[world.language]) }
    case .officer: world.snapshot.officers.map { ($0.named.text, $0.name) }
    case .settings: SettingsGroup.all.map { ($0.kind, $0.title[world.language]) }
    }
  }

  func view(in world: World) -> any Block {
    let items = items(world)
    let at = items.isEmpty ? nil : min(cursor.index, items.count - 1)
    return Panel(
      Line(title(world), .titleFocus), isFocused: true, glyphs: world.glyphs, role: .popup,
      border: .popupBorder
    ) {
      Table(
        [.init("", .share(1))], count: items.count, selected: at, isFocused: true,
        hasHeading: false, empty: Phrase.emptyList[world.language]
      ) {
        [Line(items[$0].title)]
      }
    }
  }

  private func title(_ world: World) -> String {
    switch choosing {
    case .language: ActionName.language.phrase[world.language]
    case .theme: ActionName.theme.phrase[world.language]
    case .officer: ActionName.officer.phrase[world.language]
    case .settings: ActionName.settings.phrase[world.language]
    }
  }
}
