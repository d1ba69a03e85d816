/// What stands between principals and key in a line of allowed_signers:
/// `namespaces="a,b",valid-after="20261124Z"`, names in any case, values in quotation marks with `\"`
/// for one of their own.
struct SignerOptions: Hashable, Sendable {
  private(set) var isAuthority = false
  /// Nil: for any namespace.
  private(set) var namespaces: PatternList?
  /// The first and the last second, in seconds since 1970.
  private(set) var from, until: Int?

  init() {}

  /// Nil where ssh-keygen calls the options bad.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    while !rest.isEmpty {
      guard take(&rest) else { return nil }
      guard let mark = rest.first else { break }
      // An unknown option ends here too, and one that goes on behind its name.
      guard mark == UInt8(ascii: ","), rest.count > 1 else { return nil }
      rest = rest.dropFirst()
    }
  }

  /// Whether what was read gives no time at all; ssh-keygen calls this a bad line.
  var isNever: Bool {
    guard let from, let until else { return false }
    return until <= from
  }

  /// Takes one option; false for one that is there twice or has no good value.
  private mutating func take(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if Self.take("cert-authority", &rest) {
      isAuthority = true
      return true
    }
    if Self.take("namespaces=", &rest) {
      guard namespaces == nil, let value = Self.value(&rest) else { return false }
      namespaces = PatternList(value)
      return true
    }
    if Self.take("valid-after=", &rest) { return Self.time(&rest, into: &from) }
    if Self.take("valid-before=", &rest) { return Self.time(&rest, into: &until) }
    return true
  }

  private static func time(_ rest: inout ArraySlice<UInt8>, into time: inout Int?) -> Bool {
    guard time == nil, let instant = value(&rest).flatMap(SignerTime.instant) else { return false }
    time = instant
    return true
  }

  /// Takes a name, in any case, off the front.
  private static func take(_ name: StaticString, _ rest: inout ArraySlice<UInt8>) -> Bool {
    let length = name.utf8CodeUnitCount
    let isName = name.withUTF8Buffer { name in
      rest.count >= length && zip(rest, name).allSatisfy { lowercased($0) == $1 }
    }
    if isName { rest = rest.dropFirst(length) }
    return isName
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// Takes what stands in quotation marks.
  private static func value(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    guard rest.first == quote else { return nil }
    rest = rest.dropFirst()
    var value: [UInt8] = []
    while let byte = rest.first, byte != quote {
      if byte == backslash, rest.dropFirst().first == quote { rest = rest.dropFirst() }
      value.append(rest[rest.startIndex])
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty else { return nil }
    rest = rest.dropFirst()
    return value
  }
}
