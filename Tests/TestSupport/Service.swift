import Records
import Runner

/// A station in service, as far as anybody can tell: its clock goes, and it is not made up.
package enum Service {
  package struct RightClock: Clock {
    package let now: Stamp
    package init(_ now: Stamp) { self.now = now }
    package var isStated: Bool { true }
  }

  /// The small city in service; two officers, two leaders with a key and their posts, when it is begun.
  package static func station(isBegun: Bool = true) throws -> Scratch {
    let scratch = try Demo.small(isBegun: false)
    try scratch.write(
      try scratch.text("station.rec").replacing("Directory: demo-", with: "Directory: "),
      to: "station.rec")
    if isBegun, let begun = Stamp("2026-11-01T08:00:00+08:00") {
      Signed.issueKeys(try runner(scratch, at: begun))
    }
    return scratch
  }

  package static func runner(_ scratch: Scratch, at now: Stamp = Demo.now) throws -> CommandRunner {
    CommandRunner(
      DataDirectory(scratch.disk), codes: try Demo.codes(), clock: RightClock(now),
      gate: RightClock(now), cost: .least)
  }
}
