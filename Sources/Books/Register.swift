import Records

/// A base register: `register/<keeper>/<kind>.rec`, rewritten whole under a lock.
///
/// A change replaces only the bytes of the records it concerns: comments, order and fields that this
/// version does not know stay as they are.
package struct Register: Sendable {
  /// A record to be put in place of the one that was seen.
  package struct Edit: Sendable {
    package let key: String
    /// The record's known fields as they were read; nil for a new one.
    package let seen: [String: String]?
    /// What stands there from now on; nil takes it out.
    package let fields: [(name: String, value: String)]?

    package init(
      _ key: String, seen: [String: String]?, fields: [(name: String, value: String)]?
    ) {
      (self.key, self.seen, self.fields) = (key, seen, fields)
    }
  }

  package let path: String
  let disk: any Disk

  package init(_ path: String, on disk: any Disk) { (self.path, self.disk) = (path, disk) }

  /// The records that can be read, and what could not be.
  package func read() -> Read<RecReader.Contents> {
    bytes.flatMap { .there(RecReader($0, source: path).readTolerantly()) }
  }

  /// Every register has its `%rec:` at least: one without a byte was cut off by a crash or a copy.
  private var bytes: Read<Bytes> {
    disk.find(path).flatMap {
      $0.count == 0 ? .notRead(NotRead(path, .emptyFile)) : .there($0)
    }
  }

  /// Puts a record in place of the one whose `key` field has the same value, or at the end; the
  /// register must be locked.
  ///
  /// - Parameters:
  ///   - key: the field that names a record; a new file is headed by it.
  ///   - seen: the record's fields as they were read, nil for a new one; the change is refused when
  ///     there are others by now.
  package func put<Record>(
    _ record: Record, _ schema: Schema<Record>, key: String, seen: [String: String]?
  ) throws {
    let fields = schema.print(record)
    let value = fields.first { $0.name == key }?.value ?? ""
    try apply(
      [Edit(value, seen: seen, fields: fields)], key: key,
      descriptor: schema.descriptor(key: key), known: Set(schema.columns.map(\.name)))
  }

  /// Takes a record out of a register that is locked.
  ///
  /// Only what is not evidence may go, such as a patrol that has come back.
  package func remove(key: String, value: String) throws {
    guard let (bytes, records) = try whole(),
      let old = records.first(where: { $0[key] == value })
    else { return }
    try disk.replace(
      path,
      with: bytes.array(0..<old.range.lowerBound)
        + bytes.array(old.range.upperBound..<bytes.count))
  }

  /// The file and all of its records; nil when there is none.
  ///
  /// What was not read whole is never written again.
  private func whole() throws -> (Bytes, [RecRecord])? {
    guard let bytes = try bytes.get() else { return nil }
    let contents = RecReader(bytes, source: path).readTolerantly()
    if let unread = NotRead(path, contents.unread) { throw unread }
    return (bytes, contents.records)
  }

  /// Carries out edits of a register that is locked.
  package func apply(
    _ edits: [Edit], key: String, descriptor: String, known: Set<String>
  ) throws {
    let bytes = try edited(edits, key: key, descriptor: descriptor, known: known)
    if let slash = path.lastIndex(of: "/") { try disk.makeDirectory(String(path[..<slash])) }
    try disk.replace(path, with: bytes)
  }

  /// What edits make of a register that is locked.
  ///
  /// - Parameters:
  ///   - descriptor: what a new file begins with.
  ///   - known: the fields of the schema; others in a record stay.
  /// - Throws: `BookError.registerChanged` when a record is no longer what was seen; nothing is
  ///   written then.
  package func edited(
    _ edits: [Edit], key: String, descriptor: String, known: Set<String>
  ) throws -> [UInt8] {
    let (bytes, records) = try whole() ?? (Bytes(descriptor), [])
    var left = Dictionary(edits.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    var result: [UInt8] = []
    var at = 0
    for record in records {
      guard let name = record[key], let edit = left.removeValue(forKey: name) else { continue }
      guard Self.texts(record, known) == edit.seen else {
        throw BookError.registerChanged(file: path)
      }
      result += bytes.array(at..<record.range.lowerBound)
      if let fields = edit.fields {
        result += RecWriter.record(fields + Self.foreign(record, known)).utf8
        at = record.range.upperBound
      } else {
        // With the blank line that follows it.
        at = min(bytes.count, record.range.upperBound + 1)
      }
    }
    result += bytes.array(at..<bytes.count)
    try append(edits.filter { left[$0.key] != nil }, to: &result)
    return result
  }

  private func append(_ edits: [Edit], to result: inout [UInt8]) throws {
    for edit in edits {
      guard edit.seen == nil, let fields = edit.fields else {
        throw BookError.registerChanged(file: path)
      }
      if !result.isEmpty {
        if result.last != 0x0A { result.append(0x0A) }
        let isBlank = result.count > 1 && result[result.count - 2] == 0x0A
        if !isBlank { result.append(0x0A) }
      }
      result += RecWriter.record(fields).utf8
    }
  }

  /// The known fields of a record that hold anything.
  package static func texts(_ record: RecRecord, _ known: Set<String>) -> [String: String] {
    var texts: [String: String] = [:]
    for field in record.fields {
      let name = record.name(of: field)
      if known.contains(name), texts[name] == nil {
        let value = record.value(of: field)
        if !value.isEmpty { texts[name] = value }
      }
    }
    return texts
  }

  private static func foreign(
    _ record: RecRecord, _ known: Set<String>
  ) -> [(name: String, value: String)] {
    record.fields.map { (name: record.name(of: $0), value: record.value(of: $0)) }
      .filter { !known.contains($0.name) }
  }
}
