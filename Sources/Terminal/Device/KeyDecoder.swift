/// What comes out of the terminal's bytes.
package enum Input: Hashable, Sendable {
  case key(Key)
  /// A bracketed paste, whole.
  case paste(String)
  /// An answer to `ESC [ 6 n`: row and column from 1.
  case cursorReport(row: Int, column: Int)
}

/// Turns the bytes of a terminal in raw mode into keys, by the terminal's description and by what
/// xterm-like terminals send whatever their description says.
///
/// A lone Esc is only told from the start of a sequence by waiting: `isWaiting` asks for another
/// look after the escape delay, then `flush`.
package struct KeyDecoder: Sendable {
  private let sequences: [[UInt8]: Key]
  private let longest: Int
  private var pending: [UInt8] = []
  private var pasted: [UInt8]?

  /// - Parameter described: the terminal's own sequences, from terminfo.
  package init(described: [[UInt8]: Key] = [:]) {
    sequences = Self.common.merging(described) { _, new in new }
    longest = sequences.keys.map(\.count).max() ?? 0
  }

  package var isWaiting: Bool { !pending.isEmpty && pasted == nil }

  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Input] {
    pending += bytes
    var found: [Input] = []
    let used = pending.count
    while let input = next(isLast: false, &found) { found.append(input) }
    if pending.isEmpty { wipe(used) }
    return found
  }

  /// Overwrites the bytes that have become keys: they may have been a PIN.
  private mutating func wipe(_ count: Int) {
    pending.append(contentsOf: repeatElement(0, count: count))
    pending.removeAll(keepingCapacity: true)
  }

  /// Takes what waits for what it is: the escape delay is over.
  package mutating func flush() -> [Input] {
    var found: [Input] = []
    while let input = next(isLast: true, &found) { found.append(input) }
    return found
  }

  private mutating func next(isLast: Bool, _ found: inout [Input]) -> Input? {
    while true {
      if pasted != nil {
        guard let input = takePaste() else { return nil }
        return input
      }
      guard let first = pending.first else { return nil }
      if first == 0x1B {
        switch escape(isLast: isLast) {
        case .input(let input): return input
        case .nothing: continue
        case .more: return nil
        }
      }
      guard let length = Self.utf8Length(first) else {
        pending.removeFirst()
        continue
      }
      guard pending.count >= length else {
        if isLast { pending = [] }
        return nil
      }
      let bytes = Array(pending.prefix(length))
      pending.removeFirst(length)
      guard let text = String(validating: bytes, as: UTF8.self), let character = text.first else {
        continue
      }
      return .key(Self.key(character))
    }
  }

  private enum Step { case input(Input), nothing, more }

  private mutating func escape(isLast: Bool) -> Step {
    for length in stride(from: min(longest, pending.count), to: 1, by: -1) {
      if let key = sequences[Array(pending.prefix(length))] {
        pending.removeFirst(length)
        return .input(.key(key))
      }
    }
    guard pending.count > 1 else {
      guard isLast else { return .more }
      pending.removeFirst()
      return .input(.key(.escape))
    }
    switch pending[1] {
    case UInt8(ascii: "["): return control(isLast: isLast)
    case UInt8(ascii: "O") where pending.count < 3 && !isLast: return .more
    case UInt8(ascii: "O") where pending.count >= 3:
      pending.removeFirst(3)
      return .nothing
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      // Esc and a digit is a function key, for terminals that keep those for themselves.
      let digit = Int(pending[1] - UInt8(ascii: "0"))
      pending.removeFirst(2)
      return .input(.key(.f(digit == 0 ? 10 : digit)))
    default:
      pending.removeFirst()
      return .input(.key(.escape))
    }
  }

  /// `ESC [ … final`: a cursor report, the start of a paste, or something unknown to be swallowed.
  private mutating func control(isLast: Bool) -> Step {
    guard
      let end = pending.indices.dropFirst(2).first(where: { (0x40...0x7E).contains(pending[$0]) })
    else {
      guard isLast || pending.count > 32 else { return .more }
      pending.removeFirst()
      return .input(.key(.escape))
    }
    let body = String(decoding: pending[2..<end], as: UTF8.self)
    let final = pending[end]
    pending.removeFirst(end + 1)
    if final == UInt8(ascii: "~"), body == "200" {
      pasted = []
      return .nothing
    }
    let numbers = body.split(separator: ";").compactMap { Int($0) }
    if final == UInt8(ascii: "R"), numbers.count == 2 {
      return .input(.cursorReport(row: numbers[0], column: numbers[1]))
    }
    return .nothing
  }

  private mutating func takePaste() -> Input? {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    guard pending.count >= end.count,
      let at = (0...(pending.count - end.count)).first(where: {
        pending[$0..<$0 + end.count].elementsEqual(end)
      })
    else { return nil }
    let text = String(decoding: pending[..<at], as: UTF8.self)
    pending.removeFirst(at + end.count)
    pasted = nil
    return .paste(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
  }

  private static func utf8Length(_ first: UInt8) -> Int? {
    switch first {
    case 0..<0x80: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  private static func key(_ character: Character) -> Key {
    guard let byte = character.asciiValue else { return .character(character) }
    switch byte {
    case 0x0D, 0x0A: return .enter
    case 0x09: return .tab
    case 0x08, 0x7F: return .backspace
    case 0x1C: return .control("\\")
    case 0..<0x20: return .control(Character(UnicodeScalar(byte + 0x60)))
    default: return .character(character)
    }
  }

  /// What xterm, the Linux console, PuTTY, tmux and screen send.
  private static let common: [[UInt8]: Key] = {
    var keys: [[UInt8]: Key] = [:]
    func add(_ key: Key, _ endings: String...) {
      for ending in endings { keys[[0x1B] + Array(ending.utf8)] = key }
    }
    add(.up, "[A", "OA")
    add(.down, "[B", "OB")
    add(.right, "[C", "OC")
    add(.left, "[D", "OD")
    add(.home, "[H", "OH", "[1~", "[7~")
    add(.end, "[F", "OF", "[4~", "[8~")
    add(.insert, "[2~")
    add(.delete, "[3~")
    add(.pageUp, "[5~")
    add(.pageDown, "[6~")
    add(.backTab, "[Z")
    for (index, letter) in ["P", "Q", "R", "S"].enumerated() { add(.f(index + 1), "O" + letter) }
    for (index, letter) in ["A", "B", "C", "D", "E"].enumerated() {
      add(.f(index + 1), "[[" + letter)
    }
    for (index, number) in [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].enumerated() {
      add(.f(index + 1), "[\(number)~")
    }
    return keys
  }()
}
