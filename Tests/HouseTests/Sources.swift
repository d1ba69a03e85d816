import Foundation
import TestSupport

/// What the program's sources declare.
enum Sources {
  /// The structs that say they conform to a protocol: Swift itself has no list of them.
  static func structs(of protocolName: String) throws -> [String] {
    let folder = Demo.home + "/Sources/Patrol"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".swift")
    }
    let lines = try files.flatMap {
      try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8).split(separator: "\n")
    }
    return lines.filter { line in
      line.hasPrefix("package struct ")
        && line.split(whereSeparator: { ", {".contains($0) }).contains(Substring(protocolName))
    }.compactMap { line in
      line.split(separator: " ").dropFirst(2).first.map { String($0.dropLast()) }
    }
  }
}
