import Books
import Patrol
import Records

extension Loading {
  /// Whether a page of any book but the keys' was signed yet.
  ///
  /// Where many volumes are, the station is none that begins, and none of them is read.
  func hasSigned() -> Bool {
    let disk = directory.disk
    let endings = kinds.books.subtracting([KeysPage.book]).map { ".\($0.name).rec" }
    do {
      var volumes: [String] = []
      for year in try disk.names(in: Volume.folder) {
        let folder = "\(Volume.folder)/\(year)"
        volumes += try disk.names(in: folder).lazy.filter { name in
          endings.contains(where: name.hasSuffix)
        }.prefix(Self.few + 1).map { "\(folder)/\($0)" }
        if volumes.count > Self.few { return true }
      }
      for path in volumes {
        let bytes = try disk.read(path)
        let text = String(decoding: bytes.array(0..<bytes.count), as: UTF8.self)
        if text.contains("\nSignature: ") { return true }
      }
      return false
    } catch {
      // What can't be read is said by others; nobody is told to begin for it.
      return true
    }
  }

  /// More volumes than a station has before it has signed anything.
  private static let few = 8
}
