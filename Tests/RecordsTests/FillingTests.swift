import Patrol
import Records
import Testing

@Suite("A record that a program fills in")
struct FillingTests {
  /// A record made field by field, and what its file would say.
  struct Made: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let texts: [String: String]
    let make:
      @Sendable () throws -> (made: AnyHashable, read: AnyHashable, printed: [String: String])

    init<R: Hashable>(
      _ schema: Schema<R>, _ texts: [String: String],
      _ fill: @escaping @Sendable (inout Filling<R>) -> Void
    ) {
      (testDescription, self.texts) = (schema.kind, texts)
      make = {
        let made = try schema.make(fill)
        return (made, try schema.parse(texts), schema.texts(made))
      }
    }
  }

  static let day = Day("2026-11-24") ?? Day(number: 0)

  static let all = [
    Made(
      Team.schema,
      [
        "Code": "QS-01", "Name": "高庄村队", "Tier": "village", "Unit": "QS-01", "Officer": "P-002 李警官",
        "Floor": "6", "Focus": "transformer vehicle", "Since": "2026-11-24",
      ]
    ) {
      $0.code = "QS-01"
      $0.name = "高庄村队"
      $0.tier = .village
      $0.unit = "QS-01"
      $0.officer = Named("P-002", "李警官")
      $0.floor = 6
      $0.focus = ["transformer", "vehicle"]
      $0.since = day
    },
    Made(
      WatchPost.schema,
      [
        "Code": "QSP-W-0001", "Name": "青石镇粮站", "Kind": "unit", "Unit": "QS", "Required": "2",
        "Actual": "1", "Hours": "22:00-06:00, 12:00-24:00", "Armbands": "yes",
      ]
    ) {
      $0.code = "QSP-W-0001"
      $0.name = "青石镇粮站"
      $0.kind = .unit
      $0.unit = "QS"
      ($0.required, $0.actual) = (2, 1)
      $0.hours = [HourSpan(from: 1320, to: 360), HourSpan(from: 720, to: 1440)]
      $0.hasArmbands = true
    },
    Made(
      Fund.schema,
      [
        "Code": "QSP-F-0001", "Unit": "QS", "Date": "2026-11-24", "Kind": "spent",
        "Amount": "2860.50", "Purpose": "强光手电",
      ]
    ) {
      $0.code = "QSP-F-0001"
      $0.unit = "QS"
      $0.date = day
      $0.kind = .spent
      $0.amount = 286_050
      $0.purpose = "强光手电"
    },
    Made(
      ShiftHandover.schema,
      [
        "Station": "QSP 青石派出所", "Date": "2026-11-24", "From": "2026-11-23 08:00",
        "To": "2026-11-24 08:00", "Outgoing": "P-001 王警官", "Incoming": "P-002 李警官",
        "Keys": "car 2, cabinet 1",
      ]
    ) {
      $0.station = Named("QSP", "青石派出所")
      $0.date = day
      ($0.from, $0.to) = (Moment(day - 1, 480), Moment(day, 480))
      ($0.outgoing, $0.incoming) = (Named("P-001", "王警官"), Named("P-002", "李警官"))
      ($0.out, $0.open) = ([], [])
      $0.keys = [Tally("car", 2), Tally("cabinet", 1)]
    },
  ]

  @Test("is what a file with the same fields says", arguments: all)
  func same(_ made: Made) throws {
    let (record, read, printed) = try made.make()
    #expect(record == read)
    #expect(printed == made.texts)
  }

  @Test("names the field that has to be there and was left out")
  func missing() {
    let error = #expect(throws: FieldError.self) {
      try Officer.schema.make { $0.code = "P-001" }
    }
    #expect(error?.field == "Name")
    #expect(error?.found == "")
  }

  @Test("names the field whose type does not take the value")
  func refused() {
    let error = #expect(throws: FieldError.self) {
      try Officer.schema.make {
        $0.code = "P 001"
        $0.name = "王警官"
        $0.unit = "QSP"
      }
    }
    #expect(error?.field == "Code")
    #expect(error?.found == "P 001")
  }

  @Test("is another one but for what is said of it")
  func like() throws {
    let officer = try Officer.schema.make {
      $0.code = "P-001"
      $0.name = "王警官"
      $0.unit = "QSP"
      $0.phone = "10090000001"
    }
    let changed = try Officer.schema.make(like: officer) {
      $0.name = $0.name.map { $0 + "（青石）" }
      $0.phone = nil
      $0.until = Self.day
    }
    #expect(changed.code == "P-001")
    #expect(changed.name == "王警官（青石）")
    #expect(changed.phone == nil)
    #expect(changed.until == Self.day)
  }

  @Test("is printed in the order of the fields, also before it is whole")
  func printed() {
    let filling = Filling<Officer> {
      $0.unit = "QSP"
      $0.phone = nil
      $0.code = "P-001"
    }
    let fields = Officer.schema.print(filling)
    #expect(fields.map(\.name) == ["Code", "Unit"])
    #expect(fields.map(\.value) == ["P-001", "QSP"])
  }
}
