import Foundation
import TestSupport
import Testing

/// A disk on which nothing has room any more: a tmpfs of a few pages, filled up.
@Suite("A full disk below the data directory")
struct FullDiskTests {
  private static let isWhole = ProcessInfo.processInfo.environment["XUNFANG_FAULTS"] != nil

  private static let commands = WritingCommand.all.enumerated().filter { index, command in
    !command.makes && !command.line.contains("NEW") && (isWhole || index % 5 == 0)
  }.map(\.element)

  /// What makes a place to mount in: root's own, or a namespace in which anybody is root.
  private static let unshare = Result {
    let tool = try Tool("unshare").executable
    let ways = [[tool, "-m", "--propagation", "private"], [tool, "-U", "-r", "-m"]]
    let probe = "mount -t tmpfs none /mnt"
    let tried = try ways.map { try Tool.run($0 + ["/bin/sh", "-c", probe]) }
    guard let found = tried.firstIndex(where: { $0.status == 0 }) else {
      throw Tool.Missing(
        description: "no tmpfs can be mounted here, neither as root nor by unshare -Urm: "
          + tried.map(\.err).joined())
    }
    return ways[found]
  }

  /// Runs a line of the shell where it may mount.
  static func mounting(_ line: String, _ environment: [String: String]) throws -> Tool.Result {
    let bash = try Tool("bash").executable
    let result = try Tool.run(
      try unshare.get() + [bash, "-c", line], environment: environment)
    guard result.status != 9 else {
      throw Tool.Missing(description: "a tmpfs was not mounted: \(result.err)")
    }
    return result
  }

  /// Carries a command out on a disk with so many kilobytes left; what stands there then is kept.
  private func full(
    _ command: WritingCommand, _ scratch: Scratch, room: Int
  ) throws -> Tool.Result {
    let (folder, data) = (try Scratch(), scratch.path)
    let copy = folder.path + "/copy"
    let words = try WritingCommand.words(command.line, folder)
    let program = try Program(on: scratch).command(words).map { "'\($0)'" }
    let result = try Self.mounting(
      """
      cp -a '\(data)' '\(copy)' && mount -t tmpfs -o size=4m none '\(data)' || exit 9
      cp -a '\(copy)/.' '\(data)' && rm -r '\(copy)' || exit 8
      left=$(df --output=avail -k '\(data)' | tail -1)
      fallocate -l $((left - \(room)))k '\(data)/filler' || exit 8
      \(program.joined(separator: " ")); code=$?
      rm '\(data)/filler' && cp -a '\(data)' '\(copy)' || exit 8
      exit $code
      """, Program.environment)
    #expect(result.status != 8, "\(result.err)")
    try FileManager.default.removeItem(atPath: data)
    try FileManager.default.moveItem(atPath: copy, toPath: data)
    return result
  }

  @Test("Nothing half, nothing lost, and said", arguments: commands)
  func writing(_ command: WritingCommand) throws {
    let begun = try WritingCommand.begun(command)
    let before = try DirectoryState(begun)
    let done = try begun.copy()
    let folder = try Scratch()
    _ = try Program(on: done).run(try WritingCommand.words(command.line, folder))
    let after = try DirectoryState(done)
    for room in Self.isWhole ? [0, 4, 8, 12, 16, 20, 24, 32, 48] : [0, 8] {
      let scratch = try begun.copy()
      let result = try full(command, scratch, room: room)
      let note = Comment(
        rawValue:
          "\(command.line), \(room) KB: \(result.status) \(result.out.suffix(600)) \(result.err)"
      )
      try WritingCommand.settle(scratch)
      let state = try DirectoryState(scratch)
      let isDone =
        state == after || state.isStillOut(before, after) || state.isPartlySigned(before, after)
      #expect(isDone || state == before, note)
      #expect(try Demo.isSound(scratch), note)
      if result.status == 0, !command.line.hasPrefix("--script") { #expect(isDone, note) }
      if room == 0, after != before, !isDone {
        let isSaid = (result.err + result.out).contains("已满")
        #expect(isSaid && (result.status == 2 || command.line.hasPrefix("--script")), note)
      }
    }
  }
}
