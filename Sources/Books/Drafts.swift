import Records

/// What is being typed, in `drafts/`, one file a form, so that a crash costs two seconds at most.
package struct Drafts: Sendable {
  let disk: any Disk

  package static let folder = "drafts"

  package init(on disk: any Disk) { self.disk = disk }

  private func path(_ name: String) -> String { "\(Self.folder)/\(name).rec" }

  package func save(_ draft: Draft, as name: String) throws {
    try disk.makeDirectory(Self.folder)
    // One that can't be read may hold what nobody has anywhere else.
    _ = try read(name)
    let fields = draft.texts.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    try disk.replace(path(name), with: Array(RecWriter.record(fields).utf8))
  }

  package func read(_ name: String) throws -> Draft? {
    guard let bytes = try disk.find(path(name)).get() else { return nil }
    let contents = try RecReader(bytes, source: path(name)).read()
    guard let record = contents.records.first else { return nil }
    return Draft(
      Dictionary(
        record.fields.map { (record.name(of: $0), record.value(of: $0)) },
        uniquingKeysWith: { $1 }))
  }

  package func discard(_ name: String) throws { try disk.remove(path(name)) }

  /// What the file of each is, by name; none of those that can't be looked at.
  package func stamps() -> [String: FileStatus] {
    let files = (try? disk.files(in: Self.folder, where: { $0.hasSuffix(".rec") })) ?? []
    let known = files.compactMap { file in
      (try? file.status.get()).map { (String(file.name.dropLast(4)), $0) }
    }
    return Dictionary(known, uniquingKeysWith: { first, _ in first })
  }

  /// The drafts that wait, by name.
  package func names() throws -> [String] {
    try disk.names(in: Self.folder).filter { $0.hasSuffix(".rec") }.map { String($0.dropLast(4)) }
      .sorted()
  }
}
