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

  @Test(
    "Function keys, keypad, paste and other sizes; a window closed in mid-form leaves the draft",
    arguments: ["xterm", "pterm"])
  func patrol(_ terminal: String) throws {
    let scratch = try Demo.small()
    let screen = try XScreen()
    let window = try screen.open(
      terminal,
      [
        try Tool.xunfang().executable, "--data", scratch.path, "--at", "2026-11-24T22:30:00+08:00",
      ])
    try screen.press("F2 KP_1 KP_9 KP_3 KP_0 KP_Enter 2 2 1 0 Return Return Return 9 Return")
    try screen.select("半句")
    try screen.press("shift+Insert")
    try screen.resize(window, 300, 200)
    try screen.resize(window, 900, 600)
    // The draft is kept within two seconds of typing: then the paste has come.
    try screen.wait("the pasted text") { try self.text(scratch, Self.draft).contains("半句") }
    try look(screen, "\(terminal)-form")
    try screen.press("F10")
    try screen.wait("the page") { scratch.exists(Self.book) && !scratch.exists(Self.draft) }
    let page = try scratch.text(Self.book)
    for line in ["From: 2026-11-24 19:30\n", "To: 2026-11-24 22:10\n", "Observed: 半句\n"] {
      #expect(page.contains(line), "\(page)")
    }
    try screen.press("F2 2 2 1 5 Return 2 2")
    usleep(200_000)
    try screen.close(window)
    try screen.wait("the end of the program") { kill(window.program, 0) != 0 }
    #expect(try text(scratch, Self.draft).contains("From: 2026-11-24 22:15\n"))
  }

  private func text(_ scratch: Scratch, _ path: String) throws -> String {
    scratch.exists(path) ? try scratch.text(path) : ""
  }

  private func look(_ screen: XScreen, _ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["XUNFANG_PICTURES"] else { return }
    try screen.picture(to: "\(folder)/\(name).xwd")
  }
}
