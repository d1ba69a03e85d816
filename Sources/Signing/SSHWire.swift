/// The byte strings of the SSH protocol: lengths of four bytes, big end first (RFC 4251 §5).
enum SSHWire {
  static func string(_ bytes: some Collection<UInt8>) -> [UInt8] { number(bytes.count) + bytes }
  static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }

  static func number(_ value: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt32(clamping: value).bigEndian) { Array($0) }
  }

  /// Reads one after another; nil as soon as there are fewer bytes than a length promises.
  struct Reader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ count: Int) -> [UInt8]? {
      guard count >= 0, rest.count >= count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }

    mutating func number() -> Int? {
      guard rest.count >= 4 else { return nil }
      defer { rest = rest.dropFirst(4) }
      return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }

    mutating func string() -> [UInt8]? {
      guard let count = number() else { return nil }
      return take(count)
    }

    mutating func text() -> String? { string().flatMap { String(validating: $0, as: UTF8.self) } }
  }
}
