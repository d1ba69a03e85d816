import Patrol
import Records
import Terminal
import Wording

/// The pages of any kind in a month, the newest first, the chosen one whole below.
struct BookScreen: Screen {
  enum Action: Hashable {
    case step(Step), open, new, sign, edit, void, back, forward, today, leave
  }

  static let title = Phrase("簿册", "簿冊", "Book")
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .open, hint: true),
      Binding(.f(6), .insert, .character("n"), does: .new, .new, hint: true),
      Binding(.f(8), .character("s"), does: .sign, .sign, hint: true),
      Binding(.f(4), .character("e"), does: .edit, .edit, hint: true),
      Binding(.character("["), does: .back, .spanBack, hint: true),
      Binding(.character("]"), does: .forward, .spanForward, hint: true),
      Binding(.escape, .left, does: .leave, .back, hint: true),
      Binding(.delete, .character("x"), does: .void, .void),
      Binding(.character("="), .character("t"), does: .today, .toToday),
    ] + Binding<Action>.steps { .step($0) }

  let kind: PageKind
  /// Any day of the month that is shown.
  private var day: Day
  private var cursor = Cursor()
  /// Nil until they were read.
  private var listed: ListedPages?
  /// The reading of the books that the pages are from.
  private var reading: Int?
  /// What was saved since: the cursor goes there once it is listed.
  private var saved: PageID?

  init(_ kind: PageKind, in world: World) {
    (self.kind, day) = (kind, world.day)
  }

  var title: Phrase { kind.layout.title }

  private var days: ClosedRange<Day> { day.monthDays }
  var request: Effect { .start(.list(kind, days)) }
  private var pages: [LedgerPage] { listed?.pages ?? [] }
  private var chosen: LedgerPage? {
    pages.isEmpty ? nil : pages[min(cursor.index, pages.count - 1)]
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(let action): return act(action, in: world)
    case .progress(.brought(let found as ListedPages)):
      // Not those of a month that was left meanwhile.
      guard found.kind == kind, found.days == days else { break }
      (listed, reading) = (found, world.reading)
      cursor.hold(within: found.pages.count)
      if let saved, let at = found.pages.firstIndex(where: { $0.has(saved) }) {
        cursor.go(to: at)
      }
      saved = nil
      return found.unread.prefix(1).map { .complain($0) }
    case .progress(.failed(let notice)): return [.complain(notice)]
    case .tick:
      guard let reading, reading != world.reading else { break }
      self.reading = nil
      return [request]
    case .outcome, .text, .paste, .progress: break
    }
    return []
  }

  mutating func note(saved pages: [PageID], in world: World) -> [Effect] {
    guard let page = pages.first(where: { $0.book.kind == kind.book }) else { return [] }
    saved = page
    return [request]
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .step(let step):
      cursor.move(step, count: pages.count, shown: shown(for: step, in: world))
      return []
    case .new: return [.open(.pageForm(kind), on: world.today)]
    case .back: return show(days.lowerBound - 1)
    case .forward: return show(days.upperBound + 1)
    case .today: return show(world.today)
    case .leave: return [.stop(.listing), .close]
    case .open, .sign, .edit, .void:
      guard let chosen else { return [.say(empty)] }
      return [.open(place(action, of: chosen), on: chosen.day)]
    }
  }

  private func place(_ action: Action, of page: LedgerPage) -> Place {
    let id = page.page.id
    switch action {
    case .edit: return .correction(id)
    case .void: return .void(id)
    case .sign where page.missing == .reviewer: return .review(id)
    case .sign where page.missing != nil: return .sign(.page(id))
    default: return .page(id)
    }
  }

  private mutating func show(_ day: Day) -> [Effect] {
    self.day = day
    (listed, reading) = (nil, nil)
    cursor.reset()
    return [request]
  }

  private var empty: Phrase {
    listed == nil
      ? .reading
      : Phrase(
        "这个月还没有\(kind.layout.called[.hans])记录；F6 记一份。",
        "這個月還沒有\(kind.layout.called[.hant])記錄；F6 記一份。",
        "No \(kind.layout.called[.en]) in this month; F6 writes one.")
  }

  // MARK: Drawing

  func view(in world: World) -> any Block {
    let (pages, line) = (pages, PageLine(kind: kind, world: world))
    let at = pages.isEmpty ? nil : min(cursor.index, pages.count - 1)
    let first = days.lowerBound
    let month = Phrase(
      "\(first.year)年\(first.month)月", "\(first.year)年\(first.month)月",
      "\(first.year)-\(digits(first.month, 2))")
    let name = "\(kind.layout.title[world.language]) \(world.glyphs.more) \(month[world.language])"
    let table = Table(
      line.columns, count: pages.count, selected: at, isFocused: true, empty: empty[world.language]
    ) { line.cells(pages[$0]) }
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(name, .titleFocus),
        note: Line(pages.isEmpty ? "" : Phrase.count(pages.count)[world.language], .dim),
        isFocused: true, glyphs: world.glyphs
      ) {
        ListWithText(
          list: table, count: pages.count, isMain: true, glyphs: world.glyphs,
          text: chosen.map { PageLines($0, world).lines })
      }
    }
  }
}
