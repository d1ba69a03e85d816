import Terminal
import Wording

/// What a theme would make hard to read: contrast below 4.5, of lines below 3 (WCAG 2.1), colours of
/// which the terminal chooses one, and meanings that colour-blind eyes can't tell apart (by Machado,
/// Oliveira and Fernandes 2009, full dichromacy).
package enum ThemeCheck {
  package static func findings(_ theme: Theme) -> [Phrase] {
    missing(theme) + contrast(theme) + confusions(theme)
  }

  private static func missing(_ theme: Theme) -> [Phrase] {
    Role.allCases.filter { theme.styles[.c256]?[$0] == nil }.map {
      Phrase("没有角色 \($0.rawValue)", "沒有角色 \($0.rawValue)", "no style for \($0.rawValue)")
    }
  }

  private static func contrast(_ theme: Theme) -> [Phrase] {
    Depth.allCases.flatMap { depth in
      Role.allCases.compactMap { fault(theme.style($0, depth), $0, depth) }
    }
  }

  private static func fault(_ style: Style, _ role: Role, _ depth: Depth) -> Phrase? {
    let name = "\(role.rawValue) (\(depth.rawValue))"
    // Neither colour named: the terminal's own pair, which its user reads all day.
    guard style.foreground >= 0 || style.background >= 0 else { return nil }
    guard style.foreground >= 0, style.background >= 0 else {
      return Phrase(
        "\(name) 前景与背景只写了一个", "\(name) 前景與背景只寫了一個",
        "\(name): one of foreground and background is the terminal's")
    }
    let ratio = Palette.allCases.map { $0.contrast(style) }.min() ?? 0
    let least = lines.contains(role) ? 3 : 4.5
    guard ratio < least else { return nil }
    let shown = "\(Int(ratio)).\(Int(ratio * 10) % 10)"
    return Phrase(
      "\(name) 对比度 \(shown)，低于 \(least)", "\(name) 對比度 \(shown)，低於 \(least)",
      "\(name): contrast \(shown), below \(least)")
  }

  /// What is drawn and not read.
  private static let lines: Set<Role> = [.border, .borderFocus, .popupBorder]

  /// Roles whose meaning must not depend on hue alone.
  private static let meanings: [Role] = [.good, .warning, .urgent, .underway]

  private static func confusions(_ theme: Theme) -> [Phrase] {
    var found: [Phrase] = []
    for (index, first) in meanings.enumerated() {
      for second in meanings[(index + 1)...] {
        let (a, b) = (theme.style(first, .c256), theme.style(second, .c256))
        guard a.foreground >= 0, b.foreground >= 0, a.isBold == b.isBold,
          a.background == b.background
        else { continue }
        let distance =
          Colour.dichromacies.map {
            Colour(a.foreground).seen($0).distance(to: Colour(b.foreground).seen($0))
          }.min() ?? 1
        guard distance < 0.06 else { continue }
        found.append(
          Phrase(
            "\(first.rawValue) 与 \(second.rawValue) 色弱者难分",
            "\(first.rawValue) 與 \(second.rawValue) 色弱者難分",
            "\(first.rawValue) and \(second.rawValue) look alike to colour-blind eyes"))
      }
    }
    return found
  }
}
