import Records
import Wording

/// A training: who was trained, by whom, when, on what (R26).
package struct Training: Hashable, Sendable, Registered {
  package let code: String
  package let date: Day
  package let topic: String
  package let trainer: String
  package let organiser: String
  package let hours: Int?
  package let place: String
  /// Members, volunteers, watch posts, informants by their alias, and teams that came as a whole.
  package let attendees: [Named]
  package let remark: String

  package var name: String { topic }
  package var pinyin: String { "" }

  package static let file = "training"
  package static let code: Field<Self, String> = Field(
    "Code", \.code, .key, .code, also: ["序号", "编号"])
  package static let date: Field<Self, Day> = Field(
    "Date", \.date, .day, Phrase("日期", "日期", "Date"), also: ["培训日期"])
  package static let topic: Field<Self, String> = Field(
    "Topic", \.topic, .line, Phrase("内容", "內容", "Topic"), also: ["培训内容", "主题"])
  package static let trainer: Field<Self, String> = Field(
    "Trainer", \.trainer, .prose, Phrase("授课人", "授課人", "Trainer"), also: ["教官", "讲师"])
  package static let organiser: Field<Self, String> = Field(
    "Organiser", \.organiser, .prose, Phrase("组织单位", "組織單位", "Held by"), also: ["培训单位"])
  package static let hours: Field<Self, Int?> = Field(
    optional: "Hours", \.hours, .count(1...200), Phrase("时长（小时）", "時長（小時）", "Hours"),
    also: ["时长", "课时"])
  package static let place: Field<Self, String> = Field(
    "Place", \.place, .prose, Phrase("地点", "地點", "Place"))
  package static let attendees: Field<Self, [Named]> = Field(
    "Attendees", \.attendees, .people(.trainee), Phrase("参加人员", "參加人員", "Attendees"),
    also: ["参训人员", "参加人"])
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "Training", Phrase("培训", "培訓", "Training"),
    Training.init(
      code:date:topic:trainer:organiser:hours:place:attendees:remark:), Self.code, Self.date,
    Self.topic, Self.trainer, Self.organiser, Self.hours, Self.place, Self.attendees, Self.remark)

  package static let layout = RegisterLayout(
    .things, numbering: .ofStation(letter: "T"), name: Self.topic,
    asked: FieldList(
      Self.topic, Self.attendees, Self.date, Self.trainer, Self.organiser, Self.hours, Self.place,
      Self.remark, Self.code),
    listed: FieldList(
      Self.date, Self.attendees, Self.trainer, Self.organiser, Self.hours, Self.place)
  ) { about in
    [
      Self.date.says(about.today.text), Self.organiser.says(about.snapshot.station.name),
      Self.trainer.says(about.snapshot.station.onDuty?.name ?? ""),
    ]
  }
}

extension FieldType where Value == [Named] {
  /// Several people or posts of the registers, at least one, each once.
  package static func people(_ list: Reference) -> FieldType {
    FieldType(
      entry: .references(list), expected: Phrase("至少一人", "至少一人", "at least one person"),
      parse: { text in
        guard
          let all = FieldType<Named>.person.list(entry: .references(list)).parse(text),
          !all.isEmpty, Set(all.map(\.code)).count == all.count
        else { return nil }
        return all
      },
      print: { $0.map(\.text).joined(separator: ", ") })
  }

  /// The same, or nobody in particular.
  package static func somePeople(_ list: Reference) -> FieldType {
    FieldType<Named>.person.list(entry: .references(list))
  }
}
