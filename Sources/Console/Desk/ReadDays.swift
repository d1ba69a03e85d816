import Patrol
import Records

/// The days that were read, so that every screen has the pages of its own day.
struct ReadDays: Sendable {
  /// Grows with all that may have changed what stands in the books.
  private(set) var reading = 0
  private var read: [Day: (ledger: DayLedger, reading: Int)] = [:]
  /// Days that were asked for, and in which reading: one that can't be read is not asked for again at once.
  private var asked: [Day: Int] = [:]

  /// The pages of a day, as they were read last.
  func ledger(_ day: Day) -> DayLedger? { read[day]?.ledger }

  /// Whether a day is known as it stands now.
  func isRead(_ day: Day) -> Bool { read[day]?.reading == reading }

  /// - Parameter isLookedAt: whether it was only looked at, and nothing was written.
  mutating func take(_ ledger: DayLedger, isLookedAt: Bool) {
    if !isLookedAt { reading += 1 }
    read[ledger.day] = (ledger, reading)
  }

  /// Whether a day has to be read; then it counts as asked for.
  mutating func ask(_ day: Day) -> Bool {
    guard !isRead(day), asked[day] != reading else { return false }
    asked[day] = reading
    return true
  }

  mutating func forget(but days: Set<Day>) {
    guard read.count > days.count else { return }
    read = read.filter { days.contains($0.key) }
    asked = asked.filter { days.contains($0.key) }
  }
}
