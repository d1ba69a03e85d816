import Books
import Patrol
import Records
import Wording

/// The station's settings, changed as a record of a register is: noted in the journal, and taken back
/// by undo.
extension Keeper {
  mutating func carryOut(_ command: SettingsCommand) throws -> Report {
    switch command {
    case .setStation(let texts): try setStation(texts)
    case .trustClock: trustClock()
    }
  }

  private mutating func trustClock() -> Report {
    trusted.append(now.day)
    return Report(.done(Done()))
  }

  mutating func setStation(_ changes: [String: String]) throws -> Report {
    if let name = changes.keys.sorted().first(where: Station.fixed.contains) {
      throw RegisterRefusal.fixedSetting(name)
    }
    let before = try settings()
    var after = before
    for (name, text) in changes { after[name] = text.isEmpty ? nil : text }
    _ = try Station.schema.parse(after)
    try UnseenInName.check(after, before: before, Station.schema.columns)
    try UnknownCode.check(
      after, before: before, Station.schema.columns, try currentLibrary().codes)
    let editing = Editing(
      subject: .settings, code: before[Change.Subject.settings.key] ?? "", before: before,
      after: after)
    guard let done = try carryOut([editing], .edit) else { return Report(.unchanged) }
    return told(.done(Done(done.summary)), trouble: done.trouble)
  }

  /// The settings as they stand in the file.
  func settings() throws -> [String: String] {
    let register = Register(Station.file, on: directory.disk)
    guard let record = try register.read().get()?.records.first else {
      throw DirectoryError.notOurs(directory.disk.root)
    }
    return Register.texts(record, Set(Station.schema.columns.map(\.name)))
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
