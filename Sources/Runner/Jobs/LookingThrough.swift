import Patrol

extension CommandRunner {
  /// Looks for findings in the registers and for what is open in the books of every year.
  func lookThroughRegisters() throws -> LookedThrough {
    let snapshot = try office.withLock { try $0.currentSnapshot() }
    let found = Rules.registers(snapshot)
    // The filter is there before somebody types into it.
    for kind in snapshot.kinds.registers { _ = snapshot.table(kind).filter(in: snapshot) }
    _ = snapshot.incidentFacts
    // A day at a time, so that keys get their turn.
    let days = try office.withLock { try $0.books.twiceDays(before: snapshot.today, snapshot) }
    for day in days {
      try office.withLock { office in
        _ = try office.books.twice(on: day, of: try office.books.years())
      }
    }
    let (years, disk) = try office.withLock { office in
      let isDone = office.books.looksIntoEveryYear
      return (isDone ? [] : try office.books.lackingSigned(), office.directory.disk)
    }
    let inspections = YearIndexes.signed(years, snapshot.kinds, on: disk)
    let marked = YearIndexes.marked(years, snapshot.kinds, on: disk)
    office.withLock {
      $0.books.lookIntoEveryYear(inspections, marked: marked)
      $0.keep(found, of: snapshot)
    }
    return LookedThrough()
  }
}
