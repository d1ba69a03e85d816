/// What was held down with a key, in the bits of xterm's parameter less one.
package struct Modifiers: OptionSet, Hashable, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let shift = Modifiers(rawValue: 1)
  package static let alt = Modifiers(rawValue: 2)
  package static let control = Modifiers(rawValue: 4)
  package static let meta = Modifiers(rawValue: 8)

  /// From xterm's parameter; Caps Lock and Num Lock, which some terminals report too, are left out.
  init(parameter: Int) {
    self.init(rawValue: parameter > 1 ? (parameter - 1) & 0xF : 0)
  }

  /// As names begin: `C-`, `M-`, `S-`.
  var prefix: String {
    (contains(.control) ? "C-" : "") + (isDisjoint(with: [.alt, .meta]) ? "" : "M-")
      + (contains(.shift) ? "S-" : "")
  }

  /// A name's modifiers and what they are held with; nil when it begins with none.
  static func split(_ name: String) -> (Modifiers, String)? {
    var (modifiers, rest): (Modifiers, Substring) = ([], name[...])
    for (prefix, one) in [("C-", Modifiers.control), ("M-", .alt), ("S-", .shift)]
    where rest.count > 2 && rest.hasPrefix(prefix) {
      modifiers.insert(one)
      rest.removeFirst(2)
    }
    return modifiers.isEmpty ? nil : (modifiers, String(rest))
  }
}

extension Key {
  /// The key with modifiers held, as the console takes it: what has a traditional meaning keeps it
  /// (`C-a`, `S-Tab`, `Esc 1`), what has none is a key of its own, so that it can be named.
  func held(_ modifiers: Modifiers) -> Key {
    switch self {
    case _ where modifiers.isEmpty: self
    case .tab where modifiers == .shift, .backTab where modifiers == .shift: .backTab
    case .enter where modifiers == .shift, .escape where modifiers == .shift,
      .backspace where modifiers == .shift:
      self
    case .character(let character) where modifiers == .shift: .character(Self.upper(character))
    case .character(let character) where modifiers.subtracting(.shift) == .control:
      Self.controlled(character) ?? .modified(modifiers, self)
    case .character(let character) where modifiers == .alt || modifiers == .meta:
      Self.function(character) ?? .modified(modifiers, self)
    default: .modified(modifiers, self)
    }
  }

  /// F3 with what is held, from the report that it looks like: `ESC [ 1 ; modifiers R`.
  package static func reported(_ column: Int) -> Key {
    Key.f(3).held(Modifiers(parameter: column))
  }

  private static func upper(_ character: Character) -> Character {
    let upper = character.uppercased()
    return upper.count == 1 ? upper.first ?? character : character
  }

  /// What a plain terminal sends for the letter with Ctrl.
  private static func controlled(_ character: Character) -> Key? {
    guard let byte = character.asciiValue, byte == 0x20 || (0x40...0x7A).contains(byte) else {
      return nil
    }
    return Key(byte: byte & 0x1F)
  }

  /// Esc and a digit is a function key, for terminals that keep those for themselves.
  static func function(_ character: Character) -> Key? {
    guard character.isASCII, let digit = character.wholeNumberValue else { return nil }
    return .f(digit == 0 ? 10 : digit)
  }

  /// The key of one byte below 0x80.
  init(byte: UInt8) {
    self =
      switch byte {
      case 0x0D, 0x0A: .enter
      case 0x09: .tab
      case 0x08, 0x7F: .backspace
      case 0x1B: .escape
      case 0, 0x1C...0x1F: .control(Character(UnicodeScalar(byte + 0x40)))
      case 0..<0x20: .control(Character(UnicodeScalar(byte + 0x60)))
      default: .character(Character(UnicodeScalar(byte)))
      }
  }
}
