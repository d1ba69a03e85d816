import Records
import Wording

/// What an inspection's draft will say, in a sentence, and what is missing (R22).
package struct InspectionSentence: Sendable {
  package let text: Phrase
  package let missing: [Column]

  package init(_ draft: Draft, _ snapshot: Snapshot) {
    let team = Named(draft["Inspected"]), points = draft["Points"]
    let from = Moment(draft["From"]), to = Moment(draft["To"])
    let numbers = Crew.numbers(draft, PageKind.inspection.columns)
    var missing: [Column] = []
    if team == nil { missing.append(Inspection.inspected.column) }
    if from == nil || to == nil { missing.append(Inspection.span.column) }
    if numbers == nil { missing.append(Inspection.crew.column) }
    if points.utf8.count < 8 { missing.append(Inspection.points.column) }
    if points.contains("2"), draft["Problems"].isEmpty {
      missing.append(Inspection.problems.column)
    }
    if draft["Decision"] == "deadline", draft["By"].isEmpty {
      missing.append(Inspection.by.column)
    }
    self.missing = missing
    text = Phrase { language in
      guard let team else { return "" }
      let parts = [
        Self.head(draft, team, from, to, language),
        numbers.map { PatrolSentence.crew(draft, $0, snapshot, language) } ?? "",
        Self.points(points, snapshot, language),
      ]
      return (parts + Self.problems(draft, snapshot, language)).filter { !$0.isEmpty }
        .joined(separator: language == .en ? "; " : "，")
    }
  }

  private static func head(
    _ draft: Draft, _ team: Named, _ from: Moment?, _ to: Moment?, _ language: Language
  ) -> String {
    let side = Named(draft["Inspecting"])?.name ?? ""
    let day = Day(draft["Date"])?.monthAndDay ?? ""
    let span = [from, to].compactMap { $0.map { PatrolSentence.clock($0, of: draft, language) } }
      .joined(separator: "-")
    return Phrase(
      "\(side)检查\(team.name) \(day) \(span)", "\(side)檢查\(team.name) \(day) \(span)",
      "\(side) inspects \(team.name) \(day) \(span)")[language].trimmingBlanks()
  }

  /// How many of the points are in order, and which are not.
  private static func points(
    _ points: String, _ snapshot: Snapshot, _ language: Language
  ) -> String {
    guard !points.isEmpty else { return "" }
    let labels = snapshot.codes.table("point").map { $0.label[language] }
    let bad = zip(points, labels).filter { $0.0 == "2" }.map { $0.1 }
    let good = points.count { $0 == "1" }
    let head = Phrase("\(good) 项合格", "\(good) 項合格", "\(good) points in order")[language]
    guard !bad.isEmpty else { return head }
    return head
      + Phrase("，不合格：", "，不合格：", "; not in order: ")[language]
      + bad.joined(separator: language.separator)
  }

  private static func problems(
    _ draft: Draft, _ snapshot: Snapshot, _ language: Language
  ) -> [String] {
    let problems = draft["Problems"].split(separator: " ").map {
      snapshot.codes.label("problem", String($0), language)
    }
    let list = problems.joined(separator: language.separator)
    var parts =
      problems.isEmpty
      ? [] : [Phrase("问题：\(list)", "問題：\(list)", "problems: \(list)")[language]]
    if !draft["Found"].isEmpty { parts.append(draft["Found"].replacing("\n", with: " ")) }
    if !draft["Decision"].isEmpty {
      parts.append(snapshot.codes.label("decision", draft["Decision"], language))
    }
    if let by = Day(draft["By"]) {
      let day = by.monthAndDay
      parts.append(Phrase("\(day) 前整改", "\(day) 前整改", "to be fixed by \(day)")[language])
    }
    if !draft["Settles"].isEmpty {
      parts.append(
        Phrase(
          "销号 №\(draft["Settles"])", "銷號 №\(draft["Settles"])", "settles №\(draft["Settles"])")[
            language])
    }
    return parts
  }
}
