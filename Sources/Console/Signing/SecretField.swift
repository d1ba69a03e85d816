import Patrol
import Terminal
import Wording

/// The line a PIN is typed into: as many dots as characters, never what they are.
struct SecretField: Block {
  let label: String
  let secret: Secret?
  let isFocused: Bool
  let world: World

  var height: Extent { .cells(1) }

  func draw(in area: Rect, on surface: inout Surface) {
    let role: Role = isFocused ? .fieldFocus : .field
    surface.fill(area, role: role)
    let dots = String(repeating: "*", count: min(secret?.count ?? 0, max(0, area.width - 24)))
    let end = surface.write(" \(label) \(dots)", in: area, role: role)
    if isFocused { surface.caret = Point(min(end, area.x + area.width - 1), area.y) }
  }
}

extension Key {
  /// The character that a PIN takes: digits and letters of full width count as their twins, since
  /// an input method may be on.
  var secretCharacter: Character? {
    guard case .character(let character) = halfWidth else { return nil }
    return character
  }
}
