import Books
import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Screens and lists say what verification says")
struct SameAnswerTests {
  private static let inspections = "books/2026/QS.inspection.rec"

  /// Whom the first inspection waits for, as the list has it.
  private func waiting(_ scratch: Scratch) throws -> [String] {
    try Demo.runner(scratch).waiting().map { "\($0.page.number) \($0.role)" }
  }

  @Test("Any page that is shown by itself is judged as verification judges it")
  func everyPage() throws {
    let scratch = try Demo.directory()
    let judged = try #require(try Verifying(on: scratch.disk).run(ofPages: true)?.judged)
    let runner = try Demo.runner(scratch)
    for (index, volume) in judged.volumes.enumerated() where volume.book.owner == "QS" {
      for number in 1...volume.count {
        let id = PageID(volume.book, year: volume.year, number: number)
        let shown = try runner.page(id).verdict
        #expect(shown == judged.verdict(number, in: index), "\(id)")
      }
    }
  }

  @Test("A station whose registers are not here signs here all the same, by its book of keys")
  func withoutRegisters() throws {
    let scratch = try Signed.directory()
    try FileManager.default.removeItem(atPath: scratch.path + "/register")
    let runner = try Demo.runner(scratch)
    #expect(try runner.page(Signed.page(1)).missing == nil)
    #expect(try runner.page(Signed.page(1)).badSignatures.isEmpty)
    #expect(try runner.snapshot.keysBooks.state.keys.count == Signed.people.count)
  }

  @Test("A refusal that was overruled asks the leader again, in every list")
  func overruled() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    _ = runner.perform(.inspect(try Signed.inspection()))
    _ = runner.perform(Signed.sign(1, .inspector, "QS-001"))
    let refuse = Attesting.refuse(
      Signed.page(1), refused: Named("QS-01-001", "高有福"), reason: "不认", statement: "",
      witness: Named("P-002", "李警官"))
    _ = runner.perform(.attest(refuse, by: "QS-001", Signed.secret()))
    _ = runner.perform(.attest(.witness(Signed.page(1)), by: "P-002", Signed.secret()))
    let review = Attesting.review(Signed.page(1), verdict: "overrule", reason: "应签")
    #expect(Said.by(runner.perform(.attest(review, by: "P-001", Signed.secret()))) == "№5")
    #expect(try waiting(scratch) == ["1 inspected"])
    let open = try Demo.runner(scratch).handing(.handover).open
    #expect(open.contains { $0.matter.page == Signed.page(1) })
    _ = runner.perform(Signed.sign(1, .inspected, "QS-01-001"))
    #expect(try waiting(scratch) == [])
  }

  @Test("A patrol that was signed and then corrected is signed again, and somebody is told")
  func correctedPatrol() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    let page = try #require(runner.perform(.record(try Sample.quiet([:]))).outcome.pages.first).id
    func sign() -> String {
      Said.by(
        runner.perform(.attest(.sign([.init(page, .recorder)]), by: "P-001", Signed.secret())))
    }
    #expect(sign() == "№2")
    #expect(try waiting(scratch) == [])
    let correct = Attesting.correct(page, changes: ["Remark": "有雾"], reason: "补记")
    #expect(
      Said.by(runner.perform(.attest(correct, by: "P-001", Signed.secret()))) == "№3")
    #expect(try waiting(scratch) == ["1 recorder"])
    #expect(sign() == "№4")
    #expect(try waiting(scratch) == [])
  }

  @Test("A signature that does not count settles nothing")
  func badSignature() throws {
    let scratch = try Signed.directory()
    // The leader's key was ended before they signed: a register of posts can't say so, the book can.
    let text = try scratch.text(Self.inspections)
    let signed = try #require(text.range(of: "As: inspected"))
    let armour = try #require(text[signed.upperBound...].range(of: "+ "))
    var forged = text
    forged.replaceSubrange(
      armour.upperBound..<text.index(armour.upperBound, offsetBy: 1), with: "V")
    try scratch.write(try Chained.again(forged), to: Self.inspections)
    #expect(try waiting(scratch) == ["1 inspected"])
    let page = try Demo.runner(scratch).page(Signed.page(1))
    #expect(page.missing == .inspected && page.badSignatures.count == 1)
  }

  @Test("A page that does not count is no entry of its day; it is listed with its rule")
  func uncounted() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let entry = try Sample.quiet([:])
    _ = runner.perform(.record(entry))
    let path = "books/2026/QS.patrol.rec"
    // Of another day than its own: written by hand, and chained again.
    let text = try scratch.text(path).replacing("Team: QS ", with: "Team: QX ")
    try scratch.write(try Chained.again(text), to: path)
    let later = try Demo.runner(scratch, at: try #require(Stamp("2026-11-25T12:00:00+08:00")))
    let pages = try later.pages(of: .patrol, from: entry.date, to: entry.date)
    #expect(pages.map(\.verdict) == [.doesNot(.day)])
    let missing = try later.findings(entry.date).filter { $0.rule == .missingEntry }
    #expect(missing.contains { $0.about == "QS" }, "\(missing)")
    let table = String(
      decoding: try later.table(of: .patrol, from: entry.date, to: entry.date, owners: nil),
      as: UTF8.self)
    #expect(table.hasSuffix(",J5,\r\n"), "\(table)")
  }

  @Test("No two people with keys become one by a register, not through somebody without one either")
  func chainOfMerges() throws {
    let scratch = try Signed.directory()
    let path = "register/QSP/members.rec"
    func merge(_ code: String, _ other: String) throws {
      try scratch.write(
        try scratch.text(path).replacing(
          "Code: \(code)\n", with: "Code: \(code)\nSameAs: \(other)\n"),
        to: path)
    }
    try merge("QS-01-004", "QS-001")
    try merge("QS-01-001", "QS-01-004")
    let findings = try Demo.verified(scratch).findings.map { $0.happened[.hans] }
    #expect(findings.count == 1 && findings[0].hasPrefix(path), "\(findings)")
    #expect(findings[0].contains("J12"))
    #expect(try Demo.runner(scratch).page(Signed.page(1)).missing == nil)
    #expect(try waiting(scratch) == [])
  }

  @Test(
    "A directory id that was changed is said, and nothing is written under it",
    arguments: ["Directory: demo-00000000000000000000000000000000\n", ""])
  func otherDirectory(_ line: String) throws {
    let scratch = try Signed.directory()
    let settings = try scratch.text("station.rec")
    // Another id, or the same for one that counts.
    let changed =
      line.isEmpty
      ? settings.replacing("Directory: demo-", with: "Directory: ")
      : settings.replacing("Directory: \(Sample.directory.text)\n", with: line)
    try scratch.write(changed, to: "station.rec")
    let files = scratch.files("books") + scratch.files("keys")
    let before = try files.map {
      try scratch.bytes(scratch.files("books").contains($0) ? "books/\($0)" : "keys/\($0)")
    }
    let runner = try Demo.runner(scratch)
    for command in [
      .record(try Sample.quiet([:])), Signed.sign(1, .inspector, "QS-001"),
      .keys(
        .appoint([Posting(.inspector, at: "QS", try #require(Named("QS-001 周建林")))]),
        by: Signed.hand()),
    ] {
      #expect(Said.by(runner.perform(command)).contains("目录编号与人员密钥簿的不同"))
    }
    #expect(try runner.unread(from: nil).contains { $0.happened[.hans].contains("目录编号") })
    #expect(
      try files.map {
        try scratch.bytes(scratch.files("books").contains($0) ? "books/\($0)" : "keys/\($0)")
      } == before)
  }

  @Test("No book and no list of signers is read or written through a link")
  func links() throws {
    let scratch = try Signed.directory()
    let victim = scratch.path + "/victim"
    let list = "keys/allowed_signers.QSP"
    try FileManager.default.moveItem(atPath: "\(scratch.path)/\(list)", toPath: victim)
    let before = try scratch.bytes("victim")
    symlink(victim, "\(scratch.path)/\(list)")
    let runner = try Demo.runner(scratch)
    let post = Posting(.inspector, at: "QS", try #require(Named("QS-001 周建林")))
    let reply = runner.perform(.keys(.appoint([post]), by: Signed.hand()))
    #expect(reply.outcome.pages.count == 1)
    #expect(reply.trouble?.happened[.hans].contains("符号链接") == true, "\(reply)")
    #expect(try scratch.bytes("victim") == before)
    // Nor is a volume.
    try FileManager.default.moveItem(
      atPath: "\(scratch.path)/\(Self.inspections)", toPath: scratch.path + "/away")
    symlink(scratch.path + "/away", "\(scratch.path)/\(Self.inspections)")
    let away = try scratch.bytes("away")
    let again = try Demo.runner(scratch)
    let times = ["From": "2026-11-24 20:00", "To": "2026-11-24 20:20"]
    #expect(
      Said.by(again.perform(.inspect(try Signed.inspection(times)))).contains("符号链接"))
    #expect(try again.unread(from: nil).contains { $0.happened[.hans].contains("符号链接") })
    #expect(try scratch.bytes("away") == away)
  }
}

/// A volume's text with every digest made anew, as somebody can who changes a page by hand.
private enum Chained {
  static func again(_ text: String) throws -> String {
    let volume = VolumeText(Bytes(text))
    var whole = volume.bytes.text(volume.header)
    var previous = Digest(of: Array(whole.utf8))
    for (index, range) in volume.pages.enumerated() {
      let lines = volume.bytes.text(range).split(
        separator: "\n", omittingEmptySubsequences: false
      ).dropLast(2)
      let body =
        lines.map { $0.hasPrefix("Previous: ") ? "Previous: \(previous.text)" : String($0) }
        .joined(separator: "\n") + "\n"
      previous = Digest(of: Array(body.utf8))
      whole += (index > 0 ? "\n" : "") + body + "Digest: \(previous.text)\n"
    }
    return whole
  }
}
