import Books
import Foundation
import Patrol
import Records
import Runner
import Terminal
import TestSupport
import Testing

/// What no field is meant to hold, and what lies at the ends of what one may hold.
private let values = [
  "-9223372036854775808", "9223372036854775807", "99999999999999999999", "4294967296", "-1", "0",
  "0000-00-00", "9999-12-31", "0001-01-01", "9999-12-31 23:59", "0001-01-01 00:00", "24:00",
  "9999-12-31T23:59:59-23:59 QS-001 甲", "00:00-00:00, 23:59-24:00", "QS-999999999 甲",
  "QSP-R-001 线 (0/0)", "QSP-R-001 线 (9/1) 甲; 乙", ") (", "QS-01-001 甲 (sick, QS-01-002", ",", "; /",
  "QS.patrol 9999 No 99999999 sha256 \(String(repeating: "f", count: 64))",
  "QS.patrol 1 No 0", String(repeating: "9", count: 3000),
]

/// One field of one file.
private struct Place {
  let file: String
  let field: String
  /// Where its first line stands.
  let line: Int
}

@Suite("Whatever a field of a file holds, nothing ends the program")
struct AnyValueTests {
  /// Values a field; `make soak` tries each in each.
  private static let count =
    ProcessInfo.processInfo.environment["XUNFANG_KEYS"] == nil ? 2 : values.count

  private func places(_ scratch: Scratch) throws -> [Place] {
    var places: [Place] = []
    for file in scratch.files() where file.hasSuffix(".rec") {
      var seen: Set<Substring> = []
      for (line, text) in try scratch.text(file).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        guard let name = text.prefixMatch(of: /([A-Z][A-Za-z_]*):/)?.1, seen.insert(name).inserted
        else { continue }
        places.append(Place(file: file, field: String(name), line: line))
      }
    }
    return places
  }

  /// The file with another value in that field; a page's digest is made to agree again.
  private func changed(_ text: String, _ place: Place, _ value: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[place.line] = "\(place.field): \(value)"
    guard place.file.hasPrefix("books/"), place.field != "Digest",
      let digest = lines[place.line...].firstIndex(where: { $0.hasPrefix("Digest:") }),
      let start = lines[..<digest].lastIndex(of: "")
    else { return lines.joined(separator: "\n") }
    let page = lines[(start + 1)..<digest].map { $0 + "\n" }.joined()
    lines[digest] = "Digest: \(Digest(of: Array(page.utf8)).text)"
    return lines.joined(separator: "\n")
  }

  private func stocked() throws -> Scratch {
    let scratch = try FullDirectory.copy()
    let typist = try Typist(scratch)
    typist.type("<F2><Enter>1930<Enter><Esc>")
    return scratch
  }

  @Test("Each field of each kind of file, read by the console, by check and by verify")
  func each() throws {
    let begun = try stocked()
    let log = NSTemporaryDirectory() + "xunfang-values.txt"
    var next = 0
    for place in try places(begun) {
      let text = try begun.text(place.file)
      for _ in 0..<Self.count {
        let value = values[next % values.count]
        next += 1
        try "\(place) \(value)\n".write(toFile: log, atomically: false, encoding: .utf8)
        try begun.write(changed(text, place, value), to: place.file)
        look(begun)
      }
      try begun.write(text, to: place.file)
    }
    try FileManager.default.removeItem(atPath: log)
  }

  /// Every screen that reads much, and what the commands read; what they say is another test's.
  private func look(_ scratch: Scratch) {
    for act in [
      { _ = try Verifying(on: scratch.disk).run() },
      { _ = try Demo.runner(scratch).unreadAnywhere() },
      {
        let typist = try Typist(scratch, size: Size(120, 40))
        typist.tick()
        for keys in [
          "0", "2<Enter>", "3<Enter>", "<F8>", "<F2>", "<F3>", "8", "[]", "7<Tab><Enter>",
        ] {
          typist.type(keys)
          _ = typist.screen
          typist.type("<Esc><Esc><Esc>")
        }
      },
    ] as [() throws -> Void] {
      // A file that can't be read at all is refused; that is an answer too.
      do { try act() } catch {}
    }
  }
}
