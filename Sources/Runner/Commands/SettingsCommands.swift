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
    // What another gateway holds already is not given to the next one as well.
    if [DeskLikes.gateway.column.name, DeskLikes.spool.column.name].contains(
      where: changes.keys.contains)
    {
      try noteLying()
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
    try NewTexts.check(after, before: before, SettingsGroup.columns, in: snapshot)
    let editing = Editing(subject: .settings, code: unit, before: before, after: after)
    guard let done = try carryOut([editing], .edit) else { return Reply(.unchanged) }
    return told(.done(Done(done.summary)), trouble: done.trouble)
  }

  /// What a change of the settings makes of the files in which they stand.
  ///
  /// What has stood in station.rec until now is moved into the group's own file as a whole: left behind,
  /// it would count again without a word where that file is lost.
  func edited(settings editings: [Editing], of unit: String) throws -> [FileStep.Part] {
    let station = SettingsGroup.station
    var moved: [SettingsGroup] = []
    var parts = try SettingsGroup.all.filter { $0 != station }.compactMap { group in
      let own = editings.compactMap { $0.keeping(group.columns) }
      guard !own.isEmpty else { return nil as FileStep.Part? }
      let isNew = try loading.own(group, of: unit) == nil
      if isNew { moved.append(group) }
      return try edited(
        own.map { isNew ? Editing($0, seen: nil) : $0 }, group.file(of: unit), group.columns,
        key: SettingsGroup.key, descriptor: group.descriptor)
    }
    let own = editings.compactMap { $0.keeping(station.columns) }
    if !own.isEmpty || !moved.isEmpty {
      parts.append(try edited(station: own, without: moved, of: unit))
    }
    return parts
  }

  /// What becomes of station.rec.
  private func edited(
    station editings: [Editing], without moved: [SettingsGroup], of unit: String
  ) throws -> FileStep.Part {
    let station = SettingsGroup.station
    let held = try loading.textsInBase(of: moved + [station])
    let after = try editings.last?.after ?? loading.textsInBase(of: [station])
    let columns =
      station.columns + moved.flatMap { $0.columns.filter { $0.name != SettingsGroup.key } }
    return try edited(
      [Editing(subject: .settings, code: unit, before: held, after: after)], Station.file, columns,
      key: SettingsGroup.key, descriptor: station.descriptor)
  }
}

extension Office.Editing {
  /// The same of some fields alone; nil where nothing of them changes.
  fileprivate func keeping(_ columns: [Column]) -> Self? {
    let names = Set(columns.map(\.name))
    let kept = Self(
      subject: subject, code: code, before: before?.filter { names.contains($0.key) },
      after: after?.filter { names.contains($0.key) })
    return kept.before == kept.after ? nil : kept
  }

  /// The same of a record in which something else stands.
  fileprivate init(_ editing: Self, seen: [String: String]?) {
    self.init(subject: editing.subject, code: editing.code, before: seen, after: editing.after)
  }
}
