import Foundation
import TestSupport
import Testing

@Suite("Somebody else who writes is waited for by name, and nobody has to wait", .serialized)
struct LockTests {
  @Test("The console says who holds the lock; Esc gives up, and what was typed is there")
  func console() throws {
    let scratch = try Demo.small()
    let held = try Scratch()
    // As a console that was stopped while it wrote: the lock is held until it is told to let go.
    try held.write("", to: "fifo.note")
    let script = """
      mkfifo '\(held.path)/go'
      flock -x '\(scratch.path)/.lock' sh -c 'touch \(held.path)/held; read -r _ < \(held.path)/go' &
      """
    _ = try Tool("sh").run(["-c", script])
    let tmux = try Tmux([
      try Tool.xunfang().executable, "--data", scratch.path, "--at", "2026-11-24T22:30:00+08:00",
    ])
    try tmux.wait(for: "F1")
    try tmux.wait("the lock held") { _ in held.exists("held") }
    try tmux.press(
      "F2", "Enter", "1", "9", "3", "0", "-", "2", "2", "1", "0", "Enter", "=", "Enter", "Enter",
      "0", "1",
      "F10")
    try tmux.wait(for: "正在写入，等它办完。Esc 放弃")
    #expect(try tmux.screen.contains("进程"))
    try tmux.press("Escape")
    try tmux.wait(for: "没有写入，所填内容还在表单里")
    #expect(!scratch.exists("books/2026/QS.patrol.rec"))
    _ = try Tool("sh").run(["-c", "echo > '\(held.path)/go'"])
    try tmux.press("F10")
    try tmux.wait(for: "已存")
    #expect(try scratch.text("books/2026/QS.patrol.rec").contains("To: 2026-11-24 22:10\n"))
    try tmux.press("C-q")
    try tmux.wait(for: "EXIT:0")
  }
}
