import Books
import Glibc
import Patrol
import Records
import Wording

/// A table read into a plan, and a plan carried out: long work beside the keys.
struct Importing {
  let library: Library
  let disk: any Disk

  /// - Parameters:
  ///   - path: a file anywhere the user may read.
  ///   - map: which column goes where; found by the headings without it.
  func plan(
    _ asked: TableImport, isWanted: () -> Bool, progress: (Int, Int) -> Void
  ) throws -> ImportPlan? {
    let path = Self.expanded(asked.path)
    let bytes = try PosixDisk(root: "/").read(String(path.dropFirst()))
    let rows = try CSVReader.rows(try TextDecoding.text(bytes.array(0..<bytes.count)))
    let headings = rows[0].cells.map { $0.trimmingBlanks() }
    let known = try remembered(asked.kind)
    let map = asked.map ?? HeadingMap(headings, asked.kind, in: library, remembered: known)
    guard !map.isEmpty || asked.map != nil else { throw TableError.noKnownHeading(headings) }
    var planning = ImportPlanning(asked.kind, map, scope: asked.scope, in: library)
    return planning.plan(Array(rows.dropFirst()), isWanted: isWanted) {
      progress($0, rows.count - 1)
    }
  }

  /// `~/x.csv` and `x.csv` as whole paths.
  private static func expanded(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("~/"), let home = getenv("HOME") {
      return String(cString: home) + path.dropFirst()
    }
    var buffer = [CChar](repeating: 0, count: 4096)
    guard let folder = getcwd(&buffer, buffer.count) else { return "/" + path }
    return String(cString: folder) + "/" + path
  }

  private var mappings: Register {
    Register(DataDirectory.mappings(library.station.unit), on: disk)
  }

  private func remembered(_ kind: RegisterRecord.Kind) throws -> [String: String] {
    var fields: [String: String] = [:]
    for record in try mappings.read().get()?.records ?? []
    where record["Register"] == kind.rawValue {
      fields[HeadingMap.folded(record["Heading"] ?? "")] = record["Field"] ?? ""
    }
    return fields
  }

  /// Remembers what headings mean that are not understood by themselves.
  func remember(_ map: HeadingMap, _ kind: RegisterRecord.Kind) throws {
    let usual = HeadingMap(map.headings, kind, in: library)
    let known = try remembered(kind)
    for (index, heading) in map.headings.enumerated() where !heading.isEmpty {
      let field = map.fields[index]
      let before = known[HeadingMap.folded(heading)] ?? usual.fields[index] ?? ""
      guard before != field ?? "" else { continue }
      let mapping = Mapping(kind, heading, field)
      let old = try mappings.read().get()?.records.first { $0["Code"] == mapping.code }
      let seen = try old.map { Mapping.schema.texts(try Mapping.schema.parse($0)) }
      try mappings.put(mapping, Mapping.schema, key: "Code", seen: seen)
    }
  }
}
