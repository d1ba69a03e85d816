import Patrol
import Records
import Terminal
import Wording

/// The same as the maps in figures: of every unit what happened in each hour, and how long somebody was out.
extension CoverScreen {
  func figures(_ counted: CountedCover, _ world: World, _ isFocused: Bool) -> any Block {
    let cover = counted.cover
    let areas = cover.areas
    // Less the frame, a blank column at either side and the name.
    let columns = HourWeekMap.columns(
      most: (world.size.width - 4 - Self.name) / Self.cell, firstHour: cover.hour(0))
    return VStack {
      PaddedLines(lines: [hours(columns, cover)]).fixed
      Table(
        [.init("", .share(1))], count: areas.count * 2,
        selected: areas.isEmpty ? nil : min(lines.index, areas.count * 2 - 1),
        isFocused: isFocused, hasHeading: false, empty: Phrase.nothingThin[world.language]
      ) { index in
        [
          line(
            areas[index / 2], index.isMultiple(of: 2) ? .incidents : .cover, columns, cover, world)
        ]
      }
    }
  }

  private static let name = 20
  private static let kind = 3
  private static let cell = 4

  private func hours(_ columns: [Int], _ cover: Cover) -> Line {
    Line(String(repeating: " ", count: Self.name))
      + Line(columns.map { padded("\(cover.hour($0))") }.joined(), .heading)
  }

  /// Incidents of each hour over all weekdays, or team hours of an average night.
  private func line(
    _ area: String, _ kind: HeatScale.Kind, _ columns: [Int], _ cover: Cover, _ world: World
  ) -> Line {
    let name = kind == .incidents ? world.snapshot.unitName(area) : ""
    let what =
      kind == .incidents
      ? Phrase("案", "案", "N")[world.language] : Phrase("巡", "巡", "h")[world.language]
    let label = name.clipped(to: Self.name - Self.kind - 1)
    let blank = Self.name - Self.kind - label.cells
    let nights = cover.nights
    let texts =
      kind == .incidents
      ? (cover.incidents[area] ?? WeekHours()).byHour.map { "\($0)" }
      : (cover.minutes[area] ?? WeekHours()).byHour.map { Self.perNight($0, nights) }
    let head =
      Line(label + String(repeating: " ", count: blank))
      + Line(what + String(repeating: " ", count: Self.kind - what.cells), .dim)
    return columns.reduce(head) { line, column in
      line
        + Line(
          padded(texts[column]),
          texts[column] == "0" ? .dim : kind == .incidents ? .bold : .plain)
    }
  }

  /// Hours on an average night: `.4`, `1.9`, `12`.
  static func perNight(_ minutes: Int, _ nights: Int) -> String {
    guard nights > 0 else { return "?" }
    let tenths = (minutes * 10 + 30 * nights) / (60 * nights)
    return tenths == 0
      ? (minutes == 0 ? "0" : "<.1")
      : tenths < 10
        ? ".\(tenths)" : tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\((tenths + 5) / 10)"
  }

  private func padded(_ text: String) -> String {
    String(repeating: " ", count: max(1, Self.cell - text.count)) + text
  }
}
