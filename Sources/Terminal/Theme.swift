/// How a role looks: colours by their number (−1 the terminal's own) and attributes.
package struct Style: Hashable, Sendable {
  package var foreground = -1
  package var background = -1
  package var isBold = false
  package var isDim = false
  package var isUnderlined = false
  package var isReversed = false

  package init(
    foreground: Int = -1, background: Int = -1, bold: Bool = false, dim: Bool = false,
    underline: Bool = false, reverse: Bool = false
  ) {
    (self.foreground, self.background, isBold) = (foreground, background, bold)
    (isDim, isUnderlined, isReversed) = (dim, underline, reverse)
  }
}

/// How many colours a terminal has; a theme says each role for each.
package enum Depth: String, CaseIterable, Hashable, Sendable {
  case mono = "Mono"
  case c8 = "C8"
  case c256 = "C256"
}

/// What every role looks like.
package struct Theme: Hashable, Sendable {
  package let name: String
  package let styles: [Depth: [Role: Style]]

  package init(name: String, styles: [Depth: [Role: Style]]) {
    (self.name, self.styles) = (name, styles)
  }

  package func style(_ role: Role, _ depth: Depth) -> Style {
    styles[depth]?[role] ?? styles[depth]?[.plain] ?? Style()
  }

  /// What is used where there is no theme file: legible on any terminal without a colour.
  package static let fallback = Theme(
    name: "mono",
    styles: Dictionary(
      uniqueKeysWithValues: Depth.allCases.map { depth in
        (
          depth,
          [
            .bold: Style(bold: true), .bar: Style(reverse: true), .barDim: Style(reverse: true),
            .barStrong: Style(bold: true, reverse: true), .title: Style(bold: true),
            .titleFocus: Style(bold: true, reverse: true), .heading: Style(dim: true),
            .selected: Style(reverse: true), .selectedAway: Style(underline: true),
            .warning: Style(bold: true), .urgent: Style(bold: true, reverse: true),
            .fieldFocus: Style(underline: true), .hintKey: Style(bold: true),
            .messageError: Style(bold: true, reverse: true), .match: Style(bold: true),
          ]
        )
      }))
}
