import Foundation
import Patrol
import Records
import TestSupport
import Testing

@Suite("The figures of the goals are those of the files, counted by somebody else")
struct GoalFiguresTests {
  /// A register's records as recutils prints them.
  private func records(_ name: String, _ type: String, _ scratch: Scratch) throws
    -> [[String: String]]
  {
    try Recsel.records("\(scratch.path)/register/QSP/\(name).rec", type)
  }

  /// The patrol day as text: until eight in the morning it is still the day before.
  private func day(_ moment: String) throws -> String {
    let format = DateFormatter()
    format.timeZone = TimeZone(identifier: "UTC")
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "yyyy-MM-dd HH:mm"
    let date = try #require(format.date(from: moment))
    format.dateFormat = "yyyy-MM-dd"
    return format.string(from: date.addingTimeInterval(-8 * 3600))
  }

  private func isOf(_ goal: String, _ case: [String: String]) -> Bool {
    let category = `case`["Category"] ?? ""
    let thefts: Set = [
      "robbery", "snatching", "burglary", "shop", "vehicle", "ebike", "facility", "livestock",
      "theft", "financial",
    ]
    return switch goal {
    case "preventable": `case`["Preventable"] == "yes"
    case "gravecrime":
      category == "violence" || `case`["Major"] == "yes" && thefts.contains(category)
    default: category == goal
    }
  }

  @Test("To the case, and last year's figure with the difference as well", arguments: ["", "DG"])
  func figures(_ unit: String) throws {
    let scratch = try Demo.directory()
    let units = try records("units", "Unit", scratch)
    let below = Set(units.filter { $0["Parent"] == unit }.compactMap { $0["Code"] } + [unit])
    let all = try records("incidents", "Incident", scratch)
    let cases = try all.filter {
      guard let from = $0["From"] else { return false }
      return try ("2026-11-01"..."2026-11-24").contains(day(from))
        && (unit.isEmpty || below.contains($0["Unit"] ?? ""))
    }
    #expect(all.count > 100 && cases.count > 20 && cases.count < all.count)
    let bases = try records("baselines", "Baseline", scratch)
    let result = try Program(on: scratch).run(
      ["goals", "--json"] + (unit.isEmpty ? [] : ["--unit", unit]))
    let rows = try result.out.split(separator: "\n").map {
      try #require(
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String])
    }
    #expect(rows.count == 9 && rows[0]["From"] == "2026-11-01")
    for row in rows {
      let goal = try #require(row["Goal"])
      guard goal != "security", goal != "mass" else { continue }
      let count = cases.count { isOf(goal, $0) }
      #expect(row["Count"] == "\(count)", "\(goal)")
      guard unit.isEmpty, let base = bases.first(where: { $0["Goal"] == goal })?["Count"] else {
        continue
      }
      #expect(row["Before"] == base)
      #expect(row["Change"] == "\(count - (Int(base) ?? 0))")
    }
    let declared = try records("declarations", "Declaration", scratch).filter {
      $0["From"] == "2026-11-11" && $0["Goal"] == "security"
    }.compactMap { $0["Unit"] }
    let missing = units.filter {
      ["township", "subdistrict"].contains($0["Kind"] ?? "") && !declared.contains($0["Code"] ?? "")
        && (unit.isEmpty || below.contains($0["Code"] ?? ""))
    }.compactMap { $0["Code"] }
    let state = rows.first { $0["Goal"] == "security" }?["State"]
    #expect(
      state == (missing.isEmpty ? "declared" : "undeclared " + missing.joined(separator: " ")))
  }

  @Test("A table of the command centre comes in as it is written there")
  func table() throws {
    let scratch = try Demo.directory()
    let before = try records("incidents", "Incident", scratch).count
    try scratch.write(
      """
      接警单号,案件类别,发案时间,单位,发案地点,可防性,简要案情
      110-9001,盗窃电动车,2026/11/20 21:30:00,和平社区,和平小区车棚,是,电动车1辆被盗
      110-9002,入室盗窃,2026年11月20日22时05分,高庄村,村西住户,是,住户门锁被撬
      110-9003,打架伤害,2026-11-21 01:15,夜市,,否,酒后争吵
      110-9004,诈骗,2026-11-20,和平社区,步行街,否,冒充熟人转账
      110-9005,诈骗,2026-12-20 10:00,和平社区,步行街,否,冒充熟人转账

      """, to: "t.csv")
    let program = try Program(on: scratch)
    let tried = try program.run(["import", "incidents", "\(scratch.path)/t.csv", "--dry-run"])
    for said in ["夜市", "2026-11-20", "2026-12-20 10:00"] {
      #expect((tried.out + tried.err).contains(said), "\(said): \(tried.out)\(tried.err)")
    }
    let text = try scratch.text("t.csv")
    let lines = text.split(separator: "\n").prefix(3).joined(separator: "\n") + "\n"
    try scratch.write(lines, to: "t.csv")
    let result = try program.run(["import", "incidents", "\(scratch.path)/t.csv"])
    #expect(result.status == 0, "\(result.err)")
    let added = try records("incidents", "Incident", scratch).dropFirst(before)
    #expect(added.map { $0["From"] } == ["2026-11-20 21:30", "2026-11-20 22:05"])
    #expect(added.map { $0["Category"] } == ["ebike", "burglary"])
    #expect(added.map { $0["Unit"] } == ["DG-01", "QS-01"])
    #expect(added.map { $0["Source"] } == ["110-9001", "110-9002"])
  }
}
