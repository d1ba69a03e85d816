import Foundation
import Glibc
import TestSupport
import Testing

/// The console on a bare terminal, each fault at another register: it opens, says so, and ends.
@Suite("The console opens on what can be read, and says what can't be", .serialized)
struct ConsoleFaultTests {
  private static let registers = FullDirectory.files.filter { ReadPart($0) == .registers }

  private func command(_ fault: StoredFault, _ file: String, _ scratch: Scratch) throws -> [String]
  {
    let program = try Program(on: scratch)
    switch fault {
    case .file: return program.command([])
    case .noRight: return try program.ordinary([])
    case .call(let calls, let error):
      return try Program.traced(
        program.command([]), .init(calls, "error=\(error)", at: file), below: scratch.path)
    }
  }

  @Test("Each fault", arguments: Array(StoredFault.all.enumerated()))
  func each(_ index: Int, _ fault: StoredFault) throws {
    let scratch = try FullDirectory.copy()
    let file = Self.registers[index % Self.registers.count]
    try fault.apply(to: file, in: scratch)
    if fault == .noRight { #expect(chmod(scratch.path + "/" + file, 0) == 0) }
    let pty = try Pty(try command(fault, file, scratch), columns: 160, rows: 50)
    try pty.wait("the first screen") { pty.text.contains("F1") }
    if fault.isHarmless {
      #expect(!pty.text.contains("未读入"))
    } else {
      try pty.wait("\(file), which was not read") { pty.text.contains("\(file)") }
    }
    pty.send([0x11])
    #expect(try pty.end() == 0)
    #expect(pty.isCooked)
  }

  @Test("Killed while a page is saved: the page is there once, or what was typed is")
  func killed() throws {
    for call in ["fdatasync", "flock", "mkdir"] {
      let scratch = try Demo.small()
      let program = try Program(on: scratch)
      let pty = try Pty(
        try Program.traced(
          program.command([]), .init(call, "signal=KILL:when=1"), below: scratch.path))
      try pty.wait(for: "F1")
      pty.send("\u{1B}OQ\r1930-2210\r=\r\r01\r".utf8)
      // Where keeping the draft makes the first folder, it ends there.
      if call != "mkdir" {
        try pty.wait("the draft") { scratch.exists("drafts/patrol-QS-2026-11-24.rec") }
        pty.send("\u{1B}[21~".utf8)
      }
      #expect(try pty.end() == 128 + SIGKILL)
      let again = try program.run(
        [
          "record", "patrol", "--team", "QS", "--from", "1930", "--to", "2210", "--members", "all",
          "--found", "none",
        ])
      let page = try scratch.text("books/2026/QS.patrol.rec")
      #expect(page.components(separatedBy: "\nDigest: ").count == 2, "\(call): \(again.err)")
      #expect(again.status == (call == "fdatasync" ? 1 : 0), "\(call): \(again.err)")
      if call == "flock" { #expect(scratch.exists("drafts/patrol-QS-2026-11-24.rec")) }
      #expect(try Demo.isSound(scratch))
    }
  }
}
