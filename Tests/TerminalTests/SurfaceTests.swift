import Terminal
import Testing

@Suite("A frame never holds half a character")
struct SurfaceTests {
  private func surface(_ text: String, width: Int = 8) -> Surface {
    var surface = Surface(Size(width, 1))
    surface.write(text, in: Rect(width: width, height: 1))
    return surface
  }

  /// Every head of two cells is followed by its tail, and no tail stands alone.
  private func isWhole(_ surface: Surface) -> Bool {
    (0..<surface.size.height).allSatisfy { y in
      let widths = surface.row(y).map(\.width)
      return widths.indices.allSatisfy { x in
        switch widths[x] {
        case 2: x + 1 < widths.count && widths[x + 1] == 0
        case 0: x > 0 && widths[x - 1] == 2
        default: true
        }
      }
    }
  }

  @Test("Text is cut before the character that does not fit")
  func cut() {
    #expect(surface("青石镇", width: 5).text == "青石")
    #expect(surface("a青石镇", width: 6).text == "a青石")
    #expect("青石镇派出所".clipped(to: 8) == "青石镇..")
    #expect("青石镇".clipped(to: 6) == "青石镇")
    #expect("青石镇".clipped(to: 5) == "青..")
  }

  @Test("Overwriting one half of a wide character blanks the other", arguments: 0..<6)
  func overwrite(_ x: Int) {
    var surface = surface("青石镇", width: 6)
    surface.write("x", in: Rect(x: x, width: 1, height: 1))
    #expect(isWhole(surface))
    #expect(surface[x, 0].character == "x")
  }

  @Test("A wide character over two halves blanks both neighbours")
  func straddle() {
    var surface = surface("青石镇", width: 6)
    surface.write("庄", in: Rect(x: 1, width: 2, height: 1))
    #expect(isWhole(surface))
    #expect(surface.text == " 庄 镇")
  }

  @Test("Whatever is written, filled and painted where, characters stay whole")
  func anything() {
    var dice = SystemRandomNumberGenerator()
    let texts = ["青石镇", "a", "“quoted”", "𮯰某 x", "\u{1B}[2J", "e\u{301}", "👨‍👩‍👧"]
    var surface = Surface(Size(23, 5))
    for _ in 0..<3000 {
      let area = Rect(
        x: .random(in: -4...25, using: &dice), y: .random(in: -1...6, using: &dice),
        width: .random(in: 0...12, using: &dice), height: .random(in: 0...3, using: &dice))
      switch Int.random(in: 0...2, using: &dice) {
      case 0: surface.write(texts.randomElement(using: &dice) ?? "", in: area)
      case 1: surface.fill(area, role: .bar)
      default: surface.paint(area, role: .selected)
      }
      #expect(isWhole(surface))
    }
  }

  @Test("Control and direction characters are shown, never obeyed")
  func controls() {
    #expect(surface("a\u{1B}b", width: 12).text == "a‹U+001B›b")
    #expect(surface("a\u{202E}b", width: 20).text == "a‹U+202E›b")
  }

  @Test("What the terminal can't draw becomes 〓 in the same cells")
  func undrawable() {
    var surface = surface("𮯰某", width: 8)
    surface.replaceUndrawable { $0 != "𮯰" }
    #expect(surface.text == "〓某")
    #expect(isWhole(surface))
  }
}

@Suite("Width is counted by one table for everybody")
struct WidthTests {
  @Test(
    "Han of every extension takes two cells",
    arguments: ["青", "𠮷", "𰀀", "𱍐", "𮯰", "𲎰", "〓", "，", "Ａ", "ㄅ", "한"])
  func wide(_ text: String) { #expect(text.cells == 2) }

  @Test(
    "Latin, box and combining characters",
    arguments: [("a", 1), ("─", 1), ("é", 1), ("e\u{301}", 1), ("ab", 2), ("", 0)])
  func narrow(_ text: String, _ cells: Int) { #expect(text.cells == cells) }

  @Test("ncursesw counts by our table in the program")
  func exported() {
    #expect(exportedWidth(0x2EBF0) == 2)
    #expect(exportedWidth(0x41) == 1)
    #expect(exportedWidth(0x1B) == -1)
    #expect(exportedWidth(0) == 0)
  }
}

@Suite("Lines break by the rules of Chinese typesetting")
struct LineBreakTests {
  @Test("No closing mark begins a line and no opening one ends it")
  func marks() {
    #expect(LineBreak.lines("村北养殖圈，门锁完好", width: 10) == ["村北养殖", "圈，门锁完", "好"])
    #expect(LineBreak.lines("问他答（路过）", width: 8) == ["问他答", "（路过）"])
  }

  @Test("Numbers, times and plates stay whole")
  func numbers() {
    #expect(LineBreak.lines("见22:30一车", width: 6) == ["见", "22:30", "一车"])
    #expect(LineBreak.lines("wide enough words", width: 11) == ["wide enough", "words"])
  }

  @Test("A name between two others is not cut in two, as long as it has room on a line")
  func names() {
    #expect(
      LineBreak.lines("刘得胜、于守业、许银锁、苏立春", width: 12)
        == ["刘得胜、", "于守业、", "许银锁、", "苏立春"])
    #expect(LineBreak.lines("№7 记于 刘得胜 11:20", width: 11) == ["№7 记于 ", "刘得胜 ", "11:20"])
    #expect(LineBreak.lines("马家和(病假)、于守业", width: 16) == ["马家和(病假)、", "于守业"])
    // What is longer than a name is broken as any text.
    #expect(LineBreak.lines("甲、变压器机井台区与农机", width: 12) == ["甲、变压器机", "井台区与农机"])
  }

  @Test("A word wider than the line is cut, and every text ends")
  func longWord() {
    #expect(LineBreak.lines("abcdefgh", width: 4) == ["abcd", "efgh"])
    #expect(LineBreak.lines("，，，，", width: 2).joined() == "，，，，")
    #expect(LineBreak.lines("", width: 4) == [""])
    #expect(LineBreak.lines("一\n\n二", width: 4) == ["一", "", "二"])
  }

  @Test(
    "Nothing is lost but blanks at a break, and no line is too wide",
    arguments: [2, 3, 5, 8, 13, 40])
  func whole(_ width: Int) {
    let text = "村西打谷场、农机停放点一带发现一名陌生男子（自称姓“李”），22:30 问明来意后劝离；车牌豫Z12345，电话10012345678。"
    let lines = LineBreak.lines(text, width: width)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    #expect(lines.allSatisfy { $0.cells <= max(width, 2) })
  }
}
