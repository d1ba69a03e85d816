import Terminal
import Testing

@Suite("A line may be slow: the same bytes in any pieces are the same keys")
struct SlowLineTests {
  /// Reads pieces of `size` bytes with so many milliseconds of silence behind each.
  static func read(
    _ bytes: [UInt8], by size: Int, silence: Int, encoding: TextEncoding = .utf8,
    patience: Patience = .near
  ) -> [Input] {
    var decoder = KeyDecoder(encoding: encoding, patience: patience)
    var found: [Input] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      found += decoder.feed(bytes[start..<min(start + size, bytes.count)])
      if let patience = decoder.patience, patience <= silence { found += decoder.pass() }
    }
    if decoder.patience != nil { found += decoder.pass() }
    #expect(decoder.patience == nil)
    return found
  }

  /// In one piece, in pieces of 1, 2, 3 bytes at once, and with 60 ms between them.
  private static let ways = [(Int.max >> 1, 0), (1, 0), (2, 0), (3, 0), (1, 60), (2, 60), (3, 60)]

  @Test("Every key of every terminal", arguments: [Patience.near, .far])
  func keys(_ patience: Patience) {
    for (bytes, key) in Sequences.keys {
      for (size, silence) in Self.ways {
        let found = Self.read(Array(bytes.utf8), by: size, silence: silence, patience: patience)
        #expect(found == [.key(key)], "\(bytes.debugDescription) by \(size), \(silence) ms")
      }
    }
  }

  @Test("Keys behind one another stay as many, whatever lies between two pieces")
  func many() {
    let rows = Sequences.keys.filter {
      !["\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}[12"].contains($0.0)
    }
    let bytes = rows.flatMap { Array($0.0.utf8) }
    for (size, silence) in Self.ways {
      #expect(Self.read(bytes, by: size, silence: silence) == rows.map { .key($0.1) })
    }
  }

  @Test("Answers and the mouse are swallowed whole, and the key behind them is read")
  func swallowed() {
    for text in Sequences.swallowed {
      for (size, silence) in Self.ways {
        let found = Self.read(Array((text + "q").utf8), by: size, silence: silence)
        #expect(found == [.key(.character("q"))], "\(text.debugDescription) by \(size)")
      }
    }
  }

  @Test("Eight-bit controls are those of two bytes")
  func controls() {
    for (bytes, meant) in Sequences.controls {
      for (size, silence) in Self.ways {
        #expect(Self.read(bytes, by: size, silence: silence) == meant, "\(bytes) by \(size)")
      }
    }
  }

  @Test("A paste is one input in any pieces; cut off, what came is given after a short silence")
  func pastes() {
    let text = "一\r\n二\u{1B}[A~\u{1B}]8;q"
    for (size, silence) in Self.ways {
      let whole = Array("\u{1B}[200~\(text)\u{1B}[201~x".utf8)
      #expect(
        Self.read(whole, by: size, silence: silence) == [
          .paste("一\n二\u{1B}[A~\u{1B}]8;q"), .key(.character("x")),
        ])
      #expect(
        Self.read(Array("\u{1B}[200~half paste".utf8), by: size, silence: silence) == [
          .paste("half paste")
        ])
    }
  }

  @Test("After the silence that ends a paste the keyboard is live, and its late end is no key")
  func lateEnd() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}[200~半".utf8).isEmpty)
    #expect(decoder.patience == Patience.near.paste)
    #expect(decoder.pass() == [.paste("半")])
    #expect(decoder.feed("2\u{1B}[201~".utf8) == [.key(.character("2"))])
  }

  @Test("A string without end stops at a length, so that the keyboard is never dead")
  func endless() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}]".utf8).isEmpty)
    #expect(decoder.feed([UInt8](repeating: 0x37, count: 1 << 17)).count == 65535)
    #expect(decoder.feed("q".utf8) == [.key(.character("q"))])
  }

  @Test("A sequence cut off by another key is named, and the other key is itself")
  func cut() {
    let named: Input = .key(.unknown("Esc[1;5"))
    #expect(Self.read(Array("\u{1B}[1;5\r".utf8), by: 1, silence: 0) == [named, .key(.enter)])
    #expect(Self.read(Array("\u{1B}[1;5\u{1B}[A".utf8), by: 1, silence: 0) == [named, .key(.up)])
    #expect(
      Self.read(Array("\u{1B}[1;5张".utf8), by: 1, silence: 0) == [named, .key(.character("张"))])
  }

  @Test("Esc before another key is Esc and that key")
  func escapes() {
    #expect(Self.read([0x1B, 0x1B], by: 1, silence: 0) == [.key(.escape), .key(.escape)])
    #expect(
      Self.read(Array("\u{1B}\u{1B}[A".utf8), by: 2, silence: 60) == [.key(.escape), .key(.up)])
    #expect(Self.read([0x1B, 0x11], by: 1, silence: 60) == [.key(.escape), .key(.control("q"))])
    #expect(
      Self.read(Array("\u{1B}张".utf8), by: 1, silence: 60) == [
        .key(.escape), .key(.character("张")),
      ])
    // What comes later than the delay belongs to no Esc.
    #expect(
      Self.read([0x1B, 0x71], by: 1, silence: 300) == [.key(.escape), .key(.character("q"))])
  }

  @Test("A sequence that only the terminal's description knows is read in any pieces")
  func described() {
    let keys: [[UInt8]: Key] = [Array("\u{1B}?xy".utf8): .f(5), Array("\u{1B}[224z".utf8): .f(1)]
    for (bytes, key) in keys {
      var decoder = KeyDecoder(described: keys)
      #expect(bytes.flatMap { decoder.feed([$0]) } == [.key(key)])
    }
    var decoder = KeyDecoder(described: keys)
    #expect(decoder.feed("\u{1B}?q".utf8) == [.key(.unknown("Esc?q"))])
  }
}
