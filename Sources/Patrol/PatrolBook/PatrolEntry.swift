import Records
import Wording

/// One turn of duty as the Patrol Record Book holds it (R21).
///
/// “Nothing found” is a full and good entry: `found` is then empty. Who was due is who is in
/// `present` or `absent`, so the two always add up (I3).
package struct PatrolEntry: Hashable, Sendable, Booked {
  package let team: Named
  package let date: Day
  package let from: Moment
  package let to: Moment
  package let weather: String?
  package let modes: [String]
  package let leader: Named
  package let officer: Named?
  package let present: [Named]
  package let absent: [Absence]
  package let route: String
  /// The check points passed, where the team has a route with any.
  package let points: PointsPassed?
  package let focus: [String]
  package let turnout: [String]
  package let objects: [Tally]
  package let found: [String]
  package let observed: String
  package let handling: [String]
  package let handled: String
  package let isIntelligence: Bool
  package let handover: String
  package let settles: String
  package let late: String
  package let remark: String

  package static let kind = "patrol"

  package static let team: Field<Self, Named> = Field(
    "Team", \.team, .team, Phrase("队伍", "隊伍", "Team"))
  package static let date: Field<Self, Day> = Field(
    "Date", \.date, .day, Phrase("巡防日", "巡防日", "Patrol day"))
  package static let from: Field<Self, Moment> = Field(
    "From", \.from, .moment, Phrase("出发", "出發", "Out"))
  package static let to: Field<Self, Moment> = Field(
    "To", \.to, .moment, Phrase("归队", "歸隊", "Back"))
  package static let weather: Field<Self, String?> = Field(
    optional: "Weather", \.weather, .code("weather"), Phrase("天气", "天氣", "Weather"))
  package static let modes: Field<Self, [String]> = Field(
    "Mode", \.modes, .codes("mode"), Phrase("方式", "方式", "Mode"))
  package static let leader: Field<Self, Named> = Field(
    "Leader", \.leader, .person, Phrase("带队", "帶隊", "Leader"))
  package static let officer: Field<Self, Named?> = Field(
    optional: "Officer", \.officer, .officer, Phrase("带队民警", "帶隊民警", "Officer along"))
  package static let present: Field<Self, [Named]> = Field(
    "Present", \.present, .crew, Phrase("实到", "實到", "Present"))
  package static let absent: Field<Self, [Absence]> = Field(
    "Absent", \.absent, .absences, Phrase("缺勤", "缺勤", "Absent"))
  package static let route: Field<Self, String> = Field(
    "Route", \.route, .prose, Phrase("路段（部位）", "路段（部位）", "Route"))
  package static let points: Field<Self, PointsPassed?> = Field(
    optional: "Points", \.points, .points, Phrase("必巡点", "必巡點", "Check points"),
    hint: Phrase("按实际到点填写", "按實際到點填寫", "as they were passed"))
  package static let focus: Field<Self, [String]> = Field(
    "Focus", \.focus, .codes("focus"), Phrase("重点部位", "重點部位", "Focus areas"))
  package static let turnout: Field<Self, [String]> = Field(
    "Turnout", \.turnout, .codes("turnout"), Phrase("着装携装", "著裝攜裝", "Turnout"))
  package static let objects: Field<Self, [Tally]> = Field(
    "Objects", \.objects, .tallies("object", "变压器 14", "變壓器 14", "transformer 14"),
    Phrase("设施清点", "設施清點", "Objects checked"))
  package static let found: Field<Self, [String]> = Field(
    "Found", \.found, .codes("found"), Phrase("情况", "情況", "Found"),
    hint: Phrase(
      "写看到的事实，不写猜测", "寫看到的事實，不寫猜測", "facts, no guesses"),
    blank: .nothingFound)
  package static let observed: Field<Self, String> = Field(
    "Observed", \.observed, .prose, Phrase("发现经过", "發現經過", "Observed"),
    hint: Phrase("时间、地点、看到什么", "時間、地點、看到什麼", "time, place, what was seen"))
  package static let handling: Field<Self, [String]> = Field(
    "Handling", \.handling, .codes("handling"), Phrase("处理", "處理", "Handling"))
  package static let handled: Field<Self, String> = Field(
    "Handled", \.handled, .prose, Phrase("处理结果", "處理結果", "Outcome"))
  package static let isIntelligence: Field<Self, Bool> = Field(
    "Intelligence", \.isIntelligence, .flag, Phrase("转情报", "轉情報", "As intelligence"))
  package static let handover: Field<Self, String> = Field(
    "Handover", \.handover, .prose, Phrase("交接事项", "交接事項", "Handover"))
  package static let settles: Field<Self, String> = Field(
    "Settles", \.settles, .pageNumbers, Phrase("办结交接", "辦結交接", "Settles"),
    hint: Phrase("前页交接已办，写页号，如 312", "前頁交接已辦，寫頁號，如 312", "page whose handover is done, e.g. 312"))
  package static let late: Field<Self, String> = Field(
    "Late", \.late, .prose.only(.line), Phrase("补记原因", "補記原因", "Why late"))
  package static let remark: Field<Self, String> = Field("Remark", \.remark, .prose, .remark)

  package static let schema = Schema(
    kind, Phrase("巡逻记录", "巡邏記錄", "Patrol entry"),
    PatrolEntry.init(
      team:date:from:to:weather:modes:leader:officer:present:absent:route:points:focus:turnout:
      objects:found:observed:handling:handled:isIntelligence:handover:settles:late:remark:),
    Self.team, Self.date, Self.from, Self.to, Self.weather, Self.modes, Self.leader, Self.officer,
    Self.present, Self.absent, Self.route, Self.points, Self.focus, Self.turnout, Self.objects,
    Self.found, Self.observed, Self.handling, Self.handled, Self.isIntelligence, Self.handover,
    Self.settles, Self.late, Self.remark)

  package static let layout = PageLayout(
    Phrase("治安巡逻记录簿", "治安巡邏記錄簿", "Patrol Record Book"),
    called: Phrase("巡逻", "巡邏", "patrol"), cover: "治安巡逻记录簿", owner: Self.team,
    day: Self.date, start: Self.from, back: Self.to, writer: Self.leader,
    signers: [
      Signer(.recorder, .officerOrLeader(named: Self.leader.column), isAwaited: false)
    ],
    opens: Opening(
      Phrase("交接", "交接", "handover"), if: Self.handover, about: Self.team,
      words: FieldList(Self.handover), isDoneByShift: true), settles: Self.settles,
    tells: Telling(
      if: Self.isIntelligence, words: FieldList(Self.observed, Self.handled), found: Self.found),
    facts: RowFacts(
      present: Self.present, narrative: FieldList(Self.observed, Self.handled), late: Self.late),
    asked: FieldList(
      Self.team, Self.span, Self.crew, Self.points, Self.found, Self.observed, Self.handling,
      Self.isIntelligence, Self.late),
    rare: FieldList(
      Self.date, Self.leader, Self.route, Self.modes, Self.weather, Self.focus, Self.turnout,
      Self.objects, Self.officer, Self.handover, Self.settles, Self.remark, Self.handled),
    stated: FieldList(Self.crew, Self.found),
    applying: [
      "Observed": isFinding, "Handling": isFinding, "Intelligence": isFinding,
      "Late": PageLayout.isLate,
    ],
    listed: FieldList(Self.team, Self.from, Self.to, Self.present, Self.found))

  package static let span: Field<Self, String> = Field(
    asking: "Span", .span(from: "From", to: "To"), .spanShape, Phrase("起止", "起止", "Out-back"))
  package static let crew: Field<Self, String> = Field(
    asking: "Crew", .crew(present: "Present", absent: "Absent"), .crewShape,
    Phrase("实到", "實到", "Who came"))

  /// Whether what was found is told to the police in the same keystrokes (R9).
  package static func isReported(_ found: String) -> Bool {
    found.split(separator: " ").contains { $0.hasPrefix("suspicious") }
  }

  /// Whether something was found: without, there is nothing to tell of it.
  @Sendable private static func isFinding(
    _ draft: Draft, _ about: PageBeginning, _ isClosed: Bool
  ) -> Bool {
    !["", StatedNothing.code].contains(draft[found.column.name])
      || ofFinding.columns.contains { !draft[$0.name].isEmpty }
  }

  /// What is told only of something that was found: its course, what was done, what came of it.
  package static let ofFinding = FieldList(
    Self.observed, Self.handling, Self.handled, Self.isIntelligence)

  /// Minutes on patrol.
  package var minutes: Int { to - from }
}

extension Phrase {
  /// What an entry says that leaves `Found:` out.
  package static let nothingFound = Phrase("未发现异常", "未發現異常", "Nothing found")
}

/// Somebody who was due and did not come, and why.
package struct Absence: Hashable, Sendable {
  package let person: Named
  /// A code of the table `absence`.
  package let reason: String

  package init(_ person: Named, _ reason: String) { (self.person, self.reason) = (person, reason) }

  /// Reads `QS-0007 钱五 (sick)`.
  package init?(_ text: String) {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("),
      let person = Named(String(text[..<open]).trimmingBlanks())
    else { return nil }
    let reason = String(text[text.index(after: open)...].dropLast())
    guard FieldText.isKey(reason) else { return nil }
    self.init(person, reason)
  }

  package static func list(_ text: String) -> [Absence] {
    text.split(separator: ",").compactMap { Absence(String($0).trimmingBlanks()) }
  }

  package var text: String { "\(person.text) (\(reason))" }
}

/// A number of things checked: `transformer 14`.
package struct Tally: Hashable, Sendable {
  /// A code of the table that the field counts by: `object`.
  package let object: String
  package let count: Int

  package init(_ object: String, _ count: Int) { (self.object, self.count) = (object, count) }

  package init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, FieldText.isKey(String(parts[0])),
      let count = wholeNumber(parts[1], in: 0...9999)
    else { return nil }
    self.init(String(parts[0]), count)
  }

  package var text: String { "\(object) \(count)" }
}

extension FieldType where Value == [Named] {
  /// Everybody who was there, at least one.
  package static let crew = FieldType(
    entry: .absentees,
    expected: Phrase(
      "至少一人的代号，每人一次", "至少一人的代號，每人一次", "the code of one person at least, each once"),
    parse: { text in
      guard let all = FieldType<Named>.person.list(entry: .absentees).parse(text), !all.isEmpty,
        Set(all.map(\.code)).count == all.count
      else { return nil }
      return all
    },
    print: { $0.map(\.text).joined(separator: ", ") })
}

extension FieldType where Value == [Absence] {
  package static let absences = FieldType<Absence>(
    entry: .absentees, expected: .oneOfTheList, parse: { Absence($0) }, print: \.text
  ).list(entry: .absentees).shaped(.absences)
}

extension FieldType where Value == [Tally] {
  /// Numbers of things of a table, with an example of one.
  package static func tallies(
    _ table: String, _ hans: String, _ hant: String, _ en: String
  ) -> FieldType {
    FieldType<Tally>(
      entry: .tallies(table),
      expected: Phrase(
        "物件和数目，如 \(hans)", "物件和數目，如 \(hant)", "objects and numbers, e.g. \(en)"),
      parse: { Tally($0) }, print: \.text
    ).list(entry: .tallies(table))
  }
}

extension FieldType where Value == String {
  /// Numbers of pages of the same book: `312 315`.
  package static let pageNumbers = FieldType(
    entry: .line, expected: Phrase("页号，如 312", "頁號，如 312", "page numbers, e.g. 312"),
    shape: .numbers,
    parse: { text in
      text.split(separator: " ").allSatisfy { wholeNumber($0, in: Numbers.page) != nil }
        ? text : nil
    },
    print: { $0 })
}
