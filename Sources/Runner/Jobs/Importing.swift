import Books
import Glibc
import Patrol
import Records
import Wording

/// A table read into a plan, and a plan carried out: long work beside the keys.
struct Importing {
  let snapshot: Snapshot
  let now: Moment
  let disk: any Disk

  /// - Parameters:
  ///   - path: a file anywhere the user may read.
  ///   - map: which column goes where; found by the headings without it.
  func plan(
    _ asked: TableImport, isWanted: () -> Bool, progress: (Int, Int) -> Void
  ) throws -> ImportPlan? {
    let bytes = try GivenFile(TypedPath.whole(asked.path)).read()
    let rows = try CSVReader.rows(try TextDecoding.text(bytes.array(0..<bytes.count)))
    let known = try remembered(asked.kind)
    // Cells beyond the last heading are cells of a column all the same.
    let width = rows.map(\.cells.count).max() ?? 0
    let maps = rows.prefix(Self.titles + 1).map { row in
      let blank = [String](repeating: "", count: width - row.cells.count)
      return HeadingMap(
        row.cells.map { $0.trimmingBlanks() } + blank, asked.kind, in: snapshot, remembered: known)
    }
    guard let at = headingRow(maps, asked.map) else {
      throw TableError.noKnownHeading(rows[0].cells.map { $0.trimmingBlanks() })
    }
    var planning = ImportPlanning(
      asked.kind, asked.map ?? maps[at], below: Array(rows[..<at]), scope: asked.scope,
      in: snapshot, at: now
    )
    return planning.plan(Array(rows[(at + 1)...]), isWanted: isWanted) {
      progress($0, rows.count - 1)
    }
  }

  /// How many lines of titles may stand above the headings.
  private static let titles = 9

  /// The line with most of the usual headings; with a given map, the line that has its headings.
  private func headingRow(_ maps: [HeadingMap], _ given: HeadingMap?) -> Int? {
    if let given {
      let wanted = given.headings
      return maps.firstIndex { Array($0.headings.prefix(wanted.count)) == wanted } ?? 0
    }
    let counts = maps.map { map in map.fields.count { $0 != nil } }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most)
  }

  private var mappings: Register {
    Register(DataDirectory.mappings(snapshot.station.unit), on: disk)
  }

  private func remembered(_ kind: RegisterKind) throws -> [String: String] {
    var fields: [String: String] = [:]
    for record in try mappings.read().get()?.records ?? []
    where record["Register"] == kind.name {
      fields[HeadingMap.folded(record["Heading"] ?? "")] = record["Field"] ?? ""
    }
    return fields
  }

  /// What keeps the headings that mean something else here than they usually do; nil where none do.
  func remembering(_ map: HeadingMap, _ kind: RegisterKind) throws -> FileStep.Part? {
    let usual = HeadingMap(map.headings, kind, in: snapshot)
    let known = try remembered(kind)
    let records = try mappings.read().get()?.records ?? []
    var edits: [String: Register.Edit] = [:]
    for (index, heading) in map.headings.enumerated() where !heading.isEmpty {
      let field = map.fields[index]
      let meant = usual.fields[index] ?? usual.undecided[index]
      // What was left out because another column has its field is no decision about the next table.
      if field == nil, let meant, map.fields.contains(meant) { continue }
      let before = known[HeadingMap.folded(heading)] ?? meant ?? ""
      guard before != field ?? "" else { continue }
      let mapping = Mapping(kind, heading, field)
      let old = records.first { $0["Code"] == mapping.code }
      let seen = try old.map { Mapping.schema.texts(try Mapping.schema.parse($0)) }
      edits[mapping.code] = Register.Edit(
        mapping.code, seen: seen, fields: Mapping.schema.print(mapping))
    }
    guard !edits.isEmpty else { return nil }
    let bytes = try mappings.edited(
      edits.values.sorted { $0.key < $1.key }, key: "Code",
      descriptor: Mapping.schema.descriptor(key: "Code"),
      known: Set(Mapping.schema.columns.map(\.name)))
    return .replace(mappings.path, bytes)
  }
}

extension CommandRunner {
  func read(_ asked: TableImport, _ site: JobSite) throws -> ImportPlan? {
    try importing().plan(asked, isWanted: site.isWanted, progress: site.say)
  }

  private func importing() throws -> Importing {
    try office.withLock {
      Importing(snapshot: try $0.currentSnapshot(), now: $0.now, disk: $0.directory.disk)
    }
  }

  /// Prepared without the lock, so that no key waits for it, and written in one go.
  func carryOut(_ plan: ImportPlan, _ site: JobSite) throws -> Imported? {
    if let refusal = plan.refusal { throw refusal }
    let (importing, keeper) = try office.withLock { office in
      let snapshot = try office.currentSnapshot()
      return (
        Importing(snapshot: snapshot, now: office.now, disk: office.directory.disk),
        office.shift(snapshot)
      )
    }
    let editor = Editor(importing.snapshot, at: importing.now)
    var editings: [Office.Editing] = []
    let records = plan.step.records
    for (index, record) in records.enumerated() {
      if index % 256 == 0 {
        guard site.isWanted() else { return nil }
        site.say(index, of: records.count)
      }
      editings.append(try editor.editing(record))
    }
    let done = editings
    let carried = try office.withLock { office in
      try office.keeping { office -> Office.StepDone? in
        // Whoever has come since has not seen the table.
        guard office.shift(try office.currentSnapshot()) == keeper else {
          throw ShiftRefusal.closed
        }
        // What the headings mean is kept in the same step.
        let headings = try importing.remembering(plan.map, plan.kind)
        let also = [headings].compactMap { $0 }
        if let carried = try office.carryOut(done, .bulkImport, also: also) { return carried }
        if !also.isEmpty { try office.carryOut(also) }
        return nil
      }
    }
    return Imported(carried?.summary, trouble: carried?.trouble)
  }
}
