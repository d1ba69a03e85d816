/// What a cell is for.
///
/// Themes give each role its colours; nothing else knows a colour.
///
/// The raw value is the name in `themes/*.rec`.
package enum Role: String, CaseIterable, Hashable, Sendable {
  case plain
  /// Less important than what stands beside it.
  case dim
  case bold
  case bar
  case barDim = "bar.dim"
  case barStrong = "bar.strong"
  case border
  case borderFocus = "border.focus"
  case title
  case titleFocus = "title.focus"
  case heading
  case selected
  /// The row that stays chosen in a pane that has not the focus.
  case selectedAway = "selected.away"
  case marked
  case good
  case warning
  case urgent
  case underway
  /// Text that was struck out.
  case struck
  case label
  case field
  case fieldFocus = "field.focus"
  case fieldError = "field.error"
  case hintKey = "hint.key"
  case hint
  case message
  case messageError = "message.error"
  case match
  /// How often something happened in an hour: the second to the fourth of four levels.
  case heat2 = "heat.2"
  case heat3 = "heat.3"
  case heat4 = "heat.4"
  /// How many were out in an hour, likewise.
  case cover2 = "cover.2"
  case cover3 = "cover.3"
  case cover4 = "cover.4"
  /// A length of something: a bar.
  case span
  case popup
  case popupBorder = "popup.border"
}
