/// What every rule finds in a survey: the same as long as that is.
package struct FoundOfDay: Sendable {
  private var urgent: [Finding] = []
  private var others: [Finding] = []

  package init(_ survey: Survey) {
    for rule in Rules.all where survey.snapshot.isRead(rule.reads) {
      let found = rule.findings(survey)
      guard found.contains(where: \.isUrgent) else {
        others += found
        continue
      }
      urgent += found.filter(\.isUrgent)
      others += found.filter { !$0.isUrgent }
    }
  }

  /// - Parameter registers: what was found in the registers.
  package func with(registers: [Finding]) -> [Finding] {
    let urgent = urgent + registers.filter(\.isUrgent)
    let others = others + registers.filter { !$0.isUrgent }
    return urgent.isEmpty ? others : urgent + others
  }
}
