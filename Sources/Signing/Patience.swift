/// How long to wait after wrong tries: two are a slip of the finger, then it doubles up to an hour.
package enum Patience {
  /// Seconds to wait after the last of so many wrong tries in a row.
  package static func wait(after wrong: Int) -> Int {
    wrong < 3 ? 0 : min(3600, 1 << min(wrong - 1, 12))
  }
}

/// What is too easy to guess to be a PIN.
package enum SecretRule {
  package static func isGood(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= SigningError.leastSecret, let first = bytes.first else { return false }
    let steps = zip(bytes, bytes.dropFirst()).map { Int($1) - Int($0) }
    let isRun = steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == -1 }
    return !isRun && !bytes.allSatisfy { $0 == first }
  }
}
