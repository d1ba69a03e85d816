/// One cell of a frame: a character's head, or the tail that a wide one also takes.
package struct Cell: Hashable, Sendable {
  package let character: Character
  package var role: Role
  /// The cells the character takes: 1 or 2; 0 for a tail.
  package let width: Int

  static func blank(_ role: Role) -> Cell { Cell(character: " ", role: role, width: 1) }
  static func tail(_ role: Role) -> Cell { Cell(character: " ", role: role, width: 0) }
}

/// A frame: a grid of cells in which no character is ever half there.
package struct Surface: Hashable, Sendable {
  package let size: Size
  private var cells: [Cell]
  /// Where the terminal's cursor stands, and whether text is typed there.
  package var caret: Point?
  /// What shows of the list or text that one moves in.
  package var shown: Shown?

  package init(_ size: Size, role: Role = .plain) {
    self.size = size
    cells = Array(repeating: .blank(role), count: size.width * size.height)
  }

  package subscript(_ x: Int, _ y: Int) -> Cell { cells[y * size.width + x] }

  package func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * size.width..<(y + 1) * size.width]
  }

  /// Writes on one line of `area`, from its left end, what fits: never half a character.
  ///
  /// - Returns: the column after the last character written.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol, in area: Rect, role: Role = .plain
  ) -> Int {
    let end = min(area.x + area.width, size.width)
    var x = max(area.x, 0)
    guard area.height > 0, (0..<size.height).contains(area.y) else { return x }
    for character in text {
      if let shown = character.shownInstead {
        for part in shown where x + part.ownCells <= end {
          x = put(part, part.ownCells, x, area.y, role)
        }
        continue
      }
      let width = character.cells
      guard x + width <= end else { break }
      x = put(character, width, x, area.y, role)
    }
    return x
  }

  private mutating func put(
    _ character: Character, _ width: Int, _ x: Int, _ y: Int, _ role: Role
  ) -> Int {
    let at = y * size.width + x
    for column in x..<x + width { blankOtherHalf(column, y) }
    cells[at] = Cell(character: character, role: role, width: width)
    if width == 2 { cells[at + 1] = .tail(role) }
    return x + width
  }

  /// Before one half of a wide character is overwritten, the other half becomes a blank.
  private mutating func blankOtherHalf(_ x: Int, _ y: Int) {
    let at = y * size.width + x
    switch cells[at].width {
    case 0: if x > 0 { cells[at - 1] = .blank(cells[at - 1].role) }
    case 2: if x + 1 < size.width { cells[at + 1] = .blank(cells[at + 1].role) }
    default: break
    }
  }

  /// Blanks a rectangle.
  package mutating func fill(_ area: Rect, role: Role) {
    let area = area.clipped(to: size)
    guard area.width > 0 else { return }
    for y in area.y..<area.y + area.height {
      for x in area.x..<area.x + area.width { _ = put(" ", 1, x, y, role) }
    }
  }

  /// Gives a rectangle another role; a wide character at its right edge has it whole.
  package mutating func paint(_ area: Rect, role: Role) {
    let area = area.clipped(to: size)
    guard area.width > 0 else { return }
    for y in area.y..<area.y + area.height {
      for x in area.x..<area.x + area.width { cells[y * size.width + x].role = role }
      let last = y * size.width + area.x + area.width - 1
      if cells[last].width == 2, area.x + area.width < size.width { cells[last + 1].role = role }
    }
  }

  /// Puts another character of the same width in place of those that `isDrawable` refuses.
  package mutating func replaceUndrawable(_ isDrawable: (Character) -> Bool) {
    for at in cells.indices where cells[at].width == 2 && !isDrawable(cells[at].character) {
      cells[at] = Cell(character: Self.missing, role: cells[at].role, width: 2)
    }
  }

  /// The typesetters' mark for a character they have no type for.
  package static let missing: Character = "〓"

  /// The frame as lines of text, trailing blanks cut: what a screen test compares.
  package var text: String {
    (0..<size.height).map { y in
      var line = row(y).filter { $0.width > 0 }.map { String($0.character) }.joined()
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
