import Books
import Patrol
import Records
import Wording

/// `access/<keeper>.rec`: who looked at whose personal data, when and why (P13).
///
/// A line is on the disk before anything shows. What is past its keeping time is taken out, and a
/// comment says how much and when.
struct AccessLog {
  private let disk: any Disk
  private let log: RecordLog

  init(_ keeper: String, on disk: any Disk) {
    self.disk = disk
    log = RecordLog(DataDirectory.access(keeper), head: Self.head, on: disk)
  }

  /// - Throws: `FieldError` for a line that could not be read again, such as one without a reason.
  func append(_ access: Access) throws {
    _ = try Access.schema.parse(Access.schema.texts(access))
    try disk.makeDirectory(DataDirectory.accesses)
    try log.append([Access.schema.print(access)])
  }

  private static let head = "# 个人信息查看记录：谁、何时、看了谁的、为什么。\n%rec: Access\n\n"

  /// Every line; what can't be read is thrown, since what is not known can't be erased.
  func read() throws -> [Access] {
    try log.readWhole().map { try Loading.parse(Access.schema, $0, log.path) }
  }

  /// The lines that can be read, and what could not be.
  func readTolerantly() -> (lines: [Access], unread: [NotRead]) {
    do throws(NotRead) {
      let contents = try log.read()
      var lines: [Access] = []
      var errors = contents.unread
      for record in contents.records {
        do throws(FieldError) { lines.append(try Access.schema.parse(record)) } catch {
          errors.append(record.error(error, log.path))
        }
      }
      return (lines, [NotRead(log.path, errors)].compactMap { $0 })
    } catch { return ([], [error]) }
  }

  /// What takes out what is older than `day`, and how many lines that are; nil where none is.
  func erasing(before day: Day, on today: Day) throws -> (count: Int, part: FileStep.Part)? {
    let all = try read()
    let kept = all.filter { $0.at.moment.day >= day }
    let gone = all.count - kept.count
    guard gone > 0 else { return nil }
    let note = "# \(today.text) 保存期满，清除 \(gone) 条\n\n"
    return (gone, .replace(log.path, log.bytes(kept.map(Access.schema.print), note: note)))
  }
}

extension Office {
  mutating func reveal(_ looking: Looking) throws -> Reply {
    try note(looking)
    let said = Phrase("已记入查看记录。", "已記入查看記錄。", "Noted in the access log.")
    return Reply(.done(Done(said, answer: looking)))
  }

  /// Writes down who looks at what.
  ///
  /// - Parameter person: who, where that is somebody else than whose shift it is.
  mutating func note(_ looking: Looking, count: Int? = nil, by person: Named? = nil) throws {
    let snapshot = try currentSnapshot()
    if looking.why.allSatisfy(\.isWhitespace), let column = Access.schema.column("Why") {
      throw column.error("")
    }
    try AccessLog(snapshot.station.unit, on: directory.disk).append(
      Access(
        at: clock.now, by: person ?? keeper(snapshot), register: looking.kind.name,
        extent: looking.extent.rawValue,
        why: Unseen.shown(
          looking.why.replacing("\n", with: " ").trimmingBlanks(), lines: false),
        codes: looking.codes,
        count: count ?? looking.codes.count))
  }

  /// Every line about some people, of all stations, and what could not be read; every line there is
  /// without any codes.
  func accesses(to codes: Set<String>?) throws -> (lines: [Access], unread: [NotRead]) {
    let names = try directory.disk.names(in: DataDirectory.accesses).filter { $0.hasSuffix(".rec") }
      .sorted()
    let logs = names.map { name in
      AccessLog(String(name.dropLast(4)), on: directory.disk).readTolerantly()
    }
    return (
      logs.flatMap(\.lines).filter { codes?.isDisjoint(with: $0.codes) != true },
      logs.flatMap(\.unread)
    )
  }
}
