import Books
import Crypto
import Glibc
import Patrol
import Records
import Signing
import Wording

/// Everybody's keys: who may sign with which, and the signing itself.
struct KeyRing {
  private let disk: any Disk
  private let clock: any Clock
  private let tries: Tries
  private let cost: SealedKey.Cost
  private let namespace: SignatureNamespace

  /// - Parameters:
  ///   - clock: what signatures and keys are dated by.
  ///   - gate: what waits after wrong tries are measured by.
  ///   - namespace: in which the directory's books are signed.
  init(
    on disk: any Disk, clock: any Clock, gate: any Clock, cost: SealedKey.Cost,
    namespace: SignatureNamespace = .book
  ) {
    (self.disk, self.clock, self.cost, self.namespace) = (disk, clock, cost, namespace)
    tries = Tries(on: disk, clock: gate)
  }

  static let folder = "keys"
  /// Behind the name of somebody whose key an ssh-agent keeps.
  private static let agentNote = "(ssh-agent)"

  /// What everybody may know of the keys there are.
  static func holders(_ signers: AllowedSigners, now: Stamp) -> [KeyHolder] {
    signers.signers.map { signer in
      let moment = { (instant: Int) in Moment(minutes: instant / 60 + now.offset) }
      return KeyHolder(
        person: signer.person, fingerprint: signer.publicKey.fingerprint,
        isAgent: signer.comment.hasSuffix(agentNote),
        since: signer.from.map(moment), until: signer.until.map(moment))
    }
  }

  /// The file of somebody's key, to sign with it.
  ///
  /// - Throws: `DiskError.exposed` where others may have read or exchanged it.
  private func ownFile(_ person: String) throws -> KeyFile? {
    let path = KeyFile.path(person)
    let bytes: Bytes
    do throws(DiskError) { bytes = try disk.readGuarded(path) } catch {
      if case .notFound = error { return nil }
      throw error
    }
    return try Self.file(path, bytes)
  }

  private static func file(_ path: String, _ bytes: Bytes) throws(SigningError) -> KeyFile {
    let contents = RecReader(bytes, source: path).readTolerantly()
    guard contents.unread.isEmpty, let record = contents.records.first,
      let file = try? KeyFile.schema.parse(record)
    else { throw SigningError.keyFileBroken(file: path) }
    return file
  }

  // MARK: Signing

  /// What signs for a person from now on.
  ///
  /// - Parameter secret: opens the sealed key; not asked where an ssh-agent keeps it.
  func signing(_ person: Named, _ secret: Secret?) throws -> Page.Sign {
    guard let file = try ownFile(person.code),
      let signer = try KeyLists(on: disk).joined.current(
        person.code, at: clock.now.instant, in: namespace),
      signer.publicKey == file.publicKey
    else { throw SigningError.noKey(person.name) }
    guard let sealed = file.sealed else { return try agentSigning(file) }
    let key = try open(sealed, person, secret ?? Secret())
    return { [namespace] in try SSHSignature(of: $0, namespace: namespace, by: key).armoured }
  }

  private func open(_ sealed: SealedKey, _ person: Named, _ secret: Secret) throws
    -> Curve25519.Signing.PrivateKey
  {
    // Enter pressed too early is no guess: no key was ever sealed under so few bytes.
    guard secret.withBytes({ $0.count >= SecretRule.leastDigits }) else {
      throw SigningError.secretTooShort
    }
    return try tries.attempt(person) { secret.withBytes { sealed.open($0) } }
  }

  private static var agent: SSHAgent {
    SSHAgent(socket: getenv("SSH_AUTH_SOCK").map { String(cString: $0) } ?? "")
  }

  private func agentSigning(_ file: KeyFile) throws -> Page.Sign {
    let (agent, key, namespace) = (Self.agent, file.publicKey, namespace)
    guard try agent.keys().contains(key) else {
      throw SigningError.agentLacksKey(file.person.name)
    }
    return { bytes in
      try SSHSignature(of: bytes, namespace: namespace, by: key) {
        try agent.sign($0, by: key)
      }.armoured
    }
  }

  // MARK: Issuing

  /// Gives a person a key; with `replaces`, the one before ends now.
  ///
  /// - Parameters:
  ///   - keeper: in whose list it comes to stand.
  ///   - known: the person's code and telephone number, of which no PIN is a part.
  func issue(
    _ person: Named, _ source: KeySource, replaces: Bool, by keeper: String, known: [String]
  ) throws {
    var lists = try KeyLists(on: disk)
    let now = clock.now.instant
    if lists.joined.current(person.code, at: now) != nil {
      guard replaces else { throw SigningError.hasKey(person.name) }
      try lists.revoke(person, at: now, by: keeper)
    }
    let file = try self.file(for: person, source, lists.joined, known)
    lists.add(
      .init(
        person.code, file.publicKey, from: now,
        comment: file.cost == nil ? "\(person.name) \(Self.agentNote)" : person.name), by: keeper)
    // Lists are read of those who keep registers.
    try disk.makeDirectory(DataDirectory.registers(keeper))
    try write(lists, .replace(KeyFile.path(person.code), file.bytes))
  }

  private func file(
    for person: Named, _ source: KeySource, _ signers: AllowedSigners, _ known: [String]
  ) throws -> KeyFile {
    switch source {
    case .sealed(let secret):
      try Self.check(secret, known)
      try refuseLast(secret, of: person)
      let key = Curve25519.Signing.PrivateKey()
      return KeyFile(
        person, try secret.withBytes { try SealedKey(key, of: person.code, under: $0, cost: cost) })
    case .agent(let fingerprint):
      let taken = Set(signers.signers.map(\.publicKey))
      let free = try Self.agent.keys().filter { key in
        !taken.contains(key) && (fingerprint.map(key.isCalled) ?? true)
      }
      // With several, nobody could tell which is meant.
      guard free.count == 1, let key = free.first else {
        throw SigningError.agentLacksKey(person.name)
      }
      return KeyFile(person: person, publicKey: key, cost: nil, salt: [], box: [])
    }
  }

  /// - Parameter known: the person's code and telephone number, of which no PIN is a part.
  func changeSecret(_ person: Named, from old: Secret, to new: Secret, known: [String]) throws {
    try Self.check(new, known)
    if new.matches(old) { throw SigningError.weakSecret(.last) }
    guard let sealed = try ownFile(person.code)?.sealed else {
      throw SigningError.noKey(person.name)
    }
    let key = try open(sealed, person, old)
    let resealed = try new.withBytes {
      try SealedKey(key, of: person.code, under: $0, cost: cost)
    }
    try disk.replace(KeyFile.path(person.code), with: KeyFile(person, resealed).bytes)
  }

  /// Ends a person's key: signatures up to now keep their worth.
  func revoke(_ person: Named, by keeper: String) throws {
    var lists = try KeyLists(on: disk)
    let now = clock.now.instant
    guard lists.joined.current(person.code, at: now) != nil else {
      throw SigningError.noKey(person.name)
    }
    try lists.revoke(person, at: now, by: keeper)
    try write(lists, .remove(KeyFile.path(person.code)))
  }

  private static func check(_ secret: Secret, _ known: [String]) throws(SigningError) {
    if let flaw = secret.withBytes({ SecretRule.flaw(in: $0, known: known) }) {
      throw .weakSecret(flaw)
    }
  }

  /// Refuses the PIN of the key that is replaced: who knows that one would know this one too.
  ///
  /// No try is counted: who asks gives the key away by asking.
  private func refuseLast(_ secret: Secret, of person: Named) throws {
    // A file that can't be read is what is replaced.
    let path = KeyFile.path(person.code)
    guard let bytes = try? disk.read(path), let sealed = try? Self.file(path, bytes).sealed,
      secret.withBytes({ sealed.open($0) }) != nil
    else { return }
    throw SigningError.weakSecret(.last)
  }

  /// Changes the lists of keys and a person's own file together, or neither.
  private func write(_ lists: KeyLists, _ own: FileStep.Part) throws {
    try disk.makeDirectory(Self.folder)
    try FileStep(in: Self.folder, on: disk).carryOut(try lists.parts() + [own])
  }
}
