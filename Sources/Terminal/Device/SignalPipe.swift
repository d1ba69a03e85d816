import CPosix
import Glibc

/// Signals and wake-ups as bytes on one pipe, so that the loop waits in one place.
///
/// The signals are blocked and read through `signalfd(2)` by a thread: nothing runs in a handler.
final class SignalPipe: Sendable {
  let readEnd: Int32
  private let writeEnd: Int32
  let wake: @Sendable () -> Void

  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    (readEnd, writeEnd) = (ends[0], ends[1])
    let end = ends[1]
    for fd in ends { _ = posix_nonblocking(fd) }
    wake = {
      var byte: UInt8 = 0
      _ = write(end, &byte, 1)
    }
    let signals = posix_signal_fd()
    guard signals >= 0 else { return nil }
    Self.forward(from: signals, to: end)
  }

  private static func forward(from signals: Int32, to end: Int32) {
    let box = UnsafeMutablePointer<(Int32, Int32)>.allocate(capacity: 1)
    box.initialize(to: (signals, end))
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { raw in
        let (signals, end) = raw.unsafelyUnwrapped.assumingMemoryBound(to: (Int32, Int32).self)
          .pointee
        while true {
          let signal = posix_next_signal(signals)
          if signal < 0 { break }
          var byte = UInt8(truncatingIfNeeded: signal)
          _ = write(end, &byte, 1)
        }
        return nil
      }, box)
    pthread_detach(thread)
  }

  /// The signals that came since; wake-ups are left out.
  func drain() -> [Int32] {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = buffer.withUnsafeMutableBytes { read(readEnd, $0.baseAddress, $0.count) }
    return count > 0 ? buffer[..<count].filter { $0 != 0 }.map(Int32.init) : []
  }
}
