import Books
import Patrol
import Records
import Wording

/// What an auditor takes away: the volumes as they are, a signed note of heads, and a script that judges
/// them with `sh`, `awk`, `sha256sum` and `ssh-keygen` alone, without trusting this program.
///
/// No list of ours goes with them: the script takes whose key counts from the pages.
package struct Auditing {
  private let disk: any Disk
  private let out: any Disk
  private let kinds: Kinds

  package init(_ disk: any Disk, to out: any Disk, kinds: Kinds = .ours) {
    (self.disk, self.out, self.kinds) = (disk, out, kinds)
  }

  /// Where the bundle's script stands among the program's own files.
  package static let script = "data/check.sh"

  /// What was written: how many volumes, and what could not be read and is missing.
  package struct Written {
    package let volumes: Int
    package let unread: [NotRead]
  }

  /// Refuses a place that has anything in it, before anybody signs anything.
  package func checkPlace() throws {
    if let status = try out.status(""), !status.isDirectory {
      throw DiskError.notADirectory(path: out.root)
    }
    guard try out.names(in: "").isEmpty else { throw DirectoryError.alreadyThere(out.root) }
  }

  /// - Parameters:
  ///   - note: how far the volumes go.
  ///   - script: the text of the check.
  package func write(_ note: HeadsNote, _ script: [UInt8]) throws -> Written {
    try checkPlace()
    do { return try put(note, script) } catch let error as DiskError {
      // Its paths are those below the bundle, which are called as those of the data directory.
      throw AuditError.notWritten(in: out.root, error)
    }
  }

  private func put(_ note: HeadsNote, _ script: [UInt8]) throws -> Written {
    var (count, unread): (Int, [NotRead]) = (0, [])
    for volume in BookPlaces(on: disk, of: kinds.books).volumes {
      switch disk.find(volume.path) {
      case .there(let bytes):
        try out.makeDirectory("\(Volume.folder)/\(digits(volume.year, 4))")
        try out.replace(volume.path, with: bytes.array(0..<bytes.count))
        count += 1
      case .notRead(let why): unread.append(why)
      case .absent: break
      }
    }
    try out.replace("heads.txt", with: Array(note.text.utf8))
    try out.replace("check.sh", with: script)
    try out.replace("README.txt", with: Array(Self.readme.utf8))
    return Written(volumes: count, unread: unread)
  }

  private static let readme = """
    sh check.sh 核对每一页：写法、指纹、与前页相连、谁凭什么签的字，并与头单比较。
    只用 sh、awk、sha256sum、ssh-keygen，不用巡防程序。
    sh check.sh judges every page: how it is written, digest, chain, who signed it with which right, and
    compares all of it with the note of heads. It needs sh, awk, sha256sum and ssh-keygen alone.

    books/     簿册原样 · the volumes as they are
    heads.txt  头单：各卷到第几页、谁的哪把密钥，由民警签 · the signed note: how far each volume goes, whose every key is
    check.sh   核对用的脚本 · the script

    把它打印的指纹与纸上的、或别处存的头单比较。
    Compare the fingerprint that it prints with one on paper, or with a note that is kept elsewhere.

    """
}

/// Why what an auditor takes away is not whole.
package enum AuditError: UserFacingError, Hashable {
  /// - Parameter in: the bundle's folder.
  case notWritten(in: String, DiskError)

  package var notice: Notice {
    switch self {
    case .notWritten(let folder, let error):
      let (path, why) = ("\(folder)/\(error.path)", error.reason)
      return Notice(
        Phrase(
          "\(path)：\(why[.hans])。", "\(path)：\(why[.hant])。", "\(path): \(why[.en])."),
        safe: Phrase(
          "数据目录没有改动；带走的这一份不全。", "資料目錄沒有改動；帶走的這一份不全。",
          "The data directory was not changed; what was to be taken away is not whole."),
        next: Phrase(
          "请换一个有空间的空目录，再运行一次。", "請換一個有空間的空目錄，再執行一次。",
          "Run it once more with an empty directory that has room."))
    }
  }

  package static let examples: [Self] = [
    .notWritten(in: "/media/stick/audit", .full(path: "books/2026/QS-01.patrol.rec"))
  ]
}
