import Books
import Foundation
import Patrol
import Records
import Runner
import Signing

/// The made-up city that tests stand on: 2026-11-24, a Tuesday, 22:30 in the field.
package enum Demo {
  package static let now =
    Stamp("2026-11-24T22:30:00+08:00") ?? Stamp(moment: Moment(minutes: 0), offset: 0)
  package static let today = now.moment.day

  /// Where codes and themes are: the checkout the tests were built from.
  package static let home: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  package static func codes() throws -> CodeBook {
    try require(files).codeBook()
  }

  private static let files = SharedFiles.find(environment: { $0 == "XUNFANG_HOME" ? home : nil })

  private static func require<T>(_ value: T?) throws -> T {
    guard let value else {
      throw Tool.Missing(
        description: "\(T.self) is missing, such as data/codes.rec beside Package.swift")
    }
    return value
  }

  /// A fresh copy of the demo directory, with the rights that its files were made with.
  package static func directory() throws -> Scratch {
    try copy(of: try made.get())
  }

  private static func copy(of whole: Scratch) throws -> Scratch {
    let scratch = try Scratch()
    for name in try FileManager.default.contentsOfDirectory(atPath: whole.path) {
      try FileManager.default.copyItem(
        atPath: "\(whole.path)/\(name)", toPath: "\(scratch.path)/\(name)")
    }
    return scratch
  }

  /// Made once: seventy days of books take seconds.
  private static let made = Result {
    let scratch = try Scratch()
    try MakingUp.demo(on: scratch.disk, now: now, seed: 7, cost: .least)
    return scratch
  }

  /// A directory with one station, one township with its team of three, and one village; no pages.
  ///
  /// - Parameter isBegun: whether its book of keys and posts is.
  package static func small(isBegun: Bool = true) throws -> Scratch {
    try copy(of: try (isBegun ? begun : bare).get())
  }

  private static let bare = Result {
    let scratch = try Scratch()
    for (path, text) in SmallCity.files { try scratch.write(text, to: path) }
    return scratch
  }

  /// The book of keys and posts as 王警官 began it: no directory is without one.
  private static let begun = Result {
    let scratch = try copy(of: try bare.get())
    try DirectoryMaking.beginKeys(
      try runner(scratch).snapshot.station, Named("P-001", "王警官"), under: Signed.secret(),
      at: try require(Stamp("2025-01-01T08:00:00+08:00")), on: scratch.disk, cost: .least)
    return scratch
  }

  /// A station on its first day: its settings and nothing else.
  package static func new() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(SmallCity.files["station.rec"] ?? "", to: "station.rec")
    return scratch
  }

  /// The same with a record or two in every register.
  package static func stocked(isBegun: Bool = true) throws -> Scratch {
    let scratch = try small(isBegun: isBegun)
    for (path, text) in SmallRegisters.files { try scratch.write(text, to: path) }
    return scratch
  }

  package static func runner(
    _ scratch: Scratch, disk: (any Disk)? = nil, at stamp: Stamp = now,
    gate: Stamp? = nil, kinds: Kinds = .ours
  ) throws
    -> CommandRunner
  {
    CommandRunner(
      DataDirectory(disk ?? scratch.disk), codes: try codes(), kinds: kinds,
      clock: FixedClock(stamp),
      gate: FixedClock(gate ?? stamp), cost: .least)
  }

  /// What verification of the directory says.
  ///
  /// - Parameter now: the latest that a page may say it was recorded at; tests write in years to come.
  package static func verified(_ scratch: Scratch, now: Int = 4_102_444_800) throws -> Verified {
    let verifying = Verifying(on: scratch.disk, now: now)
    return try require(try verifying.run())
  }

  /// Whether verification finds nothing.
  package static func isSound(_ scratch: Scratch) throws -> Bool {
    try verified(scratch).findings.isEmpty
  }

  package static func snapshot(_ scratch: Scratch) throws -> Snapshot {
    try runner(scratch).snapshot
  }
}
