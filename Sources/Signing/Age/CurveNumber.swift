/// A number modulo 2^255 − 19, for turning an Ed25519 public key into the X25519 one of the same secret.
///
/// Public keys alone go through it, so that nothing depends on how long it takes.
struct CurveNumber: Equatable {
  /// Four limbs, the lowest first; always below the modulus.
  private let limbs: [UInt64]

  private static let modulus: [UInt64] = [.max - 18, .max, .max, .max >> 1]

  static let one = CurveNumber(reducing: [1, 0, 0, 0])

  /// - Parameter bytes: 32, the lowest first; the highest bit is no part of the number (RFC 8032, 5.1.3).
  init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    var limbs = [UInt64](repeating: 0, count: 4)
    for (index, byte) in bytes.enumerated() {
      limbs[index / 8] |= UInt64(byte) << UInt64(8 * (index % 8))
    }
    limbs[3] &= .max >> 1
    self.init(reducing: limbs)
  }

  /// - Parameter limbs: any number below 2^256.
  private init(reducing limbs: [UInt64]) {
    var limbs = limbs
    while let less = Self.lessModulus(limbs) { limbs = less }
    self.limbs = limbs
  }

  /// Nil where the number is below the modulus.
  private static func lessModulus(_ limbs: [UInt64]) -> [UInt64]? {
    var (less, borrow) = (limbs, false)
    for index in 0..<4 {
      let (first, under) = limbs[index].subtractingReportingOverflow(modulus[index])
      let (second, again) = first.subtractingReportingOverflow(borrow ? 1 : 0)
      (less[index], borrow) = (second, under || again)
    }
    return borrow ? nil : less
  }

  /// 32 bytes, the lowest first.
  var bytes: [UInt8] {
    (0..<32).map { index in
      UInt8(truncatingIfNeeded: limbs[index / 8] >> UInt64(8 * (index % 8)))
    }
  }

  static func + (a: CurveNumber, b: CurveNumber) -> CurveNumber {
    // Both are below 2^255, so that their sum has room.
    var (sum, carry) = (a.limbs, 0 as UInt128)
    for index in 0..<4 {
      carry += UInt128(a.limbs[index]) + UInt128(b.limbs[index])
      sum[index] = UInt64(truncatingIfNeeded: carry)
      carry >>= 64
    }
    return CurveNumber(reducing: sum)
  }

  static prefix func - (a: CurveNumber) -> CurveNumber {
    var (difference, borrow) = (modulus, false)
    for index in 0..<4 {
      let (first, under) = modulus[index].subtractingReportingOverflow(a.limbs[index])
      let (second, again) = first.subtractingReportingOverflow(borrow ? 1 : 0)
      (difference[index], borrow) = (second, under || again)
    }
    return CurveNumber(reducing: difference)
  }

  static func * (a: CurveNumber, b: CurveNumber) -> CurveNumber {
    var product = [UInt64](repeating: 0, count: 8)
    for (i, x) in a.limbs.enumerated() {
      var carry = 0 as UInt128
      for (j, y) in b.limbs.enumerated() {
        carry += UInt128(x) * UInt128(y) + UInt128(product[i + j])
        product[i + j] = UInt64(truncatingIfNeeded: carry)
        carry >>= 64
      }
      product[i + 4] = UInt64(truncatingIfNeeded: carry)
    }
    // 2^256 is 38 more than twice the modulus: what lies above counts 38 times below.
    var (folded, carry) = ([UInt64](repeating: 0, count: 4), 0 as UInt128)
    for index in 0..<4 {
      carry += UInt128(product[index]) + UInt128(product[index + 4]) * 38
      folded[index] = UInt64(truncatingIfNeeded: carry)
      carry >>= 64
    }
    while carry > 0 {
      carry *= 38
      for index in 0..<4 {
        carry += UInt128(folded[index])
        folded[index] = UInt64(truncatingIfNeeded: carry)
        carry >>= 64
      }
    }
    return CurveNumber(reducing: folded)
  }

  /// One over the number, by Fermat: its power to the modulus less two; nought for nought.
  var inverse: CurveNumber {
    // 2^255 − 21 has ones in all 255 places but the second and the fourth.
    (0..<255).reversed().reduce(.one) { power, place in
      let squared = power * power
      return place == 2 || place == 4 ? squared : squared * self
    }
  }
}
