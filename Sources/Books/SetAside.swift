import Records

/// What a crash left half written, kept in `drafts/` before it is cut off.
package struct SetAside: Sendable {
  private let disk: any Disk

  package init(on disk: any Disk) { self.disk = disk }

  /// Keeps bytes as `drafts/NAME.torn.N`.
  package func keep(_ bytes: [UInt8], of name: String) throws {
    try disk.makeDirectory(Drafts.folder)
    var n = 1
    while try disk.status("\(Drafts.folder)/\(name).torn.\(n)") != nil { n += 1 }
    try disk.replace("\(Drafts.folder)/\(name).torn.\(n)", with: bytes)
  }
}
