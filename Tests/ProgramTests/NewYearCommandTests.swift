import Foundation
import Records
import TestSupport
import Testing

/// One evening or night around the turn of a year, and what commands have to say of it then.
struct Turn: Sendable, CustomTestStringConvertible {
  /// As `--at` has it.
  let time: String

  var testDescription: String { time }

  /// The patrol day that runs: it begins at eight.
  private var day: Day { (NewYear.stamp(time).moment + -8 * 60).day }

  /// An expectation with what is different every day put in.
  func fill(_ text: String) -> String {
    let deadline = Day(number: 20_818)
    let isOld = day.year == 2026
    let values = [
      "{day}": day.text, "{before}": (day - 1).text, "{soon}": (day + 3).text,
      "{calendar}": String(time.prefix(4)), "{year}": "\(day.year)", "{at}": "\(time):00+08:00",
      "{at-said}": time.replacing("T", with: " "),
      "{patrol}": isOld ? "2" : "1", "{check}": isOld ? "3" : "1",
      "{before-year}": "\((day - 1).year)", "{before-patrol}": (day - 1).year == 2026 ? "2" : "1",
      "{over}": "\(day - deadline)", "{waiting}": "\(day - deadline + 2)",
      "{monday}": (day - (day.weekday - 1)).text, "{sunday}": (day + (7 - day.weekday)).text,
    ]
    return values.reduce(text) { $0.replacing($1.key, with: $1.value) }
  }

  var isOverdue: Bool { day > Day(number: 20_818) }

  static let all = [
    "2026-12-30T22:30", "2026-12-31T22:30", "2027-01-01T02:30", "2027-01-01T22:30",
    "2027-01-02T22:30",
  ].map { Turn(time: $0) }

  /// Days on which something that counts days may be one out.
  static let others = ["2027-03-31T22:30", "2027-04-01T22:30", "2028-02-29T22:30"].map {
    Turn(time: $0)
  }
}

@Suite("Every command does over New Year what it does on any day")
struct NewYearCommandTests {
  /// A command line, and what it has to come to.
  struct Line: Sendable {
    let words: String
    var before = ""
    let rest: String
    var status: Int32 = 0
    /// What the answer holds; `!` before what it must not hold.
    let says: [String]
  }

  private static let recording = [
    Line(
      words: "record patrol", rest: "--team QS --from 1930 --to 2210 --members all --found none",
      says: ["QS.patrol {year} {patrol} sha256 "]),
    Line(
      words: "record patrol", rest: "--team QS-01 --from 1930 --to 2210 --members all --found none",
      says: ["QS-01.patrol {year} 1 sha256 "]),
    Line(
      words: "record patrol", rest: "--team QS-02 --from 1930 --to 2210 --members all --found none",
      says: ["QS-02.patrol {year} 1 sha256 "]),
    Line(
      words: "record patrol", rest: "--team QS-03 --from 1930 --to 2210 --members all --found none",
      says: ["QS-03.patrol {year} 1 sha256 "]),
    // A shift of the night before; of its own day it is, and late.
    Line(
      words: "record patrol",
      rest: "--team QS --date {before} --from 2200 --to 0200 --members all --found none", status: 1,
      says: ["巡防日 {before} 已过，这是补记。"]),
    Line(
      words: "record patrol",
      rest:
        "--team QS --date {before} --from 2200 --to 0200 --members all --found none --set Late=停电",
      says: ["QS.patrol {before-year} {before-patrol} sha256 "]),
    Line(
      words: "record inspection",
      rest:
        "--inspected QS-02 --time 2140-+25 --present all --points 21111111 --problems A --by +3",
      says: ["QS.inspection {year} {check} sha256 "]),
    Line(
      words: "record handover",
      rest:
        "--to P-002 --open 'QS.patrol 2026 1=done:已加' --open 'matter QS.inspection 2026 1=goes-on'"
        + " --open 'signature QS.inspection 2026 1=goes-on:约好'",
      says: ["QSP.handover {year} 1 sha256 "]),
    Line(
      words: "correct", rest: "QS.patrol 2026 1 --reason 笔误 --set Weather=fog",
      says: ["QS.patrol 2026 2 sha256 "]),
    Line(
      words: "correct", rest: "QS-01.patrol 2025 1 --reason 笔误 --set Weather=fog",
      says: ["QS-01.patrol 2025 2 sha256 "]),
    Line(
      words: "void", rest: "QS.patrol 2026 1 --reason 重复",
      says: ["QS.patrol 2026 2 sha256 "]),
    Line(
      words: "void", before: "X void QS-01.patrol 2025 1 --reason 重复 --at {at}; ",
      rest: "QS-01.patrol 2025 1 --reason 重复", status: 1, says: ["第1页已作废"]),
  ]

  private static let signing = [
    Line(
      words: "sign", rest: "QS.inspection 2026 1 --as inspected --signer QS-01-001 --pin-file PIN",
      says: ["QS.inspection 2026 3 sha256 "]),
    Line(
      words: "sign", rest: "QS-01.patrol 2025 1 --as recorder --signer QS-01-001 --pin-file PIN",
      says: ["QS-01.patrol 2025 2 sha256 "]),
    Line(
      words: "refuse",
      rest:
        "QS.inspection 2026 1 --reason 不认人数 --witness P-002 --signer QS-001 --pin-file PIN",
      says: ["QS.inspection 2026 3 sha256 "]),
    Line(
      words: "review",
      before:
        "X refuse QS.inspection 2026 1 --reason 不认 --witness P-002 --signer QS-001 --pin-file PIN --at {at}; "
        + "X witness QS.inspection 2026 1 --signer P-002 --pin-file PIN --at {at}; ",
      rest: "QS.inspection 2026 1 --verdict uphold --reason 属实 --signer P-001 --pin-file PIN",
      says: ["QS.inspection 2026 5 sha256 "]),
    Line(
      words: "witness",
      before:
        "X refuse QS.inspection 2026 1 --reason 不认 --witness P-002 --signer QS-001 --pin-file PIN --at {at}; ",
      rest: "QS.inspection 2026 1 --signer P-002 --pin-file PIN",
      says: ["QS.inspection 2026 4 sha256 "]),
    Line(
      words: "close", rest: "--date 2026-12-29 --signer P-001 --pin-file PIN",
      says: ["QS.inspection 2026 3 sha256 ", "QS.patrol 2026 2 sha256 "]),
    Line(
      words: "close", before: "X close --date 2026-12-29 --signer P-001 --pin-file PIN --at {at}; ",
      rest: "--date 2026-12-29 --signer P-001 --pin-file PIN", status: 1,
      says: ["2026-12-29 当日各页均已封簿"]),
    Line(
      words: "key enrol",
      rest: "QS-02-001 --new-pin-file OTHER --signer P-001 --pin-file PIN",
      says: ["QSP.keys {calendar} "]),
    Line(
      words: "key replace",
      rest:
        "QS-001 --new-pin-file OTHER --signer P-001 --pin-file PIN --with QS-001 --with-pin-file PIN",
      says: ["QSP.keys {calendar} "]),
    Line(words: "key change-pin", rest: "QS-001 --pin-file PIN --new-pin-file OTHER", says: []),
    Line(
      words: "key revoke", rest: "QS-001 --signer QS-001 --pin-file PIN",
      says: ["QSP.keys {calendar} "]),
    Line(
      words: "key begin", rest: "P-002 --new-pin-file OTHER", status: 1,
      says: ["人员密钥簿 QSP.keys 已经开了"]),
    Line(
      words: "appoint", rest: "QS-001 --as inspector --unit QS --signer P-001 --pin-file PIN",
      says: ["QSP.keys {calendar} "]),
    Line(
      words: "dismiss",
      rest: "QS-001 --as leader --unit QS --reason 调离 --signer P-001 --pin-file PIN",
      says: ["QSP.keys {calendar} "]),
    Line(
      words: "deputy",
      before:
        "X key enrol QS-01-004 --new-pin-file OTHER --signer P-001 --pin-file PIN --at {at}; ",
      rest: "QS-01-004 --team QS-01 --date {day} --signer P-001 --pin-file PIN",
      says: ["QSP.keys {calendar} "]),
    Line(words: "key list", rest: "", says: ["QS-001", "2025-12-31 23:00"]),
  ]

  private static let reading = [
    Line(
      words: "list", rest: "patrol --from 2026-12-29 --to {day}",
      says: ["QS.patrol", "2026-12-29 19:30"]),
    Line(words: "list", rest: "patrol --from 2025-12-31 --to 2026-01-01", says: ["QS-01.patrol"]),
    Line(words: "list", rest: "inspection --unsigned", says: ["QS.inspection", "被检方"]),
    Line(words: "list", rest: "members", says: ["周建林"]),
    Line(
      words: "show", before: "X correct QS.patrol 2026 1 --reason 笔误 --set Weather=fog --at {at}; ",
      rest: "QS.patrol 2026 1 --rec",
      says: ["Date: 2026-12-29", "Kind: correction", "Weather: fog"]),
    Line(words: "search", rest: "围栏", says: ["2026-12-29 青石镇专职队 №1"]),
    Line(
      words: "search", before: "X void QS.patrol 2026 1 --reason 错队重记 --at {at}; ",
      rest: "错队重记 --from 2026-12-29 --to 2026-12-29", says: ["2026-12-29"]),
    Line(words: "check", rest: "", status: 1, says: ["{overdue}", "{unsigned}"]),
    Line(words: "verify", rest: "", says: ["0 处不符"]),
    Line(words: "heads", rest: "", says: ["QS-01.patrol 2025 1 ", "QS.patrol 2026 1 "]),
    Line(
      words: "verify",
      before:
        "X heads > heads; X record patrol --team QS --from 1930 --to 2210 --members all --found none --at {at}; ",
      rest: "--heads heads", says: ["0 处不符"]),
    Line(words: "audit", rest: "NEW --signer P-001 --pin-file PIN", says: ["5 卷"]),
    Line(words: "doctor", rest: "", says: ["data"]),
    // Without a campaign it is the year's days that are compared.
    Line(words: "goals", rest: "", says: ["{year}-01-01  {day}", "未发生"]),
    Line(words: "cover", rest: "--to {day} --csv", says: ["Unit,Weekday,Hour,Incidents,Minutes"]),
    Line(
      words: "roster plan", rest: "--team QS", status: 1,
      says: ["{monday} 20:00", "{sunday} 20:00"]),
    Line(
      words: "roster plan",
      before:
        "X record patrol --team QS --from 2000 --to 2210 --members all --found none --at {at}; ",
      rest: "--team QS --from {day} --to {day}", status: 1,
      says: ["{day} 20:00", "{patrol}", "未填必巡点"]),
    Line(
      words: "roster ical", rest: "--team QS-01 --from 2026-12-31 --to 2026-12-31",
      says: [
        "DTSTART:20261231T150000Z", "DTEND:20261231T170000Z",
      ]),
    Line(words: "theme check", rest: "THEME", says: []),
    Line(words: "docs", rest: "keys", says: ["F2"]),
  ]

  private static let registers = [
    Line(words: "put", rest: "members Code=QS-002 Until={day}", says: []),
    Line(
      words: "history", before: "X put members Code=QS-002 Until={day} --at {at}; ",
      rest: "members QS-002", says: ["{at-said}", "{day}"]),
    Line(
      words: "undo", before: "X put members Code=QS-002 Until={day} --at {at}; ", rest: "", says: []
    ),
    Line(
      words: "redo", before: "X put members Code=QS-002 Until={day} --at {at}; X undo --at {at}; ",
      rest: "", says: []),
    Line(words: "merge", rest: "members QS-01-002 QS-01-003", says: []),
    Line(words: "split", rest: "QS --code QSN --name 新镇 --moving QS-03", says: []),
    Line(words: "sheet", rest: "members QS-001 --why 核对", says: ["周建林"]),
    Line(
      words: "access", before: "X sheet members QS-001 --why 核对 --at {at} > sheet; ", rest: "",
      says: ["{at-said}", "核对"]),
    Line(words: "erase", rest: "", says: ["1"]),
    Line(words: "import", rest: "members CSV", says: []),
    Line(words: "export", rest: "members", says: ["周建林"]),
    Line(words: "out", rest: "--team QS", says: []),
    Line(words: "set", rest: "CampaignFrom=2026-11-01 CampaignTo=2027-01-09", says: []),
  ]

  /// Something reported on the day, which an officer has looked into.
  private static let lead =
    "X put intelligence Code=QSP-Q-0009 Facts=门外停车 'Reported={day} 00:30' Source=public"
    + " Subject=vehicle Unit=QS Urgency=ordinary --new --at {at}; "
  private static let assigned =
    lead + "X intelligence assign QSP-Q-0009 --officer P-002 --at {at}; "
  private static let verified =
    assigned + "X intelligence verify QSP-Q-0009 --found 走访车主 --at {at}; "

  private static let intelligence = [
    Line(words: "intelligence list", before: lead, rest: "", says: ["门外停车"]),
    Line(words: "intelligence assign", before: lead, rest: "QSP-Q-0009 --officer P-002", says: []),
    Line(
      words: "intelligence verify", before: assigned, rest: "QSP-Q-0009 --found 走访车主",
      says: []),
    Line(
      words: "intelligence close", before: verified,
      rest: "QSP-Q-0009 --outcome ruledout --told 当面告知", says: []),
    Line(
      words: "intelligence seal", before: lead + said,
      rest: "QSP-Q-0009 --officers P-001 --file annex.rec", says: []),
    Line(
      words: "intelligence unseal",
      before: lead + said
        + "X intelligence seal QSP-Q-0009 --officers P-001 --file annex.rec --at {at}; ",
      rest: "QSP-Q-0009 --why 核对 --signer P-001 --pin-file PIN", says: ["高个子"]),
  ]

  /// A case of the evening, and a look-out for it.
  private static let robbery =
    "X put incidents Code=QSP-C-0009 Category=snatching Preventable=yes Unit=QS-01 Section=建设路"
    + " 'From={day} 21:10' Source=110-009 What=抢夺手提包 --new --at {at}; "
    + "X put volunteers Code=QSP-V-0009 Name=曾友谊 Section=中心街 Unit=QS Phone=10090000003 --new"
    + " --at {at}; "
  private static let lookout =
    "--incident QSP-C-0009 --until +600 --to volunteers --text 请注意发现并报告"
    + " --approver P-002 --approver-pin-file PIN"
  private static let lookedOut = robbery + "X sms lookout \(lookout) --at {at}; "
  private static let tables = robbery + "X set Gateway=platform --at {at}; "
  private static let prompt = "X sms prompt --to volunteers --text 留意 --at {at}; "
  private static let came =
    tables + "printf '号码,时间,内容\\n10099990001,{day} 20:00,看到\\n' > in.csv; "

  private static let messages = [
    Line(
      words: "sms prompt", before: robbery, rest: "--to volunteers --text 留意",
      says: ["QSP-M-0001"]),
    Line(words: "sms lookout", before: robbery, rest: lookout, says: ["QSP-M-0001"]),
    Line(
      words: "sms extend", before: lookedOut,
      rest: "QSP-M-0001 --until +900 --approver P-002 --approver-pin-file PIN", says: []),
    Line(words: "sms stand-down", before: lookedOut, rest: "QSP-M-0001", says: ["已撤控"]),
    Line(
      words: "sms resend",
      before: tables + prompt
        + "X sms export NEW.csv --at {at}; printf '编号,状态\\nQSP-M-0001-001,失败\\n' > in.csv; "
        + "X sms receive in.csv --at {at}; ", rest: "QSP-M-0001", says: ["重发 1 条"]),
    Line(
      words: "sms poll",
      before: "mkdir -p s/outbox s/sent s/error s/inbox; X set Gateway=gammu Spool=s --at {at}; "
        + robbery + prompt, rest: "", says: ["交发 1。"]),
    Line(words: "sms status", before: robbery + prompt, rest: "", says: ["QSP-M-0001", "留意"]),
    Line(words: "sms export", before: tables + prompt, rest: "NEW.csv", says: ["交发 1。"]),
    Line(words: "sms receive", before: came, rest: "in.csv", says: ["收到 1。"]),
    Line(
      words: "sms replies", before: came + "X sms receive in.csv --at {at}; ", rest: "",
      says: ["看到"]),
    Line(
      words: "sms claim", before: came + "X sms receive in.csv --at {at}; ", rest: "QSP-R-0001",
      says: ["QSP-Q-"]),
    Line(
      words: "sms dismiss", before: came + "X sms receive in.csv --at {at}; ",
      rest: "QSP-R-0001 --why 广告", says: []),
  ]

  private static let said = "echo 'Who: 高个子' > annex.rec; "

  private static let making = [
    Line(words: "init", rest: "NEW --unit QSP --name 甲所", says: ["new"]),
    Line(words: "demo", rest: "NEW", says: ["new"]),
    Line(words: "generate", rest: "NEW --teams 2 --years 2 --entries 40", says: ["new"]),
  ]

  private static let lines =
    recording + signing + reading + registers + intelligence + messages + making

  private static let base = Result { try NewYear.books() }

  private func run(_ line: Line, _ turn: Turn) throws -> (status: Int32, said: String) {
    let folder = try Scratch()
    try folder.write("姓名,队伍\n甲一,高庄村队\n", to: "t.csv")
    try folder.write(Signed.pin + "\n", to: "pin")
    try folder.write("482913\n", to: "other")
    func filled(_ text: String) -> String {
      turn.fill(text).replacing("NEW", with: folder.path + "/new")
        .replacing("CSV", with: folder.path + "/t.csv")
        .replacing("PIN", with: folder.path + "/pin")
        .replacing("OTHER", with: folder.path + "/other")
        .replacing("THEME", with: Demo.home + "/themes/dark.rec")
    }
    let program = try Tool.xunfang().executable
    let script = """
      X() { '\(program)' "$@"; }
      chmod 600 '\(folder.path)/pin' '\(folder.path)/other'
      mkdir '\(folder.path)/d' && cp -a '\(try Self.base.get().path)/.' '\(folder.path)/d' || exit 9
      chmod -R go-rwx '\(folder.path)/d'
      export XUNFANG_DATA='\(folder.path)/d'
      cd '\(folder.path)'
      { \(filled(line.before)) true; } > before 2>&1
      X \(line.words) \(filled(line.rest)) --at \(turn.time):00+08:00 2>&1
      code=$?
      for data in d new; do
        [ ! -d $data/register ] || X verify --data $data --at \(turn.time):00+08:00 > verify 2>&1 || { echo UNSOUND; cat before verify; }
      done
      mkdir bin; printf '#!/bin/sh\nexec /bin/date -d "\(turn.time):00+08:00" "$@"\n' > bin/date
      chmod +x bin/date
      [ ! -e new/check.sh ] || PATH="$PWD/bin:$PATH" sh new/check.sh > check || { echo UNSOUND; cat check; }
      exit $code
      """
    let result = try Tool("bash").run(
      ["-c", script], environment: ["XUNFANG_HOME": Demo.home, "TZ": "Asia/Shanghai"])
    return (result.status, result.out + result.err)
  }

  private func check(_ line: Line, _ turn: Turn) throws {
    let (status, said) = try run(line, turn)
    let name = "\(line.words) \(turn.fill(line.rest)) \(turn.time)"
    #expect(status == line.status, "\(name): \(said)")
    #expect(!said.contains("UNSOUND"), "\(name): \(said)")
    for expected in line.says {
      let overdue = turn.isOverdue ? "高庄村队 “补齐袖标”整改超期 {over} 天未复查（2026-12-29 第1页）" : ""
      let unsigned = turn.isOverdue ? "高庄村队 12-29 的检查待被检方 高有福 签字，已 {waiting} 天" : ""
      let text = turn.fill(
        expected.replacing("{overdue}", with: overdue).replacing("{unsigned}", with: unsigned))
      #expect(text.isEmpty || said.contains(text), "\(name): no “\(text)” in \(said)")
    }
  }

  @Test("No command is left out of this table")
  func all() throws {
    #expect(Set(Self.lines.map(\.words)) == (try Subcommands.all()))
  }

  @Test(
    "Pages come into the volume of their day's year, with number, day and lateness",
    arguments: Turn.all + Turn.others)
  func record(_ turn: Turn) throws {
    for line in Self.recording { try check(line, turn) }
  }

  @Test("Signatures, refusals, closes and keys", arguments: Turn.all)
  func sign(_ turn: Turn) throws {
    for line in Self.signing { try check(line, turn) }
  }

  @Test("What is said of the books", arguments: Turn.all + Turn.others)
  func read(_ turn: Turn) throws {
    for line in Self.reading where !(turn.time > "2027-03" && line.says.contains("{unsigned}")) {
      try check(line, turn)
    }
  }

  @Test("What was reported, until it is known what it was", arguments: Turn.all)
  func reported(_ turn: Turn) throws {
    for line in Self.intelligence { try check(line, turn) }
  }

  @Test("Registers, their history and their tables", arguments: Turn.all)
  func registers(_ turn: Turn) throws {
    for line in Self.registers { try check(line, turn) }
  }

  @Test("Whole directories, in the night between the years", arguments: Turn.all[2...2])
  func making(_ turn: Turn) throws {
    for line in Self.making { try check(line, turn) }
  }
}
