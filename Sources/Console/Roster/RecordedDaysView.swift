import Patrol
import Records
import Terminal
import Wording

/// The month with the chosen team's day below it.
extension RecordedDaysScreen {
  func view(in world: World) -> any Block {
    let teams = teams(in: world)
    let height = Self.detailHeight(world)
    return VStack {
      HeaderBar(world: world)
      Panel(
        heading(world), note: note(teams.count, world), footer: legend(world), isFocused: true,
        glyphs: world.glyphs
      ) {
        if let counted, !teams.isEmpty {
          RecordedDaysGrid(
            teams: teams, at: min(rows.index, teams.count - 1), day: day, days: days(in: world),
            counted: counted, world: world)
        } else {
          // One list all the same: the caret stands in it.
          Table(
            [.init("", .share(1))], count: 0, selected: nil, isFocused: true, hasHeading: false,
            empty: empty(world)[world.language]
          ) { _ in [] }
        }
        if height > 0 {
          RuleLine(glyphs: world.glyphs)
          PaddedLines(lines: details(world, height)).height(.cells(height))
        }
      }
    }
  }

  /// Four lines where there is room, one in 24, none in 16.
  private static func detailHeight(_ world: World) -> Int {
    world.isTall(36) ? 4 : world.isTall(22) ? 1 : 0
  }

  private func empty(_ world: World) -> Phrase {
    if world.snapshot.teams(in: scope).isEmpty { return .noTeams }
    return counted == nil
      ? .reading
      : Phrase("本月没有缺漏。* 看各队。", "本月沒有缺漏。* 看各隊。", "Nothing is missing. * shows all teams.")
  }

  private func heading(_ world: World) -> Line {
    let month = Phrase(
      "\(day.year)年\(day.month)月", "\(day.year)年\(day.month)月",
      "\(day.year)-\(digits(day.month, 2))")
    let more = world.glyphs.more
    let name = scope.map { " \(more) \($0.name(in: world))" } ?? ""
    return Line("8 " + Self.title[world.language], .titleFocus)
      + Line(" \(more) \(month[world.language])\(name)", .titleFocus)
  }

  private func note(_ count: Int, _ world: World) -> Line {
    guard let counted, count > 0 else { return Line([]) }
    let place = Phrase.pageCount(min(rows.index, count - 1) + 1, count)[world.language]
    let denied = counted.denied > 0 ? "  \(world.glyphs.urgent)\(counted.denied)" : ""
    guard world.size.width >= 100 else { return Line(place + denied, .dim) }
    let holes = counted.teamsWithHoles
    let said = Phrase("有缺漏 \(holes) 队", "有缺漏 \(holes) 隊", "\(holes) teams with holes")
    return Line(said[world.language], holes > 0 ? .warning : .dim)
      + Line(denied, .urgent) + Line("  " + place, .dim)
  }

  private func legend(_ world: World) -> Line {
    let g = world.glyphs
    let words = Phrase(
      "\(g.horizontal)已记 \(g.check)有检查 \(g.knot)补记或在巡 \(g.hole)未记 \(g.urgent)两簿不符",
      "\(g.horizontal)已記 \(g.check)有檢查 \(g.knot)補記或在巡 \(g.hole)未記 \(g.urgent)兩簿不符",
      "\(g.horizontal)recorded \(g.check)inspected \(g.knot)late or out \(g.hole)none \(g.urgent)books differ"
    )
    return Line(words[world.language], .dim)
  }

  // MARK: The chosen day

  private func details(_ world: World, _ height: Int) -> [Line] {
    guard let team = team(in: world) else { return [] }
    let head =
      Line("\(world.isLatinOnly ? team.pinyin : team.name)  \(world.dayName(day))  ", .bold)
      + state(team, world)
    guard let ledger = world.ledger, ledger.day == day else { return [head] }
    let patrols = ledger.patrols.filter { $0.page.id.book.owner == team.code }.map {
      page(
        $0, Phrase("巡逻", "巡邏", "Patrol"),
        PatrolLine(world: world, marksApart: true).cells(.page($0)), [0, 4, 5, 6],
        world)
    }
    let inspections = ledger.inspections.filter { $0[Inspection.inspected]?.code == team.code }.map
    {
      page(
        $0, Phrase("检查", "檢查", "Inspection"), InspectionLine(world: world).cells($0),
        [0, 2, 4, 5, 6], world)
    }
    let pages = patrols + inspections
    guard height > 1 else { return [pages.reduce(head) { $0 + Line("  ") + $1 }] }
    return [head] + pages
  }

  private func page(
    _ page: LedgerPage, _ name: Phrase, _ cells: [Line], _ shown: [Int], _ world: World
  ) -> Line {
    shown.filter { cells.indices.contains($0) }.reduce(
      Line("\(name[world.language]) ", .dim) + Line("№\(page.page.id.number)", .bold)
    ) { $0 + Line("  ") + cells[$1] }
  }

  private func state(_ team: Team, _ world: World) -> Line {
    guard let counted else { return Line(Phrase.reading[world.language], .dim) }
    let marks = counted.found.marks(of: team.code, on: day)
    if marks.contains(.denied) {
      return Line(
        "\(world.glyphs.urgent) \(RuleID.booksDisagree.title[world.language])", .urgent)
    }
    if counted.isOut(team, on: day), !marks.contains(.recorded) {
      return Line(Phrase("在巡", "在巡", "out")[world.language], .underway)
    }
    if counted.isMissing(team, on: day) {
      return Line(
        "\(world.glyphs.hole) \(Phrase("没有巡逻记录，F6 补记", "沒有巡邏記錄，F6 補記", "no patrol entry; F6 writes one")[world.language])",
        .warning)
    }
    if counted.isToCome(team, on: day) {
      return Line(Performance.State.toCome.phrase[world.language], .dim)
    }
    if marks.contains(.unread) {
      return Line(Phrase("未读入", "未讀入", "not read")[world.language], .urgent)
    }
    return marks.contains(.late) ? Line(Phrase.late[world.language], .underway) : Line([])
  }
}
