import Terminal

/// How terminals mix the sixteen colours that have names; the others all mix as xterm does.
enum Palette: CaseIterable {
  case xterm, putty

  /// Red, green and blue of colours 0 to 15, each 0 to 255.
  var named: [(Int, Int, Int)] {
    switch self {
    case .xterm:
      [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
        (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
        (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
      ]
    case .putty:
      [
        (0, 0, 0), (187, 0, 0), (0, 187, 0), (187, 187, 0), (0, 0, 187), (187, 0, 187),
        (0, 187, 187), (187, 187, 187), (85, 85, 85), (255, 85, 85), (85, 255, 85),
        (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255),
      ]
    }
  }

  /// How a style is told from its background here; both its colours are named.
  func contrast(_ style: Style) -> Double {
    // Both paint a bold colour of the eight as the bright one.
    let isBright = style.isBold && style.foreground < 8
    var front = Colour(style.foreground + (isBright ? 8 : 0), in: self)
    if style.isDim { front = front.dimmed }
    return front.contrast(with: Colour(style.background, in: self))
  }
}

/// One of the 256 colours, in linear light.
///
/// Each part lies between 0 and 1. Luminance and contrast are those of WCAG 2.1.
struct Colour {
  let red, green, blue: Double

  init(_ number: Int, in palette: Palette = .xterm) {
    let (r, g, b) = Self.rgb(number, palette)
    (red, green, blue) = (Self.linear(r), Self.linear(g), Self.linear(b))
  }

  private init(_ red: Double, _ green: Double, _ blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  private static func rgb(_ number: Int, _ palette: Palette) -> (Int, Int, Int) {
    if number < 16 { return palette.named[max(0, number)] }
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

  /// As terminals dim a text: two thirds of what the screen is told, which is less of its light.
  var dimmed: Colour { Colour(red * 0.41, green * 0.41, blue * 0.41) }

  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  func contrast(with other: Colour) -> Double {
    let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  /// 0 to 1, each part weighed by what the eye makes of it: good for a threshold and nothing finer.
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
