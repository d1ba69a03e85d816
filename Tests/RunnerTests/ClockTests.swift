import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing

/// A machine's clock that says what it likes and that nobody vouched for.
private struct OddClock: Clock {
  let now: Stamp
  var isStated: Bool { false }

  init(_ day: String) {
    now = Stamp("\(day)T22:30:00+08:00") ?? Demo.now
  }
}

@Suite("A clock that lies far from what was written last is asked about before anything is written")
struct ClockTests {
  private func runner(_ scratch: Scratch, _ day: String) throws -> CommandRunner {
    CommandRunner(
      DataDirectory(scratch.disk), codes: try Demo.codes(), clock: OddClock(day),
      gate: FixedClock(Demo.now), cost: .least)
  }

  private func entry(_ day: String) throws -> Command {
    .record(
      try Sample.quiet(["Date": day, "From": "\(day) 19:30", "To": "\(day) 22:10"]))
  }

  /// A station whose newest page is of 2026-11-24.
  private func begun() throws -> Scratch {
    let scratch = try Demo.small()
    let reply = try Demo.runner(scratch).perform(try entry("2026-11-24"))
    try #require(reply.outcome.pages.count == 1)
    return scratch
  }

  @Test(
    "400 days ahead and one day behind pass; more is refused, and what is refused is not written",
    arguments: [
      ("2026-11-24", false), ("2026-11-23", false), ("2026-11-22", true), ("2016-01-01", true),
      ("2027-12-29", false), ("2027-12-30", true), ("2106-01-01", true), ("9999-12-31", true),
    ])
  func far(_ day: String, _ isAsked: Bool) throws {
    let scratch = try begun()
    let runner = try runner(scratch, day)
    #expect((runner.perform(.open(nil)).doubt != nil) == isAsked)
    for command in [.put(try member()), try entry(day)] {
      let reply = runner.perform(command)
      #expect((reply.doubt != nil) == isAsked)
      if isAsked {
        guard case .failed(let notice, _) = reply.outcome else {
          Issue.record("\(reply.outcome)")
          continue
        }
        #expect(notice == reply.doubt?.notice)
      }
    }
    let book = try scratch.text("books/2026/QS.patrol.rec")
    #expect(book.contains("Number: 1\n") && !(isAsked && book.contains("Number: 2\n")))
    #expect(try scratch.text("register/QSP/members.rec").contains("新来的") == !isAsked)
  }

  private func member() throws -> RegisterRecord {
    RegisterRecord(
      .members,
      ["Code": "QS-099", "Name": "新来的", "Team": "QS", "Post": "member", "Service": "part"],
      seen: nil)
  }

  @Test("Once somebody says that the clock is right it is, until it jumps again")
  func trusted() throws {
    let scratch = try begun()
    let runner = try runner(scratch, "2106-01-01")
    let first = runner.perform(try entry("2106-01-01"))
    #expect(first.doubt != nil, "\(first.outcome)")
    _ = runner.perform(.trustClock)
    let reply = runner.perform(try entry("2106-01-01"))
    #expect(reply.doubt == nil && reply.outcome.pages.count == 1, "\(reply.outcome)")
  }

  @Test("A time that was stated is an answer; a new station has nothing to compare with")
  func stated() throws {
    let scratch = try begun()
    let far = try #require(Stamp("2106-01-01T22:30:00+08:00"))
    #expect(try Demo.runner(scratch, at: far).perform(entry("2106-01-01")).doubt == nil)
    let empty = try Demo.small()
    let fresh = try runner(empty, "2106-01-01")
    #expect(fresh.perform(.open(nil)).doubt == nil)
    #expect(fresh.perform(try entry("2106-01-01")).outcome.pages.count == 1)
  }

  @Test("Where there is no page yet, the newest change of the registers is what it is held against")
  func changes() throws {
    let scratch = try Demo.small()
    _ = try Demo.runner(scratch).perform(.put(member()))
    #expect(try runner(scratch, "2106-01-01").perform(entry("2106-01-01")).doubt != nil)
    #expect(try runner(scratch, "2026-12-01").perform(entry("2026-12-01")).doubt == nil)
  }

  @Test("A page of the far future that was struck out asks nobody any more")
  func struckOut() throws {
    let scratch = try begun()
    let far = try #require(Stamp("2106-01-01T22:30:00+08:00"))
    let page = try #require(
      try Demo.runner(scratch, at: far).perform(entry("2106-01-01")).outcome.pages.first)
    let today = try runner(scratch, "2026-11-25")
    #expect(today.perform(.open(nil)).doubt != nil)
    _ = today.perform(.trustClock)
    #expect(today.perform(.void(page.id, reason: "日期错")).doubt == nil)
    #expect(try runner(scratch, "2026-11-25").perform(.open(nil)).doubt == nil)
  }

  @Test("A time that is stated dates nothing but what is made up; to look at a day it can be used")
  func statedTime() throws {
    let scratch = try Signed.directory()
    // The same directory in service: begun anew under an id that counts.
    for path in ["books", "keys"] {
      try FileManager.default.removeItem(atPath: "\(scratch.path)/\(path)")
    }
    try scratch.write(
      try scratch.text("station.rec").replacing("Directory: demo-", with: "Directory: "),
      to: "station.rec")
    let runner = try Demo.runner(scratch)
    for command in [
      try entry("2026-11-24"),
      .keys(.begin(.sealed(Signed.secret())), by: HandAtKeyboard("P-001", nil)),
      .put(try member()), .attest(.close(Demo.today), by: "P-001", Signed.secret()),
      .saveDraft("patrol-QS-2026-11-24", Draft(["Remark": "未完"])),
    ] {
      let said = Said.by(runner.perform(command))
      #expect(said.contains("--at 只能用于演示目录"), "\(said)")
    }
    #expect(scratch.files("books").isEmpty && scratch.files("drafts").isEmpty)
    #expect(try runner.pages(of: .patrol, from: Demo.today, to: Demo.today).isEmpty)
  }

  @Test("What writes no time is not refused: a table without a reason, reading, drafts")
  func undated() throws {
    let scratch = try begun()
    let runner = try runner(scratch, "2106-01-01")
    #expect(try runner.table(RegisterRows(.members), why: nil).contains("单雄"))
    #expect(throws: ClockDoubt.self) { try runner.table(RegisterRows(.members), why: "核对") }
    #expect(runner.perform(.saveDraft("patrol-QS-2106-01-01", Draft())).doubt == nil)
  }

  @Test(
    "By a clock that lies before the newest page of keys nothing is signed, and that is what is said"
  )
  func beforeKeys() throws {
    let scratch = try Demo.small()
    Signed.issueKeys(try Demo.runner(scratch))
    let early = try #require(Stamp("2026-11-24T21:00:00+08:00"))
    let runner = try Demo.runner(scratch, at: early)
    _ = runner.perform(
      .record(try Sample.quiet(["From": "2026-11-24 19:30", "To": "2026-11-24 20:10"])))
    let reply = runner.perform(.attest(.close(Demo.today), by: "P-001", Signed.secret()))
    let said = Said.by(reply)
    #expect(said.contains("QSP.keys.rec 的末页记录时间是 2026-11-24T22:30"), "\(said)")
    #expect(reply.outcome.pages.isEmpty)
  }
}

@Suite("A time zone that is not there is said")
struct ZoneTests {
  private func fault(_ zone: String?, local: String = "/etc/localtime") throws -> ZoneFault? {
    let folder = try Scratch()
    try folder.write("TZif2 and so on", to: "Asia/Shanghai")
    try folder.write("no zone", to: "Asia/readme")
    let values = ["TZ": zone, "TZDIR": folder.path]
    return ZoneFault.find(environment: { values[$0] ?? nil }, local: "\(folder.path)/\(local)")
  }

  @Test(
    "A zone that is a file, or a rule, or UTC by name, is one",
    arguments: [
      "Asia/Shanghai", ":Asia/Shanghai", "CST-8", "<+08>-8", "EST5EDT,M3.2.0,M11.1.0", "UTC", "",
      ":",
      "UTC0", "GMT",
    ])
  func known(_ zone: String) throws { #expect(try fault(zone) == nil) }

  @Test(
    "Anything else is UTC without a word, and said",
    arguments: [
      "Bogus/Zone", "Asia", "Asia/readme", "Asia/shanghai", "CST", "+8", "8", "中国", "<+08", "UTC+",
      "Asia/../../../../etc/passwd", "/nowhere",
    ])
  func unknown(_ zone: String) throws { #expect(try fault(zone) == .unknown(zone)) }

  @Test("Without TZ the machine's own zone counts")
  func local() throws {
    #expect(try fault(nil, local: "Asia/Shanghai") == nil)
    #expect(try fault(nil, local: "nowhere") == ZoneFault.none)
    #expect(try fault(nil, local: "Asia/readme") == ZoneFault.none)
    let folder = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/utc", withDestinationPath: "/no/zones/here/Etc/UTC")
    #expect(ZoneFault.find(environment: { _ in nil }, local: "\(folder.path)/utc") == nil)
  }
}
