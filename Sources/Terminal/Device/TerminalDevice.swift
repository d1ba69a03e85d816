/// What wakes the console.
package enum DeviceEvent: Hashable, Sendable {
  case input(Input)
  case resize(Size)
  /// SIGHUP, SIGTERM, SIGINT, SIGQUIT or a terminal that is gone: end now, and well.
  case hangUp
  /// Back from a suspend.
  case resumed
}

/// The door to a terminal.
@MainActor
package protocol TerminalDevice: AnyObject {
  var size: Size { get }
  /// Shows a frame: what differs from the last one.
  func show(_ surface: Surface, theme: Theme)
  /// Waits until something happens, or `milliseconds` are over.
  func wait(milliseconds: Int) -> [DeviceEvent]
  /// Waits for `wake` alone: what is still to be done needs no terminal, which may be gone.
  func waitForWake(milliseconds: Int)
  /// What is known of the terminal before it answers.
  var probe: Probe { get }
  func redrawAll()
  func suspend()
  func ring()
  /// Wakes `wait` from any thread.
  nonisolated var wake: @Sendable () -> Void { get }
}
