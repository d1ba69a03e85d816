import Records

/// Whose hand is at the keyboard (R8): what is written without a signature is said to be theirs.
package enum Shift: Hashable, Sendable {
  /// Nobody has shown who is there: one looks, and writes nothing.
  case closed
  case open(Named)

  package var keeper: Named? { if case .open(let keeper) = self { keeper } else { nil } }

  /// Minutes without a key after which it is locked, where the desk says nothing.
  package static let idleMinutes = 15
}

/// Opening the shift, and locking it.
package enum ShiftCommand: Hashable, Sendable {
  /// An officer shows who they are; no secret where an ssh-agent keeps the key.
  case open(by: String, Secret?)
  case lock

  // Opening takes the lock itself: no page is dated by it, so a clock that may be wrong is no matter.
  var needs: Need { .nothing }
}

extension Command {
  package static func openShift(by officer: String, _ secret: Secret?) -> Command {
    .shift(.open(by: officer, secret))
  }
  package static let lockShift = shift(.lock)
}
