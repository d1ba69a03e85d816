import Patrol
import Records
import Terminal
import Wording

/// The night's bars with the sentence of the minute below them; in a small window events as a list.
extension ReplayScreen {
  func view(in world: World) -> any Block {
    let night = night(in: world)
    return VStack {
      HeaderBar(world: world)
      Panel(
        heading(night, world), note: tally(night, world), footer: legend(world), isFocused: true,
        glyphs: world.glyphs
      ) {
        if let night, !night.rows.isEmpty || !night.events.isEmpty {
          content(night, world)
        } else {
          // One list all the same: the caret stands in it.
          Table(
            [.init("", .share(1))], count: 0, selected: nil, isFocused: true, hasHeading: false,
            empty: (night == nil ? Phrase.reading : .quietNight)[world.language]
          ) { _ in [] }
        }
      }
    }
  }

  private func content(_ night: NightReplay, _ world: World) -> any Block {
    let width = max(20, world.size.width - 4)
    let said = sentence(night, world).lines(width: width)
    if NightBars.isList(world) {
      return VStack {
        list(night, world)
        PaddedLines(lines: counts(night, world)).fixed
        RuleLine(glyphs: world.glyphs)
        PaddedLines(lines: Array(said.prefix(4))).fixed
      }
    }
    return VStack {
      Padded(
        block: NightBars(
          night: night, at: moment(night), event: event(night), top: top, world: world))
      RuleLine(glyphs: world.glyphs)
      // The same number of lines for every minute, so that nothing jumps.
      PaddedLines(lines: said).height(.cells(world.size.width >= 116 ? 2 : 3))
      if world.isTall(20) {
        PaddedLines(lines: [course(night, world, width)]).fixed
      }
    }
  }

  // MARK: Frame

  private func heading(_ night: NightReplay?, _ world: World) -> Line {
    let more = world.glyphs.more
    let hours = night.map { " \($0.from.clock)–\($0.to.clock)" } ?? ""
    let place = world.size.width < 76 ? "" : " \(more) \(world.placeName(unit))"
    return Line("6 " + Self.title[world.language], .titleFocus)
      + Line("\(place) \(more) \(world.dayName(world.day))\(hours)", .dim)
  }

  private func tally(_ night: NightReplay?, _ world: World) -> Line {
    guard let night else { return Line([]) }
    guard night.isWhole else {
      return Line(Phrase("有簿册没有读全", "有簿冊沒有讀全", "not all was read")[world.language], .urgent)
    }
    let (out, checks, cases, leads) = (
      night.teamsOut, night.events.count(where: \.isInspection),
      night.events.count(where: \.isIncident), night.events.count(where: \.isLead)
    )
    // Pages that tell something are looked for behind the first frame.
    let more = world.isStillLooking ? "?" : ""
    let said = Phrase(
      "出巡 \(out) 队  检查 \(checks)  案 \(cases)  情报 \(leads)\(more)",
      "出巡 \(out) 隊  檢查 \(checks)  案 \(cases)  情報 \(leads)\(more)",
      "\(out) teams  \(checks) inspected  \(cases) cases  \(leads)\(more) leads")
    return Line(said[world.language], .dim)
  }

  private func legend(_ world: World) -> Line {
    let g = world.glyphs
    let said = Phrase(
      "\(g.horizontal) 在巡，数字为缺人的队  \(g.check) 检查合格  \(g.cross) 有问题  \(g.urgent) 案事件  \(g.hole) 情报",
      "\(g.horizontal) 在巡，數字為缺人的隊  \(g.check) 檢查合格  \(g.cross) 有問題  \(g.urgent) 案事件  \(g.hole) 情報",
      "\(g.horizontal) out, figures where some were absent  \(g.check) in order  \(g.cross) not  \(g.urgent) cases  \(g.hole) leads"
    )
    return world.size.width < 76 ? Line([]) : Line(said[world.language], .dim)
  }

  // MARK: Below the bars

  /// How many were out at each full hour, where there are no bars.
  private func counts(_ night: NightReplay, _ world: World) -> [Line] {
    let hourly = night.hourly
    let scale = HeatScale(.cover, highest: hourly.map(\.teams).max() ?? 0)
    let label = Phrase("时", "時", "At")[world.language]
    let out = Phrase("队", "隊", "out")[world.language]
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.cells)) + text
    }
    let hour = { (moment: Moment) in padded("\(moment.minuteOfDay / 60)", 3) + " " }
    return [
      hourly.reduce(Line(padded(label, 4))) { $0 + Line(hour($1.at), .heading) },
      hourly.reduce(Line(padded(out, 4))) {
        $0 + Line(" ") + Line(padded("\($1.teams)", 2), scale.role($1.teams)) + Line(" ")
      },
    ]
  }

  private func list(_ night: NightReplay, _ world: World) -> any Block {
    Table(
      [
        .init("", .cells(5)), .init("", .cells(1)), .init("", .share(1)),
      ], count: night.events.count,
      selected: night.events.isEmpty ? nil : min(events.index, night.events.count - 1),
      isFocused: true, hasHeading: false, empty: Phrase.quiet[world.language]
    ) { index in
      let event = night.events[index]
      let (glyph, role) = NightBars.mark(event, world.glyphs)
      return [
        Line(event.at.clock, .dim), Line(glyph, role), Line(event.name(world)[world.language]),
      ]
    }
  }

  /// The events one after another, from the one before the chosen one.
  private func course(_ night: NightReplay, _ world: World, _ width: Int) -> Line {
    guard !night.events.isEmpty else { return Line(Phrase.quiet[world.language], .dim) }
    let chosen = event(night).flatMap { night.events.firstIndex(of: $0) }
    let place = chosen.map { "\($0 + 1)/\(night.events.count)" } ?? "\(night.events.count)"
    let next = night.events.firstIndex { $0.at >= moment(night) } ?? night.events.count - 1
    func text(_ index: Int) -> String {
      "   \(night.events[index].at.clock) \(night.events[index].name(world)[world.language])"
    }
    let (at, before) = (chosen ?? next, max(0, (chosen ?? next) - 1))
    // The one before it only where both have room.
    let first =
      place.cells + text(before).cells + text(at).cells <= width ? before : at
    var line = Line(place, .dim)
    for index in first..<night.events.count {
      // What has no room is left out whole, and all behind it.
      guard line.cells + text(index).cells <= width || index == at else { break }
      line = line + Line(text(index), index == chosen ? .bold : .dim)
    }
    return line
  }
}

extension NightEvent {
  var isInspection: Bool { if case .inspection = kind { true } else { false } }
  var isIncident: Bool { if case .incident = kind { true } else { false } }
  var isLead: Bool { if case .lead = kind { true } else { false } }
}

extension Phrase {
  fileprivate static let quietNight = Phrase(
    "这一夜没有出巡记录，也没有检查、案事件和情报。", "這一夜沒有出巡記錄，也沒有檢查、案事件和情報。",
    "Nobody was out in this night by the books; nothing was inspected, happened or was reported.")
  fileprivate static let quiet = Phrase(
    "这一夜没有检查、案事件和情报。", "這一夜沒有檢查、案事件和情報。",
    "Nothing was inspected, happened or was reported in this night.")
}
