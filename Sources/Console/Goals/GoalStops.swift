import Patrol
import Records
import Terminal
import Wording

/// What `6` leads to, one stop after another: the goals, where cover is thin, the replay of a night, charts; each
/// keeps what it has read and where one was.
struct GoalStops: Screen {
  enum Action: Hashable { case next, previous }

  static let title = Phrase(
    "目标、薄弱时段、回看、图表", "目標、薄弱時段、回看、圖表", "Goals, thin cover, replay, charts")
  static let purpose = Phrase(
    "Tab 依次看：目标、薄弱时段、夜间回看、图表；大窗口里目标与薄弱时段同屏。",
    "Tab 依次看：目標、薄弱時段、夜間回看、圖表；大視窗裡目標與薄弱時段同屏。",
    "Tab goes round: the goals, where cover is thin, the replay of a night, charts; in a large window the first two stand together."
  )
  static let keys: [Binding<Action>] = [
    Binding(.tab, does: .next, .nextPane, hint: true),
    Binding(.backTab, does: .previous, .previousPane),
  ]

  private var stop: GoalStop
  private var board: GoalsScreen
  private var cover: CoverScreen
  private var replay: ReplayScreen
  private var charts: ChartsScreen
  /// Seconds in which it waits for what it asked for and heard nothing.
  private var silence = 0

  init(unit: String?, at stop: GoalStop = .board, in world: World) {
    self.stop = stop
    board = GoalsScreen(unit: unit)
    cover = CoverScreen(unit: unit, day: world.day)
    replay = ReplayScreen(unit: unit)
    charts = ChartsScreen(unit: unit)
  }

  /// The one that keys are about.
  private var current: any Screen {
    switch stop {
    case .board: board
    case .cover: cover
    case .replay: replay
    case .charts: charts
    }
  }

  private mutating func change<Result>(_ change: (inout any Screen) -> Result) -> Result {
    var screen = current
    defer {
      switch screen {
      case let screen as GoalsScreen: board = screen
      case let screen as CoverScreen: cover = screen
      case let screen as ReplayScreen: replay = screen
      case let screen as ChartsScreen: charts = screen
      default: break
      }
    }
    return change(&screen)
  }

  // MARK: What it is called, and its keys

  var title: Phrase { current.title }
  var purpose: Phrase { current.purpose }

  func hints(in world: World) -> [KeyLine] {
    let own = current.hints(in: world)
    let tab = [
      KeyLine(keys: [.tab], name: stop.moved(by: 1).name, isHint: true),
      KeyLine(keys: [.backTab], name: stop.moved(by: -1).name, isHint: false),
    ]
    return own.prefix(1) + tab + own.dropFirst()
  }

  mutating func press(_ key: Key, in world: World) -> [Effect]? {
    switch key {
    case .tab: go(by: 1, in: world)
    case .backTab: go(by: -1, in: world)
    default: change { $0.press(key, in: world) }
    }
  }

  private mutating func go(by steps: Int, in world: World) -> [Effect] {
    stop = stop.moved(by: steps)
    return request(in: world)
  }

  // MARK: What comes in

  /// What it needs and has not read.
  func request(in world: World) -> [Effect] {
    switch stop {
    case .cover where cover.counted == nil: [cover.request(in: world)]
    case .board where Self.isTogether(world) && cover.counted == nil: [cover.request(in: world)]
    case .charts where charts.hours == nil: [charts.request(in: world)]
    case .board, .cover, .replay, .charts: []
    }
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(.next): return go(by: 1, in: world)
    case .action(.previous): return go(by: -1, in: world)
    case .progress(let progress):
      silence = 0
      // Whoever reads for one reads for the other; that it can't be read is said once.
      if case .failed = progress, stop == .charts { return charts.receive(progress, in: world) }
      if case .failed = progress { return cover.receive(progress, in: world) }
      return cover.receive(progress, in: world) + charts.receive(progress, in: world)
    case .outcome(let outcome): return change { $0.receive(outcome, in: world) }
    case .tick: return request(in: world).isEmpty ? tickShown(in: world) : askAgain(in: world)
    case .text, .paste: return []
    }
  }

  /// A screen over this one may have taken the lane for itself, so that nothing comes any more.
  private mutating func askAgain(in world: World) -> [Effect] {
    silence += 1
    guard silence > 2 else { return [] }
    silence = 0
    return request(in: world)
  }

  private mutating func tickShown(in world: World) -> [Effect] {
    silence = 0
    return Self.isTogether(world) && stop == .board
      ? cover.tick(in: world) : change { $0.tick(in: world) }
  }

  mutating func note(saved pages: [PageID], in world: World) -> [Effect] {
    change { $0.note(saved: pages, in: world) }
  }

  // MARK: View

  /// Whether board and maps have room for both.
  static func isTogether(_ world: World) -> Bool { world.size.width >= 116 && world.isTall(38) }

  func view(in world: World) -> any Block {
    guard Self.isTogether(world), stop == .board || stop == .cover && !cover.isTable else {
      return current.view(in: world)
    }
    return VStack {
      HeaderBar(world: world)
      board.small(world, isFocused: stop == .board)
      cover.panel(world, isFocused: stop == .cover)
    }
  }
}

/// What one goes round with Tab.
package enum GoalStop: Int, CaseIterable, Hashable, Sendable {
  case board, cover, replay, charts

  fileprivate func moved(by steps: Int) -> GoalStop {
    let all = GoalStop.allCases
    return all[(rawValue + steps + all.count) % all.count]
  }

  fileprivate var name: ActionName {
    switch self {
    case .board: .goals
    case .cover: .cover
    case .replay: .replay
    case .charts: .charts
    }
  }
}
