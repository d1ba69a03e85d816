import Patrol
import Terminal
import Wording

extension [Span] {
  /// Breaks the spans as one text, then gives each piece its role back.
  func lines(width: Int) -> [Line] {
    let joined = map(\.text).joined()
    var lines: [Line] = []
    var left = self[...]
    for text in LineBreak.lines(joined, width: width) {
      var line: [Span] = []
      var needed = text.count
      while needed > 0, let first = left.first {
        let piece = first.text.prefix(needed)
        line.append(Span(String(piece), first.role))
        needed -= piece.count
        let rest = first.text.dropFirst(piece.count)
        left = rest.isEmpty ? left.dropFirst() : [Span(String(rest), first.role)] + left.dropFirst()
      }
      // Blanks and newlines that the break took away.
      while let first = left.first, let character = first.text.first,
        character == " " || character == "\n"
      {
        left = [Span(String(first.text.dropFirst()), first.role)] + left.dropFirst()
        if left.first?.text.isEmpty == true { left = left.dropFirst() }
        if character == "\n" { break }
      }
      lines.append(Line(line))
    }
    return lines
  }
}

/// What is written with its marks behind it: each told from it by its colour and its number, and broken off
/// from it only where it would not fit on a line of its own.
struct MarkedText {
  let text: String
  let role: Role
  let marks: [Mark]
  let language: Language

  init(_ text: String, _ role: Role, _ marks: [Mark], _ language: Language) {
    (self.text, self.role, self.marks, self.language) = (text, role, marks, language)
  }

  func lines(width: Int) -> [Line] {
    var lines = LineBreak.lines(text, width: width).map { Line($0, role) }
    for mark in marks {
      let words = mark.words[language]
      if let last = lines.last, last.cells + 2 + words.cells <= width {
        lines[lines.count - 1] = last + Line("  " + words, .warning)
      } else {
        lines += LineBreak.lines(words, width: width - 2).map { Line("  " + $0, .warning) }
      }
    }
    return lines
  }
}
