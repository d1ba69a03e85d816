import Books
import Crypto
import Demo
import Patrol
import Records
import Signing

/// Writes made-up directories: the demo city, and synthetic ones for measuring.
package enum MakingUp {
  /// What the keys of the demo city's people open with.
  package static let demoPIN = "246810"

  /// The demo city with 70 days of its books up to `now`, and keys for everybody who signs.
  ///
  /// - Parameter cost: how hard its PIN is to try.
  package static func demo(
    on disk: any Disk, now: Stamp, seed: Int, cost: SealedKey.Cost = .usual
  ) throws {
    let city = try DemoCity(now: now, seed: seed, reading: Pinyin.reading)
    try DirectoryMaking.start(on: disk)
    let keeper = city.station.unit
    try DirectoryMaking.register(city.units, keeper: keeper, on: disk)
    try DirectoryMaking.register(city.teams, keeper: keeper, on: disk)
    try DirectoryMaking.register(city.officers, keeper: keeper, on: disk)
    let members = city.teams.flatMap { city.members[$0.code] ?? [] }
    try DirectoryMaking.register(members, keeper: keeper, on: disk)
    try DirectoryMaking.register(city.roster(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.routes, keeper: keeper, on: disk)
    try DirectoryMaking.register(city.exceptions(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.deputies(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.bodies(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.informants(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.volunteers(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.watch(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.equipment(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.funds(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.training(), keeper: keeper, on: disk)
    let signers = city.officers.map(\.named) + members.filter { $0.post == .leader }.map(\.named)
    let keys = try DemoKeys(signers, seed: seed, since: now.instant - 80 * 86400)
    try keys.write(by: keeper, on: disk, cost: cost)
    var books = DemoBooks(city) {
      VolumeBuilder($0, on: disk, cover: $1)
    } sign: {
      keys.signing($0)
    }
    try books.write()
    try books.writeHandovers(after: try pages(on: disk))
    try DirectoryMaking.register(books.underway, keeper: keeper, on: disk)
    try DirectoryMaking.finish(city.station, on: disk)
  }

  /// Every page of the books, as it was just written.
  private static func pages(on disk: any Disk) throws -> [Page] {
    try Search(on: disk).volumes(of: Kinds.ours.books).flatMap { volume in
      let text = try volume.read()
      let reader = RecReader(text.bytes, source: volume.path)
      return try text.pages.flatMap { try reader.read($0).records }
        .compactMap { Page($0, book: volume.book, year: volume.year) }
    }
  }

  /// A synthetic directory.
  ///
  /// - Parameter progress: called with the teams done.
  package static func synthetic(
    on disk: any Disk, now: Stamp, teams: Int, years: Int, entries: Int,
    signatures: Int = 0, seed: Int, progress: (Int) -> Void = { _ in }
  ) throws {
    var made = try Synthetic(now: now, teams: teams, years: years, entries: entries, seed: seed)
    try DirectoryMaking.start(on: disk)
    let keeper = made.station.unit
    try DirectoryMaking.register(made.units, keeper: keeper, on: disk)
    try DirectoryMaking.register(made.teams, keeper: keeper, on: disk)
    try DirectoryMaking.register(made.members, keeper: keeper, on: disk)
    let keys = try DemoKeys(
      signatures > 0 ? made.signers : [], seed: seed, since: now.instant - (years + 1) * 366 * 86400
    )
    if signatures > 0 { try keys.writeSigners(by: keeper, on: disk) }
    try made.write(
      signatures: signatures, open: { VolumeBuilder($0, on: disk, cover: $1) },
      sign: { keys.signing($0) }, progress: progress)
    try DirectoryMaking.finish(made.station, on: disk)
  }
}

/// Keys of people who don't exist: made from the seed, so that the same city comes out twice, and
/// all under one PIN that stands in the manual.
struct DemoKeys: Sendable {
  private let keys: [String: Curve25519.Signing.PrivateKey]
  private let people: [Named]
  private let since: Int

  init(_ people: [Named], seed: Int, since: Int) throws {
    (self.people, self.since) = (people, since)
    var keys: [String: Curve25519.Signing.PrivateKey] = [:]
    for person in people {
      let bytes = Digest(of: Array("demo \(seed) \(person.code)".utf8)).hex.utf8.prefix(32)
      keys[person.code] = try Curve25519.Signing.PrivateKey(rawRepresentation: Array(bytes))
    }
    self.keys = keys
  }

  /// One scrypt for all of them: thirty would take ten seconds.
  func write(by keeper: String, on disk: any Disk, cost: SealedKey.Cost) throws {
    let salt = Array(Digest(of: Array("demo".utf8)).hex.utf8.prefix(16))
    let seal = try Array(MakingUp.demoPIN.utf8).withUnsafeBytes {
      try SealedKey.Seal($0, salt: salt, cost: cost)
    }
    try writeSigners(by: keeper, on: disk)
    for person in people {
      guard let key = keys[person.code] else { continue }
      let sealed = try SealedKey(key, of: person.code, under: seal)
      try disk.replace(KeyFile.path(person.code), with: KeyFile(person, sealed).bytes)
    }
  }

  /// Whose keys they are, without the keys.
  func writeSigners(by keeper: String, on disk: any Disk) throws {
    var signers = AllowedSigners()
    try disk.makeDirectory(KeyRing.folder)
    for person in people {
      guard let key = keys[person.code]?.publicKey else { continue }
      signers.add(.init(person.code, SSHPublicKey(key), from: since, comment: person.name))
    }
    try disk.replace(KeyLists.path(keeper), with: Array(signers.text.utf8))
  }

  func signing(_ person: String) -> Page.Sign {
    let key = keys[person]
    return { bytes in
      guard let key else { throw SigningError.noKey(person) }
      return try SSHSignature(of: bytes, namespace: .book, by: key).armoured
    }
  }
}
