import ArgumentParser
import Books
import Patrol
import Runner

/// `xunfang import KIND FILE.csv`: a table into a register, all of it or nothing.
///
/// Prints one line of counts; a line of the table that is not taken as it stands is named on
/// standard error as `FILE:LINE`. Exit code 1 where that kept the table from being imported.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a CSV table (UTF-8 or GB 18030) into a register, all of it or nothing.")

  @Argument(help: "Which register: \(Program.kinds.names).") var kind: String
  @Argument(help: "The table; its first line names the columns.") var file: String
  @Flag(help: "Only say what would be done.") var dryRun = false
  @Option(
    help:
      "HEADING=Field for a column that is called otherwise; Field empty leaves it out; HEADING#2 is the second called so."
  )
  var map: [String] = []
  @Option(help: "The unit that lines belong to which name none.") var unit: String?
  @Option(help: "The team that lines belong to which name none.") var team: String?
  @Option(help: "Where to write the wrong lines with their reasons.") var wrong: String?
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let kind = try RegisterArgument.read(kind)
      let runner = try keeper.runner(shared, isNeeded: !dryRun)
      guard var plan = try read(kind, nil, runner) else { return Outcomes.failed }
      // Read twice: the table's own headings are what `--map` speaks of.
      if !map.isEmpty {
        guard let mapped = try read(kind, try given(plan.map, kind), runner) else {
          return Outcomes.failed
        }
        plan = mapped
      }
      Output.line(plan.summary[shared.spoken])
      for (line, text) in plan.account {
        Output.error("\(file):\(line > 0 ? "\(line)" : "") \(text[shared.spoken])")
      }
      if let wrong, !plan.bad.isEmpty { try write(plan.badTable(shared.spoken), to: wrong) }
      if let refusal = plan.refusal {
        Outcomes.complain(refusal.notice, shared.spoken)
        return Outcomes.found
      }
      return dryRun ? .success : carryOut(plan, runner)
    }
  }

  private func read(
    _ kind: RegisterKind, _ map: HeadingMap?, _ runner: CommandRunner
  ) throws -> ImportPlan? {
    let scope = try runner.snapshot.scope(unit: unit, team: team)
    let asked = TableImport(kind, path: file, scope: scope, map: map)
    for progress in runner.finish(.readTable(asked)) {
      switch progress {
      case .brought(let plan as ImportPlan): return plan
      case .failed(let notice): Outcomes.complain(notice, shared.spoken)
      case .running, .brought: break
      }
    }
    return nil
  }

  private func given(_ map: HeadingMap, _ kind: RegisterKind) throws -> HeadingMap {
    var map = map
    for (heading, field) in try Assignments.read(self.map) {
      guard let index = map.index(of: heading) else {
        throw ValidationError("the table has no column “\(heading)”")
      }
      guard field.isEmpty || kind.column(field) != nil else {
        throw ValidationError("\(kind.name) have no field “\(field)”")
      }
      map.set(index, to: field.isEmpty ? nil : field)
    }
    return map
  }

  private func carryOut(_ plan: ImportPlan, _ runner: CommandRunner) -> ExitCode {
    let show = ProgressLine.onTerminal()
    for progress in runner.finish(.importTable(plan)) {
      switch progress {
      case .running(let done, let of): show(done, of)
      case .failed(let notice):
        Outcomes.complain(notice, shared.spoken)
        return Outcomes.failed
      case .brought(let imported as Imported):
        if let summary = imported.summary { Output.remember(summary.happened[shared.spoken]) }
        if let trouble = imported.trouble { Outcomes.complain(trouble, shared.spoken) }
      case .brought: break
      }
    }
    return .success
  }

  private func write(_ text: String, to path: String) throws {
    try GivenFile(path).replace(with: Array(text.utf8))
  }
}
