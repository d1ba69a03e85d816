import Patrol
import Records
import Terminal
import Wording

/// The roster as a calendar of teams and days, or as a table of shifts; below it the chosen one.
extension RosterScreen {
  func view(in world: World) -> any Block {
    let details = details(world)
    let height = min(max(details.count, 1) + 2, world.share(1, of: 3, least: 3))
    return VStack {
      HeaderBar(world: world)
      Panel(
        title(world), note: note(world), footer: legend(world), isFocused: true,
        glyphs: world.glyphs
      ) {
        if isCalendar { calendar(world) } else { table(world) }
      }
      // In a small window the list keeps its rows.
      if world.isTall(20) {
        Panel(detailTitle(world), glyphs: world.glyphs) { PaddedLines(lines: details) }
          .height(.cells(height))
      }
    }
  }

  private func title(_ world: World) -> Line {
    let name = scope.map { $0.name(in: world) }
    let (first, last) = (days.lowerBound, days.upperBound)
    let end = last.year == first.year ? last.monthAndDay : last.text
    let everything = world.snapshot.station.everything(world.language)
    let range = first == last ? first.text : "\(first.text) \(world.glyphs.arrow) \(end)"
    return Line("8 " + ActionName.roster.phrase[world.language], .titleFocus)
      + Line(
        " \(world.glyphs.more) \(name ?? everything) \(world.glyphs.more) \(range)", .dim)
  }

  /// How many shifts were done of those that are over.
  private func note(_ world: World) -> Line {
    let list = performances ?? []
    let over = list.filter { !$0.isOpen && !$0.isCalledOff }
    let off = list.count { $0.isCalledOff }
    let full = over.count { $0.isFull }
    let missing = over.count { $0.isMissing }
    let text = Phrase(
      "完成 \(full)/\(over.count)  未巡 \(missing)", "完成 \(full)/\(over.count)  未巡 \(missing)",
      "\(full)/\(over.count) done \(missing) not")
    let calledOff =
      off > 0 ? Phrase("  停班 \(off)", "  停班 \(off)", " \(off) off")[world.language] : ""
    return Line(text[world.language], missing > 0 ? .warning : .dim) + Line(calledOff, .dim)
  }

  private func legend(_ world: World) -> Line {
    let g = world.glyphs
    let words = Phrase(
      "\(g.done)完成 \(g.underway)迟到、早归或漏点 \(g.missing)未巡 \(g.more)未到时间",
      "\(g.done)完成 \(g.underway)遲到、早歸或漏點 \(g.missing)未巡 \(g.more)未到時間",
      "\(g.done)done \(g.underway)late, short or points left out \(g.missing)not done \(g.more)to come"
    )
    let hasOff = (performances ?? []).contains { $0.isCalledOff }
    let off = hasOff ? " \(g.horizontal)" + Phrase("停班", "停班", "off")[world.language] : ""
    return Line(words[world.language] + off, .dim)
  }

  // MARK: The calendar

  private func calendar(_ world: World) -> any Block {
    let teams = teams(in: world)
    let all = days
    let list = Array(all)
    let byTeam = Dictionary(grouping: performances ?? [], by: \.duty.team)
    let name = min(26, world.size.width / 3)
    let room = (world.size.width - 4 - name) / list.count - 1
    // Days are all as wide; what is over is the names'.
    let columns =
      [Table.Heading("", .share(1))]
      + list.map { Table.Heading(heading($0, count: list.count, room, world), .cells(room)) }
    let empty = Phrase("还没有队伍。", "還沒有隊伍。", "No teams yet.")
    let chosenDay = day
    return Table(
      columns, count: teams.count, selected: teams.isEmpty ? nil : min(rows.index, teams.count - 1),
      isFocused: true, empty: empty[world.language]
    ) { index in
      let own = byTeam[teams[index].code] ?? []
      return [Line(world.isLatinOnly ? teams[index].pinyin : teams[index].name)]
        + list.map { day in
          let mark = Self.mark(own.filter { $0.duty.day == day }, world.glyphs)
          // In brackets: colour alone carries no meaning.
          let isChosen = day == chosenDay
          return Line(isChosen ? "[" : " ", .bold) + mark + Line(isChosen ? "]" : " ", .bold)
        }
    }
  }

  /// - Parameter room: the cells that a day has.
  private func heading(_ day: Day, count: Int, _ room: Int, _ world: World) -> String {
    if count > 7 { return " \(digits(day.day, 2))" }
    if count == 1 { return " \(day.month)-\(day.day)" }
    let whole = Phrase.weekday(day.weekday)[world.language] + digits(day.day, 2)
    if whole.cells <= room { return whole }
    return Phrase.weekdayInOne(day.weekday)[world.language] + digits(day.day, 2)
  }

  /// The worst of a day's shifts; blank for a day without any.
  private static func mark(_ list: [Performance], _ glyphs: Glyphs) -> Line {
    guard !list.isEmpty else { return Line(" ") }
    if list.contains(where: \.isMissing) { return Line(glyphs.missing, .warning) }
    let due = list.filter { !$0.isCalledOff }
    if due.isEmpty { return Line(glyphs.horizontal, .dim) }
    if due.contains(where: { !$0.isFull && !$0.isOpen }) {
      return Line(glyphs.underway, .underway)
    }
    if list.contains(where: \.isOpen) { return Line(glyphs.more, .dim) }
    return Line(glyphs.done, .good)
  }

  // MARK: The table

  private func table(_ world: World) -> any Block {
    let list = performances ?? []
    let language = world.language
    let empty = Phrase(
      "这些天没有排班。* 班次与路线，F6 加班次。", "這些天沒有排班。* 班次與路線，F6 加班次。",
      "Nothing is planned for these days. * for shifts, F6 for an extra one.")
    return Table(
      [
        .init(Phrase("日期", "日期", "Day")[language], .cells(10)),
        .init(Phrase("队伍", "隊伍", "Team")[language], .share(3)),
        .init(Phrase("计划", "計劃", "Planned")[language], .cells(11)),
        .init(Phrase("实际", "實際", "Was out")[language], .cells(11)),
        .init(Phrase("结果", "結果", "Outcome")[language], .share(4)),
        .init(Phrase("页", "頁", "Page")[language], .cells(5), isRight: true, from: 66),
      ],
      count: list.count, selected: list.isEmpty ? nil : min(rows.index, list.count - 1),
      isFocused: true, empty: empty[language]
    ) { index in
      let item = list[index]
      let duty = item.duty
      let weekday = Phrase.weekday(duty.day.weekday)[language]
      return [
        Line("\(duty.day.monthAndDay) \(weekday)", .dim),
        Line(world.snapshot.team(duty.team)?.name ?? duty.team),
        Line("\(duty.from.clock)-\(duty.to.clock)", .dim),
        Line(item.span.map(Self.clocks) ?? "", .dim),
        Self.outcome(item, world), Line(item.page.map { "\($0.number)" } ?? "", .dim),
      ]
    }
  }

  private static func clocks(_ span: ClosedRange<Int>) -> String {
    "\(Moment(minutes: span.lowerBound).clock)-\(Moment(minutes: span.upperBound).clock)"
  }

  private static func outcome(_ item: Performance, _ world: World) -> Line {
    let words = item.states.map { $0.phrase[world.language] }
    let role: Role =
      item.isFull
      ? .good : item.isMissing ? .warning : item.isOpen || item.isCalledOff ? .dim : .underway
    return Line(words.joined(separator: world.language.separator), role)
  }

  // MARK: The chosen one

  private func detailTitle(_ world: World) -> Line {
    let shown = chosen(in: world).first?.duty.day ?? day
    return Line("\(team(in: world)?.name ?? "")  \(world.dayName(shown))", .title)
  }

  private func details(_ world: World) -> [Line] {
    let list = chosen(in: world)
    guard !list.isEmpty else {
      return [
        Line(
          performances == nil
            ? Phrase.reading[world.language]
            : Phrase(
              "没有排班。F6 加班次，F4 新排。", "沒有排班。F6 加班次，F4 新排。",
              "Nothing planned. F6 adds a shift, F4 plans one.")[
                world.language], .dim)
      ]
    }
    return list.map { item in
      let duty = item.duty
      let route = duty.course.flatMap { code in world.snapshot.routes.first { $0.code == code } }
      let people = duty.people.map(\.name).joined(separator: world.language.separator)
      let rest = [route?.name ?? duty.route, people].filter { !$0.isEmpty }
      let page = item.page.map { "№\($0.number)  " } ?? ""
      let span = item.span.map { Self.clocks($0) + "  " } ?? ""
      return Line("\(duty.from.clock)-\(duty.to.clock)  ", .bold) + Self.outcome(item, world)
        + Line("  \(span)\(page)\(rest.joined(separator: "  "))", .dim)
    }
  }
}

extension Performance.State {
  package var phrase: Phrase {
    switch self {
    case .done: Phrase("完成", "完成", "done")
    case .toCome: Phrase("未到时间", "未到時間", "to come")
    case .underway: Phrase("在巡", "在巡", "out now")
    case .notDone: Phrase("未巡", "未巡", "not done")
    case .calledOff(let why):
      Phrase("停班", "停班", "called off")
        + (why.isEmpty ? Phrase(verbatim: "") : Phrase("：", "：", ": ") + Phrase(verbatim: why))
    case .notRead: Phrase("未读入", "未讀入", "not read")
    case .late(let minutes): Phrase("迟到 \(minutes) 分", "遲到 \(minutes) 分", "\(minutes) min late")
    case .short(let minutes): Phrase("少巡 \(minutes) 分", "少巡 \(minutes) 分", "\(minutes) min short")
    case .missed(let count, let of):
      Phrase("漏点 \(count)/\(of)", "漏點 \(count)/\(of)", "\(count) of \(of) points left out")
    case .pointsUnsaid: Phrase("未填必巡点", "未填必巡點", "points not stated")
    }
  }
}
