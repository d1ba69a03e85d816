import Books
import Foundation
import Glibc
import Patrol
import Records
import Runner
import TestSupport
import Testing

/// What an editor, a sync client, a merge, a disk or a hand does to a file.
enum ReadingFault: String, CaseIterable, Sendable {
  case byteOrderMark, returns, garbage, mergeMarkers, gbk, directory, fifo, danglingLink
  case failedStatus, failedOpen, gone

  /// Whether nothing at all of the file can be read.
  var isWhole: Bool {
    switch self {
    case .directory, .fifo, .danglingLink, .failedStatus, .failedOpen, .gone: true
    case .byteOrderMark, .returns, .garbage, .mergeMarkers, .gbk: false
    }
  }

  /// Whether a file that people open in editors is read all the same.
  var isHarmless: Bool { self == .byteOrderMark || self == .returns }

  func apply(to path: String, in scratch: Scratch) throws {
    let full = scratch.path + "/" + path
    let bytes = try scratch.bytes(path)
    switch self {
    case .byteOrderMark: try scratch.write([0xEF, 0xBB, 0xBF] + bytes, to: path)
    case .returns:
      try scratch.write(bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, to: path)
    case .garbage: try scratch.write(bytes + Array("\n这不是栏目\n\n".utf8), to: path)
    case .mergeMarkers:
      let text = String(decoding: bytes, as: UTF8.self)
      let end = text.range(of: "\n\n")?.upperBound ?? text.endIndex
      try scratch.write(
        text[..<end] + "<<<<<<< HEAD\n" + text[end...] + "=======\n>>>>>>> other\n\n", to: path)
    case .gbk:
      try scratch.write(bytes + [0x0A, 0x58, 0x3A, 0x20, 0xB8, 0xDF, 0x0A, 0x0A], to: path)
    case .directory:
      try FileManager.default.removeItem(atPath: full)
      try FileManager.default.createDirectory(atPath: full, withIntermediateDirectories: true)
    case .fifo:
      try FileManager.default.removeItem(atPath: full)
      #expect(mkfifo(full, 0o600) == 0)
    case .danglingLink:
      try FileManager.default.removeItem(atPath: full)
      try FileManager.default.createSymbolicLink(
        atPath: full, withDestinationPath: "/nonexistent/\(path)")
    case .failedStatus, .failedOpen, .gone: break
    }
  }

  func disk(_ scratch: Scratch, at path: String) -> (any Disk)? {
    switch self {
    case .failedStatus: FailingDisk(scratch.disk, .errno(EIO), acts: [.status, .read], at: path)
    case .failedOpen: FailingDisk(scratch.disk, .errno(ENFILE), acts: [.read, .open], at: path)
    case .gone: FailingDisk(scratch.disk, .errno(ESTALE), acts: [.status, .read, .open], at: path)
    default: nil
    }
  }
}

@Suite("What can't be read is named, harms nothing else, and is not written to")
struct ReadingFaultTests {
  /// A directory in which every kind of file stands.
  private static func full() throws -> Scratch {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    _ = runner.perform(.record(try Sample.quiet()))
    _ = runner.perform(.inspect(try Signed.inspection()))
    _ = runner.perform(
      .put(RegisterRecord(.officers, ["Code": "P-009", "Name": "赵警官", "Unit": "QSP"], seen: nil)))
    _ = runner.perform(.reveal(Looking(.members, ["QS-001"], at: .fields, why: "核对")))
    _ = runner.perform(.saveDraft("members-QS-001", Draft(["Remark": "一"])))
    let out = [
      "Team": "QS-01 高庄村队", "From": "2026-11-24 21:00", "Due": "2026-11-25 00:00",
      "Leader": "QS-01-001 高有福", "Strength": "5",
    ]
    _ = runner.perform(.setOut(try Underway.schema.parse(out)))
    let wrong = Signed.secret("000000")
    _ = runner.perform(
      .attest(
        .sign([.init(PageID(BookID("QS", .inspection), year: 2026, number: 1), .inspector)]),
        by: "QS-001", wrong))
    let deputy = [
      "Code": Deputy.code("QS-01", Demo.today), "Team": "QS-01", "Date": "2026-11-24",
      "Person": "QS-01-002 𠮷野",
    ]
    _ = runner.perform(.put(RegisterRecord(.deputies, deputy, seen: nil)))
    try scratch.write(
      "%rec: Mapping\n\nCode: members-1\nRegister: members\nHeading: 组长\nField: Post\n",
      to: "register/QSP/mappings.rec")
    return scratch
  }

  /// One file of each kind, with what reads it.
  private static let files: [String] =
    ["station.rec", "keys/allowed_signers", "keys/QS-001.key", "keys/tries.rec", "access/QSP.rec"]
    + ["drafts/members-QS-001.rec", "books/2026/QS.patrol.rec", "books/2026/QS.inspection.rec"]
    + ["changes", "mappings", "underway"].map { "register/QSP/\($0).rec" }
    + RegisterRecord.Kind.allCases.map { "register/QSP/\($0.rawValue).rec" }

  /// All that a reader is told: at the start, by check and doctor, by verify.
  private func told(_ runner: CommandRunner, _ scratch: Scratch, _ disk: any Disk) -> [String] {
    var told: [String] = []
    do {
      told += try runner.unreadAnywhere().map { $0.happened[.hans] }
      let verified = try Verifying(on: disk).run()
      told += verified?.told.map { $0.happened[.hans] } ?? []
    } catch { told.append(Loading.notice(error).happened[.hans]) }
    return told
  }

  private static let whole = Result { try full() }

  private func copy() throws -> Scratch {
    let begun = try Self.whole.get()
    let copy = try Scratch()
    for file in begun.files() { try copy.write(try begun.bytes(file), to: file) }
    return copy
  }

  @Test("Every kind of file stands in the directory that is damaged here, and is read whole")
  func whole() throws {
    let scratch = try copy()
    for file in Self.files { #expect(scratch.exists(file), "\(file)") }
    let runner = try Demo.runner(scratch)
    #expect(told(runner, scratch, scratch.disk).isEmpty)
  }

  @Test("Each fault of each kind of file", arguments: files, ReadingFault.allCases)
  func each(_ file: String, _ fault: ReadingFault) throws {
    let scratch = try copy()
    let sound = try Demo.runner(scratch).library
    try fault.apply(to: file, in: scratch)
    let before = scratch.files().filter { $0 != file }
    let bytes = fault.isWhole ? nil : try scratch.bytes(file)
    let disk = fault.disk(scratch, at: file) ?? scratch.disk
    let runner = try Demo.runner(scratch, disk: disk)
    let told = told(runner, scratch, disk)
    let isVolume = file.hasPrefix("books/")
    if fault.isHarmless, !isVolume {
      #expect(told.isEmpty, "\(told)")
      #expect(try runner.library.memberCount == sound.memberCount)
      #expect(try runner.library.keys.count == sound.keys.count)
    } else {
      #expect(told.contains { $0.contains(file) }, "\(told)")
    }
    guard file != "station.rec" || fault.isHarmless else { return }
    // The others are read as ever, and so is what can be read of this one.
    let library = try runner.library
    if !file.hasSuffix("members.rec") || fault == .garbage {
      #expect(library.memberCount == sound.memberCount)
    }
    if !file.hasSuffix("teams.rec") || fault == .garbage {
      #expect(library.teams.count == sound.teams.count)
    }
    // Somebody else's page is written all the same; the damaged file is not.
    if !file.hasSuffix("teams.rec") || !fault.isWhole, !file.hasSuffix("members.rec") {
      let entry = try Sample.quiet([
        "Team": "QS-02 柳庄村队", "Leader": "QS-02-001 柳得水", "Present": "QS-02-001 柳得水",
        "Absent": "",
      ])
      let said = Said.by(runner.perform(.record(entry)))
      #expect(said == "recorded 1" || said.contains("没有队伍"), "\(said)")
    }
    if let bytes { #expect(try scratch.bytes(file) == bytes) }
    #expect(before.allSatisfy(scratch.exists))
  }

  @Test("A register that was not read whole is not written to", arguments: ReadingFault.allCases)
  func notWritten(_ fault: ReadingFault) throws {
    let scratch = try copy()
    let file = "register/QSP/members.rec"
    try fault.apply(to: file, in: scratch)
    let runner = try Demo.runner(scratch, disk: fault.disk(scratch, at: file))
    let texts = [
      "Code": "QS-099", "Name": "新人", "Team": "QS", "Post": "member", "Service": "part",
    ]
    let said = Said.by(runner.perform(.put(RegisterRecord(.members, texts, seen: nil))))
    #expect(fault.isHarmless ? said == "put QS-099" : said.contains("未读入"), "\(said)")
    if fault.isHarmless {
      #expect(try Demo.library(scratch).memberCount == (try Self.whole.get()).members + 1)
    }
  }

  @Test("A register behind a link is written through it, and the link stays")
  func link() throws {
    let scratch = try copy()
    let elsewhere = try Scratch()
    let file = scratch.path + "/register/QSP/members.rec"
    try FileManager.default.moveItem(atPath: file, toPath: elsewhere.path + "/m.rec")
    try FileManager.default.createSymbolicLink(
      atPath: file, withDestinationPath: elsewhere.path + "/m.rec")
    let runner = try Demo.runner(scratch)
    let seen = try #require(try runner.library.table(.members).texts("QS-002"))
    _ = runner.perform(
      .put(RegisterRecord(.members, seen.merging(["Remark": "一"]) { $1 }, seen: seen)))
    #expect(try elsewhere.text("m.rec").contains("Remark: 一\n"))
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: file)
    #expect(target == elsewhere.path + "/m.rec")
  }

  @Test("A copy beside the books is named when it holds pages that the volume lacks")
  func copies() throws {
    let scratch = try copy()
    let path = "books/2026/QS.patrol.rec"
    let names = [
      "QS.patrol.rec~", "QS.patrol.rec.bak", "QS.patrol (conflicted copy).rec",
      "QS.patrol.sync-conflict-20261124.rec",
    ]
    for name in names { try scratch.write(try scratch.bytes(path), to: "books/2026/\(name)") }
    #expect(try Demo.isSound(scratch))
    // The copies go on with another page.
    let other = try copy()
    let entry = try Sample.quiet(["From": "2026-11-24 16:00", "To": "2026-11-24 17:00"])
    _ = try Demo.runner(other).perform(.record(entry))
    for name in names {
      try scratch.write(try other.bytes(path), to: "books/2026/\(name)")
      let said = try Demo.verified(scratch).findings.map { $0.happened[.hans] }
      #expect(said.contains { $0.contains(name) && $0.contains("1 页") }, "\(said)")
    }
  }
}

extension Scratch {
  fileprivate var members: Int { (try? Demo.library(self).memberCount) ?? 0 }

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
    #expect(told.count == 1 && told[0].hasPrefix(path), "\(told)")
  }
}
