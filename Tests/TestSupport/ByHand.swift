import Patrol

extension Kinds {
  /// Registers whose records people write: the others say what the program did, and refuse every hand.
  package static let byHand = ours.registers.filter { !$0.layout.isMade }
}
