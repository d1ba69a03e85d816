import Records
import Terminal
import Wording

/// A theme as its file says it: a record a role, with a value for each depth of colour.
///
/// ```
/// Role: selected
/// Mono: reverse
/// C8: black on cyan
/// C256: 255 on 24
/// ```
package enum ThemeFile {
  /// Reads a theme.
  ///
  /// - Throws: `RecError` with file and line for text that is no theme, `ThemeError` for a role or a
  ///   colour that does not exist.
  package static func theme(_ bytes: Bytes, name: String, file: String) throws -> Theme {
    var styles: [Depth: [Role: Style]] = [:]
    for record in try RecReader(bytes, source: file).read().records {
      guard let role = Role(rawValue: record["Role"] ?? "") else {
        throw ThemeError.unknownRole(file: file, line: record.line, record["Role"] ?? "")
      }
      for field in record.fields {
        guard let depth = Depth(rawValue: record.name(of: field)) else { continue }
        let text = record.value(of: field)
        guard let style = style(text, depth) else {
          throw ThemeError.badStyle(file: file, line: field.line, text)
        }
        styles[depth, default: [:]][role] = style
      }
    }
    return Theme(name: name, styles: styles)
  }

  /// Reads `255 on 24 bold`: a colour, `on` a colour, and attributes, each left out where usual.
  static func style(_ text: String, _ depth: Depth) -> Style? {
    var style = Style()
    var words = text.split(separator: " ").map(String.init)[...]
    if let first = words.first, let colour = colour(first, depth) {
      style.foreground = colour
      words = words.dropFirst()
    }
    if words.first == "on" {
      guard let name = words.dropFirst().first, let colour = colour(name, depth) else { return nil }
      style.background = colour
      words = words.dropFirst(2)
    }
    for word in words {
      switch word {
      case "bold": style.isBold = true
      case "dim": style.isDim = true
      case "underline": style.isUnderlined = true
      case "reverse": style.isReversed = true
      case "default": break
      default: return nil
      }
    }
    return style
  }

  package static let colours = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  /// A name at any depth with colours, a number from 0 to 255 only where there are so many.
  private static func colour(_ word: String, _ depth: Depth) -> Int? {
    if let index = colours.firstIndex(of: word) { return depth == .mono ? nil : index }
    guard depth == .c256, let number = Int(word), (0...255).contains(number) else { return nil }
    return number
  }
}

/// What is wrong with a theme file.
package enum ThemeError: UserFacingError, Hashable {
  case unknownRole(file: String, line: Int, String)
  case badStyle(file: String, line: Int, String)

  package var notice: Notice {
    let (file, line, happened): (String, Int, Phrase) =
      switch self {
      case .unknownRole(let file, let line, let role):
        (file, line, Phrase("没有“\(role)”这个角色", "沒有「\(role)」這個角色", "there is no role “\(role)”"))
      case .badStyle(let file, let line, let text):
        (file, line, Phrase("“\(text)”不是颜色", "「\(text)」不是顏色", "“\(text)” is no colour"))
      }
    return Notice(
      Phrase { "\(file):\(line) \(happened[$0])\($0 == .en ? "." : "。")" },
      safe: Phrase("仍用原来的配色。", "仍用原來的配色。", "The colours stay as they were."),
      next: Phrase("请改正这一行再存。", "請改正這一行再存。", "Mend that line and save the file."))
  }

  package static let examples: [Self] = [
    .unknownRole(file: "themes/dark.rec", line: 9, "selekted"),
    .badStyle(file: "themes/dark.rec", line: 12, "on blau"),
  ]
}
