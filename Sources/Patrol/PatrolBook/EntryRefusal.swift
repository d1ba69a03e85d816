import Records
import Wording

/// Why an entry can't become a page: the invariants of the domain, each with the field to mend.
package enum EntryRefusal: Refusal, Hashable {
  case endBeforeStart(from: Moment, to: Moment)
  case tooLong(hours: Int)
  case notYetOver(to: Moment, now: Moment)
  case otherDay(from: Moment, day: Day)
  case leaderNotThere(String)
  /// Nothing was found, yet a field tells of what was: its name.
  case nothingFoundButTold(Phrase)
  /// Somebody is both among those present and away.
  case thereAndAway(String)
  /// A field says the same thing twice: its name in the files and in words.
  case saidTwice(String, Phrase)
  case lateWithoutReason(day: Day)
  case dayClosed(day: Day)
  case unknownTeam(String)
  case teamEnded(name: String, until: Day)
  case unknownPerson(String)
  case hasLeft(name: String, until: Day)
  case isCalled(old: String, new: String)
  case samePatrolTwice(from: Moment)
  case alreadyOut(team: String, from: Moment)
  case notOut(String)
  /// A mark of going out was changed or ended since it was seen.
  case markChanged(String)
  /// It is another station's to take away.
  case markElsewhere(String)
  case alsoInTeam(name: String, team: String)
  case codeTaken(String)
  case fixedField(Phrase)
  /// Somebody has answered for the page: its amendment needs a signature.
  case isSigned(Int)
  case nothingChanged
  case alreadyVoid(Int)

  /// The longest patrol, in hours (I1).
  static let longest = 16

  package var field: String {
    switch self {
    case .endBeforeStart, .tooLong, .notYetOver: "To"
    case .otherDay, .samePatrolTwice: "From"
    case .leaderNotThere: "Remark"
    case .nothingFoundButTold: "Found"
    case .thereAndAway: "Absent"
    case .saidTwice(let field, _): field
    case .lateWithoutReason, .dayClosed: "Late"
    case .unknownTeam, .teamEnded, .alsoInTeam, .alreadyOut, .notOut, .markChanged,
      .markElsewhere:
      "Team"
    case .unknownPerson, .hasLeft, .isCalled: "Present"
    case .codeTaken: "Code"
    case .fixedField, .nothingChanged, .alreadyVoid, .isSigned: "Reason"
    }
  }

  package var notice: Notice {
    switch self {
    case .endBeforeStart(let from, let to): .endBeforeStart(from, to)
    case .tooLong(let hours): .patrolTooLong(hours, Self.longest)
    case .notYetOver(let to, let now): .notYetOver(to, now)
    case .otherDay(let from, let day): .otherDay(from, day)
    case .leaderNotThere(let name): .leaderNotThere(name)
    case .nothingFoundButTold(let field): .nothingFoundButTold(field)
    case .thereAndAway(let name): .thereAndAway(name)
    case .saidTwice(_, let label): .saidTwice(label)
    case .lateWithoutReason(let day): .lateWithoutReason(day)
    case .dayClosed(let day): .dayClosed(day)
    case .unknownTeam(let code): .unknownTeam(code)
    case .teamEnded(let name, let until): .teamEnded(name, until)
    case .unknownPerson(let code): .unknownPerson(code, safe: .unchanged)
    case .hasLeft(let name, let until): .hasLeft(name, until)
    case .isCalled(let old, let new): .isCalled(old, new)
    case .samePatrolTwice(let from): .samePatrolTwice(from)
    case .alreadyOut(let team, let from): .alreadyOut(team, from)
    case .notOut(let team): .notOut(team)
    case .markChanged(let team): .markChanged(team)
    case .markElsewhere(let team): .markElsewhere(team)
    case .alsoInTeam(let name, let team): .alsoInTeam(name, team)
    case .codeTaken(let code): .codeTaken(code)
    case .fixedField(let name): .fixedField(name)
    case .isSigned(let page): .isSigned(page)
    case .nothingChanged: .nothingChanged
    case .alreadyVoid(let number): .alreadyVoid(number)
    }
  }

  package static let examples: [Self] = {
    let evening = Moment(Day(number: 20781), 20 * 60)
    return [
      .endBeforeStart(from: evening, to: evening + -60), .tooLong(hours: 20),
      .notYetOver(to: evening + 60, now: evening), .otherDay(from: evening, day: evening.day - 1),
      .leaderNotThere("周建林"), .nothingFoundButTold(PatrolEntry.observed.column.label),
      .thereAndAway("钱五"), .saidTwice("Found", PatrolEntry.found.column.label),
      .lateWithoutReason(day: evening.day), .dayClosed(day: evening.day),
      .unknownTeam("QS-99"), .teamEnded(name: "青石镇专职队", until: evening.day),
      .unknownPerson("QS-999"), .hasLeft(name: "高大山", until: evening.day),
      .isCalled(old: "高大山", new: "高山"),
      .samePatrolTwice(from: evening), .alreadyOut(team: "青石镇专职队", from: evening),
      .notOut("QS-01"), .markChanged("青石镇专职队"), .markElsewhere("青石镇专职队"),
      .alsoInTeam(name: "周建林", team: "青石镇专职队"),
      .codeTaken("QS-01"), .fixedField(PatrolEntry.date.column.label), .isSigned(7),
      .nothingChanged,
      .alreadyVoid(40),
    ]
  }()
}

extension PatrolEntry {
  package func check(_ beside: PageContext) throws {
    try check(
      in: beside.snapshot, now: beside.now, pages: beside.others, entered: beside.entered,
      isClosed: beside.isClosed)
  }

  /// Refuses an entry that could not be true or is not over yet (I1, I2, I4, A5).
  ///
  /// - Parameters:
  ///   - now: the wall clock.
  ///   - pages: pages the team already has for the day.
  ///   - entered: when the page came into the book, if it is there: a correction makes nothing late.
  ///   - isClosed: whether somebody closed the book for the day.
  package func check(
    in snapshot: Snapshot, now: Moment, pages: [LedgerPage] = [], entered: Moment? = nil,
    isClosed: Bool = false
  ) throws(EntryRefusal) {
    guard snapshot.team(team.code) != nil else { throw snapshot.noTeam(team.code) }
    // A page that is in the book names people as they were called then.
    if entered == nil { try checkPeople(in: snapshot) }
    guard to > from else { throw .endBeforeStart(from: from, to: to) }
    guard minutes <= EntryRefusal.longest * 60 else { throw .tooLong(hours: minutes / 60) }
    guard to <= now else { throw .notYetOver(to: to, now: now) }
    guard snapshot.station.patrolDay(from) == date else { throw .otherDay(from: from, day: date) }
    if !present.contains(where: { $0.code == leader.code }), remark.isEmpty {
      throw .leaderNotThere(leader.name)
    }
    try checkContradictions()
    if late.isEmpty {
      if isLate(in: snapshot, now: entered ?? now) { throw .lateWithoutReason(day: date) }
      if isClosed { throw .dayClosed(day: date) }
    }
    if pages.contains(where: { !$0.isVoid && $0.text(PatrolEntry.from) == from.text }) {
      throw .samePatrolTwice(from: from)
    }
  }

  /// Who is named stands in the registers on the day, by that name: they may have been changed while
  /// the form was filled in.
  private func checkPeople(in snapshot: Snapshot) throws(EntryRefusal) {
    for person in [leader] + present + absent.map(\.person) {
      guard let member = snapshot.member(person.code) else { continue }
      guard member.name == person.name else {
        throw .isCalled(old: person.name, new: member.name)
      }
      if let until = member.until, until <= date { throw .hasLeft(name: member.name, until: until) }
    }
  }

  /// No page contradicts itself, however it was written.
  private func checkContradictions() throws(EntryRefusal) {
    let texts = PatrolEntry.schema.texts(self)
    if found.isEmpty,
      let told = PatrolEntry.ofFinding.columns.first(where: { !(texts[$0] ?? "").isEmpty })
    {
      throw .nothingFoundButTold(told.label)
    }
    let there = Set(present.map(\.code))
    if let both = absent.first(where: { there.contains($0.person.code) }) {
      throw .thereAndAway(both.person.name)
    }
    if let twice = SaidTwice.field(in: texts, PatrolEntry.schema.columns) {
      throw .saidTwice(twice.name, twice.label)
    }
  }

  package func isLate(in snapshot: Snapshot, now: Moment) -> Bool {
    now > snapshot.station.lateAfter(date)
  }
}

extension Member {
  /// Refuses a second active full-time place for the same person (I11).
  package func check(in snapshot: Snapshot) throws(EntryRefusal) {
    guard snapshot.team(team) != nil else { throw .unknownTeam(team) }
    guard service == .full, until == nil, let phone,
      let column = RegisterKind.members.column("Phone")
    else { return }
    let table = snapshot.table(.members)
    for index in table.indexes(column, is: phone) {
      guard let other = try? Member.schema.parse(table.records[index]), other.code != code,
        other.name == name, other.service == .full, other.isActive(on: snapshot.today)
      else { continue }
      throw .alsoInTeam(name: name, team: snapshot.team(other.team)?.name ?? other.team)
    }
  }
}

extension Snapshot {
  /// Why there is no such team to record for: it has ended, or never was.
  package func noTeam(_ code: String) -> EntryRefusal {
    guard let texts = table(.teams).texts(code),
      let until = texts[Team.until.column.name].flatMap({ Day($0) })
    else { return .unknownTeam(code) }
    return .teamEnded(name: texts[Team.name.column.name] ?? code, until: until)
  }
}
