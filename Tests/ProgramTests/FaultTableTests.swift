import Foundation
import Patrol
import Glibc
import TestSupport
import Testing

/// `make test` takes for each file one fault in turn and some of the commands; `make soak`, which sets
/// `XUNFANG_FAULTS`, every fault of every file with every command.
@Suite("Each fault of each kind of file is named by every command that reads it")
struct FaultTableTests {
  static let isWhole = ProcessInfo.processInfo.environment["XUNFANG_FAULTS"] != nil

  struct Row: Sendable, CustomTestStringConvertible {
    let file: String
    let fault: StoredFault
    let commands: [ReadingCommand]
    var testDescription: String { "\(file): \(fault.testDescription)" }
  }

  static let rows: [Row] = FullDirectory.files.enumerated().flatMap { index, file in
    let all = ReadingCommand.all
    guard !isWhole else { return StoredFault.all.map { Row(file: file, fault: $0, commands: all) } }
    let some = all.enumerated().filter { place, command in
      (place + index) % 6 == 0 || ["check", "--script"].contains(command.words[0])
    }.map(\.element)
    var faults = [StoredFault.all[index % StoredFault.all.count]]
    // Pages are read strictly, so that what an editor does to them is another thing than elsewhere.
    if ReadPart(file) == .books { faults += [.file(.returns), .file(.mergeMarkers)] }
    return faults.map { Row(file: file, fault: $0, commands: some) }
  }

  @Test("Every file and every fault stands in the rows")
  func complete() {
    #expect(Set(Self.rows.map(\.file)) == Set(FullDirectory.files))
    #expect(Set(Self.rows.map(\.fault)) == Set(StoredFault.all))
  }

  @Test("Every subcommand there is stands in the table of those that read or of those that write")
  func subcommands() throws {
    let lines = ReadingCommand.all.map(\.testDescription) + WritingCommand.all.map(\.line)
    let missing = try Subcommands.all().filter { name in
      !lines.contains { $0 == name || $0.hasPrefix(name + " ") }
    }
    // These look at nothing in a data directory.
    #expect(missing == ["docs", "theme check"])
  }

  /// What each command says of the sound directory.
  private static let sound = Result {
    let scratch = try FullDirectory.copy()
    let program = try Program(on: scratch)
    return try ReadingCommand.all.map { command in
      let folder = try Scratch()
      return said(try program.run(words(command, folder)), scratch, folder)
    }
  }

  private struct Saying: Equatable {
    let status: Int32
    let out: String
    let err: String
  }

  /// What was said, without the names of the tests' own folders.
  private static func said(_ result: Tool.Result, _ scratch: Scratch, _ folder: Scratch) -> Saying {
    func plain(_ text: String) -> String {
      text.replacing(scratch.path, with: "D").replacing(folder.path, with: "F")
    }
    return Saying(status: result.status, out: plain(result.out), err: plain(result.err))
  }

  private static func words(_ command: ReadingCommand, _ folder: Scratch) -> [String] {
    command.words.map { $0 == "NEW" ? folder.path + "/new" : $0 }
  }

  private func run(_ words: [String], _ row: Row, _ scratch: Scratch) throws -> Tool.Result {
    let program = try Program(on: scratch)
    switch row.fault {
    case .file: return try program.run(words)
    case .noRight:
      let path = scratch.path + "/" + row.file
      guard chmod(path, 0) == 0 else { throw Tool.Missing(description: "chmod \(path)") }
      // Read again by the test, which may be root or not.
      defer { chmod(path, 0o600) }
      return try program.runAsOrdinary(words)
    case .call(let calls, let error):
      return try program.run(words, .init(calls, "error=\(error)", at: row.file))
    }
  }

  /// Every file but the damaged one, what is never the truth, and what the command writes.
  private func others(_ scratch: Scratch, _ row: Row, but written: String?) throws -> [String:
    [UInt8]]
  {
    let names = scratch.files().filter {
      $0 != row.file && $0 != written && $0 != ".lock" && !$0.hasPrefix(".cache/")
    }
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try scratch.bytes($0)) })
  }

  @Test("Read by every command: named, the others unharmed, nothing rewritten", arguments: rows)
  func reading(_ row: Row) throws {
    let sound = try Self.sound.get()
    let isVolume = row.file.hasPrefix("books/")
    let scratch = try FullDirectory.copy()
    try row.fault.apply(to: row.file, in: scratch)
    let bytes = row.fault.isGone ? nil : try scratch.bytes(row.file)
    for command in row.commands {
      let place = Comment(rawValue: "\(command.testDescription), \(row.testDescription)")
      guard let index = ReadingCommand.all.firstIndex(where: { $0.words == command.words }) else {
        continue
      }
      let before = try others(scratch, row, but: command.writes)
      let folder = try Scratch()
      let result = try run(Self.words(command, folder), row, scratch)
      let said = Self.said(result, scratch, folder)
      let all = said.out + said.err
      let note = Comment(rawValue: "\(place.rawValue): \(said.status)\n\(all.suffix(1500))")
      #expect((0...2).contains(said.status), note)
      if row.fault.isHarmless, !isVolume {
        #expect(said == sound[index], note)
      } else if isVolume, row.fault.isBesidePages {
        // The pages are read; that their volume is not as it was written is for verify to find.
        let isVerified = command.words == ["verify"]
        #expect(
          isVerified ? all.contains(row.file) && said.status == 1 : said == sound[index], note)
      } else if command.reads.contains(ReadPart(row.file)) {
        #expect(all.contains(row.file), note)
        #expect(said.status == 2 || ["--script", "verify"].contains(command.words[0]), note)
      } else if ReadPart(row.file) != .station {
        #expect(said == sound[index], note)
      }
      if let bytes, command.writes != row.file {
        #expect(try scratch.bytes(row.file) == bytes, note)
      }
      #expect(try others(scratch, row, but: command.writes) == before, note)
    }
  }

  @Test("A page of another book is written all the same; the damaged file is not", arguments: rows)
  func writing(_ row: Row) throws {
    let scratch = try FullDirectory.copy()
    try row.fault.apply(to: row.file, in: scratch)
    let bytes = row.fault.isGone ? nil : try scratch.bytes(row.file)
    let page = "books/2026/QS-02.patrol.rec"
    let before = try others(scratch, row, but: page)
    let record = try run(
      [
        "record", "patrol", "--team", "QS-02", "--from", "1930", "--to", "2210", "--found", "none",
        "--leader",
        "QS-02-001", "--members", "QS-02-001", "--route", "村口",
      ], row, scratch)
    let note = Comment(rawValue: "\(row.testDescription): \(record.status)\n\(record.err)")
    let isWritten = scratch.exists(page)
    #expect(isWritten == record.out.hasPrefix("QS-02.patrol 2026 1 sha256 "), note)
    #expect(isWritten == (record.status == 0), note)
    // Without settings, or the team and its people, nobody can tell whose page it would be.
    let isNeeded = ["station", "policy", "teams", "members"].contains {
      row.file.hasSuffix("\($0).rec")
    }
    if !isNeeded || row.fault.isHarmless { #expect(isWritten, note) }
    #expect(try others(scratch, row, but: page) == before, note)
    if let bytes { #expect(try scratch.bytes(row.file) == bytes, note) }
    try change(row, scratch, bytes)
  }

  /// A change of the damaged register itself.
  private func change(_ row: Row, _ scratch: Scratch, _ bytes: [UInt8]?) throws {
    guard ReadPart(row.file) == .registers, !row.file.hasSuffix("underway.rec"),
      let kind = row.file.split(separator: "/").last?.dropLast(4),
      let line = try FullDirectory.copy().text(row.file).split(separator: "\n").first(
        where: { $0.hasPrefix("Code: ") }),
      // What the program writes no hand changes, whole or damaged: `MessageTests` has those.
      Kinds.byHand.contains(where: { $0.name == kind })
    else { return }
    let change = [
      "officers": "Pinyin=a", "roster": "Route=一", "teams": "Route=一",
      "units": "Pinyin=a",
    ]
    let put = try run(
      ["put", "\(kind)", "Code=\(line.dropFirst(6))", change["\(kind)"] ?? "Remark=一"], row,
      scratch)
    let note = Comment(rawValue: "put, \(row.testDescription): \(put.status)\n\(put.err)")
    #expect((put.status == 0) == row.fault.isHarmless, note)
    if let bytes { #expect((try scratch.bytes(row.file) == bytes) == !row.fault.isHarmless, note) }
  }
}
