import Wording

/// What an action is called, and how its name is typed in pinyin.
///
/// Screens pick lines of their key tables by name, so one name is one act. The pinyin has a blank
/// between syllables: the palette finds an act by initials. The phrase is short, for the hint bar.
package struct ActionName: Hashable, Sendable {
  package let phrase: Phrase
  package let pinyin: String

  init(_ phrase: Phrase, _ pinyin: String) { (self.phrase, self.pinyin) = (phrase, pinyin) }

  init(_ hans: String, _ hant: String, _ en: String, _ pinyin: String) {
    (phrase, self.pinyin) = (Phrase(hans, hant, en), pinyin)
  }
}

extension ActionName {
  /// Acts that only move about.
  private static let moving: Set<ActionName> = [
    .up, .down, .pageUp, .pageDown, .first, .last, .fold, .unfold, .nextPane, .openPane,
    .previousPane, .nextField, .stepDown, .previousField, .leftColumn, .rightColumn,
  ]
  /// Acts in the text that is being typed.
  private static let typing: Set<ActionName> = [
    .clear, .undo, .redo, .left, .right, .lineStart, .lineEnd, .deleteBack, .deleteForward,
    .killToEnd, .killWord, .newLine, .codePoint,
  ]

  var isMoving: Bool { Self.moving.contains(self) }
  var isTyping: Bool { Self.typing.contains(self) }

  static let guide = ActionName("引导", "引導", "Guide", "yin dao")
  static let doStep = ActionName("做这一步", "做這一步", "Do it", "zuo zhe yi bu")
  static let leaveSteps = ActionName("离开", "離開", "Leave", "li kai")
  static let firstSteps = ActionName("第一步", "第一步", "First steps", "di yi bu")
  static let anotherLine = ActionName("下一行", "下一行", "Next line", "xia yi hang")
  static let anotherTeam = ActionName("换队", "換隊", "Other team", "huan dui")
  static let leftColumn = ActionName("左栏", "左欄", "Left column", "zuo lan")
  static let rightColumn = ActionName("右栏", "右欄", "Right column", "you lan")
  static let intelligence = ActionName("情报信息", "情報信息", "Intelligence", "qing bao xin xi")
  static let leadStep = ActionName("办下一步", "辦下一步", "Next step", "ban xia yi bu")
  static let leadOutcome = ActionName("定结果", "定結果", "Outcome", "ding jie guo")
  static let newLead = ActionName("新情报", "新情報", "New lead", "xin qing bao")
  static let leadsDone = ActionName("含已办结", "含已辦結", "Show done", "han yi ban jie")
  static let goals = ActionName("目标案事件", "目標案事件", "Goals", "mu biao an shi jian")
  static let goalRegisters = ActionName("案事件台账", "案事件臺賬", "Registers", "an shi jian tai zhang")
  static let cover = ActionName("薄弱时段", "薄弱時段", "Thin cover", "bao ruo shi duan")
  static let grounds = ActionName("看依据", "看依據", "Grounds", "kan yi ju")
  static let takeShift = ActionName("采用建议", "採用建議", "Take shift", "cai yong jian yi")
  static let hotHours = ActionName("多发时段", "多發時段", "Hot hours", "duo fa shi duan")
  static let weeksBack = ActionName("前四周", "前四週", "4 weeks back", "qian si zhou")
  static let weeksForward = ActionName("后四周", "後四週", "4 weeks on", "hou si zhou")
  static let newIncident = ActionName("记案事件", "記案事件", "New incident", "ji an shi jian")
  static let messages = ActionName("短信", "短信", "Messages", "duan xin")
  static let reports = ActionName("旬报督察", "旬報督察", "Reports", "xun bao du cha")
  static let dropDraft = ActionName("丢弃草稿", "丟棄草稿", "Drop draft", "diu qi cao gao")
  static let up = ActionName("上移", "上移", "Up", "shang yi")
  static let down = ActionName("下移", "下移", "Down", "xia yi")
  static let pageUp = ActionName("上一屏", "上一屏", "Page up", "shang yi ping")
  static let pageDown = ActionName("下一屏", "下一屏", "Page down", "xia yi ping")
  static let first = ActionName("到头", "到頭", "First", "dao tou")
  static let last = ActionName("到尾", "到尾", "Last", "dao wei")
  static let open = ActionName("详看", "詳看", "Open", "xiang kan")
  static let recordedDays = ActionName("记录日历", "記錄日曆", "Recorded days", "ji lu ri li")
  static let openDay = ActionName("打开那天", "打開那天", "Open that day", "da kai na tian")
  static let nextHole = ActionName("下一处缺漏", "下一處缺漏", "Next hole", "xia yi chu que lou")
  static let previousHole = ActionName(
    "上一处缺漏", "上一處缺漏", "Hole before", "shang yi chu que lou")
  static let onlyHoles = ActionName("只看有缺漏", "只看有缺漏", "Only holes", "zhi kan you que lou")
  static let nextInBook = ActionName("后一页", "後一頁", "Next page", "hou yi ye")
  static let previousInBook = ActionName("前一页", "前一頁", "Page before", "qian yi ye")
  static let nextUnsigned = ActionName("后一待签", "後一待簽", "Next unsigned", "hou yi dai qian")
  static let previousUnsigned = ActionName(
    "前一待签", "前一待簽", "Unsigned before", "qian yi dai qian")
  static let pageNumber = ActionName("到某页", "到某頁", "Go to page", "dao mou ye")
  static let pageSeenBefore = ActionName(
    "看过的前一页", "看過的前一頁", "Page seen before", "kan guo de qian yi ye")
  static let pageSeenAfter = ActionName(
    "看过的后一页", "看過的後一頁", "Page seen after", "kan guo de hou yi ye")
  static let fold = ActionName("收起", "收起", "Fold", "shou qi")
  static let unfold = ActionName("展开", "展開", "Unfold", "zhan kai")
  static let nextPane = ActionName("下一栏", "下一欄", "Next pane", "xia yi lan")
  static let openPane = ActionName("到右栏", "到右欄", "To the right", "dao you lan")
  static let previousPane = ActionName("上一栏", "上一欄", "Previous pane", "shang yi lan")
  static let forcePane = ActionName("巡防力量", "巡防力量", "Force", "xun fang li liang")
  static let patrolPane = ActionName(
    "治安巡逻记录簿", "治安巡邏記錄簿", "Patrol Record Book", "zhi an xun luo ji lu bu")
  static let inspectionPane = ActionName(
    "巡防检查记录簿", "巡防檢查記錄簿", "Inspection Record Book", "xun fang jian cha ji lu bu")
  static let zoom = ActionName("放大本栏", "放大本欄", "Zoom", "fang da ben lan")
  static let dayBack = ActionName("前一日", "前一日", "Day back", "qian yi ri")
  static let dayForward = ActionName("后一日", "後一日", "Day forward", "hou yi ri")
  static let toToday = ActionName("回今日", "回今日", "Today", "hui jin ri")
  static let toDay = ActionName("到某日", "到某日", "Go to date", "dao mou ri")
  static let recordPatrol = ActionName("记巡逻", "記巡邏", "Record patrol", "ji xun luo")
  static let phoneLine = ActionName("电话记录", "電話記錄", "By telephone", "dian hua ji lu")
  static let saveAnyway = ActionName(
    "核对后保存", "核對後儲存", "Save after all", "he dui hou bao cun")
  static let toForm = ActionName("转到表单", "轉到表單", "Into the form", "zhuan dao biao dan")
  static let recordInspection = ActionName("记检查", "記檢查", "Inspection", "ji jian cha")
  static let sign = ActionName("签字", "簽字", "Sign", "qian zi")
  static let waiting = ActionName("待签", "待簽", "Unsigned", "dai qian")
  static let countersign = ActionName("会签", "會簽", "Countersign", "hui qian")
  static let signSeen = ActionName("签已看的", "簽已看的", "Sign those seen", "qian yi kan de")
  static let changeSigner = ActionName("换签字人", "換簽字人", "Another signer", "huan qian zi ren")
  static let fingerprints = ActionName("指纹", "指紋", "Fingerprints", "zhi wen")
  static let refuse = ActionName("记拒签", "記拒簽", "They refuse", "ji ju qian")
  static let review = ActionName("复核拒签", "複核拒簽", "Review refusal", "fu he ju qian")
  static let later = ActionName("以后再签", "以後再簽", "Later", "yi hou zai qian")
  static let deputy = ActionName("当日代签人", "當日代簽人", "Deputy of the day", "dang ri dai qian ren")
  static let lock = ActionName("锁定开班", "鎖定開班", "Lock, open shift", "suo ding kai ban")
  static let openShift = ActionName("开班", "開班", "Open the shift", "kai ban")
  static let changeOfficer = ActionName("换人", "換人", "Somebody else", "huan ren")
  static let onlyLook = ActionName("只看", "只看", "Only look", "zhi kan")
  static let closeDay = ActionName("当日封簿", "當日封簿", "Close the day", "dang ri feng bu")
  static let keys = ActionName("签字密钥", "簽字密鑰", "Signing keys", "qian zi mi yao")
  static let issueKey = ActionName("登记密钥", "登記密鑰", "Enrol key", "deng ji mi yao")
  static let appoint = ActionName("任命", "任命", "Appoint", "ren ming")
  static let replaceKey = ActionName("换新密钥", "換新密鑰", "Replace key", "huan xin mi yao")
  static let changePIN = ActionName("改口令", "改口令", "Change PIN", "gai kou ling")
  static let agentKey = ActionName("用代理密钥", "用代理密鑰", "Key in ssh-agent", "yong dai li mi yao")
  static let revokeKey = ActionName("停用密钥", "停用密鑰", "Revoke key", "ting yong mi yao")
  static let verify = ActionName("核验簿册", "核驗簿冊", "Verify books", "he yan bu ce")
  static let verifyAgain = ActionName("再核验", "再核驗", "Verify again", "zai he yan")
  static let confirm = ActionName("确定", "確定", "Confirm", "que ding")
  static let outAndBack = ActionName("出巡归队", "出巡歸隊", "Out / back", "chu xun gui dui")
  static let new = ActionName("新增", "新增", "New", "xin zeng")
  static let edit = ActionName("修改", "修改", "Edit", "xiu gai")
  static let correct = ActionName("更正", "更正", "Correct", "geng zheng")
  static let void = ActionName("作废", "作廢", "Void", "zuo fei")
  static let find = ActionName("查找", "查找", "Find", "cha zhao")
  static let bookList = ActionName("本簿各页", "本簿各頁", "Pages of the book", "ben bu ge ye")
  static let nextColumn = ActionName("选栏目", "選欄目", "Next column", "xuan lan mu")
  static let sortColumn = ActionName("按栏排序", "按欄排序", "Sort by it", "an lan pai xu")
  static let widenColumn = ActionName("加宽栏目", "加寬欄目", "Widen it", "jia kuan lan mu")
  static let searchAll = ActionName("全库查找", "全庫查找", "Search everything", "quan ku cha zhao")
  static let handovers = ActionName(
    "交接班簿", "交接班簿", "Shift handovers", "jiao jie ban bu")
  static let registers = ActionName("基础台账", "基礎臺賬", "Registers", "ji chu tai zhang")
  static let roster = ActionName("勤务路线", "勤務路線", "Roster and routes", "qin wu lu xian")
  static let markOne = ActionName("标记", "標記", "Mark", "biao ji")
  static let markAll = ActionName("全标", "全標", "Mark all", "quan biao")
  static let act = ActionName("快捷办理", "快捷辦理", "Quick action", "kuai jie ban li")
  /// The end of any record: where it is known which, it is called `leave` or `retire`.
  static let end = ActionName("离队或停用", "離隊或停用", "End", "li dui huo ting yong")
  static let leave = ActionName("离队", "離隊", "Leaves", "li dui")
  static let retire = ActionName("停用", "停用", "End", "ting yong")
  static let showPast = ActionName("含已停用", "含已停用", "Show ended", "han yi ting yong")
  static let reach = ActionName("全部或本单位", "全部或本單位", "All or own unit", "quan bu huo ben dan wei")
  static let widenReach = ActionName("看全部", "看全部", "Show all", "kan quan bu")
  static let narrowReach = ActionName("只看本单位", "只看本單位", "Own unit", "zhi kan ben dan wei")
  static let merge = ActionName("合并到", "合併到", "Merge into", "he bing dao")
  static let equipmentTotals = ActionName(
    "装备与人数", "裝備與人數", "Equipment by heads", "zhuang bei yu ren shu")
  static let firstLacking = ActionName("到缺的队", "到缺的隊", "Go to who lacks", "dao que de dui")
  static let issueEquipment = ActionName("补发", "補發", "Issue", "bu fa")
  static let mergeNow = ActionName("合并", "合併", "Merge", "he bing")
  static let otherValue = ActionName("换另一边的值", "換另一邊的值", "Other value", "huan ling yi bian de zhi")
  static let keepOther = ActionName("换保留哪一条", "換保留哪一條", "Keep the other", "huan bao liu na yi tiao")
  static let split = ActionName("拆分单位", "拆分單位", "Split unit", "chai fen dan wei")
  static let importTable = ActionName("导入表格", "匯入表格", "Import a table", "dao ru biao ge")
  static let exportTable = ActionName("导出打印", "匯出列印", "Export, print", "dao chu da yin")
  static let reveal = ActionName("查看电话", "查看電話", "Show phone", "cha kan dian hua")
  static let tableOrCalendar = ActionName("表与日历", "表與日曆", "Table/calendar", "biao yu ri li")
  static let span = ActionName("日周旬", "日週旬", "Span", "ri zhou xun")
  static let spanBack = ActionName("往前", "往前", "Earlier", "wang qian")
  static let spanForward = ActionName("往后", "往後", "Later on", "wang hou")
  static let changeDuty = ActionName("勤务变更", "勤務變更", "Change a shift", "qin wu bian geng")
  static let editShift = ActionName("改班次", "改班次", "Edit the shift", "gai ban ci")
  static let noDuty = ActionName("当日停班", "當日停班", "No duty that day", "dang ri ting ban")
  static let copyWeek = ActionName("照抄上周", "照抄上週", "As last week", "zhao chao shang zhou")
  static let shiftsAndRoutes = ActionName(
    "班次与路线", "班次與路線", "Shifts and routes", "ban ci yu lu xian")
  static let calendar = ActionName("勤务日历", "勤務日曆", "Shifts as a calendar", "qin wu ri li")
  static let readTable = ActionName("读表", "讀表", "Read the table", "du biao")
  static let completePath = ActionName("补全路径", "補全路徑", "Complete", "bu quan lu jing")
  static let doImport = ActionName("导入", "匯入", "Import", "dao ru")
  static let badLines = ActionName("导出有误行", "匯出有誤行", "Export wrong lines", "dao chu you wu hang")
  static let undoRegister = ActionName("撤销登记", "撤銷登記", "Undo in registers", "che xiao deng ji")
  static let redoRegister = ActionName("重做登记", "重做登記", "Redo in registers", "chong zuo deng ji")
  static let eraseDue = ActionName(
    "到期清除", "到期清除", "Erase what is due", "dao qi qing chu")
  static let settings = ActionName("本所设置", "本所設定", "Station settings", "ben suo she zhi")
  static let todayList = ActionName("待办与提醒", "待辦與提醒", "To do", "dai ban yu ti xing")
  static let putOff = ActionName("缓办认可", "緩辦認可", "Put off", "huan ban ren ke")
  static let nextGroup = ActionName("下一类", "下一類", "Next group", "xia yi lei")
  static let previousGroup = ActionName("上一类", "上一類", "Previous group", "shang yi lei")
  static let foldAll = ActionName("全收起", "全收起", "Fold all", "quan shou qi")
  static let goThere = ActionName("去处理", "去處理", "Go there", "qu chu li")
  static let help = ActionName("帮助", "幫助", "Help", "bang zhu")
  static let palette = ActionName("命令", "命令", "Commands", "ming ling")
  static let redraw = ActionName("重画屏幕", "重畫螢幕", "Redraw", "chong hua ping mu")
  static let quit = ActionName("退出", "退出", "Quit", "tui chu")
  static let cancel = ActionName("取消", "取消", "Cancel", "qu xiao")
  static let back = ActionName("返回", "返回", "Back", "fan hui")
  static let suspend = ActionName("临时退到命令行", "臨時退到命令行", "Suspend", "lin shi tui dao ming ling hang")
  static let language = ActionName("切换语言", "切換語言", "Language", "qie huan yu yan")
  static let clockIsRight = ActionName("日期无误", "日期無誤", "The date is right", "ri qi wu wu")
  static let theme = ActionName("更换配色", "更換配色", "Theme", "geng huan pei se")
  static let officer = ActionName("换值班民警", "換值班民警", "Officer on duty", "huan zhi ban min jing")
  static let newTeam = ActionName("新建队伍", "新建隊伍", "New team", "xin jian dui wu")
  static let stepDown = ActionName("移到下项", "移到下項", "Step down", "yi dao xia xiang")
  static let nextField = ActionName("下一项", "下一項", "Next", "xia yi xiang")
  static let previousField = ActionName("上一项", "上一項", "Previous", "shang yi xiang")
  static let save = ActionName("保存", "儲存", "Save", "bao cun")
  static let list = ActionName("清单", "清單", "List", "qing dan")
  static let asLast = ActionName("同上次计划", "同上次計劃", "As last time", "tong shang ci ji hua")
  static let clear = ActionName("清空", "清空", "Clear", "qing kong")
  static let undo = ActionName("撤销", "撤銷", "Undo", "che xiao")
  static let redo = ActionName("重做", "重做", "Redo", "chong zuo")
  static let left = ActionName("左移", "左移", "Left", "zuo yi")
  static let right = ActionName("右移", "右移", "Right", "you yi")
  static let lineStart = ActionName("行首", "行首", "Start", "hang shou")
  static let lineEnd = ActionName("行尾", "行尾", "End", "hang wei")
  static let deleteBack = ActionName("退格", "退格", "Delete back", "tui ge")
  static let deleteForward = ActionName("删除", "刪除", "Delete", "shan chu")
  static let killToEnd = ActionName("删到行尾", "刪到行尾", "Delete to end", "shan dao hang wei")
  static let killWord = ActionName("删一词", "刪一詞", "Delete word", "shan yi ci")
  static let newLine = ActionName("换行", "換行", "New line", "huan hang")
  static let codePoint = ActionName("按码输入", "按碼輸入", "By code point", "an ma shu ru")
  static let choose = ActionName("选定", "選定", "Choose", "xuan ding")
  static let run = ActionName("执行", "執行", "Run", "zhi xing")
}
