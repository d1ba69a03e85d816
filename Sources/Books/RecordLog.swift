import Records
import Wording

/// A file of records that is appended to, outside the books: each record stands before a blank line.
///
/// What a crash left half written is not read, and is moved to `drafts/` by the next append.
package struct RecordLog: Sendable {
  package typealias Fields = [(name: String, value: String)]

  package let path: String
  private let disk: any Disk
  /// What a new file begins with.
  private let head: String

  package init(_ path: String, head: String, on disk: any Disk) {
    (self.path, self.head, self.disk) = (path, head, disk)
  }

  /// Every whole record there is, and what could not be read.
  package func read() throws(NotRead) -> RecReader.Contents {
    guard let bytes = try disk.find(path).get() else { return .init() }
    _ = try end(of: bytes)
    return Self.contents(bytes, path)
  }

  /// Where the last whole record ends.
  ///
  /// A log in which not one record is whole was cut off while its first was written, or is none: what
  /// does not begin as a log does is nobody's remains, and is not put aside.
  private func end(of bytes: Bytes) throws(NotRead) -> Int {
    let whole = Self.whole(bytes)
    guard whole == 0 else { return whole }
    let begun = min(bytes.count, head.utf8.count)
    guard bytes.array(0..<begun) == Array(head.utf8.prefix(begun)) else {
      throw NotRead(path, Phrase("内容不是记录", "內容不是記錄", "it holds no records"))
    }
    return 0
  }

  /// The same of bytes that were read under a lock.
  package static func contents(_ bytes: Bytes, _ path: String) -> RecReader.Contents {
    RecReader(bytes, source: path).readTolerantly(0..<whole(bytes))
  }

  /// Every record; what can't be read is thrown.
  package func readWhole() throws(NotRead) -> [RecRecord] {
    let contents = try read()
    if let unread = NotRead(path, contents.unread) { throw unread }
    return contents.records
  }

  /// The newest record, found from the end: a log may be long.
  ///
  /// - Throws: where it can't be read.
  package func last() throws(NotRead) -> RecRecord? {
    guard let bytes = try disk.find(path).get() else { return nil }
    let end = try end(of: bytes)
    let start = Self.whole(bytes, before: end - 1)
    let contents = RecReader(bytes, source: path).readTolerantly(start..<end)
    if let unread = NotRead(path, contents.unread) { throw unread }
    return contents.records.last
  }

  /// Appends records; they are on the disk when it returns.
  package func append(_ records: [Fields]) throws {
    let file = try disk.openLocked(path)
    defer { file.close() }
    let bytes = Bytes(try file.read(0..<(try file.size)))
    let whole = try keptAside(bytes)
    if whole < bytes.count { try file.truncate(to: whole) }
    try file.append(Array(((whole == 0 ? head : "") + Self.text(records)).utf8))
  }

  /// Where the log's last whole record ends; what stands behind it is copied to `drafts/`.
  private func keptAside(_ bytes: Bytes) throws -> Int {
    let whole = try end(of: bytes)
    if whole < bytes.count {
      try SetAside(on: disk).keep(
        bytes.array(whole..<bytes.count), of: path.replacing("/", with: "."))
    }
    return whole
  }

  /// Where the log ends by now, and the bytes that would be appended there.
  package func addition(_ records: [Fields]) throws -> (end: Int, bytes: [UInt8]) {
    let end = try disk.find(path).get().map(keptAside) ?? 0
    return (end, Array(((end == 0 ? head : "") + Self.text(records)).utf8))
  }

  /// What the whole file is to be: only ever to take out what must be erased.
  ///
  /// - Parameter note: a comment that says so.
  package func bytes(_ records: [Fields], note: String = "") -> [UInt8] {
    Array((head + note + Self.text(records)).utf8)
  }

  private static func text(_ records: [Fields]) -> String {
    records.map { RecWriter.record($0) + "\n" }.joined()
  }

  /// Where the last whole record before `limit` ends.
  private static func whole(_ bytes: Bytes, before limit: Int = .max) -> Int {
    var end = min(limit, bytes.count)
    while end >= 2, !isBlankLine(bytes, before: end) { end -= 1 }
    return end < 2 ? 0 : end
  }

  /// Whether an empty line ends at `end`, also in a file that an editor has given CRLF.
  private static func isBlankLine(_ bytes: Bytes, before end: Int) -> Bool {
    guard bytes[end - 1] == 0x0A else { return false }
    return bytes[end - 2] == 0x0A || (bytes[end - 2] == 0x0D && bytes[end - 3] == 0x0A)
  }
}
