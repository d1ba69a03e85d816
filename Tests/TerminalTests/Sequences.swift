import Terminal

/// Every sequence a terminal is known to send, with what it means.
enum Sequences {
  static let functions: [(String, Key)] = {
    var rows: [(String, Key)] = []
    for (index, letter) in ["P", "Q", "R", "S", "T", "U", "V", "W"].enumerated() {
      rows.append(("\u{1B}O\(letter)", .f(index + 1)))
    }
    for (index, letter) in ["Y", "Z", "["].enumerated() {
      rows.append(("\u{1B}O\(letter)", .f(index + 10)))
    }
    for (index, letter) in ["A", "B", "C", "D", "E"].enumerated() {
      rows.append(("\u{1B}[[\(letter)", .f(index + 1)))
    }
    let numbers = [
      11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
    ]
    for (index, number) in numbers.enumerated() {
      rows.append(("\u{1B}[\(number)~", .f(index + 1)))
      rows.append(("\u{1B}[\(number);5~", .modified(.control, .f(index + 1))))
    }
    for digit in 0...9 { rows.append(("\u{1B}\(digit)", .f(digit == 0 ? 10 : digit))) }
    return rows
  }()

  static let movement = escaped([
    ("[A", .up), ("OA", .up), ("[B", .down), ("OB", .down), ("[C", .right), ("OC", .right),
    ("[D", .left), ("OD", .left), ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home),
    ("[F", .end), ("OF", .end), ("[4~", .end), ("[8~", .end), ("[2~", .insert), ("[3~", .delete),
    ("[5~", .pageUp), ("[6~", .pageDown), ("[Z", .backTab), ("[1;2Z", .backTab), ("[E", .begin),
    ("[G", .begin),
    ("OE", .begin), ("OG", .begin), ("[1;5C", .modified(.control, .right)),
    ("[1;2A", .modified(.shift, .up)),
    ("[1;3D", .modified(.alt, .left)), ("[1;6B", .modified([.control, .shift], .down)),
    ("[1;65A", .up), ("[5C", .modified(.control, .right)), ("O5A", .modified(.control, .up)),
    ("O1;2P", .modified(.shift, .f(1))), ("[1;5P", .modified(.control, .f(1))),
    ("[3;5~", .modified(.control, .delete)), ("[a", .modified(.shift, .up)),
    ("Od", .modified(.control, .left)), ("[3^", .modified(.control, .delete)),
    ("[5$", .modified(.shift, .pageUp)), ("[7@", .modified([.control, .shift], .home)),
  ])

  static let keypad: [(String, Key)] = {
    var rows = zip("pqrstuvwxy", "0123456789").map { ("\u{1B}O\($0)", Key.character($1)) }
    rows += zip("jklmnoX", "*+,-./=").map { ("\u{1B}O\($0)", Key.character($1)) }
    rows += [("\u{1B}OM", .enter), ("\u{1B}OI", .tab)]
    // kitty's numbers, when somebody has switched them on.
    rows += (0...9).map { ("\u{1B}[\(57399 + $0)u", .character(Character("\($0)"))) }
    return rows + [("\u{1B}[57414u", .enter), ("\u{1B}[57416u", .character(","))]
  }()

  static let written = escaped([
    ("[97u", .character("a")), ("[97;2u", .character("A")), ("[97;5u", .control("a")),
    ("[97;3u", .modified(.alt, .character("a"))), ("[49:33;2u", .character("!")),
    ("[27;2;33~", .character("!")), ("[27;5;99~", .control("c")), ("[13u", .enter),
    ("[13;2u", .enter), ("[13;5u", .modified(.control, .enter)), ("[27u", .escape),
    ("[9;2u", .backTab), ("[127u", .backspace), ("[105;5u", .tab), ("[49;3u", .f(1)),
    ("[24352u", .character("张")),
    ("x", .modified(.alt, .character("x"))), ("\u{7F}", .modified(.alt, .backspace)),
    ("\r", .modified(.alt, .enter)),
  ])

  static let plain: [(String, Key)] = [
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
    ("\u{3}", .control("c")), ("\u{1C}", .control("\\")), ("\u{0}", .control("@")),
    ("a", .character("a")), ("é", .character("é")), ("张", .character("张")),
    ("𮯰", .character("𮯰")), ("？", .character("？")), ("\u{1B}", .escape),
  ]

  /// Sequences without a meaning: named, so that whoever pressed the key learns that it came.
  static let unknown: [(String, Key)] = [
    ("\u{1B}[99~", .unknown("Esc[99~")), ("\u{1B}[1;5z", .unknown("Esc[1;5z")),
    ("\u{1B}Oz", .unknown("EscOz")), ("\u{1B}[[Z", .unknown("Esc[[Z")),
    ("\u{1B}[!p", .unknown("Esc[!p")), ("\u{1B}[1234567u", .unknown("Esc[1234567u")),
    ("\u{1B}[99999999999999999999~", .unknown("Esc[99999999999999999999~")),
    ("\u{1B}[57399999u", .unknown("Esc[57399999u")), ("\u{1B}[", .modified(.alt, .character("["))),
    ("\u{1B}O", .modified(.alt, .character("O"))), ("\u{1B}]", .modified(.alt, .character("]"))),
    ("\u{1B}[12", .unknown("Esc[12")),
  ]

  private static func escaped(_ rows: [(String, Key)]) -> [(String, Key)] {
    rows.map { ("\u{1B}" + $0.0, $0.1) }
  }

  static let keys = functions + movement + keypad + written + plain + unknown

  /// What is no key: nothing of it may be taken for one.
  static let swallowed: [String] = [
    "\u{1B}]10;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]0;7832\u{7}", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^q\u{1B}\\", "\u{1B}Xq\u{1B}\\", "\u{1B}]8;q\u{18}",
    "\u{1B}P8q\u{1A}", "\u{1B}[M !!", "\u{1B}[M\u{7F}78", "\u{1B}[<0;7;8M", "\u{1B}[<0;7;8m",
    "\u{1B}[32;7;8M", "\u{1B}[I", "\u{1B}[O", "\u{1B}[?1;2c", "\u{1B}[0n", "\u{1B}[8;24;80t",
    "\u{1B}[?2004;1$y", "\u{1B}[?1u", "\u{1B}[97;1:3u", "\u{1B}[1;1:3A", "\u{1B}[201~",
    "\u{1B}[12\u{18}", "\u{1B}]标题张\u{7}",
  ]

  /// The same with one byte for ESC and what follows.
  static let controls: [([UInt8], [Input])] = [
    ([0x9B] + Array("21~".utf8), [.key(.f(10))]), ([0x9B] + Array("A".utf8), [.key(.up)]),
    ([0x8F] + Array("p".utf8), [.key(.character("0"))]),
    ([0x9D] + Array("11;8".utf8) + [0x9C], []), ([0x90] + Array("8".utf8) + [0x07], []),
    ([0x9F] + Array("8".utf8) + [0x1B, 0x5C], []),
    ([0xC2, 0x9B] + Array("5~".utf8), [.key(.pageUp)]),
  ]
}
