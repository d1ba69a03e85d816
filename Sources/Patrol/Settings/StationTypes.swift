import Records
import Wording

extension FieldType where Value == Int {
  /// A time of day in minutes, written `08:00`.
  package static let clock = FieldType(
    entry: .clock, expected: Phrase("时刻，如 08:00", "時刻，如 08:00", "a time such as 08:00"),
    parse: { Moment.minuteOfDay($0) }, print: Moment.clock)
}

extension FieldType where Value == Named {
  /// Somebody in a register: code and name.
  package static let person = FieldType(
    entry: .reference(.person), expected: .oneOfTheList, recType: "line", parse: { Named($0) },
    print: \.text)
  /// Somebody of a particular list: the console offers the people who come into question.
  package static func someone(_ list: Reference) -> FieldType {
    FieldType(
      entry: .reference(list), expected: .oneOfTheList, recType: "line", parse: { Named($0) },
      print: \.text)
  }
  package static let team = FieldType(
    entry: .reference(.team), expected: .oneOfTheList, recType: "line", parse: { Named($0) },
    print: \.text)
}
