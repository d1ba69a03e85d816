import Records
import TestSupport
import Testing

@testable import Patrol

@Suite("What is read eight bytes at a time is read as it is byte by byte")
struct BytesAtOnceTests {
  @Test("A digest: each byte in each place of its digits")
  func digest() {
    let digits = Array("0123456789abcdef0123456789abcdeffedcba9876543210fedcba9876543210".utf8)
    for at in 0..<64 {
      for byte in UInt8.min...UInt8.max {
        var changed = digits
        changed[at] = byte
        let isDigit = (48...57).contains(byte) || (97...102).contains(byte)
        let read = changed.withUnsafeBytes { Digest(digits: ShapeBytes($0)) }
        #expect((read != nil) == isDigit, "\(byte) at \(at)")
        #expect(read.map { Array($0.hex.utf8) } ?? changed == changed)
      }
    }
    for count in [0, 8, 63, 65] {
      let short = Array(repeating: UInt8(ascii: "0"), count: count)
      #expect(short.withUnsafeBytes { Digest(digits: ShapeBytes($0)) } == nil)
    }
  }

  /// As the format says it, character by character.
  private func isClean(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: if before == " " { return false }
      case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
        return false
      default: break
      }
      before = scalar
    }
    return PageText.isNormal(text)
  }

  private func check(_ bytes: [UInt8]) {
    let range = 0..<bytes.count
    #expect(
      bytes.withUnsafeBytes { PageText.isClean($0, range) } == isClean(bytes),
      "\(bytes)")
  }

  @Test("A page's text: each byte in each place of a line, of Latin and of Han")
  func text() {
    for line in ["Route: a b c d e f g\n", "巡逻 ok\n+ 二二\nx \n", "é\u{1F600} 12345678 \nab"] {
      let bytes = Array(line.utf8)
      check(bytes)
      for at in bytes.indices {
        for byte in UInt8.min...UInt8.max {
          var changed = bytes
          changed[at] = byte
          check(changed)
        }
        check(Array(bytes[..<at]))
        check(Array(bytes[at...]))
      }
    }
  }

  @Test("A day: those that a calendar has, of eight hundred years, and no other")
  func days() {
    var known: [Int: [Int]] = [:]
    for number in -292_200...292_200 {
      let day = Day(number: number)
      #expect(Day(year: day.year, month: day.month, day: day.day) == day)
      known[day.year * 12 + day.month, default: []].append(day.day)
    }
    for (month, days) in known where days.count > 27 {
      let (year, month) = ((month - 1) / 12, (month - 1) % 12 + 1)
      for day in [0, days.count + 1, 32] { #expect(Day(year: year, month: month, day: day) == nil) }
    }
  }

  @Test("A list of people has nobody twice, however many there are")
  func people() {
    let people = (0..<200).map { "QS-\($0) 钱五" }
    #expect(FieldShape.people.fits(people.joined(separator: ", ")))
    for again in [0, 1, 63, 64, 150, 199] {
      let twice = (people + [people[again]]).joined(separator: ", ")
      #expect(!FieldShape.people.fits(twice), "\(again)")
    }
    for none in ["", "QS-1", "QS-1 钱五, ", ", QS-1 钱五", "QS-1 钱五,QS-2 钱六"] {
      #expect(!FieldShape.people.fits(none), "\(none)")
    }
  }

  @Test("A list of people: each byte in each place, by a pattern and without anybody twice")
  func peopleByByte() throws {
    let person = #"[A-Z0-9]+(-[A-Z0-9]+)* [^ ,]([^,]*[^ ,])?"#
    let pattern = try Regex("\(person)(, \(person))*").asciiOnlyDigits()
    let bytes = Array("A-1 ab, B c d, A-2 e".utf8)
    for at in bytes.indices {
      for byte in UInt8(0x20)..<0x80 {
        var changed = bytes
        changed[at] = byte
        let text = String(decoding: changed, as: UTF8.self)
        let codes = Named.list(text).map(\.code)
        let isList =
          text.wholeMatch(of: pattern) != nil && Set(codes).count == codes.count
        #expect(FieldShape.people.fits(text) == isList, "\(text)")
      }
    }
  }

  @Test("A volume is cut at each line without a byte, wherever it stands")
  func cuts() {
    for length in [60, 61, 64, 65, 66, 127, 128, 129, 130, 131, 200] {
      let letters = Array(repeating: UInt8(ascii: "x"), count: length)
      for at in 0..<length {
        for places in [[at], [at, at + 1], [at, at + 1, at + 2], [at, at + 1, at + 5, at + 6]] {
          var bytes = Array("h\n\n".utf8) + letters
          for place in places where place < length { bytes[place + 3] = 0x0A }
          let cut = bytes.withUnsafeBytes { VolumeCut($0) }
          #expect(cut.header == 0..<3)
          #expect(cut.pages == plainlyCut(bytes, from: 3), "\(length) \(places)")
        }
      }
    }
    let header = Array("# h\n# i".utf8)
    #expect(header.withUnsafeBytes { VolumeCut($0).header } == 0..<7)
  }

  /// The same, line after line.
  private func plainlyCut(_ bytes: [UInt8], from start: Int) -> [Range<Int>] {
    var (pages, first, line) = ([Range<Int>](), start, start)
    for at in start..<bytes.count where bytes[at] == 0x0A {
      if at == line {
        pages.append(first..<at)
        first = at + 1
      }
      line = at + 1
    }
    return pages + [first..<bytes.count]
  }

  @Test("A volume's header: what is printed, and nothing else by a byte")
  func header() throws {
    let page = try #require(
      PageReference("QS.patrol 2025 No 7 sha256 " + String(repeating: "0a", count: 32)))
    for continues in [nil, page] {
      let header = VolumeHeader(
        VolumeCover("治安巡逻记录簿 · 青石镇", Sample.directory, rollover: 485), BookID("QS", .patrol),
        year: 2026, continues: continues)
      #expect(VolumeHeader(header.text) == header)
      let bytes = header.bytes
      for at in bytes.indices {
        for byte: UInt8 in [0x00, 0x0A, 0x20, 0x2F, 0x30, 0x31, 0x41, 0x61, 0x66]
        where byte != bytes[at] {
          var changed = bytes
          changed[at] = byte
          let text = String(decoding: changed, as: UTF8.self)
          // What is read is written again as it was.
          if let read = VolumeHeader(text) { #expect(read.text == text, "\(at) \(byte)") }
        }
        #expect(VolumeHeader(String(decoding: bytes[..<at], as: UTF8.self)) == nil)
      }
      #expect(VolumeHeader(header.text + "\n") == nil)
    }
  }
}
