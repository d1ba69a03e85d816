/// The few elements that charts are made of.
enum SVG {
  static let filled = "#999999"
  /// By the levels of a `HeatScale`: black writing is readable on each.
  static let greys = ["#ffffff", "#ffffff", "#dddddd", "#bbbbbb", "#999999"]

  static func text(
    _ text: String, _ x: Int, _ y: Int, size: Int = 12, anchor: String = "start",
    weight: String = "normal"
  ) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" text-anchor=\"\(anchor)\" font-weight=\"\(weight)\">\(escaped(text))</text>\n"
  }

  static func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int, fill: String) -> String {
    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\" stroke=\"#000000\" stroke-width=\"0.5\"/>\n"
  }

  static func dot(_ x: Int, _ y: Int, isHollow: Bool) -> String {
    let fill = isHollow ? "#ffffff" : "#000000"
    return "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"3\" fill=\"\(fill)\" stroke=\"#000000\"/>\n"
  }

  /// A line through points, dashed for what is only held against another.
  static func line(_ points: [(x: Int, y: Int)], isDashed: Bool = false) -> String {
    guard !points.isEmpty else { return "" }
    let path = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    let dash = isDashed ? " stroke-dasharray=\"5 4\"" : ""
    return "<polyline points=\"\(path)\" fill=\"none\" stroke=\"#000000\"\(dash)/>\n"
  }

  /// Text that is no markup; what XML does not allow at all is told by its number.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n": out += " "
      case _
      where scalar.value < 32 || (0xFFFE...0xFFFF).contains(scalar.value) || scalar.value == 127:
        out += "U+\(String(scalar.value, radix: 16, uppercase: true))"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}
