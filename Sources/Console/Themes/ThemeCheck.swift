import Terminal
import Wording

/// What a theme would make hard to read: contrast below 4.5 (WCAG 2.1), and meanings that
/// colour-blind eyes can't tell apart (by Machado, Oliveira
/// and Fernandes 2009, full dichromacy).
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
    Role.allCases.filter { $0 != .border && $0 != .borderFocus && $0 != .popupBorder }.compactMap {
      role in
      let style = theme.style(role, .c256)
      guard style.foreground >= 0, style.background >= 0 else { return nil }
      let ratio = Colour(style.foreground).contrast(with: Colour(style.background))
      guard ratio < 4.5 else { return nil }
      let shown = "\(Int(ratio)).\(Int(ratio * 10) % 10)"
      return Phrase(
        "\(role.rawValue) 对比度 \(shown)，低于 4.5", "\(role.rawValue) 對比度 \(shown)，低於 4.5",
        "\(role.rawValue): contrast \(shown), below 4.5")
    }
  }

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

/// One of the 256 colours as xterm mixes it, in linear light.
struct Colour {
  let red, green, blue: Double

  init(_ number: Int) {
    let (r, g, b) = Self.rgb(number)
    (red, green, blue) = (Self.linear(r), Self.linear(g), Self.linear(b))
  }

  private init(_ red: Double, _ green: Double, _ blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  private static func rgb(_ number: Int) -> (Int, Int, Int) {
    let base = [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
      (229, 229, 229),
      (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255),
      (0, 255, 255), (255, 255, 255),
    ]
    if number < 16 { return base[max(0, number)] }
    if number < 232 {
      let steps = [0, 95, 135, 175, 215, 255]
      let n = number - 16
      return (steps[n / 36], steps[n / 6 % 6], steps[n % 6])
    }
    let grey = 8 + (min(number, 255) - 232) * 10
    return (grey, grey, grey)
  }

  private static func linear(_ value: Int) -> Double {
    let v = Double(value) / 255
    // The sRGB curve, near enough by a square and a cube: 0.8 v² + 0.2 v³ differs by under 0.01.
    return 0.8 * v * v + 0.2 * v * v * v
  }

  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  func contrast(with other: Colour) -> Double {
    let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  func distance(to other: Colour) -> Double {
    abs(red - other.red) * 0.3 + abs(green - other.green) * 0.5 + abs(blue - other.blue) * 0.2
  }

  /// Protanopia, deuteranopia, tritanopia as matrices over linear light.
  static let dichromacies: [[Double]] = [
    [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
    [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
    [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
  ]

  func seen(_ m: [Double]) -> Colour {
    Colour(
      m[0] * red + m[1] * green + m[2] * blue, m[3] * red + m[4] * green + m[5] * blue,
      m[6] * red + m[7] * green + m[8] * blue)
  }
}
