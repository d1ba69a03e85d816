import Patrol
import Records
import Signing

/// A signed note of heads: how far every volume of a directory went at one time and whose every key was,
/// under one fingerprint (docs/data-format.md).
///
/// Whoever keeps it can tell later that the books were gone on with and not written anew. It is read whole
/// or not at all: a note of which a line is passed over would agree with anything.
package struct HeadsNote: Sendable {
  package struct Volume: Hashable, Sendable {
    package let book: BookID
    package let year: Int
    /// 0 where there is no page yet: then the digest is that of the header.
    package let number: Int
    package let digest: Digest

    fileprivate var line: String {
      "volume \(book.text) \(year) \(number) sha256:\(digest.hex)"
    }
  }

  package struct Key: Hashable, Sendable {
    package let print: KeyPrint
    package let code: String
    /// Seconds since 1970; it holds from the first up to the second, nil: without end.
    package let from: Int
    package let until: Int?

    fileprivate var line: String {
      let end = until.map(AllowedSigners.stamp) ?? "-"
      return "key \(print.text) \(code) \(AllowedSigners.stamp(from)) \(end)"
    }
  }

  /// Who signed it, or signed it as well, in the name of a directory.
  package struct Hand: Hashable, Sendable {
    package let directory: DirectoryID
    package let code: String
    package let time: Stamp
    package let print: KeyPrint
    /// The newest page of the signer's own book of keys.
    package let keys: PageReference
    package let armour: String

    fileprivate func line(_ word: String) -> String {
      "\(word) \(directory.text) \(code) \(time.text) \(print.text) \(keys.text)"
    }
  }

  package let directory: DirectoryID
  package let day: Day
  package let made: Stamp
  package let volumes: [Volume]
  package let keys: [Key]
  /// The first signed it, the others cosigned.
  package private(set) var hands: [Hand] = []

  package init(
    _ directory: DirectoryID, day: Day, made: Stamp, volumes: [Volume], keys: [Key]
  ) {
    (self.directory, self.day, self.made) = (directory, day, made)
    self.volumes = volumes.sorted { $0.line.utf8.lexicographicallyPrecedes($1.line.utf8) }
    self.keys = keys.sorted { $0.line.utf8.lexicographicallyPrecedes($1.line.utf8) }
  }

  // MARK: Written

  private var counted: String {
    let head = [
      "xunfang heads 2", "directory \(directory.text)", "day \(day.text)", "made \(made.text)",
    ]
    let lines = volumes.map(\.line) + keys.map(\.line)
    return (head + lines + ["lines \(lines.count)"]).map { $0 + "\n" }.joined()
  }

  /// Over all lines above its own.
  package var fingerprint: Digest { Digest(of: Array(counted.utf8)) }

  private var body: String { counted + "fingerprint sha256:\(fingerprint.hex)\n" }

  private func word(_ index: Int) -> String { index == 0 ? "signed" : "cosigned" }

  /// What a hand signs: the body and its own line.
  func message(_ index: Int) -> [UInt8] {
    Array((body + hands[index].line(word(index)) + "\n").utf8)
  }

  package var text: String {
    body
      + hands.enumerated().map { "\($1.line(word($0)))\n\($1.armour)\n" }.joined()
  }

  var namespace: SignatureNamespace { directory.isDemo ? .demoHeads : .heads }

  /// The same, signed once more.
  ///
  /// - Parameter sign: makes the signature in the note's namespace.
  func signed(
    _ directory: DirectoryID, _ code: String, at time: Stamp, _ print: KeyPrint,
    _ keys: PageReference, _ sign: Page.Sign
  ) throws -> HeadsNote {
    func hand(_ armour: String) -> Hand {
      Hand(
        directory: directory, code: code, time: time, print: print, keys: keys, armour: armour)
    }
    var note = self
    note.hands.append(hand(""))
    let armour = try sign(note.message(note.hands.count - 1)).trimmingBlanks()
    note.hands[note.hands.count - 1] = hand(armour)
    return note
  }

  // MARK: Read

  /// A note of a file.
  package static func read(_ bytes: Bytes, file: String) throws(HeadsNoteError) -> HeadsNote {
    guard bytes.firstNonUTF8() == nil, let note = HeadsNote(bytes.text) else {
      throw .notWhole(file: file)
    }
    return note
  }

  /// Reads what `text` writes; nil for anything else, down to the last byte.
  package init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popLast()?.isEmpty == true, lines.popFirst() == "xunfang heads 2",
      let directory = Self.value("directory", &lines).flatMap({ DirectoryID($0) }),
      let day = Self.value("day", &lines).flatMap({ Day($0) }),
      let made = Self.value("made", &lines).flatMap({ Stamp(String($0)) })
    else { return nil }
    var (volumes, keys): ([Volume], [Key]) = ([], [])
    while let value = Self.value("volume", &lines) {
      guard let volume = Self.volume(value) else { return nil }
      volumes.append(volume)
    }
    while let value = Self.value("key", &lines) {
      guard let key = Self.key(value) else { return nil }
      keys.append(key)
    }
    self.init(directory, day: day, made: made, volumes: volumes, keys: keys)
    lines = lines.dropFirst(2)
    while let first = lines.popFirst() {
      guard let hand = Self.hand(first, &lines) else { return nil }
      hands.append(hand)
    }
    let places = Set(volumes.map { "\($0.book.text) \($0.year)" })
    guard !volumes.isEmpty, places.count == volumes.count,
      Set(keys.map(\.print)).count == keys.count, let first = hands.first,
      // A directory signs once: two of its signatures would look like two witnesses.
      first.directory == directory, Set(hands.map(\.directory)).count == hands.count,
      abs(made.offset) <= 14 * 60, hands.allSatisfy({ abs($0.time.offset) <= 14 * 60 }),
      // Order, counts, fingerprint and every blank: the text is the one that is printed.
      self.text.utf8.elementsEqual(text.utf8)
    else { return nil }
  }

  private static func value(_ word: String, _ lines: inout ArraySlice<Substring>) -> Substring? {
    guard let line = lines.first, line.hasPrefix(word + " ") else { return nil }
    lines.removeFirst()
    return line.dropFirst(word.count + 1)
  }

  private static func volume(_ text: Substring) -> Volume? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 4, let book = BookID(parts[0]), FieldShape.unit.fits(book.owner),
      let year = fixedNumber(parts[1], digits: 4), let number = wholeNumber(parts[2]),
      parts[3].hasPrefix("sha256:"), let digest = Digest("sha256 \(parts[3].dropFirst(7))")
    else { return nil }
    return Volume(book: book, year: year, number: number, digest: digest)
  }

  private static func key(_ text: Substring) -> Key? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 4, let print = KeyPrint(parts[0]), FieldText.isKey(String(parts[1])),
      let from = instant(parts[2])
    else { return nil }
    let until = instant(parts[3])
    guard parts[3] == "-" || until != nil else { return nil }
    return Key(print: print, code: String(parts[1]), from: from, until: until)
  }

  /// `20261124143000Z`.
  private static func instant(_ text: Substring) -> Int? {
    let digits = Array(text)
    guard digits.count == 15, digits[14] == "Z" else { return nil }
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    return Stamp(
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))+00:00"
    )?.instant
  }

  private static func hand(_ line: Substring, _ lines: inout ArraySlice<Substring>) -> Hand? {
    let parts = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, let directory = DirectoryID(parts[1]),
      FieldText.isKey(String(parts[2])), let time = Stamp(String(parts[3])),
      let print = KeyPrint(parts[4]), let keys = PageReference(String(parts[5])),
      let end = lines.firstIndex(of: "-----END SSH SIGNATURE-----")
    else { return nil }
    let armour = lines[...end].joined(separator: "\n")
    lines = lines[(end + 1)...]
    guard SSHSignature(armoured: armour)?.armoured == armour + "\n" else { return nil }
    return Hand(
      directory: directory, code: String(parts[2]), time: time, print: print, keys: keys,
      armour: armour)
  }
}
