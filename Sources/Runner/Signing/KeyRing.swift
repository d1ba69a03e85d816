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
  let cost: SealedKey.Cost

  /// - Parameters:
  ///   - clock: what signatures and keys are dated by.
  ///   - gate: what waits after wrong tries are measured by.
  init(on disk: any Disk, clock: any Clock, gate: any Clock, cost: SealedKey.Cost) {
    (self.disk, self.clock, self.cost) = (disk, clock, cost)
    tries = Tries(on: disk, clock: gate)
  }

  static let folder = "keys"

  private static func file(_ person: String, on disk: any Disk) throws -> KeyFile? {
    try file(at: KeyFile.path(person), on: disk)
      ?? file(at: KeyFile.agentPath(person), on: disk)
  }

  /// - Throws: `DiskError.exposed` where others may have read or exchanged it.
  private static func file(at path: String, on disk: any Disk) throws -> KeyFile? {
    let bytes: Bytes
    do throws(DiskError) { bytes = try disk.readGuarded(path) } catch {
      if case .notFound = error { return nil }
      throw error
    }
    let contents = RecReader(bytes, source: path).readTolerantly()
    guard contents.unread.isEmpty, let record = contents.records.first,
      let file = try? KeyFile.schema.parse(record)
    else { throw SigningError.keyFileBroken(file: path) }
    return file
  }

  // MARK: Signing

  /// Makes signatures with somebody's key, in the namespace that they are for.
  typealias Signer = @Sendable (_ namespace: SignatureNamespace) -> Page.Sign

  /// What signs for a person from now on.
  ///
  /// - Parameters:
  ///   - key: the public key that is theirs by the book of keys.
  ///   - secret: opens the sealed key; not asked where an ssh-agent keeps it.
  func signer(_ person: Named, _ key: String, _ secret: Secret?) throws -> Signer {
    guard let file = try file(person, key) else { throw SigningError.noKey(person.name) }
    guard let sealed = file.sealed else { return try agentSigning(file) }
    return Self.signer(try open(sealed, person, secret ?? Secret()))
  }

  /// A key that signs and opens nothing.
  enum OnlySigns: Error { case agent }

  /// Opens what was sealed for a person's key.
  ///
  /// - Parameter before: what has to be done before the text is known.
  /// - Throws: what `signer` does, `AgeError`, or `OnlySigns` where an ssh-agent keeps the key.
  func open(
    _ sealed: AgeFile, _ person: Named, _ key: String, _ secret: Secret?,
    before: () throws -> Void
  ) throws -> [UInt8] {
    guard let file = try file(person, key) else { throw SigningError.noKey(person.name) }
    guard let own = file.sealed else { throw OnlySigns.agent }
    let key = try open(own, person, secret ?? Secret())
    try before()
    return try sealed.open(by: key)
  }

  /// Shows that somebody can use their key, and signs nothing that could pass for more than that.
  ///
  /// - Throws: what `signer` does.
  func prove(_ person: Named, _ key: String, _ secret: Secret?) throws {
    guard let file = try file(person, key) else { throw SigningError.noKey(person.name) }
    if let sealed = file.sealed {
      _ = try open(sealed, person, secret ?? Secret())
      return
    }
    let agent = try Self.agent(holding: file)
    // The frame of no signature begins so (SSHSIG), and no two of them are the same.
    let question = "xunfang shift\n" + String(UInt64.random(in: 0...UInt64.max), radix: 16)
    _ = try agent.sign(Array(question.utf8), by: file.publicKey)
  }

  private static func signer(_ key: Curve25519.Signing.PrivateKey) -> Signer {
    { namespace in
      { try SSHSignature(of: $0, namespace: namespace, by: key).armoured }
    }
  }

  /// Where somebody's new key lies until its page is in the book.
  private static func pending(_ person: String) -> String { KeyFile.path(person) + ".pending" }

  /// The file of a public key: the person's own, or a new one that a crash kept from its place.
  private func file(_ person: Named, _ key: String) throws -> KeyFile? {
    if let file = try Self.file(person.code, on: disk), file.publicKey.line == key { return file }
    let pending = Self.pending(person.code)
    guard let file = try Self.file(at: pending, on: disk), file.publicKey.line == key else {
      return nil
    }
    try disk.replace(file.path, with: file.bytes)
    let other = file.cost == nil ? KeyFile.path(person.code) : KeyFile.agentPath(person.code)
    if try disk.status(other) != nil { try disk.remove(other) }
    try disk.remove(pending)
    return file
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

  /// - Throws: where none runs, or it has another key than this one.
  private static func agent(holding file: KeyFile) throws -> SSHAgent {
    let agent = agent
    guard try agent.keys().contains(file.publicKey) else {
      throw SigningError.agentLacksKey(file.person.name)
    }
    return agent
  }

  private func agentSigning(_ file: KeyFile) throws -> Signer {
    let (agent, key) = (try Self.agent(holding: file), file.publicKey)
    return { namespace in
      { bytes in
        try SSHSignature(of: bytes, namespace: namespace, by: key) {
          try agent.sign($0, by: key)
        }.armoured
      }
    }
  }

  // MARK: New keys

  /// A key that is not yet in the book: what enrols it, and what signs with it.
  struct NewKey {
    let file: KeyFile
    let signer: Signer

    var line: String { file.publicKey.line }
    var isAgent: Bool { file.cost == nil }
  }

  /// - Parameters:
  ///   - taken: the public keys that are, or were, somebody's.
  ///   - known: what others would try first as a PIN.
  func newKey(
    of person: Named, _ source: KeySource, taken: Set<String>, known: [String]
  ) throws -> NewKey {
    switch source {
    case .sealed(let secret):
      try Self.check(secret, known)
      try refuseLast(secret, of: person)
      let key = Curve25519.Signing.PrivateKey()
      let sealed = try secret.withBytes {
        try SealedKey(key, of: person.code, under: $0, cost: cost)
      }
      return NewKey(file: KeyFile(person, sealed), signer: Self.signer(key))
    case .agent(let fingerprint):
      let free = try Self.agent.keys().filter { key in
        !taken.contains(key.line) && (fingerprint.map(key.isCalled) ?? true)
      }
      // With several, nobody could tell which is meant.
      guard free.count == 1, let key = free.first else {
        throw SigningError.agentLacksKey(person.name)
      }
      let file = KeyFile(person: person, publicKey: key, cost: nil, salt: [], box: [])
      return NewKey(file: file, signer: try agentSigning(file))
    }
  }

  /// Puts a new key beside the old one: it takes its place once its page is in the book.
  func keep(_ key: NewKey) throws {
    try disk.makeDirectory(Self.folder)
    try disk.replace(Self.pending(key.file.person.code), with: key.file.bytes)
  }

  /// Its page is in the book: the key takes its place.
  func settle(_ key: NewKey) throws {
    _ = try file(key.file.person, key.line)
  }

  /// New keys whose page was being written when something stopped it.
  func pending() throws -> [KeyFile] {
    guard try disk.status(Self.folder) != nil else { return [] }
    return try disk.names(in: Self.folder).filter { $0.hasSuffix(".pending") }.sorted()
      .compactMap { try Self.file(at: "\(Self.folder)/\($0)", on: disk) }
  }

  /// A key whose page is in the book takes its place, any other is nobody's.
  func settlePending(_ file: KeyFile, isEnrolled: Bool) throws {
    let pending = Self.pending(file.person.code)
    if isEnrolled { _ = try self.file(file.person, file.publicKey.line) }
    if try disk.status(pending) != nil { try disk.remove(pending) }
  }

  /// The same of a key that a crash left behind when it was ended.
  func removeEnded(_ key: KeysState.Key) throws {
    // A file that can't be read is nobody's to take away.
    guard let file = try? Self.file(key.who.code, on: disk), file.publicKey.line == key.line else {
      return
    }
    try remove(key.who.code)
  }

  /// A key that has ended is of no use to anybody.
  func remove(_ person: String) throws {
    for path in [KeyFile.path(person), KeyFile.agentPath(person)]
    where try disk.status(path) != nil {
      try disk.remove(path)
    }
  }

  func changeSecret(_ person: Named, from old: Secret, to new: Secret, known: [String]) throws {
    try Self.check(new, known)
    if new.matches(old) { throw SigningError.weakSecret(.last) }
    guard let sealed = try Self.file(person.code, on: disk)?.sealed else {
      throw SigningError.noKey(person.name)
    }
    let key = try open(sealed, person, old)
    let resealed = try new.withBytes {
      try SealedKey(key, of: person.code, under: $0, cost: cost)
    }
    try disk.replace(KeyFile.path(person.code), with: KeyFile(person, resealed).bytes)
  }

  static func check(_ secret: Secret, _ known: [String]) throws(SigningError) {
    if let flaw = secret.withBytes({ SecretRule.flaw(in: $0, known: known) }) {
      throw .weakSecret(flaw)
    }
  }

  /// Refuses the PIN of the key that is replaced: who knows that one would know this one too.
  ///
  /// No try is counted: who asks gives the key away by asking.
  private func refuseLast(_ secret: Secret, of person: Named) throws {
    // A file that can't be read is what is replaced.
    guard let sealed = (try? Self.file(person.code, on: disk))?.sealed,
      secret.withBytes({ sealed.open($0) }) != nil
    else { return }
    throw SigningError.weakSecret(.last)
  }
}

extension CommandRunner {
  /// Why a new PIN would be refused, as far as it shows by itself; nil for one that may be taken.
  package static func flaw(_ secret: Secret, known: [String]) -> Notice? {
    do throws(SigningError) {
      try KeyRing.check(secret, known)
      return nil
    } catch {
      return error.notice
    }
  }
}
