import Foundation
import TestSupport
import Testing

@Suite("A command writes under an officer's name, whose PIN it asks for, or it only looks")
struct ShiftProgramTests {
  private func run(_ scratch: Scratch, _ words: [String]) throws -> Tool.Result {
    try Tool.xunfang().run(
      words + ["--data", scratch.path, "--clock-is-right"], environment: Program.environment)
  }

  /// Those that nobody signs by themselves, on a directory that is there.
  private static let unsigned = WritingCommand.all.filter { command in
    !command.makes && !command.line.contains("--signer") && !command.line.hasPrefix("key ")
      // What comes and goes by itself, while nobody is there: it writes what the modem says.
      && command.line != "sms poll"
  }

  @Test("In service nothing is written without one, by any command", arguments: unsigned)
  func refused(_ command: WritingCommand) throws {
    let (scratch, folder) = (try Service.station(), try Scratch())
    let before = try DirectoryState(scratch)
    let result = try run(scratch, try WritingCommand.words(command.line, folder))
    if command.line.hasPrefix("--script") {
      #expect(result.out.contains("开班"), "\(result.out)")
    } else {
      #expect(result.status == 1, "\(result.status) \(result.err)")
      #expect(result.err.contains("还没有人开班，只能查看。"), "\(result.err)")
      #expect(result.err.contains("用 --signer 写明民警代号"), "\(result.err)")
    }
    let after = try DirectoryState(scratch)
    #expect(after == before, "\(after.difference(to: before))")
  }

  @Test("No PIN stands in a script's keys, in service")
  func script() throws {
    let scratch = try Service.station()
    let result = try run(scratch, ["--script", "<F12>739251<Enter>", "--dump"])
    #expect(result.out.contains("--script 不输口令，只能查看（演示目录除外）。"), "\(result.out)")
  }

  @Test("With an officer's PIN it is written, and bears their name; with anybody else's it is not")
  func written() throws {
    let (scratch, folder) = (try Scratch(), try Scratch())
    let pin = try WritingCommand.words("PIN", folder)
    let made = try Tool.xunfang().run(
      [
        "init", scratch.path, "--unit", "QSP", "--name", "甲所", "--officer-name", "王警官",
      ] + pin, environment: Program.environment)
    #expect(made.status == 0, "\(made.err)")
    let put = ["put", "officers", "Code=P-010", "Name=钱警官", "Unit=QSP", "--new"]
    #expect(try run(scratch, put).status == 1)
    let written = try run(scratch, put + ["--signer", "P-001"] + pin)
    #expect(written.status == 0, "\(written.err)")
    #expect(try scratch.text("register/QSP/changes.rec").contains("By: P-001 王警官\n"))
    // Asked before the PIN is: an officer without a post opens no shift.
    let other = try run(scratch, ["set", "Grace=3", "--signer", "P-010"] + pin)
    #expect(other.status == 1 && other.err.contains("钱警官 不是本所民警，不能开班。"), "\(other.err)")
    try folder.write("111222\n", to: "pin")
    let wrong = try run(scratch, ["set", "Grace=3", "--signer", "P-001"] + pin)
    #expect(wrong.status == 2 && wrong.err.contains("班未开，什么都没有写入。"), "\(wrong.err)")
  }
}
