import ArgumentParser
import Patrol

/// `xunfang out`: a patrol has gone out; recording its entry brings it back.
///
/// Prints nothing: a mark is no page (B2).
struct OutCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "out", abstract: .said("登记一次出巡。", "登記一次出巡。", "Mark a patrol as gone out."))
  }

  @Option(help: .said("队的代号。", "隊的代號。", "The team's code.")) var team: String
  @Option(
    parsing: .unconditional,
    help: .said(
      "应归时间：2330、+180；不写则按应归时限。", "應歸時間：2330、+180；不寫則按應歸時限。",
      "When it is due back: 2330, +180; else after the usual hours.")) var due: String?
  @Option(help: .said("巡逻路段。", "巡邏路段。", "Where it goes.")) var route: String?
  @Flag(
    help: .said(
      "登记错了：撤销这次出巡。", "登記錯了：撤銷這次出巡。", "It was a mistake: take the mark back.")) var takeBack = false
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try keeper.runner(shared)
      if takeBack {
        guard let out = try runner.snapshot.underway(of: team) else {
          throw EntryRefusal.notOut(team)
        }
        return Outcomes.of(runner.perform(.takeBack(out)), shared)
      }
      let typing = PatrolTyping(
        snapshot: try runner.snapshot, now: try shared.clock().now, language: shared.spoken)
      let texts = try typing.outTexts(team: team, due: due, route: route)
      return Outcomes.of(runner.perform(.setOut(try Underway.schema.parse(texts))), shared)
    }
  }
}
