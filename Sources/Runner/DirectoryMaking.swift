import Books
import Patrol
import Records

/// The start of a data directory, made up or real.
package enum DirectoryMaking {
  /// A directory with its `station.rec`; refuses one that has anything in it.
  package static func start(_ station: Station, on disk: any Disk) throws {
    if let status = try disk.status(""), !status.isDirectory {
      throw DiskError.notADirectory(path: disk.root)
    }
    guard try disk.names(in: "").isEmpty else { throw DirectoryError.alreadyThere(disk.root) }
    try disk.makeDirectory("")
    try disk.replace(Station.file, with: StationFile.bytes(station))
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
