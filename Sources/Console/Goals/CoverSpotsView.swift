import Patrol
import Records
import Terminal
import Wording

/// The thin spots, and what is proposed for the chosen one.
extension CoverScreen {
  func list(_ world: World, isFocused: Bool = true) -> any Block {
    let language = world.language
    let (spots, shifts) = (cover?.spots ?? [], counted?.shifts ?? [])
    return Table(
      [
        .init("", .cells(2), isRight: true),
        .init(Phrase("时段", "時段", "When")[language], .cells(language == .en ? 11 : 12)),
        .init(Phrase("单位", "單位", "Unit")[language], .share(1)),
        .init(Phrase("案", "案", "N")[language], .cells(3), isRight: true),
        .init(Phrase("巡", "巡", "Out")[language], .cells(5), isRight: true),
        .init(Phrase("分", "分", "Pts")[language], .cells(3), isRight: true),
        .init(Phrase("建议", "建議", "Proposed")[language], .share(2), from: 60),
      ], count: spots.count, selected: spots.isEmpty ? nil : row,
      isFocused: isFocused,
      hasHeading: world.isTall(30) || cover == nil,
      empty: (cover == nil ? Phrase.reading : .nothingThin)[language]
    ) { index in
      let spot = spots[index]
      return [
        Line("\(index + 1)", .dim), Line(when(spot, world)),
        Line(world.snapshot.unitName(spot.area)),
        Line("\(spot.cases)"),
        Line(hours(spot.minutes)[language], .dim), Line("\(spot.score)", .bold),
        Line(shifts[index].map { "\(self.hours($0)) \($0.route)" } ?? "", .dim),
      ]
    }
  }

  private func hours(_ shift: CoverSpot.Shift) -> String {
    "\(Moment.clock(shift.from))-\(Moment.clock(shift.to))"
  }

  /// When it is, and whether somebody has called that hour frequent.
  private func when(_ spot: CoverSpot, _ world: World) -> String {
    spot.when(world.snapshot.station)[world.language]
      + (spot.isHot(on: world.today, world.snapshot) ? "*" : "")
  }

  private func hours(_ minutes: Int) -> Phrase {
    minutes < 60
      ? Phrase("\(minutes)分", "\(minutes)分", "\(minutes)m")
      : Phrase("\(minutes / 60)时", "\(minutes / 60)時", "\(minutes / 60)h")
  }

  func proposal(_ world: World, width: Int) -> [Line] {
    guard let spot, let shift else { return [Line([])] }
    let team = world.isLatinOnly ? shift.team.pinyin : shift.team.name
    let nights = cover?.nights(of: spot.place.weekday) ?? 0
    let day = Phrase.weekday(spot.place.weekday)
    let because = Phrase(
      "依据 \(nights) 个\(day[.hans])的 \(spot.cases) 起，同时段在巡 \(hours(spot.minutes)[.hans])。",
      "依據 \(nights) 個\(day[.hant])的 \(spot.cases) 起，同時段在巡 \(hours(spot.minutes)[.hant])。",
      "\(spot.cases) incidents on \(nights) nights of \(day[.en]), \(hours(spot.minutes)[.en]) of patrol then."
    )
    return [
      Line(Phrase("建议班次", "建議班次", "Proposed shift")[world.language], .heading),
      Line(" \(team) \(when(spot, world))", .bold), Line(" \(hours(shift)) \(shift.route)"),
    ] + LineBreak.lines(because[world.language], width: width).map { Line(" " + $0, .dim) }
  }
}
