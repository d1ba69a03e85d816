import Dispatch
import Synchronization

/// Does several things at once and waits for all: the registers and the year's index are what the
/// first frame waits for.
func together<each Value: Sendable>(
  _ work: repeat @escaping @Sendable () -> each Value
) -> (repeat each Value) {
  let works = (repeat Work(each work))
  var runs: [@Sendable () -> Void] = []
  for one in repeat each works { runs.append { one.run() } }
  let all = runs
  DispatchQueue.concurrentPerform(iterations: all.count) { all[$0]() }
  return (repeat (each works).result())
}

/// What comes of each number below a count, on all cores, some numbers at a time; in their order.
func onAllCores<Value: Sendable>(
  _ count: Int, part: Int, _ work: @Sendable (Int) -> Value
) -> [Value] {
  let parts = (count + part - 1) / part
  let made = Mutex([[Value]](repeating: [], count: parts))
  DispatchQueue.concurrentPerform(iterations: parts) { at in
    let own = (at * part..<min(count, (at + 1) * part)).map(work)
    made.withLock { $0[at] = own }
  }
  return made.withLock { Array($0.joined()) }
}

/// One of the things, done once, by the first to come.
final class Work<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value
  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  func run() { _ = result() }

  func result() -> Value {
    value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}
