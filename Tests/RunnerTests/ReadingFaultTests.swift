import Books
import Foundation
import Glibc
import Patrol
import Records
import Runner
import TestSupport
import Testing

/// A fault of a file, or of the disk where it stands.
enum ReadingFault: Hashable, CaseIterable, Sendable, CustomTestStringConvertible {
  case file(FileFault)
  case failedStatus, failedOpen, gone

  static let allCases = FileFault.allCases.map(Self.file) + [failedStatus, failedOpen, gone]

  var testDescription: String { "\(self)" }

  /// Whether nothing at all of the file can be read.
  var isWhole: Bool { if case .file(let fault) = self { fault.isWhole } else { true } }

  /// Whether a file that people open in editors is read all the same.
  var isHarmless: Bool { if case .file(let fault) = self { fault.isHarmless } else { false } }

  func apply(to path: String, in scratch: Scratch) throws {
    if case .file(let fault) = self { try fault.apply(to: path, in: scratch) }
  }

  func disk(_ scratch: Scratch, at path: String) -> (any Disk)? {
    switch self {
    case .file: nil
    case .failedStatus: FailingDisk(scratch.disk, .errno(EIO), acts: [.status, .read], at: path)
    case .failedOpen: FailingDisk(scratch.disk, .errno(ENFILE), acts: [.read, .open], at: path)
    case .gone: FailingDisk(scratch.disk, .errno(ESTALE), acts: [.status, .read, .open], at: path)
    }
  }
}

@Suite("What can't be read is named, harms nothing else, and is not written to")
struct ReadingFaultTests {
  /// Whether nobody can tell without it which day it is.
  private static func isNeeded(_ file: String) -> Bool {
    file == "station.rec" || file.hasSuffix("/policy.rec")
  }

  /// All that a reader is told: at the start, by check and doctor, by verify.
  private func told(_ runner: CommandRunner, _ scratch: Scratch, _ disk: any Disk) -> [String] {
    var told: [String] = []
    do {
      told += try runner.unreadAnywhere().map { $0.happened[.hans] }
      let verified = try Verifying(on: disk, now: 4_102_444_800).run()
      told += verified?.told.map { $0.happened[.hans] } ?? []
    } catch { told.append(Loading.notice(error).happened[.hans]) }
    return told
  }

  @Test("Every kind of file stands in the directory that is damaged here, and is read whole")
  func whole() throws {
    let scratch = try FullDirectory.copy()
    for file in FullDirectory.files { #expect(scratch.exists(file), "\(file)") }
    let runner = try Demo.runner(scratch)
    #expect(told(runner, scratch, scratch.disk).isEmpty)
  }

  @Test("Each fault of each kind of file", arguments: FullDirectory.files, ReadingFault.allCases)
  func each(_ file: String, _ fault: ReadingFault) throws {
    let scratch = try FullDirectory.copy()
    let sound = try Demo.runner(scratch).snapshot
    try fault.apply(to: file, in: scratch)
    let before = scratch.files().filter { $0 != file }
    let bytes = fault.isWhole ? nil : try scratch.bytes(file)
    let disk = fault.disk(scratch, at: file) ?? scratch.disk
    let runner = try Demo.runner(scratch, disk: disk)
    let told = told(runner, scratch, disk)
    let isVolume = file.hasPrefix("books/")
    if fault.isHarmless, !isVolume {
      #expect(told.isEmpty, "\(told)")
      #expect(try runner.snapshot.memberCount == sound.memberCount)
      #expect(try runner.snapshot.keys.count == sound.keys.count)
    } else {
      #expect(told.contains { $0.contains(file) }, "\(told)")
    }
    guard !Self.isNeeded(file) || fault.isHarmless else { return }
    // The others are read as ever, and so is what can be read of this one.
    let snapshot = try runner.snapshot
    if !file.hasSuffix("members.rec") || fault == .file(.garbage) {
      #expect(snapshot.memberCount == sound.memberCount)
    }
    if !file.hasSuffix("teams.rec") || fault == .file(.garbage) {
      #expect(snapshot.teams.count == sound.teams.count)
    }
    // Somebody else's page is written all the same; the damaged file is not.
    if !file.hasSuffix("teams.rec") || !fault.isWhole, !file.hasSuffix("members.rec") {
      let entry = try Sample.quiet([
        "Team": "QS-02 柳庄村队", "Leader": "QS-02-001 柳得水", "Present": "QS-02-001 柳得水",
        "Absent": "",
      ])
      let said = Said.by(runner.perform(.record(entry)))
      #expect(said == "№1" || said.contains("没有队伍"), "\(said)")
    }
    if let bytes { #expect(try scratch.bytes(file) == bytes) }
    #expect(before.allSatisfy(scratch.exists))
  }

  @Test(
    "Of what was not read nothing is said to be missing; verify names it as well",
    arguments: FullDirectory.files, [ReadingFault.file(.directory), .file(.garbage)])
  func nothingMissing(_ file: String, _ fault: ReadingFault) throws {
    func findings(_ scratch: Scratch) throws -> [Finding] {
      try Demo.runner(scratch).findings(Demo.today)
    }
    let scratch = try FullDirectory.copy()
    let sound = Set(try findings(scratch).map(\.text))
    try fault.apply(to: file, in: scratch)
    let verified = try #require(try Demo.runner(scratch).verify())
    #expect(verified.told.contains { $0.happened[.hans].contains(file) }, "\(verified.told)")
    // Without teams and units nothing stands where it did; without the settings nothing at all.
    guard !Self.isNeeded(file), !file.hasSuffix("teams.rec"), !file.hasSuffix("units.rec") else {
      return
    }
    // What was put off is there all the same: that it was is what nobody knows then.
    let laid = file.hasSuffix("deferrals.rec") ? ["柳庄村队 1 人，应有 5 人，缺 4 人"] : []
    let more = try findings(scratch).filter {
      $0.rule != .notRead && !sound.contains($0.text) && !laid.contains($0.text[.hans])
    }
    #expect(more.isEmpty, "\(more.map { $0.text[.hans] })")
  }

  @Test("A register that was not read whole is not written to", arguments: ReadingFault.allCases)
  func notWritten(_ fault: ReadingFault) throws {
    let scratch = try FullDirectory.copy()
    let file = "register/QSP/members.rec"
    try fault.apply(to: file, in: scratch)
    let runner = try Demo.runner(scratch, disk: fault.disk(scratch, at: file))
    let texts = [
      "Code": "QS-099", "Name": "新人", "Team": "QS", "Post": "member", "Service": "part",
    ]
    let said = Said.by(runner.perform(.put(RegisterRecord(.members, texts, seen: nil))))
    #expect(fault.isHarmless ? said == "已存队员 新人。C-z 撤销。" : said.contains("未读入"), "\(said)")
    if fault.isHarmless {
      #expect(try Demo.snapshot(scratch).memberCount == (try FullDirectory.copy()).members + 1)
    }
  }

  @Test("A register behind a link is written through it, and the link stays")
  func link() throws {
    let scratch = try FullDirectory.copy()
    let elsewhere = try Scratch()
    let file = scratch.path + "/register/QSP/members.rec"
    try FileManager.default.moveItem(atPath: file, toPath: elsewhere.path + "/m.rec")
    try FileManager.default.createSymbolicLink(
      atPath: file, withDestinationPath: elsewhere.path + "/m.rec")
    let runner = try Demo.runner(scratch)
    let seen = try #require(try runner.snapshot.table(.members).texts("QS-002"))
    _ = runner.perform(
      .put(RegisterRecord(.members, seen.merging(["Remark": "一"]) { $1 }, seen: seen)))
    #expect(try elsewhere.text("m.rec").contains("Remark: 一\n"))
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: file)
    #expect(target == elsewhere.path + "/m.rec")
  }

  @Test("A copy beside the books is named when it holds pages that the volume lacks")
  func copies() throws {
    let scratch = try FullDirectory.copy()
    let path = "books/2026/QS.patrol.rec"
    let names = [
      "QS.patrol.rec~", "QS.patrol.rec.bak", "QS.patrol (conflicted copy).rec",
      "QS.patrol.sync-conflict-20261124.rec",
    ]
    for name in names { try scratch.write(try scratch.bytes(path), to: "books/2026/\(name)") }
    // One that is called as a volume is said to be none; of the others nothing is said.
    let strays = names.filter { $0.hasSuffix(".rec") }.sorted()
    #expect(
      try Demo.verified(scratch).findings.map { $0.happened[.hans] }
        == strays.map { "books/2026/\($0)不算（J1）：这卷不在它该在的地方。" })
    // The copies go on with another page.
    let other = try FullDirectory.copy()
    let entry = try Sample.quiet(["From": "2026-11-24 16:00", "To": "2026-11-24 17:00"])
    _ = try Demo.runner(other).perform(.record(entry))
    for name in names {
      try scratch.write(try other.bytes(path), to: "books/2026/\(name)")
      let said = try Demo.verified(scratch).findings.map { $0.happened[.hans] }
      #expect(said.contains { $0.contains(name) && $0.contains("1 页") }, "\(said)")
    }
  }

  @Test(
    "A page that can't be read is named with its place, however old it is and whatever of it is gone",
    arguments: [
      ("Weather: clear", "天气不是栏目"), ("Number: 1\n", "Number: x\n"), ("Recorded: 2", "Recorded: x"),
      ("Kind: patrol\n", ""), ("Date: 2025-06-01\n", ""),
    ])
  func oldPage(_ sound: String, _ broken: String) throws {
    let scratch = try Demo.small()
    for day in ["2025-06-01", "2026-11-23"] {
      let runner = try Demo.runner(scratch, at: try #require(Stamp("\(day)T23:00:00+08:00")))
      _ = runner.perform(
        .record(try Sample.quiet(["Date": day, "From": "\(day) 19:30", "To": "\(day) 22:10"])))
    }
    let path = "books/2025/QS.patrol.rec"
    #expect(try Demo.runner(scratch).unreadAnywhere().isEmpty)
    try scratch.write(try scratch.text(path).replacing(sound, with: broken), to: path)
    let told = try Demo.runner(scratch).unreadAnywhere().map { $0.happened[.hans] }
    // What goes on from it hangs in the air as well.
    let next = "books/2026/QS.patrol.rec:13 起的各页未核：与前一年的卷接不上。"
    #expect(told.count == 2 && told[0].hasPrefix(path) && told[1] == next, "\(told)")
  }

  @Test("A code that two records of one register have is named with its line, in every register")
  func twice() throws {
    let full = try FullDirectory.copy()
    for kind in Kinds.ours.registers where kind.column("Code") != nil {
      let path = "register/QSP/\(kind.name).rec"
      guard let text = try? full.text(path),
        let record = text.split(separator: "\n\n").last(where: { $0.contains("Code: ") })
      else { continue }
      let scratch = try full.copy()
      try scratch.write(text + "\n" + record + "\n", to: path)
      let told = try Demo.runner(scratch).unreadAnywhere().map { $0.happened[.hans] }
      #expect(told.contains { $0.contains("\(kind.name).rec:") }, "\(kind.name): \(told)")
    }
  }
}

extension Scratch {
  fileprivate var members: Int { (try? Demo.snapshot(self).memberCount) ?? 0 }
}
