/// A list of patterns as OpenSSH reads one (ssh_config(5), PATTERNS): `QS-*,!QS-009`.
///
/// `*` stands for any bytes, `?` for one, `!` takes away what its pattern matches, wherever it stands in the list.
struct PatternList: Hashable, Sendable {
  /// One of the list's patterns.
  struct Pattern: Hashable, Sendable {
    let isNegated: Bool
    let bytes: [UInt8]

    var hasWildcard: Bool { bytes.contains(asterisk) || bytes.contains(questionMark) }
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  let patterns: [Pattern]

  init(_ list: some Collection<UInt8>) {
    var patterns: [Pattern] = []
    for part in list.split(separator: comma, omittingEmptySubsequences: false) {
      let isNegated = part.first == exclamationMark
      let bytes = Array(part.dropFirst(isNegated ? 1 : 0))
      patterns.append(Pattern(isNegated: isNegated, bytes: bytes))
    }
    // Behind a comma at the end there is no pattern more.
    if let last = patterns.last, !last.isNegated, last.bytes.isEmpty { patterns.removeLast() }
    self.patterns = patterns
  }

  /// OpenSSH takes no pattern of so many bytes or more: nothing then matches any more.
  private static let longest = 1023

  func matches(_ text: some Collection<UInt8>) -> Bool {
    let text = Array(text)
    var isFound = false
    for pattern in patterns {
      guard pattern.bytes.count < Self.longest else { return false }
      guard Self.matches(text[...], pattern.bytes[...]) else { continue }
      if pattern.isNegated { return false }
      isFound = true
    }
    return isFound
  }

  func matches(_ text: String) -> Bool { matches(Array(text.utf8)) }

  /// Whether a pattern with wildcards stands for nobody, since another one takes all of it away.
  ///
  /// True only where that is sure.
  func isTakenAway(_ pattern: Pattern) -> Bool {
    patterns.contains { wide in
      wide.isNegated
        && Self.matches(pattern.bytes[...], wide.bytes[...]) { want, byte in
          byte != asterisk && (want == questionMark || want == byte)
        }
    }
  }

  private static func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    matches(text, pattern) { want, byte in want == questionMark || want == byte }
  }

  /// Goes through text and pattern, and back to the last `*` alone, so that no pattern takes long.
  ///
  /// - Parameter isOne: whether a byte of the pattern stands for a byte of the text.
  private static func matches(
    _ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>, _ isOne: (UInt8, UInt8) -> Bool
  ) -> Bool {
    var (at, want) = (text.startIndex, pattern.startIndex)
    var retry: (at: Int, want: Int)?
    while at < text.endIndex {
      if want < pattern.endIndex, pattern[want] == asterisk {
        retry = (at, want)
        want += 1
      } else if want < pattern.endIndex, isOne(pattern[want], text[at]) {
        (at, want) = (at + 1, want + 1)
      } else if let last = retry {
        retry = (last.at + 1, last.want)
        (at, want) = (last.at + 1, last.want + 1)
      } else {
        return false
      }
    }
    return pattern[want...].allSatisfy { $0 == asterisk }
  }
}

private let asterisk = UInt8(ascii: "*")
private let questionMark = UInt8(ascii: "?")
private let exclamationMark = UInt8(ascii: "!")
private let comma = UInt8(ascii: ",")
