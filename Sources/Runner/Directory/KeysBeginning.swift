import Books
import Crypto
import Patrol
import Records
import Signing

extension DirectoryMaking {
  /// The book of keys and posts of a new directory, with the first officer's key: no directory is without
  /// one.
  package static func beginKeys(
    _ station: Station, _ officer: Named, under secret: Secret, at now: Stamp, on disk: any Disk,
    cost: SealedKey.Cost = .usual
  ) throws {
    try KeyRing.check(secret, [officer.code])
    let key = Curve25519.Signing.PrivateKey()
    let sealed = try secret.withBytes {
      try SealedKey(key, of: officer.code, under: $0, cost: cost)
    }
    let file = KeyFile(officer, sealed)
    guard let print = BookSeals.print(file.publicKey) else {
      throw SigningError.noKey(officer.name)
    }
    let root = KeysPage(
      .root, date: now.moment.day, person: officer, newKey: file.publicKey.line,
      unit: station.unit)
    let hand = Hand(officer, print, entitled: nil, keys: nil, directory: station.directory)
    func sign(_ field: Page.SignatureField) -> Page.Sign {
      let namespace = BookSeals.namespace(field, of: station.directory)
      return { try SSHSignature(of: $0, namespace: namespace, by: key).armoured }
    }
    let keeper = Named(station.unit, station.name)
    var volume = VolumeBuilder(BookID(station.unit, KeysPage.book), on: disk) { year in
      station.cover(KeysPage.title(keeper, year))
    }
    _ = try volume.add(
      root.kind.rawValue, root.body + hand.body, recorded: Recorded(now, by: officer),
      signs: [(.proof, sign(.proof)), (.signature, sign(.signature))])
    try disk.makeDirectory(KeyRing.folder)
    try disk.replace(file.path, with: file.bytes)
    try volume.finish()
    try SignersList.derive(for: station, on: disk)
  }
}
