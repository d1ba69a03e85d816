import Glibc
import Records

/// The only place that asks what time it is.
package protocol Clock: Sendable {
  var now: Stamp { get }
  /// Whether somebody said what time it is, or that the clock is right: then it is not doubted.
  var isStated: Bool { get }
  /// Returns once another second has begun; at once where time stands still.
  func waitForNextSecond()
}

extension Clock {
  package func waitForNextSecond() {}
}

/// The machine's clock in its own time zone.
package struct SystemClock: Clock {
  package let isStated: Bool
  package init(isStated: Bool = false) { self.isStated = isStated }

  package func waitForNextSecond() {
    let begun = time(nil)
    while time(nil) == begun { usleep(20_000) }
  }

  package var now: Stamp {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    let day = Day(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
    let minute = Int(local.tm_hour) * 60 + Int(local.tm_min)
    return Stamp(
      moment: Moment(day ?? Day(number: 0), minute), second: min(Int(local.tm_sec), 59),
      offset: local.tm_gmtoff / 60)
  }
}

/// A clock that stands still: `--at`, tests, the manual.
package struct FixedClock: Clock {
  package let now: Stamp
  package var isStated: Bool { true }
  package init(_ now: Stamp) { self.now = now }
}
