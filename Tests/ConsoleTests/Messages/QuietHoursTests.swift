import Patrol
import Records
import TestSupport
import Testing

@testable import Console

@Suite("Hours at which nobody is disturbed are a setting like any other")
struct QuietHoursTests {
  private static let written = [
    ("23-6", "23:00-06:00"), ("6-14", "06:00-14:00"), ("2200-0600", "22:00-06:00"),
    ("22-6、12-14", "22:00-06:00, 12:00-14:00"), ("２３－６", "23:00-06:00"), ("", ""),
  ]

  @Test("The form reads them as somebody types them", arguments: written)
  func typed(_ text: String, _ spans: String) throws {
    let world = try Typist(try Demo.small()).world
    let reading = FormPlan.settings(.policy).reading(Draft(), in: world)
    var draft = Draft()
    try reading.write(text, Policy.quietHours.column.name, in: &draft, Recollection())
    #expect(draft[Policy.quietHours.column] == spans)
    // What has no end, or none that a clock has, is no span.
    #expect(throws: FieldError.self) {
      try reading.write("23-", Policy.quietHours.column.name, in: &draft, Recollection())
    }
    #expect(throws: FieldError.self) {
      try reading.write("25-6", Policy.quietHours.column.name, in: &draft, Recollection())
    }
  }
}
