import Glibc

/// How far long work is, where somebody looks at a terminal.
///
/// On standard error, since what is printed may go into a pipe; once all is done it is cleared.
enum ProgressLine {
  static func onTerminal() -> (Int, Int) -> Void {
    guard isatty(2) == 1 else { return { _, _ in } }
    return { done, all in
      guard done % 64 == 0 || done == all else { return }
      Output.progress(done == all ? "" : "\(done * 100 / max(all, 1))%  \(done)/\(all)")
    }
  }
}
