import Foundation
import Records
import TestSupport
import Testing

@Suite("A shape is the same whatever byte stands where")
struct ShapeByByteTests {
  /// Every text that differs from this one in one byte of ASCII.
  private func eachOther(_ text: String, _ body: (String) -> Void) {
    let bytes = Array(text.utf8)
    for at in bytes.indices where bytes[at] < 0x80 {
      for byte in UInt8(0)..<0x80 {
        var other = bytes
        other[at] = byte
        body(String(decoding: other, as: UTF8.self))
      }
    }
  }

  @Test(
    "By a pattern that says it plainly",
    arguments: [
      (FieldShape.person, "QS-01-001 高有福", #"[A-Z0-9]+(-[A-Z0-9]+)* [^ ,\n]([^,\n]*[^ ,\n])?"#),
      (.unit, "QS-01", "[A-Z0-9]+(-[A-Z0-9]+)*"), (.code, "a_B-1", "[A-Za-z0-9_-]+"),
      (.digest, "sha256 " + String(repeating: "0a9f", count: 16), "sha256 [0-9a-f]{64}"),
      (.directory, "demo-" + String(repeating: "09af", count: 8), "(demo-)?[0-9a-f]{32}"),
      (
        .recorded, "2026-11-24T21:07:33+08:00 QS-1 周",
        #"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-](0\d:\d\d|1[0-3]:\d\d|14:00) [A-Z0-9]+(-[A-Z0-9]+)* [^ ,\n]([^,\n]*[^ ,\n])?"#
      ),
      (
        .tallies, "well 9, pump 14",
        #"[A-Za-z0-9_-]+ (0|[1-9]\d{0,3})(, [A-Za-z0-9_-]+ (0|[1-9]\d{0,3}))*"#
      ),
      (
        .reference, "QS.patrol 2026 No 40 sha256 " + String(repeating: "1d", count: 32),
        #"[A-Z0-9]+(-[A-Z0-9]+)*\.[a-z]+ \d{4} No [1-9]\d* sha256 [0-9a-f]{64}"#
      ),
    ])
  func patterns(_ shape: FieldShape, _ text: String, _ pattern: String) throws {
    let regex = try Regex(pattern).asciiOnlyDigits()
    #expect(shape.fits(text))
    eachOther(text) { other in
      #expect(
        shape.fits(other) == (other.wholeMatch(of: regex) != nil), "\(other.debugDescription)")
    }
  }

  @Test("A digest's digits, each of any byte")
  func digits() {
    let digits = Array(String(repeating: "0123456789abcdef", count: 4).utf8)
    for at in digits.indices {
      for byte in 0...UInt8.max {
        var other = digits
        other[at] = byte
        let read = other.withUnsafeBytes { Digest(digits: ShapeBytes($0)) }
        let isDigit = 48...57 ~= byte || 97...102 ~= byte
        #expect(read?.hex == (isDigit ? String(decoding: other, as: UTF8.self) : nil))
      }
    }
  }

  @Test("The days that a calendar has", arguments: [1900, 2000, 2023, 2024, 2100])
  func days(_ year: Int) throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for month in 0...13 {
      for day in 0...32 {
        let parts = DateComponents(calendar: calendar, year: year, month: month, day: day)
        let read = Day(year: year, month: month, day: day)
        #expect((read != nil) == parts.isValidDate)
        guard let read else { continue }
        #expect((read.year, read.month, read.day) == (year, month, day))
      }
    }
  }

  @Test(
    "A page is named in one way, and a reference to it is read with more blanks too",
    arguments: [
      ("QS-01.patrol 2026 No 40", true), ("QS-01.patrol 2026 No 040", true),
      ("QS-01.patrol  2026 No 40", false), ("QS-01.patrol 2026 No 40 ", false),
      ("QS-01.patrol 2026 No 0", false), ("QS-01.patrol 2026 no 40", false),
      ("QS-01. 2026 No 40", false), (".patrol 2026 No 40", false), ("QS.a.b 2026 No 1", false),
      ("QS-01.patrol 0 No 40", false), ("QS-01.patrol 2026 No 100000000", false),
      ("QS-01.patrol 2026 No 4\u{301}", false), ("QS-01.patrol \u{301}2026 No 4", false),
    ])
  func pages(_ text: String, _ isName: Bool) {
    #expect((PageID(text) != nil) == isName)
    let digest = " sha256 " + String(repeating: "0a", count: 32)
    #expect((PageReference(text + digest) != nil) == (isName || text.hasPrefix("QS-01.patrol  ")))
    #expect(PageReference(text + "  " + digest.dropFirst()) == nil)
  }

  @Test("A volume's header is read only as it is written")
  func headers() throws {
    let directory = try #require(DirectoryID("demo-" + String(repeating: "a0", count: 16)))
    let last = PageReference(PageID(BookID("QS", .patrol), year: 2025, number: 4), Digest(of: []))
    for page in [nil, last] {
      let header = VolumeHeader(
        VolumeCover("检查簿 · x", directory, rollover: 485), BookID("QS", .patrol), year: 2026,
        continues: page)
      let text = header.text
      #expect(VolumeHeader(text) == header)
      for (from, to) in [
        ("# 检", "#检"), ("检查簿 · x", ""), ("2\n", "02\n"),
        ("# Book: ", "# Book:  "), ("08:05", "8:05"), ("08:05", "24:05"), ("2026", "02026"),
        ("# Year", "# year"), ("%key", "% key"), ("Digest\n", "Digest"), ("No 4", "No 04"),
        ("demo-a", "demo-A"), ("# Directory", "# Rollover: 08:00\n# Directory"),
      ] where text.contains(from) {
        #expect(VolumeHeader(text.replacing(from, with: to, maxReplacements: 1)) == nil, "\(to)")
      }
    }
  }
}
