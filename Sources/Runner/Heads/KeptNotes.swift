import Books
import Patrol
import Records

/// Notes of heads that are kept; none is ever written over.
///
/// Own ones stand under `exports/heads/`, those of others that this station saw as a witness under
/// `witness/ID/`.
package struct KeptNotes {
  private let disk: any Disk
  private let folder: String

  private init(_ folder: String, on disk: any Disk) { (self.folder, self.disk) = (folder, disk) }

  package static func own(on disk: any Disk) -> KeptNotes { .init(ownFolder, on: disk) }

  static let ownFolder = "\(DataDirectory.exports)/heads"

  package static func witnessed(_ directory: DirectoryID, on disk: any Disk) -> KeptNotes {
    .init("witness/\(directory.text)", on: disk)
  }

  private static let ending = ".heads", refused = "refused-", root = "root"

  /// The newest note, by when it was made; of two that are alike the one with more signatures.
  package func newest() throws -> (note: HeadsNote, path: String)? {
    let names = try disk.names(in: folder).filter {
      $0.hasSuffix(Self.ending) && !$0.hasPrefix(Self.refused)
    }
    for name in names.sorted().reversed() {
      let path = "\(folder)/\(name)"
      let bytes = try disk.read(path)
      guard bytes.firstNonUTF8() == nil, let note = HeadsNote(bytes.text) else {
        throw HeadsNoteError.notWhole(file: path)
      }
      return (note, path)
    }
    return nil
  }

  /// - Parameter isRefused: whether it is kept as proof that it was not signed.
  /// - Returns: where it stands.
  @discardableResult package func keep(_ note: HeadsNote, isRefused: Bool = false) throws
    -> String
  {
    try disk.makeDirectory(folder)
    let path = "\(folder)/\(isRefused ? Self.refused : "")\(Self.name(of: note))\(Self.ending)"
    let bytes = Array(note.text.utf8)
    // The name has its fingerprint and how often it was signed: what is there is the same.
    if try disk.status(path) == nil { try disk.replace(path, with: bytes) }
    return path
  }

  /// `2026-11-25T180211-3f1c77aa3f1c77aa-2`: when it was made, which, and how many signed it.
  private static func name(of note: HeadsNote) -> String {
    let time = note.made.text.prefix(19).filter { $0 != ":" }
    return "\(time)-\(note.fingerprint.hex.prefix(16))-\(note.hands.count)"
  }

  /// The day of the newest note that more than its own station signed, by the names of the files alone: it
  /// is asked for with every reading.
  var lastCosigned: Day? {
    let names = (try? disk.names(in: folder)) ?? []
    return names.compactMap { name -> Day? in
      guard name.hasSuffix(Self.ending), !name.hasPrefix(Self.refused),
        let count = name.dropLast(Self.ending.count).split(separator: "-").last,
        (wholeNumber(count) ?? 0) > 1
      else { return nil }
      return Day(String(name.prefix(10)))
    }.max()
  }

  // MARK: Where a book of keys begins

  /// The first page of the book of keys, as it was when the directory was met.
  package func pinned() throws -> PageReference? {
    guard let bytes = try disk.find("\(folder)/\(Self.root)").get() else { return nil }
    guard let page = PageReference(bytes.text.trimmingBlanks()) else {
      throw HeadsNoteError.notWhole(file: "\(folder)/\(Self.root)")
    }
    return page
  }

  package func pin(_ page: PageReference) throws {
    try disk.makeDirectory(folder)
    try disk.replace("\(folder)/\(Self.root)", with: Array((page.text + "\n").utf8))
  }
}
