import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("The book of keys and posts says whose key counts and who may sign as what")
struct KeysBookTests {
  private static let book = "books/2026/QSP.keys.rec"
  private static let list = "keys/allowed_signers.QSP"

  private func said(_ runner: CommandRunner, _ command: Command) -> String {
    Said.by(runner.perform(command))
  }

  /// Two officers and two leaders with keys and posts.
  private func begun() throws -> (Scratch, CommandRunner) {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    return (scratch, runner)
  }

  private func kinds(_ scratch: Scratch) throws -> [String] {
    try scratch.text(Self.book).split(separator: "\n").filter { $0.hasPrefix("Kind: ") }.map {
      String($0.dropFirst(6))
    }
  }

  @Test("The last officer who can act ends neither their key nor their post")
  func lastOfficer() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let post = Posting(.officer, at: "QSP", Named("P-001", "王警官"))
    let acts: [KeysAct] = [
      .revoke("P-001", reason: "停用", sameAs: nil), .dismiss([post], reason: "调离"),
    ]
    for act in acts {
      let said = Said.by(runner.perform(.keys(act, by: Signed.hand())))
      #expect(said.contains("王警官 是唯一还能办事的民警，停不得。"), "\(said)")
    }
    // With another in post it is theirs to end.
    Signed.issueKeys(runner, to: ["P-001", "P-002"])
    #expect(Said.by(runner.perform(.keys(acts[0], by: Signed.hand()))).hasPrefix("№"))
  }

  @Test("The first officer begins it, enrols the others and appoints them; all of it verifies")
  func begins() throws {
    let (scratch, runner) = try begun()
    #expect(
      try kinds(scratch) == ["enrol", "enrol", "enrol", "appoint", "appoint"])
    #expect(try Demo.isSound(scratch))
    #expect(
      said(runner, .keys(.begin(.sealed(Signed.secret())), by: HandAtKeyboard("P-002", nil)))
        == "Person: 人员密钥簿 QSP.keys 已经开了。")
    #expect(
      said(runner, .keys(.enrol("QS-001", .sealed(Signed.secret("862409"))), by: Signed.hand()))
        == "Person: 周建林 已有签字密钥。")
    #expect(
      said(
        runner, .keys(.enrol("QS-002", .sealed(Signed.secret())), by: Signed.hand("QS-001")))
        == "Person: 密钥簿里 周建林 不是本所民警。")
  }

  @Test("A key is replaced by its owner and an officer; what the old one signed stays signed")
  func replaced() throws {
    let (scratch, runner) = try begun()
    let new = { KeysAct.replace("QS-001", .sealed(Signed.secret("862409")), reason: "遗失") }
    #expect(said(runner, .keys(new(), by: Signed.hand())) == "Person: 这件事要两位民警签。")
    #expect(
      said(runner, .keys(new(), by: Signed.hand(), with: Signed.hand("QS-01-001")))
        == "Person: 密钥簿里 高有福 不是本所民警。")
    #expect(said(runner, .keys(new(), by: Signed.hand(), with: Signed.hand("QS-001"))) == "№6")
    #expect(try runner.snapshot.keysBooks.state.keys(of: "QS-001").count == 2)
    #expect(try scratch.text(Self.list).split(separator: "valid-before").count == 2)
    _ = runner.perform(.inspect(try Signed.inspection()))
    #expect(said(runner, Signed.sign(1, .inspector, "QS-001")).contains("口令不对"))
    #expect(
      said(
        runner,
        .attest(
          .sign([.init(Signed.page(1), .inspector)]), by: "QS-001", Signed.secret("862409")))
        == "№2")
    #expect(try Demo.isSound(scratch))
  }

  @Test("A book of keys that can't be read for a moment leaves no list behind that lacks a key")
  func readAgain() throws {
    let (begun, _) = try begun()
    for volume in ["books/2025/QSP.keys.rec", "books/2026/QSP.keys.rec"] {
      for act in 0..<8 {
        let scratch = try begun.copy()
        let disk = FailingDisk(
          scratch.disk, .errno(5), acts: [.read], at: volume, after: act)
        let act = KeysAct.replace("QS-001", .sealed(Signed.secret("862409")), reason: "遗失")
        _ = try Demo.runner(scratch, disk: disk).perform(
          .keys(act, by: Signed.hand(), with: Signed.hand("QS-001")))
        _ = try Demo.runner(scratch).perform(.eraseDue)
        #expect(try Demo.isSound(scratch), "\(volume) \(act)")
      }
    }
  }

  @Test("A key is ended by its owner alone, or by two officers")
  func revoked() throws {
    let (scratch, runner) = try begun()
    let end = KeysAct.revoke("QS-001", reason: "离队", sameAs: nil)
    #expect(said(runner, .keys(end, by: Signed.hand())) == "Person: 这件事要两位民警签。")
    #expect(said(runner, .keys(end, by: Signed.hand(), with: Signed.hand("P-002"))) == "№6")
    #expect(!scratch.exists("keys/QS-001.key"))
    #expect(
      said(
        runner,
        .keys(.revoke("QS-01-001", reason: "遗失", sameAs: nil), by: Signed.hand("QS-01-001")))
        == "№7")
    #expect(try runner.snapshot.key(of: "QS-01-001") == nil)
    #expect(try Demo.isSound(scratch))
  }

  @Test("A second officer is appointed by the first alone, a third by two")
  func officers() throws {
    let (scratch, runner) = try begun()
    let other = Posting(.supervision, at: "QSP", Named("QS-002", "𮯰某"))
    #expect(said(runner, .keys(.appoint([other]), by: Signed.hand())) == "Person: 这件事要两位民警签。")
    #expect(
      said(runner, .keys(.appoint([other]), by: Signed.hand(), with: Signed.hand("P-002")))
        == "№6")
    #expect(
      said(
        runner,
        .keys(
          .appoint([Posting(.leader, at: "QS", Named("P-001", "王警官"))]), by: Signed.hand()))
        == "Person: 王警官 不能给自己登记或任命。")
    #expect(try Demo.isSound(scratch))
  }

  @Test("A post entitles from its page on and until its end; the register entitles nobody")
  func posts() throws {
    let (scratch, runner) = try begun()
    _ = runner.perform(.inspect(try Signed.inspection()))
    let post = Posting(.leader, at: "QS", Named("QS-001", "周建林"))
    #expect(said(runner, .keys(.dismiss([post], reason: "调离"), by: Signed.hand())) == "№6")
    #expect(try runner.snapshot.leader(of: "QS")?.code == "QS-001")
    #expect(
      said(runner, Signed.sign(1, .inspector, "QS-001")) == "Person: 密钥簿里 周建林 没有能这样签的任职。")
    #expect(said(runner, .keys(.appoint([post]), by: Signed.hand())) == "№7")
    #expect(said(runner, Signed.sign(1, .inspector, "QS-001")) == "№2")
    #expect(
      try scratch.text("books/2026/QS.inspection.rec").contains("Entitled: QSP.keys 2026 No 7"))
    #expect(try Demo.isSound(scratch))
  }

  @Test("A deputy is named for today or later, of the team, by an officer or the leader")
  func deputy() throws {
    let (scratch, runner) = try begun()
    let act = { KeysAct.deputy(team: "QS-01", person: "QS-01-004", $0) }
    #expect(
      said(runner, .keys(act(Demo.today), by: Signed.hand()))
        == "Person: 高大山 不是 高庄村队 登记了密钥的人。")
    Signed.issueKeys(runner, to: ["QS-01-004"])
    #expect(
      said(runner, .keys(act(Demo.today - 1), by: Signed.hand()))
        == "Person: 2026-11-23 已过，不能补指代签人。")
    #expect(said(runner, .keys(act(Demo.today), by: Signed.hand("QS-01-001"))) == "№7")
    _ = runner.perform(.inspect(try Signed.inspection()))
    _ = runner.perform(Signed.sign(1, .inspector, "QS-001"))
    #expect(try runner.waiting().first?.person?.name == "高大山")
    #expect(said(runner, Signed.sign(1, .inspected, "QS-01-004")) == "№3")
    #expect(try Demo.isSound(scratch))
  }

  @Test("The list of signers is what the pages say, and whatever stands in it changes nothing")
  func signersList() throws {
    let scratch = try Signed.directory()
    let list = try scratch.text(Self.list)
    #expect(
      list.hasPrefix("P-001 namespaces=\"xunfang-demo,xunfang-demo-key,xunfang-demo-heads\","))
    #expect(list.split(separator: "\n").count == Signed.people.count)
    for other in ["", list + list.replacing("P-001", with: "QS-009"), "* ssh-ed25519 AAAA\n"] {
      try scratch.write(other, to: Self.list)
      #expect(try Demo.runner(scratch).page(Signed.page(1)).missing == nil)
      #expect(try Demo.runner(scratch).snapshot.key(of: "QS-009") == nil)
    }
    try scratch.disk.remove(Self.list)
    #expect(try Demo.runner(scratch).page(Signed.page(1)).missing == nil)
  }

  @Test("A page of the book that was changed ends it: nothing that stands on it counts")
  func changed() throws {
    let scratch = try Signed.directory()
    try scratch.write(
      try scratch.text(Self.book).replacing("leader QS QS-001", with: "leader QX QS-001"),
      to: Self.book)
    #expect(try !Demo.isSound(scratch))
    #expect(try Demo.runner(scratch).page(Signed.page(1)).missing == .inspector)
  }

  @Test("A book that can't be read is named, and nobody signs")
  func notRead() throws {
    let scratch = try Signed.directory()
    try scratch.disk.remove(Self.book)
    try scratch.disk.makeDirectory(Self.book)
    let runner = try Demo.runner(scratch)
    #expect(try runner.unread().contains { $0.happened[.hans].hasPrefix(Self.book) })
    #expect(
      said(runner, .attest(.close(Demo.today), by: "P-001", Signed.secret())).contains(Self.book))
  }
}
