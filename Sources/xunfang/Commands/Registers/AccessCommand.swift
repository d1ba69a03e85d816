import ArgumentParser
import Patrol

/// `xunfang access`: who looked at whose personal data, and why.
struct AccessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access", abstract: "Who looked at whose personal data, when and why.")

  @Option(help: "Only of this record, by code.") var code: String?
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let columns = Access.schema.columns
      let runner = try shared.runner()
      let (lines, unread) = try runner.accesses(to: code)
      // A record that is gone may have been looked at: only a code without a trace is refused.
      if lines.isEmpty, let code { try runner.snapshot.needs(code) }
      let rows = lines.map { access in
        let texts = Access.schema.texts(access)
        return columns.map { texts[$0.name] ?? "" }
      }
      Output.table(columns.map { ($0.name, $0.label[shared.spoken]) }, rows, format)
      return Outcomes.read(unread, shared, .success)
    }
  }
}
