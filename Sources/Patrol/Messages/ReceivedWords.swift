import Wording

/// What is shown of the bytes of a text that came in, whatever they are.
package struct ReceivedWords: Hashable, Sendable {
  /// Marks for what nobody sees or what drives a terminal; the end of a long text is cut.
  package let shown: String
  /// Whether `shown` says every byte of it.
  package let isWhole: Bool

  /// As many characters stand in a register and in a list.
  package static let limit = 600

  package init(_ bytes: [UInt8]) {
    let (text, isExact) = Self.decoded(bytes)
    // A line that ends in a backslash would go on in the next, in the file.
    let visible = Unseen.shown(text.trimmingBlanks(), lines: true)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasSuffix("\\") ? $0 + "‹\\›" : $0 }.joined(separator: "\n")
    let isLong = visible.count > Self.limit
    shown =
      visible.isEmpty ? "‹›" : isLong ? visible.prefix(Self.limit - 1) + "…" : visible
    isWhole = isExact && shown == text
  }

  /// The whole of it, as it can be shown.
  package static func whole(_ bytes: [UInt8]) -> String {
    Unseen.shown(decoded(bytes).text, lines: true)
  }

  /// UTF-8, or UTF-16 where a mark says so; what is neither shows as U+FFFD.
  private static func decoded(_ bytes: [UInt8]) -> (text: String, isExact: Bool) {
    let mark = bytes.prefix(2)
    if mark.elementsEqual([0xFF, 0xFE]) || mark.elementsEqual([0xFE, 0xFF]) {
      let isLittle = mark.first == 0xFF
      let units = stride(from: 2, to: bytes.count - bytes.count % 2, by: 2).map { at in
        isLittle
          ? UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8
          : UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1])
      }
      return (String(decoding: units, as: UTF16.self), false)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return (text, Array(text.utf8) == bytes)
  }
}
