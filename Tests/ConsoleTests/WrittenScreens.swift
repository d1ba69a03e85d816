import Foundation
import TestSupport
import Testing

/// Whole screens written out in `Tests/ConsoleTests/Screens/`, one file each.
///
/// `XUNFANG_WRITE_SCREENS=1` writes them anew: what changed is then read in the diff.
enum Screens {
  private static let folder = Demo.home + "/Tests/ConsoleTests/Screens"

  static func expect(
    _ screen: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = "\(folder)/\(name).txt"
    if ProcessInfo.processInfo.environment["XUNFANG_WRITE_SCREENS"] != nil {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try (screen + "\n").write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    guard let expected = try? String(contentsOfFile: path, encoding: .utf8) else {
      Issue.record("\(name).txt is missing", sourceLocation: sourceLocation)
      return
    }
    #expect(screen + "\n" == expected, sourceLocation: sourceLocation)
  }
}
