import Foundation
import Testing

@testable import Signing

@Suite("Base64 is read in the one way in which it is written")
struct Base64Tests {
  /// What Foundation reads and writes again as it was.
  private func plainly(_ digits: [UInt8]) -> [UInt8]? {
    guard let data = Data(base64Encoded: Data(digits)),
      Array(data.base64EncodedString().utf8) == digits
    else { return nil }
    return Array(data)
  }

  @Test("Each byte in each place, whole and cut short", arguments: 0..<10)
  func bytes(_ count: Int) {
    let bytes = (0..<count).map { UInt8($0 * 97 % 256) }
    let digits = Array(Data(bytes).base64EncodedString().utf8)
    #expect(Base64.bytes(of: digits, capacity: digits.count) == bytes)
    for at in digits.indices {
      #expect(Base64.bytes(of: digits[..<at], capacity: at) == plainly(Array(digits[..<at])))
      for byte in UInt8.min...UInt8.max {
        var changed = digits
        changed[at] = byte
        #expect(Base64.bytes(of: changed, capacity: 0) == plainly(changed), "\(byte) at \(at)")
      }
    }
    for more in ["=", "==", "A", "A=", "AA==", "===="] {
      let longer = digits + Array(more.utf8)
      #expect(Base64.bytes(of: longer, capacity: 0) == plainly(longer), "\(more)")
    }
  }
}
