import Testing

@testable import Terminal

@Suite("The terminal is asked for its background, and may answer late, oddly or never")
struct ShadeTests {
  @Test(
    "A colour in any of the ways terminals write one is light or dark",
    arguments: [
      ("11;rgb:ffff/ffff/ffff", .light), ("11;rgb:0000/0000/0000", .dark),
      ("11;rgb:ff/ff/dd", .light), ("11;rgb:f/f/f", .light), ("11;rgba:2e/34/36/ff", .dark),
      ("11;#ffffff", .light), ("11;#000", .dark), ("11;#fdfdf6f6e3e3", .light),
      ("11;rgb:0/0/ffff", .dark), ("11;rgb:0/ffff/0", .light),
    ] as [(String, Shade)])
  func colours(_ answer: String, _ shade: Shade) {
    #expect(Shade(answer: answer.utf8) == shade)
  }

  @Test(
    "What is no colour says nothing",
    arguments: [
      "", "11;", "11;?", "11;rgb:", "11;rgb:ff/ff", "11;rgb:gg/ff/ff", "11;rgb:fffff/0/0", "11;#ff",
      "11;#fffff", "10;rgb:ffff/ffff/ffff", "111;rgb:0/0/0", "11;rgb:-1/ff/ff", "11;white",
      "11;rgb:全/ff/ff",
    ])
  func noColours(_ answer: String) { #expect(Shade(answer: answer.utf8) == nil) }

  @Test(
    "The environment of rxvt and Konsole tells it as well",
    arguments: [
      ("15;0", .dark), ("0;15", .light), ("0;default;7", .light), ("7;8", .dark), ("0", nil),
      ("15;default", nil), ("0;99999999999999999999", nil), (nil, nil),
    ] as [(String?, Shade?)])
  func variable(_ value: String?, _ shade: Shade?) { #expect(Shade(variable: value) == shade) }

  @Test(
    "The answer is taken in pieces of any size over a slow line, and no part of it is a key",
    arguments: ["\u{1B}\\", "\u{7}"])
  func pieces(_ end: String) {
    let bytes = Array("\u{1B}]11;rgb:ffff/ffff/ffff\(end)q".utf8)
    for (size, silence) in [(1000, 0), (1, 0), (2, 60), (3, 60)] {
      #expect(
        SlowLineTests.read(bytes, by: size, silence: silence) == [
          .background(.light), .key(.character("q")),
        ])
    }
    let control8: [UInt8] = [0x9D] + Array("11;#000000".utf8) + [0x9C]
    #expect(SlowLineTests.read(control8, by: 1, silence: 0) == [.background(.dark)])
  }

  @Test("Only a command string of the operating system answers; others are swallowed")
  func others() {
    for begin in ["P", "X", "^", "_"] {
      let bytes = Array("\u{1B}\(begin)11;rgb:ffff/ffff/ffff\u{1B}\\".utf8)
      #expect(SlowLineTests.read(bytes, by: 1, silence: 0) == [])
    }
  }
}
