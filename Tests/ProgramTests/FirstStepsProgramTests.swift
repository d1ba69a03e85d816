import Foundation
import TestSupport
import Testing

@Suite("In a real terminal a new station is led from nothing to its first signed page")
struct FirstStepsProgramTests {
  /// The program without a word of where its directory is, and with a home of its own.
  private func terminal(_ home: Scratch, columns: Int = 80, rows: Int = 24) throws -> Tmux {
    try Tmux(
      [try Tool.xunfang().executable], columns: columns, rows: rows,
      environment: ["HOME": home.path, "XDG_DATA_HOME": "", "XUNFANG_DATA": "", "LANG": "C.UTF-8"])
  }

  @Test("From `xunfang` alone to a signed page, left once on the way")
  func whole() throws {
    let home = try Scratch()
    let data = home.path + "/.local/share/xunfang"
    var tmux = try terminal(home)
    try tmux.wait(for: "新台账")
    #expect(try tmux.screen.contains(".local/share/xunfang"))
    try tmux.press("Enter")
    try tmux.wait(for: "01 所名")
    try tmux.type("青石派出所")
    try tmux.press("Enter")
    try tmux.wait(for: "QSP")
    try tmux.press("Enter", "Enter")
    try tmux.type("周正")
    try tmux.press("Enter", "Enter", "F10")
    try tmux.wait(for: "再输一次")
    for _ in 0..<2 {
      try tmux.type("735291")
      try tmux.press("Enter")
    }
    try tmux.wait(for: "● 2 县级编制标准")
    try tmux.press("Enter")
    try tmux.wait(for: "编制依据")
    try tmux.press("F10")
    try tmux.wait(for: "● 3 单位")
    // Left here, and gone on with in another run.
    try tmux.press("Escape", "C-q")
    try tmux.wait(for: "EXIT:0")
    #expect(FileManager.default.fileExists(atPath: data + "/station.rec"))
    tmux = try terminal(home)
    try tmux.wait(for: "第一步 2/6")
    try tmux.press("Enter")
    try tmux.wait(for: "● 3 单位")
    try tmux.press("Enter")
    try tmux.wait(for: "认出的列在这里")
    try tmux.paste("青石镇　高庄村\n柳庄村\n")
    try tmux.wait(for: "认出 3 条")
    try tmux.press("F10")
    // Nobody has opened the shift in this run.
    try tmux.wait(for: "口令")
    try tmux.type("735291")
    try tmux.press("Enter")
    try tmux.wait(for: "● 4 队伍")
    try tmux.press("Enter")
    try tmux.wait(for: "青石镇专职队")
    try tmux.press("F10")
    try tmux.wait(for: "● 5 队员")
    try tmux.press("Enter")
    try tmux.wait(for: "单写队名即换队")
    try tmux.paste("姓名\t电话\n周建林\t13700001111\n赵大山\t13700002222\n")
    try tmux.wait(for: "认出 2 条")
    try tmux.press("F10")
    try tmux.wait(for: "接着写 高庄村队")
    try tmux.press("Escape")
    try tmux.wait(for: "● 6 第一页并签字")
    try tmux.press("Enter")
    try tmux.wait(for: "记巡逻")
    try tmux.press("Enter")
    let now = Calendar(identifier: .gregorian).dateComponents(
      in: TimeZone(identifier: "Asia/Shanghai") ?? .current, from: Date())
    let end = (now.hour ?? 0) * 60 + (now.minute ?? 0)
    func clock(_ minute: Int) -> String {
      let minute = (minute + 1440) % 1440
      return String(format: "%02d%02d", minute / 60, minute % 60)
    }
    try tmux.type("\(clock(end - 60))-\(clock(end - 5))")
    try tmux.press("Enter")
    try tmux.type("2")
    try tmux.press("Enter", "Enter")
    try tmux.type("01")
    try tmux.press("F10")
    try tmux.wait(for: "签字 · 记录人 · 周正")
    try tmux.type("735291")
    try tmux.press("Enter")
    try tmux.wait("the signed page in its book") { _ in
      let books =
        FileManager.default.enumerator(atPath: data + "/books")?
        .compactMap { $0 as? String } ?? []
      return try books.filter { $0.hasSuffix("QS.patrol.rec") }.contains { path in
        try String(contentsOfFile: data + "/books/" + path, encoding: .utf8).contains("Signature: ")
      }
    }
    try tmux.press("Escape")
    try tmux.wait("home without the first steps") { !$0.contains("第一步") }
  }

  @Test("Without a terminal it is a sentence with the two commands, and nothing is made")
  func noTerminal() throws {
    let home = try Scratch()
    for arguments in [["--data", home.path + "/none"], ["--data", home.path]] {
      let result = try Tool.run(
        [try Tool("setsid").executable, try Tool.xunfang().executable] + arguments,
        environment: Program.environment.merging(["TERM": "dumb"]) { $1 })
      #expect(result.status == 2)
      #expect(
        result.err.contains("xunfang init") && result.err.contains("xunfang demo"), "\(result)")
      #expect(home.files().isEmpty)
    }
  }

  @Test("A directory with other files is refused in a sentence")
  func others() throws {
    let home = try Scratch()
    try home.write("mine", to: "letter.txt")
    let tmux = try Tmux([try Tool.xunfang().executable, "--data", home.path])
    try tmux.wait(for: "EXIT:2")
    let screen = try tmux.screen
    #expect(!screen.contains("letter") && screen.contains("不是巡防数据目录"), "\(screen)")
    #expect(home.files() == ["letter.txt"])
  }
}
