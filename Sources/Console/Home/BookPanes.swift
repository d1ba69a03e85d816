import Patrol
import Records
import Terminal
import Wording

/// The two books of the day, each with the page under the cursor in the room left below its list.
extension HomeScreen {
  /// The columns are those of `PatrolLine.cells`, in the same order.
  func patrolPane(_ world: World, _ shown: ShownBooks) -> any Block {
    let rows = shown.patrols
    let at = shown.patrolAt
    let empty =
      world.ledger == nil ? Phrase.reading : filters[.patrols] == nil ? .noPatrols : .noMatch
    let lines = PatrolLine(world: world, marksApart: booksWidth(world) >= PatrolLine.marksFrom)
    let marks = rows.map { lines.marksWidth($0) }.max() ?? 0
    let columns: [Table.Heading] = [
      .init(Phrase.time[world.language], .cells(11)),
      .init(Phrase.team[world.language], .share(4)),
      .init(Phrase.route[world.language], .share(5), from: 66),
      .init(Phrase.leader[world.language], .cells(world.size.width < 100 ? 6 : 8), from: 44),
      .init(Phrase.present[world.language], .cells(5)),
      .init(Phrase.situation[world.language], .share(5)),
      .init(Phrase.mark[world.language], .cells(max(4, marks)), from: PatrolLine.marksFrom),
    ]
    let table = Table(
      columns, count: rows.count, selected: rows.isEmpty ? nil : at, isFocused: pane == .patrols,
      empty: empty[world.language]
    ) { lines.cells(rows[$0]) }
    return bookPanel(.patrols, Phrase.patrolBook, table, at, rows.count, shown.patrol, world)
  }

  /// The columns are those of `InspectionLine.cells`, in the same order.
  func inspectionPane(_ world: World, _ shown: ShownBooks) -> any Block {
    let rows = shown.inspections
    let at = shown.inspectionAt
    let empty =
      world.ledger == nil
      ? Phrase.reading : filters[.inspections] == nil ? .noInspections : .noMatch
    let isWide = InspectionLine.isWide(world)
    let columns: [Table.Heading] =
      [
        .init(Phrase.clock[world.language], .cells(5)),
        .init(Phrase.inspectedTeam[world.language], .share(3)),
        .init(Phrase.present[world.language], .cells(5)),
        .init(Phrase.eightPoints[world.language], .cells(8), from: 60),
        .init(Phrase.problems[world.language], .share(isWide ? 5 : 4)),
      ]
      + (isWide
        ? [
          .init(Phrase.inspectorSide[world.language], .cells(10)),
          .init(Phrase.inspectedSide[world.language], .cells(15)),
        ] : [.init(Phrase.signatures[world.language], .cells(9))])
    let table = Table(
      columns, count: rows.count, selected: rows.isEmpty ? nil : at,
      isFocused: pane == .inspections,
      empty: empty[world.language]
    ) { InspectionLine(world: world).cells(rows[$0]) }
    return bookPanel(
      .inspections, Phrase.inspectionBook, table, at, rows.count, shown.inspection, world)
  }

  private func bookPanel(
    _ pane: Pane, _ name: Phrase, _ table: Table, _ at: Int, _ count: Int, _ preview: PageLines?,
    _ world: World
  ) -> any Block {
    let title =
      "\(name[world.language]) \(world.glyphs.more) \(scopeName(world)) \(world.glyphs.more) \(world.dayName(world.day))"
    var note = ""
    if let preview, self.pane == pane {
      note = "\(Phrase.pageCount(at + 1, count)[world.language])  №\(preview.page.page.id.number)"
    } else if count > 0 {
      note = Phrase.count(count)[world.language]
    }
    return Panel(
      paneTitle(pane, title, world), note: Line(note, .dim), isFocused: self.pane == pane,
      glyphs: world.glyphs
    ) {
      ListWithText(
        list: table, count: count,
        // While the force has the focus, the patrol book is the main one.
        isMain: (self.pane == .inspections) == (pane == .inspections), glyphs: world.glyphs,
        text: preview.map { $0.lines })
    }
  }
}

/// One patrol as a line of the list.
struct PatrolLine {
  /// The width of a table from which on marks have a column of their own; in a narrower one they stand
  /// before what was found, the rest of which the page below has.
  static let marksFrom = 56

  let world: World
  let marksApart: Bool

  func cells(_ row: PatrolRow) -> [Line] {
    switch row {
    case .page(let page): self.page(page)
    case .underway(let patrol): underway(patrol)
    }
  }

  private func page(_ page: LedgerPage) -> [Line] {
    let role: Role = page.isVoid ? .struck : page.isSound ? .plain : .urgent
    let from = page[PatrolEntry.from]?.clock ?? "", to = page[PatrolEntry.to]?.clock ?? ""
    let absent =
      page.text(PatrolEntry.absent).isEmpty
      ? 0 : page.text(PatrolEntry.absent).split(separator: ",").count
    let present = page.text(PatrolEntry.present).split(separator: ",").count
    return [
      Line("\(from)-\(to)", page.isVoid ? .struck : .dim),
      Line(page[PatrolEntry.team]?.name ?? page.page.id.book.owner, role),
      Line(page.text(PatrolEntry.route), role),
      Line(page[PatrolEntry.leader]?.name ?? "", role),
      Line("\(present)/\(present + absent)", absent > 0 ? .warning : role),
      marksApart ? situation(page) : before(situation(page), page),
      PageMarks.line(marks(page)),
    ]
  }

  private func situation(_ page: LedgerPage) -> Line {
    if let words = page.verdict.words { return Line("!! \(words[world.language])", .urgent) }
    let codes = page.text(PatrolEntry.found).split(separator: " ").map(String.init)
    guard !codes.isEmpty else {
      let text = page.text(PatrolEntry.observed)
      return Line(
        text.isEmpty ? Phrase.nothingFound[world.language] : oneLine(text),
        page.isVoid ? .struck : .dim)
    }
    let labels = codes.map { world.codes.label("found", $0, world.language) }.joined(
      separator: world.language.separator)
    let observed = oneLine(page.text(PatrolEntry.observed))
    let text = observed.isEmpty ? labels : observed
    guard !page.isVoid, let (words, role) = world.became(page) else {
      return Line(text, page.isVoid ? .struck : .warning)
    }
    // What became of it stands first: of a long text the end has no room.
    let became = Phrase("情报", "情報", "lead: ") + words
    return Line("\(world.glyphs.arrow)\(became[world.language]) ", role) + Line(text, .warning)
  }

  private func oneLine(_ text: String) -> String { text.replacing("\n", with: " ") }

  /// All there are, the gravest first, and that it is signed where there is no other.
  private func marks(_ page: LedgerPage) -> [Span] {
    let marks = PageMarks.of(page, late: page.text(PatrolEntry.late), world)
    guard marks.isEmpty, page.signature(.recorder) != nil else { return marks }
    return [Span(world.glyphs.check, .good)]
  }

  private func before(_ text: Line, _ page: LedgerPage) -> Line {
    // That it does not count is said at length there.
    let marks = page.isSound ? marks(page) : []
    return marks.isEmpty ? text : PageMarks.line(marks) + Line(" ") + text
  }

  func marksWidth(_ row: PatrolRow) -> Int {
    if case .page(let page) = row { PageMarks.line(marks(page)).cells } else { 0 }
  }

  private func underway(_ patrol: Underway) -> [Line] {
    let now = world.now.moment
    let isOver = now > patrol.due
    // The due time first: that since when is in the first column.
    let state =
      isOver
      ? Phrase.over(now - patrol.due) + Phrase(verbatim: " ") + .dueAt(patrol.due.clock)
      : .dueAt(patrol.due.clock)
    return [
      Line("\(patrol.from.clock)-", .dim), Line(patrol.team.name), Line(patrol.route),
      Line(patrol.leader?.name ?? ""),
      Line("\(patrol.present)/\(world.snapshot.strength(of: patrol.code))"),
      Line(state[world.language], isOver ? .urgent : .underway),
      Line(world.glyphs.underway, isOver ? .urgent : .underway),
    ]
  }
}
