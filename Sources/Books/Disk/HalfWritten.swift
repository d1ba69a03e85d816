import Glibc

/// What a program that was killed has left beside a file: `NAME.NUMBER.new`, see `replace`.
package enum HalfWritten {
  package static func isNamed(_ name: String) -> Bool {
    name.hasSuffix(".new")
      && name.dropLast(4).split(separator: ".").last?.allSatisfy(\.isWholeNumber) == true
  }
}

extension Disk {
  /// Throws away what was half written in a folder where files are replaced without a lock: a program
  /// that is at work needs no hour for it.
  ///
  /// What can't be looked at or removed does no harm where it stands.
  package func removeHalfWritten(in folder: String) {
    let hourAgo = (Int64(time(nil)) - 3600) * 1_000_000_000
    let found = try? files(in: folder, where: HalfWritten.isNamed)
    for file in found ?? [] {
      guard case .success(let status) = file.status, status.kind == .plain,
        status.modified < hourAgo
      else { continue }
      try? remove(folder.isEmpty ? file.name : folder + "/" + file.name)
    }
  }
}
