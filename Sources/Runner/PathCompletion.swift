import Books
import Glibc

/// What a path that somebody types may go on with.
enum PathCompletion {
  /// Folders end in `/`; tables and folders only, at most fifty.
  static func paths(_ typed: String) -> [String] {
    var typed = typed
    if typed.hasPrefix("~/"), let home = getenv("HOME") {
      typed = String(cString: home) + typed.dropFirst()
    }
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let start = typed.dropFirst(folder.count)
    let disk = PosixDisk(root: folder.isEmpty ? "." : folder)
    let files = (try? disk.files(in: "")) ?? []
    return files.filter { file in
      file.name.hasPrefix(start) && !file.name.hasPrefix(".")
        && (file.status.isDirectory || isTable(file.name))
    }.map { folder + $0.name + ($0.status.isDirectory ? "/" : "") }.sorted().prefix(50).map { $0 }
  }

  private static func isTable(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".csv", ".txt", ".tsv"].contains { name.hasSuffix($0) }
  }
}
