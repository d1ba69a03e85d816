import Wording

/// A character that nobody sees, or that turns the others round: with one in it a name is another
/// name, and looks the same.
package struct UnseenCharacter: Hashable, Sendable {
  package let scalar: Unicode.Scalar
  /// Its place in the text, counted from 1.
  package let position: Int

  /// The first in a text; nil where all can be seen.
  package init?(in text: String) {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return nil }
    var before: Unicode.Scalar?
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if Self.isUnseen(scalar) || Self.isMark(scalar) && Self.standsAlone(before) {
        (self.scalar, position) = (scalar, index + 1)
        return
      }
      before = scalar
    }
    return nil
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\n" || scalar == "\t" { return false }
    // Choosing between two shapes of one character is no other character.
    if scalar.properties.isVariationSelector { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
      return true
    default:
      return scalar.value == 0xFFFD || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: !scalar.properties.isVariationSelector
    default: false
    }
  }

  /// A mark needs a letter below it.
  private static func standsAlone(_ before: Unicode.Scalar?) -> Bool {
    guard let before else { return true }
    return !before.properties.isAlphabetic && !isMark(before)
  }

  /// `U+200B`.
  package var code: String { Unseen.code(scalar) }
}
