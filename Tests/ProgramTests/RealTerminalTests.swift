import Foundation
import TestSupport
import Testing

/// xterm and PuTTY's own terminal under Xvfb; what was typed is looked for on the disk.
///
/// With `XUNFANG_PICTURES` set to a folder, pictures of the screen are left there (`xwud -in FILE`
/// shows one).
@Suite("The console in terminals that people use", .serialized)
struct RealTerminalTests {
  private static let draft = "drafts/patrol-QS-2026-11-24.rec"
  private static let book = "books/2026/QS.patrol.rec"
  private static let terminals = ["xterm", "pterm"]

  private func command(_ scratch: Scratch) throws -> [String] {
    [try Tool.xunfang().executable, "--data", scratch.path, "--at", "2026-11-24T22:30:00+08:00"]
  }

  private func text(_ scratch: Scratch, _ path: String) throws -> String {
    scratch.exists(path) ? try scratch.text(path) : ""
  }

  /// Whether the page is there with its end, and what was typed has become it.
  private func isSaved(_ scratch: Scratch) throws -> Bool {
    try text(scratch, Self.book).contains("\nDigest: ") && !scratch.exists(Self.draft)
  }

  private func look(_ screen: XScreen, _ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["XUNFANG_PICTURES"] else { return }
    try screen.picture(to: "\(folder)/\(name).xwd")
  }

  /// Keys of a patrol up to what was observed.
  private static let patrol =
    "F2 Return 1 9 3 0 minus 2 2 1 0 Return equal Return Return 9 1 Return"

  @Test(
    "A patrol by function keys, keypad and paste; a window closed in mid-form leaves the draft",
    arguments: terminals)
  func patrol(_ terminal: String) throws {
    let scratch = try Demo.small()
    let screen = try XScreen()
    let window = try screen.open(terminal, command(scratch))
    try screen.press(
      "F2 Return KP_1 KP_9 KP_3 KP_0 KP_Subtract 2 2 1 0 KP_Enter equal Return Return 9 1 Return")
    try screen.select("半句")
    try screen.press("shift+Insert")
    // The draft is kept within two seconds of typing: then the paste has come.
    try screen.wait("the pasted text") { try self.text(scratch, Self.draft).contains("半句") }
    try screen.press("F10")
    try screen.wait("the page") { try self.isSaved(scratch) }
    let page = try scratch.text(Self.book)
    for line in ["From: 2026-11-24 19:30\n", "To: 2026-11-24 22:10\n", "Observed: 半句\n"] {
      #expect(page.contains(line), "\(page)")
    }
    try screen.press("F2 Return 2 2 1 5 Return 4")
    try screen.wait("the draft") { try self.text(scratch, Self.draft).contains("22:15") }
    try screen.close(window)
    try screen.wait("the end of the program") { !window.runs }
    #expect(try text(scratch, Self.draft).contains("From: 2026-11-24 22:15\n"))
  }

  @Test(
    "Chinese that is typed, many lines and 100 KB that are pasted come whole and as text",
    arguments: terminals)
  func texts(_ terminal: String) throws {
    let (scratch, screen) = (try Demo.small(), try XScreen())
    _ = try screen.open(terminal, command(scratch))
    try screen.press(Self.patrol)
    try type("王庄村变压器，𠮷野", screen, scratch)
    try screen.select("\n" + Self.lines(80))
    try screen.press("shift+Insert")
    try screen.wait("the last line") { try self.text(scratch, Self.draft).contains("末行") }
    try screen.press("F10")
    try screen.wait("the page") { try self.isSaved(scratch) }
    #expect(
      try scratch.text(Self.book).contains(
        "Observed: 王庄村变压器，𠮷野\n" + Self.kept(80, terminal).map { "+ \($0)\n" }.joined()))
    // More than a field takes is not cut off either: that is for who pasted it to do.
    try screen.press("F2 Return 2 2 1 5 minus 2 2 2 0 Return equal Return Return 9 1 Return")
    try screen.select(Self.lines(2900))
    try screen.press("shift+Insert")
    try screen.wait("the last line") { try self.text(scratch, Self.draft).contains("末行") }
    let draft = try scratch.text(Self.draft)
    #expect(draft.utf8.count > 100_000)
    let lost = Self.kept(2900, terminal).filter { !draft.contains($0) }
    #expect(lost.isEmpty, "\(lost.prefix(3))")
  }

  /// Types a text until it is there as it should be.
  ///
  /// xdotool lends each character to a key for as long as `delay`: a terminal that is slower to look
  /// at its keys reads another, which is no fault of what reads the terminal.
  private func type(_ text: String, _ screen: XScreen, _ scratch: Scratch) throws {
    for delay in [150, 600, 1500] {
      try screen.press("ctrl+u")
      try screen.type(text, delay: delay)
      if try screen.comes(within: 5, { try self.text(scratch, Self.draft).contains(text) }) {
        return
      }
    }
    Issue.record("never typed: \(text)\n\(try self.text(scratch, Self.draft))")
  }

  /// Lines to be pasted; in each stands what would be keys.
  private static func lines(_ count: Int) -> String {
    ((1...count).map { "第\($0)行 q\u{1B}[21~机井台区围栏" } + ["末行"]).joined(separator: "\n")
  }

  /// What is kept of them: all but the control character, for which xterm itself pastes a blank.
  private static func kept(_ count: Int, _ terminal: String) -> [String] {
    let shown = terminal == "xterm" ? " " : ""
    return lines(count).replacing("\u{1B}", with: shown).components(separatedBy: "\n")
  }

  @Test(
    "At any size form, list, popup and help go on, below the smallest and through twenty changes",
    arguments: terminals, ["F2 Return 1 9 3 0 Return", "7", "ctrl+p", "F1"])
  func sizes(_ terminal: String, _ open: String) throws {
    let (scratch, screen) = (try Demo.small(), try XScreen())
    let window = try screen.open(terminal, command(scratch))
    try screen.press(open)
    for (columns, rows) in [(60, 16), (40, 10), (200, 60)] {
      try screen.settle(window, columns, rows)
    }
    for round in 0..<20 { try screen.resize(window, 60 + round * 3, 40 - round) }
    try screen.settle(window, 80, 24)
    try look(screen, "\(terminal)-\(open.filter { $0 != " " })")
    // From wherever it is, back to the form; what was typed before is still there.
    try screen.press(
      open.hasPrefix("F2") ? "Up minus 2 2 1 0 Return equal Return Return 0 1" : "Escape")
    if !open.hasPrefix("F2") {
      try screen.press("F2 Return 1 9 3 0 minus 2 2 1 0 Return equal Return Return 0 1")
    }
    try screen.press("F10")
    try screen.wait("the page") { try self.isSaved(scratch) }
    let page = try scratch.text(Self.book)
    #expect(page.contains("From: 2026-11-24 19:30\n"), "\(page)")
  }

  @Test("A window closed while a list stands open ends the program", arguments: terminals)
  func closedList(_ terminal: String) throws {
    let (scratch, screen) = (try Demo.small(), try XScreen())
    let window = try screen.open(terminal, command(scratch))
    try screen.press("7")
    try screen.close(window)
    try screen.wait("the end of the program") { !window.runs }
    #expect(!scratch.exists("drafts"))
  }

  @Test("A window closed during a save: the page is there, whole and once", arguments: terminals)
  func closedSaving(_ terminal: String) throws {
    let (scratch, screen, log) = (try Demo.small(), try XScreen(), try Scratch())
    let slow = [
      "strace", "-f", "-o", log.path + "/log", "-e", "trace=fdatasync", "-e",
      "inject=fdatasync:delay_enter=700000",
    ]
    let window = try screen.open(terminal, slow + command(scratch))
    try screen.press("F2 Return 1 9 3 0 minus 2 2 1 0 Return equal Return Return 0 1")
    try screen.wait("the draft") { try self.text(scratch, Self.draft).contains("22:10") }
    try screen.press("F10")
    try screen.wait("the page, not yet safe") { scratch.exists(Self.book) }
    try screen.close(window)
    try screen.wait("the end of the program") { !window.runs }
    let page = try scratch.text(Self.book)
    #expect(page.components(separatedBy: "From: 2026-11-24 19:30\n").count == 2)
    #expect(try Demo.isSound(scratch) && !scratch.exists(Self.draft))
  }
}
