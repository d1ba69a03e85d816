import Patrol
import Records
import Terminal
import Wording

/// Two things that can't both stand as they are, side by side: pages that contradict each other, records that
/// may be one person.
struct CompareScreen: Screen {
  enum Action: Hashable { case step(Step), other, open, edit, merge, back }

  static let title = Phrase("两边并看", "兩邊並看", "Side by side")
  static let purpose = Phrase(
    "两页互相矛盾，或两条登记可能是同一人，在这里对照着看。Tab 换边；核实后更正一页，或把另一条并入选中的一条。",
    "兩頁互相矛盾，或兩條登記可能是同一人，在這裡對照著看。Tab 換邊；核實後更正一頁，或把另一條併入選中的一條。",
    "Two pages that contradict each other, or two records that may be one person. Tab changes sides; correct a page once you know, or merge the other record into the chosen one."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.tab, .backTab, does: .other, .nextPane, hint: true),
      Binding(.f(4), .character("e"), does: .edit, .edit, hint: true),
      Binding(.enter, does: .open, .open, hint: true),
      Binding(.character("*"), .character("m"), does: .merge, .merge, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  let sides: Compared
  /// The side that keys act on.
  private var at = 0
  private var scrolls = [Scroll(), Scroll()]

  init(_ sides: Compared) { self.sides = sides }

  func hints(in world: World) -> [KeyLine] {
    // A page of a book is corrected, a record changed.
    let isOfPages = if case .pages = sides { true } else { false }
    return keyLines.filter { $0.name != .merge || canMerge }
      .map { isOfPages && $0.name == .edit ? $0.called(.correct) : $0 }
  }

  private var canMerge: Bool {
    if case .records(let kind, _, _) = sides { kind.canMerge } else { false }
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(.step(let step)): scrolls[at].move(step, shown(in: world))
    case .action(.other): at = 1 - at
    case .action(.back): return [.close]
    case .action(let action): return act(action)
    case .outcome, .text, .paste, .progress, .tick: break
    }
    return []
  }

  private func act(_ action: Action) -> [Effect] {
    switch (sides, action) {
    case (.pages(let ids), .open): return ids.indices.contains(at) ? [.open(.page(ids[at]))] : []
    case (.pages(let ids), .edit):
      return ids.indices.contains(at) ? [.open(.correction(ids[at]))] : []
    case (.records(let kind, let one, let other), .open):
      return [.open(.record(kind, code: at == 0 ? one : other))]
    case (.records(let kind, let one, let other), .edit):
      return [.open(.recordForm(kind, code: at == 0 ? one : other, scope: nil))]
    case (.records(let kind, let one, let other), .merge):
      guard kind.canMerge else { return [.say(.cantMerge)] }
      // The other side gives its place to the one that keys act on.
      return [.turnTo(.merging(kind, code: at == 0 ? other : one, into: at == 0 ? one : other))]
    default: return [.say(.cantMerge)]
    }
  }

  func view(in world: World) -> any Block {
    let panels = (0..<2).map { panel($0, world) }
    let footer = Line(canMerge ? Phrase.keepsFocused[world.language] : "", .dim)
    let isWide = world.size.width >= 100
    return VStack {
      HeaderBar(world: world)
      if isWide {
        HStack {
          panels[0]
          panels[1]
        }
      } else {
        VStack {
          panels[0]
          panels[1]
        }
      }
      if canMerge { PaddedLines(lines: [footer]).height(.cells(1)) }
    }
  }

  private func panel(_ index: Int, _ world: World) -> any Block {
    let isFocused = index == at
    let role: Role = isFocused ? .titleFocus : .title
    let top = scrolls[index].top
    switch sides {
    case .pages(let ids):
      guard ids.indices.contains(index) else { return Spacer() }
      let id = ids[index]
      let book = world.snapshot.kinds.page(in: id.book.kind)?.layout.title ?? .patrolBook
      let owner = world.snapshot.side(id.book.owner)?.name ?? id.book.owner
      return Panel(
        Line("\(book[world.language]) \(world.glyphs.more) \(owner)", role),
        note: Line("№\(id.number)", .bold), isFocused: isFocused, glyphs: world.glyphs
      ) {
        SideText(isFocused: isFocused, top: top) { width in
          guard let page = world.ledger?.entry(with: id) else {
            return [Line(Phrase.reading[world.language], .dim)]
          }
          return PageText(page: page, world: world).lines(width: width)
        }
      }
    case .records(let kind, let one, let other):
      let code = index == 0 ? one : other
      let name = world.snapshot.title(of: world.snapshot.table(kind).texts(code) ?? [:], kind)
      var card = RecordCard(kind, code, world: world)
      card.saysHowToReveal = false
      return Panel(
        Line("\(kind.title[world.language]) \(world.glyphs.more) \(name)", role),
        note: Line(code, .bold), isFocused: isFocused, glyphs: world.glyphs
      ) { SideText(isFocused: isFocused, top: top, lines: card.lines) }
    }
  }
}

/// What is looked at side by side: pages that contradict each other, two records that may be one.
package enum Compared: Hashable, Sendable {
  case pages([PageID])
  case records(RegisterKind, String, String)
}

/// The text of one side; one moves in that which has the focus.
private struct SideText: Block {
  let isFocused: Bool
  let top: Int
  let lines: @Sendable (_ width: Int) -> [Line]

  func draw(in area: Rect, on surface: inout Surface) {
    let before = surface.shown
    let room = area.inset(1, 0)
    let cut = CutLines(top: top, lines: lines(room.width))
    cut.draw(in: room, on: &surface)
    surface.shown = isFocused ? cut.shown(in: room) : before
    if isFocused { surface.caret = Point(room.x, room.y) }
  }
}

extension Phrase {
  fileprivate static let keepsFocused = Phrase(
    "* 逐项对照，把另一条并入选中的这一条（Tab 换边）。", "* 逐項對照，把另一條併入選中的這一條（Tab 換邊）。",
    "* goes through the fields and merges the other into the side chosen here (Tab changes sides).")
}
