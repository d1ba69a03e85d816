/// Points of Edwards' curve that are no one's key.
package enum Ed25519Point {
  /// Whether it is of small order: one signature would hold for every message, and nobody need know a
  /// secret.
  package static func isWeak(_ point: [UInt8]) -> Bool {
    guard var last = point.last else { return true }
    // The sign of a point is the highest bit of its last byte.
    last &= 0x7F
    return weak.contains(point.dropLast() + [last])
  }

  private static let weak: Set<[UInt8]> = Set(
    [
      [0] + zeros, [1] + zeros,
      hex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
      hex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
    ]
      // One less than the prime of the field, and what is 0 and 1 once more.
      + [0xEC, 0xED, 0xEE].map { [$0] + [UInt8](repeating: 0xFF, count: 30) + [0x7F] })

  private static let zeros = [UInt8](repeating: 0, count: 31)

  private static func hex(_ digits: String) -> [UInt8] {
    let digits = Array(digits.utf8).map { $0 < 58 ? $0 - 48 : $0 - 87 }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
