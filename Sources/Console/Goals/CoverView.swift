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
      Panel(
        heading(world), note: note(world), footer: formula(world), isFocused: true,
        glyphs: world.glyphs
      ) {
        if let counted, !counted.cover.spots.isEmpty || world.isTall(20) {
          content(counted, world)
        } else {
          list(world)
        }
      }
    }
  }

  private static func isWide(_ world: World) -> Bool { world.size.width >= 116 }

  private func content(_ counted: CountedCover, _ world: World) -> any Block {
    if Self.isWide(world) {
      return HStack {
        maps(counted, world).width(.cells(HourWeekMap.label + 74))
        VStack {
          list(world).height(.cells(Cover.most + 1))
          RuleLine(glyphs: world.glyphs)
          PaddedLines(lines: proposal(world, width: world.size.width - 84)).fixed
          if world.isTall(36) {
            PaddedLines(lines: [Line([]), strengthTitle(world)]).fixed
            Padded(block: Bars(bars: strengths(world), glyphs: world.glyphs))
          } else {
            PaddedLines(lines: []).height(.share(1))
          }
        }
      }
    }
    if world.isTall(20) {
      return VStack {
        maps(counted, world).height(.cells(16))
        RuleLine(glyphs: world.glyphs)
        list(world)
      }
    }
    return VStack {
      Padded(block: map(.incidents, counted, world)).height(.cells(8))
      list(world)
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
        PaddedLines(lines: [Line([]), legend(counted, world)]).fixed
        if Self.isWide(world), world.isTall(36) {
          PaddedLines(lines: [Line([]), patrolled(counted, world)]).fixed
          Padded(
            block: HourColumns(
              numbers: perNight(counted), firstHour: counted.cover.hour(0)))
        } else {
          PaddedLines(lines: []).height(.share(1))
        }
      }
    }
  }

  /// Team hours of each hour on an average night.
  private func perNight(_ counted: CountedCover) -> [Int] {
    let nights = counted.cover.days.upperBound - counted.cover.days.lowerBound + 1
    return counted.minutes.byHour.map { ($0 + 30 * nights) / (60 * nights) }
  }

  private func patrolled(_ counted: CountedCover, _ world: World) -> Line {
    Line(
      Phrase("各时夜均巡逻队时", "各時夜均巡邏隊時", "Team hours of each hour, average night")[world.language],
      .bold)
  }

  private func scale(_ kind: HeatScale.Kind, _ counted: CountedCover) -> HeatScale {
    HeatScale(kind, highest: (kind == .incidents ? counted.incidents : counted.teams).highest)
  }

  private func map(
    _ kind: HeatScale.Kind, _ counted: CountedCover, _ world: World
  ) -> HourWeekMap {
    HourWeekMap(
      grid: kind == .incidents ? counted.incidents : counted.teams, scale: scale(kind, counted),
      firstHour: counted.cover.hour(0), hasHours: kind == .incidents,
      marked: kind == .cover ? Set(counted.cover.spots.map(\.place)) : [], chosen: spot?.place,
      language: world.language)
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
    let thin = Phrase("0 薄弱处", "0 薄弱處", "0 thin")[world.language]
    return Line(Phrase("案", "案", "Cases")[world.language], .dim)
      + scale(.incidents, counted).legend
      + Line("   " + Phrase("队", "隊", "Teams")[world.language], .dim)
      + scale(.cover, counted).legend + Line("   ") + Line(thin, .warning)
  }

  // MARK: Frame

  private func heading(_ world: World) -> Line {
    let days = days(in: world)
    let more = world.glyphs.more
    return Line("6 " + Self.title[world.language], .titleFocus)
      + Line(
        " \(more) \(world.placeName(unit)) \(more) \(days.lowerBound.monthAndDay) – \(days.upperBound.monthAndDay)",
        .dim)
  }

  private func note(_ world: World) -> Line {
    guard let cover else { return Line([]) }
    if !cover.isWhole {
      return Line(Phrase("有簿册没有读全", "有簿冊沒有讀全", "not all was read")[world.language], .urgent)
    }
    guard !cover.spots.isEmpty else { return Line([]) }
    return Line(
      Phrase("薄弱处 ", "薄弱處 ", "Spot ")[world.language] + "\(row + 1)/\(cover.spots.count)", .dim)
  }

  private func formula(_ world: World) -> Line {
    let text = Phrase(
      "分 = 案×10÷（巡逻时数+1），前后一小时各计一半，不足3起不列",
      "分 = 案×10÷（巡邏時數+1），前後一小時各計一半，不足3起不列",
      "score = incidents*10/(patrol hours+1), hours beside count half, 3 or more")
    return world.size.width < 76 ? Line([]) : Line(text[world.language], .dim)
  }
}
