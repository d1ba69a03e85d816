import Glibc

extension Disk {
  /// Throws away what a program that was killed had half written beside a file of a folder
  /// (`NAME.PROCESS.new`, see `replace`): one that is at work needs no hour for it.
  ///
  /// What can't be looked at or removed does no harm where it stands.
  package func removeHalfWritten(in folder: String) {
    let hourAgo = (Int64(time(nil)) - 3600) * 1_000_000_000
    let found = try? files(in: folder) { name in
      name.hasSuffix(".new")
        && name.dropLast(4).split(separator: ".").last?.allSatisfy(\.isWholeNumber) == true
    }
    for file in found ?? [] {
      guard case .success(let status) = file.status, status.kind == .plain,
        status.modified < hourAgo
      else { continue }
      try? remove(folder.isEmpty ? file.name : folder + "/" + file.name)
    }
  }
}
