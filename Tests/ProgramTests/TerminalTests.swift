import Foundation
import Terminal
import TestSupport
import Testing

/// The program in a real terminal: tmux 3.3a and later.
@Suite("The console in a terminal", .serialized)
struct TerminalTests {
  private static let draft = "drafts/patrol-QS-2026-11-24.rec"

  private func start(
    _ scratch: Scratch, columns: Int = 80, rows: Int = 24, language: String? = nil,
    environment: [String: String] = [:],
    waitFor text: String = "F1"
  ) throws -> Tmux {
    let options = language.map { ["--language", $0] } ?? []
    let tmux = try Tmux(
      [try Tool.xunfang().executable, "--data", scratch.path, "--at", "2026-11-24T22:30:00+08:00"]
        + options,
      columns: columns, rows: rows, environment: environment)
    try tmux.wait(for: text)
    return tmux
  }

  /// The frame that the program says it shows after the same keys.
  private func dump(
    _ scratch: Scratch, _ keys: String, size: String = "80x24", language: String? = nil
  ) throws -> String {
    let result = try Tool.xunfang().run(
      [
        "--data", scratch.path, "--at", "2026-11-24T22:30:00+08:00", "--script", keys, "--dump",
        "--size", size,
      ]
        + (language.map { ["--language", $0] } ?? []),
      environment: ["XUNFANG_HOME": Demo.home, "TZ": "Asia/Shanghai"])
    return String(result.out.dropLast())
  }

  /// What a terminal without these characters shows for them.
  private func drawn(_ frame: String) -> String {
    frame.replacing("𮯰", with: "〓").replacing("𱍐", with: "〓")
  }

  @Test("The first three minutes: F2, the few keys of the budget, and the page is on disk")
  func firstMinutes() throws {
    let scratch = try Demo.small()
    let tmux = try start(scratch)
    try tmux.press(
      "F2", "Enter", "1", "9", "3", "0", "-", "2", "2", "1", "0", "Enter", "=", "Enter", "Enter",
      "0", "1",
      "F10")
    try tmux.wait(for: "已存")
    #expect(try scratch.text("books/2026/QS.patrol.rec").contains("To: 2026-11-24 22:10\n"))
    try tmux.press("C-q")
    try tmux.wait(for: "EXIT:0")
  }

  @Test(
    "tmux shows the frame we mean: popups at odd columns, overwriting, other sizes", .serialized,
    arguments: [
      ("", [], "80x24"), ("<F2>", ["F2"], "80x24"),
      ("<Down><Down>7", ["Down", "Down", "7"], "80x24"), ("<C-p>", ["C-p"], "81x25"),
      ("<F2><F4>", ["F2", "F4"], "97x31"), ("<Down><F3>", ["Down", "F3"], "80x24"),
      ("<F8>", ["F8"], "91x27"), ("<F1>", ["F1"], "60x16"), ("0", ["0"], "120x40"),
      ("2<Enter>", ["2", "Enter"], "120x40"),
      ("<F2><Esc>7<Esc><C-p><Esc>", ["F2", "Escape", "7", "Escape", "C-p", "Escape"], "79x24"),
    ] as [(String, [String], String)])
  func equalFrames(_ script: String, _ keys: [String], _ size: String) throws {
    let scratch = try Demo.small()
    let numbers = size.split(separator: "x").compactMap { Int($0) }
    let tmux = try start(scratch, columns: numbers[0], rows: numbers[1])
    let typist = try Typist(try Demo.small(), size: Size(numbers[0], numbers[1]))
    for (key, stroke) in zip(keys, Key.sequence(script)) {
      try tmux.press(key)
      typist.press(stroke)
      // An Esc must have been taken for one before the next key: Esc and a digit are a function key.
      guard key == "Escape" else { continue }
      let frame = drawn(typist.screen)
      try tmux.wait("the frame after Esc\n\(frame)") { $0 == frame }
    }
    // Undrawable names are known once the terminal has answered.
    let expected = drawn(try dump(scratch, script, size: size))
    try tmux.wait("the dump of \(script)\n\(expected)") { $0 == expected }
    try tmux.press("C-l")
    // Which takes a message away, as any key does.
    let after = drawn(try dump(scratch, script + "<C-l>", size: size))
    try tmux.wait("the same after C-l\n\(after)") { $0 == after }
  }

  @Test("After a resize tmux shows what a start at that size shows; below 60×16 the calm page")
  func resize() throws {
    let scratch = try Demo.small()
    let tmux = try start(scratch)
    try tmux.press("F2", "1", "9")
    for (columns, rows) in [(120, 40), (60, 16), (101, 33), (80, 24)] {
      try tmux.resize(columns, rows)
      // A directory of its own: what is half typed there is a draft afterwards.
      let expected = drawn(try dump(try Demo.small(), "<F2>19", size: "\(columns)x\(rows)"))
      try tmux.wait("\(columns)×\(rows)\n\(expected)") { $0 == expected }
    }
    try tmux.resize(50, 12)
    try tmux.wait(for: "窗口太小")
    try tmux.resize(80, 24)
    try tmux.wait(for: "19")
  }

  @Test(
    "The cursor stands at the caret in every field of every form",
    arguments: [["F2"], ["F3"], ["7", "F6"], ["C-p"], ["F5"], ["F4"]])
  func caret(_ open: [String]) throws {
    let scratch = try Demo.small()
    let tmux = try start(scratch, columns: 90, rows: 30)
    for key in open { try tmux.press(key) }
    if open == ["C-p"] {
      try tmux.type("青a")
      let seen = try tmux.wait(for: "青a")
      let line = try #require(seen.split(separator: "\n").firstIndex { $0.contains("青a") })
      #expect(try tmux.cursor.y == line)
      return
    }
    let name = open.joined(separator: " ")
    let typist = try Typist(try Demo.small(), size: Size(90, 30))
    for key in open { typist.type(key.count > 1 ? "<\(key)>" : key) }
    var seen: Set<Int> = []
    for step in 0..<24 {
      let caret = try #require(typist.surface.caret)
      try tmux.wait("\(name): the cursor at \(caret) after \(step) fields") { _ in
        try tmux.cursor == (caret.x, caret.y)
      }
      let before = try tmux.cursor
      seen.insert(before.y)
      let lines = try tmux.lines
      guard before.y < lines.count else { break }
      // The cursor stands right of a label, on a line that begins with the field's number, or on that behind
      // the fields.
      let isField = lines[before.y].dropFirst(2).prefix(2).allSatisfy(\.isNumber)
      let isMore = lines[before.y].contains("── 更多") || lines[before.y].contains("── 填完")
      #expect(isField || isMore, "\(name): \(lines[before.y])")
      #expect(before.x >= 10, "\(name)")
      try tmux.press("Down")
      typist.type("<Down>")
    }
    #expect(seen.count >= 4, "\(name)")
  }

  @Test("In a field of Chinese text the cursor is counted in cells")
  func caretCells() throws {
    let scratch = try Demo.small()
    let tmux = try start(scratch)
    try tmux.press("7", "F6")
    let start = try tmux.wait(for: "新增队员").isEmpty ? (x: 0, y: 0) : tmux.cursor
    try tmux.type("𠮷野a")
    try tmux.wait(for: "𠮷野a")
    #expect(try tmux.cursor.x == start.x + 5)
    try tmux.press("Left", "Left")
    try tmux.wait("the cursor behind 𠮷") { _ in try tmux.cursor.x == start.x + 2 }
    try tmux.press("BSpace")
    try tmux.wait("𠮷 gone") { !$0.contains("𠮷野a") && $0.contains("野a") }
    try tmux.wait("the cursor before 野") { _ in try tmux.cursor.x == start.x }
  }

  @Test(
    "Names that the terminal can't draw show as 〓 with their code point, and are kept byte for byte"
  )
  func undrawable() throws {
    let scratch = try Demo.small()
    let tmux = try start(scratch)
    try tmux.press("7")
    let members = try tmux.wait(for: "单雄")
    let version = try Tool("tmux").run(["-V"]).out
    // tmux takes the widths of its C library; one that knows Ext H and I draws them.
    if version.contains("3.3") {
      #expect(
        members.contains("〓某 U+2EBF0") && members.contains("〓某 U+31350") && !members.contains("𮯰"))
      try tmux.press("F6")
      try tmux.type("𮯰二")
      try tmux.wait(for: "U+2EBF0")
    } else {
      try tmux.press("F6")
      try tmux.type("𮯰二")
      try tmux.wait("the name") { $0.contains("二") }
    }
    try tmux.press("F10")
    try tmux.wait(for: "已存")
    #expect(try scratch.text("register/QSP/members.rec").contains("Name: 𮯰二\n"))
  }

  @Test("A name by its code point: C-v, u2EBF0")
  func codePoint() throws {
    let scratch = try Demo.small()
    let tmux = try start(scratch)
    try tmux.press("7", "F6", "C-v")
    try tmux.type("u2EBF0")
    try tmux.press("Enter")
    try tmux.type("三")
    try tmux.press("F10")
    try tmux.wait(for: "已存")
    #expect(try scratch.text("register/QSP/members.rec").contains("Name: 𮯰三\n"))
  }

  @Test(
    "Any TERM and any locale: it runs and reads well",
    arguments: [
      ("foot", "C.UTF-8"), ("linux", "C.UTF-8"), ("vt100", "C.UTF-8"), ("screen", "C.UTF-8"),
      ("no-such-terminal", "C.UTF-8"),
      ("xterm-256color", "C"), ("xterm-256color", "zh_CN.UTF-8"), ("xterm-256color", "POSIX"),
      ("dumb", "C.UTF-8"),
    ])
  func anyTerminal(_ term: String, _ locale: String) throws {
    let scratch = try Demo.small()
    let tmux = try start(scratch, environment: ["TERM": term, "LC_ALL": locale, "LANG": locale])
    // The bare Linux console has no Han glyphs: English, names in pinyin.
    let title = term == "linux" ? "Xunfang" : "巡防力量"
    try tmux.wait("the first screen") { seen in
      seen.contains(title) && ["QS", "青石镇", "qing shi zhen"].contains { seen.contains($0) }
    }
    try tmux.press("F2")
    try tmux.wait("the form") { $0.contains("记巡逻") || $0.contains("Record a patrol") }
    try tmux.press("Escape")
    try tmux.press("C-q")
    try tmux.wait(for: "EXIT:0")
  }

  @Test("A paste is text, never keys", arguments: ["一行\n二行\u{1B}[A", "q\u{3}"])
  func paste(_ text: String) throws {
    let scratch = try Demo.small()
    let tmux = try start(scratch)
    try tmux.press(
      "F2", "Enter", "1", "9", "3", "0", "-", "2", "2", "1", "0", "Enter", "=", "Enter", "Enter",
      "9",
      "1", "Enter"
    )
    // A key behind it is a key behind it, however late either is read.
    try tmux.paste(text)
    try tmux.press("F10")
    try tmux.wait(for: "已存")
    #expect(
      try scratch.text("books/2026/QS.patrol.rec").contains(
        text.hasPrefix("一行") ? "Observed: 一行\n+ 二行" : "Observed: q"))
  }

  @Test(
    "The end from outside keeps the draft and leaves the terminal sane",
    arguments: [SIGHUP, SIGTERM])
  func endedFromOutside(_ signal: Int32) throws {
    let scratch = try Demo.small()
    let tmux = try start(scratch)
    try tmux.press("F2", "Enter", "1", "9", "3", "0", "Enter", "2", "2")
    // The clock says 22 as well.
    try tmux.wait("the field that is being typed into") { $0.contains(/实到 +22/) }
    kill(try tmux.process, signal)
    try tmux.wait(for: "EXIT:129")
    #expect(try scratch.text(Self.draft).contains("From: 2026-11-24 19:30\n"))
    let again = try start(scratch)
    try again.press("F2")
    try again.wait(for: "19:30")
  }

  @Test("Killed in mid-form, what was typed is kept without anybody asking for it")
  func killed() throws {
    let scratch = try Demo.small()
    let tmux = try start(scratch)
    try tmux.press("F2", "Enter", "1", "9", "3", "0", "Enter")
    try tmux.wait("the draft") { _ in scratch.exists(Self.draft) }
    kill(try tmux.process, SIGKILL)
    #expect(try scratch.text(Self.draft).contains("From: 2026-11-24 19:30\n"))
  }

  @Test("Two consoles on one directory: what one saves the other shows within a second or two")
  func twoConsoles() throws {
    let scratch = try Demo.small()
    let (one, two) = (try start(scratch), try start(scratch))
    try one.press(
      "F2", "Enter", "1", "9", "3", "0", "-", "2", "2", "1", "0", "Enter", "=", "Enter", "Enter",
      "0", "1",
      "F10")
    try one.wait(for: "已存")
    try two.wait(for: "19:30-22:10")
  }

  @Test("A suspended console comes back as it was")
  func suspend() throws {
    let scratch = try Demo.small()
    let tmux = try start(scratch)
    try tmux.press("F2", "1", "9")
    let process = try tmux.process
    kill(process, SIGSTOP)
    try tmux.wait("the program stopped") { _ in try ProcessState(process).isStopped }
    kill(process, SIGCONT)
    try tmux.wait(for: "记巡逻")
    try tmux.type("30")
    try tmux.wait(for: "1930")
  }

  @Test("A changed theme shows at once; a mistake in it is told with its line")
  func themeReload() throws {
    let scratch = try Demo.small()
    let home = try Scratch()
    for folder in ["themes", "data"] {
      try FileManager.default.copyItem(
        atPath: "\(Demo.home)/\(folder)", toPath: "\(home.path)/\(folder)")
    }
    let tmux = try start(scratch, environment: ["XUNFANG_HOME": home.path])
    try home.write("Role: selected\nC256: 255 on 999\n", to: "themes/dark.rec")
    try tmux.wait(for: "themes/dark.rec:2")
  }

  @Test("A terminal is asked for, not taken for granted")
  func noTerminal() throws {
    let scratch = try Demo.small()
    let result = try Tool.xunfang().run(
      ["--data", scratch.path], environment: ["XUNFANG_HOME": Demo.home])
    #expect(result.status == 2)
    #expect(result.err.contains("这里不是终端"))
  }
}
