import CNcurses

/// What the terminal was found to draw: asked once by cursor report, never assumed.
///
/// A probe prints one character at the left edge and asks where the cursor is then. The answers come
/// in as input whenever they come; until then, and always on terminals that do not answer, the
/// usual is taken for true.
package struct Probe: Hashable, Sendable {
  /// Characters that are asked for, each with what a mistake about it would spoil.
  package enum Subject: String, CaseIterable, Hashable, Sendable {
    case box = "─"
    case quote = "“"
    case mark = "●"
    case check = "✓"
    case extB = "𠮷"
    case extG = "𰀀"
    case extH = "𱍐"
    case extI = "𮯰"
    case extJ = "𲎰"
  }

  /// Cells each character took, as far as answered.
  package private(set) var widths: [Subject: Int] = [:]
  private var asked = 0
  /// Whether characters are written as a locale other than UTF-8 writes them, which has not all.
  package let isLocal: Bool
  /// What the background is like; nil while nobody said.
  package private(set) var shade: Shade?
  /// Whether the terminal is asked for its background: some would print the question.
  private let asksShade: Bool

  package init(isLocal: Bool = false, shade: Shade? = nil, asksShade: Bool = false) {
    (self.isLocal, self.shade, self.asksShade) = (isLocal, shade, asksShade)
  }

  /// What is asked for: what the locale can't write is known without.
  private var subjects: [Subject] {
    Subject.allCases.filter { isWritten(Character($0.rawValue)) }
  }

  private func isWritten(_ character: Character) -> Bool {
    !isLocal
      || character.unicodeScalars.allSatisfy {
        curses_locale_writes(wchar_t(bitPattern: $0.value)) == 1
      }
  }

  package var isComplete: Bool { asked == subjects.count }

  /// The bytes that ask: for the background, which a terminal may leave unanswered; then carriage
  /// return, character, report request, for each.
  package var question: String {
    (asksShade ? "\u{1B}]11;?\u{1B}\\" : "") + subjects.map { "\r\($0.rawValue)\u{1B}[6n" }.joined()
      + "\r\u{1B}[K"
  }

  /// Takes one answer, in the order of the questions.
  package mutating func answer(column: Int) {
    guard !isComplete else { return }
    widths[subjects[asked]] = column - 1
    asked += 1
  }

  package mutating func answer(_ shade: Shade) { self.shade = shade }

  private func isNarrow(_ subject: Subject) -> Bool {
    isWritten(Character(subject.rawValue)) && (widths[subject] ?? 1) == 1
  }

  package var ambiguousIsWide: Bool { widths[.quote] == 2 }

  package var glyphs: Glyphs {
    [.box, .mark, .check].allSatisfy(isNarrow) ? .unicode : .ascii
  }

  /// Whether the terminal draws a character in the two cells it should take.
  package func draws(_ character: Character) -> Bool {
    guard isWritten(character) else { return false }
    guard let scalar = character.unicodeScalars.first, scalar.value >= 0x20000 else { return true }
    let subject: Subject =
      switch scalar.value {
      case 0x2EBF0...0x2EE5F: .extI
      case 0x30000...0x3134F: .extG
      case 0x31350...0x323AF: .extH
      case 0x323B0...0x3347F: .extJ
      default: .extB
      }
    return (widths[subject] ?? 2) == 2
  }
}
