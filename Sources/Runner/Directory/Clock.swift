import Glibc
import Records
import Wording

/// The only place that asks what time it is.
package protocol Clock: Sendable {
  var now: Stamp { get }
  /// Whether somebody said what time it is, or that the clock is right: then it is not doubted.
  var isStated: Bool { get }
  /// Whether it says what somebody asked for, and not what the machine's says.
  var isMadeUp: Bool { get }
  /// Returns once another second has begun; at once where time stands still.
  func waitForNextSecond()
}

extension Clock {
  package var isMadeUp: Bool { false }
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
  package var isMadeUp: Bool { true }
  package init(_ now: Stamp) { self.now = now }
}

/// `--at` where what is written is evidence: nobody dates it otherwise than the machine's clock does.
package struct MadeUpTime: UserFacingError {
  package init() {}

  package static let examples = [MadeUpTime()]

  package var notice: Notice {
    Notice(
      Phrase(
        "--at 只能用于演示目录：正式的记录按本机的时间写。", "--at 只能用於演示目錄：正式的記錄按本機的時間寫。",
        "--at is for directories that are made up: what counts is written at the machine's time."),
      safe: .unchanged,
      next: Phrase(
        "请去掉 --at；只看不写时仍可用。", "請去掉 --at；只看不寫時仍可用。",
        "Leave --at away; to look at a day it can be used."))
  }
}
