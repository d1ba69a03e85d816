import Books
import Patrol
import Records
import Signing

/// Files that are read only when they are needed, looked at beforehand: what can't be read of them is
/// known before somebody needs it.
extension Office {
  /// Journals, access logs, remembered headings, keys, tries and drafts that can't be read whole.
  func unreadFiles() -> [NotRead] {
    var unread: [NotRead] = []
    for keeper in loading.keepers.names {
      do throws(NotRead) {
        _ = try ChangeJournal(keeper, kinds, on: directory.disk).read()
      } catch { unread.append(error) }
      unread += self.unread(DataDirectory.mappings(keeper))
    }
    for (folder, ending) in [
      (DataDirectory.accesses, ".rec"), (KeyRing.folder, ".key"), (Drafts.folder, ".rec"),
    ] {
      do throws(DiskError) {
        for name in try directory.disk.names(in: folder).sorted() where name.hasSuffix(ending) {
          unread += self.unread("\(folder)/\(name)")
        }
      } catch { unread.append(NotRead(folder, error.reason)) }
    }
    return unread + self.unread(Tries.path)
  }

  private func unread(_ path: String) -> [NotRead] {
    switch directory.disk.find(path) {
    case .absent: []
    case .notRead(let why): [why]
    case .there(let bytes):
      // What a crash left half written at the end of a log is passed over.
      [NotRead(path, RecordLog.contents(bytes, path).unread)].compactMap { $0 }
    }
  }
}
