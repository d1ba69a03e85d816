import Records
import Wording

/// What is otherwise on one day than the roster's week has it (R27): an extra shift, none, other
/// hours, somebody in another's place.
package struct RosterException: Hashable, Sendable, Registered {
  package let code: String
  package let team: String
  package let date: Day
  package let kind: ExceptionKind
  /// The line of the roster it is about; all of the team's without one.
  package let line: String?
  package let from: Int?
  package let to: Int?
  package let out: Named?
  package let stands: Named?
  package let route: String
  package let remark: String

  package var name: String { team }
  package var pinyin: String { "" }

  package static let file = "exceptions"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code, also: ["编号"])
  package static let team: Field<Self, String> = Field(
    "Team", \.team, .teamCode, Phrase("队伍", "隊伍", "Team"), also: Headings.team)
  package static let date: Field<Self, Day> = Field(
    "Date", \.date, .day, Phrase("日期", "日期", "Date"))
  package static let kind: Field<Self, ExceptionKind> = Field(
    "Kind", \.kind, .choice, Phrase("变更", "變更", "Change"), also: ["类别"])
  package static let line: Field<Self, String?> = Field(
    optional: "Line", \.line, .rosterLine, Phrase("班次", "班次", "Shift"),
    hint: Phrase("空着：当日所有班次", "空著：當日所有班次", "empty: every shift of the day"))
  package static let from: Field<Self, Int?> = Field(
    optional: "From", \.from, .clock, Phrase("起", "起", "From"))
  package static let to: Field<Self, Int?> = Field(
    optional: "To", \.to, .clock, Phrase("止", "止", "To"))
  package static let out: Field<Self, Named?> = Field(
    optional: "Out", \.out, .someone(.teamMember), Phrase("换下", "換下", "Steps out"))
  package static let stands: Field<Self, Named?> = Field(
    optional: "In", \.stands, .someone(.anyMember), Phrase("顶班", "頂班", "Steps in"))
  package static let route: Field<Self, String> = Field("Route", \.route, .prose, .section)
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "Exception", Phrase("勤务变更", "勤務變更", "Roster changes"),
    RosterException.init(
      code:team:date:kind:line:from:to:out:stands:route:remark:), Self.code, Self.team, Self.date,
    Self.kind, Self.line, Self.from, Self.to, Self.out, Self.stands, Self.route, Self.remark)

  package static let layout = RegisterLayout(
    .things, in: .roster, numbering: .ofStation(letter: "X"), name: Self.team, place: Self.team,
    asked: FieldList(
      Self.kind, Self.team, Self.date, Self.line, Self.from, Self.to, Self.out, Self.stands,
      Self.route, Self.remark, Self.code),
    applying: Dictionary(uniqueKeysWithValues: [
      applies(Self.line, where: Self.kind, is: [.off, .times, .swap]),
      applies(Self.from, where: Self.kind, is: [.extra, .times]),
      applies(Self.to, where: Self.kind, is: [.extra, .times]),
      applies(Self.out, where: Self.kind, is: [.swap]),
      applies(Self.stands, where: Self.kind, is: [.swap]),
      applies(Self.route, where: Self.kind, is: [.extra, .times, .swap]),
    ]),
    listed: FieldList(Self.date, Self.kind, Self.team, Self.from, Self.to, Self.out, Self.stands)
  ) { about in
    [
      Self.kind.says("extra"), Self.team.says(about.team?.code ?? ""),
      Self.date.says(about.today.text),
    ]
  }

  /// An extra shift has hours; who steps out steps out for somebody; what is changed of a day that has
  /// begun says why, or plan against fact could be put in order afterwards.
  package func check(in snapshot: Snapshot) throws(RegisterRefusal) {
    guard snapshot.team(team) != nil else { throw .unknownTeam(team) }
    if remark.isEmpty, date < snapshot.today || date == snapshot.today && kind != .extra {
      throw .pastWithoutReason(date)
    }
    switch kind {
    case .extra, .times:
      if from == nil || to == nil { throw .noHours }
    case .swap:
      guard let out, let stands else { throw .swapNeedsTwo }
      if out.code == stands.code { throw .swapNeedsTwo }
    case .off: break
    }
  }
}

package enum ExceptionKind: String, Choice {
  case extra, off, times, swap
  package static let table = "exception"

  package var label: Phrase {
    switch self {
    case .extra: Phrase("加班次", "加班次", "Extra shift")
    case .off: Phrase("停班", "停班", "No duty")
    case .times: Phrase("改时间", "改時間", "Other hours")
    case .swap: Phrase("换人", "換人", "Swap people")
    }
  }
}

extension FieldType where Value == String {
  package static let rosterLine = FieldType(
    entry: .reference(.rosterLine), expected: .oneOfTheList,
    parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 })
  package static let routeCode = FieldType(
    entry: .reference(.route), expected: .oneOfTheList,
    parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 })
}
