import Patrol
import Records
import Testing

@Suite("What tables write is read as what it means, or refused by name, never invented")
struct WrittenTableTests {
  private func reading(_ text: String) -> String {
    switch WrittenDay(text) {
    case .day(let day): day.text
    case .serial(let day): "serial \(day.text)"
    case .monthOnly: "no day"
    case .unclearYear: "which year"
    case .unlike: "none"
    }
  }

  @Test(
    "Dates",
    arguments: [
      ("2026年11月4日", "2026-11-04"), ("2026.11.4", "2026-11-04"), ("2026/11/04", "2026-11-04"),
      ("２０２６－１１－０４", "2026-11-04"), ("20261104", "2026-11-04"), ("26年11月4日", "2026-11-04"),
      ("2026-11-04 00:00:00", "2026-11-04"), ("2026-11-04T08:30:00", "2026-11-04"),
      ("二〇二六年十一月四日", "2026-11-04"), ("2026 年 11 月 4 日", "2026-11-04"), ("2026-02-30", "none"),
      ("昨天", "none"), ("", "none"),
      ("2026年11月", "no day"), ("2026-11", "no day"), ("26年3月", "no day"),
      ("45000", "serial 2023-03-15"), ("46330", "serial 2026-11-04"), ("99999", "none"),
      ("12345", "none"), ("45000.5", "none"), ("2/3/26", "which year"), ("12/3/26", "which year"),
      ("26-11-4", "which year"), ("2026-11-04 夜里", "none"), ("2026年3月4日至今", "none"),
      ("99999999", "none"), ("-1", "none"), ("2026", "none"),
      ("99999999999999999999", "none"),
    ])
  func days(_ text: String, _ meant: String) { #expect(reading(text) == meant) }

  @Test(
    "A day with its time; a day alone is no moment",
    arguments: [
      ("2026-11-20 22:30", "2026-11-20 22:30"), ("2026/11/20 22:30:00", "2026-11-20 22:30"),
      ("2026年11月20日22时30分", "2026-11-20 22:30"), ("2026年11月20日 晚8点半", "2026-11-20 20:30"),
      ("2026-11-04T08:30:00", "2026-11-04 08:30"), ("20261120 0130", "2026-11-20 01:30"),
      ("2026-11-20", "none"), ("22:30", "none"), ("2026-02-30 22:30", "none"), ("", "none"),
      ("11-20 22:30", "none"), ("2026-11-20 夜里", "none"),
    ])
  func moments(_ text: String, _ meant: String) {
    #expect(WrittenMoment.moment(text)?.text ?? "none" == meant)
  }

  @Test(
    "One telephone number, however it is written",
    arguments: [
      ("10000000001", "10000000001"), ("10000000001.0", "10000000001"),
      ("１００ ００００ ０００１", "10000000001"), ("+86 100-0000-0001", "10000000001"),
      ("0086(100)00000001", "10000000001"), ("8610000000001", "10000000001"),
      ("100·0000·0001", "10000000001"), ("0371-61234567", "037161234567"),
      ("（0371）6123456", "03716123456"), ("010-61234567", "01061234567"), ("61234567", "61234567"),
      ("61234", "61234"), ("400-812-3456", "4008123456"), ("+852 6123 4567", "+85261234567"),
    ])
  func phones(_ text: String, _ meant: String) { #expect(WrittenPhone(text) == .number(meant)) }

  @Test(
    "What is not one telephone number is said to be what it is",
    arguments: [
      ("0371-61234567-801", WrittenPhone.extended), ("61234567-801", .extended),
      ("0371-61234567转801", .extended), ("61234567#12", .extended),
      ("10000000001/10000000002", .several), ("10000000001、61234567", .several),
      ("10000000001 10000000002", .several), ("6123456 6123457", .several),
      ("10000000001\n10000000002", .several), ("137000011112", .unlike), ("1370000111", .unlike),
      ("1.37E+10", .unlike), ("123", .unlike), ("无", .unlike), ("1000000000１0", .unlike),
      ("137000011110", .unlike), ("00000000", .unlike), ("", .unlike),
    ])
  func noPhone(_ text: String, _ reading: WrittenPhone) { #expect(WrittenPhone(text) == reading) }
}
