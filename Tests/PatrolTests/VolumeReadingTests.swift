import Foundation
import Patrol
import Records
import Testing

@Suite("How far a volume holds together")
struct VolumeReadingTests {
  private static let book = BookID("QS", .inspection)
  private static let now = 1_800_000_000

  private static let body: [(name: String, value: String)] = [
    ("Inspected", "QS-01 高庄村队"), ("Date", "2026-11-24"), ("From", "2026-11-24 20:30"),
    ("To", "2026-11-24 21:00"), ("Present", "4"), ("Expected", "5"), ("Points", "11111111"),
    ("Inspector", "QS-001 周建林"), ("Inspecting", "QS 青石镇专职队"),
  ]

  /// A volume of pages, each with the body given.
  private static func volume(
    _ bodies: [[(name: String, value: String)]], at times: [String] = []
  ) throws -> [UInt8] {
    let directory = try #require(DirectoryID("demo-" + String(repeating: "a0", count: 16)))
    let header = VolumeHeader(
      VolumeCover("检查簿", directory, rollover: 480), book, year: 2026, continues: nil)
    var (bytes, previous) = (header.bytes, Digest(of: header.bytes))
    for (index, body) in bodies.enumerated() {
      let time = times.isEmpty ? "2026-11-24T21:07:33+08:00" : times[index]
      let recorded = try #require(Recorded("\(time) QS-001 周建林"))
      let page = try Page.bytes(
        number: index + 1, kind: "inspection", body: body, recorded: recorded, previous: previous)
      if index > 0 { bytes.append(0x0A) }
      bytes += page.bytes
      previous = page.digest
    }
    return bytes
  }

  private func read(_ bytes: [UInt8]) -> VolumeReading {
    VolumeReading(Bytes(bytes), book: Self.book, year: 2026, now: Self.now)
  }

  /// The body with one field said otherwise, or left out.
  private static func body(_ field: String, _ value: String?) -> [(name: String, value: String)] {
    body.compactMap { $0.name == field ? value.map { (field, $0) } : $0 }
  }

  @Test("Pages that are in order")
  func sound() throws {
    let read = read(try Self.volume([Self.body, Self.body]))
    #expect(read.good == 2 && read.count == 2 && read.broken == nil)
    #expect(read.entries.allSatisfy { $0.rule == nil })
  }

  @Test(
    "A page that is written otherwise, though every digest is right",
    arguments: [
      ("Present", "04"), ("Present", nil), ("Inspector", "qs-001 周建林"), ("Points", "1111111"),
      ("Date", "2026-02-30"), ("Inspected", "QS-01 高庄\u{200B}村队"), ("Inspector", "QS-001 e\u{301}"),
      ("To", "2026-11-24 24:00"),
    ] as [(String, String?)])
  func form(_ field: String, _ value: String?) throws {
    let read = read(try Self.volume([Self.body, Self.body(field, value), Self.body]))
    #expect(read.good == 1 && read.broken?.rule == .form)
  }

  @Test("A changed byte, a page that is gone, a line behind the last page, a torn end")
  func chain() throws {
    let bytes = try Self.volume([Self.body, Self.body, Self.body])
    let text = String(decoding: bytes, as: UTF8.self)
    let changed = text.replacing("Present: 4", with: "Present: 5", maxReplacements: 1)
    #expect(read(Array(changed.utf8)).broken?.rule == .chain)
    #expect(read(Array(changed.utf8)).good == 0)
    let pages = text.components(separatedBy: "\n\n")
    let without = [pages[0], pages[1], pages[3]].joined(separator: "\n\n")
    #expect(read(Array(without.utf8)).broken?.rule == .chain)
    #expect(read(bytes + [0x0A]).broken?.rule == .form)
    #expect(read(bytes + [0x0A]).count == 4)
    #expect(read(bytes.dropLast()).broken?.rule == .form)
  }

  @Test("A clock that was set back, and pages from the future")
  func time() throws {
    for time in ["2026-11-24T21:07:32+08:00", "2036-11-24T21:07:33+08:00"] {
      let read = read(
        try Self.volume([Self.body, Self.body], at: ["2026-11-24T21:07:33+08:00", time]))
      #expect(read.good == 1 && read.broken?.rule == .time)
    }
  }

  @Test("An entry of another day or book, or one that was not over")
  func entry() throws {
    let rules = try [
      Self.body("Inspecting", "QS-02 别的队"), Self.body("To", "2026-11-24 22:00"),
      Self.body("From", "2026-11-24 07:59"),
    ].map { read(try Self.volume([$0])).entries.first?.rule }
    #expect(rules == [.day, .time, .day])
  }

  private func read(_ bytes: ArraySlice<UInt8>) -> VolumeReading { read(Array(bytes)) }
}
