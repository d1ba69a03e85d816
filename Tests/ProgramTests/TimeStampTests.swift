import Foundation
import TestSupport
import Testing

/// As docs/security.md tells it: an authority of one's own, asked and checked with OpenSSL alone.
@Suite("A note of heads takes a time stamp of an authority (RFC 3161)")
struct TimeStampTests {
  private let folder: Scratch
  private let openssl: Tool

  init() throws {
    (folder, openssl) = (try Scratch(), try Tool("openssl"))
    try folder.write(Self.settings, to: "tsa.cnf")
    try folder.write("01\n", to: "serial")
  }

  private static let settings = """
    [req]
    distinguished_name = name
    prompt = no
    [name]
    CN = unused
    [ca]
    basicConstraints = critical,CA:TRUE
    keyUsage = critical,keyCertSign,cRLSign
    subjectKeyIdentifier = hash
    [stamps]
    basicConstraints = critical,CA:FALSE
    keyUsage = critical,digitalSignature
    extendedKeyUsage = critical,timeStamping
    subjectKeyIdentifier = hash
    authorityKeyIdentifier = keyid
    [tsa]
    default_tsa = own
    [own]
    serial = ./serial
    crypto_device = builtin
    signer_cert = ./tsa.pem
    signer_key = ./tsa.key
    certs = ./ca.pem
    signer_digest = sha256
    default_policy = 1.3.6.1.4.1.99999.1.1
    other_policies = 1.3.6.1.4.1.99999.1.2
    digests = sha256,sha512
    accuracy = secs:1
    ordering = yes
    tsa_name = yes
    ess_cert_id_chain = no
    ess_cert_id_alg = sha256

    """

  private func ask(_ line: String) throws -> Tool.Result {
    try Tool("sh").run(["-c", "cd \(folder.path) && \(openssl.executable) \(line)"])
  }

  private func authority(_ name: String) throws {
    let made = try ask(
      "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout \(name).key "
        + "-out \(name).pem -days 3650 -subj /CN=\(name) -config tsa.cnf -extensions ca")
    #expect(made.status == 0, "\(made.err)")
  }

  @Test("Stamped, it holds; another byte, or another authority, does not")
  func stamped() throws {
    let scratch = try Signed.directory()
    let pin = try WritingCommand.words("PIN", folder)
    let note = try Program(on: scratch).run(["heads", "--signer", "P-001"] + pin)
    #expect(note.status == 0, "\(note.err)")
    try folder.write(note.out, to: "note.heads")
    try authority("ca")
    try authority("other")
    for line in [
      "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout tsa.key -out tsa.csr "
        + "-subj /CN=stamps -config tsa.cnf",
      "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem -days 1825 "
        + "-extfile tsa.cnf -extensions stamps",
      "ts -query -data note.heads -sha256 -cert -out note.tsq",
      "ts -reply -queryfile note.tsq -config tsa.cnf -out note.tsr",
      "ts -verify -queryfile note.tsq -in note.tsr -CAfile ca.pem",
    ] {
      let done = try ask(line)
      #expect(done.status == 0, "\(line)\n\(done.err)")
    }
    // Long after the authority's certificate has ended the time of the stamp is stated.
    let now = Int(Date().timeIntervalSince1970)
    let check = "ts -verify -data note.heads -in note.tsr -CAfile"
    #expect(try ask("\(check) ca.pem -attime \(now)").status == 0)
    #expect(try ask("\(check) other.pem -attime \(now)").status != 0)
    try folder.write(note.out.replacing("lines ", with: "linez "), to: "note.heads")
    #expect(try ask("\(check) ca.pem -attime \(now)").status != 0)
    // The stamp is of the file; that it is a whole note of these books verify says.
    try folder.write(note.out, to: "note.heads")
    let verified = try Program(on: scratch).run(["verify", "--heads", folder.path + "/note.heads"])
    #expect(verified.status == 0, "\(verified.err)")
  }
}
