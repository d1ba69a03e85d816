import Terminal
import Testing
import Wording

@Suite("What nobody sees, what turns text round and what drives a terminal is shown by its number")
struct UnseenTests {
  @Test(
    "Each kind has a mark, wherever it stands",
    arguments: [
      ("\u{0}", "U+0000"), ("\u{1B}", "U+001B"), ("\r", "U+000D"), ("\u{7F}", "U+007F"),
      ("\u{85}", "U+0085"), ("\u{9B}", "U+009B"), ("\u{AD}", "U+00AD"), ("\u{34F}", "U+034F"),
      ("\u{61C}", "U+061C"), ("\u{115F}", "U+115F"), ("\u{180E}", "U+180E"),
      ("\u{200B}", "U+200B"), ("\u{200C}", "U+200C"), ("\u{200D}", "U+200D"),
      ("\u{200F}", "U+200F"), ("\u{2028}", "U+2028"), ("\u{2029}", "U+2029"),
      ("\u{202E}", "U+202E"), ("\u{2060}", "U+2060"), ("\u{2066}", "U+2066"),
      ("\u{2069}", "U+2069"), ("\u{3164}", "U+3164"), ("\u{FEFF}", "U+FEFF"),
      ("\u{FFA0}", "U+FFA0"), ("\u{FFFB}", "U+FFFB"), ("\u{1D173}", "U+1D173"),
      ("\u{E0041}", "U+E0041"),
    ])
  func kinds(_ unseen: String, _ code: String) {
    for (before, after) in [("", ""), ("a", ""), ("张", "三"), ("𮯰", ""), ("“", "”")] {
      let (text, shown) = (before + unseen + after, before + "‹\(code)›" + after)
      #expect(Unseen.isIn(text, lines: true), "\(code)")
      #expect(Unseen.shown(text, lines: true) == shown)
      #expect(Unseen.shown(shown, lines: true) == shown, "what is shown can be shown again")
      #expect(text.cells == shown.cells)
      var surface = Surface(Size(40, 1))
      surface.write(text, in: Rect(x: 0, y: 0, width: 40, height: 1))
      #expect(surface.text == shown)
    }
  }

  @Test(
    "All else is left as it is: names of anybody, marks above letters, shapes, lines of a text",
    arguments: [
      "", "plain ASCII ~", "青石派出所，“王警官”——第１页……", "𮯰某 𱍐某 𠮷野", "买买提·艾力",
      "Jose\u{301} é ß Ж ά", "葛\u{E0100}城", "☃\u{FE0F}", "한국어 ひらがな カタカナ ｶﾅ", "─│┌●◐✓→〓‹›",
      "\u{E000}", "a\nb\tc",
    ])
  func others(_ text: String) {
    #expect(!Unseen.isIn(text, lines: true))
    #expect(Unseen.shown(text, lines: true) == text)
  }

  @Test("In one line a line break and a tab are shown too")
  func lines() {
    #expect(Unseen.shown("a\nb\tc", lines: false) == "a‹U+000A›b‹U+0009›c")
    #expect(Unseen.shown("a\r\nb", lines: true) == "a‹U+000D›\nb")
  }

  @Test(
    "Of all characters there are, the table has those that Unicode calls controls, format, separators of lines, or to be ignored"
  )
  func table() {
    // Signs that stand before numbers are format by name and can be seen.
    let seen: Set<UInt32> = [0x06DD, 0x070F, 0x08E2, 0x110BD, 0x110CD]
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), !seen.contains(value),
        !(0x600...0x605).contains(value), !(0x890...0x891).contains(value)
      else { continue }
      let properties = scalar.properties
      let isUnseen =
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
        }
      #expect(Unseen.contains(scalar) == isUnseen, "\(Unseen.code(scalar))")
    }
  }

  @Test("Bytes say the same as characters, whatever stands beside one")
  func bytes() {
    for value in UInt32(0)...0x3_0000 where value % 7 == 0 || value < 0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "中\(Character(scalar))文a"
      #expect(Unseen.isIn(text, lines: false) == Unseen.contains(scalar), "\(Unseen.code(scalar))")
    }
  }

  @Test("A mark that does not fit is cut at the edge, and no half of a character stays")
  func edge() {
    var surface = Surface(Size(6, 1))
    surface.write("中\u{202E}文", in: Rect(x: 0, y: 0, width: 6, height: 1))
    #expect(surface.text == "中‹U+2")
  }
}
