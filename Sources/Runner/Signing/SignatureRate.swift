import Crypto
import Signing

/// How fast this machine verifies signatures one after another: what `verify` is held against.
package enum SignatureRate {
  /// Signatures a second on one core.
  package static func perSecond(of count: Int = 4000) throws -> Double {
    let message = Array(repeating: UInt8(ascii: "x"), count: 400)
    let signature = try SSHSignature(of: message, namespace: .book, by: .init())
    let begun = ContinuousClock.now
    var good = 0
    for _ in 0..<count where signature.holds(for: message, namespace: .book) { good += 1 }
    let took = ContinuousClock.now - begun
    return Double(good)
      / (Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18)
  }
}
