import Wording

/// What an action is called, and how its name is typed in pinyin.
package struct ActionName: Hashable, Sendable {
  package let phrase: Phrase
  package let pinyin: String

  init(_ hans: String, _ hant: String, _ en: String, _ pinyin: String) {
    (phrase, self.pinyin) = (Phrase(hans, hant, en), pinyin)
  }
}

extension ActionName {
  static let up = ActionName("上移", "上移", "Up", "shang yi")
  static let down = ActionName("下移", "下移", "Down", "xia yi")
  static let pageUp = ActionName("上一屏", "上一屏", "Page up", "shang yi ping")
  static let pageDown = ActionName("下一屏", "下一屏", "Page down", "xia yi ping")
  static let first = ActionName("到头", "到頭", "First", "dao tou")
  static let last = ActionName("到尾", "到尾", "Last", "dao wei")
  static let open = ActionName("详看", "詳看", "Open", "xiang kan")
  static let fold = ActionName("收起", "收起", "Fold", "shou qi")
  static let unfold = ActionName("展开", "展開", "Unfold", "zhan kai")
  static let nextPane = ActionName("下一栏", "下一欄", "Next pane", "xia yi lan")
  static let previousPane = ActionName("上一栏", "上一欄", "Previous pane", "shang yi lan")
  static let forcePane = ActionName("巡防力量", "巡防力量", "Force", "xun fang li liang")
  static let patrolPane = ActionName(
    "治安巡逻记录簿", "治安巡邏記錄簿", "Patrol Record Book", "zhi an xun luo ji lu bu")
  static let inspectionPane = ActionName(
    "巡防检查记录簿", "巡防檢查記錄簿", "Inspection Record Book", "xun fang jian cha ji lu bu")
  static let zoom = ActionName("单栏放大", "單欄放大", "Zoom", "dan lan fang da")
  static let dayBack = ActionName("前一日", "前一日", "Day back", "qian yi ri")
  static let dayForward = ActionName("后一日", "後一日", "Day forward", "hou yi ri")
  static let toToday = ActionName("回今日", "回今日", "Today", "hui jin ri")
  static let toDay = ActionName("到某日", "到某日", "Go to date", "dao mou ri")
  static let recordPatrol = ActionName("记巡逻", "記巡邏", "Record patrol", "ji xun luo")
  static let outAndBack = ActionName("出巡归队", "出巡歸隊", "Out / back", "chu xun gui dui")
  static let new = ActionName("新增", "新增", "New", "xin zeng")
  static let edit = ActionName("更正修改", "更正修改", "Edit", "geng zheng xiu gai")
  static let void = ActionName("作废", "作廢", "Void", "zuo fei")
  static let find = ActionName("查找", "查找", "Find", "cha zhao")
  static let searchAll = ActionName("全库查找", "全庫查找", "Search everything", "quan ku cha zhao")
  static let members = ActionName("队员名册", "隊員名冊", "Members", "dui yuan ming ce")
  static let todayList = ActionName("待办与提醒", "待辦與提醒", "To do", "dai ban yu ti xing")
  static let goThere = ActionName("去处理", "去處理", "Go there", "qu chu li")
  static let help = ActionName("帮助", "幫助", "Help", "bang zhu")
  static let palette = ActionName("命令", "命令", "Commands", "ming ling")
  static let redraw = ActionName("重画屏幕", "重畫螢幕", "Redraw", "chong hua ping mu")
  static let quit = ActionName("退出", "退出", "Quit", "tui chu")
  static let cancel = ActionName("取消", "取消", "Cancel", "qu xiao")
  static let back = ActionName("返回", "返回", "Back", "fan hui")
  static let suspend = ActionName("暂离到命令行", "暫離到命令列", "Suspend", "zan li dao ming ling hang")
  static let language = ActionName("切换语言", "切換語言", "Language", "qie huan yu yan")
  static let theme = ActionName("更换配色", "更換配色", "Theme", "geng huan pei se")
  static let officer = ActionName("换值班民警", "換值班民警", "Officer on duty", "huan zhi ban min jing")
  static let newTeam = ActionName("新建队伍", "新建隊伍", "New team", "xin jian dui wu")
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
