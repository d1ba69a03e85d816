import Patrol
import Records
import Terminal
import Wording

/// Two maps, one under the other so that the eye compares straight down, and the thin spots: beside them where
/// there is room, else below.
extension CoverScreen {
  func view(in world: World) -> any Block {
    VStack {
      HeaderBar(world: world)
      panel(world, isFocused: true)
    }
  }

  func panel(_ world: World, isFocused: Bool) -> Panel {
    Panel(
      heading(world, isFocused), note: note(world), footer: formula(world), isFocused: isFocused,
      glyphs: world.glyphs
    ) {
      if isTable, let counted {
        figures(counted, world, isFocused)
      } else if let counted, !counted.cover.spots.isEmpty || world.isTall(20) {
        content(counted, world, isFocused)
      } else {
        list(world, isFocused: isFocused)
      }
    }
  }

  private static func isWide(_ world: World) -> Bool { world.size.width >= 116 }

  private func content(
    _ counted: CountedCover, _ world: World, _ isFocused: Bool
  ) -> any Block {
    if Self.isWide(world) {
      return HStack {
        maps(counted, world).width(.cells(HourWeekMap.label + 74))
        VStack {
          list(world, isFocused: isFocused).height(.cells(Cover.most + 1))
          RuleLine(glyphs: world.glyphs)
          PaddedLines(lines: proposal(world, width: world.size.width - 84))
        }
      }
    }
    if world.isTall(20) {
      return VStack {
        maps(counted, world).height(.cells(16))
        RuleLine(glyphs: world.glyphs)
        list(world, isFocused: isFocused)
      }
    }
    return VStack {
      Padded(block: map(.incidents, counted, world)).height(.cells(8))
      list(world, isFocused: isFocused)
    }
  }

  // MARK: Maps

  private func maps(_ counted: CountedCover, _ world: World) -> VStack {
    let isTall = world.isTall(30)
    return VStack {
      if isTall { PaddedLines(lines: [said(.incidents, counted, world)]).fixed }
      Padded(block: map(.incidents, counted, world)).height(.cells(8))
      if isTall { PaddedLines(lines: [Line([])]).fixed }
      PaddedLines(lines: [said(.cover, counted, world)]).fixed
      Padded(block: map(.cover, counted, world)).height(.cells(7))
      if isTall {
        PaddedLines(lines: [Line([]), legend(counted, world)])
      }
    }
  }

  private func figures(
    _ kind: HeatScale.Kind, _ counted: CountedCover, _ world: World
  ) -> Chart.HourMap {
    Chart.HourMap(
      numbers: kind == .incidents ? counted.incidents : counted.teams,
      firstHour: counted.cover.hour(0), kind: kind,
      weekdays: (1...7).map { Phrase.weekday($0)[world.language] })
  }

  private func map(
    _ kind: HeatScale.Kind, _ counted: CountedCover, _ world: World
  ) -> HourWeekMap {
    HourWeekMap(
      map: figures(kind, counted, world), hasHours: kind == .incidents,
      marked: kind == .cover ? Set(counted.cover.spots.map(\.place)) : [], chosen: spot?.place)
  }

  private func said(_ kind: HeatScale.Kind, _ counted: CountedCover, _ world: World) -> Line {
    let (count, hours) = (counted.incidents.sum, counted.minutes.sum / 60)
    let (what, how) =
      kind == .incidents
      ? (
        Phrase("案事件 \(count) 起", "案事件 \(count) 起", "Incidents: \(count)"),
        Phrase("按巡防日", "按巡防日", "by the patrol day")
      )
      : (
        Phrase("夜均在巡队数", "夜均在巡隊數", "Teams out on an average night"),
        Phrase(
          "巡逻 \(hours) 队时，按起止重叠计", "巡邏 \(hours) 隊時，按起止重疊計",
          "\(hours) team hours, by overlap")
      )
    return Line(what[world.language], .bold) + Line("  " + how[world.language], .dim)
  }

  private func legend(_ counted: CountedCover, _ world: World) -> Line {
    let thin = HourWeekMap.thin + Phrase(" 薄弱处", " 薄弱處", " thin")[world.language]
    return Line(Phrase("案", "案", "Cases")[world.language], .dim)
      + figures(.incidents, counted, world).scale.legend
      + Line("   " + Phrase("队", "隊", "Teams")[world.language], .dim)
      + figures(.cover, counted, world).scale.legend + Line("   ") + Line(thin, .warning)
  }

  // MARK: Frame

  private func heading(_ world: World, _ isFocused: Bool) -> Line {
    let days = cover?.days ?? days(in: world)
    let more = world.glyphs.more
    return Line("6 " + Self.title[world.language], isFocused ? .titleFocus : .title)
      + Line(
        " \(more) \(world.placeName(unit)) \(more) \(days.lowerBound.monthAndDay) – \(days.upperBound.monthAndDay)",
        .dim)
  }

  private func note(_ world: World) -> Line {
    guard let cover else { return Line([]) }
    if !cover.isWhole {
      return Line(Phrase("有簿册没有读全", "有簿冊沒有讀全", "not all was read")[world.language], .urgent)
    }
    let short = cover.begun.map {
      Line(Phrase.booksSince($0, cover.nights)[world.language], .warning)
    }
    guard !cover.spots.isEmpty, !isTable else { return short ?? Line([]) }
    return (short.map { $0 + Line("  ") } ?? Line([]))
      + Line(
        Phrase("薄弱处 ", "薄弱處 ", "Spot ")[world.language] + "\(row + 1)/\(cover.spots.count)", .dim)
  }

  private func formula(_ world: World) -> Line {
    let figures = Phrase(
      "案 = 这些天的起数，巡 = 夜均巡逻队时", "案 = 這些天的起數，巡 = 夜均巡邏隊時",
      "N = incidents of these days, h = team hours of an average night")
    if isTable { return Line(figures[world.language], .dim) }
    let text = Phrase(
      "分 = 案×10÷（巡逻时数+1），前后一小时各计一半，不足3起不列",
      "分 = 案×10÷（巡邏時數+1），前後一小時各計一半，不足3起不列",
      "pts = incidents*10/(patrol hours+1), hours beside count half, 3 or more")
    let isHot = cover?.spots.contains { $0.isHot(on: world.today, world.snapshot) } ?? false
    let hot = isHot && world.size.width >= 116 ? Phrase.hot : Phrase(verbatim: "")
    return world.size.width < 76 ? Line([]) : Line((text + hot)[world.language], .dim)
  }
}

extension Phrase {
  fileprivate static let hot = Phrase("；* 多发时段", "；* 多發時段", "; * called frequent, + past midnight")

  /// Why fewer nights are counted than could be.
  static func booksSince(_ day: Day, _ nights: Int) -> Phrase {
    Phrase(
      "簿册 \(day.monthAndDay) 起，只计 \(nights) 夜", "簿冊 \(day.monthAndDay) 起，只計 \(nights) 夜",
      "books since \(day.monthAndDay): \(nights) nights")
  }
}
