import Patrol
import Records
import Terminal
import Wording

/// The station's settings as they stand, and what was changed of them.
struct SettingsScreen: Screen {
  enum Action: Hashable { case step(Step), edit, back }

  static let title = ActionName.settings.phrase
  static let purpose = Phrase(
    "本所、上级规定和本台习惯三组设置，连同改过什么。F4 选一组修改；改错了按 C-z。",
    "本所、上級規定和本臺習慣三組設定，連同改過什麼。F4 選一組修改；改錯了按 C-z。",
    "The settings: whose directory it is, what the county decides, what this desk likes, and what was changed. F4 changes a group; C-z takes it back."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.f(4), .character("e"), .enter, does: .edit, .edit, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  private var history = ShownHistory()
  private var scroll = Scroll()

  init() {}

  static func history(in world: World) -> Effect {
    .perform(.history(.settings, code: world.snapshot.station.unit))
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(.step(let step)): scroll.move(step, shown(in: world))
    case .action(.edit): return [.open(.choose(.settings))]
    case .action(.back): return [.close]
    case .outcome(.done(let done)): history.show(done, in: world)
    case .outcome(.failed(let notice, _)): return [.complain(notice)]
    case .tick:
      guard history.isOutdated(in: world) else { break }
      return [Self.history(in: world)]
    case .outcome, .text, .paste, .progress: break
    }
    return []
  }

  func view(in world: World) -> any Block {
    let station = world.snapshot.station
    let changes = history.changes
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(Self.title[world.language], .titleFocus), note: Line(station.unit, .bold),
        isFocused: true, glyphs: world.glyphs
      ) {
        ScrolledLines(top: scroll.top) { width in
          Self.groups(world, width: width)
            + ChangeLines(.settings, changes, world).lines(width: width)
        }
      }
    }
  }

  /// The groups under their titles, each with what stands in it or why it was not read.
  private static func groups(_ world: World, width: Int) -> [Line] {
    SettingsGroup.all.enumerated().flatMap { index, group in
      (index > 0 ? [Line([])] : []) + [Line(group.title[world.language], .heading)]
        + (world.snapshot.unread(group).map { unread in
          LineBreak.lines(unread.notice.happened[world.language], width: width).map {
            Line($0, .warning)
          }
        } ?? fields(group, world, width: width))
    }
  }

  /// Every setting with its value; an empty one says what holds then.
  private static func fields(_ group: SettingsGroup, _ world: World, width: Int) -> [Line] {
    let texts = group.texts(world.snapshot.station)
    let display = FieldDisplay(world: world, day: nil)
    let cells = SettingsGroup.columns.map { $0.label[world.language].cells }.max() ?? 8
    let columns = group.columns.filter {
      $0.name != "Format" && ($0.name != SettingsGroup.key || group == .station)
    }
    return columns.flatMap { column in
      let text = texts[column.name] ?? ""
      let shown =
        text.isEmpty && column.entry != .flag
        ? column.hint?[world.language] ?? "" : display.text(text, column)
      return Line.field(column.label[world.language], shown, cells, width)
    }
  }
}
