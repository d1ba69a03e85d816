import Patrol
import Records
import Terminal
import Wording

/// All four where there is room, else the chosen one.
extension ChartsScreen {
  func view(in world: World) -> any Block {
    VStack {
      HeaderBar(world: world)
      Panel(
        heading(world), note: note(world), isFocused: true, glyphs: world.glyphs
      ) {
        if GoalStops.isTogether(world) {
          together(world)
        } else {
          Padded(block: block(picture, world))
        }
      }
    }
  }

  private func together(_ world: World) -> any Block {
    let blank = PaddedLines(lines: [Line([])]).fixed
    return HStack {
      VStack {
        Padded(block: block(.strength, world))
        blank
        Padded(block: block(.month, world)).height(.cells(14))
      }.width(.cells(world.size.width - 2 - HourWeekMap.label - 24 * HourWeekMap.cell - 2))
      VStack {
        Padded(block: block(.hours, world))
        blank
        Padded(block: block(.course, world))
      }
    }
  }

  private func heading(_ world: World) -> Line {
    let more = world.glyphs.more
    return Line("6 " + Self.title[world.language], .titleFocus)
      + Line(" \(more) \(world.placeName(unit)) \(more) \(world.day.text)", .dim)
  }

  private func note(_ world: World) -> Line {
    if hours?.isWhole == false || !world.snapshot.areIncidentsWhole {
      return Line(Phrase("有簿册没有读全", "有簿冊沒有讀全", "not all was read")[world.language], .urgent)
    }
    return Line("\(picture.rawValue + 1)/\(Picture.allCases.count)", .dim)
  }

  private func block(_ picture: Picture, _ world: World) -> any Block {
    let isChosen = picture == self.picture
    guard let chart = chart(picture, world) else {
      return Lines(Line(Phrase.reading[world.language], .dim))
    }
    let language = world.language
    return ChartBlock(chart: chart, glyphs: world.glyphs, isChosen: isChosen) { count in
      Phrase("其余 \(count) 个", "其餘 \(count) 個", "\(count) others")[language]
    }
  }

  // MARK: What they say

  /// Nil while it is read.
  func chart(_ picture: Picture, _ world: World) -> Chart? {
    switch picture {
    case .strength: strength(world)
    case .hours: hours.map { hours($0, world) }
    case .course: course(world)
    case .month: month(world)
    }
  }

  private func strength(_ world: World) -> Chart {
    let language = world.language
    let bars = world.snapshot.strengthByArea(unit: unit).map { one in
      let name =
        one.area.map { world.snapshot.unitName($0) }
        ?? Phrase("市级", "市級", "City force")[language]
      return Chart.Bar(name: name, number: one.filled, due: one.due)
    }
    return Chart(
      title: Phrase("应有人数到位", "應有人數到位", "Of those due, there")[language],
      unit: Phrase("人", "人", "people")[language],
      across: Phrase("单位", "單位", "Units")[language], figures: .bars(bars),
      legend: [
        Phrase("到位", "到位", "there")[language], Phrase("尚缺", "尚缺", "lacking")[language],
      ])
  }

  private func hours(_ hours: PatrolHours, _ world: World) -> Chart {
    let language = world.language
    let (from, to) = (hours.nights.lowerBound.monthAndDay, hours.nights.upperBound.monthAndDay)
    let span =
      hours.begun.map { _ in
        Phrase(
          "\(from) – \(to)，簿册由此起", "\(from) – \(to)，簿冊由此起", "\(from) – \(to), since the books began"
        )
      } ?? Phrase(verbatim: "\(from) – \(to)")
    return Chart(
      title: Phrase("各时夜均巡逻", "各時夜均巡邏", "Hours patrolled, average night")[language],
      unit: (Phrase("队时，", "隊時，", "team hours, ") + span)[language],
      across: Phrase("时", "時", "Hour")[language], figures: .columns(hours.columns), legend: [])
  }

  private func course(_ world: World) -> Chart {
    let language = world.language
    let stretches = IncidentCourse(world.snapshot, on: world.day, unit: unit).stretches
    return Chart(
      title: Phrase("各旬案事件", "各旬案事件", "Incidents by ten days")[language],
      unit: Phrase("起", "起", "incidents")[language],
      across: Phrase("旬", "旬", "Ten days")[language],
      figures: .line(
        stretches.map {
          Chart.Stretch(
            name: Self.name($0.days, language), number: $0.count.number,
            before: $0.before.number,
            isOpen: $0.count.number != nil && $0.days.upperBound >= world.day)
        }),
      legend: [
        Phrase("本期", "本期", "now")[language], Phrase("去年", "去年", "last")[language],
        Phrase("未完", "未完", "so far")[language],
      ])
  }

  /// `11上`, since the chart is of ten days; in English the first of the days.
  private static func name(_ days: ClosedRange<Day>, _ language: Language) -> String {
    language == .en ? days.lowerBound.monthAndDay : String(TenDays.name(days).dropLast())
  }

  private func month(_ world: World) -> Chart {
    let language = world.language
    let days = world.day.monthDays
    let first = days.lowerBound
    let counts = IncidentCounts(world.snapshot, unit: unit)
    return Chart(
      title: Phrase("每日案事件", "每日案事件", "Incidents by day")[language],
      unit: Phrase(
        "起，\(first.year)年\(first.month)月，日期在前", "起，\(first.year)年\(first.month)月，日期在前",
        "\(first.year)-\(digits(first.month, 2)), day first")[language],
      across: Phrase("日", "日", "Day")[language],
      figures: .calendar(
        Chart.Month(
          firstWeekday: first.weekday,
          weekdays: (1...7).map { Phrase.weekdayInOne($0)[language] },
          numbers: days.map { day in
            day > world.today || counts.isEmpty ? nil : counts.during(day...day)
          })), legend: [])
  }
}
