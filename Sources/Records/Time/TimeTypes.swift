import Wording

extension FieldType where Value == Day {
  package static let day = FieldType(
    entry: .day,
    expected: Phrase(
      hans: "日期，如 11-24 或 -1（昨天）", hant: "日期，如 11-24 或 -1（昨天）",
      en: "a date such as 11-24, or -1 for yesterday"),
    recType: "date", parse: { Day($0) }, print: \.text)
}

extension FieldType where Value == Moment {
  package static let moment = FieldType(
    entry: .moment,
    expected: Phrase(
      hans: "时间，如 2030", hant: "時間，如 2030", en: "a time such as 2030"),
    recType: "date", parse: { Moment($0) }, print: \.text)
}
