import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

@Suite("What is written of cases and of what was reported lies behind, and tells nobody's name")
struct FreeWordsTests {
  private static let lead = [
    "Code": "QSP-Q-0009", "Facts": "厢式货车1辆停靠村口", "Reported": "2026-11-24 20:00",
    "Source": "public", "Subject": "vehicle", "Unit": "QS", "Urgency": "prompt",
    "Officer": "P-001 王警官", "Assigned": "2026-11-24 20:10", "Checked": "2026-11-24 20:20",
    "Findings": "到场未见", "Outcome": "ruledout", "Closed": "2026-11-24 20:30", "Told": "电话告知",
  ]
  private static let incident = [
    "Code": "QSP-C-0009", "Category": "shop", "Preventable": "yes", "Major": "no", "Unit": "QS",
    "From": "2026-11-24 20:00", "To": "2026-11-24 21:00", "What": "卷闸门被撬",
  ]

  private func said(_ kind: RegisterKind, _ texts: [String: String]) throws -> String {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let said = Said.by(runner.perform(.put(RegisterRecord(kind, texts, seen: nil))))
    _ = scratch.path
    return said
  }

  /// Every free text in which people could be told.
  private static let texts: [(RegisterKind, [String: String], String)] =
    ["Facts", "Findings", "Told", "Remark"].map { (.intelligence, lead, $0) }
    + ["What", "Remark"].map { (.incidents, incident, $0) }

  @Test("A number of somebody known and an informant's name are refused in every free text")
  func names() throws {
    for (kind, begun, field) in Self.texts {
      let label = kind.column(field)?.label[.hans] ?? ""
      for (text, words) in [
        ("打 10090000001 找他", "“\(label)”里写了 环卫保洁0001 的号码"),
        ("打 1009 000-0001 找他", "“\(label)”里写了 环卫保洁0001 的号码"),
        ("打１００９００００００１找他", "“\(label)”里写了 环卫保洁0001 的号码"),
        ("问邓玉兰得知", "“\(label)”里写了信息员 环卫保洁0001 的姓名"),
      ] {
        let said = try said(kind, begun.merging([field: text]) { $1 })
        #expect(said.contains(words), "\(field) \(text): \(said)")
        #expect(!said.contains("邓玉兰") && !said.contains("0000001"), "\(said)")
      }
      let fine = try said(
        kind, begun.merging([field: "环卫保洁0001 说 11-24 2030 见到，案号 20261124001"]) { $1 })
      #expect(fine.hasPrefix("已存"), "\(field): \(fine)")
    }
  }

  @Test("Words that end with a full stop of their own get no second one")
  func fullStop() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let texts = Self.incident.merging(["What": "卷闸门被撬。"]) { $1 }
    let said = Said.by(runner.perform(.put(RegisterRecord(.incidents, texts, seen: nil))))
    #expect(said == "已存案事件 卷闸门被撬。C-z 撤销。")
    let undone = Said.by(runner.perform(.undo))
    #expect(undone.contains("卷闸门被撬。") && !undone.contains("。。"), "\(undone)")
  }

  @Test("A table is held to the same, and says it of its line")
  func table() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    try scratch.write(
      "案件类别,发案时间,单位,可防性,重大,简要案情\n"
        + "盗窃商铺,2026-11-20 21:00,青石镇,√,,问邓玉兰得知\n"
        + "盗窃商铺,2026-11-30 21:00,青石镇,√,,门被撬\n" + "盗窃商铺,2026-11-20 21:00,青石镇,,否,门被撬\n",
      to: "cases.csv")
    let asked = TableImport(.incidents, path: "\(scratch.path)/cases.csv")
    var plan: ImportPlan?
    for case .brought(let found as ImportPlan) in runner.finish(.readTable(asked)) { plan = found }
    let bad = try #require(plan).bad
    #expect(bad.map(\.line) == [2, 3])
    #expect(bad[0].reasons.contains { $0[.hans].contains("环卫保洁0001") }, "\(bad)")
    #expect(bad[1].reasons.contains { $0[.hans].contains("还没有到 2026-11-30 21:00") }, "\(bad)")
    #expect(plan?.new.map { $0.texts["Preventable"] } == [nil] as [String?])
    #expect(plan?.new.map { $0.texts["Major"] } == ["no"])
  }

  @Test("A time that the clock has not reached is refused in every field that has one")
  func ahead() throws {
    let soon = (Demo.now.moment + 1).text
    for (kind, begun, fields) in [
      (RegisterKind.incidents, Self.incident, ["From", "To"]),
      (.intelligence, Self.lead, ["Reported", "Assigned", "Checked", "Closed"]),
    ] {
      for field in fields {
        var texts = begun
        // Whatever lies behind it as well, so that the order is right.
        for later in fields[(fields.firstIndex(of: field) ?? 0)...] { texts[later] = soon }
        if kind == .incidents, field == "From" { texts["To"] = nil }
        let said = try said(kind, texts)
        let label = kind.column(field)?.label[.hans] ?? ""
        #expect(said.contains("\(label)：还没有到 \(soon)。"), "\(field): \(said)")
      }
    }
  }
}
