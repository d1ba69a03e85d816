/// Reads GNU rec text (recutils manual, chapter 2) into records that still know their bytes.
///
/// Fields, `+ ` continuations, blank lines between records, `#` comments and `%` descriptors; not
/// the `\` continuation, which no file of ours may hold. Nothing is guessed: a line that is none of
/// these is an error with its number.
package struct RecReader {
  /// What a file holds: its records, and the descriptor lines (`%rec:` …) before them.
  package struct Contents: Sendable {
    package let records: [RecRecord]
    package let descriptor: [(name: String, value: String)]

    package init(
      records: [RecRecord] = [], descriptor: [(name: String, value: String)] = []
    ) {
      (self.records, self.descriptor) = (records, descriptor)
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
    let problem = bytes.withBuffer { scan.run($0, range, bytes) }
    if let problem { throw problem.error(source) }
    return Contents(records: scan.records(of: bytes), descriptor: scan.descriptor)
  }

  private func newlines(_ range: Range<Int>) -> Int {
    bytes.withBuffer { $0[range].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } }
  }
}

/// One pass over the lines of a file.
private struct Scan {
  struct Problem {
    let line: Int
    let text: String
    func error(_ source: String) -> RecError { .notAField(file: source, line: line, text: text) }
  }

  var line: Int
  var descriptor: [(name: String, value: String)] = []
  private var fields: [RecField] = []
  private var cuts: [(fields: Range<Int>, bytes: Range<Int>)] = []
  private var first = 0
  private var start = 0
  private var inDescriptor = false

  init(line: Int) { self.line = line }

  mutating func run(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>, _ bytes: Bytes)
    -> Problem?
  {
    var at = range.lowerBound
    while at < range.upperBound {
      let end = Self.lineEnd(buffer, at, range.upperBound)
      switch buffer[at] {
      case 0x0A: close(at)
      case UInt8(ascii: "#"): break
      case UInt8(ascii: "+"):
        guard !inDescriptor else { break }
        guard fields.count > first, let last = fields.popLast() else {
          return problem(bytes, at, end)
        }
        fields.append(last.continued(to: end))
      case UInt8(ascii: "%"):
        let text = bytes.text(at + 1..<end)
        guard let colon = text.firstIndex(of: ":") else { return problem(bytes, at, end) }
        descriptor.append(
          (String(text[..<colon]), String(text[text.index(after: colon)...]).trimmingBlanks()))
        inDescriptor = true
      default:
        guard let colon = Self.nameEnd(buffer, at, end) else { return problem(bytes, at, end) }
        if fields.count == first { start = at }
        inDescriptor = false
        fields.append(RecField(start: at, colon: colon, end: end, line: line))
      }
      at = end + 1
      line += 1
    }
    close(min(at, range.upperBound))
    return nil
  }

  private mutating func close(_ end: Int) {
    inDescriptor = false
    guard fields.count > first else { return }
    cuts.append((first..<fields.count, start..<end))
    first = fields.count
  }

  func records(of bytes: Bytes) -> [RecRecord] {
    cuts.map { RecRecord(bytes: bytes, range: $0.bytes, fields: fields[$0.fields]) }
  }

  private func problem(_ bytes: Bytes, _ at: Int, _ end: Int) -> Problem {
    Problem(line: line, text: String(bytes.text(at..<end).prefix(30)))
  }

  private static func lineEnd(_ buffer: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, buffer[i] != 0x0A { i += 1 }
    return i
  }

  /// Where the colon stands after a field name: a letter or `%`, then letters, digits, `_`.
  private static func nameEnd(_ buffer: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Int? {
    var i = at
    while i < end {
      switch buffer[i] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): i += 1
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
