@_spi(_Unicode) import Swift

/// How a text goes into a book, whoever typed or pasted it: each character in the one way of writing it
/// (NFC), no tab, no line without a character, and no blank before the text or behind a line.
///
/// A page is read strictly (`docs/data-format.md`): what differs from this by a blank is no page, and
/// would end its volume.
package enum WrittenText {
  package static func tidy(_ text: String) -> String {
    if isTidy(text) { return text }
    // What systems end a line with; anything else that ends one is nothing that somebody typed.
    let lines = String(String.UnicodeScalarView(text._nfc))
      .split { ["\n", "\r\n", "\r"].contains($0) }.map(line)
    return String(lines.filter { !$0.isEmpty }.joined(separator: "\n").drop { $0 == " " })
  }

  private static func line(_ line: Substring) -> Substring {
    var line = line.contains("\t") ? Substring(line.replacing("\t", with: " ")) : line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// One line of nothing but printed ASCII and Han characters: nearly every text there is.
  private static func isTidy(_ text: String) -> Bool {
    guard text.utf8.first != 0x20, text.utf8.last != 0x20 else { return false }
    return text.unicodeScalars.allSatisfy {
      0x20...0x7E ~= $0.value || 0x3001...0x3003 ~= $0.value || 0x4E00...0x9FFF ~= $0.value
        || 0xFF01...0xFF5E ~= $0.value
    }
  }
}
