import Crypto
import Foundation
import TestSupport
import Testing

@testable import Signing

@Suite("A private key is sealed under a PIN, for one person")
struct SealedKeyTests {
  private func sealed(_ pin: String, _ key: Curve25519.Signing.PrivateKey) throws -> SealedKey {
    try Array(pin.utf8).withUnsafeBytes {
      try SealedKey(key, of: "QS-001", under: $0, cost: .least)
    }
  }

  private func open(_ key: SealedKey, _ pin: String) -> Curve25519.Signing.PrivateKey? {
    Array(pin.utf8).withUnsafeBytes { key.open($0) }
  }

  @Test("The right PIN opens it, no other does")
  func pin() throws {
    let key = Curve25519.Signing.PrivateKey()
    let sealed = try sealed("739251", key)
    #expect(open(sealed, "739251")?.rawRepresentation == key.rawRepresentation)
    for wrong in ["739252", "", "7392510", "７３９２５１"] { #expect(open(sealed, wrong) == nil) }
  }

  @Test("Two keys under one PIN have nothing in common on disk")
  func salted() throws {
    let key = Curve25519.Signing.PrivateKey()
    let (one, two) = (try sealed("739251", key), try sealed("739251", key))
    #expect(one.salt != two.salt && one.box != two.box)
  }

  @Test("A file with another's name, another public key or any changed byte does not open")
  func changed() throws {
    let key = Curve25519.Signing.PrivateKey()
    let sealed = try sealed("739251", key)
    let other = SSHPublicKey(Curve25519.Signing.PrivateKey().publicKey)
    func with(
      person: String? = nil, key: SSHPublicKey? = nil, cost: SealedKey.Cost = .least,
      salt: [UInt8]? = nil, box: [UInt8]? = nil
    ) -> SealedKey {
      SealedKey(
        person: person ?? sealed.person, publicKey: key ?? sealed.publicKey, cost: cost,
        salt: salt ?? sealed.salt, box: box ?? sealed.box)
    }
    #expect(open(with(), "739251") != nil)
    #expect(open(with(person: "QS-002"), "739251") == nil)
    #expect(open(with(key: other), "739251") == nil)
    #expect(open(with(salt: Array(sealed.salt.reversed())), "739251") == nil)
    for at in sealed.box.indices {
      var box = sealed.box
      box[at] ^= 1
      #expect(open(with(box: box), "739251") == nil)
    }
    for length in 0..<sealed.box.count {
      #expect(open(with(box: Array(sealed.box.prefix(length))), "739251") == nil)
    }
  }

  @Test("A station's keys are sealed with 17 to 20; with 10 only those of people who are made up")
  func cost() throws {
    for exponent in -1...30 {
      let cost = SealedKey.Cost(exponent: exponent)
      #expect((cost != nil) == [10, 17, 18, 19, 20].contains(exponent), "\(exponent)")
      #expect(cost?.isAllowed(isDemo: false) ?? false == (17...20).contains(exponent))
      #expect(cost?.isAllowed(isDemo: true) ?? false == (cost != nil))
    }
    #expect(SealedKey.Cost.usual.isAllowed(isDemo: false))
  }

  @Test("Each wrong try after the second waits twice as long, an hour at most")
  func patience() {
    #expect((1...6).map(Patience.wait) == [0, 0, 4, 8, 16, 32])
    #expect(Patience.wait(after: 60) == 3600)
  }
}
