/// The characters of a secret, read where they lie.
struct SecretText {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// How many characters there are: a byte that goes on with one is none of its own.
  var count: Int { bytes.count { !Self.goesOn($0) } }

  /// Whether each character's code point is as far from the one before as all others are: `abcdef`.
  var isEven: Bool {
    var (at, before, step) = (0, Int?.none, Int?.none)
    while at < bytes.count {
      let end = end(at)
      let value = value(at..<end)
      if let before {
        guard (step ?? value - before) == value - before else { return false }
        step = value - before
      }
      (at, before) = (end, value)
    }
    return true
  }

  /// Whether it is one half twice.
  var isDoubled: Bool {
    let half = bytes.count / 2
    return bytes.count == 2 * half && isSame(0..<half, half..<bytes.count)
  }

  /// Whether there are fewer than `least` different characters.
  func isOfFew(less least: Int) -> Bool {
    // Where they stand, not what they are.
    var different: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      let character = at..<end(at)
      if !different.contains(where: { isSame($0, character) }) { different.append(character) }
      if different.count >= least { return false }
      at = character.upperBound
    }
    return true
  }

  /// Whether it reads the same backwards.
  var isMirrored: Bool {
    var (front, back) = (0, bytes.count)
    while front < back {
      let (end, start) = (end(front), start(back))
      guard isSame(front..<end, start..<back) else { return false }
      (front, back) = (end, start)
    }
    return true
  }

  private static func goesOn(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private func end(_ start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, Self.goesOn(bytes[end]) { end += 1 }
    return end
  }

  private func start(_ end: Int) -> Int {
    var start = end - 1
    while start > 0, Self.goesOn(bytes[start]) { start -= 1 }
    return start
  }

  private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count
      && (0..<a.count).allSatisfy { bytes[a.lowerBound + $0] == bytes[b.lowerBound + $0] }
  }

  /// The code point; of bytes that are no UTF-8 some number.
  private func value(_ character: Range<Int>) -> Int {
    let first = Int(bytes[character.lowerBound])
    // The first byte of n has n ones and a nought before its own bits.
    let own = character.count == 1 ? first : first & (0x7F >> min(character.count, 6))
    return character.dropFirst().reduce(own) { ($0 & 0xFF_FFFF) << 6 | Int(bytes[$1] & 0x3F) }
  }
}
