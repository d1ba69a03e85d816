import Foundation
import TestSupport
import Testing

@Suite("The command line")
struct CommandLineTests {
  private let at = "2026-11-24T22:30:00+08:00"

  private func xunfang(
    _ scratch: Scratch, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Tool.Result {
    try Tool.xunfang().run(
      arguments + ["--data", scratch.path, "--at", at],
      environment: ["XUNFANG_HOME": Demo.home, "TZ": "Asia/Shanghai"].merging(environment) { $1 })
  }

  private func xunfang(_ scratch: Scratch, _ arguments: [String]) throws -> Tool.Result {
    try Tool.xunfang().run(
      arguments + ["--data", scratch.path, "--at", at],
      environment: ["XUNFANG_HOME": Demo.home, "TZ": "Asia/Shanghai"])
  }

  private func record(_ scratch: Scratch, _ more: String...) throws -> Tool.Result {
    let usual = ["--members", "all", "--found", "none"]
    let told = stride(from: 0, to: usual.count, by: 2).filter { !more.contains(usual[$0]) }
      .flatMap { usual[$0...$0 + 1] }
    return try Tool.xunfang().run(
      [
        "record", "patrol", "--team", "QS", "--from", "1930", "--to", "2210", "--data",
        scratch.path, "--at", at,
      ] + told + more,
      environment: ["XUNFANG_HOME": Demo.home])
  }

  @Test("From nothing to a recorded and verified page")
  func fromNothing() throws {
    let parent = try Scratch()
    let directory = parent.path + "/new"
    let init_ = try Tool.xunfang().run(
      ["init", directory, "--unit", "QSP", "--name", "青石派出所", "--at", at],
      environment: ["XUNFANG_HOME": Demo.home])
    #expect(init_.status == 0, "\(init_.err)")
    func run(_ arguments: String...) throws -> Tool.Result {
      try Tool.xunfang().run(
        arguments + ["--data", directory, "--at", at], environment: ["XUNFANG_HOME": Demo.home])
    }
    #expect(
      try run("put", "units", "Code=QS", "Name=青石镇", "Kind=township", "Parent=QSP").status == 0)
    #expect(
      try run("put", "teams", "Code=QS", "Name=青石镇专职队", "Tier=township", "Unit=QS").status == 0)
    #expect(
      try run("put", "members", "Code=QS-001", "Name=𮯰某", "Team=QS", "Post=leader", "Service=full")
        .status == 0)
    let recorded = try run(
      "record", "patrol", "--team", "QS", "--from", "1930", "--to", "2210", "--members", "all",
      "--found", "none")
    #expect(recorded.status == 0, "\(recorded.err)")
    #expect(recorded.out.hasPrefix("QS.patrol 2026 1 sha256 "))
    #expect(try run("verify").out.contains("2 卷 2 页 2 个签字，0 处不符"))
    #expect(try run("show", "QS.patrol", "2026", "1", "--rec").out.contains("Present: QS-001 𮯰某\n"))
    #expect(try run("heads").out.hasPrefix("QS.patrol 2026 1 sha256 "))
    let folder = try FileManager.default.attributesOfItem(atPath: directory)
    #expect((folder[.posixPermissions] as? Int) == 0o700)
  }

  @Test("doctor tells terminal, locale and widths as found, and what others could read")
  func doctor() throws {
    let scratch = try Demo.directory()
    let environment = ["TERM": "foot", "LC_ALL": "zh_CN.UTF-8"]
    func doctor() throws -> Tool.Result {
      try xunfang(scratch, "doctor", environment: environment)
    }
    _ = try Tool("chmod").run(["700", scratch.path])
    let sound = try doctor()
    #expect(sound.status == 0, "\(sound.out)")
    #expect(sound.out.contains("foot -> xterm-256color"))
    #expect(sound.out.contains("zh_CN.UTF-8 -> C.UTF-8"))
    #expect(sound.out.contains("wcwidth     ours") && sound.out.contains("mode 700"))
    #expect(sound.out.contains("|𠮷野|𱍐某|𮯰某|"))
    _ = try Tool("chmod").run(["644", scratch.path + "/keys/P-001.key"])
    let open = try doctor()
    #expect(open.status == 1)
    #expect(open.out.contains("别人能读：chmod 600 \(scratch.path)/keys/P-001.key"))
  }

  @Test("A correction and a void are pages; the list tells the state")
  func amend() throws {
    let scratch = try Demo.small()
    #expect(try record(scratch).status == 0)
    #expect(
      try xunfang(
        scratch, "correct", "QS.patrol", "2026", "1", "--reason", "笔误", "--set",
        "To=2026-11-24 22:00"
      ).status == 0)
    #expect(try xunfang(scratch, "void", "QS.patrol", "2026", "1", "--reason", "记错队").status == 0)
    let list = try xunfang(scratch, "list", "patrol", "--json")
    #expect(list.out.contains(#""State":"void""#))
    #expect(list.out.split(separator: "\n").count == 1)
    #expect(
      try xunfang(scratch, "list", "patrol", "--csv").out.hasPrefix(
        "\u{FEFF}Book,Year,Number,State,Team"))
    #expect(try xunfang(scratch, "list", "members").out.contains("𱍐某"))
    #expect(try xunfang(scratch, "search", "𮯰某").out.contains("𮯰某"))
  }

  @Test("Exit codes: 0 done, 1 found or refused, 2 not read or written, 64 wrong usage")
  func exitCodes() throws {
    let scratch = try Demo.small()
    #expect(try record(scratch).status == 0)
    #expect(try record(scratch).status == 1)
    #expect(try xunfang(scratch, "check").status == 1)
    #expect(try xunfang(scratch, "search", "没有这样的词").status == 0)
    #expect(try xunfang(scratch, "list", "nothing").status == 64)
    #expect(try xunfang(scratch, "check", "--date", "2026-02-30").status == 64)
    #expect(try xunfang(scratch, "nonsense").status == 64)
    #expect(try xunfang(scratch, "show", "QS.patrol", "2026", "99").status == 2)
    #expect(
      try Tool.xunfang().run(
        ["verify", "--data", "/nonexistent"], environment: ["XUNFANG_HOME": Demo.home]
      ).status == 2)
  }

  @Test(
    "Bad input gets a sentence in the user's language",
    arguments: [
      (["--from", "2575", "--to", "2210"], "2575"),
      (["--from", "1930", "--to", "1930", "--date", "2026-02-30"], "2026-02-30"),
      (["--from", "1930", "--to", "2210", "--team", "XX"], "没有队伍 XX"),
      (["--from", "1930", "--to", "2359"], "还没到"),
      (["--from", "0900", "--to", "+1000"], "超过 16 小时"),
      (["--from", "1930", "--to", "2210", "--leader", "XX-9"], "没有人员 XX-9"),
      (["--from", "1930", "--to", "2210", "--members", "QS-001,XX-8"], "没有人员 XX-8"),
    ])
  func badInput(_ arguments: [String], _ said: String) throws {
    let scratch = try Demo.small()
    let usual = [["--team", "QS"], ["--members", "all"], ["--found", "none"]]
    let team = usual.filter { !arguments.contains($0[0]) }.flatMap { $0 }
    let result = try Tool.xunfang().run(
      ["record", "patrol", "--data", scratch.path, "--at", at] + team + arguments,
      environment: ["XUNFANG_HOME": Demo.home])
    #expect(result.status == 1, "\(result.err)")
    #expect(result.err.contains(said), "\(result.err)")
    #expect(scratch.files("books/2026").isEmpty)
  }

  @Test("A file in the data directory's place, and a PIN that can't be read, are said to be that")
  func filesAmiss() throws {
    let scratch = try Demo.small()
    let file = try Tool.xunfang().run(
      ["list", "members", "--data", scratch.path + "/station.rec"],
      environment: ["XUNFANG_HOME": Demo.home])
    #expect(file.status == 2 && file.err.contains("station.rec 是文件，不是目录。"), "\(file.err)")
    for (path, said) in [("none", "文件不存在"), ("books", "不是普通文件")] {
      try FileManager.default.createDirectory(
        atPath: scratch.path + "/books", withIntermediateDirectories: true)
      let result = try xunfang(
        scratch, "key", "enrol", "QS-001", "--signer", "P-001", "--pin-file",
        "\(scratch.path)/\(path)", "--new-pin-file", "\(scratch.path)/\(path)")
      #expect(result.status == 2 && result.err.contains(said), "\(result.err)")
    }
  }

  @Test("Somebody of another team who helps out is written down with their name")
  func helper() throws {
    let scratch = try Demo.small()
    #expect(try record(scratch, "--members", "QS-001, QS-01-004").status == 0)
    let list = try xunfang(scratch, "list", "patrol", "--json").out
    #expect(list.contains("QS-001 周建林, QS-01-004 高大山"), "\(list)")
  }

  @Test("A station whose PIN nobody can read is not made", arguments: ["2>&-", "2> /dev/full"])
  func unreadPIN(_ redirection: String) throws {
    let scratch = try Scratch()
    let program = try Tool.xunfang().executable
    let made = try Tool("sh").run(
      ["-c", "'\(program)' init '\(scratch.path)/new' --unit QSP --name 甲所 \(redirection)"],
      environment: ["XUNFANG_HOME": Demo.home])
    #expect(made.status == 2 && made.out.isEmpty)
    #expect(!scratch.exists("new/station.rec"))
  }

  @Test("A crew without anybody of the team is written down, and it is said")
  func strangers() throws {
    let scratch = try Demo.small()
    let told = try record(scratch, "--members", "QS-01-004", "--leader", "QS-01-004")
    #expect(told.status == 0 && told.err.contains("! 实到的人都不是这支队的。\n"), "\(told.err)")
  }

  @Test("What check finds is said whole, however long")
  func longFinding() throws {
    let scratch = try Demo.small()
    #expect(try record(scratch, "--members", "QS-001,QS-01-004").status == 0)
    let second = try Tool.xunfang().run(
      [
        "record", "patrol", "--team", "QS-01", "--from", "2000", "--to", "2145", "--members", "all",
        "--found", "none", "--data",
        scratch.path, "--at", at,
      ], environment: ["XUNFANG_HOME": Demo.home])
    #expect(second.status == 0, "\(second.err)")
    let found = try xunfang(scratch, "check").out
    #expect(
      found.contains("高大山 19:30-22:10 在青石镇专职队第1页实到，20:00-21:45 又在高庄村队第1页实到\n"), "\(found)")
  }

  @Test(
    "Where nothing was found nothing of it is told",
    arguments: [
      ["--observed", "围栏破"], ["--handled", "已报警"], ["--set", "Handling=onthespot"],
      ["--set", "Intelligence=yes"],
    ])
  func toldOfNothing(_ told: [String]) throws {
    let scratch = try Demo.small()
    let all = ["--members", "all", "--found", "none", "--from", "1930", "--to", "2210"]
    let seen = try xunfang(scratch, ["record", "patrol", "--team", "QS"] + all + told)
    #expect(seen.status == 1 && seen.err.contains("情况是未发现异常，却写了"), "\(seen.err)")
    #expect(scratch.files("books/2026").isEmpty)
  }

  @Test("A correction leaves no finding without its kind, and reads what a form would")
  func corrected() throws {
    let scratch = try Demo.small()
    #expect(try record(scratch, "--found", "hazard", "--observed", "围栏破").status == 0)
    let page = ["correct", "QS.patrol", "2026", "1", "--reason", "笔误"]
    for (text, said) in [
      ("Found=", "情况是未发现异常，却写了“发现经过”"), ("情况=none", "情况是未发现异常，却写了“发现经过”"),
      ("Found=none hazard", "或只写发现的各类"),
    ] {
      let refused = try xunfang(scratch, page + ["--set", text])
      #expect(refused.status == 1 && refused.err.contains(said), "\(text): \(refused.err)")
    }
    let both = page + ["--set", "情况=none", "--set", "Observed=", "--set", "To=2200"]
    #expect(try xunfang(scratch, both).status == 0)
    let shown = try xunfang(scratch, ["show", "QS.patrol", "2026", "1"]).out
    #expect(shown.contains("未发现异常") && shown.contains("22:00"), "\(shown)")
    let crew = try xunfang(scratch, page + ["--set", "Present=QS-001", "--set", "Absent="])
    #expect(crew.status == 0, "\(crew.err)")
  }

  @Test(
    "What is said twice is refused, whichever of the two was meant",
    arguments: [
      ["--set", "Weather=fog", "--set", "天气=rain"], ["--set", "Found=hazard"],
      ["--team", "QS-01"], ["--found=hazard"], ["--set", "Present=QS-001 周建林"],
    ])
  func saidTwice(_ again: [String]) throws {
    let scratch = try Demo.small()
    let all = ["--members", "all", "--found", "none", "--from", "1930", "--to", "2210"]
    let twice = try xunfang(scratch, ["record", "patrol", "--team", "QS"] + all + again)
    #expect(twice.status == 64, "\(twice.err)")
    #expect(twice.err.contains("写了两次") || twice.err.contains("只能写一次"), "\(twice.err)")
    #expect(scratch.files("books/2026").isEmpty)
  }

  @Test(
    "Who came and what was found is said, in an inspection who was there and the eight points",
    arguments: [
      ["patrol", "--team", "QS", "--from", "1930", "--to", "2210", "--members", "all"],
      ["patrol", "--team", "QS", "--from", "1930", "--to", "2210", "--found", "none"],
      ["inspection", "--inspected", "QS-01", "--time", "2140-+25", "--present", "all"],
      ["inspection", "--inspected", "QS-01", "--time", "2140-+25", "--points", "11111111"],
    ])
  func factsAreSaid(_ words: [String]) throws {
    let scratch = try Demo.small()
    let assumed = try xunfang(scratch, ["record"] + words)
    #expect(assumed.status == 64, "\(assumed.out) \(assumed.err)")
    #expect(scratch.files("books/2026").isEmpty)
  }

  @Test("A line by telephone takes nothing beside it")
  func unsaid() throws {
    let scratch = try Demo.small()
    let told = try xunfang(
      scratch, "record", "patrol", "--team", "QS", "--line", "gz 2000-2145 5/5 01", "--yes")
    #expect(told.status == 64 && told.err.contains("--line"), "\(told.err)")
    #expect(scratch.files("books/2026").allSatisfy { !$0.contains("patrol") })
  }

  @Test("A text too long is refused and nothing is written")
  func tooLong() throws {
    let scratch = try Demo.small()
    let long = String(repeating: "长", count: 2001)
    let result = try record(scratch, "--found", "hazard", "--observed", long)
    #expect(result.status == 1)
    #expect(result.err.contains("2000"), "\(result.err)")
    #expect(scratch.files("books/2026").isEmpty)
  }

  @Test("A data directory and files may be named from where one is, or whole; both mean the same")
  func relative() throws {
    let scratch = try Scratch()
    try scratch.write("姓名,队伍,职务\n来一,青石镇专职队,队员\n", to: "people.csv")
    let program = try Tool.xunfang().executable
    let script = """
      set -e
      X() { '\(program)' "$@" --at \(at); }
      X demo city > /dev/null
      X put units Code=QN Name=青南镇 Kind=township Parent=JC --new --data city
      X undo --data city
      X import members people.csv --data ./city
      X undo --data '\(scratch.path)/city'
      X redo --data city
      X import members '\(scratch.path)/people.csv' --data city
      X record patrol --team QS-01 --from 1000 --to 1100 --members all --found none --data city
      X heads --data city > heads
      X verify --heads heads --data city
      X theme check '\(Demo.home)/themes/dark.rec' --data city
      X history units QN --data city
      """
    let result = try Tool("bash").run(
      ["-c", "cd '\(scratch.path)'; " + script],
      environment: ["XUNFANG_HOME": Demo.home, "TZ": "Asia/Shanghai"])
    #expect(result.status == 0 && result.err.isEmpty, "\(result.out)\(result.err)")
    #expect(!result.out.contains("C-"))
    #expect(result.out.contains("已撤销（登记）：单位 青南镇。"), "\(result.out)")
    #expect(result.out.contains("已重做：队员 来一。"), "\(result.out)")
    #expect(!scratch.files().contains { $0.hasSuffix(".next") || $0.hasSuffix(".step") })
  }

  @Test(
    "A file that somebody names and that is not there is named as it was given",
    arguments: ["import members", "verify --heads", "theme check"],
    ["people.csv", "/nonexistent/people.csv"])
  func givenFiles(_ command: String, _ path: String) throws {
    let scratch = try Demo.small()
    let result = try Tool.xunfang().run(
      command.split(separator: " ").map(String.init) + [path, "--data", scratch.path, "--at", at],
      environment: ["XUNFANG_HOME": Demo.home])
    #expect(result.status == 2)
    #expect(result.err == "\(path)：文件不存在。\n没有写入任何内容。\n请核对文件名和文件夹。\n")
  }

  @Test("A broken file is named with its line, in three languages")
  func brokenFiles() throws {
    let scratch = try Demo.small()
    try scratch.write("Format: 2\n不是栏目\n", to: "station.rec")
    for (language, word) in [
      ("zh-Hans", "station.rec:2"), ("zh-Hant", "station.rec:2"), ("en", "station.rec:2"),
    ] {
      let result = try xunfang(scratch, "check", "--language", language)
      #expect(result.status == 2)
      #expect(result.err.contains(word), "\(result.err)")
    }
    try scratch.write([0x46, 0x3A, 0x20, 0xB8, 0xDF, 0x0A], to: "station.rec")
    #expect(try xunfang(scratch, "check").err.contains("UTF-8"))
  }

  @Test(
    "A directory that is none of ours is said to be so",
    arguments: ["/tmp", "/etc/passwd", "/nonexistent"])
  func wrongDirectory(_ path: String) throws {
    let result = try Tool.xunfang().run(
      ["list", "teams", "--data", path], environment: ["XUNFANG_HOME": Demo.home])
    #expect(result.status == 2)
    #expect(result.err.contains(path), "\(result.err)")
  }

  @Test("A new directory is only made where none of anybody's is")
  func notOver() throws {
    let scratch = try Demo.small()
    let before = scratch.files()
    for command in [["demo", scratch.path], ["init", scratch.path, "--unit", "X", "--name", "x"]] {
      let result = try Tool.xunfang().run(command, environment: ["XUNFANG_HOME": Demo.home])
      #expect(result.status == 2, "\(command)")
    }
    #expect(scratch.files() == before)
  }

  @Test("An altered page is told by verify and show with file and page")
  func altered() throws {
    let scratch = try Demo.small()
    _ = try record(scratch)
    let path = "books/2026/QS.patrol.rec"
    try scratch.write(try scratch.text(path).replacing("柳庄", with: "李庄"), to: path)
    let verify = try xunfang(scratch, "verify")
    #expect(
      verify.status == 1 && verify.err.contains("books/2026/QS.patrol.rec 第1页不算（J2）"),
      "\(verify.err)")
    let show = try xunfang(scratch, "show", "QS.patrol", "2026", "1")
    #expect(
      show.status == 1 && show.err.contains("books/2026/QS.patrol.rec 第1页不算（J2）"), "\(show.err)")
  }

  @Test("A page torn out of the end is found by the heads noted before")
  func heads() throws {
    let scratch = try Demo.small()
    _ = try record(scratch)
    let path = "books/2026/QS.patrol.rec"
    let one = try scratch.bytes(path)
    #expect(
      try xunfang(
        scratch, "correct", "QS.patrol", "2026", "1", "--reason", "笔误", "--set", "Remark=无"
      ).status == 0)
    try scratch.write(try xunfang(scratch, "heads").out, to: "heads.txt")
    let heads = scratch.path + "/heads.txt"
    #expect(try xunfang(scratch, "verify", "--heads", heads).status == 0)
    try scratch.write(one, to: path)
    #expect(try xunfang(scratch, "verify").status == 0, "the volume alone can't tell")
    let verify = try xunfang(scratch, "verify", "--heads", heads)
    #expect(verify.status == 1 && verify.err.contains("第2页"), "\(verify.err)")
  }

  @Test("No right to write: a sentence, and nothing changed")
  func noRight() throws {
    let scratch = try Demo.small()
    _ = try record(scratch)
    let strace = try Tool("strace")
    let result = try strace.run(
      [
        "-f", "-qq", "-o", "/dev/null", "-e", "trace=openat", "-e",
        "inject=openat:error=EACCES:when=1+", "-P", scratch.path + "/books/2026/QS.patrol.rec",
      ]
        + [
          try Tool.xunfang().executable, "record", "patrol", "--team", "QS", "--from", "2212",
          "--to", "2225", "--members", "all", "--found", "none", "--data", scratch.path, "--at", at,
        ],
      environment: ["XUNFANG_HOME": Demo.home])
    #expect(result.status == 2, "\(result.err)")
    #expect(result.err.contains("books/2026/QS.patrol.rec"), "\(result.err)")
  }

  @Test(
    "A disk that fails at any step loses no page that was called saved",
    arguments: [
      "write:error=ENOSPC", "fdatasync:error=EIO", "fdatasync:error=ENOSPC", "write:signal=KILL",
      "fdatasync:signal=KILL",
    ])
  func faults(_ injected: String) throws {
    let scratch = try Demo.small()
    _ = try record(scratch)
    let before = try scratch.bytes("books/2026/QS.patrol.rec")
    let strace = try Tool("strace")
    let call = injected.split(separator: ":")[0]
    _ = try strace.run(
      [
        "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(injected):when=1",
        "-P",
        scratch.path + "/books/2026/QS.patrol.rec", try Tool.xunfang().executable, "record",
        "patrol", "--team", "QS",
        "--from", "2212", "--to", "2225", "--data", scratch.path, "--at", at,
      ], environment: ["XUNFANG_HOME": Demo.home])
    #expect(try scratch.bytes("books/2026/QS.patrol.rec").starts(with: before))
    // Whatever was left, the next page goes in and the volume is sound.
    let next = try Tool.xunfang().run(
      [
        "record", "patrol", "--team", "QS", "--from", "2213", "--to", "2226", "--members", "all",
        "--found", "none", "--data",
        scratch.path, "--at", at,
      ],
      environment: ["XUNFANG_HOME": Demo.home])
    #expect(next.status == 0, "\(next.err)")
    #expect(try xunfang(scratch, "verify").status == 0)
  }
}
