import ArgumentParser
import Console
import Patrol
import Records
import Runner
import Wording

/// `xunfang out`: a patrol has gone out; recording its entry brings it back.
struct OutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "out", abstract: "Mark a patrol as gone out.")

  @Option(help: "The team's code.") var team: String
  @Option(help: "When it is due back: 2330, +180; else after the usual hours.") var due: String?
  @Option(help: "Where it goes.") var route: String?
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let typing = PatrolTyping(
        library: try runner.library, now: try shared.clock().now, language: shared.spoken)
      let texts = try typing.outTexts(team: team, due: due, route: route)
      return Outcomes.of(runner.perform(.setOut(try Underway.schema.parse(texts))), shared)
    }
  }
}

/// `xunfang put KIND Field=value …`: a register record, new or changed.
struct PutCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "put",
      abstract: "Add or change a record of a register: \(Program.kinds.names).")
  }

  @Argument(help: "Which register: \(Program.kinds.names).") var kind: String
  @Argument(help: "Field=value …; Code says which record.") var fields: [String]
  @Flag(help: "The record must not be there yet.") var new = false
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let kind = try RegisterArgument.read(kind)
      let runner = try shared.runner()
      let given = try Assignments.read(fields)
      for name in given.keys.sorted() where kind.column(name) == nil {
        throw ValidationError("\(kind.name) have no field “\(name)”")
      }
      let old = try runner.library.table(kind).texts(given["Code"] ?? "")
      let texts = (new ? [:] : old ?? [:]).merging(given) { $1 }.filter { !$0.value.isEmpty }
      let report = runner.perform(.put(RegisterRecord(kind, texts, seen: new ? nil : old)))
      return Outcomes.of(report, shared)
    }
  }
}

/// `xunfang set Field=value …`: the station's own settings.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change settings of station.rec: Rollover=06:00 CityFloor=80 …")

  @Argument(help: "Field=value …") var fields: [String]
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let changes = try Assignments.read(fields)
      for name in changes.keys where Station.schema.column(name) == nil {
        throw ValidationError("there is no setting “\(name)”")
      }
      return Outcomes.of(try shared.runner().perform(.setStation(changes)), shared)
    }
  }
}
