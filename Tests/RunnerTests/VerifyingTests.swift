import Books
import Crypto
import Foundation
import Patrol
import Records
import Runner
import Signing
import TestSupport
import Testing
import Wording

@Suite("Verification says what is wrong, with file and page")
struct VerifyingTests {
  private let path = "books/2026/QS.inspection.rec"

  private func findings(_ scratch: Scratch) throws -> [String] {
    try Demo.verified(scratch).findings.map { $0.happened[.hans] }
  }

  /// The book written anew with every digest right, as somebody could who owns the disk.
  private func forge(
    _ scratch: Scratch,
    _ edit: (_ number: Int, _ body: inout [(name: String, value: String)]) -> Void
  ) throws {
    let text = VolumeText(Bytes(try scratch.bytes(path)))
    let pages = try RecReader(text.bytes, source: path).read().records.compactMap {
      Page($0, book: Signed.book, year: 2026)
    }
    let title = String(try scratch.text(path).split(separator: "\n")[0].dropFirst(2))
    var builder = VolumeBuilder(Signed.book, on: scratch.disk) { _ in Sample.cover(title) }
    var moved: [String: String] = [:]
    for page in pages {
      var body: [(name: String, value: String)] = page.record.fields.map {
        (page.record.name(of: $0), page.record.value(of: $0))
      }
      let own = ["Number", "Kind", "Recorded", "Previous", "Digest", "Signature"]
      body.removeAll { own.contains($0.name) }
      for index in body.indices where body[index].name == "Signs" {
        body[index].value = moved[body[index].value] ?? body[index].value
      }
      edit(page.id.number, &body)
      let signature = page.signed?.signature
      let sign: Page.Sign? = signature.map { old in { @Sendable _ in old } }
      let written = try builder.add(
        page.kind, body, recorded: page.recorded, sign: sign)
      moved[page.reference.text] = written.text
    }
    try builder.finish()
  }

  @Test("A sound book verifies, and written anew without a change it is the same")
  func sound() throws {
    let scratch = try Signed.directory()
    let before = try scratch.bytes(path)
    #expect(try findings(scratch).isEmpty)
    try forge(scratch) { _, _ in }
    #expect(try scratch.bytes(path) == before)
  }

  @Test("Any changed byte of a signed book is a finding")
  func anyByte() throws {
    let scratch = try Signed.directory()
    let bytes = try scratch.bytes(path)
    for at in stride(from: 0, to: bytes.count, by: 41) {
      var changed = bytes
      changed[at] = changed[at] == 0x41 ? 0x42 : 0x41
      guard changed != bytes else { continue }
      try scratch.write(changed, to: path)
      #expect(try !findings(scratch).isEmpty, "byte \(at)")
    }
  }

  @Test("A forger who makes every digest right again is found by the signatures")
  func forged() throws {
    let scratch = try Signed.directory()
    try forge(scratch) { number, body in
      guard number == 1, let at = body.firstIndex(where: { $0.name == "Present" }) else { return }
      body[at].value = "3"
    }
    #expect(
      try findings(scratch).map { $0.replacing(#/:\d+ /#, with: " ") } == [
        "\(path) 第2页 QS-001 周建林 的签字不算数：签字与内容不符。",
        "\(path) 第3页 QS-01-001 高有福 的签字不算数：签字与内容不符。",
      ])
    // On the screen it is not taken for a signed page either.
    let page = try Demo.runner(scratch).page(Signed.page(1))
    #expect(page.isSound && page.missing == .inspector && page.badSignatures.count == 2)
  }

  @Test("A signature that names another page than the one that is there")
  func otherPage() throws {
    let scratch = try Signed.directory()
    let text = try scratch.text(path)
    // The entry is exchanged, the signatures are left as they were.
    try forge(scratch) { number, body in
      if number == 1, let at = body.firstIndex(where: { $0.name == "Present" }) {
        body[at].value = "3"
      } else if let at = body.firstIndex(where: { $0.name == "Signs" }) {
        body[at].value = String(
          text.firstMatch(of: /Signs: (.*)\n/)?.output.1 ?? "")
      }
    }
    let found = try findings(scratch)
    #expect(found.contains { $0.contains("第2页") && $0.contains("所签的页不符") }, "\(found)")
  }

  @Test("A signature with a key that is nobody's, or was not yet, or no longer, the signer's")
  func keys() throws {
    let scratch = try Signed.directory()
    let signers = try scratch.text("keys/allowed_signers.QSP")
    let stranger = SSHPublicKey(Curve25519.Signing.PrivateKey().publicKey).line
    let own = try #require(signers.firstMatch(of: /ssh-ed25519 \S+/)).output
    try scratch.write(signers.replacing(own, with: stranger), to: "keys/allowed_signers.QSP")
    #expect(try findings(scratch).contains { $0.contains("不是本人的密钥") })
    try scratch.write(
      signers.replacing("valid-after=\"2026", with: "valid-after=\"2027"),
      to: "keys/allowed_signers.QSP")
    #expect(try findings(scratch).count == 2)
    #expect(try findings(scratch).allSatisfy { $0.contains("密钥当时无效") })
    try scratch.disk.remove("keys/allowed_signers.QSP")
    #expect(try findings(scratch).count == 2)
  }

  @Test(
    "One key for both sides is one person, whatever the register says and whichever volume it signs in",
    arguments: [2026, 2027])
  func oneKey(_ year: Int) throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.inspect(try Signed.inspection()))
    let key = Curve25519.Signing.PrivateKey()
    let line = SSHPublicKey(key.publicKey).line
    try scratch.write("QS-001 \(line)\nQS-01-001 \(line)\n", to: "keys/allowed_signers.QSP")
    let page = try runner.page(Signed.page(1)).page.reference
    for (role, person) in [(SignatureRole.inspector, "QS-001 周建林"), (.inspected, "QS-01-001 高有福")] {
      let signer = try #require(Named(person))
      let body = Attestation.schema.print(
        Attestation(date: Demo.today, signs: page, role: role, signer: signer))
      let volume = role == .inspector ? 2026 : year
      _ = try Volume(Signed.book, year: volume, on: scratch.disk).append(
        [
          .init(kind: "signature", body: body) { bytes in
            try SSHSignature(of: bytes, namespace: .book, by: key).armoured
          }
        ], cover: Sample.cover("检查记录簿"), recorded: Recorded(Demo.now, by: signer))
    }
    #expect(try findings(scratch).map { $0.contains("双方是同一人") } == [true])
  }

  @Test("A page that is about another which is not there is told")
  func stray() throws {
    let scratch = try Signed.directory()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.correct(Signed.page(1), changes: ["Remark": "x"], reason: "笔误"))
    try forge(scratch) { number, body in
      guard number == 4, let at = body.firstIndex(where: { $0.name == "Corrects" }) else { return }
      body[at].value = body[at].value.replacing("No 1 ", with: "No 2 ")
    }
    #expect(try findings(scratch).contains { $0.contains("第4页所指的") })
  }

  @Test("A signature that ssh-keygen made for a page of ours counts like one of our own")
  func keygen() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.inspect(try Signed.inspection()))
    let folder = try Scratch()
    #expect(
      try Tool("ssh-keygen").run(
        ["-q", "-t", "ed25519", "-N", "", "-f", folder.path + "/key"]
      ).status == 0)
    let line = try folder.text("key.pub").split(separator: " ").prefix(2).joined(separator: " ")
    try scratch.write("QS-001 \(line)\n", to: "keys/allowed_signers.QSP")
    let signer = Named("QS-001", "周建林")
    let body = Attestation.schema.print(
      Attestation(
        date: Demo.today, signs: try runner.page(Signed.page(1)).page.reference, role: .inspector,
        signer: signer))
    _ = try Volume(Signed.book, year: 2026, on: scratch.disk).append(
      [
        .init(kind: "signature", body: body) { bytes in
          try folder.write(bytes, to: "page")
          _ = try Tool("ssh-keygen").run([
            "-q", "-Y", "sign", "-f", folder.path + "/key", "-n", "xunfang-book",
            folder.path + "/page",
          ])
          return try folder.text("page.sig")
        }
      ], cover: Sample.cover("x"), recorded: Recorded(Demo.now, by: signer))
    #expect(try findings(scratch).isEmpty)
    #expect(try Demo.verified(scratch).signatures == 1)
    #expect(try Demo.runner(scratch).page(Signed.page(1)).missing == .inspected)
  }

  @Test("A page signed with a key that had been revoked by then")
  func revoked() throws {
    let scratch = try Signed.directory()
    let signers = try scratch.text("keys/allowed_signers.QSP")
    // The key ended a minute before the page was signed.
    let early = AllowedSigners.stamp(Demo.now.instant - 60)
    try scratch.write(
      signers.replacing(
        /valid-after="[^"]*"/, with: "valid-after=\"20260101000000Z\",valid-before=\"\(early)\""),
      to: "keys/allowed_signers.QSP")
    #expect(try findings(scratch).map { $0.contains("密钥当时无效") } == [true, true])
    #expect(try Demo.runner(scratch).page(Signed.page(1)).missing == .inspector)
  }

  @Test("A volume that was put in another's place")
  func exchanged() throws {
    let scratch = try Signed.directory()
    try scratch.write(try scratch.bytes(path), to: "books/2026/SQ.inspection.rec")
    #expect(
      try findings(scratch).first
        == "books/2026/SQ.inspection.rec 不在它该在的地方：卷首写的是 QS.inspection 2026。")
  }

  @Test("An older copy in a volume's place is whole by itself; the heads noted before tell")
  func older() throws {
    let scratch = try Signed.directory()
    let old = try scratch.bytes(path)
    let runner = try Demo.runner(scratch)
    _ = runner.perform(
      .inspect(try Signed.inspection(["From": "2026-11-24 20:00", "To": "2026-11-24 20:20"])))
    let heads = try HeadList(
      Bytes(try Heads(on: scratch.disk, of: Kinds.ours.books).text), file: "heads.txt")
    #expect(heads.faults(on: scratch.disk).isEmpty)
    try scratch.write(old, to: path)
    #expect(try findings(scratch).isEmpty)
    #expect(heads.faults(on: scratch.disk) == [.missing(file: path, page: 4)])
    // Gone on with, it stays another book than the one that was noted.
    _ = try Demo.runner(scratch).perform(
      .inspect(try Signed.inspection(["From": "2026-11-24 20:01", "To": "2026-11-24 20:20"])))
    #expect(heads.faults(on: scratch.disk) == [.missing(file: path, page: 4)])
  }

  @Test("A clock that was set back is told, and the page is otherwise sound")
  func clock() throws {
    let scratch = try Signed.directory()
    let early = try Demo.runner(scratch, at: try #require(Stamp("2026-11-24T21:00:00+08:00")))
    let said = Said.by(
      early.perform(
        .inspect(try Signed.inspection(["From": "2026-11-24 20:00", "To": "2026-11-24 20:20"]))))
    #expect(said == "№4")
    #expect(try findings(scratch).map { $0.contains("时钟被调回") } == [true])
  }

  @Test("It can be stopped, and says how far it is")
  func stopped() throws {
    let scratch = try Signed.directory()
    let verifying = Verifying(on: scratch.disk)
    #expect(try verifying.run(isWanted: { false }) == nil)
    let progress = try Demo.runner(scratch).finish(.verify)
    guard case .running(1, 1)? = progress.first,
      case .brought(let verified as Verified)? = progress.last
    else {
      Issue.record("\(progress)")
      return
    }
    #expect(verified.findings.isEmpty && verified.signatures == 2)
  }
}

@Suite("A list of heads kept elsewhere tells of keys as well")
struct KeyHeadsTests {
  private func list(_ scratch: Scratch) throws -> String {
    try KeyHeads(on: scratch.disk).text(at: Demo.now)
  }

  private func faults(_ scratch: Scratch, _ list: String) throws -> [KeyFault] {
    try KeyHeads(on: scratch.disk).faults(list)
  }

  @Test("A key ended, replaced or added since is in order")
  func later() throws {
    let scratch = try Signed.directory()
    let list = try list(scratch)
    #expect(list.split(separator: "\n").count == 1 + Signed.people.count)
    let runner = try Demo.runner(scratch, at: try #require(Stamp("2026-11-25T12:00:00+08:00")))
    _ = runner.perform(.revokeKey(of: "P-001"))
    _ = runner.perform(.newKey(of: "QS-001", .sealed(Signed.secret("862409")), replaces: true))
    Signed.issueKeys(runner, to: ["QS-02-001"])
    #expect(try faults(scratch, list).isEmpty)
    #expect(try faults(scratch, "").isEmpty, "a list of books alone says nothing of keys")
  }

  @Test("A key taken out, one for another time and one that claims to be older are told")
  func forged() throws {
    let scratch = try Signed.directory()
    let list = try list(scratch)
    let text = try scratch.text("keys/allowed_signers.QSP")
    let lines = text.split(separator: "\n").map(String.init)
    try scratch.write(
      lines.dropFirst().joined(separator: "\n") + "\n", to: "keys/allowed_signers.QSP")
    #expect(try faults(scratch, list).count == 1)
    try scratch.write(
      text.replacing("valid-after=\"2026", with: "valid-after=\"2025"),
      to: "keys/allowed_signers.QSP")
    #expect(try faults(scratch, list).count == Signed.people.count)
    let stranger = SSHPublicKey(Curve25519.Signing.PrivateKey().publicKey)
    try scratch.write(
      text + "QS-01-001 valid-after=\"20260101\" \(stranger.line) x\n",
      to: "keys/allowed_signers.QSP")
    #expect(
      try faults(scratch, list) == [.backdated("QS-01-001 \(stranger.fingerprint.dropFirst(7))")])
  }
}
