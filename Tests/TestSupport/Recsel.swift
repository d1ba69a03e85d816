import Foundation

/// Records as recutils reads them, and none of our code.
package enum Recsel {
  private struct Failed: Error { let said: String }

  /// - Returns: by field, the first of each name.
  package static func records(_ path: String, _ type: String) throws -> [[String: String]] {
    let result = try Tool("recsel").run(["-t", type, path])
    guard result.status == 0 else { throw Failed(said: result.err) }
    return result.out.split(separator: "\n\n").map { text in
      Dictionary(
        text.split(separator: "\n").compactMap { line in
          line.firstRange(of: ": ").map {
            (String(line[..<$0.lowerBound]), String(line[$0.upperBound...]))
          }
        }, uniquingKeysWith: { first, _ in first })
    }
  }
}
