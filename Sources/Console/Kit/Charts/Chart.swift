import Patrol

/// What a chart says and nothing of how it is drawn: the screen draws it in cells (`ChartBlock`), paper as
/// SVG (`svg`).
struct Chart: Hashable, Sendable {
  let title: String
  /// What its numbers count, such as `队时`.
  let unit: String
  /// What goes along it: units, hours, ten days.
  let across: String
  let figures: Figures
  /// What is drawn how, in words: of bars what is there and what is lacking; of a line this year, the last, and
  /// days that are not over.
  let legend: [String]

  enum Figures: Hashable, Sendable {
    case bars([Bar])
    case columns([Column])
    case map(HourMap)
    case calendar(Month)
    case line([Stretch])
  }

  /// A number held against how many there are to be.
  struct Bar: Hashable, Sendable {
    let name: String
    let number: Int
    let due: Int
  }

  /// A number of an hour of the day.
  struct Column: Hashable, Sendable {
    let hour: Int
    let number: Int
  }

  /// Numbers by hour and weekday.
  struct HourMap: Hashable, Sendable {
    let numbers: WeekHours
    /// The hour of the first column.
    let firstHour: Int
    let kind: HeatScale.Kind
    /// Monday first.
    let weekdays: [String]

    var scale: HeatScale { HeatScale(kind, highest: numbers.highest) }
  }

  /// A number of each day of a month; none of a day that is to come.
  struct Month: Hashable, Sendable {
    /// 1 Monday … 7 Sunday.
    let firstWeekday: Int
    let weekdays: [String]
    let numbers: [Int?]

    var scale: HeatScale { HeatScale(.incidents, highest: numbers.compactMap { $0 }.max() ?? 0) }
    var weeks: Int { (firstWeekday - 1 + numbers.count + 6) / 7 }

    /// The place of a day's cell, both from 0.
    func place(_ index: Int) -> (week: Int, weekday: Int) {
      let at = firstWeekday - 1 + index
      return (at / 7, at % 7)
    }
  }

  /// A number of some days and of the same days a year before; none where nobody knows it.
  struct Stretch: Hashable, Sendable {
    let name: String
    let number: Int?
    let before: Int?
    /// Whether some of the days are to come, so that no line leads there.
    var isOpen = false
  }
}
