/// Reads the head of an age file, strictly: nothing that age would not write.
struct AgeHead {
  /// How long its lines are, and those of the armour.
  static let columns = 64

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What stands behind the head.
  var rest: [UInt8] { Array(bytes[at...]) }

  /// The stanzas, the bytes that the MAC is over, and the MAC; nil for what is no head.
  mutating func read(version: String) -> (stanzas: [AgeStanza], head: [UInt8], mac: [UInt8])? {
    guard let first = line(), first + "\n" == version else { return nil }
    var stanzas: [AgeStanza] = []
    while true {
      let start = at
      guard let line = line() else { return nil }
      if line.hasPrefix("--- ") {
        guard let mac = Base64.bytes(unpadded: String(line.dropFirst(4))), mac.count == 32 else {
          return nil
        }
        return stanzas.isEmpty ? nil : (stanzas, Array(bytes[..<(start + 3)]), mac)
      }
      guard let stanza = stanza(line) else { return nil }
      stanzas.append(stanza)
    }
  }

  /// Its body ends with the first line that is not full.
  private mutating func stanza(_ first: String) -> AgeStanza? {
    let words = first.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count >= 2, words[0] == "->", !words.contains("") else { return nil }
    var digits = ""
    while true {
      guard let line = line(), line.utf8.count <= AgeHead.columns else { return nil }
      digits += line
      if line.utf8.count < AgeHead.columns { break }
    }
    guard let body = Base64.bytes(unpadded: digits) else { return nil }
    return AgeStanza(kind: words[1], arguments: Array(words.dropFirst(2)), body: body)
  }

  /// A line without its end; nil where there is none, or it is no ASCII.
  private mutating func line() -> String? {
    guard let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = bytes[at..<end]
    guard line.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
    at = end + 1
    return String(decoding: line, as: UTF8.self)
  }
}

/// An age file as lines of text.
enum AgeArmour {
  private static let begin = "-----BEGIN AGE ENCRYPTED FILE-----\n"
  private static let end = "-----END AGE ENCRYPTED FILE-----\n"

  static func text(_ bytes: [UInt8]) -> String {
    let lines = Base64.lines(Base64.padded(bytes), of: AgeHead.columns)
    return begin + lines.map { $0 + "\n" }.joined() + end
  }

  /// Nil for what is not written so.
  static func bytes(_ text: [UInt8]) -> [UInt8]? {
    let (begin, end) = (Array(begin.utf8), Array(end.utf8))
    guard text.starts(with: begin), text.count >= begin.count + end.count,
      text.suffix(end.count).elementsEqual(end)
    else { return nil }
    let digits = text[begin.count..<text.count - end.count]
    let lines = digits.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.last?.isEmpty == true, lines.count >= 2 else { return nil }
    let full = lines.dropLast(2).allSatisfy { $0.count == AgeHead.columns }
    guard full, (1...AgeHead.columns).contains(lines[lines.count - 2].count) else { return nil }
    return Base64.bytes(of: lines.joined(), capacity: digits.count)
  }
}
