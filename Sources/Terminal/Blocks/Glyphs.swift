/// The marks and lines of our own chrome, in the form that this terminal draws one cell wide.
///
/// U+2500 boxes, ●○◐▲→✓ are East Asian Ambiguous or missing in some fonts: they are used only where
/// the terminal was found to draw them in one cell.
package struct Glyphs: Hashable, Sendable {
  package let horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight: String
  package let done, underway, missing, open, closed, urgent, arrow, check, cross, more: String
  /// In a calendar: a day without an entry, and one that is late.
  package let hole, knot: String

  package static let unicode = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    done: "●", underway: "◐", missing: "○", open: "▾", closed: "▸", urgent: "▲", arrow: "→",
    check: "✓", cross: "✗", more: "·", hole: "○", knot: "◐")

  package static let ascii = Glyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    done: "*", underway: "~", missing: ".", open: "-", closed: "+", urgent: "!", arrow: ">",
    check: "v", cross: "x", more: ".", hole: "o", knot: "*")
}
