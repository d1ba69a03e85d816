import Books
import Patrol
import Records
import Wording

/// Files → values. A file that can't be read is named and left out; the others are still used.
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

  package func library(now: Moment) throws -> Library {
    try directory.check()
    let station = try station()
    var troubles: [Notice] = []
    func all<R: Registered>(_ type: R.Type) -> [R] {
      keepers.flatMap { keeper -> [R] in
        let path = "register/\(keeper)/\(R.file).rec"
        do {
          return try Register(path, on: directory.disk).read().records.map {
            try Self.parse(R.schema, $0, path)
          }
        } catch {
          troubles.append(Self.notice(error))
          return []
        }
      }
    }
    var members: [RecRecord] = []
    for keeper in keepers {
      let path = DataDirectory.register(keeper, .members)
      do { members += try Register(path, on: directory.disk).read().records } catch {
        troubles.append(Self.notice(error))
      }
    }
    let (units, teams) = (all(Unit.self), all(Team.self))
    let (officers, roster, underway) = (all(Officer.self), all(RosterLine.self), all(Underway.self))
    return Library(
      station: station, codes: codes, units: units, teams: teams, officers: officers,
      roster: roster, underway: underway, members: members, today: station.patrolDay(now),
      troubles: troubles)
  }

  /// Folders of the base registers, one a keeping township or station.
  package var keepers: [String] {
    ((try? directory.disk.names(in: "register")) ?? []).filter(FieldText.isKey).sorted()
  }

  /// What each register file is by now; a change of any means reading again.
  func stamps() -> [String: FileStatus] {
    var stamps: [String: FileStatus] = [:]
    for path in [Station.file] + keepers.flatMap(files) {
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
        next: Phrase("请重试，或运行 xunfang doctor。", "請重試，或執行 xunfang doctor。", "Try again, or run xunfang doctor."))
    }
  }
}
