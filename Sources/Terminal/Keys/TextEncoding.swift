import CNcurses
import Glibc

/// How the terminal writes characters: UTF-8, or what the locale names (GBK, GB18030, Big5 …).
package enum TextEncoding: Hashable, Sendable {
  case utf8
  /// A codeset by iconv's name.
  case named(String)

  /// From what `nl_langinfo(CODESET)` says.
  package init(codeset: String) {
    // Terminals that say GB2312 or GBK send the characters of the larger sets too.
    self =
      codeset == "UTF-8" ? .utf8 : .named(codeset.hasPrefix("GB") ? "GB18030" : codeset)
  }

  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .named(let codeset): codeset
    }
  }

  enum Reading: Hashable {
    case character(Character)
    /// The beginning of a character.
    case incomplete
    case invalid
  }

  /// Reads the bytes of one character.
  func reading(_ bytes: [UInt8]) -> Reading {
    switch self {
    case .utf8: Self.unicode(bytes)
    case .named(let codeset): Self.converted(bytes, codeset)
    }
  }

  /// A whole text; nil when it is none.
  package func text(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .named(let codeset):
      let converted = Self.convert(bytes, from: codeset, to: "UTF-8")
      guard case .whole(let text) = converted else { return nil }
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// A text as a terminal of the locale in force shows it: 〓 stands for what the locale has not,
  /// though its larger set would.
  package func shown(_ text: String) -> [UInt8] {
    guard case .named = self else { return Array(text.utf8) }
    let isWritten = { (character: Character) in
      character.unicodeScalars.allSatisfy {
        $0.isASCII || curses_locale_writes(wchar_t(bitPattern: $0.value)) == 1
      }
    }
    let missing: Character = isWritten(Surface.missing) ? Surface.missing : "?"
    return bytes(String(text.map { isWritten($0) ? $0 : missing }))
  }

  /// A text as the terminal takes it; UTF-8 when it can't.
  func bytes(_ text: String) -> [UInt8] {
    let plain = Array(text.utf8)
    guard case .named(let codeset) = self,
      case .whole(let bytes) = Self.convert(plain, from: "UTF-8", to: codeset)
    else { return plain }
    return bytes
  }

  private static func unicode(_ bytes: [UInt8]) -> Reading {
    guard let first = bytes.first, let length = length(first),
      bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }), bytes.count <= length
    else { return .invalid }
    if bytes.count < length { return .incomplete }
    guard let text = String(validating: bytes, as: UTF8.self), let character = text.first else {
      return .invalid
    }
    return .character(character)
  }

  private static func length(_ first: UInt8) -> Int? {
    switch first {
    case 0..<0x80: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  private static func converted(_ bytes: [UInt8], _ codeset: String) -> Reading {
    switch convert(bytes, from: codeset, to: "UTF-8") {
    case .whole(let text):
      String(decoding: text, as: UTF8.self).first.map(Reading.character)
        ?? .invalid
    case .cut: .incomplete
    case .wrong: .invalid
    }
  }

  private enum Conversion { case whole([UInt8]), cut, wrong }

  private static func convert(_ bytes: [UInt8], from codeset: String, to other: String)
    -> Conversion
  {
    let converter = iconv_open(other, codeset)
    guard converter != iconv_t(bitPattern: -1) else { return .wrong }
    defer { iconv_close(converter) }
    var source = bytes.map { CChar(bitPattern: $0) }
    // No two encodings of a character differ more than one byte from four.
    var target = [CChar](repeating: 0, count: 4 * bytes.count + 4)
    var (left, room, failure) = (source.count, target.count, Int32(0))
    source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        if iconv(converter, &from, &left, &to, &room) == -1 { failure = errno }
      }
    }
    guard failure == 0 else { return failure == EINVAL ? .cut : .wrong }
    return .whole(target[..<(target.count - room)].map { UInt8(bitPattern: $0) })
  }
}
