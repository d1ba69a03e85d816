import Foundation
import TestSupport
import Testing

@Suite("A stranger's shell finds what was forged, and accuses nobody who is honest")
struct StrangerTests {
  private let forgeries = Demo.home + "/Tests/Forgeries"

  private func python(_ script: String, _ arguments: [String]) throws -> (
    status: Int32, out: String
  ) {
    let result = try Tool("python3").run(
      [forgeries + "/" + script] + arguments, environment: ["XUNFANG_HOME": Demo.home])
    return (result.status, result.out + result.err)
  }

  /// The table has several hundred forgeries; each takes a second, so that all of them are for `make soak`.
  ///
  /// - Parameters:
  ///   - step: one of so many is tried otherwise.
  ///   - isProgram: whether lists of signers are looked at as well.
  private func names(one step: Int, isProgram: Bool) throws -> [String] {
    let all = try python("forge.py", ["-", "--list"]).out.split(separator: "\n")
      .compactMap { $0.split(separator: "\t").first.map(String.init) }
    #expect(all.count > 700)
    guard ProcessInfo.processInfo.environment["XUNFANG_FORGERIES"] != "all" else { return all }
    let some = all.filter { isProgram || !$0.hasPrefix("j28") }
    return stride(from: 0, to: some.count, by: step).map { some[$0] }
  }

  /// Whether a verifier answers each forgery as the table says, and has every entry in its state.
  private func agrees(_ names: [String], _ verifier: [String]) throws {
    let folder = try Scratch()
    let only = names.flatMap { ["--only", $0] }
    let made = try python("forge.py", [folder.path + "/out"] + only)
    #expect(made.status == 0, "\(made.out)")
    let asked = try python(
      "run.py", [folder.path + "/out"] + verifier + ["--states", "--jobs", "2"])
    #expect(asked.status == 0, "\(asked.out)")
    #expect(asked.out.contains("cases"))
  }

  @Test("The table of forgeries and the check agree, and so do the states of a sound directory")
  func check() throws {
    try agrees(try names(one: 40, isProgram: false), ["--check", Demo.home + "/data/check.sh"])
  }

  @Test(
    "Lists give each page the verdict that verification gives, and what waits is what waits there")
  func lists() throws {
    let folder = try Scratch()
    let only = try names(one: 25, isProgram: true).flatMap { ["--only", $0] }
    let made = try python("forge.py", [folder.path + "/out"] + only)
    #expect(made.status == 0, "\(made.out)")
    let asked = try python(
      "screens.py",
      [folder.path + "/out", "--program", try Tool.xunfang().executable, "--jobs", "2"])
    #expect(asked.status == 0 && asked.out.contains("cases"), "\(asked.out)")
  }

  @Test("The program answers the same table, and has every entry in the same state")
  func program() throws {
    try agrees(try names(one: 10, isProgram: true), ["--program", try Tool.xunfang().executable])
  }
}
