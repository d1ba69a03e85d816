import Foundation
import Glibc

/// What an editor, a sync client, a merge or a hand does to a file.
package enum FileFault: String, CaseIterable, Sendable {
  case byteOrderMark, returns, garbage, mergeMarkers, gbk, directory, fifo, danglingLink

  /// Whether nothing at all of the file can be read.
  package var isWhole: Bool { [.directory, .fifo, .danglingLink].contains(self) }

  /// Whether a file that people open in editors is read all the same.
  package var isHarmless: Bool { self == .byteOrderMark || self == .returns }

  package func apply(to path: String, in scratch: Scratch) throws {
    let full = scratch.path + "/" + path
    let bytes = try scratch.bytes(path)
    switch self {
    case .byteOrderMark: try scratch.write([0xEF, 0xBB, 0xBF] + bytes, to: path)
    case .returns:
      try scratch.write(bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, to: path)
    case .garbage: try scratch.write(bytes + Array("\n这不是栏目\n\n".utf8), to: path)
    case .mergeMarkers:
      let text = String(decoding: bytes, as: UTF8.self)
      let end = text.range(of: "\n\n")?.upperBound ?? text.endIndex
      try scratch.write(
        text[..<end] + "<<<<<<< HEAD\n" + text[end...] + "=======\n>>>>>>> other\n\n", to: path)
    case .gbk:
      try scratch.write(bytes + [0x0A, 0x58, 0x3A, 0x20, 0xB8, 0xDF, 0x0A, 0x0A], to: path)
    case .directory:
      try FileManager.default.removeItem(atPath: full)
      try FileManager.default.createDirectory(atPath: full, withIntermediateDirectories: true)
    case .fifo:
      try FileManager.default.removeItem(atPath: full)
      guard mkfifo(full, 0o600) == 0 else { throw Tool.Missing(description: "no FIFO: \(full)") }
    case .danglingLink:
      try FileManager.default.removeItem(atPath: full)
      try FileManager.default.createSymbolicLink(
        atPath: full, withDestinationPath: "/nonexistent/\(path)")
    }
  }
}
