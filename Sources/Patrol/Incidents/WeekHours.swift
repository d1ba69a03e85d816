import Records

/// A number for each hour of each weekday of the patrol day: Monday first, and in each the hour first in which
/// the patrol day begins, so that a night stays together.
package struct WeekHours: Hashable, Sendable {
  /// One hour of one weekday's patrol day.
  package struct Place: Hashable, Sendable {
    /// 1 Monday … 7 Sunday.
    package let weekday: Int
    /// Hours since the one in which the patrol day begins.
    package let column: Int

    package init(weekday: Int, column: Int) { (self.weekday, self.column) = (weekday, column) }

    /// - Parameter rollover: minute of the day at which the patrol day begins.
    init(_ moment: Moment, rollover: Int) {
      weekday = (moment + -rollover).day.weekday
      column = (moment.minuteOfDay / 60 - rollover / 60 + 24) % 24
    }

    /// The hour so many later on the same patrol day; nil where that is over.
    func moved(by hours: Int) -> Place? {
      (0..<24).contains(column + hours)
        ? Place(weekday: weekday, column: column + hours) : nil
    }
  }

  private var numbers = [Int](repeating: 0, count: 7 * 24)

  package init() {}

  package subscript(place: Place) -> Int {
    get { numbers[(place.weekday - 1) * 24 + place.column] }
    set { numbers[(place.weekday - 1) * 24 + place.column] = newValue }
  }

  package var sum: Int { numbers.reduce(0, +) }
  package var highest: Int { numbers.max() ?? 0 }
  package static let places = (1...7).flatMap { weekday in
    (0..<24).map { Place(weekday: weekday, column: $0) }
  }

  /// The hour of the day of a column.
  package static func hour(_ column: Int, rollover: Int) -> Int { (rollover / 60 + column) % 24 }

  /// Over all weekdays, for each hour from the first.
  package var byHour: [Int] {
    (0..<24).map { column in
      (1...7).reduce(0) { $0 + self[Place(weekday: $1, column: column)] }
    }
  }

  package func map(_ change: (Int) -> Int) -> WeekHours {
    var changed = self
    changed.numbers = numbers.map(change)
    return changed
  }

  static func += (one: inout WeekHours, other: WeekHours) {
    for index in one.numbers.indices { one.numbers[index] += other.numbers[index] }
  }

  /// Twice the hour itself with the ones beside it: what lies a few minutes off counts as well.
  func weighed(at place: Place) -> Int {
    2 * self[place] + beside(place).reduce(0) { $0 + self[$1] }
  }

  /// The hour with the ones beside it.
  func around(_ place: Place) -> Int {
    self[place] + beside(place).reduce(0) { $0 + self[$1] }
  }

  func beside(_ place: Place) -> [Place] { [-1, 1].compactMap(place.moved) }
}
