import Books
import Patrol
import Records
import Wording

/// What is past its keeping time goes: from the registers, from their history, from the access log.
extension Office {
  mutating func eraseDue() throws -> Reply {
    let snapshot = try currentSnapshot()
    try snapshot.needs(snapshot.kinds.people + [.intelligence])
    let erasing = Erasing(snapshot)
    let due = erasing.due
    let ending = Set(due.filter(\.isPastKeeping).map(\.code))
    // Where there are no books, such as on a drive that is gone, nobody can tell whom they name.
    if !ending.isEmpty, try directory.disk.status(Volume.folder) == nil {
      throw NotRead(Volume.folder, DiskError.notFound(path: Volume.folder).reason)
    }
    let named =
      ending.isEmpty ? [:] : try Naming(on: directory.disk, of: kinds.books).pages(naming: ending)
    let editings = due.compactMap { due -> Editing? in
      erasing.texts(due, isNamed: named[due.code] != nil).map {
        Editing(
          subject: .register(due.kind), code: due.code, before: $0.before, after: $0.after,
          erases: $0.erases)
      }
    }
    let last = snapshot.today - snapshot.station.daysAccessIsKept
    let lines = try AccessLog(snapshot.station.unit, on: directory.disk).erasing(
      before: last, on: snapshot.today)
    let annexes = erasing.annexes
    let files = annexes.map {
      FileStep.Part.remove(DataDirectory.annex(snapshot.station.unit, of: $0))
    }
    // One step for registers, their history, sealed annexes and the access log.
    let trouble = try carryOutErasing(
      editings + annexes.compactMap { erased($0, snapshot) },
      [lines?.part].compactMap { $0 } + files)
    let count = editings.count + annexes.count + (lines?.count ?? 0)
    return told(.done(.erased(count)), trouble: trouble)
  }

  private mutating func carryOutErasing(
    _ editings: [Editing], _ files: [FileStep.Part]
  ) throws -> Notice? {
    if let done = try carryOut(editings, .erase, also: files) { return done.trouble }
    return files.isEmpty ? nil : try carryOut(files)
  }

  /// The record of something reported says when its annex went.
  private func erased(_ lead: String, _ snapshot: Snapshot) -> Editing? {
    guard let before = snapshot.table(.intelligence).texts(lead) else { return nil }
    var after = before
    after[Lead.hasAnnex.column.name] = nil
    after[Lead.annexDigest.column.name] = nil
    after[Lead.annexErased.column.name] = snapshot.today.text
    return Editing(subject: .register(.intelligence), code: lead, before: before, after: after)
  }
}

extension Done {
  fileprivate static func erased(_ count: Int) -> Done {
    Done(
      count == 0
        ? Phrase("没有到期要清除的。", "沒有到期要清除的。", "Nothing is due to be erased.")
        : Phrase("已清除 \(count) 条到期资料。", "已清除 \(count) 條到期資料。", "\(count) records erased."),
      printed: Phrase("清除 \(count) 项。", "清除 \(count) 項。", "Erased: \(count)."))
  }
}
