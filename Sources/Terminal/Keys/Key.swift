/// A key as the console knows it, the same for every terminal.
package indirect enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case f(Int)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// The keypad's middle without Num Lock.
  case begin
  /// A key that means nothing with what is held: known so that it can be named.
  case modified(Modifiers, Key)
  /// A sequence of no known meaning, as it can be read out.
  case unknown(String)

  /// How the key is called in hints, help and scripts.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character("<"): "<"
    case .character(let character): String(character)
    case .control(let letter): "C-\(letter)"
    case .f(let number): "F\(number)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .backspace: "BSpace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PageUp"
    case .pageDown: "PageDown"
    case .begin: "Begin"
    case .modified(let modifiers, let key): modifiers.prefix + key.name
    case .unknown(let text): text
    }
  }

  /// What a hint bar shows: arrows as a person would say them.
  package init?(name: String) {
    let named: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .begin, .character(" "),
    ]
    if let key = named.first(where: { $0.name.lowercased() == name.lowercased() }) {
      self = key
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...20).contains(number) {
      self = .f(number)
    } else if name.hasPrefix("C-"), name.count == 3, let letter = name.last {
      self = .control(letter)
    } else if let (modifiers, rest) = Modifiers.split(name), let key = Key(name: rest) {
      self = .modified(modifiers, key)
    } else if let (modifiers, rest) = Modifiers.split(name), let letter = rest.first,
      rest.count == 1
    {
      self = .modified(modifiers, .character(letter))
    } else {
      return nil
    }
  }

  /// The first name in pointed brackets that is no key; nil where there is none.
  package static func unknownName(in script: String) -> String? {
    script.matches(of: /<([A-Za-z][A-Za-z0-9-]*)>/).map { String($0.1) }
      .first { Key(name: $0) == nil }
  }

  /// Reads `2000<Enter><F10>` as tests, scripts and docs write keys.
  package static func sequence(_ text: String) -> [Key] {
    var keys: [Key] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "<", let close = rest.firstIndex(of: ">"),
        let key = Key(name: String(rest[rest.index(after: rest.startIndex)..<close]))
      {
        keys.append(key)
        rest = rest[rest.index(after: close)...]
      } else {
        keys.append(.character(first))
        rest.removeFirst()
      }
    }
    return keys
  }

  /// The key that a full-width character stands for when it is pressed as a command: with an input
  /// method on, `？`, `１`, `：`, `【` are what arrives.
  package var halfWidth: Key {
    guard case .character(let character) = self, let scalar = character.unicodeScalars.first,
      character.unicodeScalars.count == 1
    else { return self }
    switch scalar.value {
    case 0xFF01...0xFF5E:
      return .character(Character(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar))
    case 0x3000: return .character(" ")
    default: return .character(Self.twins[character] ?? character)
    }
  }

  private static let twins: [Character: Character] = [
    "。": ".", "、": "/", "《": "<", "》": ">", "【": "[", "】": "]", "「": "[", "」": "]", "￥": "$",
    "·": "`",
  ]
}
