/// What comes out of the terminal's bytes.
package enum Input: Hashable, Sendable {
  case key(Key)
  /// A bracketed paste, whole.
  case paste(String)
  /// An answer to `ESC [ 6 n`: row and column from 1.
  case cursorReport(row: Int, column: Int)
  /// An answer to `ESC ] 11 ; ?`: what the background is like.
  case background(Shade)
  /// Bytes that are no characters in the terminal's encoding, such as GBK on a UTF-8 console.
  case unreadable
}

/// Turns the bytes of a terminal in raw mode into keys: a state machine that takes one byte after
/// another, in pieces of any size.
///
/// - A lone Esc is told from the start of a sequence by silence: `patience` says how many
///   milliseconds of it end what has begun, `pass` says that they are over.
/// - What begins like a sequence is one: it becomes a key, or a key that is only named, or is
///   swallowed when it is a report or the mouse. Never do the bytes inside of it become keys.
/// - Esc with a digit is a function key; Esc with another character is `M-` and that character.
/// - Bytes that have become keys are overwritten: they may have been a PIN.
package struct KeyDecoder: Sendable {
  private enum State {
    case ground
    /// Within a character.
    case text
    /// After the first byte of a pair that is no text here.
    case foreign
    case escape, singleShift, control, linux
    case mouse(left: Int)
    /// Between OSC, DCS, SOS, PM or APC and their end.
    case string(length: Int, last: UInt8)
    case stringEscape
    case paste
  }

  private let described: [[UInt8]: Key]
  /// What a described sequence begins with, where the grammar of sequences would see its end.
  private let beginnings: Set<[UInt8]>
  private let encoding: TextEncoding
  private let limits: Patience
  private var state = State.ground
  /// The bytes of the sequence or character or paste that has begun.
  private var collected: [UInt8] = []
  /// The beginning of the string that has begun: as much as an answer about a colour takes.
  private var told: [UInt8] = []
  private var hasMetForeign = false

  /// - Parameter described: the terminal's own sequences, from terminfo.
  package init(
    described: [[UInt8]: Key] = [:], encoding: TextEncoding = .utf8, patience: Patience = .near
  ) {
    (self.described, self.encoding, limits) = (described, encoding, patience)
    beginnings = Set(
      described.keys.flatMap { key in key.indices.dropFirst().map { Array(key[..<$0]) } })
  }

  /// Milliseconds of silence after which what has begun is to be ended; nil when nothing has.
  package var patience: Int? {
    switch state {
    case .ground: nil
    case .escape: limits.escape
    case .paste: limits.paste
    default: limits.sequence
    }
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Input] {
    var found: [Input] = []
    hasMetForeign = false
    for byte in bytes { step(byte, &found) }
    if hasMetForeign { found.removeAll(where: Self.isChance) }
    return found
  }

  /// Two bytes of GBK can be a letter of UTF-8 by chance: beside others that can't, they are none.
  private static func isChance(_ input: Input) -> Bool {
    guard case .key(.character(let character)) = input else { return false }
    return character.utf8.count == 2
  }

  /// As many milliseconds of silence as `patience` asks for are over: what has begun is ended.
  package mutating func pass() -> [Input] {
    var found: [Input] = []
    switch state {
    case .ground, .foreign: break
    case .text: found.append(.unreadable)
    case .escape: found.append(.key(.escape))
    case .stringEscape: found.append(.key(.escape))
    case .mouse(let left) where left < 3: break
    case .singleShift, .control, .linux, .mouse, .string: found.append(.key(alone))
    case .paste: endPaste(&found)
    }
    settle()
    return found
  }

  private mutating func settle() {
    state = .ground
    for index in collected.indices { collected[index] = 0 }
    collected.removeAll(keepingCapacity: true)
    told.removeAll(keepingCapacity: true)
  }

  // MARK: One byte

  private mutating func step(_ byte: UInt8, _ found: inout [Input]) {
    switch state {
    case .ground: ground(byte, &found)
    case .text: text(byte, &found)
    case .foreign: foreign(byte, &found)
    case .paste: paste(byte, &found)
    case .mouse(let left):
      if left > 1 { state = .mouse(left: left - 1) } else { settle() }
    case .string(let length, let last): string(byte, length: length, last: last, &found)
    case .stringEscape:
      guard byte != UInt8(ascii: "\\") else { return endString(&found) }
      settle()
      begin(.escape, "\u{1B}")
      step(byte, &found)
    case .escape, .singleShift, .control, .linux: sequence(byte, &found)
    }
  }

  private mutating func begin(_ state: State, _ bytes: String) {
    self.state = state
    collected.append(contentsOf: bytes.utf8)
  }

  private mutating func ground(_ byte: UInt8, _ found: inout [Input]) {
    switch byte {
    case 0x1B: begin(.escape, "\u{1B}")
    case 0..<0x80: found.append(.key(Key(byte: byte)))
    case 0x80..<0xA0 where encoding == .utf8 && control8(byte): break
    default: text(byte, &found)
    }
  }

  /// The 8-bit controls that begin a sequence.
  private mutating func control8(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x8F: begin(.singleShift, "\u{1B}O")
    case 0x9B: begin(.control, "\u{1B}[")
    case 0x90: begin(.string(length: 0, last: 0), "\u{1B}P")
    case 0x98: begin(.string(length: 0, last: 0), "\u{1B}X")
    case 0x9D: begin(.string(length: 0, last: 0), "\u{1B}]")
    case 0x9E: begin(.string(length: 0, last: 0), "\u{1B}^")
    case 0x9F: begin(.string(length: 0, last: 0), "\u{1B}_")
    default: return false
    }
    return true
  }

  // MARK: Characters

  private mutating func text(_ byte: UInt8, _ found: inout [Input]) {
    state = .text
    collected.append(byte)
    switch encoding.reading(collected) {
    case .incomplete: break
    case .character(let character):
      settle()
      let scalar = character.unicodeScalars.first?.value ?? 0
      if (0x80..<0xA0).contains(scalar), control8(UInt8(scalar)) { return }
      found.append(.key(.character(character)))
    case .invalid: invalid(byte, &found)
    }
  }

  /// Bytes that are no text: counted in pairs, as the Chinese sets write them, so that the second
  /// byte of a pair, which may look like a letter, is no key.
  private mutating func invalid(_ byte: UInt8, _ found: inout [Input]) {
    let isOdd = collected.count % 2 == 1
    settle()
    hasMetForeign = true
    if !found.contains(.unreadable) { found.append(.unreadable) }
    if isOdd, (0x81...0xFE).contains(byte) {
      state = .foreign
    } else if byte < 0x80, isOdd || !Self.isSecond(byte) {
      step(byte, &found)
    }
  }

  private mutating func foreign(_ byte: UInt8, _ found: inout [Input]) {
    settle()
    if !Self.isSecond(byte) { step(byte, &found) }
  }

  private static func isSecond(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x40..<0x7F).contains(byte) || byte >= 0x80
  }

  // MARK: Sequences

  private mutating func sequence(_ byte: UInt8, _ found: inout [Input]) {
    if byte == 0x18 || byte == 0x1A, collected.count > 1 { return settle() }
    collected.append(byte)
    if let key = described[collected] { return end(.key(key), &found) }
    switch state {
    case .escape: escape(byte, &found)
    case .linux:
      end(.key(KeySequences.linux(byte) ?? .unknown(name)), &found)
    default: parameters(byte, &found)
    }
  }

  private mutating func end(_ input: Input, _ found: inout [Input]) {
    found.append(input)
    settle()
  }

  private mutating func escape(_ byte: UInt8, _ found: inout [Input]) {
    switch byte {
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string(length: 0, last: 0)
    case _ where beginnings.contains(collected): break
    case _ where collected.count > 2: end(.key(.unknown(name)), &found)
    case 0x0D, 0x09, 0x08, 0x20...0x7F: end(.key(Key(byte: byte).held(.alt)), &found)
    default:
      end(.key(.escape), &found)
      step(byte, &found)
    }
  }

  private mutating func parameters(_ byte: UInt8, _ found: inout [Input]) {
    let body = collected.dropFirst(2).dropLast()
    switch byte {
    case UInt8(ascii: "[") where collected.count == 3 && isControl: state = .linux
    case UInt8(ascii: "$") where isControl && !body.isEmpty && body.allSatisfy(Self.isDigit):
      end(byte, body, &found)
    case UInt8(ascii: " ") where !isControl && body.isEmpty: end(byte, body, &found)
    case 0x20...0x3F:
      // A sequence without end: its beginning is enough to name it.
      if collected.count > Self.longest { collected.removeLast() }
    case 0x40...0x7E: end(byte, body, &found)
    default:
      // Cut off by something else, which is read for itself.
      collected.removeLast()
      end(.key(alone), &found)
      step(byte, &found)
    }
  }

  private static let longest = 32
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private var isControl: Bool { if case .control = state { true } else { false } }

  private mutating func end(_ final: UInt8, _ body: ArraySlice<UInt8>, _ found: inout [Input]) {
    guard isControl else {
      return end(.key(KeySequences.ss3(body, final) ?? .unknown(name)), &found)
    }
    switch KeySequences.control(body, final) {
    case .key(let key): end(.key(key), &found)
    case .cursorReport(let row, let column): end(.cursorReport(row: row, column: column), &found)
    case .pasteBegins:
      settle()
      state = .paste
    case .mouse: state = .mouse(left: 3)
    case .report: settle()
    case .unknown: end(.key(.unknown(name)), &found)
    }
  }

  private var name: String {
    "Esc" + String(decoding: collected.dropFirst(), as: UTF8.self).filter { $0 != "\u{1B}" }
  }

  /// What has begun and goes on no further: with nothing behind it, it was Alt and a character.
  private var alone: Key {
    if collected.count == 2, let byte = collected.last {
      return Key.character(Character(UnicodeScalar(byte))).held(.alt)
    }
    return .unknown(name)
  }

  // MARK: Strings and pastes

  /// BEL and ST end a string, CAN and SUB break it off; so does its length.
  private mutating func string(
    _ byte: UInt8, length: Int, last: UInt8, _ found: inout [Input]
  ) {
    switch byte {
    case 0x07: endString(&found)
    case 0x18, 0x1A: settle()
    case 0x1B: state = .stringEscape
    // Within a character of UTF-8 it is no control.
    case 0x9C where last < 0x80: endString(&found)
    default:
      if length >= 1 << 16 { return settle() }
      if length == 0 { collected.append(contentsOf: "…".utf8) }
      if told.count < Self.longest { told.append(byte) }
      state = .string(length: length + 1, last: byte)
    }
  }

  /// Of all that a terminal may report, only the colour of its background was asked for.
  private mutating func endString(_ found: inout [Input]) {
    let isCommand = collected.starts(with: [0x1B, UInt8(ascii: "]")])
    let shade = isCommand ? Shade(answer: told) : nil
    settle()
    if let shade { found.append(.background(shade)) }
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func paste(_ byte: UInt8, _ found: inout [Input]) {
    collected.append(byte)
    guard byte == UInt8(ascii: "~"), collected.suffix(6).elementsEqual(Self.pasteEnd) else {
      return
    }
    collected.removeLast(6)
    endPaste(&found)
    settle()
  }

  private mutating func endPaste(_ found: inout [Input]) {
    guard let text = encoding.text(collected) else {
      found.append(.unreadable)
      return
    }
    found.append(.paste(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")))
  }
}
