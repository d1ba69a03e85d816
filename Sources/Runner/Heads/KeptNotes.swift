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

  package typealias Kept = (note: HeadsNote, path: String)

  /// The newest note, by when it was made; of two that are alike the one with more signatures.
  package func newest() throws -> Kept? { try notes { _ in true } }

  /// The newest note, and the newest that another station signed as well: a newer one of our own may have
  /// been made of books that were written anew.
  private func telling() throws -> [Kept] {
    let (newest, cosigned) = (try newest(), try notes { Self.hands($0) > 1 })
    return [newest, cosigned?.path == newest?.path ? nil : cosigned].compactMap { $0 }
  }

  /// Holds judged books against these.
  func compared(with judged: JudgedBooks, now: Int) throws
    -> [(path: String, compared: HeadsJudge.Compared)]
  {
    try telling().map { note, path in
      (path, try HeadsJudge.compare(note, file: path, judged, on: disk, now: now))
    }
  }

  private func notes(_ isWanted: (String) -> Bool) throws -> Kept? {
    let names = try disk.names(in: folder).filter {
      $0.hasSuffix(Self.ending) && !$0.hasPrefix(Self.refused) && isWanted($0)
    }
    // Of one second there may be several: the one that goes farthest, and that most have signed.
    let second = names.map { $0.prefix(Self.secondLength) }.max()
    let latest = try names.filter { $0.prefix(Self.secondLength) == second }.sorted().map {
      name -> Kept in
      let path = "\(folder)/\(name)"
      return (try HeadsNote.read(try disk.read(path), file: path), path)
    }
    return latest.max { Self.reach($0.note) < Self.reach($1.note) }
  }

  private static let secondLength = "2026-11-25T180211".count

  private static func reach(_ note: HeadsNote) -> (Int, Int) {
    (note.volumes.reduce(0) { $0 + $1.number }, note.hands.count)
  }

  /// How many signed a note, by the name of its file.
  private static func hands(_ name: String) -> Int {
    name.dropLast(ending.count).split(separator: "-").last.flatMap { wholeNumber($0) } ?? 0
  }

  /// - Parameter isRefused: whether it is kept as proof that it was not signed.
  /// - Returns: where it stands.
  @discardableResult package func keep(_ note: HeadsNote, isRefused: Bool = false) throws
    -> String
  {
    try disk.makeDirectory(folder)
    let path = "\(folder)/\(isRefused ? Self.refused : "")\(Self.name(of: note))\(Self.ending)"
    let bytes = Array(note.text.utf8)
    // The name has its fingerprint and that of its signatures: what is there is the same.
    if try disk.status(path) == nil { try disk.replace(path, with: bytes) }
    return path
  }

  /// `2026-11-25T180211-3f1c77aa3f1c77aa-0b1e22cd-2`: when it was made, which, by whose signatures, and how
  /// many they are.
  private static func name(of note: HeadsNote) -> String {
    let time = note.made.text.prefix(19).filter { $0 != ":" }
    let whole = Digest(of: Array(note.text.utf8)).hex
    return "\(time)-\(note.fingerprint.hex.prefix(16))-\(whole.prefix(8))-\(note.hands.count)"
  }

  /// The day of the newest note that more than its own station signed, by the names of the files alone: it
  /// is asked for with every reading.
  var lastCosigned: Day? {
    let names = (try? disk.names(in: folder)) ?? []
    return names.compactMap { name -> Day? in
      guard name.hasSuffix(Self.ending), !name.hasPrefix(Self.refused), Self.hands(name) > 1
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
