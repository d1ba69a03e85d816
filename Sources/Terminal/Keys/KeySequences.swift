/// What escape sequences mean: tables of what xterm, the Linux console, PuTTY in each of its keyboard
/// modes, rxvt, tmux and screen send, with modifiers as xterm and kitty write them.
enum KeySequences {
  enum Meaning: Hashable {
    case key(Key)
    case cursorReport(row: Int, column: Int)
    case pasteBegins
    /// Three more bytes belong to it: the mouse as X10 reports it.
    case mouse
    /// Something that the terminal reports and nobody typed.
    case report
    case unknown
  }

  // MARK: ESC O

  /// `ESC O final`; some terminals put the modifiers' number before the final byte.
  static func ss3(_ parameters: ArraySlice<UInt8>, _ final: UInt8) -> Key? {
    let modifiers = Modifiers(parameter: numbers(parameters).last?.first ?? 0)
    return singleShift[final]?.held(modifiers)
  }

  private static let singleShift: [UInt8: Key] = {
    var keys = letters
    // The numeric keypad in application mode; `X` is its `=` and never PuTTY's F9 of mode VT100+.
    for (byte, character) in zip("jklmnopqrstuvwxyX ".utf8, "*+,-./0123456789= ") {
      keys[byte] = .character(character)
    }
    (keys[UInt8(ascii: "M")], keys[UInt8(ascii: "I")]) = (.enter, .tab)
    let functions: [(UInt8, Int)] = [
      (UInt8(ascii: "P"), 1), (UInt8(ascii: "Q"), 2), (UInt8(ascii: "R"), 3),
      (UInt8(ascii: "S"), 4), (UInt8(ascii: "T"), 5), (UInt8(ascii: "U"), 6),
      (UInt8(ascii: "V"), 7), (UInt8(ascii: "W"), 8), (UInt8(ascii: "Y"), 10),
      (UInt8(ascii: "Z"), 11), (UInt8(ascii: "["), 12),
    ]
    for (byte, number) in functions { keys[byte] = .f(number) }
    for (byte, key) in zip("abcd".utf8, [Key.up, .down, .right, .left]) {
      keys[byte] = .modified(.control, key)
    }
    return keys
  }()

  /// Finals that mean the same after `ESC O` and `ESC [`.
  private static let letters: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "E"): .begin, UInt8(ascii: "F"): .end,
    UInt8(ascii: "G"): .begin, UInt8(ascii: "H"): .home,
  ]

  // MARK: ESC [

  /// `ESC [ parameters final`.
  static func control(_ parameters: ArraySlice<UInt8>, _ final: UInt8) -> Meaning {
    // A private mark stands before answers, modes and the mouse, never before a key.
    if let first = parameters.first, (0x3C...0x3F).contains(first) { return .report }
    let numbers = numbers(parameters)
    let isBare = parameters.isEmpty
    switch final {
    case UInt8(ascii: "~"): return numbered(numbers, [])
    case UInt8(ascii: "$"): return numbered(numbers, .shift)
    case UInt8(ascii: "^"): return numbered(numbers, .control)
    case UInt8(ascii: "@"): return numbered(numbers, [.control, .shift])
    case UInt8(ascii: "u"): return character(numbers)
    case UInt8(ascii: "R") where numbers.count == 2:
      guard let row = numbers[0].first, let column = numbers[1].first else { return .unknown }
      return .cursorReport(row: row, column: column)
    case UInt8(ascii: "M") where isBare: return .mouse
    case UInt8(ascii: "M") where numbers.count == 3: return .report
    case UInt8(ascii: "I") where isBare, UInt8(ascii: "O") where isBare: return .report
    case UInt8(ascii: "a")...UInt8(ascii: "d") where isBare:
      let arrows: [Key] = [.up, .down, .right, .left]
      return .key(.modified(.shift, arrows[Int(final - UInt8(ascii: "a"))]))
    case UInt8(ascii: "c"), UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "x"),
      UInt8(ascii: "y"):
      return .report
    default:
      guard let key = bracketed[final] else { return .unknown }
      if isReleased(numbers) { return .report }
      return .key(key.held(Modifiers(parameter: numbers.last?.first ?? 0)))
    }
  }

  private static let bracketed: [UInt8: Key] = letters.merging([
    UInt8(ascii: "P"): .f(1), UInt8(ascii: "Q"): .f(2), UInt8(ascii: "R"): .f(3),
    UInt8(ascii: "S"): .f(4), UInt8(ascii: "Z"): .backTab,
  ]) { letter, _ in letter }

  /// `ESC [ [ letter`: the Linux console's F1 to F5.
  static func linux(_ final: UInt8) -> Key? {
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) else { return nil }
    return .f(Int(final - UInt8(ascii: "A")) + 1)
  }

  private static func numbered(_ numbers: [[Int]], _ held: Modifiers) -> Meaning {
    guard let number = numbers.first?.first else { return .unknown }
    if number == 200 { return .pasteBegins }
    // The end of a paste that was given up before.
    if number == 201 || isReleased(numbers) { return .report }
    let modifiers = Modifiers(parameter: numbers.count > 1 ? numbers[1].first ?? 0 : 0)
    if number == 27, numbers.count == 3, let code = numbers[2].first {
      return typed(code, modifiers)
    }
    guard let key = numberedKeys[number] else { return .unknown }
    return .key(key.held(modifiers.union(held)))
  }

  private static let numberedKeys: [Int: Key] = {
    var keys: [Int: Key] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    let functions = [
      11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
    ]
    for (index, number) in functions.enumerated() { keys[number] = .f(index + 1) }
    return keys
  }()

  /// `ESC [ code ; modifiers u`, as xterm and kitty write keys without a traditional sequence.
  private static func character(_ numbers: [[Int]]) -> Meaning {
    guard let codes = numbers.first, let code = codes.first else { return .unknown }
    if isReleased(numbers) { return .report }
    let modifiers = Modifiers(parameter: numbers.count > 1 ? numbers[1].first ?? 0 : 0)
    // kitty says which character the key gives with Shift.
    if modifiers.contains(.shift), codes.count > 1, codes[1] > 0 {
      return typed(codes[1], modifiers.subtracting(.shift))
    }
    return typed(code, modifiers)
  }

  private static func typed(_ code: Int, _ modifiers: Modifiers) -> Meaning {
    if let key = kitty[code] { return .key(key.held(modifiers)) }
    guard !(0xE000...0xF8FF).contains(code), let scalar = UnicodeScalar(UInt32(clamping: code))
    else { return .unknown }
    let key = scalar.isASCII ? Key(byte: UInt8(scalar.value)) : .character(Character(scalar))
    return .key(key.held(modifiers))
  }

  /// kitty's numbers of the numeric keypad.
  private static let kitty: [Int: Key] = {
    let keypad: [Key] =
      "0123456789./*-+".map(Key.character) + [.enter, .character("="), .character(",")] + [
        .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete, .begin,
      ]
    return Dictionary(
      uniqueKeysWithValues: keypad.enumerated().map { (57399 + $0.offset, $0.element) })
  }()

  /// kitty and others can be set to report keys let go: those are no keys.
  private static func isReleased(_ numbers: [[Int]]) -> Bool {
    numbers.count > 1 && numbers[1].count > 1 && numbers[1][1] == 3
  }

  /// Parameters between `;`, each with what follows it after `:`; what is no number is 0.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [[Int]] {
    guard !parameters.isEmpty else { return [] }
    return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
        Int(String(decoding: $0, as: UTF8.self)) ?? 0
      }
    }
  }
}
