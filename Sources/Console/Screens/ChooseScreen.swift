import Patrol
import Terminal
import Wording

/// Language, theme, officer, or which settings to change, from a short list.
struct ChooseScreen: Screen {
  enum Action: Hashable { case step(Step), choose, deleteBack, back }

  static let title = Phrase("选择", "選擇", "Choose")
  static let purpose = Phrase(
    "从短清单里选一项。用方向键或打字选，Enter 定下，马上生效。",
    "從短清單裡選一項。用方向鍵或打字選，Enter 定下，馬上生效。",
    "Choose one from a short list with the arrows or by typing; Enter takes it at once.")
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .choose, .choose, hint: true),
      Binding(.escape, does: .back, .back, hint: true),
      Binding(.backspace, does: .deleteBack, .deleteBack),
    ] + Binding<Action>.steps { .step($0) }

  let choosing: Choosing
  private var list: PickList

  init(_ choosing: Choosing, in world: World) {
    self.choosing = choosing
    list = PickList(
      title: Self.title(choosing)[world.language], items: Self.items(choosing, world))
  }

  var isTyping: Bool { true }
  var overlay: Size? { Size(60, 12) }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character): list.type(String(character))
    case .paste(let text): list.type(text.replacing("\n", with: " "))
    case .action(.step(let step)): list.move(step, shown(for: step, in: world))
    case .action(.deleteBack): list.deleteBack()
    case .action(.back): return [.close]
    case .action(.choose):
      guard let value = list.current?.value else { return [.say(list.nothing)] }
      return [.close] + effects(value)
    case .outcome, .progress, .tick: break
    }
    return []
  }

  private func effects(_ value: String) -> [Effect] {
    switch choosing {
    case .language: Language(rawValue: value).map { [.setLanguage($0)] } ?? []
    case .theme: [.setTheme(value)]
    case .officer: [.perform(.setStation(["OnDuty": value]))]
    case .settings: SettingsGroup.all.filter { $0.kind == value }.map { .open(.settingsForm($0)) }
    }
  }

  private static func items(_ choosing: Choosing, _ world: World) -> [PickItem] {
    switch choosing {
    case .language: Language.allCases.map { PickItem($0.rawValue, title: $0.ownName) }
    case .theme:
      world.codes.table("theme").map { PickItem($0.code, title: $0.label[world.language]) }
    case .officer:
      world.snapshot.officersInForce.map {
        PickItem($0.named.text, title: $0.name, pinyin: $0.pinyin, code: $0.code)
      }
    case .settings: SettingsGroup.all.map { PickItem($0.kind, title: $0.title[world.language]) }
    }
  }

  func view(in world: World) -> any Block { list.block(world) }

  private static func title(_ choosing: Choosing) -> Phrase {
    switch choosing {
    case .language: ActionName.language.phrase
    case .theme: ActionName.theme.phrase
    case .officer: ActionName.officer.phrase
    case .settings: ActionName.settings.phrase
    }
  }
}
