/// How long to wait after wrong tries: two are a slip of the finger, then it doubles up to an hour.
package enum Patience {
  /// Seconds to wait after the last of so many wrong tries in a row.
  package static func wait(after wrong: Int) -> Int {
    wrong < 3 ? 0 : min(3600, 1 << min(wrong - 1, 12))
  }
}
