import Books
import FoundationEssentials
import Patrol
import Records
import Signing
import Wording

/// `keys/QS-001.key`: a person's private key under a PIN, or the note that an ssh-agent keeps it.
struct KeyFile: Sendable {
  let person: Named
  let publicKey: SSHPublicKey
  /// Nil where an ssh-agent keeps the key.
  let cost: SealedKey.Cost?
  let salt: [UInt8]
  let box: [UInt8]

  static let schema = Schema(
    "Key", Phrase("签字密钥", "簽字密鑰", "Key"), KeyFile.init(person:publicKey:cost:salt:box:),
    Field("Person", \.person, .person, Phrase("人员", "人員", "Person")),
    Field("Public", \.publicKey, .publicKey, Phrase("公钥", "公鑰", "Public key")),
    Field(optional: "Scrypt", \.cost, .cost, Phrase("口令强度", "口令強度", "Cost")),
    Field("Salt", \.salt, .base64, Phrase("盐", "鹽", "Salt")),
    Field("Sealed", \.box, .base64, Phrase("密封", "密封", "Sealed")))

  static func path(_ person: String) -> String { "\(KeyRing.folder)/\(person).key" }
  /// The note that an ssh-agent keeps it.
  static func agentPath(_ person: String) -> String { "\(KeyRing.folder)/\(person).agent" }

  /// Where it stands.
  var path: String { cost == nil ? Self.agentPath(person.code) : Self.path(person.code) }

  /// The people whose keys an ssh-agent keeps.
  static func agents(on disk: any Disk) -> Set<String> {
    let names = (try? disk.names(in: KeyRing.folder)) ?? []
    return Set(names.filter { $0.hasSuffix(".agent") }.map { String($0.dropLast(6)) })
  }

  init(person: Named, publicKey: SSHPublicKey, cost: SealedKey.Cost?, salt: [UInt8], box: [UInt8]) {
    (self.person, self.publicKey, self.cost) = (person, publicKey, cost)
    (self.salt, self.box) = (salt, box)
  }

  init(_ person: Named, _ key: SealedKey) {
    self.init(
      person: person, publicKey: key.publicKey, cost: key.cost, salt: key.salt, box: key.box)
  }

  var sealed: SealedKey? {
    cost.map {
      SealedKey(person: person.code, publicKey: publicKey, cost: $0, salt: salt, box: box)
    }
  }

  var bytes: [UInt8] {
    Array(
      (Self.schema.descriptor(key: "Person") + "\n" + RecWriter.record(Self.schema.print(self)))
        .utf8)
  }
}

extension FieldType where Value == SSHPublicKey {
  static let publicKey = FieldType(
    entry: .line, expected: Phrase("公钥", "公鑰", "a public key"), recType: "line",
    parse: { SSHPublicKey(line: $0) }, print: \.line)
}

extension FieldType where Value == SealedKey.Cost {
  /// The exponent of scrypt's N.
  static let cost = FieldType(
    entry: .count, expected: Phrase("10，或 17 至 20", "10，或 17 至 20", "10, or 17 to 20"),
    recType: "int",
    parse: { Int($0).flatMap { SealedKey.Cost(exponent: $0) } }, print: { "\($0.exponent)" })
}

extension FieldType where Value == [UInt8] {
  static let base64 = FieldType(
    entry: .line, expected: Phrase("base64", "base64", "base64"), recType: "line",
    parse: { Data(base64Encoded: $0).map(Array.init) },
    print: { Data($0).base64EncodedString() })
}
