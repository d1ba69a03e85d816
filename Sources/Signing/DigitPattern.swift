/// The patterns of PINs that are digits alone.
enum DigitPattern {
  /// - Parameter digits: at least one, in ASCII.
  static func flaw(in digits: UnsafeRawBufferPointer) -> SecretFlaw? {
    if digits.count < SecretRule.leastDigits { return .short }
    if different(digits) < 4 { return .fewDifferent }
    let unlike = unlikeSteps(digits)
    if unlike == 0 { return .evenSteps }
    if isKeypadLines(digits) { return .keypadLines }
    if unlike == 1 { return .evenSteps }
    if isMirrored(digits) { return .mirrored }
    if isDoubled(digits) { return .doubled }
    return SecretDate.isDate(digits) ? .date : nil
  }

  private static func different(_ digits: UnsafeRawBufferPointer) -> Int {
    var (seen, at): (UInt16, Int) = (0, 0)
    while at < digits.count {
      seen |= 1 << UInt16(digits[at] & 0x0F)
      at += 1
    }
    return seen.nonzeroBitCount
  }

  /// How many steps from one digit to the next are unlike the common one; 9 goes on to 0.
  ///
  /// Exact for 0 and 1: one of the first two steps is then the common one.
  private static func unlikeSteps(_ digits: UnsafeRawBufferPointer) -> Int {
    func step(_ at: Int) -> UInt8 { (digits[at + 1] &- digits[at] &+ 10) % 10 }
    let (first, second) = (step(0), step(1))
    var (likeFirst, likeSecond, at) = (0, 0, 0)
    while at < digits.count - 1 {
      let next = step(at)
      if next == first { likeFirst += 1 }
      if next == second { likeSecond += 1 }
      at += 1
    }
    return digits.count - 1 - max(likeFirst, likeSecond)
  }

  private static func isMirrored(_ digits: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    while at < digits.count / 2 {
      if digits[at] != digits[digits.count - 1 - at] { return false }
      at += 1
    }
    return true
  }

  private static func isDoubled(_ digits: UnsafeRawBufferPointer) -> Bool {
    let half = digits.count / 2
    var at = 0
    while at < half {
      if digits[at] != digits[half + at] { return false }
      at += 1
    }
    return digits.count == 2 * half
  }

  /// Whether it is lines of three keys, each a row, a column or a diagonal of the keypad, either way.
  private static func isKeypadLines(_ digits: UnsafeRawBufferPointer) -> Bool {
    guard digits.count % 3 == 0 else { return false }
    var at = 0
    while at < digits.count {
      let (a, b, c) = (digits[at] & 0x0F, digits[at + 1] & 0x0F, digits[at + 2] & 0x0F)
      guard isLine(min(a, c), b, max(a, c)) else { return false }
      at += 3
    }
    return true
  }

  private static func isLine(_ first: UInt8, _ middle: UInt8, _ last: UInt8) -> Bool {
    switch (first, middle, last) {
    case (1, 4, 7), (2, 5, 8), (3, 6, 9), (1, 2, 3), (4, 5, 6), (7, 8, 9), (1, 5, 9), (3, 5, 7):
      true
    default: false
    }
  }
}
