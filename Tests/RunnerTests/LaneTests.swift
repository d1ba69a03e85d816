import Dispatch
import Patrol
import Runner
import Synchronization
import TestSupport
import Testing

@Suite("Long work goes on side by side, a lane each")
struct LaneTests {
  /// What was said, in the order in which it was, and a wait for each.
  private final class Notes: Sendable {
    private let notes = Mutex<[String]>([])
    private let isAnyNew = DispatchSemaphore(value: 0)

    var all: [String] { notes.withLock { $0 } }
    func note(_ text: String) {
      notes.withLock { $0.append(text) }
      isAnyNew.signal()
    }

    /// Whether so many were there before long; what is missing fails and does not hang.
    func wait(for count: Int) -> Bool {
      while all.count < count {
        guard isAnyNew.wait(timeout: .now() + 30) == .success else { return false }
      }
      return true
    }
  }

  private func isSignalled(_ gate: DispatchSemaphore) -> Bool {
    gate.wait(timeout: .now() + 30) == .success
  }

  @Test("Verification still comes to its end after a search that was asked for meanwhile")
  func jobs() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    let notes = Notes()
    let (isRunning, isSearched) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    runner.start(.verify) { progress in
      switch progress {
      case .running:
        isRunning.signal()
        #expect(isSignalled(isSearched))
      case .brought(let verified as Verified): notes.note("verified \(verified.pages)")
      case .brought, .failed: notes.note("\(progress)")
      }
    }
    try #require(isSignalled(isRunning))
    runner.start(.search("青石镇")) { progress in
      guard case .brought(let found as Found) = progress else { return }
      notes.note("found \(!found.hits.isEmpty)")
      isSearched.signal()
    }
    #expect(notes.wait(for: 2))
    #expect(notes.all == ["found true", "verified 2"])
  }

  @Test("A job takes the place of the one before it in its lane, and of none in another")
  func places() {
    let lanes = Lanes()
    let notes = Notes()
    let (isBegun, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    for lane in [Lane.verifying, .searching] {
      lanes.start(lane) { isWanted in
        isBegun.signal()
        _ = isSignalled(goOn)
        notes.note("\(lane) \(isWanted())")
      }
      #expect(isSignalled(isBegun))
    }
    lanes.start(.searching) { notes.note("next \($0())") }
    goOn.signal()
    goOn.signal()
    #expect(notes.wait(for: 3))
    #expect(Set(notes.all) == ["verifying true", "searching false", "next true"])
  }

  @Test("What nobody waits for any more is no longer wanted")
  func stopping() {
    let lanes = Lanes()
    let notes = Notes()
    let (isBegun, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    for lane in [Lane.reading, .searching] {
      lanes.start(lane) { isWanted in
        isBegun.signal()
        _ = isSignalled(goOn)
        notes.note("\(lane) \(isWanted())")
      }
      #expect(isSignalled(isBegun))
    }
    lanes.stop(.reading)
    goOn.signal()
    goOn.signal()
    #expect(notes.wait(for: 2))
    #expect(Set(notes.all) == ["reading false", "searching true"])
  }

  @Test("An import is stopped by nothing: the next one waits for it")
  func importing() {
    let lanes = Lanes()
    let notes = Notes()
    let (isBegun, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    lanes.start(.importing) { isWanted in
      isBegun.signal()
      _ = isSignalled(goOn)
      notes.note("first \(isWanted())")
    }
    #expect(isSignalled(isBegun))
    lanes.start(.importing) { notes.note("second \($0())") }
    lanes.start(.searching) { notes.note("search \($0())") }
    lanes.stop(.importing)
    #expect(notes.wait(for: 1))
    goOn.signal()
    #expect(notes.wait(for: 3))
    #expect(notes.all == ["search true", "first true", "second true"])
  }
}
