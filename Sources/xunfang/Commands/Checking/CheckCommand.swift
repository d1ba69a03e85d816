import ArgumentParser

/// `xunfang check`: the rules of the order.
///
/// Prints a row for each finding; exit code 1 if there is any. `Rule` and `R` are the same in every
/// language, the sentence is in the reader's.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "The rules of the order: shortfalls, missing entries, late ones …")

  @Option(help: "The patrol day; today without it.") var date: String?
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let snapshot = try runner.snapshot
      let day = try date.map(DayArgument.read) ?? snapshot.today
      let findings = try runner.findings(day)
      let language = shared.spoken
      Output.table(
        [
          ("Rule", "Rule"), ("Requirement", "R"), ("About", "Unit"), ("Since", "Since"),
          ("Text", "Text"),
        ],
        findings.map {
          [
            $0.rule.rawValue, $0.rule.requirement, $0.about, $0.since?.text ?? "",
            $0.text[language],
          ]
        },
        format)
      runner.settleNow()
      let code = findings.isEmpty ? .success : Outcomes.found
      return Outcomes.read(try runner.unreadAnywhere(), shared, code)
    }
  }
}
