import Terminal
import Testing

@Suite("Keys are read from raw bytes")
struct KeyTests {
  @Test("A lone Esc waits for the delay and is then itself")
  func escape() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.patience == Patience.near.escape)
    #expect(decoder.pass() == [.key(.escape)])
    #expect(decoder.patience == nil)
  }

  @Test("What has begun as a sequence may take much longer than a lone Esc")
  func patience() {
    for patience in [Patience.near, .far] {
      for start in ["\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}[1;", "\u{1B}[M"] {
        var decoder = KeyDecoder(patience: patience)
        _ = decoder.feed(start.utf8)
        #expect(decoder.patience == patience.sequence && patience.sequence > 3 * patience.escape)
      }
    }
  }

  @Test("Where the cursor stands is told apart from keys")
  func reports() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}[1;3R".utf8) == [.cursorReport(row: 1, column: 3)])
    #expect(Key.reported(2) == .modified(.shift, .f(3)))
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
      _ = decoder.pass()
      #expect(decoder.patience == nil)
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
    for key in [Key.enter, .escape] + Sequences.keys.map(\.1) where !key.isUnknown {
      #expect(Key(name: key.name) == key || key == .character(Character(key.name)))
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

extension Key {
  fileprivate var isUnknown: Bool { if case .unknown = self { true } else { false } }
}
