import Records
import Wording

/// What follows from points that are not in order: their problems, what is demanded, and by when.
///
/// Proposed, and the inspector may change it.
package struct FollowsFromPoints {
  private let codes: CodeBook
  private let language: Language

  /// - Parameter language: in which what is demanded is written.
  package init(_ codes: CodeBook, _ language: Language) {
    (self.codes, self.language) = (codes, language)
  }

  /// Problems of the points that were answered with “no”; of a team of which nobody was there, that too.
  package func problems(_ draft: Draft) -> [String] {
    let wrong = zip(draft["Points"], codes.table("point")).filter { $0.0 == "2" }.map(\.1.brings)
    let nobody = draft["Present"] == "0" ? ["C"] : []
    let loose = codes.code("formation", draft["Formation"]).map { [$0.brings] } ?? []
    var found: [String] = []
    for code in nobody + wrong + loose where !code.isEmpty && !found.contains(code) {
      found.append(code)
    }
    return found
  }

  /// What is demanded because of some problems, in the order of the table.
  package func demand(_ problems: String) -> String {
    let codes = problems.split(separator: " ").compactMap { self.codes.code("problem", String($0)) }
    let phrases = self.codes.phrases(for: Inspection.required.column.name)
    return codes.compactMap { code in phrases.first { $0.number == code.brings }?.text(language) }
      .joined()
  }

  /// Fields that follow from a change; what somebody has written instead stays.
  package func values(_ old: Draft, _ new: Draft, day: Day) -> [String: String] {
    var values: [String: String] = [:]
    var problems = new["Problems"]
    if ["Points", "Present", "Formation"].contains(where: { old[$0] != new[$0] }) {
      let (before, now) = (self.problems(old), self.problems(new))
      let kept = problems.split(separator: " ").map(String.init).filter { !before.contains($0) }
      problems = (now + kept.filter { !now.contains($0) }).joined(separator: " ")
      if problems != new["Problems"] { values["Problems"] = problems }
    }
    guard problems != old["Problems"] else { return values }
    if new["Required"].isEmpty || new["Required"] == demand(old["Problems"]) {
      values["Required"] = demand(problems)
    }
    guard !problems.isEmpty else {
      if new["Decision"] == "deadline" { values["Decision"] = "" }
      values["By"] = ""
      return values
    }
    if new["Decision"].isEmpty { values["Decision"] = "deadline" }
    // Only proposed: no date is fixed by the order.
    if new["By"].isEmpty { values["By"] = (day + 3).text }
    return values
  }
}
