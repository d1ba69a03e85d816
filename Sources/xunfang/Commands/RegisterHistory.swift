import ArgumentParser
import Patrol
import Records
import Runner
import Wording

/// `xunfang undo`, `xunfang redo`: the newest step in this station's registers.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the newest change of the registers.")

  @OptionGroup var shared: SharedOptions
  func run() throws { try StepOutcome.run(.undo, shared) }
}

struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Make again what undo took back.")

  @OptionGroup var shared: SharedOptions
  func run() throws { try StepOutcome.run(.redo, shared) }
}

/// `xunfang merge KIND CODE INTO`: the same person twice, a unit that joins another.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Let one record take another's place; no page is touched.")

  @Argument(help: "Which register: \(Program.kinds.mergeable).") var kind: String
  @Argument(help: "The record that ends.") var code: String
  @Argument(help: "The one that takes its place.") var into: String
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let kind = try RegisterArgument.read(kind)
    guard kind.canMerge else {
      throw ValidationError("\(kind.name) can't be merged")
    }
    try StepOutcome.run(.merge(kind, code: code, into: into), shared)
  }
}

/// `xunfang split UNIT --code --name --moving`: a new unit that takes over some of another.
struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Make a new unit of some that stand below another.")

  @Argument(help: "The unit that is split.") var unit: String
  @Option(help: "The new unit's code.") var code: String
  @Option(help: "Its name.") var name: String
  @Option(help: "A unit that moves over, by code; as often as needed.") var moving: [String] = []
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      for code in [unit] + moving { try runner.library.needs(code, in: [.units]) }
      let step = RegisterStep(
        splitting: unit, into: Named(code, name), moving: moving, in: try runner.library)
      // What does not stand below the unit would stay where it is, without a word.
      for code in moving where !step.records.contains(where: { $0.texts["Code"] == code }) {
        throw RegisterRefusal.notBelow(code: code, unit: unit)
      }
      return StepOutcome.of(runner.perform(.change(step)), shared)
    }
  }
}

/// `xunfang erase`: what is past its keeping time.
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase personal data of people who left, and what is past its keeping time.")

  @OptionGroup var shared: SharedOptions
  func run() throws { try StepOutcome.run(.eraseDue, shared) }
}

/// `xunfang history KIND CODE`, `xunfang history settings`: who changed what, when, from what to what.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "What was changed of one record, or of the settings, newest first.")

  @Argument(help: "settings, or which register: \(Program.kinds.names).") var kind: String
  @Argument(help: "The record's code; none for the settings.") var code: String?
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let (subject, code) = try record(runner)
      let report = runner.perform(.history(subject, code: code))
      guard case .history(let changes) = report.outcome else { return Outcomes.of(report, shared) }
      // One that was taken out of its register has a history all the same.
      if changes.isEmpty, case .register(let kind) = subject {
        try runner.library.needs(code, in: [kind])
      }
      let rows = changes.flatMap { change in Self.rows(change, subject) }
      Output.table(
        [
          ("At", "At"), ("By", "By"), ("Act", "Act"), ("Code", "Code"), ("Field", "Field"),
          ("From", "From"), ("To", "To"),
        ], rows, format)
      return Outcomes.read(
        [report.trouble].compactMap { $0 } + (try runner.unread()), shared, .success)
    }
  }

  private func record(_ runner: CommandRunner) throws -> (Change.Subject, String) {
    if kind == Change.Subject.settings.text {
      let unit = try runner.library.station.unit
      guard code == nil || code == unit else {
        throw ValidationError("the settings are those of \(unit)")
      }
      return (.settings, unit)
    }
    let kind = try RegisterArgument.read(kind)
    guard let code else { throw ValidationError("which record? give its code") }
    return (.register(kind), code)
  }

  private static func rows(_ change: Change, _ subject: Change.Subject) -> [[String]] {
    let head = [change.at.text, change.by.text, change.act.rawValue, change.code]
    let fate = change.fate == .added ? "added" : change.fate == .removed ? "removed" : ""
    if change.fields.isEmpty { return [head + [fate, "", ""]] }
    return change.fields.map { field in
      let isPersonal = subject.column(field.name)?.entry.isPersonal ?? false
      func shown(_ text: String) -> String { isPersonal ? Member.masked(text) : text }
      if let erased = field.erased { return head + [field.name, "erased \(erased.text)", ""] }
      return head + [field.name, shown(field.from), shown(field.to)]
    }
  }
}

/// `xunfang sheet KIND CODE`: what we hold on one person.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "Everything held on one person, for that person to read.")

  @Argument(help: "members, informants, volunteers or officers.") var kind: String
  @Argument(help: "The person's code.") var code: String
  @Option(help: "Why; goes into the access log.") var why = "本人查阅"
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      Output.text(try runner.sheet(try RegisterArgument.read(kind), code, why: why))
      return Outcomes.read(try runner.unread(), shared, .success)
    }
  }
}

/// What came of a step in the registers, said in a line.
enum StepOutcome {
  static func run(_ command: Command, _ shared: SharedOptions) throws {
    try Outcomes.reported(shared) { of(try shared.runner().perform(command), shared) }
  }

  static func of(_ report: Report, _ shared: SharedOptions) -> ExitCode {
    switch report.outcome {
    case .changed(let summary): Output.saved(summary.happened[shared.spoken])
    case .erased(let count):
      Output.saved(
        Phrase("清除 \(count) 项。", "清除 \(count) 項。", "Erased: \(count).")[shared.spoken])
    default: break
    }
    return Outcomes.of(report, shared)
  }
}

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
      if lines.isEmpty, let code { try runner.library.needs(code) }
      let rows = lines.map { access in
        let texts = Access.schema.texts(access)
        return columns.map { texts[$0.name] ?? "" }
      }
      Output.table(columns.map { ($0.name, $0.label[shared.spoken]) }, rows, format)
      return Outcomes.read(unread, shared, .success)
    }
  }
}
