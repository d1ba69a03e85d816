import Records
import Wording

/// A20, A36, A37: something reported that nobody has, nobody looked into for seven days, or whose outcome is
/// overdue (R20).
///
/// Of one lead the first of these is found, and no other.
enum LeadsDue: Rule {
  static let finds: [RuleID] = [.leadUnassigned, .leadUnverified, .leadOverdue]
  static let reads: [RegisterKind] = [.intelligence]

  static let patience = 7

  static func findings(_ survey: Survey) -> [Finding] {
    let policy = survey.snapshot.station.policy
    return survey.snapshot.openLeads(survey.told).compactMap { item in
      let due = item.due(policy)
      let age = survey.now - item.lead.reported
      if item.stage == .reported { return finding(.leadUnassigned, item, due, survey) }
      if item.stage == .assigned, age >= patience * 1440 {
        return finding(.leadUnverified, item, due, survey)
      }
      return survey.now > due ? finding(.leadOverdue, item, due, survey) : nil
    }
  }

  private static func finding(
    _ rule: RuleID, _ item: LeadItem, _ due: Moment, _ survey: Survey
  ) -> Finding {
    let lead = item.lead
    let words = lead.facts.count > 16 ? lead.facts.prefix(15) + "…" : lead.facts
    let name = survey.snapshot.unitName(lead.unit)
    let officer = lead.officer?.name
    let isOver = survey.now > due
    return Finding(
      rule, about: lead.unit, since: survey.snapshot.station.patrolDay(lead.reported),
      place: .lead(item.id),
      isUrgent: lead.urgency == .urgent && isOver,
      Phrase { language in
        let who = officer.map { "\($0)\(language == .en ? ", " : "，")" } ?? ""
        return Phrase(
          "\(name) “\(words)”\(who)限 \(due.text)\(isOver ? "，超期" : "")",
          "\(name)「\(words)」\(who)限 \(due.text)\(isOver ? "，超期" : "")",
          "\(name): “\(words)”, \(who)due \(due.text)\(isOver ? ", overdue" : "")")[language]
      })
  }
}

extension RuleID {
  package static let leadUnassigned = RuleID(
    "A36", of: "R20", Phrase("情报未派", "情報未派", "Not assigned"),
    act: Phrase("派办", "派辦", "Assign"),
    leave: .never(
      Phrase(
        "情报要有人查，查不了也要定结果", "情報要有人查，查不了也要定結果",
        "what was reported is looked into, and that it can't be is an outcome")),
    Phrase(
      "报告了还没有派给谁查的情报，包括记录页上转情报的。派办后自动消去。", "報告了還沒有派給誰查的情報，包括記錄頁上轉情報的。派辦後自動消去。",
      "Something reported that nobody has yet, pages that tell it included. Assign it to an officer."
    ))
  package static let leadUnverified = RuleID(
    "A20", of: "R20", Phrase("情报未查", "情報未查", "Not looked into"),
    act: Phrase("查证", "查證", "Look into it"),
    Phrase(
      "报告满七天还没有查证情况。写明查到什么后自动消去。", "報告滿七天還沒有查證情況。寫明查到什麼後自動消去。",
      "Seven days after it was reported nobody has said what looking into it found. Say so."))
  package static let leadOverdue = RuleID(
    "A37", of: "R20", Phrase("结果超期", "結果超期", "Outcome overdue"),
    act: Phrase("定结果", "定結果", "Settle"),
    Phrase(
      "按缓急该有结果而没有。属实、排除、误报、无法核实都是结果。", "按緩急該有結果而沒有。屬實、排除、誤報、無法核實都是結果。",
      "By its urgency it should have an outcome. Substantiated, ruled out, false alarm and can't be verified are outcomes."
    ))
}
