import Books
import Patrol
import Records

/// The start of a data directory, made up or real.
package enum DirectoryMaking {
  /// Lies in a directory from the first file that is made there until it is whole: who is cut off
  /// begins again, and nobody's own files are taken for ours.
  static let mark = ".making"

  /// What of a directory is made before it is whole.
  private static let made = [Volume.folder, "register", KeyRing.folder]

  /// A new directory; refuses one that has anything of somebody else's in it.
  ///
  /// The directory is none of ours before `finish`: one whose making was cut off can't be taken
  /// for a whole one, and what was made of it goes.
  package static func start(on disk: any Disk) throws {
    try check(disk)
    try disk.makeDirectory("")
    try disk.replace(mark, with: Array("xunfang\n".utf8))
    for folder in made { try clear(folder, on: disk) }
  }

  /// Refuses a place that has anything in it but what a making that was cut off has left.
  package static func check(_ disk: any Disk) throws {
    if let status = try disk.status(""), !status.isDirectory {
      throw DiskError.notADirectory(path: disk.root)
    }
    guard try isFree(disk) else { throw DirectoryError.alreadyThere(disk.root) }
  }

  /// Whether a directory can be made there: nothing is, or nothing but what was cut off.
  package static func isFree(_ disk: any Disk) throws -> Bool {
    let names = try disk.names(in: "").filter { !HalfWritten.isNamed($0) }
    if names.isEmpty { return true }
    return names.contains(mark) && Set(names).isSubset(of: made + [mark])
  }

  /// Takes the files of a making that was cut off away; folders stay.
  private static func clear(_ folder: String, on disk: any Disk) throws {
    for file in try disk.files(in: folder) {
      let path = "\(folder)/\(file.name)"
      if try file.status.get().isDirectory {
        try clear(path, on: disk)
      } else {
        try disk.remove(path)
      }
    }
  }

  /// Puts its settings there, and `station.rec` last of all.
  package static func finish(_ station: Station, on disk: any Disk) throws {
    try disk.makeDirectory(DataDirectory.registers(station.unit))
    for group in SettingsGroup.all.reversed() {
      let text = group.descriptor + RecWriter.record(group.print(station))
      try disk.replace(group.file(of: station.unit), with: Array(text.utf8))
    }
    try unmark(disk)
  }

  /// The directory is whole by now, also where its making was cut off after its last file.
  static func unmark(_ disk: any Disk) throws {
    if try disk.status(mark) != nil { try disk.remove(mark) }
  }

  /// A whole register file.
  package static func register<R: Registered>(_ records: [R], keeper: String, on disk: any Disk)
    throws
  {
    try disk.makeDirectory("register/\(keeper)")
    let key = R.file == Underway.file ? "Team" : "Code"
    var text = R.schema.descriptor(key: key)
    for record in records { text += "\n" + RecWriter.record(R.schema.print(record)) }
    try disk.replace("register/\(keeper)/\(R.file).rec", with: Array(text.utf8))
  }
}
