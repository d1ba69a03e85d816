import Patrol
import Wording

extension Phrase {
  static let pinNotUsed = Phrase(
    "口令已输入，还没有用；再按一次离开。", "口令已輸入，還沒有用；再按一次離開。",
    "A PIN is typed and not used yet; once more leaves.")
}

extension Job {
  /// What is said to who would leave while it is under way; nil where nothing is lost with it.
  var wouldEnd: Phrase? {
    switch self {
    case .importTable:
      Phrase(
        "导入还没有办完，退出就不再导入；再按一次退出。", "匯入還沒有辦完，退出就不再匯入；再按一次退出。",
        "A table is being imported and would not be; once more leaves.")
    case .verify:
      Phrase(
        "核验还没有办完，离开就要重新核验；再按一次离开。", "核驗還沒有辦完，離開就要重新核驗；再按一次離開。",
        "The books are being verified and would have to be again; once more leaves.")
    case .search, .list, .recordedDays, .patrolTimes, .lookThroughRegisters, .readTable: nil
    }
  }
}
