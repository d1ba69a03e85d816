import Books
import Patrol
import Records
import Signing
import Wording

/// What the runner knows between two commands, and how each is carried out.
struct Office {
  let directory: DataDirectory
  let codes: CodeBook
  let kinds: Kinds
  let clock: any Clock
  let keys: KeyRing
  var books: BookKeeping
  var snapshot: Snapshot?
  /// What the rules find in the registers; of the reading before, until this one is looked through.
  private var registerFindings: [Finding] = []
  /// The reading they were found in, and whether they were shown.
  var lookedThrough: (reading: Int, isShown: Bool)?
  /// Days on which somebody said that the clock is right.
  var trusted: [Day] = []
  var stamps: [String: Loading.FileState] = [:]
  /// The reading of the registers that the console was shown last.
  var shown: Int?
  /// The state of the books that it was shown last of the day that it works on.
  var shownBooks = 0
  var drafts: DraftKeeping
  /// Who has opened the shift here; nil until somebody opens or locks it.
  var opened: Shift?
  /// Whether nobody else writes now.
  private var isWriting = false
  /// Marks of patrols that are in their books, still to be taken away.
  var recordedMarks: Set<Underway> = []

  /// What was done last with a mark of going out, while `C-z` means it.
  var lastMark: LastMark?

  enum LastMark {
    case made(Underway)
    case takenBack(Underway)
  }

  init(
    _ directory: DataDirectory, codes: CodeBook, kinds: Kinds, clock: any Clock, keys: KeyRing
  ) {
    (self.directory, self.codes, self.clock) = (directory, codes, clock)
    (self.kinds, self.keys) = (kinds, keys)
    books = BookKeeping(directory.disk, kinds, clock)
    drafts = DraftKeeping(directory.disk)
  }

  var loading: Loading { Loading(directory, codes: codes, kinds: kinds) }
  var now: Moment { clock.now.moment }

  mutating func perform(_ command: Command) -> Reply {
    var isNeeded = false
    let reply: Reply
    do {
      reply =
        switch command.needs {
        case .nothing: try carryOut(command)
        case .lock: try writing { try $0.carryOut(command) }
        case .keeper: try keeping { try $0.carryOut(command) }
        }
    } catch {
      isNeeded = error as? ShiftRefusal == .closed
      reply = Reply(
        .failed(Loading.notice(error), field: (error as? any Refusal)?.field),
        doubt: error as? ClockDoubt)
    }
    guard let snapshot else { return reply }
    return reply.with(shift: shift(snapshot), isNeeded: isNeeded)
  }

  /// Why nothing is to be written under this clock; nil while it lies near what was written last.
  ///
  /// Where books or journal can't be read, there is nothing to hold it against: what can't be read is
  /// said by others.
  mutating func clockDoubt() -> ClockDoubt? {
    guard !clock.isStated, let snapshot = try? currentSnapshot() else { return nil }
    let today = snapshot.today
    let page = try? books.newestDay()
    let days = trusted + (page.map { [$0] } ?? [])
    if days.contains(where: { ClockDoubt.isNear(today, $0) }) { return nil }
    let change = try? ChangeJournal(snapshot.station.unit, kinds, on: directory.disk).lastDay()
    return ClockDoubt(today, newest: days + (change.map { [$0] } ?? []))
  }

  /// Does something that writes while nobody else does, on what stands in the files then.
  ///
  /// - Parameter isDated: the clock's time is written down, so that a clock that may be wrong is
  ///   refused.
  mutating func writing<R>(isDated: Bool = true, _ body: (inout Office) throws -> R) throws -> R {
    try directory.check()
    let lock = try directory.disk.openLocked(DataDirectory.lock)
    isWriting = true
    defer {
      isWriting = false
      lock.close()
    }
    try settle()
    if loading.stamps() != stamps { snapshot = nil }
    if let unlike = try currentSnapshot().unreadKeys, unlike == .otherDirectory { throw unlike }
    try refuseMadeUpTime()
    _ = try books.freshen()
    if isDated, let doubt = clockDoubt() { throw doubt }
    for folder in ["", Drafts.folder, YearIndex.folder] {
      directory.disk.removeHalfWritten(in: folder)
    }
    try DirectoryMaking.unmark(directory.disk)
    try removeRecordedMarks()
    try settleKeys()
    return try body(&self)
  }

  /// Nothing is written under a stated time, not a draft either, but in a directory that is made up.
  mutating func refuseMadeUpTime() throws {
    if clock.isMadeUp, try !currentSnapshot().station.isDemo { throw MadeUpTime() }
  }

  /// Finishes or cancels steps that a crash has cut off; everything that writes must be locked.
  private func settle() throws {
    try steps(of: try loading.identity().unit).settle()
    try FileStep(in: KeyRing.folder, on: directory.disk).settle()
  }

  /// The same before anything is read, where a step was cut off; nobody who only reads waits for it
  /// otherwise.
  func settleIfCutOff() throws {
    let keeper = try loading.identity().unit
    let isCutOff =
      try steps(of: keeper).isUnderWay
      || FileStep(in: KeyRing.folder, on: directory.disk).isUnderWay
    guard isCutOff else { return }
    try directory.disk.locked(DataDirectory.lock) { try settle() }
  }

  /// One file a subject carries its commands out.
  private mutating func carryOut(_ command: Command) throws -> Reply {
    switch command {
    case .day(let command): try carryOut(command)
    case .pages(let command): try carryOut(command)
    case .signing(let command): try carryOut(command)
    case .registers(let command): try carryOut(command)
    case .roster(let command): try carryOut(command)
    case .settings(let command): try carryOut(command)
    case .files(let command): try carryOut(command)
    case .drafts(let command): try carryOut(command)
    case .shift(let command): try carryOut(command)
    case .annex(let command): try carryOut(command)
    case .messages(let command): try carryOut(command)
    }
  }

  mutating func currentSnapshot() throws -> Snapshot {
    if let snapshot, snapshot.today == snapshot.station.patrolDay(now) { return snapshot }
    if !isWriting { try settleIfCutOff() }
    return try readSnapshot {}.0
  }

  /// Reads the registers; again where a step was carried out meanwhile, so that none is half shown.
  mutating func readSnapshot<Other: Sendable>(
    meanwhile other: @escaping @Sendable () -> Other
  ) throws -> (Snapshot, Other) {
    // No step comes between while it is we who write.
    if isWriting { return adopt(try readOnce(meanwhile: other)) }
    for _ in 0..<3 {
      let reading = try readOnce(meanwhile: other)
      if loading.stamps() == stamps { return adopt(reading) }
    }
    return try directory.disk.locked(DataDirectory.lock) {
      adopt(try readOnce(meanwhile: other))
    }
  }

  private typealias Reading<Other> = (Snapshot, Other)

  /// Looks at what the files are before it reads them: what is written meanwhile shows afterwards.
  private mutating func readOnce<Other: Sendable>(
    meanwhile other: @escaping @Sendable () -> Other
  ) throws -> Reading<Other> {
    stamps = loading.stamps()
    return try loading.snapshot(now: clock.now, meanwhile: other)
  }

  private mutating func adopt<Other>(_ reading: Reading<Other>) -> (Snapshot, Other) {
    let (snapshot, other) = reading
    self.snapshot = snapshot
    books.keys = snapshot.keysBooks
    endRecorded()
    return (self.snapshot ?? snapshot, other)
  }

  /// Registers or keys were changed: they are read again when they are next asked for.
  mutating func forgetSnapshot() { snapshot = nil }

  /// What the console shows of a day, after `outcome`.
  mutating func view(_ outcome: Outcome, _ day: Day) throws -> Reply {
    let snapshot = try currentSnapshot()
    let ledger = try books.ledger(day)
    // What is to be done is told as of now, whatever day shows.
    let looked = try books.lookedToday(snapshot, showing: ledger, now: now)
    shown = snapshot.reading
    return Reply(
      outcome, snapshot: snapshot, ledger: ledger,
      findings: findings(looked.found, snapshot, ledger),
      waiting: looked.survey.inspections.waiting, told: looked.survey.told,
      isLookedThrough: lookedThrough != nil)
  }

  /// Reads and looks at a day that somebody may turn to; whoever does is told where it can't be read.
  mutating func readAhead(_ day: Day) {
    guard let snapshot, snapshot.today == snapshot.station.patrolDay(now) else { return }
    try? books.readAhead(day, snapshot, now: now)
  }

  /// What is shown after something was written: that stands, even if something fails from here on.
  mutating func told(_ outcome: Outcome, _ day: Day? = nil, trouble: Notice? = nil) -> Reply {
    do {
      return try view(outcome, try day ?? currentSnapshot().today).with(trouble: trouble)
    } catch {
      return Reply(outcome, trouble: trouble ?? .notShown(Loading.notice(error)))
    }
  }

  /// Pages with what was written about them; whose signatures hold is only known with the keys.
  mutating func pages(
    of kind: PageKind, _ book: BookID? = nil, from: Day, to: Day
  ) throws -> [LedgerPage] {
    _ = try currentSnapshot()
    return try books.pages(of: kind, book, from: from, to: to)
  }

  mutating func table(
    of kind: PageKind, from: Day, to: Day, owners: Set<String>?
  ) throws -> [UInt8] {
    _ = try currentSnapshot()
    return try books.table(of: kind, from: from, to: to, owners: owners)
  }

  mutating func ledger(_ day: Day) throws -> DayLedger {
    _ = try currentSnapshot()
    return try books.ledger(day)
  }

  mutating func page(_ id: PageID) throws -> LedgerPage {
    _ = try currentSnapshot()
    return try books.page(id)
  }

  mutating func survey(_ day: Day) throws -> Survey {
    books.lookIntoEveryYear()
    let snapshot = try currentSnapshot()
    return try books.survey(snapshot, try books.ledger(day), now: now)
  }

  /// Everything reported: the day's rules are not looked at for it.
  mutating func leads() throws -> (Snapshot, [LeadItem]) {
    books.lookIntoEveryYear()
    let snapshot = try currentSnapshot()
    return (snapshot, snapshot.leads(try books.toldPages(try books.years(), snapshot)))
  }

  /// What was not read of registers and keys, and of the books that may have pages from a day on.
  mutating func unread(from: Day?) throws -> [Notice] {
    let snapshot = try currentSnapshot()
    // This year's index may know of a volume whose folder is gone.
    _ = try books.index(snapshot.today.year)
    let books = try books.unread(from: (from ?? snapshot.today).year)
    return snapshot.unreadOfRegisters.map(\.notice) + books
  }

  /// Everything the rules find about a day, the registers looked through as well.
  mutating func findings(_ day: Day) throws -> [Finding] {
    let snapshot = try currentSnapshot()
    if lookedThrough?.reading != snapshot.reading { keep(Rules.registers(snapshot), of: snapshot) }
    books.lookIntoEveryYear()
    let ledger = try books.ledger(day)
    let survey = try books.survey(snapshot, ledger, now: now)
    return findings(FoundOfDay(survey), snapshot, ledger)
  }

  /// What was not read stands above all that is found in what was.
  private func findings(
    _ found: FoundOfDay, _ snapshot: Snapshot, _ ledger: DayLedger
  ) -> [Finding] {
    found.with(
      registers: registerFindings, unread: snapshot.unread(beside: ledger).map { Finding($0) },
      deferrals: snapshot.deferrals)
  }

  /// Takes over what was found in the registers while keys went on; nothing of an older reading.
  mutating func keep(_ found: [Finding], of snapshot: Snapshot) {
    guard self.snapshot?.reading == snapshot.reading else { return }
    registerFindings = found
    lookedThrough = (snapshot.reading, false)
  }

  /// Appends one page to the volume of the year that it is about.
  ///
  /// - Parameters:
  ///   - owner: as the volume's title names whose book it is; else as the registers do.
  ///   - isSigned: a signer records in person; else the officer on duty does.
  /// - Returns: where it stands, and that nobody can tell whether it counts, where its volume breaks off
  ///   before it: what happens tonight is written down all the same, and only a signature is refused.
  mutating func append(
    _ page: Volume.NewPage, to book: BookID, _ owner: Named? = nil, by writer: Named?,
    isSigned: Bool = false
  ) throws -> (page: PageReference, trouble: Notice?) {
    let snapshot = try currentSnapshot()
    let station = Named(snapshot.station.unit, snapshot.station.name)
    // Where the desk's file was not read, nobody knows whether an officer is on duty.
    let other = snapshot.unread(.desk) == nil ? writer : nil
    let recorder =
      (isSigned ? writer : nil) ?? (opened == nil ? nil : keeper(snapshot)) ?? snapshot.station
      .onDuty ?? other ?? station
    // A page of keys stands in the year in which it is written: a deputy is named for another day.
    let year =
      book.kind == KeysPage.book
      ? now.day.year : Page.year(of: page.body) ?? snapshot.station.patrolDay(now).year
    let owner = owner ?? snapshot.side(book.owner) ?? Named(book.owner, book.owner)
    let cover = snapshot.station.cover(
      book.title(owner, year, isStation: snapshot.isStation(book.owner), kinds))
    let recorded = Recorded(clock.now, by: recorder)
    try checkNotes(book, year, recorded)
    let verdict = try books.foresee(page, of: book, year: year, cover, recorded)
    if case .doesNot(let rule) = verdict { throw SigningRefusal.wouldNotCount(rule) }
    let path = Volume(book, year: year, on: directory.disk).path
    // What a new station has still to do is read with the registers.
    defer {
      if isSigned, book.kind != KeysPage.book, !snapshot.hasSigned {
        registerFindings.removeAll { $0.rule == .firstSteps }
        forgetSnapshot()
      }
    }
    let isUnchecked = verdict == .unchecked
    if isUnchecked, isSigned { throw SigningRefusal.behindBreak(path) }
    let written = try books.append(page, to: book, year: year, cover: cover, recorded: recorded)
    return (written, isUnchecked ? .behindBreak(path) : nil)
  }
}
