import Books
import Patrol
import Records

/// The start of a data directory, made up or real.
package enum DirectoryMaking {
  /// A new directory; refuses one that has anything in it.
  ///
  /// The directory is none of ours before `finish`: one whose making was cut off can't be taken
  /// for a whole one.
  package static func start(on disk: any Disk) throws {
    try check(disk)
    try disk.makeDirectory("")
  }

  /// Refuses a place that has anything in it.
  package static func check(_ disk: any Disk) throws {
    if let status = try disk.status(""), !status.isDirectory {
      throw DiskError.notADirectory(path: disk.root)
    }
    guard try disk.names(in: "").isEmpty else { throw DirectoryError.alreadyThere(disk.root) }
  }

  /// Puts its settings there, and `station.rec` last of all.
  package static func finish(_ station: Station, on disk: any Disk) throws {
    try disk.makeDirectory(DataDirectory.registers(station.unit))
    for group in SettingsGroup.all.reversed() {
      let text = group.descriptor + RecWriter.record(group.print(station))
      try disk.replace(group.file(of: station.unit), with: Array(text.utf8))
    }
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
