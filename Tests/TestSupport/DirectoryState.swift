import Foundation
import Patrol
import Records
import Runner

/// What stands in a data directory, so that two can be compared that keys were made in by chance.
package struct DirectoryState: Equatable {
  /// Each file's lines, without what is only on its way or never the truth.
  package private(set) var files: [String: String] = [:]

  package init(_ scratch: Scratch, below folder: String = "") throws {
    let prefix = folder.isEmpty ? "" : folder + "/"
    for file in scratch.files(folder)
    where !file.hasPrefix("drafts/") && !file.hasPrefix(".cache/") && !file.hasSuffix(".lock") {
      files[file] = try scratch.text(prefix + file).split(separator: "\n").filter(Self.isTold)
        .joined(separator: "\n")
    }
    // Keys are made by chance, but a person's own file and the list must tell of the same.
    let list = files["keys/allowed_signers.QSP"] ?? ""
    for file in files.keys where file.hasSuffix(".key") {
      let text = try scratch.text(prefix + file)
      let key = text.split(separator: "\n").first { $0.hasPrefix("Public: ") }
      let isListed = key.map { list.contains($0.dropFirst(8)) } ?? false
      files[file] = isListed ? "listed" : "in no list"
    }
    for (path, text) in files {
      files[path] = text.split(separator: "\n").map { line in
        line.split(separator: " ").filter { !Self.isMadeByChance($0) }.joined(separator: " ")
      }.joined(separator: "\n")
    }
    files = files.filter { !$0.value.isEmpty }
  }

  /// Ids, salts and signatures are made by chance.
  private static func isTold(_ line: Substring) -> Bool {
    !["Directory:", "# Directory:", "Salt:", "Sealed:", "Signature:", "+ ", "Digest:", "Previous:"]
      .contains {
        line.hasPrefix($0)
      }
  }

  /// A public key, its fingerprint, or the digest of a page.
  private static func isMadeByChance(_ word: Substring) -> Bool {
    word.hasPrefix("AAAA") || word.hasPrefix("SHA256:")
      || word.count == 64 && word.allSatisfy { "0123456789abcdef".contains($0) }
  }

  /// The registers alone, without their journals: what an undo brings back.
  package var registers: [String: String] {
    files.filter { $0.key.hasPrefix("register/") && !$0.key.hasSuffix("changes.rec") }
  }

  /// Whether all is the same but what stands in files whose paths begin so.
  package func isSame(as other: Self, but path: String) -> Bool {
    files.filter { !$0.key.hasPrefix(path) } == other.files.filter { !$0.key.hasPrefix(path) }
  }

  /// Whether a page was recorded, but the mark that its team is out stayed: that is said, and the page
  /// is not recorded again.
  package func isStillOut(_ before: Self, _ after: Self) -> Bool {
    self != before && isSame(as: before, but: "books/")
      && isSame(as: after, but: "register/QSP/underway.rec")
  }

  /// Whether some books, but not all, have the pages that were to be written into several of them:
  /// each page is whole by itself, and how many there are is said.
  package func isPartlySigned(_ before: Self, _ after: Self) -> Bool {
    let changed = files.keys.filter { after.files[$0] != before.files[$0] }
    return changed.count > 1 && changed.allSatisfy { $0.hasPrefix("books/") }
      && isSame(as: before, but: "books/") && self != before && self != after
      && files.allSatisfy { $1 == before.files[$0] || $1 == after.files[$0] }
  }

  /// Where two differ, for a test that fails.
  package func difference(to other: Self) -> String {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted().map {
      "\($0)\n  \(files[$0]?.suffix(300) ?? "-")\n  \(other.files[$0]?.suffix(300) ?? "-")"
    }.joined(separator: "\n")
  }
}
