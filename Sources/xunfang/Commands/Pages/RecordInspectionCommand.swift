import ArgumentParser
import Patrol

/// `xunfang record inspection`: prints `BOOK YEAR NUMBER DIGEST`; both sides sign it afterwards.
struct RecordInspectionCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "inspection",
      abstract: .said(
        "记一次检查；打印簿、年、页号、指纹。", "記一次檢查；列印簿、年、頁號、指紋。",
        "Append an inspection; prints BOOK YEAR NUMBER DIGEST."))
  }

  @Option(help: .said("被检队伍或守望点的代号。", "被檢隊伍或守望點的代號。", "Code of the inspected team or watch post."))
  var inspected: String
  @Option(
    help: .said(
      "谁的簿：乡镇队或派出所的代号。", "誰的簿：鄉鎮隊或派出所的代號。", "Whose book: a township team's or the station's code."))
  var book: String?
  @Option(
    help: .said(
      "检查人的代号；不写则为队长或值班民警。", "檢查人的代號；不寫則為隊長或值班民警。",
      "The inspector's code; else the leader, or the officer on duty."))
  var inspector: String?
  @Option(
    parsing: .unconditional,
    help: .said(
      "巡防日：2026-11-24、11-24、-1。", "巡防日：2026-11-24、11-24、-1。",
      "The patrol day: 2026-11-24, 11-24, -1.")) var date: String?
  @Option(
    help: .said(
      "到达和离开时间：2030-2105，或 2030-+25。", "到達和離開時間：2030-2105，或 2030-+25。",
      "Arrived and left: 2030-2105, or 2030-+25.")) var time: String
  @Option(help: .said("实到人数；全到写 all。", "實到人數；全到寫 all。", "How many were there; all for everybody."))
  var present: String
  @Option(help: .said("应到人数。", "應到人數。", "How many should have been there.")) var expected: String?
  @Option(
    help: .said(
      "八项：1 合格，2 不合格，3 不适用。", "八項：1 合格，2 不合格，3 不適用。",
      "The eight points: 1 yes, 2 no, 3 does not apply.")) var points: String
  @Option(help: .said("问题：写代码，用空格隔开。", "問題：寫代碼，用空格隔開。", "Problems: codes between blanks."))
  var problems: String?
  @Option(help: .said("查明的情况。", "查明的情況。", "What was found.")) var found: String?
  @Option(help: .said("整改要求。", "整改要求。", "What is to be put right.")) var required: String?
  @Option(
    parsing: .unconditional,
    help: .said("整改期限：2026-11-27、+3。", "整改期限：2026-11-27、+3。", "By when: 2026-11-27, +3."))
  var by: String?
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: .said("其他各项：项目=内容。", "其他各項：項目=內容。", "Any other field: Field=value."))
  var fields: [String] = []
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try keeper.runner(shared)
      let now = try shared.clock().now
      let texts = try InspectionTyping(
        snapshot: try runner.snapshot, now: now, language: shared.spoken
      ).texts(inspected: inspected, book: book, inspector: inspector, given: try given())
      return Outcomes.of(.inspect(try Inspection.schema.parse(texts)), runner, shared)
    }
  }

  /// What was said of each field, in the order of reading: `+25` counts from the time before it.
  private func given() throws -> [(name: String, text: String)] {
    let times = time.split(separator: "-", maxSplits: 1).map(String.init)
    guard times.count == 2 else {
      throw ValidationError(
        .said(
          "--time 写到达和离开时间，如 2030-2105", "--time 寫到達和離開時間，如 2030-2105",
          "--time is when they arrived and left, such as 2030-2105"))
    }
    let said: [(String, String?)] = [
      ("Date", date), ("From", times[0]), ("To", times[1]), ("Expected", expected),
      ("Present", present), ("Points", points), ("Problems", problems), ("Found", found),
      ("Required", required), ("By", by),
    ]
    let given = said.compactMap { name, text in text.map { (name, $0) } }
    let others = try Assignments.read(
      fields, of: Inspection.schema.columns, beside: Set(given.map(\.0)))
    return given + others.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
