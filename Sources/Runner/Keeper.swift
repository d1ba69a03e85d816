import Books
import Patrol
import Records
import Signing
import Wording

/// What the runner knows between two commands, and how each is carried out.
struct Keeper {
  let directory: DataDirectory
  let codes: CodeBook
  let kinds: Kinds
  let clock: any Clock
  let keys: KeyRing
  var books: BookKeeping
  var library: Library?
  /// What the rules find in the registers; that of the reading before, until it is looked for anew.
  private var registerFindings: [Finding] = []
  /// The reading they were found in, and whether they were shown.
  private var lookedThrough: (reading: Int, isShown: Bool)?
  /// Days on which somebody said that the clock is right.
  private var trusted: [Day] = []
  private var stamps: [String: Loading.FileState] = [:]
  /// The reading of the registers that the console was shown last.
  private var shown: Int?
  var drafts: DraftKeeping
  /// Whether nobody else writes now.
  private var isWriting = false
  /// Marks of patrols that are in their books, still to be taken away.
  var recordedMarks: Set<Underway> = []

  init(
    _ directory: DataDirectory, codes: CodeBook, kinds: Kinds, clock: any Clock, keys: KeyRing
  ) {
    (self.directory, self.codes, self.clock) = (directory, codes, clock)
    (self.kinds, self.keys) = (kinds, keys)
    books = BookKeeping(directory.disk, kinds)
    drafts = DraftKeeping(directory.disk)
  }

  var loading: Loading { Loading(directory, codes: codes, kinds: kinds) }
  var now: Moment { clock.now.moment }

  mutating func perform(_ command: Command) -> Report {
    do {
      if case .open(nil) = command { return try carryOut(command).with(doubt: clockDoubt()) }
      guard command.isWriting else { return try carryOut(command) }
      return try writing { try $0.carryOut(command) }
    } catch {
      return Report(
        .failed(Loading.notice(error), field: (error as? any Refusal)?.field),
        doubt: error as? ClockDoubt)
    }
  }

  /// Why nothing is to be written under this clock; nil while it lies near what was written last.
  ///
  /// Where books or journal can't be read, there is nothing to hold it against: what can't be read is
  /// said by others.
  private mutating func clockDoubt() -> ClockDoubt? {
    guard !clock.isStated, let library = try? currentLibrary() else { return nil }
    let today = library.today
    let page = try? books.newestDay(today)
    let days = trusted + (page.map { [$0] } ?? [])
    if days.contains(where: { ClockDoubt.isNear(today, $0) }) { return nil }
    let change = try? ChangeJournal(library.station.unit, kinds, on: directory.disk).lastDay()
    return ClockDoubt(today, newest: days + (change.map { [$0] } ?? []))
  }

  /// Does something that writes while nobody else does, on what stands in the files then.
  ///
  /// - Parameter isDated: the clock's time is written down, so that a clock that may be wrong is
  ///   refused.
  mutating func writing<R>(isDated: Bool = true, _ body: (inout Keeper) throws -> R) throws -> R {
    try directory.check()
    let lock = try directory.disk.openLocked(DataDirectory.lock)
    isWriting = true
    defer {
      isWriting = false
      lock.close()
    }
    try settle()
    if loading.stamps() != stamps { library = nil }
    _ = try books.freshen()
    if isDated, let doubt = clockDoubt() { throw doubt }
    for folder in ["", Drafts.folder, YearIndex.folder] {
      directory.disk.removeHalfWritten(in: folder)
    }
    try removeRecordedMarks()
    return try body(&self)
  }

  /// Finishes or cancels steps that a crash has cut off; everything that writes must be locked.
  private func settle() throws {
    try steps(of: try loading.station().unit).settle()
    try FileStep(in: KeyRing.folder, on: directory.disk).settle()
  }

  /// The same before anything is read, where a step was cut off; nobody who only reads waits for it
  /// otherwise.
  private func settleIfCutOff() throws {
    let keeper = try loading.station().unit
    let isCutOff =
      try steps(of: keeper).isUnderWay
      || FileStep(in: KeyRing.folder, on: directory.disk).isUnderWay
    guard isCutOff else { return }
    try directory.disk.locked(DataDirectory.lock) { try settle() }
  }

  private mutating func carryOut(_ command: Command) throws -> Report {
    switch command {
    case .open(let day): try open(day)
    case .refresh(let day, let typing): try refresh(day, typing)
    case .recall(let team): Report(.recalled(try recall(team)))
    case .write(let page): try write(page)
    case .correct(let id, let changes, let reason): try correct(id, changes, reason)
    case .void(let id, let reason): try void(id, reason)
    case .recallInspections(let inspecting, let inspected):
      Report(.recalled(try recallInspections(inspecting, inspected)))
    case .attest(let act, let signer, let secret): try attest(act, by: signer, secret)
    case .newKey(let person, let source, let replaces):
      try newKey(of: person, source, replaces: replaces)
    case .changeSecret(let person, let old, let new):
      try changeSecret(of: person, from: old, to: new)
    case .revokeKey(let person): try revokeKey(of: person)
    case .setOut(let patrol): try setOut(patrol)
    case .put(let record): try put(record)
    case .change(let step): try change(step)
    case .undo: try takeBack(.undo)
    case .redo: try takeBack(.redo)
    case .history(let subject, let code): try history(subject, code)
    case .reveal(let looking): try reveal(looking)
    case .merge(let kind, let code, let other):
      try change(RegisterStep(merging: code, into: other, kind, in: try currentLibrary()))
    case .eraseDue: try eraseDue()
    case .sheet(let kind, let code, let why): try sheet(kind, code, why)
    case .export(let rows, let why): try export(rows, why)
    case .store(let text, let name): Report(.exported(try store(text, as: name)))
    case .complete(let path): Report(.completed(PathCompletion.paths(path)))
    case .plan(let teams, let from, let to): try plan(teams, from, to)
    case .calendar(let duties): try calendar(duties)
    case .setStation(let texts): try setStation(texts)
    case .trustClock: trustClock()
    case .saveDraft(let name, let draft): try saveDraft(name, draft)
    case .discardDraft(let name): try discardDraft(name)
    }
  }

  private mutating func trustClock() -> Report {
    trusted.append(now.day)
    return Report(.done)
  }

  mutating func currentLibrary() throws -> Library {
    if let library, library.today == library.station.patrolDay(now) { return library }
    if !isWriting { try settleIfCutOff() }
    return try readLibrary {}.0
  }

  /// Reads the registers; anew where a step was carried out meanwhile, so that none is half shown.
  private mutating func readLibrary<Other: Sendable>(
    meanwhile other: @escaping @Sendable () -> Other
  ) throws -> (Library, Other) {
    // No step comes between while it is we who write.
    if isWriting { return take(try readOnce(meanwhile: other)) }
    for _ in 0..<3 {
      let reading = try readOnce(meanwhile: other)
      if loading.stamps() == stamps { return take(reading) }
    }
    return try directory.disk.locked(DataDirectory.lock) {
      take(try readOnce(meanwhile: other))
    }
  }

  private typealias Reading<Other> = (Library, AllowedSigners?, Other)

  /// Looks at what the files are before it reads them: what is written meanwhile shows afterwards.
  private mutating func readOnce<Other: Sendable>(
    meanwhile other: @escaping @Sendable () -> Other
  ) throws -> Reading<Other> {
    stamps = loading.stamps()
    return try loading.library(now: clock.now, meanwhile: other)
  }

  private mutating func take<Other>(_ reading: Reading<Other>) -> (Library, Other) {
    let (library, signers, other) = reading
    self.library = library
    books.check = SignatureCheck(signers)
    endRecorded()
    return (self.library ?? library, other)
  }

  /// Registers or keys were changed: they are read again when they are next asked for.
  mutating func forgetLibrary() { library = nil }

  /// The first day is opened while the registers are read.
  private mutating func open(_ day: Day?) throws -> Report {
    if library == nil {
      let (disk, now, books) = (directory.disk, clock.now, kinds)
      try settleIfCutOff()
      let (_, index) = try readLibrary {
        YearIndexes.index((day ?? now.moment.day).year, books, on: disk)
      }
      self.books.take(index)
      if !recordedMarks.isEmpty {
        // A mark that can't be taken away is not shown, and taken away before the next step.
        try? directory.disk.locked(DataDirectory.lock) { try removeRecordedMarks() }
      }
    }
    return try view(.opened, day ?? currentLibrary().today)
  }

  /// What the console shows of a day, after `outcome`.
  mutating func view(_ outcome: Outcome, _ day: Day) throws -> Report {
    let library = try currentLibrary()
    let ledger = try books.ledger(day)
    let survey = try books.survey(library, ledger, now: now)
    shown = library.reading
    return Report(
      outcome, library: library, ledger: ledger, findings: findings(survey, library, ledger),
      waiting: survey.inspections.waiting, isLookedThrough: lookedThrough != nil)
  }

  /// What is shown after something was written: it stands, whatever fails from here on.
  mutating func told(_ outcome: Outcome, _ day: Day? = nil, trouble: Notice? = nil) -> Report {
    do {
      return try view(outcome, try day ?? currentLibrary().today).with(trouble: trouble)
    } catch {
      return Report(outcome, trouble: trouble ?? .notShown(Loading.notice(error)))
    }
  }

  /// Pages with what was written about them; whose signatures hold is only known with the keys.
  mutating func pages(of kind: PageKind, from: Day, to: Day) throws -> [LedgerPage] {
    _ = try currentLibrary()
    return try books.pages(of: kind, from: from, to: to)
  }

  mutating func table(
    of kind: PageKind, from: Day, to: Day, owners: Set<String>?
  ) throws -> [UInt8] {
    _ = try currentLibrary()
    return try books.table(of: kind, from: from, to: to, owners: owners)
  }

  mutating func page(_ id: PageID) throws -> LedgerPage {
    _ = try currentLibrary()
    return try books.page(id)
  }

  mutating func survey(_ day: Day) throws -> Survey {
    books.lookIntoEveryYear()
    let library = try currentLibrary()
    return try books.survey(library, try books.ledger(day), now: now)
  }

  /// What was not read of registers and keys, and of the books that may have pages from a day on.
  mutating func unread(from: Day?) throws -> [Notice] {
    let library = try currentLibrary()
    // This year's index may know of a volume whose folder is gone.
    _ = try books.index(library.today.year)
    let books = try books.unread(from: (from ?? library.today).year)
    return library.unreadOfRegisters.map(\.notice) + books
  }

  /// Everything the rules find about a day, the registers looked through as well.
  mutating func findings(_ day: Day) throws -> [Finding] {
    let library = try currentLibrary()
    if lookedThrough?.reading != library.reading { take(Rules.registers(library), of: library) }
    books.lookIntoEveryYear()
    let ledger = try books.ledger(day)
    let survey = try books.survey(library, ledger, now: now)
    return findings(survey, library, ledger)
  }

  /// What was not read stands above all that is found in what was.
  private func findings(
    _ survey: Survey, _ library: Library, _ ledger: DayLedger
  ) -> [Finding] {
    library.unread(beside: ledger).map { Finding($0) }
      + Rules.findings(survey, registers: registerFindings)
  }

  /// Takes over what was found in the registers while keys went on; nothing of an older reading.
  mutating func take(_ found: [Finding], of library: Library) {
    guard self.library?.reading == library.reading else { return }
    registerFindings = found
    lookedThrough = (library.reading, false)
  }

  private mutating func refresh(_ day: Day, _ typing: Set<String>) throws -> Report {
    let drafts = drafts.changed(but: typing)
    let isNew = loading.stamps() != stamps
    if isNew { library = nil }
    let wroteBooks = try books.freshen()
    if wroteBooks { endRecorded() }
    books.store(beyond: YearIndexes.fewVolumes)
    let turned = library.map { $0.today != $0.station.patrolDay(now) } ?? true
    let isFound = lookedThrough?.isShown == false
    // A command that was refused may have read the registers again.
    let isUnseen = library.map { $0.reading != shown } ?? true
    guard isNew || isUnseen || wroteBooks || turned || isFound else {
      return Report(.unchanged).with(drafts: drafts)
    }
    lookedThrough?.isShown = true
    return try view(.opened, day).with(drafts: drafts)
  }

  private mutating func recall(_ team: String) throws -> Recollection {
    books.lookIntoEveryYear()
    let pages = try books.newest(
      BookID(team, .patrol), year: try currentLibrary().station.patrolDay(now).year)
    let open = try books.openInspections(try currentLibrary()).items.filter {
      $0.page.book == BookID(team, .patrol)
    }
    return Recollection(
      texts: pages.last { !$0.isVoid }?.texts(PatrolEntry.schema.columns) ?? [:],
      handovers: open.map { .init($0.page.number, $0.text) })
  }

  /// Checks a page against what stands, and writes it into its book; a team that was out is back.
  private mutating func write(_ page: NewPage) throws -> Report {
    let library = try currentLibrary()
    let body = try page.kind.body(page.texts)
    guard let named = page.owner, let day = page.day else { throw EntryRefusal.unknownTeam("") }
    let book = BookID(named.code, page.kind.book)
    try check(page, of: book, day)
    try UnknownCode.check(page.texts, page.kind.columns, library.codes)
    let reference = try append(
      .init(kind: page.kind.name, body: body), to: book, library.side(named.code) ?? named,
      by: page.writer)
    let (note, trouble) = endOuting(named, page)
    return told(.recorded(reference), day, trouble: trouble).with(note: note)
  }

  /// The rules that a new page keeps.
  private mutating func check(_ page: NewPage, of book: BookID, _ day: Day) throws {
    let ledger = try books.ledger(day)
    try page.kind.check(
      page.texts,
      PageContext(
        try currentLibrary(), now: now, others: ledger.pages(of: book),
        isClosed: ledger.close(of: book) != nil))
  }

  /// The mark of a team that was out goes once its page is there.
  private mutating func endOuting(
    _ team: Named, _ page: NewPage
  ) -> (note: Phrase?, trouble: Notice?) {
    guard let back = page.kind.layout.back.flatMap({ page.texts[$0] }).flatMap({ Moment($0) }),
      let patrol = library?.underway(of: team.code), patrol.isOver(back)
    else { return (nil, nil) }
    do {
      try end(patrol)
      return (.isBack(patrol), nil)
    } catch { return (nil, .stillOut(team, Loading.notice(error))) }
  }

  /// Appends one page to the volume of the patrol day that is running.
  ///
  /// - Parameters:
  ///   - owner: as the volume's title names whose book it is; else as the registers do.
  ///   - isSigned: a signer records in person; else the officer on duty does.
  mutating func append(
    _ page: Volume.NewPage, to book: BookID, _ owner: Named? = nil, by writer: Named?,
    isSigned: Bool = false
  ) throws -> PageReference {
    let library = try currentLibrary()
    let station = Named(library.station.unit, library.station.name)
    let recorder = (isSigned ? writer : nil) ?? library.station.onDuty ?? writer ?? station
    let year = library.station.patrolDay(now).year
    let owner = owner ?? library.side(book.owner) ?? Named(book.owner, book.owner)
    let title = book.title(owner, year, isStation: library.isStation(book.owner), kinds)
    return try books.append(
      page, to: book, year: year, title: title, recorded: Recorded(clock.now, by: recorder))
  }
}

extension Keeper {
  private mutating func saveDraft(_ name: String, _ draft: Draft) throws -> Report {
    try drafts.save(draft, as: name)
    return Report(.done)
  }

  private mutating func discardDraft(_ name: String) throws -> Report {
    try drafts.discard(name)
    return Report(.done)
  }
}

/// `station.rec` as it is written.
package enum StationFile {
  package static func bytes(_ station: Station) -> [UInt8] {
    let text =
      Change.Subject.settings.descriptor
      + RecWriter.record(Station.schema.print(station))
    return Array(text.utf8)
  }
}
