import ArgumentParser
import Patrol
import Runner

/// `xunfang history KIND CODE`, `xunfang history settings|policy|desk`: who changed what, when, from
/// what to what.
///
/// Prints a row for each field that changed, or one for a change of no field. Personal data stays
/// masked; there is no way to reveal it here.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "What was changed of one record, or of the settings, newest first.")

  @Argument(help: "settings, policy or desk, or which register: \(Program.kinds.names).")
  var kind: String
  @Argument(help: "The record's code; none for the settings.") var code: String?
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let (subject, code) = try record(runner)
      let reply = runner.perform(.history(subject, code: code))
      guard let changes = reply.outcome.answer(RecordHistory.self)?.changes else {
        return Outcomes.of(reply, shared)
      }
      // One that was taken out of its register has a history all the same.
      if changes.isEmpty, case .register(let kind) = subject {
        try runner.snapshot.needs(code, in: [kind])
      }
      let rows = changes.flatMap { change in Self.rows(change, subject, of: group) }
      Output.table(
        [
          ("At", "At"), ("By", "By"), ("Act", "Act"), ("Code", "Code"), ("Field", "Field"),
          ("From", "From"), ("To", "To"),
        ], rows, format)
      return Outcomes.read(
        [reply.trouble].compactMap { $0 } + (try runner.unread()), shared, .success)
    }
  }

  /// The group of the settings that is asked for.
  private var group: SettingsGroup? {
    [SettingsGroup.policy, .desk].first { $0.kind.lowercased() == kind }
  }

  private func record(_ runner: CommandRunner) throws -> (Change.Subject, String) {
    if kind == Change.Subject.settings.text || group != nil {
      let unit = try runner.snapshot.station.unit
      guard code == nil || code == unit else {
        throw ValidationError("the settings are those of \(unit)")
      }
      return (.settings, unit)
    }
    let kind = try RegisterArgument.read(kind)
    guard let code else { throw ValidationError("which record? give its code") }
    return (.register(kind), code)
  }

  private static func rows(
    _ change: Change, _ subject: Change.Subject, of group: SettingsGroup?
  ) -> [[String]] {
    let head = [change.at.text, change.by.text, change.act.rawValue, change.code]
    let fate = change.fate == .added ? "added" : change.fate == .removed ? "removed" : ""
    if change.fields.isEmpty { return [head + [fate, "", ""]] }
    let fields = change.fields.filter { field in
      group?.columns.contains { $0.name == field.name } ?? true
    }
    return fields.map { field in
      let isPersonal = subject.column(field.name)?.entry.isPersonal ?? false
      func shown(_ text: String) -> String { isPersonal ? Member.masked(text) : text }
      if let erased = field.erased { return head + [field.name, "erased \(erased.text)", ""] }
      return head + [field.name, shown(field.from), shown(field.to)]
    }
  }
}
