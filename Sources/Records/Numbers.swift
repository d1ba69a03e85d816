/// Numbers that come from outside: from files, keys and arguments.
///
/// They are read here, with limits, so that no later sum or difference can leave what a number holds:
/// that would end the program. No sign and no blank is taken, and no digit but ASCII ones.

/// The whole number that a text writes, if it lies within a range.
package func wholeNumber(
  _ text: some StringProtocol, in range: ClosedRange<Int> = 0...999_999_999
) -> Int? {
  guard (1...18).contains(text.utf8.count), let number = fixedNumber(text, digits: text.utf8.count),
    range.contains(number)
  else { return nil }
  return number
}

/// The number that exactly `digits` ASCII digits write, eighteen at most.
package func fixedNumber(_ text: some StringProtocol, digits: Int) -> Int? {
  guard text.utf8.count == digits, digits <= 18,
    text.utf8.allSatisfy({ (48...57).contains($0) })
  else { return nil }
  return text.utf8.reduce(0) { $0 * 10 + Int($1 - 48) }
}

/// The number that a few bytes write, all of them ASCII digits.
func fixedNumber(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
  var number = 0
  for byte in bytes {
    guard 48...57 ~= byte else { return nil }
    number = number * 10 + Int(byte - 48)
  }
  return number
}

/// A number with zeros before it up to `width` digits.
package func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

/// The numbers that pages and years have.
package enum Numbers {
  package static let page = 1...99_999_999
  package static let year = 1...9999
}

extension Int {
  /// The sum, or the nearest there is to one that no number holds.
  func saturatingAdding(_ other: Int) -> Int {
    let (sum, isOver) = addingReportingOverflow(other)
    return isOver ? (other < 0 ? .min : .max) : sum
  }
}
