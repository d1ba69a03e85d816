import Synchronization

/// What is made of a value that never changes: at most once, when it is first asked for.
final class Once<Made: Sendable>: Sendable {
  private let made = Mutex<Made?>(nil)

  func get(_ make: () -> Made) -> Made {
    made.withLock { known in
      if let known { return known }
      let new = make()
      known = new
      return new
    }
  }
}
