import Books
import Foundation

/// A directory of its own for one test, gone with the test.
package final class Scratch: Sendable {
  package let path: String

  package init() throws {
    path = NSTemporaryDirectory() + "xunfang-" + UUID().uuidString
    // As the program makes a data directory, whatever rights the machine gives by itself.
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package var disk: PosixDisk { PosixDisk(root: path) }

  package func write(_ text: String, to file: String) throws {
    try write(Array(text.utf8), to: file)
  }

  package func write(_ bytes: [UInt8], to file: String) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  package func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + file)))
  }

  package func text(_ file: String) throws -> String {
    String(decoding: try bytes(file), as: UTF8.self)
  }

  package func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + file)
  }

  /// Every file below `folder`, by its path, sorted.
  package func files(_ folder: String = "") -> [String] {
    let paths =
      FileManager.default.enumerator(atPath: path + "/" + folder)?.compactMap { $0 as? String }
      ?? []
    return paths.filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: "\(path)/\(folder)/\(name)", isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }
}
