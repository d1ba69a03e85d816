import Patrol
import Records

/// What demo patrols find: facts and outcomes in neutral words, nobody named.
struct DemoStory: Sendable {
  let isUrban: Bool
  let found: String
  let observed: String
  let handling: String
  let handled: String
  let handover: String

  init(
    _ isUrban: Bool, _ found: String, _ observed: String, _ handling: String, _ handled: String,
    handover: String = ""
  ) {
    (self.isUrban, self.found, self.observed) = (isUrban, found, observed)
    (self.handling, self.handled, self.handover) = (handling, handled, handover)
  }

  /// The story as of a patrol from `from` to `to`: its times moved to within it.
  func told(from: Moment, to: Moment) -> DemoStory {
    var first: Int?
    func moved(_ text: String) -> String {
      text.replacing(/\d\d:\d\d/) { match -> String in
        let minute = Moment.minuteOfDay(match.output) ?? 0
        let begun = first ?? minute
        first = begun
        let since = (minute - begun + 1440) % 1440
        return (from + (to - from) / 4 + min(since, (to - from) / 2)).clock
      }
    }
    return DemoStory(
      isUrban, found, moved(observed), handling, moved(handled), handover: handover)
  }

  /// Says it in an entry.
  func tell(_ entry: inout Filling<PatrolEntry>) {
    entry.found = found.split(separator: " ").map(String.init)
    entry.observed = observed
    entry.handling = handling.split(separator: " ").map(String.init)
    entry.handled = handled
    entry.isIntelligence = found == "suspicious"
    entry.handover = handover
  }

  static let all = [
    DemoStory(
      true, "hazard", "光明巷7号、9号杆路灯不亮。", "phoned recheck", "电话告知街道值班室转市政报修，列入复查。",
      handover: "光明巷7号、9号杆路灯待复查"),
    DemoStory(true, "help", "21:15百货大楼北门一名老人走失。", "escorted", "护送至东关派出所值班室，21:50家属接回。"),
    DemoStory(
      true, "prevention fire", "3号楼西侧车棚电动车2辆未上锁；2单元一楼飞线充电1处。", "persuaded recheck",
      "联系车主上锁；飞线当面劝拆，次日复查。", handover: "2单元一楼飞线充电待复查"),
    DemoStory(
      true, "suspicious", "22:40一名男子沿路边逐车拉车门，见队员后步行离开。", "station",
      "22:42报东关派出所，22:55民警到场。查证：为代驾人员寻找客户车辆，排除。"),
    DemoStory(true, "dispute", "校门两侧占道摆摊2处，接送车辆拥堵。", "persuaded", "劝离摊位，协助疏导。"),
    DemoStory(true, "hazard", "23:20建设路56号五金店卷闸门未锁。", "phoned", "按招牌电话联系店主，23:45到场上锁，清点无损失。"),
    DemoStory(
      true, "property", "20:10候车厅3号座椅下有无人认领双肩包1个。", "station handedover",
      "未触动，劝离周围旅客；20:25民警到场，系旅客遗忘，当面领回。"),
    DemoStory(
      false, "hazard", "高庄3号台区围栏锁缺失，铅封完好。", "phoned recheck", "23:05告知供电所值班室，列入复查。",
      handover: "3号台区围栏锁待加"),
    DemoStory(
      false, "offence", "01:20一处通信电缆断落约20米。", "guarded station", "看护现场，报派出所及通信公司，民警到场。查证：大货车剐断，非盗割。"
    ),
    DemoStory(false, "prevention", "停放农用三轮车4辆、拖拉机1台，三轮车1辆钥匙未拔。", "phoned", "通知车主取钥匙并将车移入院内。"),
    DemoStory(false, "help", "22:30村北养殖户反映圈门敞开、少羊6只。", "station", "沿河堤查找，23:50全部找回，系门闩未插走失。"),
    DemoStory(
      false, "suspicious", "00:40厢式货车1辆停靠村口，车上2人称等候装菜。", "station", "报派出所核实，民警电话核实与菜商约定一致，排除，不登记身份。"
    ),
    DemoStory(false, "other", "用喇叭提醒防盗、防火、安全用电。", "onthespot", "发放提示单120份。"),
    DemoStory(false, "prevention", "提醒机手轮流看护，留派出所电话。", "onthespot", "停放收割机6台完好。"),
  ]
}
