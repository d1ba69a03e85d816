import Books
import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

@Suite(
  "Whom something reported is about is sealed for named officers, and goes when its time is over")
struct AnnexTests {
  private static let texts = [
    "Who": "常来的高个子男子", "Phone": "10087654321", "Vehicle": "豫Z00017", "Remark": "穿工装",
  ]
  private static let code = "QSP-Q-0001"

  /// A lead that an officer has, and officers with keys.
  private static func begun(_ runner: CommandRunner) {
    Signed.issueKeys(runner)
    let lead = [
      "Code": code, "Facts": "厢式货车1辆停靠村口", "Reported": "2026-11-24 20:00", "Source": "public",
      "Subject": "vehicle", "Unit": "QS", "Urgency": "prompt", "Officer": "P-001 王警官",
      "Assigned": "2026-11-24 20:10",
    ]
    _ = runner.perform(.put(RegisterRecord(.intelligence, lead, seen: nil)))
  }

  private func station() throws -> (Scratch, CommandRunner) {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Self.begun(runner)
    return (scratch, runner)
  }

  private static func seal(for officers: [String], _ texts: [String: String] = texts) -> Command {
    .sealAnnex(of: code, texts, for: officers)
  }

  private func open(_ runner: CommandRunner, _ person: String = "P-001", pin: String = Signed.pin)
    -> Reply
  {
    runner.perform(
      .openAnnex(
        of: Self.code, by: HandAtKeyboard(person, Signed.secret(pin)), why: "核对车辆"))
  }

  private func isRefused(_ reply: Reply) -> Bool {
    if case .failed = reply.outcome { true } else { false }
  }

  /// Files that say a word of what was sealed.
  private func telling(_ scratch: Scratch) throws -> [String] {
    try scratch.files().filter { file in
      let bytes = try scratch.bytes(file)
      return Self.texts.values.contains { Data(bytes).range(of: Data($0.utf8)) != nil }
    }
  }

  @Test("Those it is for read it by their own keys, and no file of the directory says a word of it")
  func life() throws {
    let (scratch, runner) = try station()
    #expect(Said.by(runner.perform(Self.seal(for: ["P-001"]))) == "QSP-Q-0001 的附件已密封，1 人可开。")
    #expect(try telling(scratch).isEmpty)
    #expect(try scratch.text("register/QSP/QSP-Q-0001.age").hasPrefix("-----BEGIN AGE"))
    #expect(try scratch.text("register/QSP/intelligence.rec").contains("Annex: yes\n"))
    let opened = try #require(open(runner).outcome.answer(OpenedAnnex.self))
    #expect(opened.texts == Self.texts && opened.officers.map(\.code) == ["P-001"])
    let log = try scratch.text("access/QSP.rec")
    #expect(log.contains("By: P-001 王警官\nRegister: intelligence\nExtent: annex\nWhy: 核对车辆\n"))
    #expect(try telling(scratch).isEmpty)
    #expect(try Demo.isSound(scratch))
  }

  @Test("Another officer, a wrong PIN and no reason open nothing, and are told why")
  func refused() throws {
    let (scratch, runner) = try station()
    _ = runner.perform(Self.seal(for: ["P-001"]))
    #expect(Said.by(open(runner, "P-002")).contains("不是给 李警官 的密钥封的"))
    #expect(isRefused(open(runner, pin: "111111")))
    let blank = Command.openAnnex(of: Self.code, by: Signed.hand(), why: " ")
    #expect(runner.perform(blank).outcome.answer(OpenedAnnex.self) == nil)
    #expect(!scratch.files().contains("access/QSP.rec"), "nobody has seen anything")
  }

  @Test(
    "What can't be sealed is refused: nothing said, nobody named, no key, no such lead, a wrong field"
  )
  func unsealed() throws {
    let (scratch, runner) = try station()
    let said = [
      (Self.seal(for: ["P-001"], [:]), "什么都未写"), (Self.seal(for: []), "未写谁可以开"),
      (Self.seal(for: ["P-003"]), "P-003"),
      (.sealAnnex(of: "QSP-Q-0009", Self.texts, for: ["P-001"]), "没有情报"),
      (Self.seal(for: ["P-001"], ["Phone": "12"]), "电话"),
    ]
    let before = try DirectoryState(scratch)
    for (command, words) in said {
      #expect(Said.by(runner.perform(command)).contains(words), "\(words)")
    }
    #expect(try DirectoryState(scratch) == before)
    _ = runner.perform(.keys(.revoke("P-002", reason: "停用", sameAs: nil), by: Signed.hand("P-002")))
    #expect(Said.by(runner.perform(Self.seal(for: ["P-002"]))).contains("李警官 没有签字密钥"))
  }

  @Test("An officer who is named twice is one who opens it")
  func twice() throws {
    let (scratch, runner) = try station()
    let said = Said.by(runner.perform(Self.seal(for: ["P-001", "P-002", "P-001"])))
    #expect(said == "QSP-Q-0001 的附件已密封，2 人可开。")
    #expect(try Demo.isSound(scratch))
  }

  @Test("Sealed anew it is for others, and C-z takes no annex away")
  func anew() throws {
    let (scratch, runner) = try station()
    _ = runner.perform(Self.seal(for: ["P-001"]))
    _ = runner.perform(.undo)
    #expect(open(runner).outcome.answer(OpenedAnnex.self) != nil)
    // Whoever does not know of the one there is takes nothing away.
    #expect(Said.by(runner.perform(Self.seal(for: ["P-002"]))).contains("已有密封附件"))
    #expect(open(runner).outcome.answer(OpenedAnnex.self) != nil)
    let anew = Command.sealAnnex(of: Self.code, Self.texts, for: ["P-002"], replaces: true)
    #expect(!isRefused(runner.perform(anew)))
    #expect(isRefused(open(runner)))
    #expect(open(runner, "P-002").outcome.answer(OpenedAnnex.self)?.texts == Self.texts)
    #expect(try telling(scratch).isEmpty)
  }

  /// What `check` and `verify` say beside what they find.
  private func faults(_ scratch: Scratch) throws -> String {
    let runner = try Demo.runner(scratch)
    let verified = try #require(try runner.verify(ofPages: false))
    let said = try runner.unreadAnywhere().map { $0.happened[.hans] }
    #expect(verified.unread.map { $0.happened[.hans] } == said)
    return said.joined(separator: "\n")
  }

  @Test("Who changes keys is told which annexes open by the old one alone")
  func replaced() throws {
    for (officers, said) in [
      (["P-001", "P-002"], nil), (["P-002"], "1 份密封附件只有旧密钥能开：QSP-Q-0001"),
    ] {
      let (scratch, runner) = try station()
      _ = runner.perform(Self.seal(for: officers))
      let revoked = runner.perform(
        .keys(.revoke("P-002", reason: "停用", sameAs: nil), by: Signed.hand("P-002")))
      #expect(!isRefused(revoked) && revoked.trouble?.happened[.hans] == said, "\(revoked)")
      #expect(try Demo.isSound(scratch))
    }
  }

  @Test("A file that is gone, or of which a byte was changed, is said to be")
  func damaged() throws {
    let (scratch, runner) = try station()
    _ = runner.perform(Self.seal(for: ["P-001"]))
    let file = "register/QSP/QSP-Q-0001.age"
    let sealed = try scratch.text(file)
    for damaged in ["", "x", sealed.replacing("\n-----END", with: "A\n-----END"), sealed + "\n"] {
      try scratch.write(damaged, to: file)
      #expect(Said.by(open(runner)).contains("被改过，打不开"), "\(damaged.suffix(40))")
      #expect(try faults(scratch).contains("附件 \(file) 被改过"), "\(damaged.suffix(40))")
    }
    // A letter inside is as good an envelope: its digest tells without a key.
    let lines = sealed.split(separator: "\n").map(String.init)
    let last = lines[lines.count - 2]
    let other = (last.hasPrefix("A") ? "B" : "A") + last.dropFirst()
    try scratch.write(sealed.replacing(last, with: other), to: file)
    #expect(try faults(scratch).contains("附件 \(file) 被改过"))
    try scratch.disk.remove(file)
    #expect(Said.by(open(runner)).contains("不在"))
    #expect(try faults(scratch).contains("附件 \(file) 不在"))
    try scratch.write(sealed, to: file)
    #expect(try faults(scratch).isEmpty)
  }

  @Test(
    "Cut off at any act of the disk, the annex is there and named, or neither",
    arguments: [true, false])
  func cutOff(isPowerCut: Bool) throws {
    let (begun, _) = try station()
    var act = 0
    while true {
      let scratch = try begun.copy()
      let disk = FailingDisk(
        scratch.disk, isPowerCut ? .cut : .full, acts: FailingDisk.Act.writing, after: act)
      _ = try Demo.runner(scratch, disk: disk).perform(Self.seal(for: ["P-001"]))
      let next = try Demo.runner(scratch)
      _ = next.perform(.open(nil))
      _ = next.perform(.eraseDue)
      let isNamed = try scratch.text("register/QSP/intelligence.rec").contains("Annex: yes")
      let files = scratch.files().filter { $0.contains(".age") }
      #expect(files == (isNamed ? ["register/QSP/QSP-Q-0001.age"] : []), "act \(act)")
      if isNamed { #expect(!isRefused(open(next))) }
      if disk.count < act { break }
      act += 1
    }
    #expect(act > 5)
  }

  @Test("Half a year after the outcome it is erased: no byte of it is left, the record says when")
  func erased() throws {
    let (scratch, runner) = try station()
    _ = runner.perform(.record(try Sample.quiet()))
    _ = runner.perform(Self.seal(for: ["P-001"]))
    let sealed = try scratch.text("register/QSP/QSP-Q-0001.age").split(separator: "\n")
    let table = try runner.snapshot.table(.intelligence)
    let seen = try #require(table.texts(Self.code))
    let closing = [
      "Checked": "2026-11-24 20:20", "Findings": "到场核对", "Outcome": "ruledout",
      "Closed": "2026-11-24 20:30",
    ]
    _ = runner.perform(
      .put(RegisterRecord(.intelligence, seen.merging(closing) { $1 }, seen: seen)))
    func erase(_ day: String) throws -> CommandRunner {
      let later = try Demo.runner(scratch, at: try #require(Stamp("\(day)T10:00:00+08:00")))
      _ = later.perform(.eraseDue)
      return later
    }
    // 180 days are not over on the last of them.
    _ = try erase("2027-05-23")
    #expect(scratch.files().contains("register/QSP/QSP-Q-0001.age"))
    let later = try erase("2027-05-24")
    for file in scratch.files() {
      let text = String(decoding: try scratch.bytes(file), as: UTF8.self)
      #expect(!sealed[1..<3].contains { text.contains($0) }, "\(file)")
    }
    #expect(!scratch.files().contains { $0.hasSuffix(".age") || $0.hasSuffix(".next") })
    let record = try scratch.text("register/QSP/intelligence.rec")
    #expect(record.contains("AnnexErased: 2027-05-24\n") && !record.contains("Annex: yes"))
    let said = Said.by(
      later.perform(.openAnnex(of: Self.code, by: Signed.hand(), why: "核对")))
    #expect(said.contains("已于 2027-05-24 清除"), "\(said)")
    #expect(try Demo.isSound(scratch))
  }

  @Test("What is due to be erased is on the list of things to do")
  func due() throws {
    let (scratch, runner) = try station()
    _ = runner.perform(Self.seal(for: ["P-001"]))
    let seen = try #require(try runner.snapshot.table(.intelligence).texts(Self.code))
    let closing = [
      "Checked": "2026-11-24 20:20", "Findings": "到场核对", "Outcome": "ruledout",
      "Closed": "2026-11-24 20:30",
    ]
    _ = runner.perform(
      .put(RegisterRecord(.intelligence, seen.merging(closing) { $1 }, seen: seen)))
    let later = try Demo.runner(scratch, at: try #require(Stamp("2027-06-30T10:00:00+08:00")))
    let found = try later.findings(Demo.today).filter { $0.rule == .pastKeeping }
    #expect(found.map { $0.text[Language.hans] } == ["1 件密封附件到期应清除"])
  }
}
