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

  package init(_ directory: DataDirectory, codes: CodeBook) {
    (self.directory, self.codes) = (directory, codes)
  }

  package func station() throws -> Station {
    let disk = directory.disk
    let contents = try RecReader(try disk.read(Station.file), source: Station.file).read()
    guard let record = contents.records.first else { throw DirectoryError.notOurs(disk.root) }
    if let format = record["Format"].flatMap(Int.init), format > VolumeHeader.format {
      throw RecError.newerFormat(file: Station.file, version: format, known: VolumeHeader.format)
    }
    return try Self.parse(Station.schema, record, Station.file)
  }

  /// Reads station, registers and keys, and does `other` at the same time.
  func library<Other: Sendable>(
    now: Stamp, meanwhile other: @escaping @Sendable () -> Other
  ) throws -> (Library, AllowedSigners, Other) {
    try directory.check()
    let station = try station()
    let today = station.patrolDay(now.moment)
    let (teams, units, other, members, rest) = together(
      { values(Team.self, .teams) }, { values(Unit.self, .units) }, other,
      { memberTable(on: today) }, { self.rest() })
    let tables = [members.cut.table, teams.table, units.table] + rest.tables
    let library = Library(
      station: station, codes: codes, units: units.records, teams: teams.records,
      officers: rest.officers.records, roster: rest.roster.records, routes: rest.routes.records,
      exceptions: rest.exceptions.records, underway: rest.out.records,
      deputies: rest.deputies.records, keys: KeyRing.holders(rest.signers, now: now),
      members: members.byTeam,
      tables: Dictionary(tables.map { ($0.kind, $0) }, uniquingKeysWith: { $1 }), today: today,
      troubles: units.troubles + teams.troubles + members.cut.troubles + rest.troubles)
    return (library, rest.signers, other)
  }

  /// A register that is made into values when it is read: few records, asked for on every key.
  private struct Values<Value: Sendable>: Sendable {
    let table: RegisterTable
    var records: [Value] = []
    var troubles: [Notice]
  }

  private func values<R: Registered>(
    _ type: R.Type, _ kind: RegisterRecord.Kind
  ) -> Values<R> {
    let cut = cut(kind)
    var values = Values<R>(table: cut.table, troubles: cut.troubles)
    for (index, record) in cut.table.records.enumerated() {
      let path = DataDirectory.register(cut.table.keeper(of: index), kind)
      do { values.records.append(try Self.parse(R.schema, record, path)) } catch {
        values.troubles.append(Self.notice(error))
      }
    }
    return values
  }

  /// A register only cut into records; whoever looks at one reads it.
  private func cut(_ kind: RegisterRecord.Kind) -> (table: RegisterTable, troubles: [Notice]) {
    var parts: [(keeper: String, records: [RecRecord])] = []
    var troubles: [Notice] = []
    for keeper in keepers {
      let register = Register(DataDirectory.register(keeper, kind), on: directory.disk)
      do { parts.append((keeper, try register.read().records)) } catch {
        troubles.append(Self.notice(error))
      }
    }
    return (RegisterTable(kind, parts: parts), troubles)
  }

  private func memberTable(on today: Day) -> (
    byTeam: MemberTable, cut: (table: RegisterTable, troubles: [Notice])
  ) {
    let cut = cut(.members)
    return (MemberTable(cut.table.records, on: today), cut)
  }

  /// The registers that are small, and those that are only cut.
  private struct Rest: Sendable {
    let officers: Values<Officer>
    let roster: Values<RosterLine>
    let routes: Values<Route>
    let exceptions: Values<RosterException>
    let deputies: Values<Deputy>
    let out: Part<Underway>
    let signers: AllowedSigners
    let tables: [RegisterTable]
    let troubles: [Notice]
  }

  private func rest() -> Rest {
    let (officers, roster) = (values(Officer.self, .officers), values(RosterLine.self, .roster))
    let routes = values(Route.self, .routes)
    let exceptions = values(RosterException.self, .exceptions)
    let deputies = values(Deputy.self, .deputies)
    let out = part(Underway.self)
    let whole: Set<RegisterRecord.Kind> = [
      .members, .teams, .units, .officers, .roster, .routes, .exceptions, .deputies,
    ]
    let others = RegisterRecord.Kind.allCases.filter { !whole.contains($0) }.map(cut)
    return Rest(
      officers: officers, roster: roster, routes: routes, exceptions: exceptions,
      deputies: deputies, out: out, signers: KeyRing.signers(on: directory.disk),
      tables: [
        officers.table, roster.table, routes.table, exceptions.table, deputies.table,
      ] + others.map(\.table),
      troubles: officers.troubles + roster.troubles + routes.troubles + exceptions.troubles
        + deputies.troubles + out.troubles + others.flatMap(\.troubles))
  }

  /// What was read of one kind of file in all keepers' folders, and what could not be.
  private struct Part<Value: Sendable>: Sendable {
    var records: [Value] = []
    var troubles: [Notice] = []
  }

  private func part<R: Registered>(_ type: R.Type) -> Part<R> {
    part { keeper in
      let path = "register/\(keeper)/\(R.file).rec"
      return try Register(path, on: directory.disk).read().records.map {
        try Self.parse(R.schema, $0, path)
      }
    }
  }

  private func part<Value>(_ read: (String) throws -> [Value]) -> Part<Value> {
    var part = Part<Value>()
    for keeper in keepers {
      do { part.records += try read(keeper) } catch { part.troubles.append(Self.notice(error)) }
    }
    return part
  }

  /// Folders of the base registers, one a keeping township or station.
  package var keepers: [String] {
    ((try? directory.disk.names(in: "register")) ?? []).filter(FieldText.isKey).sorted()
  }

  /// What each register file is by now; a change of any means reading again.
  func stamps() -> [String: FileStatus] {
    var stamps: [String: FileStatus] = [:]
    for path in [Station.file, KeyRing.signersPath] + keepers.flatMap(files) {
      stamps[path] = directory.disk.status(path)
    }
    return stamps
  }

  private func files(of keeper: String) -> [String] {
    RegisterRecord.Kind.allCases.map { DataDirectory.register(keeper, $0) }
      + [DataDirectory.underway(keeper)]
  }

  static func records<R>(_ schema: Schema<R>, _ path: String, _ disk: any Disk) throws -> [R] {
    try RecReader(try disk.read(path), source: path).read().records.map {
      try parse(schema, $0, path)
    }
  }

  static func parse<R>(_ schema: Schema<R>, _ record: RecRecord, _ file: String) throws -> R {
    do { return try schema.parse(record) } catch {
      var hint = 0
      let line = record.field(Array(error.field.utf8), hint: &hint)?.line ?? record.line
      throw RecError.badField(file: file, line: line, error)
    }
  }

  /// What a person is told of any error.
  package static func notice(_ error: any Error) -> Notice {
    switch error {
    case let error as any UserFacingError: error.notice
    case let error as FieldError:
      Notice(
        error.message, safe: Phrase("草稿已保留。", "草稿已保留。", "Your draft is kept."),
        next: Phrase(verbatim: ""))
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
