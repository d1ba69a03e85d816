import Patrol

extension CommandRunner {
  /// Looks for findings in the registers and for what is open in the books of every year.
  func lookThroughRegisters() throws -> LookedThrough {
    let library = try keeper.withLock { try $0.currentLibrary() }
    let found = Rules.registers(library)
    // Whoever types a filter next finds it made.
    for kind in library.kinds.registers { _ = library.table(kind).filter }
    let (years, disk) = try keeper.withLock { keeper in
      let isDone = keeper.books.looksIntoEveryYear
      return (isDone ? [] : try keeper.books.lackingSigned(), keeper.directory.disk)
    }
    let inspections = YearIndexes.signed(years, library.kinds, on: disk)
    let marked = YearIndexes.marked(years, library.kinds, on: disk)
    keeper.withLock {
      $0.books.lookIntoEveryYear(inspections, marked: marked)
      $0.take(found, of: library)
    }
    return LookedThrough()
  }
}
