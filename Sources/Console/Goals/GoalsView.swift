import Patrol
import Records
import Terminal
import Wording

/// The nine goals, with the rule of the chosen one and where the figures come from below them.
extension GoalsScreen {
  func view(in world: World) -> any Block {
    let board = GoalBoard(world.snapshot, on: world.day, unit: unit)
    let notes = notes(board, world)
    return VStack {
      HeaderBar(world: world)
      Panel(
        title(world, true), note: tally(board, world), footer: legend(world), isFocused: true,
        glyphs: world.glyphs
      ) {
        table(board, world, true)
        RuleLine(glyphs: world.glyphs)
        PaddedLines(lines: notes).fixed
      }
    }
  }

  /// The same above something else: nine goals, and three lines below them.
  func small(_ world: World, isFocused: Bool) -> any Block {
    let board = GoalBoard(world.snapshot, on: world.day, unit: unit)
    let rows = board.rows.count + 1
    return Panel(
      title(world, isFocused), note: tally(board, world), footer: legend(world),
      isFocused: isFocused,
      glyphs: world.glyphs
    ) {
      table(board, world, isFocused).height(.cells(rows))
      PaddedLines(lines: Array(notes(board, world).prefix(3))).fixed
    }.height(.cells(rows + 5))
  }

  private func title(_ world: World, _ isFocused: Bool) -> Line {
    Line("6 " + Self.title[world.language], isFocused ? .titleFocus : .title)
      + Line(" \(world.glyphs.more) \(world.placeName(unit))", .dim)
  }

  /// How many are met, doubtful and broken.
  private func tally(_ board: GoalBoard, _ world: World) -> Line {
    let met = board.rows.count { $0.state.isMet }
    let broken = board.rows.count { $0.state.isBroken }
    let open = board.rows.count - met - broken
    let glyphs = world.glyphs
    return Line("\(glyphs.done) \(met)  ", .good)
      + Line("\(glyphs.underway) \(open)  ", open > 0 ? .warning : .dim)
      + Line("\(glyphs.urgent) \(broken)", broken > 0 ? .urgent : .dim)
  }

  private func legend(_ world: World) -> Line {
    let g = world.glyphs
    let said = Phrase(
      "\(g.done) 达到  \(g.underway) 未定  \(g.urgent) 未达到",
      "\(g.done) 達到  \(g.underway) 未定  \(g.urgent) 未達到",
      "\(g.done) met  \(g.underway) open  \(g.urgent) broken")
    return Line(said[world.language], .dim)
  }

  private func table(_ board: GoalBoard, _ world: World, _ isFocused: Bool) -> any Block {
    let language = world.language
    func head(_ hans: String, _ hant: String, _ en: String) -> String {
      Phrase(hans, hant, en)[language]
    }
    let headings: [Table.Heading] = [
      .init(head("目标", "目標", "Aim"), .cells(language == .en ? 17 : 10), from: 100),
      .init(head("项目", "項目", "Goal"), .share(4)),
      .init(head("本期", "本期", "Now"), .cells(5), isRight: true),
      .init(head("去年", "去年", "Last"), .cells(5), isRight: true),
      .init(head("增减", "增減", "+/-"), .cells(5), isRight: true),
      .init("", .cells(1)),
      .init(head("状态", "狀態", "State"), .share(language == .en ? 4 : 3)),
      .init(head("近三旬", "近三旬", "10 days"), .cells(9), from: 100),
    ]
    return Table(headings, count: board.rows.count, selected: row, isFocused: isFocused) { index in
      let row = board.rows[index]
      let isFirst = index == 0 || board.rows[index - 1].goal.aim != row.goal.aim
      return [
        Line(isFirst ? row.goal.aim.title[language] : "", .heading), Line(row.goal.label[language]),
        figure(row.count, .bold, world), figure(row.before, .dim, world),
        Line(row.change.map { $0 > 0 ? "+\($0)" : "\($0)" } ?? "", .dim), mark(row.state, world),
        Line(row.phrase(world.snapshot)[language], role(row.state)),
        row.recent.reduce(Line([])) { $0 + figure($1, .dim, world) + Line(" ") },
      ]
    }
  }

  /// Nought is a number; what nobody knows asks for it, and where there is nothing to know a line stands.
  private func figure(_ figure: Figure, _ role: Role, _ world: World) -> Line {
    switch figure {
    case .count(let count): Line("\(count)", role)
    case .unknown: Line("?", .warning)
    case .notApplicable: Line(world.glyphs.horizontal, .dim)
    }
  }

  private func role(_ state: GoalState) -> Role {
    state.isMet ? .plain : state.isBroken ? .urgent : .warning
  }

  private func mark(_ state: GoalState, _ world: World) -> Line {
    state.isMet
      ? Line(world.glyphs.done, .good)
      : state.isBroken
        ? Line(world.glyphs.urgent, .urgent) : Line(world.glyphs.underway, .warning)
  }

  // MARK: Below the table

  /// By which rule the chosen goal is judged, which days are compared, and whose figures last year's are.
  private func notes(_ board: GoalBoard, _ world: World) -> [Line] {
    let width = max(20, world.size.width - 4)
    let said: [(Phrase, Role)] =
      (board.isWhole ? [] : [(.notWhole, .urgent)])
      + [(rule(board.rows[row], world.glyphs), .plain)]
      + (world.isTall(20) ? [(days(board), .dim), (source(board), .dim)] : [])
    return said.flatMap { phrase, role in
      LineBreak.lines(phrase[world.language], width: width).map { Line($0, role) }
    }
  }

  private func rule(_ row: GoalBoard.Row, _ glyphs: Glyphs) -> Phrase {
    let aim = row.goal.aim
    let (met, level, broken) = (glyphs.done, glyphs.underway, glyphs.urgent)
    let until = row.until.map { day in
      Phrase(
        "去年的数只到同期 \(day.monthAndDay)，增减也只比到这一天。", "去年的數只到同期 \(day.monthAndDay)，增減也只比到這一天。",
        " Last year is known up to \(day.monthAndDay) only, and so is what is compared.")
    }
    let how: Phrase
    if row.goal.isDeclared {
      how = Phrase(
        "每旬各乡镇、街道零申报，齐了为 \(met)，不写人不写事由。", "每旬各鄉鎮、街道零申報，齊了為 \(met)，不寫人不寫事由。",
        "every township declares none for each ten days; no person stands in it.")
    } else if aim == .neverHappens {
      how = Phrase(
        "一起也不发生为 \(met)，不与去年比。", "一起也不發生為 \(met)，不與去年比。", "none at all; not held against last year."
      )
    } else {
      how = Phrase(
        "\(aim.rule[.hans])为 \(met)，持平为 \(level)，多了为 \(broken)；不足 10 起只比件数，不算百分比。",
        "\(aim.rule[.hant])為 \(met)，持平為 \(level)，多了為 \(broken)；不足 10 起只比件數，不算百分比。",
        "\(aim.rule[.en]) \(met), as many \(level), more \(broken); no percentage below ten cases.")
    }
    return Phrase { language in
      let title = Phrase("判定", "判定", "Rule")[language]
      return "\(title)  \(aim.title[language])\(language == .en ? ": " : "：")\(how[language])"
        + (until?[language] ?? "")
    }
  }

  private func days(_ board: GoalBoard) -> Phrase {
    let (now, before) = (board.span.now, board.span.before)
    let (one, other) = (
      "\(now.lowerBound.text) – \(now.upperBound.text)",
      "\(before.lowerBound.text) – \(before.upperBound.text)"
    )
    let days = Phrase(
      "本期  \(one)，去年同期 \(other)", "本期  \(one)，去年同期 \(other)",
      "Days  \(one), last year \(other)")
    guard let begun = board.begun, begun > now.lowerBound else { return days }
    return days
      + Phrase(
        "；案事件 \(begun.text) 才起", "；案事件 \(begun.text) 才起", "; incidents only from \(begun.text)")
  }

  private func source(_ board: GoalBoard) -> Phrase {
    var seen: Set<String> = []
    let entered = board.sources.filter { seen.insert($0.source + $0.dated.text).inserted }.map {
      Phrase(
        "\($0.source)（\($0.dated.text)）", "\($0.source)（\($0.dated.text)）",
        "\($0.source) (\($0.dated.text))")
    }
    let since = board.begun.flatMap { board.span.before.contains($0) ? $0 : nil }
    let counted =
      since.map { day in
        Phrase(
          "本登记所记，\(day.text) 才起", "本登記所記，\(day.text) 才起",
          "this register's own, only from \(day.text)")
      } ?? Phrase("本登记所记", "本登記所記", "this register's own")
    let all = entered + (board.isCounted ? [counted] : [])
    guard !all.isEmpty else {
      return Phrase(
        "去年  不知：按 * 到“去年基数”登记，写明来源。", "去年  不知：按 * 到「去年基數」登記，寫明來源。",
        "Last  not known: * leads to where last year's figures are entered.")
    }
    return Phrase { language in
      Phrase("去年  ", "去年  ", "Last  ")[language]
        + all.map { $0[language] }.joined(separator: language.separator)
    }
  }
}

extension Phrase {
  fileprivate static let notWhole = Phrase(
    "案事件登记没有读全，件数不可靠。", "案事件登記沒有讀全，件數不可靠。",
    "The incidents were not read whole: the figures can't be relied on.")
}

extension World {
  /// What figures are of: a unit, or all of the city.
  func placeName(_ unit: String?) -> String {
    let name: String? = unit.flatMap { snapshot.unit($0)?.name } ?? snapshot.station.city
    return name ?? snapshot.station.name
  }
}
