import Foundation
import TestSupport
import Testing

/// How the program ends: whatever ends it, the terminal is given back and what was typed is kept.
@Suite("The console's end", .serialized)
struct EndingTests {
  private static let draft = "drafts/patrol-QS-2026-11-24.rec"

  private func command(_ scratch: Scratch) throws -> [String] {
    [try Tool.xunfang().executable, "--data", scratch.path, "--at", "2026-11-24T22:30:00+08:00"]
  }

  private func start(_ scratch: Scratch) throws -> Pty {
    let pty = try Pty(try command(scratch))
    try pty.wait(for: "F1")
    return pty
  }

  @Test(
    "A fault gives the terminal back and then kills as it would have; the draft is on the disk",
    arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT])
  func fault(_ signal: Int32) throws {
    let scratch = try Demo.small()
    let pty = try start(scratch)
    pty.send("\u{1B}OQ\r1930\r".utf8)
    try pty.wait("the draft") { scratch.exists(Self.draft) }
    kill(pty.child, signal)
    #expect(try pty.end() == 128 + signal)
    #expect(pty.isCooked)
    // Bracketed paste off, the cursor shown, the usual screen back.
    for sequence in ["\u{1B}[?2004l", "\u{1B}[?1l", "\u{1B}[?25h", "\u{1B}[?1049l"] {
      #expect(pty.text.contains(sequence), "\(sequence.debugDescription)")
    }
    #expect(try scratch.text(Self.draft).contains("From: 2026-11-24 19:30\n"))
  }

  @Test(
    "INT and QUIT from outside end it as HUP and TERM do",
    arguments: [SIGHUP, SIGTERM, SIGINT, SIGQUIT])
  func outside(_ signal: Int32) throws {
    let scratch = try Demo.small()
    let pty = try start(scratch)
    pty.send("\u{1B}OQ\r1930\r22".utf8)
    try pty.wait(for: "19:30")
    kill(pty.child, signal)
    #expect(try pty.end() == 129)
    #expect(
      pty.isCooked && pty.text.contains("\u{1B}[?2004l") && pty.text.contains("\u{1B}[?1049l"))
    #expect(try scratch.text(Self.draft).contains("From: 2026-11-24 19:30\n"))
  }

  @Test("What was typed ahead of the end is in the draft, though nothing of it was drawn yet")
  func typedAhead() throws {
    let scratch = try Demo.small()
    let pty = try start(scratch)
    // Stopped, it takes keys and signal in one look.
    kill(pty.child, SIGSTOP)
    pty.send("\u{1B}OQ\r1930\r22".utf8)
    kill(pty.child, SIGTERM)
    kill(pty.child, SIGCONT)
    #expect(try pty.end() == 129)
    #expect(try scratch.text(Self.draft).contains("From: 2026-11-24 19:30\n"))
  }

  @Test("Keys that never cease don't keep it from ending, and the draft is kept")
  func flooded() throws {
    let scratch = try Demo.small()
    let pty = try start(scratch)
    pty.send("\u{1B}OQ\r1930\r".utf8)
    try pty.wait("the draft") { scratch.exists(Self.draft) }
    pty.flood(String(repeating: "\u{1B}[B\u{1B}[A", count: 40))
    // Some of them are taken, as the frames say that answer them.
    let before = pty.written.count
    try pty.wait("keys that are taken") { pty.written.count > before + 500 }
    kill(pty.child, SIGTERM)
    #expect(try pty.end() == 129)
    #expect(pty.isCooked)
    #expect(try scratch.text(Self.draft).contains("From: 2026-11-24 19:30\n"))
  }

  @Test("C-c in the console is a key")
  func controlC() throws {
    let scratch = try Demo.small()
    let pty = try start(scratch)
    pty.send([3])
    try pty.wait(for: "再按一次 C-c 退出")
    pty.send([3])
    #expect(try pty.end() == 0)
  }

  @Test("A broken pipe, such as an agent that went away, ends nothing")
  func brokenPipe() throws {
    let scratch = try Demo.small()
    let pty = try start(scratch)
    kill(pty.child, SIGPIPE)
    pty.send([0x11])
    #expect(try pty.end() == 0)
  }

  @Test("A terminal that is closed in mid-form leaves the draft and no process")
  func closed() throws {
    let scratch = try Demo.small()
    let pty = try start(scratch)
    pty.send("\u{1B}OQ\r1930\r22".utf8)
    try pty.wait(for: "19:30")
    pty.close()
    #expect(try pty.end() == 129)
    #expect(try scratch.text(Self.draft).contains("From: 2026-11-24 19:30\n"))
  }

  enum End: CaseIterable { case hangUp, twice, terminate, closed, quit }

  @Test(
    "An end while a save is under way waits for it and drops its draft, idle meanwhile",
    arguments: End.allCases)
  func underWay(_ end: End) throws {
    let scratch = try Demo.small()
    // Every fdatasync takes 0.7 s.
    let log = try Scratch()
    let pty = try Pty(
      [
        "/usr/bin/strace", "-f", "-o", log.path + "/log", "-e", "trace=fdatasync", "-e",
        "inject=fdatasync:delay_enter=700000",
      ] + (try command(scratch)))
    try pty.wait(for: "F1")
    pty.send("\u{1B}OQ\r1930-2210\r=\r\r01\r".utf8)
    try pty.wait("the draft") { scratch.exists(Self.draft) }
    try pty.wait("the whole draft") {
      try scratch.text(Self.draft).contains("To: 2026-11-24 22:10\n")
    }
    let process = try #require(
      pid_t(try Tool("pgrep").run(["-P", "\(pty.child)"]).out.split(separator: "\n").first ?? ""))
    pty.send("\u{1B}[21~".utf8)
    try pty.wait("the page, not yet safe") { scratch.exists("books/2026/QS.patrol.rec") }
    let before = try pty.processorTime(of: process)
    switch end {
    case .hangUp: kill(process, SIGHUP)
    case .twice:
      kill(process, SIGHUP)
      try pty.wait("the first taken") { try !ProcessState(process).isPending(SIGHUP) }
      kill(process, SIGHUP)
    case .terminate: kill(process, SIGTERM)
    case .closed: pty.close()
    case .quit: pty.send([0x11])
    }
    var after = before
    try pty.wait("the page on the disk") {
      after = (try? pty.processorTime(of: process)) ?? after
      return try log.text("log").contains(/fdatasync.*= 0/)
    }
    #expect(after - before < 0.15)
    #expect(try pty.end() == (end == .quit ? 0 : 129))
    let page = try scratch.text("books/2026/QS.patrol.rec")
    #expect(page.contains("From: 2026-11-24 19:30\n"))
    #expect(!scratch.exists(Self.draft))
  }
}
