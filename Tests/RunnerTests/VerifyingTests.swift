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
      body.removeAll { Page.fieldsOfEvery.contains($0.name) }
      for index in body.indices where body[index].name == "Signs" {
        body[index].value = moved[body[index].value] ?? body[index].value
      }
      edit(page.id.number, &body)
      let signs = Page.SignatureField.allCases.compactMap { field in
        page.signed(field).map { old in
          (field: field, sign: { @Sendable _ in old.signature } as Page.Sign)
        }
      }
      let written = try builder.add(
        page.kind, body, recorded: page.recorded, signs: signs)
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
    let found = try findings(scratch)
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.contains("J7") }, "\(found)")
    // On the screen it is not taken for a signed page either.
    let page = try Demo.runner(scratch).page(Signed.page(1))
    #expect(page.isSound && page.missing == .inspector && page.badSignatures.count == 2)
  }

  @Test("A volume that was put in another's place")
  func exchanged() throws {
    let scratch = try Signed.directory()
    try scratch.write(try scratch.bytes(path), to: "books/2026/SQ.inspection.rec")
    #expect(
      try findings(scratch).first
        == "books/2026/SQ.inspection.rec不算（J1）：这卷不在它该在的地方。")
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

  @Test(
    "Under a clock that was set back nothing is written, and it is told: no such page would count")
  func clock() throws {
    let scratch = try Signed.directory()
    let early = try Demo.runner(scratch, at: try #require(Stamp("2026-11-24T21:00:00+08:00")))
    let said = Said.by(
      early.perform(
        .inspect(try Signed.inspection(["From": "2026-11-24 20:00", "To": "2026-11-24 20:20"]))))
    #expect(
      said.contains("末页记录时间是 2026-11-24T22:30:00+08:00，比现在（2026-11-24T21:00:00+08:00）晚"), "\(said)")
    #expect(try findings(scratch).isEmpty)
    #expect(try scratch.text(path).components(separatedBy: "Digest: ").count == 4)
  }

  @Test("It can be stopped, and says how far it is")
  func stopped() throws {
    let scratch = try Signed.directory()
    let verifying = Verifying(on: scratch.disk)
    #expect(try verifying.run(isWanted: { false }) == nil)
    let progress = try Demo.runner(scratch).finish(.verify)
    // The books of keys of two years, and that of inspections.
    guard case .running(3, 3)? = progress.first,
      case .brought(let verified as Verified)? = progress.last
    else {
      Issue.record("\(progress)")
      return
    }
    #expect(verified.findings.isEmpty && verified.signatures == 12)
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
    _ = runner.perform(
      .keys(.revoke("QS-01-001", reason: "停用", sameAs: nil), by: Signed.hand("QS-01-001")))
    _ = runner.perform(
      .keys(
        .replace("QS-001", .sealed(Signed.secret("862409")), reason: "换钥"), by: Signed.hand(),
        with: Signed.hand("QS-001")))
    Signed.issueKeys(runner, to: ["QS-02-001"])
    #expect(try faults(scratch, list).isEmpty)
    #expect(try faults(scratch, "").isEmpty, "a list of books alone says nothing of keys")
  }

  @Test("A key taken out of a book that was cut is told")
  func forged() throws {
    let scratch = try Signed.directory()
    let list = try list(scratch)
    let path = "books/2026/QSP.keys.rec"
    let pages = try scratch.text(path).components(separatedBy: "\n\nNumber: ")
    try scratch.write(pages.prefix(2).joined(separator: "\n\nNumber: ") + "\n", to: path)
    #expect(try faults(scratch, list).count == 2)
  }
}
