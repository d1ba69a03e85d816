import Foundation
import Patrol
import TestSupport
import Testing

/// A command that writes, as one types it, and what was done before it.
struct WritingCommand: Sendable, CustomTestStringConvertible {
  let line: String
  /// Commands before it, as one types them.
  var before: [String] = []
  /// Whether it is the data directory that it makes, or another folder that it writes.
  var makes = false
  /// Whether the directory has a book of keys.
  var isBegun = true

  init(_ line: String, before: [String] = [], makes: Bool = false, isBegun: Bool = true) {
    (self.line, self.before, self.makes) = (line, before, makes)
    self.isBegun = isBegun
  }

  var testDescription: String { line }

  private static let inspection =
    "record inspection --inspected QS-02 --time 2140-+25 --present 0 --points 33333333 --problems C"
  private static let refusal =
    "refuse QS.inspection 2026 1 --reason 不认可 --witness P-002 --signer QS-001 PIN"
  private static let witness = "witness QS.inspection 2026 1 --signer P-002 PIN"
  private static let sign = "sign QS.inspection 2026 1 --as inspector --signer QS-001 PIN"
  private static let remark = "put members Code=QS-002 Remark=一"

  private static let prompt = "sms prompt --to volunteers --text 今晚请多留意"
  private static let robbery =
    "put incidents Code=QSP-C-0009 Category=snatching Preventable=yes Unit=QS-01 Section=建设路"
    + " From=2026-11-24~21:10 Source=110-009 What=抢夺手提包 --new"
  private static let lookout =
    "sms lookout --incident QSP-C-0009 --until 11-25~0900 --to volunteers --text 请注意发现并报告"
    + " APPROVER"

  /// Each with words in capitals for the test's own files.
  ///
  /// `PIN` is a file with the PIN of those who have keys, `OTHERPIN` and `NEWPIN` one with another, `CSV` a
  /// table, `ANNEX` what is to be sealed, `NEW` a folder that is not there yet, `SPOOL` that of a modem, `OUT` and
  /// `RECEIPTS` and `FAILED` tables of the platform, `APPROVER` an officer with a PIN.
  static let all: [WritingCommand] = [
    .init(remark),
    .init("put officers Code=P-010 Name=钱警官 Unit=QSP --new"),
    .init("put members Code=QS-001 Until=2026-11-24"),
    .init("set CityFloor=77"),
    .init("out --team QS-02"),
    .init("record patrol --team QS --from 1400 --to 1500 --members all --found none"),
    .init("record patrol --team QS-02 --from 1930 --to 2210 --members all --found none"),
    .init("record patrol --team QS-01 --from 2100 --to 2210 --members all --found none"),
    .init(inspection),
    .init(
      "record handover --to P-002 --until 2230 --open QS.inspection~2026~1=goes-on"
        + " --open QSP.handover~2026~1=goes-on:一"),
    .init("correct QS.patrol 2026 1 --reason 笔误 --set Weather=fog"),
    .init("void QS.patrol 2026 1 --reason 重复"),
    .init("import members CSV"), .init("import members CSV --map 备考=Remark"),
    .init("merge members QS-002 QS-001"), .init("merge units QS-02 QS-01"),
    .init("split QS --code QSN --name 新镇 --moving QS-02"),
    .init("undo", before: [remark]), .init("redo", before: [remark, "undo"]),
    .init("undo", before: ["import members CSV"]),
    .init("erase"),
    .init("key begin P-001 NEWPIN", isBegun: false),
    .init("key enrol QS-01-002 --signer P-001 PIN NEWPIN"),
    .init("key replace QS-001 --signer P-001 PIN --with QS-001 WITHPIN NEWPIN"),
    .init("key change-pin QS-001 PIN NEWPIN"), .init("key revoke QS-001 --signer QS-001 PIN"),
    .init("appoint QS-001 --as inspector --unit QS --signer P-001 PIN"),
    .init("dismiss QS-001 --as leader --unit QS --reason 调离 --signer P-001 PIN"),
    .init(
      "deputy QS-01-002 --team QS-01 --signer P-001 PIN",
      before: ["key enrol QS-01-002 --signer P-001 PIN NEWPIN"]),
    .init(
      "correct QS.inspection 2026 1 --reason 笔误 --set Remark=一 --signer QS-001 PIN", before: [sign]),
    .init("void QS.inspection 2026 1 --reason 记错 --signer P-001 PIN", before: [sign]),
    .init(sign), .init(refusal, before: [sign]),
    .init(
      "review QS.inspection 2026 1 --verdict uphold --reason 属实 --signer P-001 PIN",
      before: [sign, refusal, witness]),
    .init(witness, before: [sign, refusal]),
    .init("close --signer P-001 PIN"),
    .init(
      "intelligence assign QSP-Q-0001 --officer P-001",
      before: ["put intelligence Code=QSP-Q-0001 Checked= Findings="]),
    .init("intelligence verify QSP-Q-0001 --found 又到场，未见"),
    .init("intelligence close QSP-Q-0001 --outcome unverifiable --told 告知代称"),
    .init("intelligence seal QSP-Q-0001 --officers P-001 --file ANNEX"),
    .init(
      "intelligence unseal QSP-Q-0001 --why 核对 --signer P-001 PIN",
      before: ["intelligence seal QSP-Q-0001 --officers P-001 --file ANNEX"]),
    .init(prompt), .init("sms poll", before: ["set Gateway=gammu Spool=SPOOL", prompt]),
    .init("sms export OUT", before: ["set Gateway=platform", prompt]),
    .init(
      "sms receive RECEIPTS", before: ["set Gateway=platform", prompt, "sms export OUT"]),
    .init(lookout, before: [robbery]),
    .init("sms extend QSP-M-0002 --until 11-26~0900 APPROVER", before: [robbery, lookout]),
    .init("sms stand-down QSP-M-0002", before: [robbery, lookout]),
    .init(
      "sms resend QSP-M-0002",
      before: ["set Gateway=platform", prompt, "sms export OUT", "sms receive FAILED"]),
    .init("sms claim QSP-R-0001"), .init("sms dismiss QSP-R-0001 --why 广告"),
    .init("export members --reveal 核对"), .init("sheet members QS-001"),
    .init("audit NEW --signer P-001 PIN"),
    .init("init NEW --unit QSP --name 甲所 PIN", makes: true),
    .init("generate NEW --teams 1 --years 1 --entries 3", makes: true),
    .init("demo NEW", makes: true),
    .init("--script <F2><Enter>1930-2210<Enter>=<Enter><Enter>01<F10> --dump"),
    .init("--script 7<Tab><F4><Enter>2<F10> --dump"),
  ]

  /// The spool of a modem that nobody has: what one test has put there the next finds, and notes.
  private static let spool = Result {
    let spool = try Scratch()
    for folder in ["inbox", "outbox", "sent", "error"] {
      try FileManager.default.createDirectory(
        atPath: "\(spool.path)/\(folder)", withIntermediateDirectories: true)
    }
    return spool
  }

  /// The words with the test's own files in the places of those in capitals.
  static func words(_ line: String, _ folder: Scratch) throws -> [String] {
    try folder.write("739251\n", to: "pin")
    try folder.write("482913\n", to: "new-pin")
    for name in ["pin", "new-pin"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: "\(folder.path)/\(name)")
    }
    try folder.write("姓名,队伍,备考\n甲一,高庄村队,一\n甲二,高庄村队,二\n", to: "t.csv")
    try folder.write("Who: 高个子\n", to: "annex.rec")
    try folder.write("编号,状态\nQSP-M-0002-001,成功\n", to: "in.csv")
    try folder.write("编号,状态\nQSP-M-0002-001,失败\n", to: "failed.csv")
    let spool = try spool.get()
    return line.split(separator: " ").flatMap { word in
      switch word {
      case "PIN": ["--pin-file", folder.path + "/pin"]
      case "WITHPIN": ["--with-pin-file", folder.path + "/pin"]
      case "NEWPIN": ["--new-pin-file", folder.path + "/new-pin"]
      case "CSV": [folder.path + "/t.csv"]
      case "APPROVER": ["--approver", "P-002", "--approver-pin-file", folder.path + "/pin"]
      case "OUT": [folder.path + "/out.csv"]
      case "RECEIPTS": [folder.path + "/in.csv"]
      case "FAILED": [folder.path + "/failed.csv"]
      case _ where word.hasSuffix("=SPOOL"):
        [String(word).replacing("SPOOL", with: spool.path)]
      case "ANNEX": [folder.path + "/annex.rec"]
      case "NEW": [folder.path + "/new"]
      // A blank inside of a word.
      default: [String(word.replacing("~", with: " "))]
      }
    }
  }

  /// What whoever writes next begins with; a change to what stands there already changes nothing else.
  static func settle(_ scratch: Scratch) throws {
    let runner = try Demo.runner(scratch)
    let officer = try #require(try runner.snapshot.table(.officers).texts("P-001"))
    _ = runner.perform(.put(RegisterRecord(.officers, officer, seen: officer)))
  }

  /// The directory in which it is done: a file of every kind, something due to be erased, and as the
  /// newest step one that an undo must not take back in its place.
  static func begun(_ command: WritingCommand) throws -> Scratch {
    let scratch = try FullDirectory.copy()
    if !command.isBegun {
      for file in scratch.files() where file.hasPrefix("keys/") || file.hasSuffix(".keys.rec") {
        try scratch.disk.remove(file)
      }
    }
    let members = try scratch.text("register/QSP/members.rec")
    try scratch.write(
      members + "\nCode: QS-09\nName: 旧人\nTeam: QS\nPost: member\nService: part\n"
        + "Phone: 10090000009\nUntil: 2020-01-01\n", to: "register/QSP/members.rec")
    let accesses = try scratch.text("access/QSP.rec")
    let line = try #require(accesses.split(separator: "\n\n").last)
    try scratch.write(
      accesses + line.replacing("At: 2026-", with: "At: 2015-") + "\n\n", to: "access/QSP.rec")
    let program = try Program(on: scratch)
    for line in command.before {
      let folder = try Scratch()
      let result = try program.run(try words(line, folder))
      #expect(result.status == 0, "\(line): \(result.err)")
    }
    return scratch
  }
}
