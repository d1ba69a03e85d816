import Foundation
import TestSupport
import Testing

/// The program on a bare pty: bytes in, bytes out.
@Suite("The console at the end of a slow line", .serialized)
struct SlowTerminalTests {
  private func start(_ scratch: Scratch, environment: [String: String] = [:]) throws -> Pty {
    let pty = try Pty(
      [
        try Tool.xunfang().executable, "--data", scratch.path, "--at", "2026-11-24T22:30:00+08:00",
      ], environment: environment)
    try pty.wait("the first screen") { pty.text.contains("F1") }
    return pty
  }

  @Test(
    "Bytes that come one by one are the keys they are as one: F2, a time on the keypad, Chinese, F10",
    arguments: [1, 2, 3])
  func pieces(_ size: Int) throws {
    let scratch = try Demo.small()
    let pty = try start(scratch)
    for text in [
      "\u{1B}OQ", "\r", "\u{1B}Oq\u{1B}Oy\u{1B}Os\u{1B}Op\u{1B}Om", "2210\u{1B}OM", "=\r", "\r",
      "91\r",
      "张三\u{1B}]11;rgb:0/8/0\u{1B}\\", "\u{1B}[21~",
    ] {
      try pty.send(text, by: size)
    }
    try pty.wait(for: "已存")
    let page = try scratch.text("books/2026/QS.patrol.rec")
    #expect(page.contains("From: 2026-11-24 19:30\n"))
    #expect(page.contains("Observed: 张三\n"))
  }

  @Test(
    "A key without use is named: unknown sequences, Alt, arrows and function keys with something held",
    arguments: [
      ("\u{1B}[99~", "Esc[99~"), ("\u{1B}x", "M-x"), ("\u{1B}[1;5C", "C-Right"),
      ("\u{1B}[15;2~", "S-F5"),
    ])
  func named(_ bytes: String, _ name: String) throws {
    let scratch = try Demo.small()
    let pty = try start(scratch)
    pty.send(bytes.utf8)
    try pty.wait(for: "“\(name)”在这里没有用处")
  }

  @Test("GBK on a UTF-8 console is said with what to do, and nothing is typed")
  func foreign() throws {
    let scratch = try Demo.small()
    let pty = try start(scratch)
    pty.send([0xD5, 0xC5])
    try pty.wait(for: "终端送来的字无法识别，没有输入。")
  }

  @Test("A paste without end is taken after a short silence; the keyboard goes on")
  func paste() throws {
    let scratch = try Demo.small()
    let pty = try start(scratch)
    pty.send("\u{1B}OQ\r1930-2210\r=\r\r91\r\u{1B}[200~半句".utf8)
    try pty.wait(for: "半句")
    pty.send("\u{1B}[21~".utf8)
    try pty.wait(for: "已存")
    #expect(try scratch.text("books/2026/QS.patrol.rec").contains("Observed: 半句\n"))
  }

  @Test("In a locale of GBK text is converted both ways, and kept as UTF-8")
  func local() throws {
    // 张镕; the last byte is a letter elsewhere.
    let bytes: [UInt8] = [0xD5, 0xC5, 0xE9, 0x46]
    let (scratch, locales) = (try Demo.small(), try Scratch())
    // 1 stands for warnings only.
    let made = try Tool("localedef").run(["-f", "GBK", "-i", "zh_CN", "\(locales.path)/zh_CN.GBK"])
    try #require(made.status <= 1, "\(made.err)")
    let pty = try start(scratch, environment: ["LC_ALL": "zh_CN.GBK", "LOCPATH": locales.path])
    pty.send("\u{1B}OQ\r1930-2210\r=\r\r91\r".utf8)
    pty.send(bytes)
    try pty.wait("what was typed, as the terminal writes it") {
      pty.written.firstRange(of: bytes) != nil
    }
    pty.send("\u{1B}[21~".utf8)
    // 已存 in GBK.
    try pty.wait("the word that it is saved") {
      pty.written.firstRange(of: [0xD2, 0xD1, 0xB4, 0xE6] as [UInt8]) != nil
    }
    #expect(try scratch.text("books/2026/QS.patrol.rec").contains("Observed: 张镕\n"))
  }

  @Test(
    "A terminal with a white background is written to in dark colours once it says so, however late",
    arguments: [("auto", true), ("dark", false)])
  func background(_ theme: String, _ follows: Bool) throws {
    let scratch = try Demo.small()
    let station = try scratch.text("station.rec")
    try scratch.write(station.replacing("Theme: dark", with: "Theme: \(theme)"), to: "station.rec")
    let pty = try start(scratch)
    let (blackOnWhite, question) = ("\u{1B}[30m\u{1B}[47m", "\u{1B}]11;?\u{1B}\\")
    #expect(pty.written.firstRange(of: Array(question.utf8)) != nil)
    #expect(!pty.text.contains(blackOnWhite))
    try pty.send("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", by: 3)
    if follows {
      try pty.wait(for: blackOnWhite)
    } else {
      pty.send("\u{1B}OQ".utf8)
      try pty.wait(for: "记巡逻")
      #expect(!pty.text.contains(blackOnWhite))
    }
  }

  @Test("Commands write to a terminal of a GBK locale as it does, and to files as UTF-8")
  func localCommands() throws {
    let (scratch, locales) = (try Demo.small(), try Scratch())
    let made = try Tool("localedef").run(["-f", "GBK", "-i", "zh_CN", "\(locales.path)/zh_CN.GBK"])
    try #require(made.status <= 1, "\(made.err)")
    let values = [
      "LC_ALL": "zh_CN.GBK", "LOCPATH": locales.path, "XUNFANG_HOME": Demo.home,
    ]
    let command = ["list", "members", "--data", scratch.path]
    let pty = try Pty([try Tool.xunfang().executable] + command, environment: values)
    // 单雄, and 〓 for the name that GBK has not.
    for bytes: [UInt8] in [[0xB5, 0xA5, 0xD0, 0xDB], [0xA1, 0xFE, 0xC4, 0xB3]] {
      try pty.wait("\(bytes)") { pty.written.firstRange(of: bytes) != nil }
    }
    #expect(pty.written.firstRange(of: Array("单雄".utf8)) == nil)
    let file = try Tool.xunfang().run(command, environment: values)
    #expect(file.out.contains("单雄") && file.out.contains("𮯰某"))
  }

  @Test(
    "What is typed behind a command is read as the locale writes it, and refused where it is no text"
  )
  func localArguments() throws {
    let (scratch, locales) = (try Demo.small(), try Scratch())
    let made = try Tool("localedef").run(["-f", "GBK", "-i", "zh_CN", "\(locales.path)/zh_CN.GBK"])
    try #require(made.status <= 1, "\(made.err)")
    // 张镕, as a shell of that locale hands it on.
    let line =
      "'\(try Tool.xunfang().executable)' put members Code=QS-002 Remark=$'\\xD5\\xC5\\xE9\\x46'"
    let members = try scratch.text("register/QSP/members.rec")
    for (locale, isRead) in [("C.UTF-8", false), ("zh_CN.GBK", true)] {
      let result = try Tool("bash").run(
        ["-c", line],
        environment: [
          "LC_ALL": locale, "LOCPATH": locales.path, "XUNFANG_HOME": Demo.home,
          "XUNFANG_DATA": scratch.path,
        ])
      #expect(result.status == (isRead ? 0 : 64), "\(result.err)")
      let now = try scratch.text("register/QSP/members.rec")
      #expect(isRead ? now.contains("Remark: 张镕\n") : now == members)
    }
  }

  @Test("A locale that is asked for and not installed is said, and UTF-8 taken")
  func noLocale() throws {
    let scratch = try Demo.small()
    let pty = try start(scratch, environment: ["LC_ALL": "zh_CN.NOSUCH"])
    try pty.wait(for: "zh_CN.NOSUCH")
  }
}
