import ArgumentParser
import Patrol
import Records
import Runner

/// `xunfang record handover`: prints `BOOK YEAR NUMBER DIGEST`; both officers sign it afterwards.
struct RecordHandoverCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "handover",
      abstract: .said(
        "记一次交接班；打印簿、年、页号、指纹。", "記一次交接班；列印簿、年、頁號、指紋。",
        "Append a shift handover; prints BOOK YEAR NUMBER DIGEST."),
      discussion: .said(
        "xunfang list open 列出的交接事项，每项用一个 --open 写明；整改和待签的不写就是续办。",
        "xunfang list open 列出的交接事項，每項用一個 --open 寫明；整改和待簽的不寫就是續辦。",
        "Each handover that xunfang list open shows is answered by an --open of its own; what a recheck or a signature ends goes on without one."
      ))
  }

  @Option(
    help: .said(
      "交班人，写代号；不写则为值班民警。", "交班人，寫代號；不寫則為值班民警。", "Who hands over, by code; else the officer on duty."
    )) var from: String?
  @Option(help: .said("接班人，写代号。", "接班人，寫代號。", "Who takes over, by code.")) var to: String
  @Option(
    parsing: .unconditional,
    help: .said(
      "本班起点：0800；不写则接上一次交接。", "本班起點：0800；不寫則接上一次交接。",
      "When the shift began: 0800; else where the handover before ended."))
  var since: String?
  @Option(
    parsing: .unconditional,
    help: .said(
      "交接时间：0800；不写则为现在。", "交接時間：0800；不寫則為現在。", "When it is handed over: 0800; now without it."))
  var until: String?
  @Option(
    name: .customLong("open"), parsing: .singleValue,
    help: .said(
      "一件事的结果：\"簿 年 页号=goes-on:说明\"（续办）或 \"页号=done\"（办结）。",
      "一件事的結果：\"簿 年 頁號=goes-on:說明\"（續辦）或 \"頁號=done\"（辦結）。",
      "What became of one thing: \"BOOK YEAR NUMBER=goes-on:WORD\" or \"NUMBER=done\"."))
  var answers: [String] = []
  @Option(
    help: .said(
      "清点的钥匙：\"car 2, duty 1\"。", "清點的鑰匙：\"car 2, duty 1\"。",
      "Keys on hand, counted: \"car 2, duty 1\".")) var keys: String?
  @Option(
    help: .said(
      "清点的装备：\"radio 6, torch 12\"。", "清點的裝備：\"radio 6, torch 12\"。",
      "Equipment on hand, counted: \"radio 6, torch 12\".")) var equipment: String?
  @Option(help: .said("其他事项。", "其他事項。", "Anything else.")) var remark: String?
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try keeper.runner(shared)
      let now = try shared.clock().now
      let texts = try HandoverTyping(
        snapshot: try runner.snapshot, now: now, handing: try runner.handing(.handover)
      ).texts(
        given: [
          (ShiftHandover.outgoing.column, from), (ShiftHandover.incoming.column, to),
          (ShiftHandover.to.column, until), (ShiftHandover.from.column, since),
          (ShiftHandover.keys.column, keys), (ShiftHandover.equipment.column, equipment),
          (ShiftHandover.remark.column, remark),
        ], answers: answers)
      return Outcomes.of(.write(NewPage(.handover, texts)), runner, shared)
    }
  }
}
