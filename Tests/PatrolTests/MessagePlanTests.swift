import Patrol
import Records
import TestSupport
import Testing
import Wording

@Suite("Whom a message is for, and what it takes")
struct MessagePlanTests {
  @Test(
    "Texts are counted as they go over the air",
    arguments: [
      ("", 1, 0), (String(repeating: "字", count: 70), 1, 70),
      (String(repeating: "字", count: 71), 2, 71), (String(repeating: "字", count: 134), 2, 134),
      (String(repeating: "字", count: 135), 3, 135), (String(repeating: "a", count: 160), 1, 160),
      (String(repeating: "a", count: 161), 2, 161), ("[€]", 1, 6), ("𠮷", 1, 2),
      (String(repeating: "a", count: 80) + "字", 2, 81),
    ])
  func parts(_ text: String, _ count: Int, _ length: Int) {
    let parts = TextParts(text)
    #expect(parts.count == count && parts.length == length)
    #expect(TextParts(text + String(repeating: "字", count: 1)).count >= count)
  }

  @Test("Parts of the day that run past midnight touch what they touch")
  func hours() throws {
    func span(_ text: String) throws -> HourSpan { try #require(HourSpan(text)) }
    for (one, other, touches) in [
      ("20:00-23:00", "19:00-22:00", true), ("20:00-23:00", "23:00-06:00", false),
      ("22:00-06:00", "05:00-14:00", true), ("22:00-06:00", "06:00-14:00", false),
      ("00:00-24:00", "03:00-04:00", true), ("20:00-08:00", "22:00-02:00", true),
    ] {
      #expect(try span(one).touches(span(other)) == touches, "\(one) \(other)")
      #expect(try span(other).touches(span(one)) == touches, "\(other) \(one)")
    }
  }

  @Test("A section narrows who has one, and it is said of whom it narrows nobody")
  func sections() throws {
    let snapshot = try Demo.snapshot(try Demo.directory())
    var new = NewMessage(.prompt)
    (new.text, new.groups) = ("x", [.sanitation, .taxi])
    let everybody = MessagePlan(new, in: snapshot, at: Demo.now.moment)
    new.sections = ["建设路"]
    let plan = MessagePlan(new, in: snapshot, at: Demo.now.moment)
    #expect(plan.recipients.filter { $0.group == .sanitation }.allSatisfy { $0.section == "建设路" })
    #expect(
      plan.recipients.count { $0.group == .taxi }
        == everybody.recipients.count { $0.group == .taxi })
    #expect(plan.notNarrowed == [.taxi])
    #expect(plan.warnings.first?[.hans].contains("不分路段，全部在内") == true)
  }

  @Test("A template's blank that nobody filled in is named; nobody's number or name goes out")
  func words() throws {
    let snapshot = try Demo.snapshot(try Demo.stocked())
    func refusal(_ text: String) -> MessageRefusal? {
      var new = NewMessage(.prompt)
      (new.text, new.groups) = (text, [.sanitation])
      do throws(MessageRefusal) {
        try new.check(
          MessagePlan(new, in: snapshot, at: Demo.now.moment), in: snapshot, at: Demo.now.moment)
        return nil
      } catch { return error }
    }
    #expect(refusal("{特征，写看见的}往南") == .blank("特征，写看见的"))
    #expect(refusal(" ") == .noText)
    for name in ["请找邓玉兰", "请找邓 玉兰", "请找邓\u{3000}玉·兰"] {
      #expect(refusal(name) == .personal("环卫保洁0001"), "\(name)")
    }
    for number in ["打幺〇〇九〇〇〇〇〇〇一", "打1009⓪⓪⓪⓪⓪⓪1", "打١٠٠٩٠٠٠٠٠٠١"] {
      #expect(refusal(number) == .personal("10090000001"), "\(number)")
    }
    #expect(refusal("打100\u{200B}9000\u{200B}0001") == .unseen("打100‹U+200B›9000‹U+200B›0001"))
    #expect(refusal("请注意\u{202E}发现") == .unseen("请注意‹U+202E›发现"))
    if case .personal(let said) = refusal("二十二时三十分至两点，二〇二六年十一月二十五日") {
      Issue.record("\(said)")
    }
    #expect(refusal("打10090000001") == .personal("10090000001"))
    for text in ["电话100-1234-5678", "100.1234.5678", "１００１２３４５６７８"] {
      #expect(refusal(text) == .personal("10012345678"), "\(text)")
    }
    for text in ["空{路段", "空｛路段｝"] { #expect(refusal(text) == .blank("…"), "\(text)") }
    #expect(refusal("报110，2026年11月25日") != .personal("2026"))
  }
}
