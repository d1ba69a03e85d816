import Patrol
import Records
import Terminal
import Wording

/// How the panes share the window: all three where there is room, fewer where there is less.
extension HomeScreen {
  func view(in world: World) -> any Block {
    VStack {
      HeaderBar(world: world)
      body(world)
    }
  }

  /// In 80×24 one book beside the tree; both books from 100×36, the to-do list from 30 lines on.
  private func body(_ world: World) -> any Block {
    let width = world.size.width
    if isZoomed || width < 76 { return paneBlock(pane, world) }
    let forceWidth = Self.forceWidth(width)
    let books = VStack {
      if width >= 100, world.isTall(36) {
        let shown = ShownBooks(self, world)
        let split = bookHeights(shown, width - forceWidth, world)
        patrolPane(world, shown).height(.cells(split.patrols))
        inspectionPane(world, shown)
      } else {
        paneBlock(pane == .inspections ? .inspections : .patrols, world)
      }
    }
    let panes = HStack {
      paneBlock(.force, world).width(.cells(forceWidth))
      books
    }
    // What is to be done is about the day that is worked on.
    guard world.isTall(30), !isVisit else { return panes }
    return VStack {
      panes
      FindingsPane(world: world).height(.cells(findingsHeight(world)))
    }
  }

  private static func forceWidth(_ width: Int) -> Int { width >= 110 ? 37 : width >= 90 ? 34 : 32 }

  /// How wide the table of a book is inside its frame.
  func booksWidth(_ world: World) -> Int {
    let width = world.size.width
    return (isZoomed || width < 76 ? width : width - Self.forceWidth(width)) - 4
  }

  /// How the two books share the column: the one with the focus gets what it needs for its list and
  /// the page under the cursor, as long as the other keeps its list.
  private func bookHeights(
    _ shown: ShownBooks, _ width: Int, _ world: World
  ) -> (patrols: Int, inspections: Int) {
    // Beside the head, the hints and what is to be done.
    let whole = world.share(1, of: 1, beside: 2 + findingsHeight(world))
    let (patrols, inspections) = (shown.patrols.count, shown.inspections.count)
    /// A list with its head and frame.
    func least(_ rows: Int) -> Int { min(max(rows + 3, 8), whole / 2) }
    func needed(_ rows: Int, _ page: PageLines?) -> Int {
      let lines = page.map { $0.lines(width: width - 4).count + 1 }
      return max(least(rows), max(rows, 1) + 3 + (lines ?? 0))
    }
    guard pane != .inspections else {
      let height = min(
        max(needed(inspections, shown.inspection), whole / 2), whole - least(patrols))
      return (whole - height, height)
    }
    let height = min(max(needed(patrols, shown.patrol), whole / 2), whole - least(inspections))
    return (height, whole - height)
  }

  private func findingsHeight(_ world: World) -> Int {
    isVisit ? 0 : min(6, max(3, world.toDo.groups.count + 2))
  }

  private func paneBlock(_ pane: Pane, _ world: World) -> any Block {
    switch pane {
    case .force: forcePane(world)
    case .patrols: patrolPane(world, ShownBooks(self, world))
    case .inspections: inspectionPane(world, ShownBooks(self, world))
    }
  }

  /// `1 巡防力量`, the digit being the key that leads here; a filter shows behind it.
  func paneTitle(_ pane: Pane, _ name: String, _ world: World) -> Line {
    let role: Role = self.pane == pane ? .titleFocus : .title
    var line = Line("\(pane.rawValue + 1) \(name)", role)
    if let filter = filters[pane] {
      let mark = isFiltering && self.pane == pane ? "_" : ""
      line = line + Line(" /\(filter.text)\(mark)", .match)
    }
    return line
  }

  private func forcePane(_ world: World) -> any Block {
    let rows = forceRows(in: world)
    let glyphs = world.glyphs
    let legend =
      "\(glyphs.done)\(Phrase.legend[world.language]) \(glyphs.underway)\(Phrase.legendUnderway[world.language]) \(glyphs.missing)\(Phrase.legendMissing[world.language])"
    let columns = [
      Table.Heading("", .share(1)), Table.Heading("", .cells(6), isRight: true),
      Table.Heading("", .cells(1)), Table.Heading("", .cells(4), from: 28),
    ]
    let empty = filters[.force] == nil ? Phrase.noTeams : Phrase.noMatch
    return Panel(
      paneTitle(.force, Phrase.force[world.language], world),
      note: Line(
        Phrase.teamsAndPeople(world.snapshot)[world.language],
        .dim),
      footer: Line(legend, .dim), isFocused: pane == .force, glyphs: glyphs
    ) {
      Table(
        columns, count: rows.count, selected: rows.firstIndex(of: node),
        isFocused: pane == .force, hasHeading: false, empty: empty[world.language]
      ) { forceLine(rows[$0], world) }
    }
  }

  private func forceLine(_ row: ForceRow, _ world: World) -> [Line] {
    let glyphs = world.glyphs
    let fold = row.isOpen.map { $0 ? glyphs.open : glyphs.closed } ?? " "
    let isGroup = row.depth < 2
    let lead = isGroup ? fold + " " : "   "
    let name = world.isLatinOnly ? latinName(row, world) : row.name
    // Doubted where members were not all read; nobody is said to be missing then.
    let count = "\(row.strength)" + (row.isCounted ? "" : "?")
    if row.node == .firstSteps {
      let line = world.snapshot.firstSteps.line[world.language]
      return [Line("\(glyphs.more) \(line)", .warning), Line([]), Line([]), Line([])]
    }
    guard row.tier != nil else {
      return [Line(name, .bold), Line(count, .dim), Line([]), Line([])]
    }
    let short = row.shortfall
    let strength = "\(count)/\(row.floor)"
    let state: Line =
      switch row.state {
      case .recorded: Line(glyphs.done, .good)
      case .underway: Line(glyphs.underway, .underway)
      case .unknown: Line("?", .urgent)
      case .missing, nil: Line(glyphs.missing, .warning)
      }
    return [
      Line(lead + name, isGroup ? .bold : .plain),
      Line(strength, short > 0 ? .warning : .dim), state,
      Line(short > 0 ? Phrase.short(short)[world.language] : "", .warning),
    ]
  }

  private func latinName(_ row: ForceRow, _ world: World) -> String {
    switch row.node {
    case .team(let code):
      world.snapshot.team(code).map { $0.pinyin.isEmpty ? code : $0.pinyin } ?? code
    case .unit(let code):
      world.snapshot.unit(code).map { $0.pinyin.isEmpty ? code : $0.pinyin } ?? code
    case .all, .cityForce: Phrase.cityForce[.en]
    case .firstSteps: world.snapshot.firstSteps.line[.en]
    }
  }

  /// The name of the line of the tree that rules the books.
  func scopeName(_ world: World) -> String {
    switch node {
    case .all, .firstSteps: world.snapshot.station.everything(world.language)
    case .cityForce: Phrase.cityForce[world.language]
    case .unit(let code): world.snapshot.unitName(code)
    case .team(let code): world.snapshot.team(code)?.name ?? code
    }
  }
}

/// The first line: whose console, which day, how far the campaign and the day's books are.
struct HeaderBar: Block {
  let world: World

  var height: Extent { .cells(1) }
  /// The one that is worked on, whatever day the screen below is about.
  private var day: Day { world.working.day }

  func draw(in area: Rect, on surface: inout Surface) {
    let room = area.width - 4 - keeper.cells
    // What a narrow window has no room for is left out whole, and nothing is cut.
    let fitting = (0...3).lazy.map { start(leavingOut: $0) }
    var left = fitting.first { Line($0).cells <= room } ?? start(leavingOut: 3)
    // What was not read may look absent, so it is said on every screen.
    let unread = world.unread.count
    if unread > 0 {
      left += [
        Span("  ", .bar), Span(" " + Phrase.unread(unread)[world.language] + " ", .messageError),
      ]
    }
    // What there is room for, the more pressing first.
    for text in [waiting, campaign] where !text.isEmpty {
      let room = area.width - 6 - keeper.cells
      if Line(left).cells + text.cells + 2 <= room { left.append(Span("  " + text, .bar)) }
    }
    Bar(
      Line(left), Line(keeper, world.hasDirectory && world.shift == .closed ? .hintKey : .barDim),
      role: .bar
    ).draw(
      in: area, on: &surface)
  }

  /// Whose console it is, which day, and how far the day's books are.
  ///
  /// - Parameter steps: how much is left out: the year, the product's name, the station's.
  private func start(leavingOut steps: Int) -> [Span] {
    guard world.hasDirectory else { return unbegun }
    let station = world.snapshot.station
    let year = steps < 1
    var left = steps < 2 ? [Span(Phrase.productName[world.language] + "  ", .barStrong)] : []
    if station.isDemo { left.append(Span(Phrase.demo[world.language] + " ", .hintKey)) }
    if steps < 3 { left.append(Span(station.name + "  ", .bar)) }
    let date = year ? day.text : day.monthAndDay
    left.append(
      Span("\(date) \(Phrase.weekday(day.weekday)[world.language])", .barStrong))
    if day != world.today {
      left.append(Span(Phrase.daysAgo(world.today - day)[world.language], .hintKey))
    }
    let teams = world.snapshot.teams
    let kept = world.snapshot.teamCount(of: world.working.ledger?.teamsWithEntry ?? [])
    left.append(
      Span(
        "  " + Phrase.kept(kept, teams.count)[world.language],
        kept == teams.count ? .bar : .barStrong))
    return left
  }

  /// Before there is anybody's directory.
  private var unbegun: [Span] {
    [
      Span(Phrase.productName[world.language] + "  ", .barStrong),
      Span(Phrase("新台账", "新臺賬", "New station")[world.language], .bar),
    ]
  }

  /// Who has opened the shift; in a made-up directory nobody may have.
  private var keeper: String {
    guard world.hasDirectory else {
      return "\(day.text) \(Phrase.weekday(day.weekday)[world.language])"
    }
    guard let keeper = world.shift.keeper else { return Phrase.onlyLook[world.language] }
    return keeper.code == world.snapshot.station.unit ? "" : keeper.name
  }

  private var waiting: String {
    world.waiting.isEmpty ? "" : Phrase.waitingCount(world.waiting.count)[world.language]
  }

  private var campaign: String {
    let station = world.snapshot.station
    guard let from = station.campaignFrom, let to = station.campaignTo,
      (from...max(from, to)).contains(day)
    else { return "" }
    return Phrase.campaign(day - from + 1, to - from + 1)[world.language]
  }
}

/// What is missing, due or overdue, by the rules that press most; `0` shows all.
struct FindingsPane: Block {
  let world: World

  func draw(in area: Rect, on surface: inout Surface) {
    let groups = world.toDo.groups
    let lines = TodoLines(world, width: area.width - 4)
    let glyphs = world.glyphs
    Panel(
      Line("0 " + Phrase.toDo[world.language], .title), note: TodoLines.count(world),
      glyphs: glyphs
    ) {
      Table(
        [.init("", .share(1)), .init("", .cells(16), from: 96)],
        count: groups.count, selected: nil, isFocused: false, hasHeading: false,
        empty: (world.isStillLooking ? Phrase.reading : .nothingToDo)[world.language]
      ) { index in
        let group = groups[index]
        return [lines.group(group, group.findings, fold: ""), lines.since(group.since)]
      }
    }.draw(in: area, on: &surface)
  }
}
