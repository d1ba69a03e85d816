import Books
import Patrol

/// Files beside books and registers.
extension Keeper {
  mutating func carryOut(_ command: FileCommand) throws -> Report {
    switch command {
    case .store(let text, let name): Report(.exported(try store(text, as: name)))
    case .complete(let path): Report(.completed(PathCompletion.paths(path)))
    }
  }

  /// A text into `exports/`, never over another.
  ///
  /// - Returns: the file's whole path.
  func store(_ text: String, as name: String) throws -> String {
    let disk = directory.disk
    try disk.makeDirectory(DataDirectory.exports)
    var path = "\(DataDirectory.exports)/\(name)"
    // What was written before the same day may be in somebody's hands.
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    var number = 1
    while try disk.status(path) != nil {
      number += 1
      path = "\(DataDirectory.exports)/\(name[..<dot])-\(number)\(name[dot...])"
    }
    try disk.replace(path, with: Array(text.utf8))
    return "\(directory.disk.root)/\(path)"
  }
}
