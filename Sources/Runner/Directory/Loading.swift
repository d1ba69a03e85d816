import Books
import Patrol
import Records
import Signing
import Wording

/// Files → values.
///
/// A file that can't be read is named and left out; the others are still used.
package struct Loading: Sendable {
  let directory: DataDirectory
  let codes: CodeBook
  let kinds: Kinds

  package init(_ directory: DataDirectory, codes: CodeBook, kinds: Kinds = .ours) {
    (self.directory, self.codes, self.kinds) = (directory, codes, kinds)
  }

  /// Reads station, registers and keys, and does `other` at the same time.
  func snapshot<Other: Sendable>(
    now: Stamp, meanwhile other: @escaping @Sendable () -> Other
  ) throws -> (Snapshot, Other) {
    try directory.check()
    let (station, unreadDesk) = try settings()
    let today = station.patrolDay(now.moment)
    let keepers = keepers
    // What may take longest is begun first.
    let (members, teams, units, other, rest) = together(
      { memberTable(on: today, keepers.names) }, { values(Team.self, .teams, keepers.names) },
      { values(Unit.self, .units, keepers.names) }, other, { self.rest(keepers.names) })
    // Nothing turns a directory into another: what would be written under another id would count nowhere.
    let own = rest.keys.books.directory(of: BookID(station.unit, KeysPage.book))
    let unlike = own.flatMap { $0 == station.directory ? nil : NotRead.otherDirectory }
    let tables = [members.cut.table, teams.table, units.table] + rest.tables
    let snapshot = Snapshot(
      station: station, codes: codes, kinds: kinds, units: units.records, teams: teams.records,
      officers: rest.officers.records, roster: rest.roster.records, routes: rest.routes.records,
      exceptions: rest.exceptions.records, underway: rest.out.records,
      keysBooks: rest.keys.books, unreadKeys: unlike ?? rest.keys.unread.first,
      cosigned: KeptNotes.own(on: directory.disk).lastCosigned,
      hasSigned: hasSigned(),
      agentKeys: rest.agents,
      members: members.byTeam,
      tables: Dictionary(tables.map { ($0.kind, $0) }, uniquingKeysWith: { $1 }), today: today,
      unread: (unlike.map { [$0] } ?? []) + unreadDesk + keepers.unread + units.unread
        + teams.unread + members.cut.unread
        + rest.unread)
    return (snapshot, other)
  }

  /// A register that is made into values when it is read: few records, asked for on every key.
  private struct Values<Value: Sendable>: Sendable {
    let table: RegisterTable
    var records: [Value] = []
    var unread: [NotRead]
  }

  private func values<R: Registered>(
    _ type: R.Type, _ kind: RegisterKind, _ keepers: [String]
  ) -> Values<R> {
    let cut = cut(kind, keepers)
    var values = Values<R>(table: cut.table, unread: cut.unread)
    for (index, record) in cut.table.records.enumerated() {
      let path = DataDirectory.register(cut.table.keeper(of: index), kind)
      do { values.records.append(try R.schema.parse(record)) } catch {
        values.unread.append(NotRead(path, record.error(error, path)))
      }
    }
    return values
  }

  /// A register only cut into records; one is read when it is looked at.
  private func cut(
    _ kind: RegisterKind, _ keepers: [String]
  ) -> (table: RegisterTable, unread: [NotRead]) {
    let parts = keepers.map { keeper in
      (keeper, contents(DataDirectory.register(keeper, kind)))
    }
    return (
      RegisterTable(kind, parts: parts.map { ($0, $1.records) }, codes: codes),
      parts.compactMap { $1.unread }
    )
  }

  /// What can be read of a register, and what can't.
  private func contents(_ path: String) -> (records: [RecRecord], unread: NotRead?) {
    switch Register(path, on: directory.disk).read() {
    case .there(let contents): (contents.records, NotRead(path, contents.unread))
    case .absent: ([], nil)
    case .notRead(let why): ([], why)
    }
  }

  private func memberTable(on today: Day, _ keepers: [String]) -> (
    byTeam: MemberTable, cut: (table: RegisterTable, unread: [NotRead])
  ) {
    let cut = cut(.members, keepers)
    return (MemberTable(cut.table.records, on: today), cut)
  }

  /// The registers that are small, and those that are only cut.
  private struct Rest: Sendable {
    let officers: Values<Officer>
    let roster: Values<RosterLine>
    let routes: Values<Route>
    let exceptions: Values<RosterException>
    let out: (records: [Underway], unread: [NotRead])
    let keys: (books: KeysBooks, unread: [NotRead])
    let agents: Set<String>
    let tables: [RegisterTable]
    let unread: [NotRead]
  }

  private func rest(_ keepers: [String]) -> Rest {
    let officers = values(Officer.self, .officers, keepers)
    let roster = values(RosterLine.self, .roster, keepers)
    let routes = values(Route.self, .routes, keepers)
    let exceptions = values(RosterException.self, .exceptions, keepers)
    let out = underway(keepers)
    let valued = RegisterKind.valued
    let others = kinds.registers.filter { $0 != .members && !valued.contains($0) }.map {
      cut($0, keepers)
    }
    var unread = officers.unread + roster.unread + routes.unread + exceptions.unread
    unread += out.unread + others.flatMap(\.unread)
    // Nobody can be taken for somebody without a key because a book of keys was not read.
    let keys = KeysReading(on: directory.disk).books()
    unread += keys.unread
    return Rest(
      officers: officers, roster: roster, routes: routes, exceptions: exceptions,
      out: out, keys: keys, agents: KeyFile.agents(on: directory.disk),
      tables: [officers.table, roster.table, routes.table, exceptions.table]
        + others.map(\.table),
      unread: unread)
  }

  private func underway(_ keepers: [String]) -> (records: [Underway], unread: [NotRead]) {
    var records: [Underway] = []
    var unread: [NotRead] = []
    for path in keepers.map(DataDirectory.underway) {
      let contents = contents(path)
      if let why = contents.unread { unread.append(why) }
      for record in contents.records {
        do { records.append(try Underway.schema.parse(record)) } catch {
          unread.append(NotRead(path, record.error(error, path)))
        }
      }
    }
    return (records, unread)
  }

  /// Folders of the base registers, one a keeping township or station, and why there are none where
  /// they can't be listed.
  package var keepers: (names: [String], unread: [NotRead]) {
    do throws(DiskError) {
      return (try directory.disk.names(in: "register").filter(FieldText.isKey).sorted(), [])
    } catch { return ([], [NotRead("register", error.reason)]) }
  }

  /// What a file is by now, as far as can be told.
  enum FileState: Hashable {
    case absent
    case there(FileStatus)
    case unknown(DiskError)
  }

  /// What each register file is by now; a change of any means reading again.
  func stamps() -> [String: FileState] {
    var stamps: [String: FileState] = [:]
    var books: [String] = []
    do throws(DiskError) {
      books = try KeysReading(on: directory.disk).paths()
    } catch { stamps[Volume.folder] = .unknown(error) }
    for path in [Station.file, KeptNotes.ownFolder] + books + keepers.names.flatMap(files) {
      do throws(DiskError) {
        stamps[path] = try directory.disk.status(path).map(FileState.there) ?? .absent
      } catch { stamps[path] = .unknown(error) }
    }
    return stamps
  }

  private func files(of keeper: String) -> [String] {
    kinds.registers.map { DataDirectory.register(keeper, $0) }
      + [
        DataDirectory.underway(keeper), SettingsGroup.policy.file(of: keeper),
        SettingsGroup.desk.file(of: keeper),
      ]
  }

  static func records<R>(_ schema: Schema<R>, _ path: String, _ disk: any Disk) throws -> [R] {
    try RecReader(try disk.read(path), source: path).read().records.map {
      try parse(schema, $0, path)
    }
  }

  static func parse<R>(_ schema: Schema<R>, _ record: RecRecord, _ file: String) throws -> R {
    do { return try schema.parse(record) } catch { throw record.error(error, file) }
  }

  /// What a person is told about any error.
  package static func notice(_ error: any Error) -> Notice {
    switch error {
    case let error as any UserFacingError: error.notice
    default:
      Notice(
        Phrase("出现意外错误：\(error)。", "出現意外錯誤：\(error)。", "Something unexpected happened: \(error)."),
        safe: Phrase("已存的各页完好。", "已存的各頁完好。", "Saved pages are whole."),
        next: Phrase(
          "请重试，或运行 xunfang doctor。", "請重試，或執行 xunfang doctor。", "Try again, or run xunfang doctor.")
      )
    }
  }
}

extension NotRead {
  /// Somebody changed the directory's id, which its book of keys has as well.
  static let otherDirectory = NotRead(
    Station.file,
    Phrase(
      "目录编号与人员密钥簿的不同", "目錄編號與人員密鑰簿的不同",
      "its directory id is not the one of the book of keys"))
}
