import Records
import Wording

/// Where and when cases are frequent, as somebody decided for some time (多发区域、多发时段, R7).
package struct HotHours: Hashable, Sendable, Registered {
  package let code: String
  package let unit: String
  /// Street or part of a village; all of the unit where it is left out.
  package let section: String
  /// Days of the week, 1 Monday … 7 Sunday.
  package let weekdays: [String]
  package let from: Int
  package let to: Int
  package let since: Day
  package let until: Day?
  /// Why: a bulletin, a meeting.
  package let basis: String
  package let remark: String

  package var name: String { basis }
  package var pinyin: String { "" }

  package static let file = "hothours"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code, also: ["编号"])
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .unit, .unit, also: Headings.unit)
  package static let section: Field<Self, String> = Field(
    "Section", \.section, .prose, .section, also: ["路段", "部位", "区域"])
  package static let weekdays: Field<Self, [String]> = Field(
    "Weekdays", \.weekdays, .codes("weekday"), Phrase("星期", "星期", "Weekdays"))
  package static let from: Field<Self, Int> = Field(
    "From", \.from, .clock, Phrase("起", "起", "From"), also: ["开始时间"])
  package static let to: Field<Self, Int> = Field(
    "To", \.to, .clock, Phrase("止", "止", "To"), also: ["结束时间"])
  package static let since: Field<Self, Day> = Field(
    "Since", \.since, .day, Phrase("自", "自", "Since"))
  package static let until: Field<Self, Day?> = Field(
    optional: "Until", \.until, .day, Phrase("至", "至", "Until"))
  package static let basis: Field<Self, String> = Field(
    "Basis", \.basis, .line, Phrase("依据", "依據", "By"))
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "HotHours", Phrase("多发区域时段", "多發區域時段", "Hot areas and hours"),
    HotHours.init(code:unit:section:weekdays:from:to:since:until:basis:remark:), Self.code,
    Self.unit, Self.section, Self.weekdays, Self.from, Self.to, Self.since, Self.until, Self.basis,
    Self.remark)

  package static let layout = RegisterLayout(
    .things, in: .goals, numbering: .ofStation(letter: "H"), name: Self.basis, place: Self.unit,
    end: Self.until,
    asked: FieldList(
      Self.unit, Self.section, Self.weekdays, Self.from, Self.to, Self.since, Self.until,
      Self.basis, Self.remark, Self.code),
    listed: FieldList(Self.unit, Self.section, Self.weekdays, Self.from, Self.to, Self.until)
  ) { about in
    [
      Self.unit.says(about.unit), Self.weekdays.says("1 2 3 4 5 6 7"),
      Self.since.says(about.today.text),
    ]
  }

  package func check(in snapshot: Snapshot) throws(IncidentRefusal) {
    if let until, until < since { throw .periodBackwards(from: since, to: until) }
  }

  /// Whether an hour of a unit's weekday lies in it on a day.
  func holds(_ hour: Int, _ weekday: Int, of area: String, on day: Day, _ snapshot: Snapshot)
    -> Bool
  {
    day.lies(since: since, until: until) && HourSpan(from: from, to: to).contains(hour * 60)
      && weekdays.contains("\(weekday)")
      && snapshot.area(of: unit) ?? unit == area
  }
}

extension Snapshot {
  package var hotHours: [HotHours] { values(.hotHours) }
}
