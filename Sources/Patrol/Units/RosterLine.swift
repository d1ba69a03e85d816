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
  package static let schema = Schema(
    "Roster", Phrase("勤务安排", "勤務安排", "Roster"),
    RosterLine.init(code:team:weekdays:from:to:route:course:members:since:until:),
    Field("Code", \.code, .key, .code, also: ["编号"]),
    Field("Team", \.team, .teamCode, Phrase("队伍", "隊伍", "Team"), also: Headings.team),
    Field("Weekdays", \.weekdays, .codes("weekday"), Phrase("星期", "星期", "Weekdays")),
    Field("From", \.from, .clock, Phrase("起", "起", "From"), also: ["开始时间"]),
    Field("To", \.to, .clock, Phrase("止", "止", "To"), also: ["结束时间"]),
    Field("Route", \.route, .prose, .section),
    Field(
      optional: "Course", \.course, .routeCode, Phrase("巡逻路线", "巡邏路線", "Patrol route"),
      also: ["路线"]),
    Field(
      "Members", \.members, .somePeople("teamMember"), Phrase("人员", "人員", "People"),
      hint: Phrase("空着：全队", "空著：全隊", "empty: the whole team"), also: ["队员"]),
    Field(optional: "Since", \.since, .day, Phrase("自", "自", "Since")),
    Field(optional: "Until", \.until, .day, Phrase("至", "至", "Until")))

  package static let layout = RegisterLayout(
    .things, letter: "D",
    asked: [
      "Team", "Weekdays", "From", "To", "Course", "Route", "Members", "Since", "Until", "Code",
    ],
    listed: ["Team", "Weekdays", "From", "To", "Course", "Route", "Members"]
  ) { about in
    [
      "Team": about.team?.code ?? "", "Weekdays": "1 2 3 4 5 6 7", "From": "20:00", "To": "22:00",
      "Route": about.team?.route ?? "", "Since": about.today.text,
    ]
  }

  /// `20:00-22:00`.
  package static func hours(_ line: RosterLine) -> String {
    "\(Moment.clock(line.from))-\(Moment.clock(line.to))"
  }

  package func isInForce(on day: Day) -> Bool {
    (since.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
  }

  package func check(in library: Library) throws(RegisterRefusal) {
    guard library.team(team) != nil else { throw .unknownTeam(team) }
    if from == to { throw .noHours }
  }
}
