import Patrol
import Records
import Terminal
import Wording

/// The pages of any kind in a month, the newest first, the chosen one whole below.
struct BookScreen: Screen {
  enum Action: Hashable {
    case step(Step), open, new, sign, edit, void, back, forward, today, leave
    case filter, deleteBack, clear, nextColumn, sort, widen
  }

  static let title = Phrase("簿册", "簿冊", "Book")
  static let purpose = Phrase(
    "一本簿的各页，按月排列。Enter 看一页，F6 记新的，[ ] 换月份。",
    "一本簿的各頁，按月排列。Enter 看一頁，F6 記新的，[ ] 換月份。",
    "The pages of a book, month by month. Enter shows one, F6 writes a new one, [ and ] change the month."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .open, hint: true),
      Binding(.f(6), .insert, .character("n"), does: .new, .new, hint: true),
      Binding(.f(8), .character("s"), does: .sign, .sign, hint: true),
      Binding(.f(4), .character("e"), does: .edit, .correct, hint: true),
      Binding(.character("["), does: .back, .spanBack, hint: true),
      Binding(.character("]"), does: .forward, .spanForward, hint: true),
      Binding(.f(7), .character("/"), does: .filter, .find, hint: true),
      Binding(.escape, .left, does: .leave, .back, hint: true),
      Binding(.character("."), does: .nextColumn, .nextColumn),
      Binding(.character(","), does: .sort, .sortColumn),
      Binding(.character(";"), does: .widen, .widenColumn),
      Binding(.backspace, does: .deleteBack, .deleteBack),
      Binding(.control("u"), does: .clear, .clear),
      Binding(.delete, .character("x"), does: .void, .void),
      Binding(.character("="), .character("t"), does: .today, .toToday),
    ] + Binding<Action>.steps { .step($0) }

  let kind: PageKind
  /// The one book that is meant; nil for all of the kind.
  let book: BookID?
  /// Any day of the month that is shown.
  private var day: Day
  private var cursor = Cursor()
  /// Nil until they were read.
  private var listed: ListedPages?
  /// The reading of the books that the pages are from.
  private var reading: Int?
  /// What was saved since: the cursor goes there once it is listed.
  private var saved: PageID?

  private var columns = ColumnChoice()
  /// What the list is narrowed by; it stays when typing it has ended.
  private var filter = ""
  private var isFiltering = false
  /// The pages that are listed: those that fit, in the order that was chosen.
  private var pages: [LedgerPage] = []

  init(_ kind: PageKind, of book: BookID? = nil, at page: PageID? = nil, in world: World) {
    (self.kind, self.book, day, saved) = (kind, book, world.day, page)
  }

  var isTyping: Bool { isFiltering }

  var title: Phrase { kind.layout.title }

  private var days: ClosedRange<Day> { day.monthDays }
  var request: Effect { .start(.list(kind, days, of: book)) }
  private var chosen: LedgerPage? {
    pages.isEmpty ? nil : pages[min(cursor.index, pages.count - 1)]
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(let action): return act(action, in: world)
    case .progress(.brought(let found as ListedPages)):
      // Not those of a month that was left meanwhile.
      guard found.kind == kind, found.days == days, found.book == book else { break }
      (listed, reading) = (found, world.reading)
      lay(in: world)
      if let saved, let at = pages.firstIndex(where: { $0.has(saved) }) {
        cursor.go(to: at)
      }
      saved = nil
      return found.unread.prefix(1).map { .complain($0) }
    case .progress(.failed(let notice)): return [.complain(notice)]
    case .tick:
      guard let reading, reading != world.reading else { break }
      self.reading = nil
      return [request]
    case .text(let character): type(filter + String(character), in: world)
    case .paste(let text):
      if isFiltering { type(filter + text.replacing("\n", with: " "), in: world) }
    case .outcome, .progress: break
    }
    return []
  }

  mutating func note(saved pages: [PageID], in world: World) -> [Effect] {
    guard let page = pages.first(where: { $0.book.kind == kind.book && $0.book == book ?? $0.book })
    else { return [] }
    saved = page
    return [request]
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .step(let step):
      cursor.move(step, count: pages.count, shown: shown(for: step, in: world))
      return []
    case .new:
      if let book, book.kind == .patrol {
        return [.open(.patrolForm(team: book.owner, day: world.today, from: nil))]
      }
      return [.open(.pageForm(kind), on: world.today)]
    case .back: return show(days.lowerBound - 1)
    case .forward: return show(days.upperBound + 1)
    case .today: return show(world.today)
    case .leave: return leave(in: world)
    case .filter: isFiltering.toggle()
    case .deleteBack: type(String(filter.dropLast()), in: world)
    case .clear: type("", in: world)
    case .nextColumn, .sort, .widen: choose(action, in: world)
    case .open where isFiltering: isFiltering = false
    case .open, .sign, .edit, .void:
      guard let chosen else { return [.say(empty)] }
      return [.open(place(action, of: chosen), on: chosen.day)]
    }
    return []
  }

  /// The filter first, then the list.
  private mutating func leave(in world: World) -> [Effect] {
    guard isFiltering || !filter.isEmpty else { return [.stop(.listing), .close] }
    isFiltering = false
    type("", in: world)
    return []
  }

  private mutating func type(_ text: String, in world: World) {
    filter = text
    lay(in: world)
    cursor.reset()
  }

  /// Works on a column of the list, and stays on the page that is chosen.
  private mutating func choose(_ action: Action, in world: World) {
    let (id, all) = (chosen?.page.id, PageLine(kind: kind, world: world).names)
    switch action {
    case .nextColumn: columns.next(of: all)
    case .sort: columns.sort(all)
    default: columns.widen(all)
    }
    lay(in: world)
    if let place = pages.firstIndex(where: { $0.page.id == id }) { cursor.go(to: place) }
  }

  /// Lists the pages that fit what is typed, as every column shows them, in the order that was chosen.
  private mutating func lay(in world: World) {
    let line = PageLine(kind: kind, world: world)
    let word = Folding.key(filter).trimmingBlanks()
    pages = (listed?.pages ?? []).filter { page in
      word.isEmpty
        || Folding.key(line.cells(page).map(\.plain).joined(separator: "\t")).contains(word)
    }
    if let sorted = columns.sorted {
      let isDown = columns.isDown
      let keys = pages.map { line.key($0, sorted) }
      pages = pages.indices.sorted { one, other in
        if keys[one] == keys[other] { return one < other }
        return isDown ? keys[other] < keys[one] : keys[one] < keys[other]
      }.map { pages[$0] }
    }
    cursor.hold(within: pages.count)
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
    (listed, reading, pages) = (nil, nil, [])
    cursor.reset()
    return [request]
  }

  private var empty: Phrase {
    if listed != nil, !filter.isEmpty { return .noMatch }
    return listed == nil
      ? .reading
      : Phrase(
        "这个月还没有\(kind.layout.called[.hans])记录；F6 记一份。",
        "這個月還沒有\(kind.layout.called[.hant])記錄；F6 記一份。",
        "No \(kind.layout.called[.en]) in this month; F6 writes one.")
  }

  // MARK: Drawing

  func view(in world: World) -> any Block {
    let (pages, line) = (pages, PageLine(kind: kind, world: world, choice: columns))
    let at = pages.isEmpty ? nil : min(cursor.index, pages.count - 1)
    let first = days.lowerBound
    let month = Phrase(
      "\(first.year)年\(first.month)月", "\(first.year)年\(first.month)月",
      "\(first.year)-\(digits(first.month, 2))")
    let more = world.glyphs.more
    let owner = book.map { " \(more) \(world.snapshot.side($0.owner)?.name ?? $0.owner)" } ?? ""
    let name = "\(kind.layout.title[world.language])\(owner) \(more) \(month[world.language])"
    let typed = isFiltering || !filter.isEmpty ? " /\(filter)\(isFiltering ? "_" : "")" : ""
    let isFiltering = isFiltering
    let table = Table(
      line.columns, count: pages.count, selected: at, isFocused: !isFiltering, isMoved: true,
      empty: empty[world.language]
    ) { line.cells(pages[$0]) }
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(name, .titleFocus) + Line(typed, .match),
        note: Line(pages.isEmpty ? "" : Phrase.count(pages.count)[world.language], .dim),
        isFocused: true, glyphs: world.glyphs
      ) {
        if isFiltering { FilterLine(text: filter) }
        ListWithText(
          list: table, count: pages.count, isMain: true, glyphs: world.glyphs,
          text: chosen.map { PageLines($0, world).lines })
      }
    }
  }
}
