import Records
import Wording

/// Why an inspection can't become a page (R22, R8).
package enum InspectionRefusal: Refusal, Hashable {
  case leftBeforeArriving(from: Moment, to: Moment)
  case tooLong(hours: Int)
  case notYetOver(to: Moment, now: Moment)
  case otherDay(from: Moment, day: Day)
  case ownTeam(String)
  case notOurs(inspecting: String, inspected: String)
  case unknownTeam(String)
  case morePresentThanExpected(present: Int, expected: Int)
  case moreAbsentThanMissing(absent: Int, missing: Int)
  case deadlinePast(Day)
  case noDeadline
  /// A point is not in order and no problem is named.
  case noProblem
  /// A point is in order, though a problem says that it is not: the problem's code.
  case inOrderButProblem(Phrase)
  /// A date by which nothing has to be put right.
  case nothingToPutRight
  /// A field says the same thing twice: its name in the files and in words.
  case saidTwice(String, Phrase)
  case sameTwice(from: Moment)
  case lateWithoutReason(day: Day)
  case dayClosed(day: Day)

  package var field: String {
    switch self {
    case .leftBeforeArriving, .tooLong, .notYetOver: "To"
    case .otherDay, .sameTwice: "From"
    case .ownTeam, .notOurs, .unknownTeam: "Inspected"
    case .morePresentThanExpected: "Present"
    case .moreAbsentThanMissing: "Absent"
    case .deadlinePast, .noDeadline, .nothingToPutRight: "By"
    case .noProblem: "Problems"
    case .inOrderButProblem: "Points"
    case .saidTwice(let field, _): field
    case .lateWithoutReason, .dayClosed: "Late"
    }
  }

  package var notice: Notice {
    switch self {
    case .leftBeforeArriving(let from, let to): .leftBeforeArriving(from, to)
    case .tooLong(let hours): .inspectionTooLong(hours)
    case .notYetOver(let to, let now): .inspectionNotOver(to, now)
    case .otherDay(let from, let day): .inspectionOtherDay(from, day)
    case .ownTeam(let name): .ownTeam(name)
    case .notOurs(let inspecting, let inspected): .notOurs(inspecting, inspected)
    case .unknownTeam(let code): .unknownTeam(code)
    case .morePresentThanExpected(let present, let expected): .morePresent(present, expected)
    case .moreAbsentThanMissing(let absent, let missing): .moreAbsent(absent, missing)
    case .deadlinePast(let day): .deadlinePast(day)
    case .noDeadline: .noDeadline
    case .noProblem: .noProblem
    case .inOrderButProblem(let problem): .inOrderButProblem(problem)
    case .nothingToPutRight: .nothingToPutRight
    case .saidTwice(_, let label): .saidTwice(label)
    case .sameTwice(let from): .sameInspectionTwice(from)
    case .lateWithoutReason(let day): .lateWithoutReason(day)
    case .dayClosed(let day): .dayClosed(day)
    }
  }

  package static let examples: [Self] = {
    let evening = Moment(Day(number: 20781), 20 * 60)
    return [
      .leftBeforeArriving(from: evening, to: evening + -20), .tooLong(hours: 9),
      .notYetOver(to: evening + 60, now: evening), .otherDay(from: evening, day: evening.day - 1),
      .ownTeam("青石镇专职队"), .notOurs(inspecting: "青石镇专职队", inspected: "和平社区"),
      .unknownTeam("QS-99"), .morePresentThanExpected(present: 6, expected: 5),
      .moreAbsentThanMissing(absent: 3, missing: 1), .deadlinePast(evening.day), .noDeadline,
      .noProblem, .inOrderButProblem(Phrase("缺员", "缺員", "Short of people")), .nothingToPutRight,
      .saidTwice("Problems", Inspection.problems.column.label),
      .sameTwice(from: evening), .lateWithoutReason(day: evening.day), .dayClosed(day: evening.day),
    ]
  }()
}

extension Inspection {
  package func check(_ beside: PageContext) throws {
    try check(
      in: beside.snapshot, now: beside.now, others: beside.others, entered: beside.entered,
      isClosed: beside.isClosed)
  }

  /// The longest inspection, in hours.
  static let longest = 8

  /// Refuses an inspection that could not be true, or that this book is not for.
  ///
  /// - Parameters:
  ///   - others: the day's pages, without the one that is being corrected.
  ///   - entered: when the page came into the book, if it is there: a correction makes nothing late.
  package func check(
    in snapshot: Snapshot, now: Moment, others: [LedgerPage], entered: Moment? = nil, isClosed: Bool
  ) throws(InspectionRefusal) {
    try checkParties(snapshot)
    guard to > from else { throw .leftBeforeArriving(from: from, to: to) }
    let minutes = to - from
    guard minutes <= Self.longest * 60 else { throw .tooLong(hours: minutes / 60) }
    guard to <= now else { throw .notYetOver(to: to, now: now) }
    guard snapshot.station.patrolDay(from) == date else { throw .otherDay(from: from, day: date) }
    guard present <= expected else {
      throw .morePresentThanExpected(present: present, expected: expected)
    }
    guard absent.count <= expected - present else {
      throw .moreAbsentThanMissing(absent: absent.count, missing: expected - present)
    }
    if let by, by < date { throw .deadlinePast(by) }
    if decision == "deadline", by == nil { throw .noDeadline }
    try checkContradictions(snapshot.codes)
    let isSame = others.contains {
      !$0.isVoid && $0.text(Inspection.inspected) == inspected.text
        && $0.text(Inspection.from) == from.text
    }
    if isSame { throw .sameTwice(from: from) }
    if late.isEmpty {
      if (entered ?? now) > snapshot.station.lateAfter(date) { throw .lateWithoutReason(day: date) }
      if isClosed { throw .dayClosed(day: date) }
    }
  }

  /// No page contradicts itself, however it was written.
  private func checkContradictions(_ codes: CodeBook) throws(InspectionRefusal) {
    if problems.isEmpty, points.contains("2") || present == 0 && expected > 0 { throw .noProblem }
    for (answer, point) in zip(points, codes.table("point"))
    where answer == "1" && problems.contains(point.brings) {
      guard let problem = codes.code("problem", point.brings), !problem.key.isEmpty else {
        continue
      }
      throw .inOrderButProblem(problem.label)
    }
    if by != nil, problems.isEmpty, required.isEmpty { throw .nothingToPutRight }
    if let twice = SaidTwice.field(
      in: Inspection.schema.texts(self), Inspection.schema.columns)
    {
      throw .saidTwice(twice.name, twice.label)
    }
  }

  /// A township team inspects the village teams of its own township; a station the teams that it
  /// answers for, but not those of the city, and watch posts (R22, R8, R15).
  private func checkParties(_ snapshot: Snapshot) throws(InspectionRefusal) {
    if let post = snapshot.post(inspected.code), snapshot.team(inspected.code) == nil {
      // Stations train and inspect the watch force; no township team does.
      guard snapshot.isStation(inspecting.code), post.named.code == inspected.code else {
        throw refusal
      }
      return
    }
    guard let team = snapshot.team(inspected.code) else { throw .unknownTeam(inspected.code) }
    guard inspected.code != inspecting.code else { throw .ownTeam(inspected.name) }
    if snapshot.isStation(inspecting.code) {
      let answers = snapshot.answering(for: team.unit)?.code
      guard team.tier != .city, answers == nil || answers == inspecting.code else { throw refusal }
      return
    }
    guard let own = snapshot.team(inspecting.code) else { throw .unknownTeam(inspecting.code) }
    guard own.tier == .township, team.tier == .village,
      snapshot.township(of: team) == snapshot.township(of: own)
    else { throw refusal }
  }

  private var refusal: InspectionRefusal {
    .notOurs(inspecting: inspecting.name, inspected: inspected.name)
  }
}
