import Terminal
import TestSupport
import Testing

/// What xterm and PuTTY's terminal send for keys that are pressed, read as the console reads it.
@Suite("Keys as terminals that people use send them", .serialized)
struct RealKeyTests {
  private static let mark: Character = "z"

  /// What the console reads after each of `keys`, pressed one after another in a terminal of its own
  /// in the modes that the console sets.
  private func read(_ terminal: String, _ keys: [String], modes: String = "") throws -> [[Key]] {
    let (screen, folder) = (try XScreen(), try Scratch())
    try folder.write(
      "stty raw -echo; tput smkx; printf '\\033>\(modes)\\033[6n'; exec cat > \(folder.path)/keys",
      to: "record")
    _ = try screen.open(terminal, ["sh", "\(folder.path)/record"])
    // Once it says where the cursor is, it has taken the modes as well.
    try screen.wait("the terminal's answer") {
      try folder.exists("keys") && folder.text("keys").hasSuffix("R")
    }
    let start = try folder.text("keys").utf8.count
    try screen.press(keys.map { "\($0) \(Self.mark)" }.joined(separator: " "))
    func bytes() throws -> [UInt8] { Array(try folder.text("keys").utf8.dropFirst(start)) }
    let mark = UInt8(ascii: "z")
    try screen.wait("every key") { try bytes().filter { $0 == mark }.count == keys.count }
    return try bytes().split(separator: mark, omittingEmptySubsequences: false).dropLast().map {
      var decoder = KeyDecoder()
      return (decoder.feed($0) + decoder.pass()).compactMap(Self.key)
    }
  }

  private static func key(_ input: Input) -> Key? {
    switch input {
    case .key(let key): key
    // F3 with something held looks like a report.
    case .cursorReport(row: 1, let column): Key.reported(column)
    default: nil
    }
  }

  private func expect(_ found: [[Key]], _ meant: [[Key]], _ keys: [String]) {
    #expect(found.count == keys.count)
    for (key, (found, meant)) in zip(keys, zip(found, meant)) {
      #expect(found == meant, "\(key): \(found.map(\.name)), not \(meant.map(\.name))")
    }
  }

  private static let arrows: [(String, Key)] = [
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
  ]
  private static let plain: [(String, Key)] =
    (1...12).map { ("F\($0)", .f($0)) } + arrows + [
      ("Home", .home), ("End", .end), ("Insert", .insert), ("Delete", .delete), ("Prior", .pageUp),
      ("Next", .pageDown), ("Tab", .tab), ("shift+Tab", .backTab), ("BackSpace", .backspace),
      ("Return", .enter), ("Escape", .escape), ("ctrl+q", .control("q")),
    ]

  @Test("Plain keys are themselves in both", arguments: ["xterm", "pterm"])
  func plain(_ terminal: String) throws {
    let keys = Self.plain.map(\.0)
    expect(try read(terminal, keys), Self.plain.map { [$0.1] }, keys)
  }

  @Test("xterm tells what is held with function keys and arrows, so that the key can be named")
  func heldInXterm() throws {
    var (keys, meant): ([String], [[Key]]) = ([], [])
    for (prefix, held) in [
      ("shift+", Modifiers.shift), ("ctrl+", .control), ("alt+", .alt),
    ] {
      for (name, key) in Self.plain.prefix(16) {
        keys.append(prefix + name)
        meant.append([.modified(held, key)])
      }
    }
    expect(try read("xterm", keys), meant, keys)
  }

  @Test("PuTTY counts Shift with F1 as F11, writes Alt as Esc before the key, and tells no more")
  func heldInPutty() throws {
    var (keys, meant): ([String], [[Key]]) = ([], [])
    for (name, key) in Self.plain.prefix(16) {
      let shifted: Key = if case .f(let number) = key, number <= 10 { .f(number + 10) } else { key }
      keys += ["shift+" + name, "ctrl+" + name, "alt+" + name]
      meant += [[shifted], [key], [.escape, key]]
    }
    expect(try read("pterm", keys), meant, keys)
  }

  /// The numeric keypad by the places of its keys: 0 to 9, the point, Enter, and the signs.
  private static let keypad =
    ["90", "87", "88", "89", "83", "84", "85", "79", "80", "81", "91", "104"]
  private static let signs = ["86", "82", "63", "106"]
  private static let moves: [Key] = [
    .insert, .end, .down, .pageDown, .left, .begin, .right, .home, .up, .pageUp, .delete, .enter,
  ]
  private static let digits = "0123456789.".map { [Key.character($0)] } + [[.enter]]
  private static let typedSigns = "+-*/".map { [Key.character($0)] }

  @Test(
    "The keypad as the console sets it: moves without Num Lock, digits with it",
    arguments: ["xterm", "pterm"])
  func keypad(_ terminal: String) throws {
    let keys = Self.keypad + Self.signs
    let locked = ["Num_Lock " + keys[0]] + keys.dropFirst()
    let moves = Self.moves.map { [$0] }
    expect(
      try read(terminal, keys + locked), moves + Self.typedSigns + Self.digits + Self.typedSigns,
      keys + locked)
  }

  @Test("In application mode, which another program may have left: xterm moves, PuTTY has digits")
  func application() throws {
    expect(
      try read("xterm", Self.keypad + Self.signs, modes: "\\033="),
      Self.moves.map { [$0] } + Self.typedSigns, Self.keypad + Self.signs)
    // PuTTY's signs are PF2 to PF4 there, as on a VT100.
    expect(
      try read("pterm", Self.keypad, modes: "\\033="), Self.digits, Self.keypad)
  }
}
