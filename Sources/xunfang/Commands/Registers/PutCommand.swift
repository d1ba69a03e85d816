import ArgumentParser
import Patrol

/// `xunfang put KIND Field=value …`: a register record, new or changed.
///
/// Fields that are not given stay, an empty one goes. Prints nothing.
struct PutCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "put",
      abstract: "Add or change a record of a register: \(Program.kinds.names).")
  }

  @Argument(help: "Which register: \(Program.kinds.names).") var kind: String
  @Argument(help: "Field=value …; Code says which record.") var fields: [String]
  @Flag(help: "The record must not be there yet.") var new = false
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let kind = try RegisterArgument.read(kind)
      let runner = try keeper.runner(shared)
      let given = try Assignments.read(fields)
      for name in given.keys.sorted() where kind.column(name) == nil {
        throw ValidationError("\(kind.name) have no field “\(name)”")
      }
      let old = try runner.snapshot.table(kind).texts(given["Code"] ?? "")
      let texts = (new ? [:] : old ?? [:]).merging(given) { $1 }.filter { !$0.value.isEmpty }
      // What was seen goes along: a record that somebody changed in between refuses the step.
      let reply = runner.perform(.put(RegisterRecord(kind, texts, seen: new ? nil : old)))
      return Outcomes.of(reply, shared)
    }
  }
}
