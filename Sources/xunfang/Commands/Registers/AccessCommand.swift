import ArgumentParser
import Patrol
import Records
import Wording

/// `xunfang access`: who looked at whose personal data, and why.
struct AccessCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "access",
      abstract: .said(
        "谁在何时为何查看过谁的个人信息。", "誰在何時為何查看過誰的個人信息。", "Who looked at whose personal data, when and why."))
  }

  @Option(help: .said("只看这一条，写代号。", "只看這一條，寫代號。", "Only of this record, by code.")) var code:
    String?
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
      let language = shared.spoken
      Output.table(
        columns.map { column in
          AnswerColumn(column.name, column.label) { Self.said($0, column, language) }
        },
        rows, format, language)
      return Outcomes.read(unread, shared, .success)
    }
  }

  /// Without the registers, which are not read for it.
  private static func said(_ text: String, _ column: Column, _ language: Language) -> String {
    if let words = column.words(text, language) { return words }
    switch column.name {
    case "Register": return Program.kinds[text]?.title[language] ?? text
    case "Extent": return Looking.Extent(rawValue: text)?.label[language] ?? text
    default: break
    }
    return Stamp(text) == nil ? AnswerColumn.name(text) : AnswerColumn.time(text)
  }
}
