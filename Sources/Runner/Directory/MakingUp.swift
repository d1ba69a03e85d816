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
    try DirectoryMaking.register(city.bodies(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.informants(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.volunteers(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.watch(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.equipment(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.funds(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.deferrals(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.incidents(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.baselines(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.declarations(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.hotHours(), keeper: keeper, on: disk)
    try DirectoryMaking.register(city.training(), keeper: keeper, on: disk)
    let officers = city.officers.map(\.named)
    let heads = try city.postsWhoSign().compactMap { post in
      post.answering.map { (person: $0, unit: post.code) }
    }
    let leaders =
      members.filter { $0.post == .leader }.map { (person: $0.named, unit: $0.team) } + heads
    let deputy = city.deputy
    let keys = try DemoKeys(
      officers + leaders.map(\.person) + [deputy?.person].compactMap { $0 }, seed: seed)
    try keys.write(on: disk, cost: cost)
    var book = MadeKeysBook(
      city.station, keys,
      from: Stamp(moment: now.moment + -80 * 1440, second: 0, offset: now.offset))
    var volume: any PageSink = Self.keysVolume(city.station, on: disk)
    try book.write(officers, leaders: leaders, to: &volume)
    // What is signed in the books was signed before the deputy was named.
    let known = book
    if let deputy, let officer = officers.first {
      try book.name(
        deputy: deputy.person, of: deputy.team, on: deputy.day, by: officer, at: now, to: &volume)
    }
    try volume.finish()
    try SignersList.derive(for: city.station, on: disk)
    var books = DemoBooks(city, open: { VolumeBuilder($0, on: disk, cover: $1) }, keys: known)
    try books.write()
    let written = try pages(on: disk)
    try books.writeHandovers(after: written)
    let leads = try city.leads(after: written)
    try DirectoryMaking.register(leads, keeper: keeper, on: disk)
    let messages = try city.messages(beside: leads)
    try DirectoryMaking.register(messages.messages, keeper: keeper, on: disk)
    try DirectoryMaking.register(messages.sendings, keeper: keeper, on: disk)
    try DirectoryMaking.register(messages.replies, keeper: keeper, on: disk)
    try DirectoryMaking.register(books.underway, keeper: keeper, on: disk)
    let changes = try city.exceptions() + books.extras
    try DirectoryMaking.register(changes, keeper: keeper, on: disk)
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
    let officer = Named("S01-P1", "值班员")
    let signers = signatures > 0 ? made.signers : []
    let keys = try DemoKeys([officer] + signers.map(\.person), seed: seed)
    var book = MadeKeysBook(
      made.station, keys,
      from: Stamp(
        moment: now.moment + -(years + 1) * 366 * 1440, second: 0, offset: now.offset))
    var volume: any PageSink = Self.keysVolume(made.station, on: disk)
    try book.write([officer], leaders: signers, to: &volume)
    try volume.finish()
    try SignersList.derive(for: made.station, on: disk)
    try made.write(
      signatures: signatures, open: { VolumeBuilder($0, on: disk, cover: $1) }, keys: book,
      progress: progress)
    try DirectoryMaking.finish(made.station, on: disk)
  }
}

extension MakingUp {
  private static func keysVolume(_ station: Station, on disk: any Disk) -> VolumeBuilder {
    VolumeBuilder(BookID(station.unit, KeysPage.book), on: disk) { year in
      station.cover(KeysPage.title(Named(station.unit, station.name), year))
    }
  }
}

/// Keys of people who don't exist: made from the seed, so that the same city comes out twice, and
/// all under one PIN that stands in the manual.
struct DemoKeys: MadeUpKeys {
  private let keys: [String: Curve25519.Signing.PrivateKey]
  private let people: [Named]

  init(_ people: [Named], seed: Int) throws {
    self.people = people
    var keys: [String: Curve25519.Signing.PrivateKey] = [:]
    for person in people {
      let bytes = Digest(of: Array("demo \(seed) \(person.code)".utf8)).hex.utf8.prefix(32)
      keys[person.code] = try Curve25519.Signing.PrivateKey(rawRepresentation: Array(bytes))
    }
    self.keys = keys
  }

  /// One scrypt for all of them: thirty would take ten seconds.
  func write(on disk: any Disk, cost: SealedKey.Cost) throws {
    let salt = Array(Digest(of: Array("demo".utf8)).hex.utf8.prefix(16))
    let seal = try Array(MakingUp.demoPIN.utf8).withUnsafeBytes {
      try SealedKey.Seal($0, salt: salt, cost: cost)
    }
    try disk.makeDirectory(KeyRing.folder)
    for person in people {
      let sealed = try SealedKey(try key(person.code), of: person.code, under: seal)
      try disk.replace(KeyFile.path(person.code), with: KeyFile(person, sealed).bytes)
    }
  }

  private func key(_ person: String) throws -> Curve25519.Signing.PrivateKey {
    guard let key = keys[person] else { throw SigningError.noKey(person) }
    return key
  }

  func line(of person: String) throws -> String {
    SSHPublicKey(try key(person).publicKey).line
  }

  func print(of person: String) throws -> KeyPrint {
    let text = SSHPublicKey(try key(person).publicKey).fingerprint
    guard let print = KeyPrint(text) else { throw SigningError.noKey(person) }
    return print
  }

  func sign(_ person: String, _ field: Page.SignatureField) -> Page.Sign {
    let namespace: SignatureNamespace = field == .proof ? .demoKey : .demoBook
    return { [self] bytes in
      try SSHSignature(of: bytes, namespace: namespace, by: try key(person)).armoured
    }
  }
}
