import Books
import Patrol
import Records
import Wording

/// Teams that are out, in the register of marks; a recorded patrol ends its mark.
extension Office {
  private mutating func marks() throws -> Register {
    Register(DataDirectory.underway(try currentSnapshot().station.unit), on: directory.disk)
  }

  /// - Parameters:
  ///   - instead: the mark that is changed, as it was seen.
  ///   - isBroughtBack: it was taken back, and that is undone.
  mutating func setOut(
    _ patrol: Underway, _ instead: Underway?, isBroughtBack: Bool = false
  ) throws -> Reply {
    let snapshot = try currentSnapshot()
    guard snapshot.team(patrol.team.code) != nil else {
      throw snapshot.noTeam(patrol.team.code)
    }
    guard patrol.due > patrol.from else {
      throw EntryRefusal.endBeforeStart(from: patrol.from, to: patrol.due)
    }
    let out = snapshot.underway(of: patrol.code)
    if instead != nil, out != instead { throw EntryRefusal.markChanged(patrol.team.name) }
    if instead == nil, let out {
      throw EntryRefusal.alreadyOut(team: out.team.name, from: out.from)
    }
    if let page = page(of: patrol, snapshot), let from = page[PatrolEntry.from] {
      throw EntryRefusal.samePatrolTwice(from: from)
    }
    try NewTexts.check(
      Underway.schema.texts(patrol), Underway.schema.columns, in: snapshot)
    // Named otherwise by now, it is still the mark of the team that was seen.
    if let instead, instead.team.text != patrol.team.text { try end(instead) }
    let seen = instead?.team.text == patrol.team.text ? instead.map(Underway.schema.texts) : nil
    try marks().put(patrol, Underway.schema, key: "Team", seen: seen)
    forgetSnapshot()
    lastMark = .made(patrol)
    let team = patrol.team.name
    let (from, due) = (patrol.from.clock, patrol.due.clock)
    let said =
      isBroughtBack
      ? Phrase(
        "已恢复：\(team) \(from) 出巡，应 \(due) 归队。", "已恢復：\(team) \(from) 出巡，應 \(due) 歸隊。",
        "Brought back: \(team) out since \(from), due \(due).")
      : instead == nil
        ? Phrase(
          "\(team) 已出巡，F5 登记归队。", "\(team) 已出巡，F5 登記歸隊。", "\(team) is out; F5 marks it back.")
        : Phrase(
          "已改：\(team) \(from) 出巡，应 \(due) 归队。", "已改：\(team) \(from) 出巡，應 \(due) 歸隊。",
          "Changed: \(team) out since \(from), due \(due).")
    return told(.done(Done(said)), snapshot.station.patrolDay(now))
  }

  /// A mark is no page: one that was made by mistake goes without a trace in the books.
  mutating func takeBack(_ patrol: Underway) throws -> Reply {
    let snapshot = try currentSnapshot()
    let name = patrol.team.name
    guard snapshot.underway(of: patrol.code) == patrol else { throw EntryRefusal.markChanged(name) }
    guard try isOwnMark(patrol) else { throw EntryRefusal.markElsewhere(name) }
    try end(patrol)
    lastMark = .takenBack(patrol)
    let said = Phrase(
      "已撤销 \(name) \(patrol.from.clock) 出巡。", "已撤銷 \(name) \(patrol.from.clock) 出巡。",
      "Taken back: \(name) did not go out at \(patrol.from.clock).")
    return told(.done(Done(said)), snapshot.station.patrolDay(now))
  }

  private mutating func isOwnMark(_ patrol: Underway) throws -> Bool {
    let records = try marks().read().get()?.records ?? []
    return records.contains { $0[Underway.team.column.name] == patrol.team.text }
  }

  /// Does the opposite of what was done last with a mark; nil where that is not what is meant any more.
  mutating func takeBackMark() throws -> Reply? {
    let snapshot = try currentSnapshot()
    switch lastMark {
    case .made(let patrol) where snapshot.underway.contains(patrol): return try takeBack(patrol)
    case .takenBack(let patrol) where snapshot.underway(of: patrol.code) == nil:
      return try setOut(patrol, nil, isBroughtBack: true)
    case .made, .takenBack, nil: return nil
    }
  }

  mutating func end(_ patrol: Underway) throws {
    try marks().remove(key: "Team", value: patrol.team.text)
    forgetSnapshot()
  }

  /// Leaves out patrols that are in their books, no matter who marked or recorded them: a crash may
  /// have come between the two, or they were done at different stations.
  mutating func endRecorded() {
    guard let snapshot else { return }
    let recorded = snapshot.underway.filter { page(of: $0, snapshot) != nil }
    guard !recorded.isEmpty else { return }
    self.snapshot?.end(recorded)
    // Another station's marks are its own to take away.
    let own = try? Register(
      DataDirectory.underway(snapshot.station.unit), on: directory.disk
    ).read().get()
    let teams = Set((own?.records ?? []).compactMap { $0[Underway.team.column.name] })
    recordedMarks.formUnion(recorded.filter { teams.contains($0.team.text) })
  }

  /// The page of a patrol; nil where there is none, or it can't be read.
  private mutating func page(of patrol: Underway, _ snapshot: Snapshot) -> LedgerPage? {
    let day = snapshot.station.patrolDay(patrol.from)
    return (try? books.patrols(on: day, of: [patrol.code]))?.first {
      !$0.isVoid && $0[PatrolEntry.to].map(patrol.isOver) == true
    }
  }

  /// Takes their marks out of the station's own register.
  mutating func removeRecordedMarks() throws {
    _ = try currentSnapshot()
    guard !recordedMarks.isEmpty else { return }
    let register = try marks()
    for patrol in recordedMarks { try register.remove(key: "Team", value: patrol.team.text) }
    recordedMarks = []
  }
}
