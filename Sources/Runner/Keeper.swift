import Books
import Patrol
import Records
import Wording

/// What the runner knows between two commands, and how each is carried out.
struct Keeper {
  let directory: DataDirectory
  let codes: CodeBook
  let clock: any Clock
  var books: BookKeeping
  private var library: Library?
  private var stamps: [String: FileStatus] = [:]

  init(_ directory: DataDirectory, codes: CodeBook, clock: any Clock) {
    (self.directory, self.codes, self.clock) = (directory, codes, clock)
    books = BookKeeping(directory.disk)
  }

  private var loading: Loading { Loading(directory, codes: codes) }
  private var now: Moment { clock.now.moment }

  mutating func perform(_ command: Command) -> Report {
    do { return try carryOut(command) } catch {
      return Report(.failed(Loading.notice(error), field: (error as? EntryRefusal)?.field))
    }
  }

  private mutating func carryOut(_ command: Command) throws -> Report {
    switch command {
    case .open(let day): try open(day)
    case .refresh(let day): try refresh(day)
    case .recall(let team): Report(.recalled(try recall(team)))
    case .record(let entry): try record(entry)
    case .correct(let id, let changes, let reason): try correct(id, changes, reason)
    case .void(let id, let reason): try void(id, reason)
    case .setOut(let patrol): try setOut(patrol)
    case .put(let record): try put(record)
    case .setStation(let texts): try setStation(texts)
    case .saveDraft(let name, let draft): try saveDraft(name, draft)
    case .discardDraft(let name): try discardDraft(name)
    }
  }

  mutating func currentLibrary() throws -> Library {
    if let library, library.today == library.station.patrolDay(now) { return library }
    stamps = loading.stamps()
    let (library, _) = try loading.library(now: now) {}
    self.library = library
    return library
  }

  /// The first day is opened while the registers are read.
  private mutating func open(_ day: Day?) throws -> Report {
    if library == nil {
      let (disk, now) = (directory.disk, now)
      stamps = loading.stamps()
      let (library, index) = try loading.library(now: now) {
        BookKeeping.index((day ?? now.day).year, on: disk)
      }
      self.library = library
      books.take(index)
    }
    return try view(.opened, day ?? currentLibrary().today)
  }

  /// What the console shows of a day, after `outcome`.
  private mutating func view(_ outcome: Outcome, _ day: Day) throws -> Report {
    Report(
      outcome, library: try currentLibrary(), ledger: try books.ledger(day),
      findings: try findings(day))
  }

  mutating func findings(_ day: Day) throws -> [Finding] {
    let library = try currentLibrary()
    return Rules.findings(try books.survey(library, day, now: now))
  }

  private mutating func refresh(_ day: Day) throws -> Report {
    let isNew = loading.stamps() != stamps
    if isNew { library = nil }
    let wroteBooks = try books.freshen()
    books.store(beyond: BookKeeping.fewVolumes)
    let turned = library.map { $0.today != $0.station.patrolDay(now) } ?? true
    guard isNew || wroteBooks || turned else { return Report(.unchanged) }
    return try view(.opened, day)
  }

  private mutating func recall(_ team: String) throws -> Recollection {
    let pages = try books.newest(
      BookID(team, .patrol), year: try currentLibrary().station.patrolDay(now).year)
    let standing = pages.filter { !$0.isVoid }
    let settled = Set(
      standing.flatMap { $0.text("Settles").split(separator: " ").compactMap { Int($0) } })
    let open = standing.filter {
      !$0.text("Handover").isEmpty && !settled.contains($0.page.id.number)
    }
    return Recollection(
      texts: standing.last?.texts(PatrolEntry.schema.columns) ?? [:],
      handovers: open.suffix(3).map { .init($0.page.id.number, $0.text("Handover")) })
  }

  private mutating func record(_ entry: PatrolEntry) throws -> Report {
    let library = try currentLibrary()
    let book = BookID(entry.team.code, .patrol)
    try entry.check(
      in: library, now: now, pages: try books.ledger(entry.date).patrols(of: entry.team.code))
    let body = PatrolEntry.schema.print(entry)
    let page = try append(
      .init(kind: PatrolEntry.kind, body: body), to: book, entry.team, by: entry.leader)
    if library.underway(of: entry.team.code) != nil {
      try underwayRegister(entry.team.code).remove(key: "Team", value: entry.team.text)
      self.library = nil
    }
    return try view(.recorded(page), entry.date)
  }

  /// Appends one page to the volume of the patrol day that is running.
  private mutating func append(
    _ page: Volume.NewPage, to book: BookID, _ team: Named, by writer: Named?
  ) throws -> PageReference {
    let library = try currentLibrary()
    let recorder =
      library.station.onDuty ?? writer ?? Named(library.station.unit, library.station.name)
    let year = library.station.patrolDay(now).year
    let title = book.title(team, year)
    return try books.append(
      page, to: book, year: year, title: title, recorded: Recorded(clock.now, by: recorder))
  }

  private mutating func correct(_ id: PageID, _ changes: [String: String], _ reason: String) throws
    -> Report
  {
    let old = try standing(id)
    guard !reason.isEmpty else { throw Amendment.reasonMissing }
    let columns = PatrolEntry.schema.columns
    var texts = old.texts(columns)
    var real: [String: String] = [:]
    for (name, text) in changes where (texts[name] ?? "") != text {
      guard let column = PatrolEntry.schema.column(name) else { continue }
      if Amendment.fixed.contains(name) {
        throw EntryRefusal.fixedField(column.label[.hans])
      }
      real[name] = text
      texts[name] = text.isEmpty ? nil : text
    }
    guard !real.isEmpty else { throw EntryRefusal.nothingChanged }
    let entry = try PatrolEntry.schema.parse(texts)
    let others = try books.ledger(entry.date).patrols(of: entry.team.code).filter {
      $0.page.id != id
    }
    try entry.check(in: try currentLibrary(), now: now, pages: others)
    return try amend(.correction, old, reason, real)
  }

  private mutating func void(_ id: PageID, _ reason: String) throws -> Report {
    guard !reason.isEmpty else { throw Amendment.reasonMissing }
    return try amend(.void, try standing(id), reason, [:])
  }

  /// The page as it stands, unless it is void already.
  private mutating func standing(_ id: PageID) throws -> LedgerPage {
    let page = try books.page(id)
    guard !page.isVoid else { throw EntryRefusal.alreadyVoid(id.number) }
    guard page.page.kind == PatrolEntry.kind else { throw BookError.noSuchPage(page: id.text) }
    return page
  }

  private mutating func amend(
    _ kind: Amendment.Kind, _ old: LedgerPage, _ reason: String, _ changes: [String: String]
  ) throws -> Report {
    let day = Day(old.text("Date")) ?? Day(number: 0)
    let amendment = Amendment(
      kind, date: day, target: old.page.reference, reason: reason, changes: changes)
    let team = Named(old.text("Team")) ?? Named(old.page.id.book.owner, old.page.id.book.owner)
    let page = try append(
      .init(kind: kind.rawValue, body: amendment.body(PatrolEntry.schema.columns)),
      to: old.page.id.book, team, by: Named(old.text("Leader")))
    return try view(.amended(page, kind), day)
  }
}

extension Amendment {
  static let reasonMissing = FieldError(
    field: "Reason", label: Phrase("更正原因", "更正原因", "Reason"), found: "",
    expected: Phrase("原因，如 笔误", "原因，如 筆誤", "a reason, e.g. slip of the pen"))
}

extension Keeper {
  private mutating func underwayRegister(_ team: String) throws -> Register {
    Register(DataDirectory.underway(try currentLibrary().station.unit), on: directory.disk)
  }

  private mutating func setOut(_ patrol: Underway) throws -> Report {
    let library = try currentLibrary()
    guard library.team(patrol.team.code) != nil else {
      throw EntryRefusal.unknownTeam(patrol.team.code)
    }
    guard patrol.due > patrol.from else {
      throw EntryRefusal.endBeforeStart(from: patrol.from, to: patrol.due)
    }
    if let out = library.underway(of: patrol.code) {
      throw EntryRefusal.alreadyOut(team: out.team.name, from: out.from)
    }
    try underwayRegister(patrol.code).put(patrol, Underway.schema, key: "Team", seen: nil)
    self.library = nil
    return try view(.setOut(patrol.team), library.station.patrolDay(now))
  }

  private mutating func put(_ record: RegisterRecord) throws -> Report {
    let library = try currentLibrary()
    var texts = record.texts
    if texts["Pinyin"] == nil, let name = texts["Name"], record.kind != .roster {
      texts["Pinyin"] = Pinyin.reading(of: name)
    }
    let code = texts["Code"] ?? ""
    var path = DataDirectory.register(library.station.unit, record.kind)
    var old: RecRecord?
    for keeper in loading.keepers where old == nil {
      let file = DataDirectory.register(keeper, record.kind)
      old = try Register(file, on: directory.disk).read().records.first { $0["Code"] == code }
      if old != nil { path = file }
    }
    if record.seen == nil, old != nil { throw EntryRefusal.codeTaken(code) }
    if let seen = record.seen,
      !(old.map { old in seen.allSatisfy { old[$0.key] == $0.value } } ?? false)
    {
      throw BookError.registerChanged(file: path)
    }
    try write(record.kind, texts, Register(path, on: directory.disk), seen: old?.text)
    self.library = nil
    return try view(.put(record.kind, code: code), library.station.patrolDay(now))
  }

  private mutating func write(
    _ kind: RegisterRecord.Kind, _ texts: [String: String], _ register: Register, seen: String?
  ) throws {
    func put<R: Registered>(_ schema: Schema<R>) throws {
      try register.put(try schema.parse(texts), schema, key: "Code", seen: seen)
    }
    switch kind {
    case .members:
      try Member.schema.parse(texts).check(in: try currentLibrary())
      try put(Member.schema)
    case .teams: try put(Team.schema)
    case .units: try put(Unit.schema)
    case .officers: try put(Officer.schema)
    case .roster: try put(RosterLine.schema)
    }
  }

  private mutating func setStation(_ changes: [String: String]) throws -> Report {
    var texts = Station.schema.texts(try currentLibrary().station)
    for (name, text) in changes { texts[name] = text.isEmpty ? nil : text }
    let station = try Station.schema.parse(texts)
    let register = Register(Station.file, on: directory.disk)
    let seen = try register.read().records.first?.text
    try register.put(station, Station.schema, key: "Unit", seen: seen)
    library = nil
    return try view(.done, station.patrolDay(now))
  }

  private func saveDraft(_ name: String, _ draft: Draft) throws -> Report {
    try Drafts(on: directory.disk).save(draft, as: name)
    return Report(.done)
  }

  private func discardDraft(_ name: String) throws -> Report {
    try Drafts(on: directory.disk).discard(name)
    return Report(.done)
  }
}

/// `station.rec` as it is written.
package enum StationFile {
  package static func bytes(_ station: Station) -> [UInt8] {
    let text =
      Station.schema.descriptor(key: "Unit") + "\n"
      + RecWriter.record(Station.schema.print(station))
    return Array(text.utf8)
  }
}
