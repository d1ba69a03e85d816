import Terminal
import Testing

@Suite("Characters come in the terminal's encoding")
struct EncodingTests {
  /// 巡防张镕 in GBK; the second byte of 镕 is a letter.
  private let gbk: [UInt8] = [0xD1, 0xB2, 0xB7, 0xC0, 0xD5, 0xC5, 0xE9, 0x46]

  @Test("On a UTF-8 console GBK is said to be unreadable, once a burst, and no part of it is a key")
  func foreign() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(gbk) == [.unreadable])
    #expect(decoder.feed("a".utf8) == [.key(.character("a"))])
    #expect(decoder.feed(gbk + [0x0D]) == [.unreadable, .key(.enter)])
    // Four bytes of GB 18030, two of them digits.
    #expect(decoder.feed([0x81, 0x39, 0xEF, 0x30] + gbk) == [.unreadable])
  }

  @Test("Bytes that are no text are said, and what follows is read")
  func garbage() {
    var decoder = KeyDecoder()
    #expect(
      decoder.feed([0xFF, 0x0D, 0x61]) == [.unreadable, .key(.enter), .key(.character("a"))])
    #expect(
      decoder.feed([0xE4, 0x28, 0x61]) == [
        .unreadable, .key(.character("(")), .key(.character("a")),
      ])
    #expect(decoder.feed([0xE5, 0xBC]).isEmpty)
    #expect(decoder.pass() == [.unreadable])
  }

  @Test(
    "In a GBK, GB 18030 or Big5 locale they are characters, in any pieces",
    arguments: [
      ("GBK", [0xD1, 0xB2, 0xB7, 0xC0, 0xD5, 0xC5, 0xE9, 0x46], "巡防张镕"),
      ("GB2312", [0xD1, 0xB2, 0xB7, 0xC0], "巡防"),
      ("GB18030", [0x95, 0x32, 0x82, 0x36, 0xC5, 0xAE], "𠀀女"),
      ("BIG5", [0xA8, 0xB5, 0xA8, 0xBE], "巡防"),
    ] as [(String, [UInt8], String)])
  func local(_ codeset: String, _ bytes: [UInt8], _ text: String) {
    let encoding = TextEncoding(codeset: codeset)
    for size in 1...3 {
      let found = SlowLineTests.read(
        bytes + Array("q\u{1B}[21~".utf8), by: size, silence: 60, encoding: encoding)
      #expect(found == text.map { .key(.character($0)) } + [.key(.character("q")), .key(.f(10))])
      let pasted = Array("\u{1B}[200~".utf8) + bytes + Array("\u{1B}[201~".utf8)
      #expect(
        SlowLineTests.read(pasted, by: size, silence: 60, encoding: encoding) == [.paste(text)])
    }
  }

  @Test("A paste that is no text is said to be unreadable and never half taken")
  func paste() {
    let bytes = Array("\u{1B}[200~".utf8) + gbk + Array("\u{1B}[201~".utf8)
    #expect(SlowLineTests.read(bytes, by: 3, silence: 0) == [.unreadable])
  }
}
