import Books
import Patrol
import Records

/// Days that the console shows.
extension Office {
  mutating func carryOut(_ command: DayCommand) throws -> Reply {
    switch command {
    // At the start it is said if the clock may be wrong.
    case .open(nil): try open(nil).with(doubt: clockDoubt())
    case .open(let day): try open(day)
    case .refresh(let day, let typing): try refresh(day, typing)
    case .leaf(let leaf): try self.leaf(leaf)
    }
  }

  /// The first day is opened while the registers are read.
  private mutating func open(_ day: Day?) throws -> Reply {
    if snapshot == nil {
      let (disk, now, books) = (directory.disk, clock.now, kinds)
      try settleIfCutOff()
      let (_, index) = try readSnapshot {
        YearIndexes.index((day ?? now.moment.day).year, books, on: disk)
      }
      self.books.keep(index)
      if !recordedMarks.isEmpty {
        // A mark that can't be taken away is not shown, and taken away before the next step.
        try? directory.disk.locked(DataDirectory.lock) { try removeRecordedMarks() }
      }
    }
    let reply = try view(.done(Done()), day ?? currentSnapshot().today)
    shownBooks = books.changes
    return reply
  }

  private mutating func leaf(_ leaf: Leaf) throws -> Reply {
    guard let found = try books.leaf(leaf) else { return Reply(.unchanged) }
    // A page that shows has its day already.
    if case .this = leaf { return Reply(.done(Done(answer: found))) }
    return try view(.done(Done(answer: found)), found.day)
  }

  private mutating func refresh(_ day: Day, _ typing: Set<String>) throws -> Reply {
    let drafts = drafts.changed(but: typing)
    let isNew = loading.stamps() != stamps
    if isNew { snapshot = nil }
    let wroteBooks = try books.freshen()
    if wroteBooks { endRecorded() }
    books.store(beyond: YearIndexes.fewVolumes)
    let turned = snapshot.map { $0.today != $0.station.patrolDay(now) } ?? true
    let isFound = lookedThrough?.isShown == false
    // A command that was refused may have read the registers or the books again.
    let isUnseen = snapshot.map { $0.reading != shown } ?? true || books.changes != shownBooks
    guard isNew || isUnseen || turned || isFound else {
      return Reply(.unchanged).with(drafts: drafts)
    }
    lookedThrough?.isShown = true
    shownBooks = books.changes
    return try view(.done(Done()), day).with(drafts: drafts)
  }
}
