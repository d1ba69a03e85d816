import Foundation
import Patrol
import Records
import Runner
import Synchronization
import TestSupport
import Testing

/// The real process, cut off by the system at each call by which it writes.
///
/// `make test` takes some calls of each command; `make soak`, which sets `XUNFANG_FAULTS`, all of them.
@Suite("A command that is killed, or whose disk fails, has done its work whole or not at all")
struct CutOffTests {
  private static let isWhole = ProcessInfo.processInfo.environment["XUNFANG_FAULTS"] != nil

  private static let injections =
    isWhole ? ["signal=KILL", "error=ENOSPC", "error=EIO"] : ["signal=KILL", "error=ENOSPC"]

  /// What a reader is shown of the registers.
  private func shown(_ scratch: Scratch) throws -> [String: [[String: String]]] {
    let snapshot = try Demo.snapshot(scratch)
    return Dictionary(
      uniqueKeysWithValues: Kinds.ours.registers.map { kind in
        let table = snapshot.table(kind)
        return (kind.name, (0..<table.count).map { table.texts(at: $0) })
      })
  }

  /// The registers after an undo.
  private func undone(_ scratch: Scratch) throws -> [String: String] {
    let copy = try scratch.copy()
    _ = try Demo.runner(copy).perform(.undo)
    return try DirectoryState(copy).registers.filter { !$0.key.hasSuffix("underway.rec") }
  }

  /// Where a command stands before it, and where when nothing comes between.
  private struct Course {
    let begun: Scratch
    let before: DirectoryState
    let after: DirectoryState
    let shown: [[String: [[String: String]]]]
    let undone: [[String: String]]
    let calls: SystemCalls
    /// Whether it was sound before: pages without a book of keys are not, until it is begun.
    let isSound: Bool
  }

  private func course(_ command: WritingCommand) throws -> Course {
    let begun = try WritingCommand.begun(command)
    let (scratch, folder) = (try begun.copy(), try Scratch())
    let program = try Program(on: scratch)
    let result = try Tool.run(
      [
        try Tool("strace").executable, "-f", "-qq", "--seccomp-bpf", "-o", folder.path + "/log",
        "-e", "trace=" + SystemCalls.names,
      ] + program.command(try WritingCommand.words(command.line, folder)),
      environment: Program.environment)
    #expect(result.status == 0, "\(command.line): \(result.err)")
    let calls = SystemCalls(log: try folder.text("log"))
    #expect(calls.places.count > 3, "\(command.line)")
    return Course(
      begun: begun, before: try DirectoryState(begun), after: try DirectoryState(scratch),
      shown: [try shown(begun), try shown(scratch)],
      undone: [try undone(begun), try undone(scratch)], calls: calls,
      isSound: try Demo.isSound(begun))
  }

  /// Counts of what was cut off, printed where all of it is.
  private static let counts = Mutex((cut: 0, done: 0))

  @Test("Cut off at a call", arguments: WritingCommand.all.filter { !$0.makes })
  func cutOff(_ command: WritingCommand) throws {
    let course = try course(command)
    let turn = WritingCommand.all.firstIndex { $0.line == command.line } ?? 0
    for injection in Self.injections {
      let places =
        Self.isWhole
        ? course.calls.places : course.calls.some(injection.hasPrefix("s") ? 2 : 1, from: turn)
      for place in places { try cut(command, course, place, injection) }
    }
    if Self.isWhole {
      Self.counts.withLock { print("\($0.cut) cut off so far, \($0.done) of them done whole") }
    }
  }

  private func cut(
    _ command: WritingCommand, _ course: Course, _ place: SystemCalls.Place, _ injection: String
  ) throws {
    let (scratch, folder) = (try course.begun.copy(), try Scratch())
    let words = try WritingCommand.words(command.line, folder)
    let result = try Program(on: scratch).run(
      words, .init(place.call, "\(injection):when=\(place.number)"), log: folder.path + "/cut")
    let note = Comment(
      rawValue: "\(command.line): \(injection) at \(place.call) \(place.number): "
        + "\(result.status) \(result.out.suffix(800)) \(result.err)")
    // Which thread opens what is not the same in every run. Where it was a file to be read, a form may
    // begin otherwise and another page be saved, whole: such faults have a table of their own.
    if injection.hasPrefix("error"), SystemCalls.failedToRead(log: try folder.text("cut")) {
      // What it left half done the next who writes finishes.
      try WritingCommand.settle(scratch)
      #expect(try Demo.isSound(scratch) || !course.isSound, note)
      return
    }
    // Whoever only reads is never shown a half of it, whoever writes next finishes or cancels it.
    let shown = try shown(scratch)
    #expect(course.shown.contains(shown), note)
    try WritingCommand.settle(scratch)
    let state = try DirectoryState(scratch)
    let isDone = [
      state == course.after, state.isStillOut(course.before, course.after),
      state.isPartlySigned(course.before, course.after),
    ].contains(true)
    #expect(
      isDone || state == course.before,
      "\(note.rawValue)\n\(state.difference(to: course.before))\n--\n\(state.difference(to: course.after))"
    )
    #expect(try Demo.isSound(scratch) == (isDone || course.isSound), note)
    #expect(try undone(scratch) == course.undone[isDone ? 1 : 0], note)
    try told(result, injection, isDone, course, scratch, note)
    Self.counts.withLock { $0 = ($0.cut + 1, $0.done + (isDone ? 1 : 0)) }
  }

  /// What was said agrees with what is there.
  private func told(
    _ result: Tool.Result, _ injection: String, _ isDone: Bool, _ course: Course,
    _ scratch: Scratch,
    _ note: Comment
  ) throws {
    let isChanging = course.after != course.before
    let state = try DirectoryState(scratch)
    #expect(!state.isPartlySigned(course.before, course.after) || result.status != 0, note)
    if result.status == 0, isChanging, !result.out.contains("│") { #expect(isDone, note) }
    // A page that was called saved is there, once.
    for line in result.out.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 5, words[3] == "sha256" else { continue }
      let book = try scratch.text("books/\(words[1])/\(words[0]).rec")
      #expect(book.components(separatedBy: "Digest: sha256 \(words[4])\n").count == 2, note)
    }
    guard injection != "signal=KILL" else { return }
    // 64: the file with the PIN, which the command line names, could not be read.
    #expect(result.status <= 2 || result.status == 64 && (!isDone || !isChanging), note)
    if result.status != 0 {
      // Who looked at what is noted before it is shown, whether or not it then can be.
      let isOnlyNoted = course.after.isSame(as: course.before, but: "access/")
      let isSaid = ["已存", "已记入", "已写入", "已签"].contains { result.err.contains($0) }
      #expect(!result.err.isEmpty && (isOnlyNoted || isSaid == isDone), note)
    }
  }

  @Test(
    "A new directory that was cut off is none, and says so",
    arguments: WritingCommand.all.filter { $0.makes && (isWhole || $0.line != "demo NEW") })
  func making(_ command: WritingCommand) throws {
    let folder = try Scratch()
    let words = try WritingCommand.words(command.line, folder)
    let program = try Program(on: folder.path + "/new")
    // The directory that is made stands among the words.
    let line = Array(program.command(words).dropLast(4) + program.command([]).suffix(2))
    let traced = try Tool.run(
      [
        try Tool("strace").executable, "-f", "-qq", "--seccomp-bpf", "-o", folder.path + "/log",
        "-e", "trace=" + SystemCalls.names,
      ] + line, environment: Program.environment)
    #expect(traced.status == 0, "\(traced.err)")
    let whole = try DirectoryState(folder, below: "new")
    let calls = SystemCalls(log: try folder.text("log"))
    for injection in Self.injections {
      for place in calls.some(Self.isWhole ? 60 : 3, from: 1) {
        try FileManager.default.removeItem(atPath: folder.path + "/new")
        let result = try Tool.run(
          try Program.traced(
            line, .init(place.call, "\(injection):when=\(place.number)"), below: folder.path),
          environment: Program.environment)
        let note = Comment(
          rawValue: "\(command.line): \(injection) at \(place.call) \(place.number): "
            + "\(result.status) \(result.err)")
        let state = try DirectoryState(folder, below: "new")
        let isDone = state == whole
        let list = try program.run(["list", "units"])
        #expect(isDone ? list.status == 0 : list.status == 2 && !list.err.isEmpty, note)
        if result.status == 0 { #expect(isDone, "\(note.rawValue) \(state.difference(to: whole))") }
        if !FileManager.default.fileExists(atPath: folder.path + "/new") {
          try FileManager.default.createDirectory(
            atPath: folder.path + "/new", withIntermediateDirectories: true)
        }
      }
    }
  }
}
