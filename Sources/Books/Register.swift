import Records

/// A base register: `register/<keeper>/<kind>.rec`, rewritten whole under a lock.
///
/// A change replaces only the bytes of the record it concerns: comments, order and fields that this
/// version does not know stay as they are.
package struct Register: Sendable {
  package let path: String
  let disk: any Disk

  package init(_ path: String, on disk: any Disk) { (self.path, self.disk) = (path, disk) }

  package func read() throws -> RecReader.Contents {
    guard disk.status(path) != nil else { return .init() }
    return try RecReader(try disk.read(path), source: path).read()
  }

  /// Puts a record in place of the one whose `key` field has the same value, or at the end.
  ///
  /// - Parameters:
  ///   - key: the field that names a record; a new file is headed by it.
  ///   - seen: the record's text as it was read, nil for a new one; the change is refused when there
  ///     is another by now.
  package func put<Record>(
    _ record: Record, _ schema: Schema<Record>, key: String, seen: String?
  ) throws {
    let fields = schema.print(record)
    let value = fields.first { $0.name == key }?.value
    try change(header: schema.descriptor(key: key) + "\n") { contents in
      let old = contents.first { $0[key] == value }
      guard old?.text == seen else { throw BookError.registerChanged(file: path) }
      let foreign = (old?.fields ?? []).compactMap { field -> (name: String, value: String)? in
        guard let old, schema.column(old.name(of: field)) == nil else { return nil }
        return (old.name(of: field), old.value(of: field))
      }
      return (old, RecWriter.record(fields + foreign))
    }
  }

  /// Takes a record out.
  ///
  /// Only what is not evidence may go, such as a patrol that has come back.
  package func remove(key: String, value: String) throws {
    guard disk.status(path) != nil else { return }
    try change(header: "") { contents in (contents.first { $0[key] == value }, "") }
  }

  private func change(
    header: String, _ edit: ([RecRecord]) throws -> (old: RecRecord?, new: String)
  ) throws {
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    if !folder.isEmpty { try disk.makeDirectory(folder) }
    let lock = try disk.openLocked(folder.isEmpty ? ".lock" : folder + "/.lock")
    defer { lock.close() }
    let bytes = disk.status(path) == nil ? Bytes(header) : try disk.read(path)
    let (old, new) = try edit(try RecReader(bytes, source: path).read().records)
    var result = bytes.array(0..<(old?.range.lowerBound ?? bytes.count))
    if old == nil, new.isEmpty { return }
    if old == nil, !result.isEmpty {
      if result.last != 0x0A { result.append(0x0A) }
      if result.suffix(2) != [0x0A, 0x0A] { result.append(0x0A) }
    }
    result += Array(new.utf8)
    if let old { result += bytes.array(old.range.upperBound..<bytes.count) }
    try disk.replace(path, with: result)
  }
}
