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
    case .deadlinePast, .noDeadline: "By"
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
      .sameTwice(from: evening), .lateWithoutReason(day: evening.day), .dayClosed(day: evening.day),
    ]
  }()
}

extension Inspection {
  /// The longest inspection, in hours.
  static let longest = 8

  /// Refuses an inspection that could not be true, or that this book is not for.
  ///
  /// - Parameter ledger: the day's pages, without the one that is being corrected.
  package func check(in library: Library, now: Moment, others: [LedgerPage], isClosed: Bool)
    throws(InspectionRefusal)
  {
    try checkParties(library)
    guard to > from else { throw .leftBeforeArriving(from: from, to: to) }
    let minutes = to - from
    guard minutes <= Self.longest * 60 else { throw .tooLong(hours: minutes / 60) }
    guard to <= now else { throw .notYetOver(to: to, now: now) }
    guard library.station.patrolDay(from) == date else { throw .otherDay(from: from, day: date) }
    guard present <= expected else {
      throw .morePresentThanExpected(present: present, expected: expected)
    }
    guard absent.count <= expected - present else {
      throw .moreAbsentThanMissing(absent: absent.count, missing: expected - present)
    }
    if let by, by < date { throw .deadlinePast(by) }
    if decision == "deadline", by == nil { throw .noDeadline }
    let isSame = others.contains {
      !$0.isVoid && $0.text("Inspected") == inspected.text && $0.text("From") == from.text
    }
    if isSame { throw .sameTwice(from: from) }
    if late.isEmpty {
      if now > library.station.lateAfter(date) { throw .lateWithoutReason(day: date) }
      if isClosed { throw .dayClosed(day: date) }
    }
  }

  /// A township team inspects the village teams of its own township; the station any team but
  /// those of the city (R22, R8).
  private func checkParties(_ library: Library) throws(InspectionRefusal) {
    guard let team = library.team(inspected.code) else { throw .unknownTeam(inspected.code) }
    guard inspected.code != inspecting.code else { throw .ownTeam(inspected.name) }
    if library.isStation(inspecting.code) {
      guard team.tier != .city else { throw refusal }
      return
    }
    guard let own = library.team(inspecting.code) else { throw .unknownTeam(inspecting.code) }
    guard own.tier == .township, team.tier == .village,
      library.township(of: team) == library.township(of: own)
    else { throw refusal }
  }

  private var refusal: InspectionRefusal {
    .notOurs(inspecting: inspecting.name, inspected: inspected.name)
  }
}

extension Notice {
  static func leftBeforeArriving(_ from: Moment, _ to: Moment) -> Notice {
    Notice(
      Phrase(
        "离开 \(to.clock) 早于到达 \(from.clock)。", "離開 \(to.clock) 早於到達 \(from.clock)。",
        "Left at \(to.clock) is before arrived at \(from.clock)."),
      safe: draftKept, next: Phrase("请改正时间。", "請改正時間。", "Put the times right."))
  }
  static func inspectionTooLong(_ hours: Int) -> Notice {
    Notice(
      Phrase(
        "一次检查 \(hours) 小时，超过 \(Inspection.longest) 小时。",
        "一次檢查 \(hours) 小時，超過 \(Inspection.longest) 小時。",
        "An inspection of \(hours) hours is longer than \(Inspection.longest)."),
      safe: draftKept, next: Phrase("请改正时间。", "請改正時間。", "Put the times right."))
  }
  static func inspectionNotOver(_ to: Moment, _ now: Moment) -> Notice {
    Notice(
      Phrase(
        "离开 \(to.clock) 还没到（现在 \(now.clock)），不能先记。",
        "離開 \(to.clock) 還沒到（現在 \(now.clock)），不能先記。",
        "Left at \(to.clock) is still to come (it is \(now.clock)); an inspection is entered at its end."
      ),
      safe: draftKept, next: Phrase("请改正时间。", "請改正時間。", "Put the times right."))
  }
  static func inspectionOtherDay(_ from: Moment, _ day: Day) -> Notice {
    Notice(
      Phrase(
        "到达 \(from.text) 不属于巡防日 \(day.text)。", "到達 \(from.text) 不屬於巡防日 \(day.text)。",
        "Arrived at \(from.text) is not in the patrol day \(day.text)."),
      safe: draftKept,
      next: Phrase("请改巡防日或到达时间。", "請改巡防日或到達時間。", "Mend the patrol day or the time."))
  }
  static func ownTeam(_ name: String) -> Notice {
    Notice(
      Phrase("\(name) 不能检查自己。", "\(name) 不能檢查自己。", "\(name) can't inspect itself."),
      safe: draftKept, next: Phrase("请改检查单位或被检队伍。", "請改檢查單位或被檢隊伍。", "Change one of the two sides."))
  }
  static func notOurs(_ inspecting: String, _ inspected: String) -> Notice {
    Notice(
      Phrase(
        "\(inspected) 不归 \(inspecting) 检查。", "\(inspected) 不歸 \(inspecting) 檢查。",
        "\(inspected) is not for \(inspecting) to inspect."),
      safe: draftKept,
      next: Phrase(
        "乡镇专职队查本乡镇的村组队，派出所查乡镇队和村组队。", "鄉鎮專職隊查本鄉鎮的村組隊，派出所查鄉鎮隊和村組隊。",
        "A township team inspects its own villages, the station township and village teams."))
  }
  static func morePresent(_ present: Int, _ expected: Int) -> Notice {
    Notice(
      Phrase(
        "实到 \(present) 多于应到 \(expected)。", "實到 \(present) 多於應到 \(expected)。",
        "\(present) present is more than \(expected) expected."),
      safe: draftKept, next: Phrase("请核对人数。", "請核對人數。", "Check the numbers."))
  }
  static func moreAbsent(_ absent: Int, _ missing: Int) -> Notice {
    Notice(
      Phrase(
        "点名缺勤 \(absent) 人，按人数只缺 \(missing) 人。", "點名缺勤 \(absent) 人，按人數只缺 \(missing) 人。",
        "\(absent) named as absent, but only \(missing) missing by the numbers."),
      safe: draftKept, next: Phrase("请核对实到或缺勤。", "請核對實到或缺勤。", "Check present and absent."))
  }
  static func deadlinePast(_ day: Day) -> Notice {
    Notice(
      Phrase(
        "整改期限 \(day.text) 早于检查日。", "整改期限 \(day.text) 早於檢查日。",
        "To be put right by \(day.text) is before the inspection."),
      safe: draftKept, next: Phrase("请改期限，如 +3。", "請改期限，如 +3。", "Mend the date, e.g. +3."))
  }
  static let noDeadline = Notice(
    Phrase("限期整改没有写期限。", "限期整改沒有寫期限。", "To be put right by when?"), safe: draftKept,
    next: Phrase("请写整改期限，如 +3。", "請寫整改期限，如 +3。", "Give a date, e.g. +3."))
  static func sameInspectionTwice(_ from: Moment) -> Notice {
    Notice(
      Phrase(
        "\(from.clock) 对这支队的检查已有一页。", "\(from.clock) 對這支隊的檢查已有一頁。",
        "There is already a page for the inspection of this team at \(from.clock)."),
      safe: draftKept,
      next: Phrase("如要改原页，用 F4 更正。", "如要改原頁，用 F4 更正。", "To change that page, correct it with F4."))
  }
  static func dayClosed(_ day: Day) -> Notice {
    Notice(
      Phrase(
        "巡防日 \(day.text) 已封簿，之后的页都是补记。", "巡防日 \(day.text) 已封簿，之後的頁都是補記。",
        "The books of \(day.text) are closed: a page from now on is a late one."),
      safe: draftKept, next: Phrase("请写补记原因。", "請寫補記原因。", "Say why it is late."))
  }
}
