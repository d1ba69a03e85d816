import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

@Suite("An inspection is signed by both sides, each in person")
struct TwoSignaturesTests {
  private func begin(_ changes: [String: String] = [:]) throws -> (Scratch, CommandRunner) {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    #expect(Said.by(runner.perform(.inspect(try Signed.inspection(changes)))) == "№1")
    return (scratch, runner)
  }

  private func page(_ runner: CommandRunner, _ number: Int = 1) throws -> LedgerPage {
    try runner.page(Signed.page(number))
  }

  @Test("A witness is offered who could be one: with a key, of neither side, or a fellow officer")
  func witnesses() throws {
    let snapshot = try Demo.snapshot(try Signed.directory())
    func offered(_ sides: [String], _ parties: [String]) -> [String] {
      MaySign.witnesses(ofSides: sides, besides: parties, in: snapshot).map(\.code)
    }
    #expect(offered(["QS-01", "QS"], ["QS-01-001", "QS-001"]) == ["P-001", "P-002"])
    #expect(offered(["QS-01", "QSP"], ["QS-01-001", "P-001"]) == ["P-002", "QS-001"])
  }

  @Test("First the inspector, then the other side; the signatures stand on pages of their own")
  func both() throws {
    let (scratch, runner) = try begin()
    #expect(try page(runner).missing == .inspector)
    #expect(Said.by(runner.perform(Signed.sign(1, .inspector, "QS-001"))) == "№2")
    #expect(try page(runner).missing == .inspected)
    #expect(Said.by(runner.perform(Signed.sign(1, .inspected, "QS-01-001"))) == "№3")
    let signed = try page(runner)
    #expect(signed.missing == nil && signed.badSignatures.isEmpty)
    #expect(signed.signature(.inspected)?.attestation.signer.name == "高有福")
    #expect(try Demo.verified(scratch).signatures == 12)
    #expect(try Demo.isSound(scratch))
    let text = try scratch.text("books/2026/QS.inspection.rec")
    #expect(text.contains("As: inspected\nSigner: QS-01-001 高有福\nKey: SHA256:"))
    #expect(text.contains("\nDirectory: \(Sample.directory.text)\nRecorded: 2026-11-24T22:30:00"))
    #expect(text.contains("Signature: -----BEGIN SSH SIGNATURE-----\n+ "))
  }

  @Test("Nobody signs both sides, nobody signs twice, nobody signs for another")
  func rules() throws {
    let (scratch, runner) = try begin()
    defer { withExtendedLifetime(scratch) {} }
    func said(_ role: SignatureRole, _ person: String) -> String {
      Said.by(runner.perform(Signed.sign(1, role, person)))
    }
    #expect(said(.inspector, "QS-01-001") == "Signer: 高有福 不是这一页的检查方。")
    #expect(said(.inspected, "QS-001") == "Signer: 周建林 已签了另一方，同一人不能签双方。")
    #expect(said(.inspected, "P-001") == "Signer: 王警官 不是 高庄村队 的队长或当日代签人。")
    #expect(said(.recorder, "QS-001") == "Signer: 记录人：这一页不这样签。")
    #expect(said(.inspector, "QS-001") == "№2")
    #expect(said(.inspector, "QS-001") == "Signer: 周建林 已经签过。")
    #expect(said(.inspected, "QS-001") == "Signer: 周建林 已签了另一方，同一人不能签双方。")
    #expect(said(.inspected, "XX") == "Signer: 没有人员 XX。")
    #expect(said(.inspected, "QS-01-004").contains("不是 高庄村队 的队长"))
  }

  @Test("What both had signed and somebody strikes out stands on the list for ten days")
  func struckOut() throws {
    let scratch = try Signed.directory()
    let runner = try Demo.runner(scratch)
    func said(_ day: Day) throws -> [String] {
      let later = try Demo.runner(
        scratch, at: Stamp(moment: Moment(day, 23 * 60), offset: Demo.now.offset))
      return try later.findings(day).filter { $0.rule == .struckOut }.map { $0.text[.hans] }
    }
    #expect(try said(Demo.today).isEmpty)
    let void = Attesting.void(Signed.page(1), reason: "记错队伍")
    _ = runner.perform(.attest(void, by: "P-001", Signed.secret()))
    let expected = ["青石镇专职队、高庄村队 第1页签字后被 王警官 作废：记错队伍"]
    #expect(try said(Demo.today) == expected)
    #expect(try said(Demo.today + 10) == expected)
    #expect(try said(Demo.today + 11).isEmpty)
    // What nobody had signed is nobody's loss.
    _ = runner.perform(
      .inspect(try Signed.inspection(["From": "2026-11-24 20:00", "To": "2026-11-24 20:20"])))
    _ = runner.perform(.void(Signed.page(5), reason: "重复"))
    #expect(try said(Demo.today) == expected)
  }

  @Test("A correction reopens both signatures; the old ones stay to be seen")
  func correction() throws {
    let (scratch, runner) = try begin()
    _ = runner.perform(Signed.sign(1, .inspector, "QS-001"))
    _ = runner.perform(Signed.sign(1, .inspected, "QS-01-001"))
    let changes = ["Present": "4", "Absent": "QS-01-004 高大山 (sick)"]
    // Who amends what somebody has signed signs as well.
    #expect(
      Said.by(runner.perform(.correct(Signed.page(1), changes: changes, reason: "核实后更正")))
        == "Reason: 第1页有人签过，更正或作废也要签字。")
    let correct = Attesting.correct(Signed.page(1), changes: changes, reason: "核实后更正")
    #expect(Said.by(runner.perform(.attest(correct, by: "QS-001", Signed.secret()))) == "№4")
    #expect(try page(runner).missing == .inspector)
    #expect(try page(runner).attestations.count == 2)
    #expect(Said.by(runner.perform(Signed.sign(1, .inspector, "QS-001"))) == "№5")
    #expect(Said.by(runner.perform(Signed.sign(1, .inspected, "QS-01-001"))) == "№6")
    #expect(try page(runner).missing == nil)
    #expect(try page(runner).badSignatures.isEmpty)
    #expect(try Demo.isSound(scratch))
    // A page that is void is nobody's to sign.
    _ = runner.perform(
      .attest(.void(Signed.page(1), reason: "记错队"), by: "P-001", Signed.secret()))
    #expect(try page(runner).missing == nil)
    #expect(Said.by(runner.perform(Signed.sign(1, .inspector, "QS-001"))) == "Signer: 第1页已作废，不能签。")
  }

  @Test("A refusal has a reason and a witness, and is reviewed by an officer who had no part in it")
  func refusal() throws {
    let (scratch, runner) = try begin(["Present": "4", "Problems": "B", "Statement": "另1人在河堤"])
    func refuse(_ signer: String, reason: String = "不认可缺员", witness: String = "P-002 李警官")
      throws -> String
    {
      let witness = try #require(Named(witness))
      return Said.by(
        runner.perform(
          .attest(
            .refuse(
              Signed.page(1), refused: Named("QS-01-001", "高有福"), reason: reason,
              statement: "另1人在河堤", witness: witness), by: signer, Signed.secret())))
    }
    func review(_ signer: String) -> String {
      Said.by(
        runner.perform(
          .attest(
            .review(Signed.page(1), verdict: "uphold", reason: "问见证人，属实"), by: signer,
            Signed.secret())))
    }
    #expect(try refuse("QS-001") == "Signer: 检查方还没签。")
    _ = runner.perform(Signed.sign(1, .inspector, "QS-001"))
    #expect(try refuse("QS-001", reason: "").hasPrefix("Reason: 理由"))
    #expect(try refuse("QS-001", witness: "QS-001 周建林") == "Witness: 周建林 是当事一方，不能作见证。")
    #expect(try refuse("QS-001", witness: "QS-01-004 高大山") == "Witness: 高大山 没有签字密钥，不能作见证。")
    #expect(try refuse("P-001").contains("不是这次的检查人"))
    #expect(review("P-001") == "Signer: 第1页没有待复核的拒签。")
    #expect(try refuse("QS-001") == "№3")
    // Until who saw it confirms it, there is nothing to review.
    #expect(try page(runner).missing == .witness)
    #expect(try runner.waiting().map { $0.person?.name } == ["李警官"])
    func confirm(_ witness: String) -> String {
      Said.by(runner.perform(.attest(.witness(Signed.page(1)), by: witness, Signed.secret())))
    }
    #expect(confirm("P-001") == "Signer: 王警官 不是这一页的见证人。")
    #expect(confirm("P-002") == "№4")
    #expect(confirm("P-002") == "Signer: 第1页没有待见证的拒签。")
    #expect(try page(runner).missing == .reviewer)
    #expect(try runner.waiting().map(\.role) == [.reviewer])
    #expect(review("QS-01-001") == "Signer: 高有福 不是本所民警，也不是队长。")
    #expect(review("P-001") == "№5")
    #expect(try page(runner).missing == nil)
    #expect(try page(runner).review?.attestation.verdict == "uphold")
    #expect(try Demo.isSound(scratch))
    // They may still sign, which ends the matter.
    #expect(Said.by(runner.perform(Signed.sign(1, .inspected, "QS-01-001"))) == "№6")
    #expect(try page(runner).refusal == nil)
  }

  @Test("What waits is found per person, also from the year before")
  func waiting() throws {
    let (scratch, runner) = try begin()
    _ = runner.perform(Signed.sign(1, .inspector, "QS-001"))
    let later = try Demo.runner(
      scratch, at: try #require(Stamp("2027-01-05T09:00:00+08:00")))
    #expect(try later.waiting().map { "\($0.page.number) \($0.person?.name ?? "")" } == ["1 高有福"])
    // Signed in January, it stands in the page's own volume and is known to be signed.
    #expect(Said.by(later.perform(Signed.sign(1, .inspected, "QS-01-001"))) == "№3")
    #expect(scratch.files("books/2027").isEmpty)
    #expect(try later.waiting().isEmpty)
    #expect(try later.page(Signed.page(1)).missing == nil)
    #expect(try Demo.isSound(scratch))
  }
}

@Suite("A PIN opens a key, slowly for those who guess")
struct PINTests {
  private func sign(_ runner: CommandRunner, _ pin: String) -> String {
    Said.by(
      runner.perform(
        .attest(
          .sign([.init(Signed.page(1), .inspector)]), by: "QS-001", Signed.secret(pin))))
  }

  private func stamp(_ second: Int) -> Stamp {
    Stamp(moment: Demo.now.moment + second / 60, second: second % 60, offset: 480)
  }

  @Test("Wrong tries are written down and answered more slowly each time; the right one ends it")
  func wrong() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    _ = runner.perform(.inspect(try Signed.inspection()))
    func at(_ second: Int, _ pin: String) throws -> String {
      sign(try Demo.runner(scratch, gate: stamp(second)), pin)
    }
    #expect(try at(0, "739252") == "-: 周建林 的口令不对，已记下。")
    #expect(try at(1, "739253") == "-: 周建林 的口令不对，已记下。")
    #expect(try at(2, "739254") == "-: 周建林 的口令不对，已记下。")
    // Two are a slip of the finger; after the third it takes 4 seconds, then 8.
    #expect(try at(3, Signed.pin) == "-: 周建林 的口令多次不对，要等 3 秒。")
    #expect(try at(6, "739255").contains("不对"))
    #expect(try at(13, Signed.pin).contains("要等 1 秒"))
    #expect(try at(14, Signed.pin) == "№2")
    #expect(try at(15, "1") == "Signer: 周建林 已经签过。")
    let notes = try scratch.text("keys/tries.rec")
    #expect(notes.components(separatedBy: "Result: wrong").count == 5)
    #expect(notes.contains("Person: QS-001 周建林"))
    #expect(!notes.contains("7392"), "what was typed is nowhere")
  }

  @Test("No file holds a PIN, and a secret is wiped when it was used")
  func nowhere() throws {
    let scratch = try Signed.directory()
    for file in scratch.files() {
      #expect(try !scratch.text(file).contains(Signed.pin), "\(file)")
    }
    let runner = try Demo.runner(scratch)
    let secret = Signed.secret()
    _ = runner.perform(.attest(.close(Demo.today), by: "P-001", secret))
    #expect(secret.count == 0)
    secret.withBytes { #expect($0.isEmpty) }
  }

  @Test("A new PIN opens, the old one no more")
  func change() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    _ = runner.perform(.inspect(try Signed.inspection()))
    func change(_ old: String, _ new: String) -> String {
      Said.by(
        runner.perform(
          .changeSecret(of: "QS-001", from: Signed.secret(old), to: Signed.secret(new))))
    }
    #expect(change("000111", "大槐树下有三口老水井").contains("不对"))
    #expect(change(Signed.pin, "大槐树下有三口老水井") == "周建林 的签字口令已改。")
    #expect(sign(runner, Signed.pin).contains("不对"))
    #expect(sign(runner, "大槐树下有三口老水井") == "№2")
  }

  @Test("A new PIN that is easy to guess is refused with its pattern, and is no wrong try")
  func weak() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    func issue(_ pin: String) -> String {
      let act = KeysAct.enrol("QS-001", .sealed(Signed.secret(pin)))
      return Said.by(runner.perform(.keys(act, by: Signed.hand())))
    }
    func replace(_ pin: String) -> String {
      let act = KeysAct.replace("QS-001", .sealed(Signed.secret(pin)), reason: "换钥")
      return Said.by(
        runner.perform(.keys(act, by: Signed.hand(), with: Signed.hand("QS-001"))))
    }
    #expect(issue("12345").contains("6 位以上数字"))
    #expect(issue("123456").contains("顺子"))
    #expect(issue("197306").contains("日期"))
    #expect(!scratch.exists("keys/QS-001.key"))
    #expect(issue(Signed.pin) == "№1")
    #expect(
      Said.by(
        runner.perform(
          .changeSecret(of: "P-001", from: Signed.secret(), to: Signed.secret()))
      ).contains("与上一个相同"))
    // A PIN that nobody can have is not tried.
    Signed.issueKeys(runner, to: ["QS-001"])
    #expect(replace(Signed.pin).contains("与上一个相同"))
    _ = runner.perform(.inspect(try Signed.inspection()))
    for pin in ["", "7392"] { #expect(sign(runner, pin).contains("没有试")) }
    #expect(try scratch.text("keys/tries.rec").isEmpty)
    #expect(replace("862409") == "№3")
  }

  @Test("Nobody's PIN stands in their own telephone number or code")
  func ofPerson() throws {
    let scratch = try Demo.small()
    let path = try #require(scratch.files("register").first { $0.hasSuffix("officers.rec") })
    try scratch.write(
      try scratch.text("register/" + path).replacing(
        "Pinyin: wang jing guan\nUnit: QSP\n",
        with: "Pinyin: wang jing guan\nUnit: QSP\nPhone: 10000739251\n"),
      to: "register/" + path)
    let runner = try Demo.runner(scratch)
    let weak = runner.perform(
      .changeSecret(of: "P-001", from: Signed.secret(), to: Signed.secret("073925")))
    #expect(Said.by(weak).contains("代号或电话号码"), "\(Said.by(weak))")
  }

  @Test("A revoked key signs no more; what it signed before stays signed")
  func revoke() throws {
    let scratch = try Signed.directory()
    let later = try Demo.runner(scratch, at: try #require(Stamp("2026-11-25T07:00:00+08:00")))
    let end = Command.keys(
      .revoke("QS-01-001", reason: "停用", sameAs: nil), by: Signed.hand("QS-01-001"))
    #expect(Said.by(later.perform(end)) == "№6")
    #expect(try later.page(Signed.page(1)).missing == nil)
    #expect(try Demo.isSound(scratch))
    _ = later.perform(
      .inspect(
        try Signed.inspection(["From": "2026-11-25 06:00", "To": "2026-11-25 06:20"])))
    _ = later.perform(Signed.sign(4, .inspector, "QS-001"))
    #expect(
      Said.by(later.perform(Signed.sign(4, .inspected, "QS-01-001")))
        == "-: 高有福 的签字密钥已于 2026-11-25 停用。")
    // Enrolled again they sign again, and by the post that they still have.
    #expect(
      Said.by(
        later.perform(
          .keys(.enrol("QS-01-001", .sealed(Signed.secret("862409"))), by: Signed.hand())))
        == "№7")
    #expect(
      Said.by(
        later.perform(
          .attest(
            .sign([.init(Signed.page(4), .inspected)]), by: "QS-01-001", Signed.secret("862409"))))
        == "№6")
    #expect(try later.snapshot.keysBooks.state.keys(of: "QS-01-001").count == 2)
    #expect(try Demo.isSound(scratch))
  }

  @Test("A damaged key file is told, and signs nothing")
  func damaged() throws {
    let scratch = try Signed.directory()
    try scratch.write("Person: P-001 王警官\n", to: "keys/P-001.key")
    let runner = try Demo.runner(scratch)
    #expect(
      Said.by(runner.perform(.attest(.close(Demo.today), by: "P-001", Signed.secret())))
        == "-: keys/P-001.key 无法识别，可能损坏。")
  }
}

@Suite("A key that others may have read or exchanged signs nothing")
struct ExposedKeyTests {
  private func sign(_ scratch: Scratch) throws -> String {
    Said.by(
      try Demo.runner(scratch).perform(Signed.sign(1, .inspector, "QS-001")))
  }

  @Test("What is wrong is said, and once it is put right the key signs")
  func exposed() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    _ = runner.perform(.inspect(try Signed.inspection()))
    let key = scratch.path + "/keys/QS-001.key"
    chmod(key, 0o644)
    #expect(try sign(scratch) == "-: keys/QS-001.key 别人也能读写，不能用来签字。")
    chmod(key, 0o600)
    link(key, scratch.path + "/other")
    #expect(try sign(scratch).contains("硬链接"))
    remove(key)
    symlink(scratch.path + "/other", key)
    #expect(try sign(scratch).contains("符号链接"))
    rename(scratch.path + "/other", key)
    chmod(scratch.path + "/keys", 0o777)
    #expect(try sign(scratch).contains("所在目录"))
    #expect(
      Said.by(
        try Demo.runner(scratch).perform(
          .changeSecret(of: "QS-001", from: Signed.secret(), to: Signed.secret("862409")))
      ).contains("所在目录"))
    chmod(scratch.path + "/keys", 0o700)
    #expect(try sign(scratch) == "№2")
  }
}
