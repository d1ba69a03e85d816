/// A kind of book, by the name that the names of its volumes end in: `patrol`.
package struct BookKind: Hashable, Sendable {
  package let name: String

  package init(_ name: String) { self.name = name }
}

/// One bound book through all its years: `QS-01.patrol`.
package struct BookID: Hashable, Sendable {
  package let owner: String
  package let kind: BookKind

  package init(_ owner: String, _ kind: BookKind) { (self.owner, self.kind) = (owner, kind) }

  package init?(_ text: some StringProtocol) {
    let text = String(text)
    guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")),
      case let kind = text[text.utf8.index(after: dot)...], !kind.isEmpty,
      kind.utf8.allSatisfy({ (97...122).contains($0) })
    else { return nil }
    let owner = String(text[..<dot])
    guard FieldText.isKey(owner) else { return nil }
    self.init(owner, BookKind(String(kind)))
  }

  package var text: String { "\(owner).\(kind.name)" }
}

/// One numbered page: book, year of the volume, number.
package struct PageID: Hashable, Sendable {
  package let book: BookID
  package let year: Int
  package let number: Int

  package init(_ book: BookID, year: Int, number: Int) {
    (self.book, self.year, self.number) = (book, year, number)
  }

  /// Reads what `text` writes: `QS-01.patrol 2026 No 40`.
  package init?(_ text: some StringProtocol) {
    var whole = String(text)
    if let read = whole.withUTF8({ PageID(ShapeBytes(UnsafeRawBufferPointer($0))) }) {
      self = read
      return
    }
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[2] == "No", let book = BookID(parts[0]),
      let year = wholeNumber(parts[1], in: Numbers.year),
      let number = wholeNumber(parts[3], in: Numbers.page)
    else { return nil }
    self.init(book, year: year, number: number)
  }

  /// The same by its bytes, as pages are written; nil for any other way.
  fileprivate init?(_ bytes: ShapeBytes) {
    guard bytes.isPageName, let dot = bytes.firstIndex(of: UInt8(ascii: ".")), dot <= 40,
      let blank = bytes.firstIndex(of: 0x20), let year = bytes.digits(blank + 1, 4), year > 0,
      let number = bytes[(blank + 9)..<bytes.count].number, Numbers.page.contains(number)
    else { return nil }
    let book = BookID(bytes[0..<dot].text, BookKind(bytes[(dot + 1)..<blank].text))
    self.init(book, year: year, number: number)
  }

  package var text: String { "\(book.text) \(year) No \(number)" }
}

/// A page named so that it can't be another one: `QS-01.patrol 2026 No 40 sha256 …`.
package struct PageReference: Hashable, Sendable {
  package let id: PageID
  package let digest: Digest

  package init(_ id: PageID, _ digest: Digest) { (self.id, self.digest) = (id, digest) }

  package init?(_ text: String) {
    var text = text
    if let read = text.withUTF8({ PageReference(ShapeBytes(UnsafeRawBufferPointer($0))) }) {
      self = read
      return
    }
    let parts = text.split(separator: " ", maxSplits: 4)
    guard parts.count == 5, let id = PageID(parts[..<4].joined(separator: " ")),
      let digest = Digest(parts[4])
    else { return nil }
    self.init(id, digest)
  }

  /// The same by its bytes, as pages are written; nil for any other way.
  private init?(_ bytes: ShapeBytes) {
    guard let at = bytes.first(" sha256 "), let id = PageID(bytes[0..<at]),
      let digest = Digest(digits: bytes[(at + 8)..<bytes.count])
    else { return nil }
    self.init(id, digest)
  }

  package var text: String { "\(id.text) \(digest.text)" }
}

/// A person or team as a page names them: the code, and the name they had on the day.
package struct Named: Hashable, Sendable {
  package let code: String
  package let name: String

  package init(_ code: String, _ name: String) { (self.code, self.name) = (code, name) }

  package init?(_ text: String) {
    var text = text
    if let read = text.withUTF8({ Named(bytes: $0[...]) }) {
      self = read
      return
    }
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, FieldText.isKey(parts[0].utf8), !parts[1].contains(","),
      !parts[1].contains("\n")
    else { return nil }
    self.init(String(parts[0]), String(parts[1]).trimmingBlanks())
  }

  /// The usual way of writing it, read by its bytes: a code, one blank, a name that begins with a Han
  /// character of the basic block; nil for any other, and for what is none.
  ///
  /// No mark that combines stands behind the blank then, and none behind a comma where there is none.
  init?(bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let blank = bytes.firstIndex(of: UInt8(ascii: " ")),
      FieldText.isKey(bytes[..<blank]), case let name = bytes[(blank + 1)...], name.count > 2,
      let first = name.first, let last = name.last, 0xE4...0xE9 ~= first, last > 0x7F,
      first > 0xE4 || name[name.startIndex + 1] >= 0xB8,
      name.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: ",") })
    else { return nil }
    self.init(
      String(decoding: bytes[..<blank], as: UTF8.self), String(decoding: name, as: UTF8.self))
  }

  /// Reads `QS-0007 钱五, QS-0009 孙七`; what is neither code nor name is left out.
  package static func list(_ text: String) -> [Named] {
    text.split(separator: ",").compactMap { Named(String($0).trimmingBlanks()) }
  }

  /// The codes of such a list alone, for many lists: names are not looked at.
  package static func codes(_ text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: ",")).map { part in
      let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") }
      return Substring(part.drop(while: isBlank).prefix { !isBlank($0) })
    }
  }

  /// A number for each of these codes, the same for the same code; nil where one is no ASCII: then two
  /// may be the same text and not the same bytes.
  package static func codeHashes(_ text: String) -> [UInt64]? {
    var text = text
    return text.withUTF8 { bytes in
      var hashes: [UInt64] = []
      var at = 0
      while at < bytes.count {
        while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
        // FNV-1a.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: " "), bytes[at] != UInt8(ascii: ",") {
          guard bytes[at] < 0x80 else { return nil }
          hash = (hash ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3
          at += 1
        }
        if at > start { hashes.append(hash) }
        while at < bytes.count, bytes[at] != UInt8(ascii: ",") { at += 1 }
        at += 1
      }
      return hashes
    }
  }

  package var text: String { "\(code) \(name)" }
}
