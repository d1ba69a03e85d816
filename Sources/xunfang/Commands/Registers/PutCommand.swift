import ArgumentParser
import Patrol

/// `xunfang put KIND Field=value …`: a register record, new or changed.
///
/// Fields that are not given stay, an empty one goes. Prints nothing.
struct PutCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "put",
      abstract: .said(
        "新增或修改台账的一条登记。", "新增或修改臺賬的一條登記。",
        "Add or change a record of a register."))
  }

  @Argument(
    help: .said(
      "哪种台账：\(Program.kinds.registersSaid)。", "哪種臺賬：\(Program.kinds.registersSaid)。",
      "Which register: \(Program.kinds.registersSaid).")) var kind: String
  @Argument(
    help: .said(
      "项目=内容 …；用“代号”指明哪一条。", "項目=內容 …；用「代號」指明哪一條。", "Field=value …; Code says which record."))
  var fields: [String]
  @Flag(help: .said("只许新增，已有则拒绝。", "只許新增，已有則拒絕。", "The record must not be there yet.")) var new =
    false
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let kind = try RegisterArgument.read(kind)
      let runner = try keeper.runner(shared)
      let given = try Assignments.read(fields, of: kind.columns)
      for name in given.keys.sorted() where kind.column(name) == nil {
        throw ValidationError(
          .said(
            "\(kind.title[.hans])没有“\(name)”这一项", "\(kind.title[.hant])沒有「\(name)」這一項",
            "\(kind.name) have no field “\(name)”"))
      }
      let old = try runner.snapshot.table(kind).texts(given["Code"] ?? "")
      let texts = (new ? [:] : old ?? [:]).merging(given) { $1 }.filter { !$0.value.isEmpty }
      // What was seen goes along: a record that somebody changed in between refuses the step.
      let reply = runner.perform(.put(RegisterRecord(kind, texts, seen: new ? nil : old)))
      return Outcomes.of(reply, shared)
    }
  }
}
