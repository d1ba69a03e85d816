import Books
import Dispatch
import Patrol
import Records
import Signing
import Synchronization
import Wording

/// Carries commands out, strictly one after another: read → check → write → outcome.
///
/// The only module that changes anything outside memory. What went wrong comes back as a value.
package final class CommandRunner: Sendable {
  private let keeper: Mutex<Keeper>
  private let queue = DispatchQueue(label: "xunfang.runner")
  private let jobs = DispatchQueue(label: "xunfang.jobs")

  /// - Parameters:
  ///   - kinds: which kinds of record there are.
  ///   - clock: what pages and signatures are dated by.
  ///   - gate: what waits after wrong PINs are measured by: the machine's own clock.
  ///   - cost: how hard each try of a new key's PIN is.
  package init(
    _ directory: DataDirectory, codes: CodeBook, kinds: Kinds = .ours, clock: any Clock,
    gate: any Clock = SystemClock(), cost: SealedKey.Cost = .usual
  ) {
    let keys = KeyRing(on: directory.disk, clock: clock, gate: gate, cost: cost)
    keeper = Mutex(Keeper(directory, codes: codes, kinds: kinds, clock: clock, keys: keys))
  }

  /// Carries one command out and waits for it.
  package func perform(_ command: Command) -> Report { keeper.withLock { $0.perform(command) } }

  /// Carries commands out in the order given, each report through `reply` on another thread.
  package func submit(_ command: Command, reply: @escaping @Sendable (Report) -> Void) {
    queue.async { reply(self.perform(command)) }
  }

  /// Work that is never waited for; it ends early once `isWanted` says no.
  package func start(
    _ job: Job, isWanted: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (Progress) -> Void
  ) {
    jobs.async {
      self.carryOut(job, isWanted, progress)
    }
  }

  private func carryOut(_ job: Job, _ isWanted: () -> Bool, _ progress: (Progress) -> Void) {
    do {
      switch job {
      case .search(let text, let from, let to):
        let (library, disk) = try keeper.withLock { (try $0.currentLibrary(), $0.directory.disk) }
        try Searching(text, from: from, to: to, library, disk).run(isWanted, progress)
      case .verify:
        let verified = try verify(isWanted: isWanted) { progress(.running(done: $0, of: $1)) }
        if let verified { progress(.verified(verified)) }
      case .lookThroughRegisters:
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
        progress(.lookedThrough)
      case .readTable(let asked):
        let importing = try importing()
        let plan = try importing.plan(asked, isWanted: isWanted) {
          progress(.running(done: $0, of: $1))
        }
        if let plan { progress(.planned(plan)) }
      case .importTable(let plan):
        let carried = try importTable(plan, isWanted) { progress(.running(done: $0, of: $1)) }
        if let carried {
          progress(.imported(carried?.summary))
          if let trouble = carried?.trouble { progress(.unread([trouble])) }
        }
      }
    } catch {
      progress(.failed(Loading.notice(error)))
    }
  }

  private func importing() throws -> Importing {
    try keeper.withLock { Importing(library: try $0.currentLibrary(), disk: $0.directory.disk) }
  }

  /// Prepared without the lock, so that no key waits for it, and written in one go.
  private func importTable(
    _ plan: ImportPlan, _ isWanted: () -> Bool, _ progress: (Int, Int) -> Void
  ) throws -> Keeper.StepDone?? {
    if let refusal = plan.refusal { throw refusal }
    let importing = try importing()
    let editor = Editor(importing.library)
    var editings: [Keeper.Editing] = []
    let records = plan.step.records
    for (index, record) in records.enumerated() {
      if index % 256 == 0 {
        guard isWanted() else { return .none }
        progress(index, records.count)
      }
      editings.append(try editor.editing(record))
    }
    let done = editings
    let carried = try keeper.withLock { keeper in
      try keeper.writing { keeper -> Keeper.StepDone? in
        // What the headings mean is kept in the same step.
        let headings = try importing.remembering(plan.map, plan.kind)
        let also = [headings].compactMap { $0 }
        if let carried = try keeper.carryOut(done, .bulkImport, also: also) { return carried }
        if !also.isEmpty { try keeper.carryOut(also) }
        return nil
      }
    }
    return .some(carried)
  }

  /// Does a job to its end and returns all it said: for commands and scripts.
  package func finish(_ job: Job) -> [Progress] {
    let said = Mutex<[Progress]>([])
    carryOut(job, { true }) { progress in said.withLock { $0.append(progress) } }
    return said.withLock { $0 }
  }

  /// Writes what was learned of the books into `.cache/`, once the console has time.
  package func settle() {
    queue.async { self.keeper.withLock { $0.books.store(beyond: YearIndexes.fewVolumes) } }
  }

  /// The same, waited for: before a command ends.
  package func settleNow() { keeper.withLock { $0.books.store() } }

  package var library: Library { get throws { try keeper.withLock { try $0.currentLibrary() } } }

  /// Looks at every volume, and names what was not read of the other files as well.
  ///
  /// - Parameter isWanted: asked before every part; nil comes back when nobody waits any more.
  package func verify(
    isWanted: () -> Bool = { true }, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Verified? {
    let verifying = keeper.withLock { Verifying(on: $0.directory.disk, kinds: $0.kinds) }
    let verified = try verifying.run(isWanted: isWanted, progress: progress)
    return verified?.naming(unreadBeside())
  }

  private func unreadBeside() -> [Notice] {
    do {
      return try keeper.withLock { keeper in
        let library = try keeper.currentLibrary()
        return (library.unreadOfRegisters + keeper.unreadFiles()).map(\.notice)
      }
    } catch { return [Loading.notice(error)] }
  }

  /// What was not read of registers, keys and of the books that may have pages from a day on; from today
  /// on without any.
  package func unread(from: Day? = nil) throws -> [Notice] {
    try keeper.withLock { try $0.unread(from: from) }
  }

  /// What was not read of anything there is, whether or not it is needed now.
  package func unreadAnywhere() throws -> [Notice] {
    try unread(from: Day(number: .min)) + keeper.withLock { $0.unreadFiles().map(\.notice) }
  }

  /// Pages of one kind of book in a span of days.
  package func pages(of kind: PageKind, from: Day, to: Day) throws -> [LedgerPage] {
    try keeper.withLock { try $0.pages(of: kind, from: from, to: to) }
  }

  /// The same as rows of a table (CSV), see `PageRow`, without its heading.
  ///
  /// - Parameter owners: whose books; everybody's without it.
  package func table(
    of kind: PageKind, from: Day, to: Day, owners: Set<String>?
  ) throws -> [UInt8] {
    try keeper.withLock { try $0.table(of: kind, from: from, to: to, owners: owners) }
  }

  package func page(_ id: PageID) throws -> LedgerPage {
    try keeper.withLock { try $0.page(id) }
  }

  package func findings(_ day: Day) throws -> [Finding] {
    try keeper.withLock { try $0.findings(day) }
  }

  /// A register as CSV; `why` when personal data is to be whole.
  package func table(_ rows: RegisterRows, why: String?) throws -> String {
    try keeper.withLock { try $0.writing(isDated: why != nil) { try $0.tableText(rows, why) } }
  }

  /// What is held on one person.
  package func sheet(_ kind: RegisterKind, _ code: String, why: String) throws -> String {
    try keeper.withLock { try $0.writing { try $0.sheetText(kind, code, why) } }
  }

  /// Who looked at a record's personal data; at anybody's without a code.
  package func accesses(to code: String?) throws -> (lines: [Access], unread: [Notice]) {
    let found = try keeper.withLock { try $0.accesses(to: code.map { [$0] }) }
    return (found.lines, found.unread.map(\.notice))
  }

  /// Shifts as iCalendar.
  package func calendar(_ duties: Duties) throws -> String {
    try keeper.withLock { try $0.calendarText(duties, try $0.currentLibrary()) }
  }

  /// What a shift leaves to the next, by the kind of page that hands it over.
  package func handing(_ kind: PageKind) throws -> Handing {
    try keeper.withLock { try $0.books.handing(kind, try $0.currentLibrary()) }
  }

  /// Inspections that wait for a signature or a review.
  package func waiting() throws -> [Waiting] {
    try keeper.withLock { try $0.survey(try $0.currentLibrary().today).inspections.waiting }
  }

  /// Every draft that waits, by name.
  package func drafts() -> [String: Draft] { keeper.withLock { $0.drafts.all() } }
}
