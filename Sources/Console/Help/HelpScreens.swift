import Patrol
import Records
import Terminal
import Wording

/// What the place one came from is for, and its keys in groups; Enter does what a key does.
struct HelpScreen: Screen {
  enum Action: Hashable { case step(Step), left, right, open, back }

  static let title = ActionName.help.phrase
  static let purpose = Phrase(
    "说明刚才所在的地方：做什么用，下一步做什么，有哪些键。方向键移动，Enter 执行这个键。",
    "說明剛才所在的地方：做什麼用，下一步做什麼，有哪些鍵。方向鍵移動，Enter 執行這個鍵。",
    "Explains the place you came from: what it is for, what to do next, its keys. Move with the arrows; Enter does what a key does."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .run, hint: true),
      Binding(.escape, .f(1), does: .back, .back, hint: true),
      Binding(.left, does: .left, .leftColumn), Binding(.right, does: .right, .rightColumn),
    ] + Binding<Action>.steps { .step($0) }

  /// Where one came from, and what that is for.
  let place, purpose: Phrase
  let lines: [HelpLine]
  private var cursor = Cursor()
  private var isRight = false

  /// - Parameters:
  ///   - own: the keys of that place.
  ///   - everywhere: those that work there as everywhere; what the place takes for itself is left out.
  init(_ place: Phrase, _ purpose: Phrase, own: [KeyLine], everywhere: [KeyLine]) {
    (self.place, self.purpose) = (place, purpose)
    lines = HelpLine.lines(own: own, everywhere: everywhere)
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    let rows = HelpLine.rows(lines, columns: columns(world))
    switch action {
    case .step(let step): cursor.move(step, count: rows.count, shown: shown(for: step, in: world))
    case .right: isRight = columns(world) > 1
    case .left where isRight: isRight = false
    case .left, .back: return [.close]
    case .open:
      guard rows.indices.contains(cursor.index),
        let key = lines[HelpLine.at(rows[cursor.index], isRight)].line.keys.first
      else { return [.close] }
      return [.close, .press(key)]
    }
    return []
  }

  /// Two where both have room for a name beside its keys.
  private func columns(_ world: World) -> Int { world.size.width >= 76 ? 2 : 1 }

  func view(in world: World) -> any Block {
    let text = LineBreak.lines(purpose[world.language], width: min(world.size.width - 4, 96))
    let table = HelpTable(
      lines: lines, columns: columns(world), selected: cursor.index, isRight: isRight, world: world)
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(
          "\(Self.title[world.language]) \(world.glyphs.more) \(place[world.language])", .titleFocus
        ),
        isFocused: true, glyphs: world.glyphs
      ) {
        PaddedLines(lines: text.map { Line($0) }).height(.cells(text.count))
        RuleLine(glyphs: world.glyphs)
        table
      }
    }
  }
}

/// Every command by name, pinyin initials or English.
struct PaletteScreen: Screen {
  enum Action: Hashable { case step(Step), run, deleteBack, back }

  static let title = ActionName.palette.phrase
  static let purpose = Phrase(
    "按名字找命令：打拼音首字母、汉字或英文，Enter 执行。有键的写着键，下次直接按。",
    "按名字找命令：打拼音首字母、漢字或英文，Enter 執行。有鍵的寫著鍵，下次直接按。",
    "Finds a command by name: pinyin initials, Han or English; Enter runs it. Keys stand beside the names, for the next time."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .run, .run, hint: true),
      Binding(.escape, .control("p"), does: .back, .back, hint: true),
      Binding(.backspace, does: .deleteBack, .deleteBack),
    ] + Binding<Action>.steps { .step($0) }

  /// A command: what it is called and what it does.
  struct Item: Hashable, Sendable {
    let name: ActionName
    /// Any of these does it.
    let keys: [Key]
    /// These do it one after another.
    var way: [Key] = []
    let effect: Effect

    var note: String {
      keys.map(\.name).joined(separator: " ") + way.map(\.name).joined(separator: " > ")
    }
  }

  /// Screens whose acts are found from everywhere, and the keys that lead there: the last one is pressed there.
  private static let led: [(place: Place, name: ActionName, keys: [Key], lines: [KeyLine])] = [
    (.intelligence, .intelligence, [.character("4")], IntelligenceScreen.keyLines),
    (.goals(unit: nil, at: .board), .goals, [.character("6")], GoalsScreen.keyLines),
    (.goals(unit: nil, at: .cover), .cover, [.character("6"), .tab], CoverScreen.keyLines),
    (
      .goals(unit: nil, at: .replay), .replay, [.character("6"), .tab, .tab], ReplayScreen.keyLines
    ),
    (.messages, .messages, [.character("5")], MessagesScreen.keyLines),
    (.goals(unit: nil, at: .charts), .charts, [.character("6"), .backTab], ChartsScreen.keyLines),
  ]

  /// Their acts, but for those of the screen below.
  private static func led(over screen: (any Screen)?) -> [Item] {
    led.flatMap { place, name, keys, lines -> [Item] in
      let isBelow =
        switch place {
        case .intelligence: screen is IntelligenceScreen
        case .messages: screen is MessagesScreen
        default: screen is GoalStops
        }
      guard !isBelow else { return [] }
      let isGlobal = GlobalKeys.all.contains { $0.name == name }
      let open = Item(name: name, keys: [], way: keys, effect: .open(place))
      let known = GlobalKeys.unkeyed.map(\.name)
      let acts = lines.filter {
        !$0.name.isMoving && !$0.name.isTyping && $0.name != .back && !known.contains($0.name)
      }
      return (isGlobal ? [] : [open])
        + acts.compactMap { line in
          line.keys.first.map {
            Item(name: line.name, keys: [], way: keys + [$0], effect: .act(place, $0))
          }
        }
    }
  }

  let items: [Item]
  var list: PickList

  init(over screen: (any Screen)?, in world: World) {
    // Who moves or types needs no list for it.
    let own = (screen?.hints(in: world) ?? [])
      .filter { !$0.name.isMoving && !$0.name.isTyping && $0.name != .back }
      .compactMap { line in
        line.keys.first.map { Item(name: line.name, keys: line.keys, effect: .press($0)) }
      }
    let global = GlobalKeys.all.map { Item(name: $0.name, keys: $0.keys, effect: .run($0.action)) }
    let unkeyed = GlobalKeys.unkeyed.filter { act in !own.contains { $0.name == act.name } }
      .map { Item(name: $0.name, keys: [], effect: .run($0.action)) }
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
    let all = unkeyed + own + global + pages + Self.led(over: screen)
    items = all
    list = PickList(
      title: ActionName.palette.phrase[world.language],
      items: all.enumerated().map { index, item in
        PickItem(
          "\(index)", title: item.name.phrase[world.language],
          note: item.note,
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
