import Terminal
import Testing

@Suite("Keys are read from raw bytes")
struct KeyTests {
  private func keys(_ bytes: String...) -> [Input] {
    var decoder = KeyDecoder()
    return bytes.flatMap { decoder.feed(Array($0.utf8)) } + decoder.flush()
  }

  @Test(
    "Function keys of xterm, Linux, PuTTY and tmux",
    arguments: [
      ("\u{1B}OP", Key.f(1)), ("\u{1B}[[A", .f(1)), ("\u{1B}[11~", .f(1)), ("\u{1B}[15~", .f(5)),
      ("\u{1B}[21~", .f(10)), ("\u{1B}[24~", .f(12)), ("\u{1B}[A", .up), ("\u{1B}OB", .down),
      ("\u{1B}[1~", .home), ("\u{1B}[8~", .end), ("\u{1B}[Z", .backTab), ("\u{1B}[3~", .delete),
      ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
      ("\u{3}", .control("c")), ("\u{10}", .control("p")),
    ])
  func sequences(_ bytes: String, _ key: Key) { #expect(keys(bytes) == [.key(key)]) }

  @Test("Esc and a digit is a function key, for terminals that keep those for themselves")
  func escDigit() {
    #expect(keys("\u{1B}2") == [.key(.f(2))])
    #expect(keys("\u{1B}0") == [.key(.f(10))])
    #expect(keys("\u{1B}", "2") == [.key(.f(2))])
  }

  @Test("A lone Esc waits for the delay and is then itself")
  func escape() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [.key(.escape)])
    #expect(!decoder.isWaiting)
  }

  @Test("A character that arrives in pieces is one key")
  func pieces() {
    var decoder = KeyDecoder()
    let bytes = Array("𮯰".utf8)
    #expect(bytes.dropLast().flatMap { decoder.feed([$0]) }.isEmpty)
    #expect(decoder.feed(bytes.suffix(1)) == [.key(.character("𮯰"))])
  }

  @Test("A paste is one input, whatever is in it; its end may come later")
  func paste() {
    #expect(
      keys("\u{1B}[200~一\r\n二\u{1B}[A\u{1B}[201~x") == [
        .paste("一\n二\u{1B}[A"), .key(.character("x")),
      ])
    #expect(keys("\u{1B}[200~a", "b\u{1B}[20", "1~") == [.paste("ab")])
  }

  @Test("Reports are told from keys and unknown sequences swallowed")
  func reports() {
    #expect(keys("\u{1B}[1;3R") == [.cursorReport(row: 1, column: 3)])
    #expect(keys("\u{1B}[?1;2ca") == [.key(.character("a"))])
    #expect(keys("\u{1B}[1;5Ca") == [.key(.character("a"))])
  }

  @Test("Bytes that are no UTF-8 are dropped and what follows is read")
  func garbage() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xFF, 0x80, 0x61]) == [.key(.character("a"))])
    #expect(decoder.feed([0xE4, 0x28, 0xA1, 0x62]).last == .key(.character("b")))
  }

  @Test("Any bytes end in keys or nothing, and nothing stays behind")
  func anything() {
    var dice = SystemRandomNumberGenerator()
    for _ in 0..<3000 {
      var decoder = KeyDecoder()
      let choices: [UInt8] = [
        0x1B, 0x5B, 0x4F, 0x32, 0x7E, 0x3B, 0x52, 0x41, 0xE9, 0x9D, 0x92, 0xFF,
      ]
      _ = decoder.feed((0..<12).map { _ in choices.randomElement(using: &dice) ?? 0 })
      _ = decoder.flush()
      #expect(!decoder.isWaiting)
    }
  }

  @Test(
    "Full-width keys of an input method mean what is on the key",
    arguments: [
      ("？", "?"), ("１", "1"), ("：", ":"), ("【", "["), ("】", "]"), ("、", "/"), ("　", " "),
      ("ｑ", "q"),
    ])
  func fullWidth(_ typed: Character, _ meant: Character) {
    #expect(Key.character(typed).halfWidth == .character(meant))
  }

  @Test("Every key has a name that scripts can write")
  func names() {
    for key in [Key.enter, .escape, .tab, .backTab, .f(10), .control("f"), .pageDown, .insert] {
      #expect(Key(name: key.name) == key)
    }
    #expect(
      Key.sequence("20<Enter><F10>青") == [
        .character("2"), .character("0"), .enter, .f(10), .character("青"),
      ])
  }
}

@Suite("The terminal is asked, not assumed")
struct ProbeTests {
  private func probe(_ widths: [Probe.Subject: Int]) -> Probe {
    var probe = Probe()
    for subject in Probe.Subject.allCases {
      let usual = [.box, .quote, .mark, .check].contains(subject) ? 1 : 2
      probe.answer(column: (widths[subject] ?? usual) + 1)
    }
    return probe
  }

  @Test("Without answers the usual is taken for true")
  func silent() {
    #expect(Probe().draws("𮯰"))
    #expect(Probe().glyphs == .unicode)
    #expect(!Probe().isComplete)
  }

  @Test("A character drawn in the wrong cells is not drawn at all")
  func undrawable() {
    let old = probe([.extI: 1, .extH: 0])
    #expect(!old.draws("𮯰") && !old.draws("𱍐"))
    #expect(old.draws("𠮷") && old.draws("青") && old.draws("a"))
  }

  @Test("Marks that take two cells are replaced by ASCII; wide quotation marks are counted so")
  func ambiguous() {
    #expect(probe([.mark: 2]).glyphs == .ascii)
    #expect(probe([.quote: 2]).ambiguousIsWide)
    #expect(!probe([:]).ambiguousIsWide)
  }
}

@Suite("Room is shared out by extents")
struct LayoutTests {
  @Test("Fixed parts first, the rest by shares, nothing lost")
  func divide() {
    #expect(Extent.divide(100, among: [.cells(32), .share(1)]) == [32, 68])
    #expect(Extent.divide(10, among: [.share(1), .share(1), .share(1)]).reduce(0, +) == 10)
    #expect(Extent.divide(5, among: [.cells(4), .cells(4)]).reduce(0, +) <= 5)
    #expect(Extent.divide(0, among: [.cells(1), .share(1)]).allSatisfy { $0 >= 0 })
  }
}
