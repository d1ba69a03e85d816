import ArgumentParser
import Patrol
import Records

/// `xunfang record patrol`: prints `BOOK YEAR NUMBER DIGEST`.
///
/// Options take what the form takes, shorthand included; what is planned and left out is as the form
/// would have it (leader, turnout, route of the team). Who came and what was found is said (R21).
struct RecordPatrolCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "patrol",
      abstract: .said(
        "记一次巡逻；打印簿、年、页号、指纹。", "記一次巡邏；列印簿、年、頁號、指紋。",
        "Append a patrol entry; prints BOOK YEAR NUMBER DIGEST."))
  }

  @Option(
    parsing: .unconditional,
    help: .said(
      "一行电话记录：gz 1930-2210 4/5 -3.1 01；复述后才存。",
      "一行電話記錄：gz 1930-2210 4/5 -3.1 01；複述後才存。",
      "An entry in one line: gz 1930-2210 4/5 -3.1 01; it is read back before it is saved."))
  var line: String?
  @Flag(
    help: .said(
      "复述后不再问，有提醒也存。", "複述後不再問，有提醒也存。",
      "Save the line without asking, also where a warning stands."))
  var yes = false
  @Option(help: .said("队的代号。", "隊的代號。", "The team's code.")) var team: String?
  @Option(
    parsing: .unconditional,
    help: .said(
      "巡防日：2026-11-24、11-24、-1。", "巡防日：2026-11-24、11-24、-1。",
      "The patrol day: 2026-11-24, 11-24, -1.")) var date: String?
  @Option(help: .said("出发时间：2030。", "出發時間：2030。", "When it went out: 2030.")) var from: String?
  @Option(help: .said("归队时间：2330、+90。", "歸隊時間：2330、+90。", "When it came back: 2330, +90.")) var to:
    String?
  @Option(help: .said("带队人的代号。", "帶隊人的代號。", "The leader's code.")) var leader: String?
  @Option(
    help: .said(
      "实到人员的代号，用逗号隔开；应到的全到写 all。", "實到人員的代號，用逗號隔開；應到的全到寫 all。",
      "Codes of those present, between commas; all for everybody due.")) var members: String?
  @Option(help: .said("巡逻路段。", "巡邏路段。", "Where it went.")) var route: String?
  @Option(
    help: .said(
      "着装携装：写代码，用空格隔开。", "著裝攜裝：寫代碼，用空格隔開。", "What they wore and carried: codes between blanks."))
  var turnout: String?
  @Option(
    help: .said(
      "发现的情况：写代码，用空格隔开；未发现异常写 none。", "發現的情況：寫代碼，用空格隔開；未發現異常寫 none。",
      "Kinds of findings: codes between blanks; none where nothing was found."))
  var found: String?
  @Option(help: .said("何时何地看到什么。", "何時何地看到什麼。", "What was seen, when and where.")) var observed:
    String?
  @Option(help: .said("如何处置。", "如何處置。", "What was done about it.")) var handled: String?
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: .said("其他各项：项目=内容。", "其他各項：項目=內容。", "Any other field: Field=value."))
  var fields: [String] = []
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    let others =
      [team, from, to, leader, members, route, turnout, found, observed, handled].compactMap { $0 }
      + fields
    guard line == nil || others.isEmpty else {
      throw ValidationError(
        .said(
          "--line 已写全这一次巡逻，只能再加 --date 和 --yes", "--line 已寫全這一次巡邏，只能再加 --date 和 --yes",
          "--line says all of the patrol; only --date and --yes go with it"))
    }
    let isTold = [team, from, to, members, found].allSatisfy { $0 != nil }
    guard (line == nil) == isTold, line != nil || isTold else {
      throw ValidationError(
        .said(
          "请写 --line，或写 --team、--from、--to、--members 和 --found",
          "請寫 --line，或寫 --team、--from、--to、--members 和 --found",
          "give --line, or --team, --from, --to, --members and --found"))
    }
  }

  func run() throws {
    try Outcomes.reported(shared) {
      if let line {
        return try TelephoneEntry(line, on: date, isSure: yes, keeper, shared).record()
      }
      let runner = try keeper.runner(shared)
      let now = try shared.clock().now
      let texts = try PatrolTyping(snapshot: try runner.snapshot, now: now, language: shared.spoken)
        .texts(
          team: team ?? "", date: date, from: from ?? "", to: to ?? "", leader: leader,
          members: members ?? "",
          other: given.merging(try others()) { $1 })
      let entry = try PatrolEntry.schema.parse(texts)
      let warnings = PatrolWarnings(
        Draft(texts), try? runner.ledger(entry.date), try runner.snapshot, now: now.moment)
      let code = Outcomes.of(.record(entry), runner, shared)
      if code == .success {
        let said = StatedNothing.inForm(texts, PatrolEntry.schema.columns)
        let missing = PatrolSentence(Draft(said), try runner.snapshot).missing
        for column in missing { Output.error("! \(column.error("").message[shared.spoken])") }
        for warning in warnings.all { Output.error("! \(warning[shared.spoken])") }
      }
      return code
    }
  }

  private func others() throws -> [String: String] {
    // What has an option of its own and is always told.
    let told = [
      PatrolEntry.team.column, PatrolEntry.from.column, PatrolEntry.to.column,
      PatrolEntry.present.column,
    ].map(\.name)
    let options =
      told + given.keys + (date == nil ? [] : [PatrolEntry.date.column.name])
      + (leader == nil ? [] : [PatrolEntry.leader.column.name])
    return try Assignments.read(fields, of: PatrolEntry.schema.columns, beside: Set(options))
  }

  private var given: [String: String] {
    ["Route": route, "Turnout": turnout, "Found": found, "Observed": observed, "Handled": handled]
      .compactMapValues { $0 }
  }
}
