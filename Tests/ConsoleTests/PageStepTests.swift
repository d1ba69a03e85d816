import Records
import Terminal
import TestSupport
import Testing
import Wording

private let sizes = [Size(60, 16), Size(80, 24), Size(120, 40)]

/// Keys to every list, from the first screen; whether Home and End are keys of it.
private let lists: [(keys: String, hasEnds: Bool)] = [
  ("", true), ("2", true), ("3", true), ("[3", true), ("2*", true), ("[3*", true),
  ("7", true), ("7<Tab>", true), ("7<Tab>/0<Enter>", true), ("7<Down><Down><Down>-#", true),
  ("8", true), ("8<S-Tab>", true),
  ("8<Tab>", true),
  ("0", true), ("<F8>", true), ("6<Down><Enter>", true),
  ("6<Tab>*", true), ("4", true), ("4*", true), ("<C-t>", true),
  ("<F1>", true),
  ("7<F1>", true),
  ("<C-p>keys<Enter>", true),
  ("<C-p>verify<Enter>", true), ("<C-f>队", false), ("<C-f>2026", false), ("[3<F8><F4>", false),
]

/// Keys to lists over a form, all longer than their panes.
private let picks = ["<F2><Up><Up><F4>", "<F3><F4>", "<F2><C-p>"]

/// Keys to every text, and lines of its pane that it does not count on.
private let texts: [(keys: String, beside: Int)] = [
  ("2<Enter>", 0), ("[3<Enter>", 0), ("7<Tab><Enter>", 0), ("<C-p>settings<Enter>", 0),
  // The line of the PIN, and what it is for.
  ("[3<F8>", 2),
]

@Suite("A page is what shows, at every size")
struct PageStepTests {
  private static let demo = Result { try Demo.directory() }

  /// The cells of the chosen line: of the list with the focus before the others.
  private func chosen(_ surface: Surface) -> (x: Range<Int>, y: Int)? {
    for role in [Role.selected, .selectedAway] {
      for y in 0..<surface.size.height {
        let columns = (0..<surface.size.width).filter { surface[$0, y].role == role }
        if let first = columns.first, let last = columns.last { return (first..<last + 1, y) }
      }
    }
    return nil
  }

  /// Lines of the list in which a line is chosen: those above and below it to a frame, a rule, a head.
  private func lines(_ surface: Surface) -> Int {
    guard let (columns, y) = chosen(surface) else { return 0 }
    let edges: Set<Role> = [.border, .borderFocus, .popupBorder, .heading, .fieldFocus]
    func isOfList(_ y: Int) -> Bool { !columns.contains { edges.contains(surface[$0, y].role) } }
    let above = (0..<y).reversed().prefix(while: isOfList).count
    return above + (y..<surface.size.height).prefix(while: isOfList).count
  }

  private func press(_ key: Key, _ times: Int, _ typist: Typist) {
    for _ in 0..<times { typist.press(key) }
  }

  /// To the first line or the last, also where no key leads there at once.
  private func go(to key: Key, hasEnds: Bool, _ typist: Typist) {
    guard !hasEnds else { return typist.press(key) }
    press(key == .home ? .pageUp : .pageDown, 300, typist)
  }

  @Test(
    "PageDown and PageUp move by the lines of the list that show, but for one that stays",
    arguments: sizes, lists)
  func list(_ size: Size, _ list: (keys: String, hasEnds: Bool)) throws {
    let typist = try Typist(try Self.demo.get(), size: size)
    typist.type(list.keys)
    for (end, page, step) in [(Key.home, Key.pageDown, Key.down), (.end, .pageUp, .up)] {
      go(to: end, hasEnds: list.hasEnds, typist)
      let lines = lines(typist.surface)
      typist.press(page)
      let paged = typist.surface
      go(to: end, hasEnds: list.hasEnds, typist)
      press(step, max(1, lines - 1), typist)
      #expect(typist.surface == paged, "\(page.name) \(list.keys) \(size): \(lines) lines")
    }
  }

  @Test("So do they in a list over a form", arguments: sizes, picks)
  func pick(_ size: Size, _ keys: String) throws {
    let typist = try Typist(try Self.demo.get(), size: size)
    typist.type(keys)
    let first = typist.surface
    let lines = lines(first)
    try #require(lines > 2, "\(keys) \(size)")
    typist.press(.pageDown)
    press(.up, lines - 2, typist)
    #expect(typist.surface != first, "\(keys) \(size): \(lines) lines")
    typist.press(.up)
    #expect(typist.surface == first, "\(keys) \(size): \(lines) lines")
  }

  /// Fields that show of a form: lines that begin with a number.
  private func fields(_ typist: Typist) -> [Substring] {
    typist.lines.compactMap { $0.firstMatch(of: /^│ (\d\d)[ ]/)?.1 }
  }

  @Test("In a form they move by the fields that show", arguments: sizes)
  func form(_ size: Size) throws {
    let typist = try Typist(try Self.demo.get(), size: size)
    typist.type("<F2>")
    let (shown, caret) = (fields(typist), try #require(typist.surface.caret))
    typist.press(.pageDown)
    let down = try #require(typist.surface.caret)
    // No further than what showed, so that no field is passed over unseen.
    #expect(down != caret && shown.contains(where: fields(typist).contains), "\(size)")
    typist.press(.pageUp)
    #expect(fields(typist) == shown && typist.surface.caret == caret, "\(size)")
  }

  /// Lines inside the frame; of a text that goes on behind `..` all but that one.
  private func inside(_ typist: Typist) -> Int {
    let lines = typist.lines
    guard let top = lines.firstIndex(where: { $0.contains("┌") }),
      let end = lines.lastIndex(where: { $0.contains("└") })
    else { return 0 }
    return end - top - 1 - (lines[end - 1].contains("│  .. ") ? 1 : 0)
  }

  @Test(
    "In a text the last line that shows becomes the first, and no line is passed over",
    arguments: sizes, texts)
  func text(_ size: Size, _ text: (keys: String, beside: Int)) throws {
    let typist = try Typist(try Self.demo.get(), size: size)
    typist.type(text.keys)
    // A page of a book that shows to its end is followed by the next page (`LeafingTests`).
    let isPage = typist.lines[1].firstMatch(of: /№\d+ ┐/) != nil
    if isPage, typist.screen.contains(" 记录人 ") { return }
    let (first, lines) = (typist.screen, inside(typist) - text.beside)
    typist.press(.pageDown)
    let second = typist.screen
    typist.press(.pageUp)
    #expect(typist.screen == first, "\(text.keys) \(size)")
    // As many lines down as lead to the same screen.
    var steps = 0
    while typist.screen != second, steps < lines - 1 {
      typist.press(.down)
      steps += 1
    }
    #expect(typist.screen == second, "\(text.keys) \(size)")
    typist.press(.down)
    if typist.screen != second { #expect(steps == lines - 1, "\(text.keys) \(size)") }
  }
}
