import ArgumentParser
import Books
import Patrol
import Runner

/// `xunfang import KIND FILE.csv`: a table into a register, all of it or nothing.
///
/// Prints one line of counts; a line of the table that is not taken as it stands is named on
/// standard error as `FILE:LINE`. Exit code 1 where that kept the table from being imported.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: .said(
        "把 CSV 表格（UTF-8 或 GB 18030）导入台账，全部导入或全不导入。", "把 CSV 表格（UTF-8 或 GB 18030）匯入臺賬，全部匯入或全不匯入。",
        "Read a CSV table (UTF-8 or GB 18030) into a register, all of it or nothing."))
  }

  @Argument(
    help: .said(
      "哪种台账：\(Program.kinds.registersSaid)。", "哪種臺賬：\(Program.kinds.registersSaid)。",
      "Which register: \(Program.kinds.registersSaid).")) var kind: String
  @Argument(
    help: .said("表格文件；第一行是表头。", "表格檔案；第一行是表頭。", "The table; its first line names the columns."))
  var file: String
  @Flag(help: .said("只说会怎样办，不写入。", "只說會怎樣辦，不寫入。", "Only say what would be done.")) var dryRun =
    false
  @Option(
    help:
      .said(
        "表头=项目，用于叫法不同的列；项目留空则不导入；表头#2 指第二个同名列。", "表頭=項目，用於叫法不同的列；項目留空則不匯入；表頭#2 指第二個同名列。",
        "HEADING=Field for a column that is called otherwise; Field empty leaves it out; HEADING#2 is the second called so."
      )
  )
  var map: [String] = []
  @Option(
    help: .said("没写单位的行归这个单位。", "沒寫單位的行歸這個單位。", "The unit that lines belong to which name none."))
  var unit: String?
  @Option(
    help: .said("没写队伍的行归这支队。", "沒寫隊伍的行歸這支隊。", "The team that lines belong to which name none."))
  var team: String?
  @Option(
    help: .said(
      "有误的行连同原因写到哪个文件。", "有誤的行連同原因寫到哪個檔案。", "Where to write the wrong lines with their reasons."))
  var wrong: String?
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
        throw ValidationError(
          .said(
            "表里没有“\(heading)”这一列", "表裡沒有「\(heading)」這一列", "the table has no column “\(heading)”"))
      }
      let column = kind.columns.called(field)
      guard field.isEmpty || column != nil else {
        throw ValidationError(
          .said(
            "\(kind.title[.hans])没有“\(field)”这一项", "\(kind.title[.hant])沒有「\(field)」這一項",
            "\(kind.name) have no field “\(field)”"))
      }
      map.set(index, to: field.isEmpty ? nil : column?.name)
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
    try shared.directory.checkOutside(path)
    try GivenFile(path).replace(with: Array(text.utf8))
  }
}
