import Records

/// A file of records that is appended to, outside the books: each record stands before a blank line.
///
/// What a crash left half written is not read, and is cut off by the next append.
package struct RecordLog: Sendable {
  package typealias Fields = [(name: String, value: String)]

  package let path: String
  private let disk: any Disk
  /// What a new file begins with.
  private let head: String

  package init(_ path: String, head: String, on disk: any Disk) {
    (self.path, self.head, self.disk) = (path, head, disk)
  }

  package func read() throws -> [RecRecord] {
    guard disk.status(path) != nil else { return [] }
    let bytes = try disk.read(path)
    return try RecReader(bytes, source: path).read(0..<Self.whole(bytes)).records
  }

  /// The newest record, found from the end: a log may be long.
  package func last() throws -> RecRecord? {
    guard disk.status(path) != nil else { return nil }
    let bytes = try disk.read(path)
    let end = Self.whole(bytes)
    let start = Self.whole(bytes, before: end - 1)
    return try RecReader(bytes, source: path).read(start..<end).records.last
  }

  /// Appends records; they are on the disk when it returns.
  package func append(_ records: [Fields]) throws {
    let isNew = disk.status(path) == nil
    let file = try disk.openLocked(path)
    defer { file.close() }
    if !isNew {
      let whole = Self.whole(try disk.read(path))
      if try whole < file.size { try file.truncate(to: whole) }
    }
    try file.append(Array(((isNew ? head : "") + Self.text(records)).utf8))
  }

  /// Writes the whole file anew: only ever to take out what must be erased.
  ///
  /// - Parameter note: a comment that says so.
  package func replace(_ records: [Fields], note: String = "") throws {
    try disk.replace(path, with: Array((head + note + Self.text(records)).utf8))
  }

  private static func text(_ records: [Fields]) -> String {
    records.map { RecWriter.record($0) + "\n" }.joined()
  }

  /// Where the last whole record before `limit` ends.
  private static func whole(_ bytes: Bytes, before limit: Int = .max) -> Int {
    var end = min(limit, bytes.count)
    while end >= 2, bytes[end - 1] != 0x0A || bytes[end - 2] != 0x0A { end -= 1 }
    return end < 2 ? 0 : end
  }
}
