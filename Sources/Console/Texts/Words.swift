import Patrol
import Wording

/// Words of more than one screen; what one alone says stands beside it.
extension Phrase {
  static let productName = Phrase("巡防", "巡防", "Xunfang")
  static let demo = Phrase("演示", "演示", "DEMO")
  static let voided = Phrase("作废", "作廢", "Void")
  static let corrected = Phrase("更正", "更正", "Corrected")
  static let late = Phrase("补记", "補記", "late")
  static let recorded = Phrase("记录人", "記錄人", "recorded by")
  static let nextDay = Phrase("次日", "次日", "+1 ")
  static let yes = Phrase("是", "是", "Yes")
  static let no = Phrase("否", "否", "No")
  static let waitingSignature = Phrase("待签", "待簽", "unsigned")

  static let force = Phrase("巡防力量", "巡防力量", "Patrol force")
  static let patrolBook = Phrase("治安巡逻记录簿", "治安巡邏記錄簿", "Patrol Record Book")
  static let inspectionBook = Phrase("巡防检查记录簿", "巡防檢查記錄簿", "Inspection Record Book")
  static let toDo = Phrase("待办与提醒", "待辦與提醒", "To do")
  static let legend = Phrase("已记", "已記", "kept")
  static let onlyLook = Phrase("只看 F12", "只看 F12", "look only F12")
  static let legendUnderway = Phrase("在巡", "在巡", "out")
  static let legendMissing = Phrase("未记", "未記", "none")

  static let time = Phrase("时间", "時間", "Time")
  static let team = Phrase("队伍", "隊伍", "Team")
  static let route = Phrase("路段（部位）", "路段（部位）", "Route")
  static let leader = Phrase("带队", "帶隊", "Leader")
  static let present = Phrase("实到", "實到", "There")
  static let situation = Phrase("情况", "情況", "Found")
  static let mark = Phrase("注", "註", "Note")
  static let clock = Phrase("时刻", "時刻", "Time")
  static let inspectedTeam = Phrase("被检单位", "被檢單位", "Inspected")
  static let eightPoints = Phrase("八项", "八項", "8 points")
  static let problems = Phrase("问题与要求", "問題與要求", "Problems")
  static let inspectorSide = Phrase("检查方", "檢查方", "Inspector")
  static let inspectedSide = Phrase("被检方", "被檢方", "Inspected side")
  static let notInOrder = Phrase("有不合格项", "有不合格項", "Not in order")
  static let inOrder = Phrase("合格", "合格", "In order")

  static let noPatrols = Phrase(
    "这一天还没有巡逻记录。F2 记一次巡逻，F5 登记出巡。", "這一天還沒有巡邏記錄。F2 記一次巡邏，F5 登記出巡。",
    "No patrol entries for this day yet. F2 records one, F5 marks a patrol as gone out.")
  static let noInspections = Phrase("这一天没有检查记录。", "這一天沒有檢查記錄。", "No inspections on this day.")
  static let noTeams = Phrase(
    "还没有队伍。按 C-p 选“新建队伍”。", "還沒有隊伍。按 C-p 選「新建隊伍」。", "No teams yet. C-p, then “New team”.")
  static let nothingToDo = Phrase("无待办，各队记录齐全。", "無待辦，各隊記錄齊全。", "Nothing is waiting.")
  /// A list to pick from of which there is nothing yet.
  static let emptyList = Phrase(
    "清单是空的，请先在 7 台账里登记。", "清單是空的，請先在 7 臺賬裡登記。",
    "The list is empty; register something under 7 first.")
  static let nothingWaits = Phrase(
    "没有等着签字的。", "沒有等著簽字的。", "Nothing waits for a signature.")
  static let nobodyToSign = Phrase(
    "还没有民警或队长，请先在 7 台账里登记。", "還沒有民警或隊長，請先在 7 臺賬裡登記。",
    "No officers or leaders yet; register them under 7 first.")
  static let noneFits = Phrase("没有符合的。", "沒有符合的。", "Nothing fits.")
  static let noMatch = Phrase(
    "没有符合的。Esc 清除查找。", "沒有符合的。Esc 清除查找。", "Nothing matches. Esc clears the filter.")
  static let reading = Phrase("正在读取", "正在讀取", "Reading")

  static func pageCount(_ at: Int, _ count: Int) -> Phrase {
    Phrase("第 \(at)/\(count) 条", "第 \(at)/\(count) 條", "\(at) of \(count)")
  }
  static func count(_ count: Int) -> Phrase { Phrase("\(count)条", "\(count)條", "\(count)") }
  static func items(_ count: Int) -> Phrase { Phrase("\(count)项", "\(count)項", "\(count)") }
  static func waitingCount(_ count: Int) -> Phrase {
    Phrase("待签 \(count) 件", "待簽 \(count) 件", "\(count) unsigned")
  }
  static func short(_ count: Int) -> Phrase { Phrase("缺\(count)", "缺\(count)", "-\(count)") }
  /// A count is doubted where not all that counts was read.
  static func teamsAndPeople(_ snapshot: Snapshot) -> Phrase {
    let teams = "\(snapshot.teams.count)" + (snapshot.isRead([.teams]) ? "" : "?")
    let people = "\(snapshot.memberCount)" + (snapshot.isRead([.members]) ? "" : "?")
    return Phrase("\(teams)队 \(people)人", "\(teams)隊 \(people)人", "\(teams) teams, \(people)")
  }
  static func kept(_ done: Int, _ teams: Int) -> Phrase {
    Phrase("已记 \(done)/\(teams) 队", "已記 \(done)/\(teams) 隊", "kept \(done)/\(teams)")
  }
  static func campaign(_ day: Int, _ of: Int) -> Phrase {
    Phrase("专项第\(day)天/共\(of)天", "專項第\(day)天/共\(of)天", "day \(day) of \(of)")
  }
  /// How long a patrol is out, in minutes; `overdue`: how long past the time it was due back.
  static func dueAt(_ clock: String) -> Phrase {
    Phrase("应\(clock)归", "應\(clock)歸", "due \(clock)")
  }
  static func out(_ minutes: Int) -> Phrase {
    let (h, m) = (minutes / 60, minutes % 60)
    let short = Phrase(
      "\(h > 0 ? "\(h)时" : "")\(m)分", "\(h > 0 ? "\(h)時" : "")\(m)分",
      "\(h > 0 ? "\(h)h " : "")\(m)m")
    return Phrase("在巡 ", "在巡 ", "out ") + .duration(minutes, belowADay: short)
  }
  static func overdue(_ minutes: Int) -> Phrase { Phrase("在巡 ", "在巡 ", "out, ") + .over(minutes) }
  static func over(_ minutes: Int) -> Phrase {
    let over = Phrase.duration(
      minutes, belowADay: Phrase("\(minutes)分", "\(minutes)分", "\(minutes)m"))
    return Phrase("超时\(over[.hans])", "超時\(over[.hant])", "\(over[.en]) over")
  }
  static func daysAgo(_ days: Int) -> Phrase {
    days > 0
      ? Phrase("（\(days)天前）", "（\(days)天前）", days == 1 ? " (yesterday)" : " (\(days) days ago)")
      : Phrase(
        "（\(-days)天后）", "（\(-days)天後）", days == -1 ? " (tomorrow)" : " (in \(-days) days)")
  }
}

extension Notice {
  /// A file that was not read can only be mended outside.
  static func mendFile(_ what: Phrase) -> Notice {
    Notice(
      what,
      safe: Phrase("它不会被改写。", "它不會被改寫。", "It will not be written to."),
      next: Phrase(
        "请改正或从备份取回，改好后自动读入。", "請改正或從備份取回，改好後自動讀入。",
        "Put it right or take it back from a backup; it is read again by itself."))
  }
}

extension Notice {
  /// What is being typed could not be written to `drafts/`.
  static func draftNotKept(_ why: Notice) -> Notice {
    Notice(
      Phrase(
        "草稿没有保住：\(why.happened[.hans])", "草稿沒有保住：\(why.happened[.hant])",
        "Your draft is not kept: \(why.happened[.en])"),
      safe: Phrase(
        "退出程序之前，再打开表单时还在。", "退出程式之前，再開啟表單時還在。",
        "Until the program ends, opening the form again brings it back."),
      next: Phrase("请尽快保存。", "請儘快儲存。", "Save soon."))
  }
}

extension Phrase {
  /// A screen that has its digit and is not there yet, and what does meanwhile.
  static func notBuilt(_ name: Phrase, _ meanwhile: Phrase) -> Phrase {
    Phrase("“", "「", "“") + name
      + Phrase("”还没有做好。", "」還沒有做好。", "” is not built yet. ") + meanwhile
  }
  static let reportsMeanwhile = Phrase(
    "写旬报时，数字见 0 待办和 8 勤务。", "寫旬報時，數字見 0 待辦和 8 勤務。",
    "For a report, 0 and 8 have the figures.")

  static func draftsWouldBeLost(_ count: Int) -> Phrase {
    Phrase(
      "有 \(count) 份草稿没有保住，退出即丢失；再按一次退出。", "有 \(count) 份草稿沒有保住，退出即丟失；再按一次退出。",
      "\(count) drafts are not kept and go with the program; once more leaves.")
  }

  static func unread(_ count: Int) -> Phrase {
    Phrase("未读入 \(count)", "未讀入 \(count)", "Not read: \(count)")
  }
}
