import Patrol
import Records
import Testing

@Suite("Identity numbers, money, hours: strict in files, lenient in tables")
struct PersonalTypeTests {
  @Test("GB 11643: 18 characters, a day of birth that exists, the right check character")
  func identity() {
    #expect(IdentityNumber("11010519491231002X")?.birth == Day("1949-12-31"))
    #expect(IdentityNumber("11010519491231002x")?.text == "11010519491231002X")
    #expect(IdentityNumber("440524188001010014")?.birth == Day("1880-01-01"))
    for wrong in [
      "110105194912310021", "11010519490231002X", "1101051949123100", "11010519491231002Y", "",
      "１1010519491231002",
    ] {
      #expect(IdentityNumber(wrong) == nil, "\(wrong)")
    }
  }

  @Test(
    "Money is kept in fen",
    arguments: [("12500", 1_250_000), ("0.5", 50), ("2860.50", 286_050), ("3.05", 305)])
  func money(_ text: String, _ fen: Int) {
    #expect(FieldType<Int>.money.parse(text) == fen)
    #expect(FieldType<Int>.money.parse(FieldType<Int>.money.print(fen)) == fen)
  }

  @Test("Hours are spans of the day; one may run past midnight")
  func hours() {
    let night = HourSpan("22:00-06:00")
    #expect(night?.contains(23 * 60) == true && night?.contains(5 * 60) == true)
    #expect(night?.contains(12 * 60) == false)
    #expect(HourSpan("00:00-24:00")?.contains(1439) == true)
    #expect(HourSpan("8-12") == nil)
    #expect(FieldType<[HourSpan]>.hours.parse("05:00-14:00, 18:00-20:00")?.count == 2)
  }

  @Test(
    "Hours and sums as people write them",
    arguments: [
      ("6-14", "06:00-14:00"), ("0600至1400", "06:00-14:00"), ("22:00～6:00", "22:00-06:00"),
      ("全天", "00:00-24:00"), ("夜班", "20:00-08:00"), ("5点-9点半、14-18", "05:00-09:30, 14:00-18:00"),
    ])
  func spans(_ text: String, _ hours: String) { #expect(Written.hours(text) == hours) }

  @Test("Sums of money with signs, commas and 万")
  func sums() {
    #expect(Written.money("￥12,500.50元") == "12500.50")
    #expect(Written.money("1.25万") == "12500")
    #expect(Written.money("3万元") == "30000")
  }
}
