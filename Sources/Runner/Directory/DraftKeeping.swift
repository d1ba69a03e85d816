import Books
import Patrol
import Records
import Wording

/// What is known here of the drafts: another console's is neither written over nor thrown away.
struct DraftKeeping {
  private let disk: any Disk
  private var drafts: Drafts { Drafts(on: disk) }
  /// As they stood when they were last read or written here.
  private var known: [String: Draft] = [:]
  private var stamps: [String: FileStatus] = [:]

  init(_ disk: any Disk) { self.disk = disk }

  /// Every draft that waits and can be read, by name.
  mutating func all() -> [String: Draft] {
    _ = changed(but: [])
    return known
  }

  mutating func save(_ draft: Draft, as name: String) throws {
    // A bare place where the directory was, such as a drive that is gone, would hide it.
    guard try disk.status(Station.file) != nil else { throw DirectoryError.notOurs(disk.root) }
    guard try drafts.read(name) == known[name] else { throw DraftElsewhere() }
    try drafts.save(draft, as: name)
    // As it reads: a blank last line is not kept, and is no other window's doing.
    known[name] = try drafts.read(name)
    stamps[name] = drafts.stamps()[name]
  }

  mutating func discard(_ name: String) throws {
    let own = known.removeValue(forKey: name)
    stamps[name] = nil
    guard try drafts.read(name) == own else { return }
    try drafts.discard(name)
  }

  /// All drafts by now but those of `typing`, where any was written or thrown away elsewhere; nil
  /// where none was.
  ///
  /// - Parameter typing: those of open forms, which know their own.
  mutating func changed(but typing: Set<String>) -> [String: Draft]? {
    let now = drafts.stamps().filter { !typing.contains($0.key) }
    guard now != stamps.filter({ !typing.contains($0.key) }) else { return nil }
    for name in Set(known.keys).union(now.keys).subtracting(typing) {
      stamps[name] = now[name]
      known[name] = now[name] == nil ? nil : try? drafts.read(name)
    }
    return known.filter { !typing.contains($0.key) }
  }
}

/// The same form is filled in elsewhere at this moment, and its draft is there.
struct DraftElsewhere: UserFacingError, Hashable {
  var notice: Notice {
    Notice(
      Phrase(
        "另一窗口正在填同一张表，草稿是它的。", "另一視窗正在填同一張表，草稿是它的。",
        "The same form is open in another window, and its draft is kept."),
      safe: Phrase("那份草稿没有改动。", "那份草稿沒有改動。", "That draft was not touched."),
      next: Phrase("请先商定由谁填写。", "請先商定由誰填寫。", "Agree on who fills it in."))
  }

  static let examples = [Self()]
}
