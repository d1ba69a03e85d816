import Dispatch
import Patrol
import Records
import Signing
import Synchronization

/// Whose keys made the signatures on pages, each found out once.
final class BookSeals: SealReader {
  private struct Place: Hashable {
    let page: Digest
    let field: Page.SignatureField
    let isDemo: Bool
  }

  private let known = Mutex<[Place: KeyPrint?]>([:])
  private let prints = Mutex<[String: KeyPrint?]>([:])

  /// A page has to be the one that its digest says.
  func key(_ page: Page, _ field: Page.SignatureField, of directory: DirectoryID) -> KeyPrint? {
    let place = Place(page: page.digest, field: field, isDemo: directory.isDemo)
    if let known = known.withLock({ $0[place] }) { return known }
    let key = Self.look(page, field, directory)
    known.withLock { $0[place] = .some(key) }
    return key
  }

  private static func look(_ page: Page, _ field: Page.SignatureField, _ directory: DirectoryID)
    -> KeyPrint?
  {
    guard let (bytes, armour) = page.signed(field),
      let signature = SSHSignature(armoured: armour),
      signature.holds(for: bytes, namespace: namespace(field, of: directory))
    else { return nil }
    return Self.print(signature.publicKey)
  }

  /// What a signature in a field is for: one made for another purpose holds nowhere.
  static func namespace(
    _ field: Page.SignatureField, of directory: DirectoryID
  ) -> SignatureNamespace {
    switch field {
    case .proof: directory.isDemo ? .demoKey : .key
    case .cosigned, .signature: directory.isDemo ? .demoBook : .book
    }
  }

  static func print(_ key: SSHPublicKey) -> KeyPrint? { KeyPrint(key.fingerprint) }

  func print(of key: String) -> KeyPrint? {
    if let known = prints.withLock({ $0[key] }) { return known }
    let print = SSHPublicKey(line: key).flatMap(Self.print)
    prints.withLock { $0[key] = .some(print) }
    return print
  }

  /// Looks at the signatures of many volumes on all cores, before they are asked for one by one.
  func warm(_ volumes: [VolumeReading]) {
    let places = volumes.indices.flatMap { volume in
      volumes[volume].kept.indices.map { (volume: volume, page: $0) }
    }
    let part = 64
    DispatchQueue.concurrentPerform(iterations: (places.count + part - 1) / part) { index in
      for place in places[index * part..<min((index + 1) * part, places.count)] {
        guard let directory = volumes[place.volume].directory else { continue }
        let page = volumes[place.volume].kept[place.page]
        for field in Page.SignatureField.allCases where page.record.has(field.rawValue) {
          _ = key(page, field, of: directory)
        }
      }
    }
  }
}
