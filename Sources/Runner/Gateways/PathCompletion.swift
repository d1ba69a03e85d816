import Books

/// What a path that somebody types may go on with.
enum PathCompletion {
  /// Folders end in `/`; tables and folders only, at most fifty.
  static func paths(_ typed: String) -> [String] {
    let typed = TypedPath.whole(typed)
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let start = typed.dropFirst(folder.count)
    let disk = PosixDisk(root: folder.isEmpty ? "." : folder)
    // What can't be listed can't be proposed; to open it says why.
    let files = (try? disk.files(in: "")) ?? []
    let found = files.compactMap { file -> String? in
      let isFolder = (try? file.status.get())?.isDirectory == true
      guard file.name.hasPrefix(start), !file.name.hasPrefix("."), isFolder || isTable(file.name)
      else { return nil }
      return folder + file.name + (isFolder ? "/" : "")
    }
    return Array(found.sorted().prefix(50))
  }

  private static func isTable(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".csv", ".txt", ".tsv"].contains { name.hasSuffix($0) }
  }
}
