import TestSupport
import Testing

@Suite("The program on a machine whose clock or zone is wrong")
struct ClockProgramTests {
  private func run(_ scratch: Scratch, _ arguments: [String], zone: String = "Asia/Shanghai") throws
    -> Tool.Result
  {
    try Tool.xunfang().run(
      arguments + ["--data", scratch.path], environment: ["XUNFANG_HOME": Demo.home, "TZ": zone])
  }

  private static let change = [
    "put", "members", "Code=QS-098", "Name=新来的", "Team=QS", "Post=member", "Service=part",
    "--new",
  ]

  /// A station that wrote its only page so long ago, or ahead, that this machine's clock is far off.
  private func page(_ day: String) throws -> Scratch {
    let scratch = try Demo.small()
    let made = try run(
      scratch,
      [
        "record", "patrol", "--team", "QS", "--from", "1930", "--to", "2210", "--members", "all",
        "--found", "none", "--at",
        "\(day)T22:30:00+08:00",
      ])
    try #require(made.status == 0, "\(made.err)")
    return scratch
  }

  @Test(
    "A command that writes refuses, and takes the flag or a stated time for an answer",
    arguments: [("2019-05-01", "晚"), ("2106-01-01", "早")])
  func refused(_ day: String, _ word: String) throws {
    let scratch = try page(day)
    let refused = try run(scratch, Self.change)
    #expect(refused.status == 1)
    #expect(
      refused.err.contains(word) && refused.err.contains("--clock-is-right"), "\(refused.err)")
    #expect(!(try scratch.text("register/QSP/members.rec")).contains("新来的"))
    #expect(try run(scratch, ["list", "members"]).status == 0)
    let doctor = try run(scratch, ["doctor"])
    #expect(doctor.status == 1 && doctor.out.contains(day), "\(doctor.out)")
    #expect(try run(scratch, Self.change + ["--clock-is-right"]).status == 0)
    #expect(try run(scratch, Self.change + ["--at", "\(day)T23:00:00+08:00"]).status != 0)
    #expect(try scratch.text("register/QSP/members.rec").contains("新来的"))
  }

  @Test("The console asks at its start; F9 answers, Esc leaves the question for the next save")
  func asked() throws {
    let scratch = try page("2019-05-01")
    func frame(_ keys: String) throws -> String {
      try run(scratch, ["--script", keys, "--dump"]).out
    }
    #expect(try frame("").contains("F9 日期无误"))
    let form = "<F2><Enter>0001-0002<Enter>=<Enter><Enter>01"
    #expect(try frame("<Esc>\(form)<F10>").contains("F9 日期无误"))
    #expect(!scratch.exists("books/2026/QS.patrol.rec"))
    #expect(!(try frame("<F9>\(form)<F10>")).contains("F9 日期无误"))
  }

  @Test("A zone that there is not is said by the console, by commands and by doctor")
  func zone() throws {
    let scratch = try Demo.small()
    let sentence = "没有时区 Bogus/Zone"
    #expect(try run(scratch, ["--dump"], zone: "Bogus/Zone").out.contains(sentence))
    let put = try run(scratch, Self.change, zone: "Bogus/Zone")
    #expect(put.status == 0 && put.err.contains(sentence), "\(put.err)")
    let doctor = try run(scratch, ["doctor"], zone: "Bogus/Zone")
    #expect(doctor.status == 1 && doctor.out.contains(sentence), "\(doctor.out)")
    #expect(try run(scratch, ["doctor"]).out.contains("+08:00"))
    let stated = try run(
      scratch, ["list", "members", "--at", "2026-11-24T22:30:00+08:00"], zone: "Bogus/Zone")
    #expect(stated.err == "")
  }
}
