/// What every rule finds in a survey: the same as long as that is.
package struct FoundOfDay: Sendable {
  private let found: [Finding]

  package init(_ survey: Survey) {
    found = Rules.all.filter { survey.snapshot.isRead($0.reads) }.flatMap { $0.findings(survey) }
  }

  /// Everything that is left to do, what presses most first.
  ///
  /// - Parameters:
  ///   - registers: what was found in the registers.
  ///   - unread: what was not read.
  ///   - deferrals: what was put off or accepted.
  package func with(
    registers: [Finding], unread: [Finding] = [], deferrals: Deferrals? = nil
  ) -> [Finding] {
    let all = unread + found + registers
    return ToDo(deferrals?.left(of: all) ?? all).findings
  }
}
