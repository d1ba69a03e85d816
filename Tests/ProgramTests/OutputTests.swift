import Foundation
import Runner
import TestSupport
import Testing

@Suite("Standard output is taken whole, or the command says that it was not")
struct OutputTests {
  /// Every command that prints, by its words, with what makes it print; `DIR` is the data directory,
  /// `NEW` a folder that is not there yet, `PIN` a file with a PIN, `CSV` a table.
  private static let printing: [String: String] = [
    "init": "NEW --unit QSP --name 甲所", "demo": "NEW",
    "generate": "NEW --teams 1 --years 1 --entries 1",
    "record patrol": "--team QS --from 1930 --to 2210 --members all --found none",
    "record inspection":
      "--inspected QS-01 --time 2140-+25 --present all --points 11111111",
    "correct": "QS.patrol 2026 $n --reason 笔误 --set Weather=fog",
    "void": "QS.patrol 2026 1 --reason 重复",
    "list": "members", "show": "QS.patrol 2026 1", "search": "周建林",
    "import": "members CSV", "export": "members", "history": "members QS-001",
    "undo": "", "redo": "", "merge": "members QS-002 QS-001",
    "record handover": "--to P-002 \"${a[@]}\"",
    "split": "QS --code QSN --name 新镇", "sheet": "members QS-001 --why 核对", "access": "",
    "erase": "", "goals": "", "cover": "", "intelligence list": "", "roster plan": "",
    "roster ical": "--team QS",
    "check": "", "verify": "",
    "heads": "", "audit": "NEW --signer P-001 --pin-file PIN", "doctor": "", "theme check": "THEME",
    "docs": "keys",
    "key list": "", "sms status": "", "sms replies": "",
    "sms prompt": "--to volunteers --text 今晚请多留意", "sms poll": "", "sms lookout": lookout,
    "sms stand-down": "$n", "sms resend": "$n", "sms export": "NEW.csv", "sms receive": "in.csv",
    "sms claim": "QSP-R-0002",
  ]

  private static let at = "--at 2026-11-24T22:30:00+08:00"
  private static let robbery =
    "echo 246810 > p; chmod 600 p; X put incidents Code=QSP-C-0900 Category=snatching Preventable=yes"
    + " Unit=QS-01 Section=建设路 'From=2026-11-24 21:10' Source=110-009 What=抢夺手提包 --new; "
  private static let lookout =
    "--incident QSP-C-0900 --until '11-25 0900' --to volunteers --text 请注意发现并报告"
    + " --approver P-002 --approver-pin-file p"

  /// What has to have been done before, where a command would have nothing to say otherwise.
  private static let before: [String: String] = [
    "correct":
      "n=$(X record patrol --team QS --from 1930 --to 2210 --members all --found none --at 2026-11-24T22:20:00+08:00 | cut -d' ' -f3); ",
    "record handover":
      "a=(); while IFS=, read -r d b y n rest; do a+=(--open \"$d $b $y $n=goes-on\"); done"
      + " < <(X list open --csv --at 2026-11-24T22:30:00+08:00 | tail -n +2); ",
    "intelligence list":
      "X put intelligence Code=QSP-Q-0009 Facts=门外停车 'Reported=2026-11-24 00:30' Source=public"
      + " Subject=vehicle Unit=QS Urgency=ordinary --new; ",
    "sms poll": "mkdir -p s/outbox s/sent s/error s/inbox; X set Gateway=gammu Spool=s; ",
    "sms lookout": robbery, "sms stand-down": robbery + "n=$(X sms lookout \(lookout) \(at)); ",
    "sms export":
      "X set Gateway=platform; X sms prompt --to volunteers --text 留意 \(at) > /dev/null; ",
    "sms resend":
      "X set Gateway=platform; n=$(X sms prompt --to volunteers --text 留意 \(at)); t=$(mktemp -u);"
      + " X sms export $t \(at) > /dev/null; rm $t; printf \"编号,状态\\n$n-001,失败\\n\" > in.csv;"
      + " X sms receive in.csv \(at) > /dev/null; ",
    "sms receive": "X set Gateway=platform; printf '编号,状态\\n' > in.csv; ",
    "undo": "X put members Code=QS-001 Remark=甲; ",
    "redo": "X put members Code=QS-001 Remark=甲; X undo > /dev/null; ",
  ]

  /// Those that print nothing when all is well, and those that need a key to be issued first.
  private static let silent: Set<String> = [
    "sign", "refuse", "witness", "review", "close", "key begin", "key enrol", "key replace",
    "key change-pin", "key revoke", "appoint", "dismiss", "deputy", "out", "put", "set",
    "intelligence assign", "intelligence verify", "intelligence close",
    "intelligence seal", "intelligence unseal", "sms extend", "sms dismiss",
  ]

  /// Runs a line of the shell in which `X` is the program.
  private func shell(_ line: String, _ scratch: Scratch) throws -> Tool.Result {
    let program = try Tool.xunfang().executable
    let environment = [
      "XUNFANG_HOME": Demo.home, "TZ": "Asia/Shanghai", "XUNFANG_DATA": scratch.path,
    ]
    let start = "X() { '\(program)' \"$@\"; }; cd '\(scratch.path)'; "
    guard line.contains("> full/") else {
      return try Tool("bash").run(["-c", start + line], environment: environment)
    }
    // A disk of two pages, in which there is room for a name and for nothing else.
    return try FullDiskTests.mounting(
      """
      mkdir '\(scratch.path)/full' && mount -t tmpfs -o size=8k none '\(scratch.path)/full' || exit 9
      cat /dev/zero > '\(scratch.path)/full/filler' 2> /dev/null
      \(start)\(line)
      """, environment)
  }

  private func arguments(_ words: String, _ rest: String, _ folder: Scratch) throws -> String {
    try folder.write("姓名,队伍\n甲一,高庄村队\n", to: "t.csv")
    let dark = try String(contentsOfFile: Demo.home + "/themes/dark.rec", encoding: .utf8)
    try folder.write(dark.replacing("252 on 233", with: "234 on 233"), to: "pale.rec")
    try folder.write(MakingUp.demoPIN, to: "pin")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.path + "/pin")
    let rest = rest.replacing("NEW", with: folder.path + "/new-" + UUID().uuidString)
      .replacing("PIN", with: folder.path + "/pin")
      .replacing("CSV", with: folder.path + "/t.csv")
      .replacing("THEME", with: folder.path + "/pale.rec")
    return "\(words) \(rest) --at 2026-11-24T22:30:00+08:00"
  }

  @Test("Every subcommand there is stands in this table or among those that print nothing")
  func all() throws {
    let found = try Subcommands.all()
    #expect(found == Set(Self.printing.keys).union(Self.silent))
  }

  @Test(
    "No command takes a full or closed output for one that took its answer",
    arguments: ["> /dev/full", ">&-", "> full/out"])
  func full(_ redirection: String) throws {
    let scratch = try Demo.directory()
    let folder = try Scratch()
    for (words, rest) in Self.printing.sorted(by: { $0.key < $1.key }) {
      let before = Self.before[words] ?? ""
      if redirection == ">&-" {
        let plain = try shell(
          "\(before)X \(try arguments(words, rest, folder))", try scratch.copy())
        #expect(!plain.out.isEmpty && plain.status < 2, "\(words): \(plain.err)")
      }
      let result = try shell(
        "\(before)X \(try arguments(words, rest, folder)) \(redirection)", try scratch.copy())
      #expect(result.status == 2, "\(words): \(result.status) \(result.err)")
      #expect(
        result.err.contains("输出不完整") || result.err.contains("not whole"), "\(words): \(result.err)")
    }
  }

  @Test(
    "Help, version and the frame of a script are checked alike",
    arguments: [
      "--help", "--version", "list --help", "--script '' --dump",
    ])
  func others(_ line: String) throws {
    let scratch = try Demo.small()
    for redirection in ["> /dev/full", ">&-"] {
      let result = try shell("X \(line) \(redirection)", scratch)
      #expect(result.status == 2 && !result.err.isEmpty, "\(line): \(result.status)")
    }
    #expect(try shell("X \(line)", scratch).status == 0)
  }

  @Test("A page that is on the disk is named where the output could not name it")
  func saved() throws {
    let scratch = try Demo.small()
    let result = try shell(
      "X record patrol --team QS --from 1930 --to 2210 --members all --found none --at 2026-11-24T22:30:00+08:00 > /dev/full",
      scratch)
    #expect(result.status == 2)
    #expect(result.err.contains("已存：QS.patrol 2026 1 sha256 "), "\(result.err)")
    #expect(try shell("X verify", scratch).out.contains("2 页"))
  }

  @Test("Keys that saved nothing but a draft are not said to have saved anything")
  func script() throws {
    for (keys, isSaved) in [
      ("<F2><Enter>1930<Enter>", false),
      ("<F2><Enter>1930-2210<Enter>=<Enter><Enter>01<F10>", true),
    ] {
      let scratch = try Demo.small()
      let result = try shell(
        "X --script '\(keys)' --dump --at 2026-11-24T22:30:00+08:00 > /dev/full", scratch)
      #expect(result.status == 2 && result.err.contains("已存：") == isSaved, "\(result.err)")
      #expect(try shell("X verify", scratch).out.contains(isSaved ? "2 页" : "1 页"))
    }
  }

  @Test("A reader that went away ends the command with 2, without a word and without a signal")
  func pipe() throws {
    let scratch = try Demo.directory()
    let result = try shell(
      "mkfifo gone; true < gone & exec 4> gone; wait $!; X list members >&4; echo $?", scratch)
    #expect(result.out == "2\n" && result.err.isEmpty, "\(result.out) \(result.err)")
  }
}
