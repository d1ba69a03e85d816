import Patrol
import Records
import Terminal
import Wording

/// The keys of the place one came from; Enter runs the line it explains.
struct HelpScreen: Screen {
  typealias Action = ListAction
  static let title = ActionName.help.phrase
  static let keys: [Binding<ListAction>] =
    [
      Binding(.enter, does: .open, .run, hint: true),
      Binding(.escape, .left, .f(1), does: .back, .back, hint: true),
    ] + Binding<ListAction>.steps { .step($0) }

  let place: Phrase
  let lines: [KeyLine]
  var cursor = Cursor()

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    let shown = shown(for: action, in: world)
    if cursor.move(action, count: lines.count, shown: shown) { return [] }
    guard action == .open, lines.indices.contains(cursor.index),
      let key = lines[cursor.index].keys.first
    else { return [.close] }
    return [.close, .press(key)]
  }

  func view(in world: World) -> any Block {
    let lines = lines
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(
          "\(ActionName.help.phrase[world.language]) \(world.glyphs.more) \(place[world.language])",
          .titleFocus),
        note: Line(
          Phrase("方向键看，Enter 执行", "方向鍵看，Enter 執行", "arrows to read, Enter to run")[world.language],
          .dim),
        isFocused: true, glyphs: world.glyphs
      ) {
        Table(
          [.init("", .cells(22)), .init("", .share(1))], count: lines.count, selected: cursor.index,
          isFocused: true, hasHeading: false
        ) { index in
          [
            Line(lines[index].keys.map(\.name).joined(separator: "  "), .hintKey),
            Line(lines[index].name.phrase[world.language]),
          ]
        }
      }
    }
  }
}

/// Every command by name, pinyin initials or English.
struct PaletteScreen: Screen {
  enum Action: Hashable { case step(Step), run, deleteBack, back }

  static let title = ActionName.palette.phrase
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .run, .run, hint: true),
      Binding(.escape, .control("p"), does: .back, .back, hint: true),
      Binding(.backspace, does: .deleteBack, .deleteBack),
    ] + Binding<Action>.steps { .step($0) }

  /// A command: what it is called and what it does.
  struct Item: Hashable, Sendable {
    let name: ActionName
    let keys: [Key]
    let effect: Effect
  }

  let items: [Item]
  var list: PickList

  init(over screen: (any Screen)?, in world: World) {
    let own = (screen?.keyLines ?? []).compactMap { line in
      line.keys.first.map { Item(name: line.name, keys: line.keys, effect: .press($0)) }
    }
    let global = GlobalKeys.all.map { Item(name: $0.name, keys: $0.keys, effect: .run($0.action)) }
    let unkeyed = GlobalKeys.unkeyed.map { Item(name: $0.name, keys: [], effect: .run($0.action)) }
    // Kinds of page with keys of their own are among the others.
    let pages = world.snapshot.kinds.pages.filter { !GlobalKeys.pages.contains($0.name) }.flatMap {
      [
        Item(
          name: ActionName(FormPlan.new($0, day: world.day).title, $0.layout.pinyin), keys: [],
          effect: .open(.pageForm($0))),
        Item(
          name: ActionName($0.layout.title, $0.layout.bookPinyin), keys: [],
          effect: .open(.book($0))),
      ]
    }
    // What has no key comes first: it is found nowhere else.
    let all = unkeyed + own + global + pages
    items = all
    list = PickList(
      title: ActionName.palette.phrase[world.language],
      items: all.enumerated().map { index, item in
        PickItem(
          "\(index)", title: item.name.phrase[world.language],
          note: item.keys.map(\.name).joined(separator: " "),
          pinyin: world.language == .en ? "" : item.name.pinyin, code: item.name.phrase[.en])
      })
  }

  var isTyping: Bool { true }
  var overlay: Size? { Size(56, 16) }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character): list.type(String(character))
    case .paste(let text): list.type(text)
    case .action(.step(let step)): list.move(step, shown(for: step, in: world))
    case .action(.deleteBack): list.deleteBack()
    case .action(.back): return [.close]
    case .action(.run):
      guard let chosen = list.current.flatMap({ Int($0.value) }) else {
        return [.say(list.nothing)]
      }
      return [.close, items[chosen].effect]
    case .outcome, .progress, .tick: break
    }
    return []
  }

  func view(in world: World) -> any Block { list.block(world) }
}
