import Records
import Wording

/// When a team is to be out (R27): weekdays, hours, where, and who if not the whole team.
///
/// Fills in the patrol form, and is what the books are held against.
package struct RosterLine: Hashable, Sendable, Registered {
  package let code: String
  package let team: String
  /// Days of the week, 1 Monday … 7 Sunday: `1 3 5`.
  package let weekdays: [String]
  package let from: Int
  package let to: Int
  package let route: String
  /// The route whose check points are to be passed.
  package let course: String?
  /// Who is on this shift; nobody in particular is the whole team.
  package let members: [Named]
  package let since: Day?
  package let until: Day?

  package var name: String { team }
  package var pinyin: String { "" }

  package static let file = "roster"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code, also: ["编号"])
  package static let team: Field<Self, String> = Field(
    "Team", \.team, .teamCode, Phrase("队伍", "隊伍", "Team"), also: Headings.team)
  package static let weekdays: Field<Self, [String]> = Field(
    "Weekdays", \.weekdays, .codes("weekday"), Phrase("星期", "星期", "Weekdays"))
  package static let from: Field<Self, Int> = Field(
    "From", \.from, .clock, Phrase("起", "起", "From"), also: ["开始时间"])
  package static let to: Field<Self, Int> = Field(
    "To", \.to, .clock, Phrase("止", "止", "To"), also: ["结束时间"])
  package static let route: Field<Self, String> = Field("Route", \.route, .prose, .section)
  package static let course: Field<Self, String?> = Field(
    optional: "Course", \.course, .routeCode, Phrase("巡逻路线", "巡邏路線", "Patrol route"),
    also: ["路线"])
  package static let members: Field<Self, [Named]> = Field(
    "Members", \.members, .somePeople(.teamMember), Phrase("人员", "人員", "People"),
    hint: Phrase("空着：全队", "空著：全隊", "empty: the whole team"), also: ["队员"])
  package static let since: Field<Self, Day?> = Field(
    optional: "Since", \.since, .day, Phrase("自", "自", "Since"))
  package static let until: Field<Self, Day?> = Field(
    optional: "Until", \.until, .day, Phrase("至", "至", "Until"))

  package static let schema = Schema(
    "Roster", Phrase("勤务安排", "勤務安排", "Roster"),
    RosterLine.init(code:team:weekdays:from:to:route:course:members:since:until:), Self.code,
    Self.team, Self.weekdays, Self.from, Self.to, Self.route, Self.course, Self.members, Self.since,
    Self.until)

  package static let layout = RegisterLayout(
    .things, in: .roster, numbering: .ofStation(letter: "D"), name: Self.team,
    place: Self.team, since: Self.since, end: Self.until,
    asked: FieldList(
      Self.team, Self.weekdays, Self.from, Self.to, Self.course, Self.route, Self.members,
      Self.since, Self.until, Self.code),
    listed: FieldList(
      Self.team, Self.weekdays, Self.from, Self.to, Self.course, Self.route, Self.members)
  ) { about in
    [
      Self.team.says(about.team?.code ?? ""), Self.weekdays.says("1 2 3 4 5 6 7"),
      Self.from.says("20:00"), Self.to.says("22:00"), Self.route.says(about.team?.route ?? ""),
      Self.since.says(about.today.text),
    ]
  }

  /// `20:00-22:00`.
  package static func hours(_ line: RosterLine) -> String {
    "\(Moment.clock(line.from))-\(Moment.clock(line.to))"
  }

  package func isInForce(on day: Day) -> Bool {
    day.lies(since: since, until: until)
  }

  package func check(in snapshot: Snapshot) throws(RegisterRefusal) {
    guard snapshot.team(team) != nil else { throw .unknownTeam(team) }
    if from == to { throw .noHours }
  }
}
