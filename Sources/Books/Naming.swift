import Records

/// Looks for codes that pages name: of people, teams, routes.
package struct Naming: Sendable {
  private let disk: any Disk
  private let kinds: Set<BookKind>

  package init(on disk: any Disk, of kinds: Set<BookKind>) {
    (self.disk, self.kinds) = (disk, kinds)
  }

  /// The first page found that names one of the codes, and a book that is named by one.
  package func first(of codes: Set<String>) throws -> (code: String, page: String)? {
    for volume in try Search(on: disk).volumes(of: kinds) {
      if codes.contains(volume.book.owner) {
        return (volume.book.owner, "\(volume.book.text) \(volume.year)")
      }
      let bytes = try disk.read(volume.path)
      guard let (code, at) = Self.place(of: codes, in: bytes) else { continue }
      let pages = VolumeText(bytes).pages
      let number = pages.firstIndex { $0.contains(at) }.map { $0 + 1 } ?? 1
      return (code, PageID(volume.book, year: volume.year, number: number).text)
    }
    return nil
  }

  /// How many pages name each of the codes.
  package func pages(naming codes: Set<String>) throws -> [String: [PageID]] {
    var found: [String: [PageID]] = [:]
    for volume in try Search(on: disk).volumes(of: kinds) {
      let bytes = try disk.read(volume.path)
      guard Self.place(of: codes, in: bytes) != nil else { continue }
      for (index, range) in VolumeText(bytes).pages.enumerated() {
        for code in Self.codes(codes, in: bytes, range) {
          found[code, default: []].append(PageID(volume.book, year: volume.year, number: index + 1))
        }
      }
    }
    return found
  }

  private static func place(of codes: Set<String>, in bytes: Bytes) -> (String, Int)? {
    var found: (String, Int)?
    words(bytes, 0..<bytes.count) { word, at in
      guard codes.contains(word) else { return true }
      found = (word, at)
      return false
    }
    return found
  }

  private static func codes(
    _ codes: Set<String>, in bytes: Bytes, _ range: Range<Int>
  ) -> Set<String> {
    var found: Set<String> = []
    words(bytes, range) { word, _ in
      if codes.contains(word) { found.insert(word) }
      return true
    }
    return found
  }

  /// Every run of letters, digits, `-` and `_` before a blank: a code as pages write it, before a
  /// name.
  private static func words(
    _ bytes: Bytes, _ range: Range<Int>, _ body: (String, Int) -> Bool
  ) {
    bytes.withBuffer { buffer in
      var start = range.lowerBound
      for at in range {
        switch buffer[at] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          continue
        case 0x20 where at > start && at - start <= 40:
          if !body(String(decoding: buffer[start..<at], as: UTF8.self), start) { return }
        default: break
        }
        start = at + 1
      }
    }
  }
}
