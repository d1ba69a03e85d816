import CNcurses
import CPosix
import Glibc

/// Gives the terminal back when the program dies of a fault.
///
/// Drafts are on the disk by then; what is left to do is that the shell can be used.
enum TerminalGuard {
  /// Remembers the terminal as it is, before the screen opens.
  ///
  /// - Parameter resets: what turns off modes that the terminal's description doesn't know of.
  static func begin(resets: [String]) {
    posix_ignore_broken_pipes()
    let names = ["rmkx", "op", "sgr0", "cnorm", "rmcup"]
    let described = names.compactMap { name -> String? in
      guard let text = curses_capability(name) else { return nil }
      return withoutDelays(String(cString: text))
    }
    let bytes = Array((resets + described).joined().utf8)
    let kept = UnsafeMutablePointer<CChar>.allocate(capacity: max(1, bytes.count))
    for (index, byte) in bytes.enumerated() { kept[index] = CChar(bitPattern: byte) }
    posix_guard_terminal(kept, bytes.count)
  }

  static func end() { posix_unguard_terminal() }

  /// A capability without the pauses (`$<5>`) that `tputs` would make of its marks.
  static func withoutDelays(_ capability: String) -> String {
    var (text, rest) = ("", capability[...])
    while let start = rest.firstRange(of: "$<"),
      let end = rest[start.upperBound...].firstIndex(of: ">")
    {
      text += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }
}
