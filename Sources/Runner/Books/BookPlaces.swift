import Books
import Patrol
import Records

/// Everything in `books/` that is called as a volume: what stands in a volume's place, and what does not
/// (J1).
struct BookPlaces {
  private(set) var volumes: [Volume] = []
  /// Files that are no volumes where they stand, and links.
  private(set) var strays: [String] = []

  private let disk: any Disk
  private let kinds: Set<BookKind>

  init(on disk: any Disk, of kinds: Set<BookKind>) {
    self.init(Volume.folder, depth: 0, on: disk, of: kinds)
    strays.sort()
  }

  private static let deepest = 8

  /// Folders that can't be listed are named by the shelf.
  private init(_ folder: String, depth: Int, on disk: any Disk, of kinds: Set<BookKind>) {
    (self.disk, self.kinds) = (disk, kinds)
    guard depth < Self.deepest, let files = try? disk.files(in: folder) else { return }
    var below: [String] = []
    for file in files {
      let path = "\(folder)/\(file.name)"
      if case .failure(.exposed(_, .link)) = file.status {
        strays.append(path)
        continue
      }
      let status = try? file.status.get()
      if status?.kind == .directory {
        if file.name.hasSuffix(".rec") { strays.append(path) }
        below.append(path)
      } else if status?.kind == .other {
        strays.append(path)
      } else if file.name.hasSuffix(".rec") {
        if let volume = volume(folder, file.name) {
          volumes.append(volume)
        } else {
          strays.append(path)
        }
      }
    }
    let folders = below
    for other in onAllCores(
      folders.count, part: 1, { BookPlaces(folders[$0], depth: depth + 1, on: disk, of: kinds) })
    {
      volumes += other.volumes
      strays += other.strays
    }
  }

  private func volume(_ folder: String, _ name: String) -> Volume? {
    let year = folder.dropFirst(Volume.folder.count + 1)
    guard let number = fixedNumber(year, digits: 4), let book = BookID(name.dropLast(4)),
      FieldShape.unit.fits(book.owner), kinds.contains(book.kind)
    else { return nil }
    return Volume(book, year: number, on: disk)
  }
}
