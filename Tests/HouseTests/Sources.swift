import Foundation
import TestSupport

/// What the program's sources declare.
enum Sources {
  /// The lines of every file of a target.
  static func files(_ target: String) throws -> [(file: String, lines: [Substring])] {
    let folder = Demo.home + "/Sources/" + target
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".swift")
    }
    return try files.map { file in
      (
        file,
        try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).split(separator: "\n")
      )
    }
  }

  static func lines(_ target: String) throws -> [Substring] { try files(target).flatMap(\.lines) }

  /// The structs that say they conform to a protocol: Swift itself has no list of them.
  static func structs(of protocolName: String) throws -> [String] {
    try lines("Patrol").filter { line in
      line.hasPrefix("package struct ")
        && line.split(whereSeparator: { ", {".contains($0) }).contains(Substring(protocolName))
    }.compactMap { line in
      line.split(separator: " ").dropFirst(2).first.map { String($0.dropLast()) }
    }
  }
}
