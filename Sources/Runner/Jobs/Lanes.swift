import Dispatch
import Patrol
import Synchronization

/// Jobs side by side, those of one lane one after another.
package final class Lanes: Sendable {
  private let queues: [Lane: DispatchQueue]
  /// The newest job of each lane, by number.
  private let newest = Mutex<[Lane: Int]>([:])

  package init() {
    queues = Dictionary(
      uniqueKeysWithValues: Lane.allCases.map { ($0, DispatchQueue(label: "xunfang.\($0)")) })
  }

  /// - Parameter work: asks now and then whether anybody still wants it.
  package func start(
    _ lane: Lane, _ work: @escaping @Sendable (_ isWanted: @escaping @Sendable () -> Bool) -> Void
  ) {
    let number = next(lane)
    queues[lane]?.async { [self] in
      work { !lane.yields || self.newest.withLock { $0[lane] == number } }
    }
  }

  /// What is under way in a lane that yields is no longer wanted.
  package func stop(_ lane: Lane) { _ = next(lane) }

  private func next(_ lane: Lane) -> Int {
    newest.withLock { newest in
      newest[lane, default: 0] += 1
      return newest[lane, default: 0]
    }
  }
}
