import Books
import Patrol
import Records
import Wording

/// The station's settings, changed as a record of a register is: noted in the journal, and taken back
/// by undo.
extension Office {
  mutating func carryOut(_ command: SettingsCommand) throws -> Reply {
    switch command {
    case .setStation(let texts): try setStation(texts)
    case .trustClock: trustClock()
    }
  }

  private mutating func trustClock() -> Reply {
    trusted.append(now.day)
    return Reply(.done(Done()))
  }

  mutating func setStation(_ changes: [String: String]) throws -> Reply {
    if let name = changes.keys.sorted().first(where: Station.Identity.fixed.contains) {
      throw RegisterRefusal.fixedSetting(name)
    }
    let snapshot = try currentSnapshot()
    let unit = snapshot.station.unit
    // A group that is not changed need not be readable.
    let groups = SettingsGroup.holding(changes.keys)
    var before = try loading.texts(of: groups)
    before[SettingsGroup.key] = unit
    var after = before
    for (name, text) in changes { after[name] = text.isEmpty ? nil : text }
    for group in groups { try group.check(after) }
    try UnseenInName.check(after, before: before, SettingsGroup.columns)
    try UnknownCode.check(after, before: before, SettingsGroup.columns, snapshot.codes)
    let editing = Editing(subject: .settings, code: unit, before: before, after: after)
    guard let done = try carryOut([editing], .edit) else { return Reply(.unchanged) }
    return told(.done(Done(done.summary)), trouble: done.trouble)
  }

  /// What a change of the settings makes of the files in which they stand.
  func edited(settings editings: [Editing], of unit: String) throws -> [FileStep.Part] {
    try SettingsGroup.all.compactMap { group in
      let names = Set(group.columns.map(\.name))
      let own = editings.map { $0.keeping(names) }.filter { $0.before != $0.after }
      guard !own.isEmpty else { return nil }
      // What has stood in station.rec until now is written into the group's own file as a whole.
      let isNew = try group != .station && loading.own(group, of: unit) == nil
      return try edited(
        own.map { Editing($0, seen: isNew ? nil : $0.before) }, group.file(of: unit),
        group.columns, key: SettingsGroup.key, descriptor: group.descriptor)
    }
  }
}

extension Office.Editing {
  /// The same of some fields alone.
  fileprivate func keeping(_ names: Set<String>) -> Self {
    Self(
      subject: subject, code: code, before: before?.filter { names.contains($0.key) },
      after: after?.filter { names.contains($0.key) })
  }

  /// The same of a record in which something else stands.
  fileprivate init(_ editing: Self, seen: [String: String]?) {
    self.init(subject: editing.subject, code: editing.code, before: seen, after: editing.after)
  }
}
