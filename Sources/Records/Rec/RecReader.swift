import Glibc

/// Reads GNU rec text (recutils manual, chapter 2) into records that still know their bytes.
///
/// Fields, `+ ` continuations, blank lines between records, `#` comments and `%` descriptors; not
/// the `\` continuation, which no file of ours may hold. Nothing is guessed: a line that is none of
/// these is an error with its number.
///
/// `read` is for pages, where every byte counts. `readTolerantly` is for files that people open in
/// editors: a byte-order mark and CRLF are taken, and a record with a line that can't be read is
/// left out and named, the others are read.
package struct RecReader {
  /// What a file holds: its records, and the descriptor lines (`%rec:` …) before them.
  package struct Contents: Sendable {
    package let records: [RecRecord]
    package let descriptor: [(name: String, value: String)]
    /// The lines that could not be read, one a record that was left out.
    package let unread: [RecError]

    package init(
      records: [RecRecord] = [], descriptor: [(name: String, value: String)] = [],
      unread: [RecError] = []
    ) {
      (self.records, self.descriptor, self.unread) = (records, descriptor, unread)
    }
  }

  private let bytes: Bytes
  private let source: String

  package init(_ bytes: Bytes, source: String) { (self.bytes, self.source) = (bytes, source) }

  /// Every record in `range` (the whole file without one); `line` is the number of its first line.
  package func read(_ range: Range<Int>? = nil, line firstLine: Int = 1) throws(RecError)
    -> Contents
  {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    if let bad = bytes.firstNonUTF8(range) {
      throw .notUTF8(file: source, line: firstLine + newlines(range.lowerBound..<bad))
    }
    var scan = Scan(line: firstLine)
    bytes.withBuffer { scan.run($0, range, bytes) }
    if let problem = scan.problems.first { throw problem.error(source) }
    return Contents(records: scan.records(of: bytes), descriptor: scan.descriptor)
  }

  /// Every record that can be read; those that can't are named in `unread`.
  package func readTolerantly(_ range: Range<Int>? = nil) -> Contents {
    var range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    if range.lowerBound == 0, bytes.array(0..<3) == [0xEF, 0xBB, 0xBF] {
      range = 3..<max(3, range.upperBound)
    }
    var scan = Scan(line: 1, isTolerant: true, isUTF8: bytes.firstNonUTF8(range) == nil)
    bytes.withBuffer { scan.run($0, range, bytes) }
    return Contents(
      records: scan.records(of: bytes), descriptor: scan.descriptor,
      unread: scan.problems.map { $0.error(source) })
  }

  private func newlines(_ range: Range<Int>) -> Int {
    bytes.withBuffer { $0[range].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } }
  }
}

/// One pass over the lines of a file.
private struct Scan {
  struct Problem {
    let line: Int
    /// Nil where the line is no UTF-8.
    let text: String?
    func error(_ source: String) -> RecError {
      text.map { .notAField(file: source, line: line, text: $0) }
        ?? .notUTF8(file: source, line: line)
    }
  }

  var line: Int
  var descriptor: [(name: String, value: String)] = []
  private(set) var problems: [Problem] = []
  private let isTolerant: Bool
  private let isUTF8: Bool
  private var fields: [RecField] = []
  private var cuts: [(fields: Range<Int>, bytes: Range<Int>)] = []
  private var first = 0
  private var start = 0
  private var inDescriptor = false
  /// In a record that can't be read: the rest of it is passed over.
  private var isLost = false

  init(line: Int, isTolerant: Bool = false, isUTF8: Bool = true) {
    (self.line, self.isTolerant, self.isUTF8) = (line, isTolerant, isUTF8)
  }

  mutating func run(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>, _ bytes: Bytes) {
    var at = range.lowerBound
    fields.reserveCapacity(fields.count + range.count / Self.usualField)
    while at < range.upperBound {
      if let next = takeField(buffer, at, range.upperBound) {
        at = next
        line += 1
        continue
      }
      let newline = Self.lineEnd(buffer, at, range.upperBound)
      let isCRLF = isTolerant && newline > at && buffer[newline - 1] == 0x0D
      let end = isCRLF ? newline - 1 : newline
      if at == end {
        close(at)
      } else if !isLost, !take(buffer, at, end, bytes) {
        lose(bytes, at, end)
        guard isTolerant else { return }
      }
      at = newline + 1
      line += 1
    }
    close(min(at, range.upperBound))
  }

  /// Takes a line that begins a field, as nearly all do, in one pass; nil for any other.
  ///
  /// - Returns: where the next line begins.
  private mutating func takeField(
    _ buffer: UnsafeRawBufferPointer, _ at: Int, _ end: Int
  ) -> Int? {
    // No name goes over the end of its line.
    guard isUTF8, !isLost, let colon = Self.nameEnd(buffer, at, end) else { return nil }
    let newline = Self.lineEnd(buffer, colon, end)
    let isCRLF = isTolerant && buffer[newline - 1] == 0x0D
    add(at, colon, isCRLF ? newline - 1 : newline)
    return newline + 1
  }

  private mutating func add(_ at: Int, _ colon: Int, _ end: Int) {
    if fields.count == first { start = at }
    inDescriptor = false
    fields.append(RecField(start: at, colon: colon, end: end, line: line))
  }

  /// False for a line that is none of a rec file's.
  private mutating func take(
    _ buffer: UnsafeRawBufferPointer, _ at: Int, _ end: Int, _ bytes: Bytes
  ) -> Bool {
    switch buffer[at] {
    case UInt8(ascii: "#"): return true
    case _ where !isUTF8 && bytes.firstNonUTF8(at..<end) != nil: return false
    case UInt8(ascii: "+"):
      guard !inDescriptor else { return true }
      guard fields.count > first, let last = fields.popLast() else { return false }
      fields.append(last.continued(to: end))
    case UInt8(ascii: "%"):
      let text = bytes.text(at + 1..<end)
      guard let colon = text.firstIndex(of: ":") else { return false }
      descriptor.append(
        (String(text[..<colon]), String(text[text.index(after: colon)...]).trimmingBlanks()))
      inDescriptor = true
    default:
      guard let colon = Self.nameEnd(buffer, at, end) else { return false }
      add(at, colon, end)
    }
    return true
  }

  private mutating func lose(_ bytes: Bytes, _ at: Int, _ end: Int) {
    let isText = isUTF8 || bytes.firstNonUTF8(at..<end) == nil
    problems.append(
      Problem(line: line, text: isText ? String(bytes.text(at..<end).prefix(30)) : nil))
    fields.removeLast(fields.count - first)
    isLost = true
  }

  private mutating func close(_ end: Int) {
    (inDescriptor, isLost) = (false, false)
    guard fields.count > first else { return }
    cuts.append((first..<fields.count, start..<end))
    first = fields.count
  }

  func records(of bytes: Bytes) -> [RecRecord] {
    cuts.map { RecRecord(bytes: bytes, range: $0.bytes, fields: fields[$0.fields]) }
  }

  private static func lineEnd(_ buffer: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Int {
    guard at < end, let base = buffer.baseAddress,
      let found = memchr(base + at, 0x0A, end - at)
    else { return end }
    return base.distance(to: UnsafeRawPointer(found))
  }

  /// Bytes of a line, more or less.
  private static let usualField = 16

  /// Where the colon stands after a field name: a letter or `%`, then letters, digits, `_`.
  private static func nameEnd(_ buffer: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Int? {
    shortNameEnd(buffer, at, end) ?? anyNameEnd(buffer, at, end)
  }

  /// The same of a name of up to seven letters, as most are, read as one number.
  private static func shortNameEnd(
    _ buffer: UnsafeRawBufferPointer, _ at: Int, _ end: Int
  ) -> Int? {
    guard at + 8 <= end else { return nil }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones << 7
    let bytes = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    let others = bytes ^ (ones &* UInt64(UInt8(ascii: ":")))
    let colons = (others &- ones) & ~others & tops
    let length = colons.trailingZeroBitCount / 8
    guard 1...7 ~= length else { return nil }
    // The top bit of each byte, where that is a letter, small or not.
    let small = bytes | ones << 5
    let low = small & ~tops
    let letters = (low &+ ones &* (0x80 - 0x61)) & ~(low &+ ones &* (0x80 - 0x7B)) & ~small & tops
    let name = tops & ((1 << (length * 8)) - 1)
    return letters & name == name ? at + length : nil
  }

  private static func anyNameEnd(_ buffer: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Int? {
    var i = at
    while i < end {
      let byte = buffer[i]
      // A letter, small or not.
      if (byte | 0x20) &- UInt8(ascii: "a") < 26 {
        i += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        if i == at { return nil }
        i += 1
      case UInt8(ascii: ":"): return i == at ? nil : i
      default: return nil
      }
    }
    return nil
  }
}
