import Foundation
import Records
import Testing

@testable import Patrol

@Suite("What may stand in a page, many bytes at once")
struct CleanTextTests {
  /// Lines of what is usual, each character of one to three bytes at each place among sixteen.
  private static let usual = Array(
    """
    Number: 41
    Leader: T001-001-001 曹银锁
    Present: T001-001-001 曹银锁, T001-001-002 白根旺
    Route: 村口、机井台区（北）；《规定》 〇一～二
    Remark: Zhào, 100 % ok

    """.utf8)

  /// What stands before it in a volume.
  private static let before = Array("%key: Number\n\n".utf8)

  private func isClean(_ bytes: [UInt8]) -> Bool {
    (Self.before + bytes).withUnsafeBytes {
      PageText.isClean($0, Self.before.count..<$0.count)
    }
  }

  /// The same, said plainly.
  private func isPlainlyClean(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    let isSeen = text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
        false
      default: true
      }
    }
    let composed = text.precomposedStringWithCanonicalMapping
    return isSeen && !bytes.split(separator: 0x0A).contains { $0.last == 0x20 }
      && composed.utf8.elementsEqual(text.utf8)
  }

  @Test("The usual is clean")
  func usual() {
    #expect(isClean(Self.usual) && isPlainlyClean(Self.usual))
  }

  @Test("Any byte in the place of any other")
  func bytes() {
    for at in Self.usual.indices {
      var text = Self.usual
      let wrong = (0...UInt8.max).filter { byte in
        text[at] = byte
        // The end of the last line is asked for before.
        return at < text.count - 1 && isClean(text) != isPlainlyClean(text)
      }
      #expect(wrong.isEmpty, "byte \(at)")
    }
  }

  @Test(
    "A character that is not usual, whole and cut, before any other",
    arguments: [
      " ", "\u{7F}", "\u{A0}", "é", "e\u{301}", "\u{200B}", "\u{202E}", "\u{2028}", "\u{3000}",
      "\u{302A}", "か\u{3099}", "が", "\u{F900}", "\u{FEFF}", "ｶ", "\u{FF9E}", "𠮷", "\u{10FFFF}", "각",
      "\u{1100}\u{1161}", "\u{E000}", "—", "…", "①",
    ])
  func characters(_ character: String) {
    let bytes = Array(character.utf8)
    for count in 1...bytes.count {
      let wrong = Self.usual.indices.filter { at in
        let text = Self.usual[..<at] + bytes[..<count] + Self.usual[at...]
        return isClean(Array(text)) != isPlainlyClean(Array(text))
      }
      #expect(wrong.isEmpty, "\(count) bytes")
    }
  }

  @Test("A text of any length, wherever it stands")
  func lengths() {
    for length in 1...Self.usual.count {
      let text = Array(Self.usual[..<(length - 1)]) + [0x0A]
      #expect(isClean(text) == isPlainlyClean(text))
      #expect(text.withUnsafeBytes { PageText.isClean($0, 0..<length) } == isPlainlyClean(text))
    }
  }

  @Test("What stands before a page is none of its characters")
  func before() {
    let (two, one) = (Array("上".utf8), Array("\n".utf8))
    for lead in [Array(two[..<1]) + one, Array(two[..<2]) + one, two, [0x20]] {
      for rest in [Array(two[1...]), Array(two[2...]), one, []] {
        let page = rest + Self.usual
        let isClean = (lead + page).withUnsafeBytes {
          PageText.isClean($0, lead.count..<$0.count)
        }
        #expect(isClean == isPlainlyClean(page))
      }
    }
  }

  @Test("A field's name ends at the first byte that is no letter")
  func names() {
    let letters = Array("AbcdefghijklmnoZyx".utf8)
    for length in 1...letters.count {
      for byte in 0...UInt8.max where !ShapeBytes.isLetter(byte) {
        let text = Array(letters[..<length]) + [byte] + Array("x: y".utf8)
        let read = text.withUnsafeBytes { PackedName($0, 0, $0.count) }
        #expect(read.count == min(length, 16))
        let name = String(decoding: letters[..<length], as: UTF8.self)
        #expect((read == PackedName(name)) == (length <= 16))
      }
      let cut = letters.withUnsafeBytes { PackedName($0, 0, length) }
      #expect(cut.count == min(length, 16))
    }
    #expect(
      PackedName("Phone2")
        != "Phone2: 1".utf8.withContiguousStorageIfAvailable {
          PackedName(UnsafeRawBufferPointer($0), 0, $0.count)
        })
  }
}
