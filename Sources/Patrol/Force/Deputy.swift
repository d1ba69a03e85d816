import Records
import Wording

/// Who signs for a team in its leader's place on one patrol day (当日代签人): named beforehand, by
/// their own side.
package struct Deputy: Hashable, Sendable, Registered {
  package let code: String
  package let team: String
  package let date: Day
  package let person: Named

  package var name: String { person.name }
  package var pinyin: String { "" }

  package static let file = "deputies"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code)
  package static let team: Field<Self, String> = Field(
    "Team", \.team, .teamCode, Phrase("队伍", "隊伍", "Team"))
  package static let date: Field<Self, Day> = Field(
    "Date", \.date, .day, Phrase("巡防日", "巡防日", "Patrol day"))
  package static let person: Field<Self, Named> = Field(
    "Person", \.person, .person, Phrase("代签人", "代簽人", "Deputy"))

  package static let schema = Schema(
    "Deputy", Phrase("当日代签人", "當日代簽人", "Deputies of the day"), Deputy.init(code:team:date:person:),
    Self.code, Self.team, Self.date, Self.person)

  package static let layout = RegisterLayout(
    .things, in: .roster, numbering: .ofStation(letter: "S"), name: Self.team, place: Self.team,
    asked: FieldList(Self.person, Self.date),
    listed: FieldList(Self.team, Self.date, Self.person))

  /// One a team and day.
  package static func code(_ team: String, _ day: Day) -> String {
    "\(team)-\(digits(day.year, 4))\(digits(day.month, 2))\(digits(day.day, 2))"
  }
}
