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
  let office: Mutex<Office>
  private let queue = DispatchQueue(label: "xunfang.runner")
  /// How many commands were submitted.
  private let asked = Atomic(0)
  let lanes = Lanes()

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
    office = Mutex(Office(directory, codes: codes, kinds: kinds, clock: clock, keys: keys))
  }

  /// Where the data directory is.
  package var place: String { office.withLock { $0.directory.disk.root } }

  /// Whether nobody has written anything here since the directory was made.
  package var isUntouched: Bool {
    office.withLock { (try? $0.directory.disk.status(DataDirectory.lock)) == .some(nil) }
  }

  /// Carries one command out and waits for it.
  package func perform(_ command: Command) -> Reply { office.withLock { $0.perform(command) } }

  /// Carries commands out in the order given, each through `reply` on another thread.
  package func submit(_ command: Command, reply: @escaping @Sendable (Reply) -> Void) {
    let number = asked.wrappingAdd(1, ordering: .relaxed).newValue
    queue.async {
      let done = self.perform(command)
      reply(done)
      if let day = done.ledger?.day { self.readAhead(beside: day, after: number) }
    }
  }

  /// Reads the days beside one that shows, once its frame was drawn and as long as nobody asks for
  /// anything.
  private func readAhead(beside day: Day, after number: Int) {
    queue.asyncAfter(deadline: .now() + Self.frame) {
      let isIdle = { self.asked.load(ordering: .relaxed) == number }
      guard isIdle() else { return }
      for other in self.office.withLock({ $0.books.lacking(beside: day) }) where isIdle() {
        self.office.withLock { $0.readAhead(other) }
      }
    }
  }

  /// In which a frame is drawn.
  private static let frame = DispatchTimeInterval.milliseconds(20)

  /// Writes what was learned of the books into `.cache/`, once the console has time.
  package func settle() {
    queue.async { self.office.withLock { $0.books.store(beyond: YearIndexes.fewVolumes) } }
  }

  /// The same, waited for: before a command ends.
  package func settleNow() { office.withLock { $0.books.store() } }

  /// A second since 1970 as the clock here shows it.
  package func moment(_ second: Int) -> String {
    office.withLock { Stamp(instant: second, offset: $0.clock.now.offset).moment.text }
  }

  package var snapshot: Snapshot { get throws { try office.withLock { try $0.currentSnapshot() } } }

  /// What was not read of registers, keys and of the books that may have pages from a day on; from today
  /// on without any.
  package func unread(from: Day? = nil) throws -> [Notice] {
    try office.withLock { try $0.unread(from: from) }
  }

  /// What was not read of anything there is, whether or not it is needed now.
  package func unreadAnywhere() throws -> [Notice] {
    try unread(from: Day(number: .min))
      + office.withLock {
        $0.unreadFiles().map(\.notice) + $0.annexFaults(try $0.currentSnapshot())
      }
  }

  /// Pages of one kind of book in a span of days.
  package func pages(of kind: PageKind, from: Day, to: Day) throws -> [LedgerPage] {
    try office.withLock { try $0.pages(of: kind, from: from, to: to) }
  }

  /// The same as rows of a table (CSV), see `PageRow`, without its heading.
  ///
  /// - Parameter owners: whose books; everybody's without it.
  package func table(
    of kind: PageKind, from: Day, to: Day, owners: Set<String>?
  ) throws -> [UInt8] {
    try office.withLock { try $0.table(of: kind, from: from, to: to, owners: owners) }
  }

  /// The pages of a day, with nothing of what the rules find.
  package func ledger(_ day: Day) throws -> DayLedger {
    try office.withLock { try $0.ledger(day) }
  }

  package func page(_ id: PageID) throws -> LedgerPage {
    try office.withLock { try $0.page(id) }
  }

  /// Everything reported, pages of any year that tell it included.
  package func leads() throws -> (Snapshot, [LeadItem]) {
    try office.withLock { try $0.leads() }
  }

  package func findings(_ day: Day) throws -> [Finding] {
    try office.withLock { try $0.findings(day) }
  }

  /// A register as CSV; `why` when personal data is to be whole.
  package func table(_ rows: RegisterRows, why: String?) throws -> String {
    try office.withLock { office in
      guard why != nil else {
        return try office.writing(isDated: false) { try $0.tableText(rows, why) }
      }
      return try office.keeping { try $0.tableText(rows, why) }
    }
  }

  /// What is held on one person.
  package func sheet(_ kind: RegisterKind, _ code: String, why: String) throws -> String {
    try office.withLock { try $0.keeping { try $0.sheetText(kind, code, why) } }
  }

  /// Who looked at a record's personal data; at anybody's without a code.
  package func accesses(to code: String?) throws -> (lines: [Access], unread: [Notice]) {
    let found = try office.withLock { try $0.accesses(to: code.map { [$0] }) }
    return (found.lines, found.unread.map(\.notice))
  }

  /// Shifts as iCalendar.
  package func calendar(_ duties: Duties) throws -> String {
    try office.withLock { try $0.calendarText(duties, try $0.currentSnapshot()) }
  }

  /// What a shift leaves to the next, by the kind of page that hands it over.
  package func handing(_ kind: PageKind) throws -> Handing {
    try office.withLock { try $0.books.handing(kind, try $0.currentSnapshot()) }
  }

  /// Inspections that wait for a signature or a review.
  package func waiting() throws -> [Waiting] {
    try office.withLock { try $0.survey(try $0.currentSnapshot().today).inspections.waiting }
  }

  /// Every draft that waits, by name.
  package func drafts() -> [String: Draft] { office.withLock { $0.drafts.all() } }
}
