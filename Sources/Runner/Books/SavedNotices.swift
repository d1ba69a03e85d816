import Patrol
import Records
import Wording

/// What is said when something is saved and what follows from it is not: never that it is not saved.
extension Phrase {
  /// The page of a patrol ends the mark that it is out.
  static func isBack(_ patrol: Underway) -> Phrase {
    let (team, from) = (patrol.team.name, patrol.from.clock)
    return Phrase(
      "\(team) \(from) 出巡已归队。", "\(team) \(from) 出巡已歸隊。",
      "\(team), out since \(from), is back.")
  }
}

extension Notice {
  /// It is written, but what stands in the files now could not be read.
  static func notShown(_ why: Notice) -> Notice {
    Notice(
      Phrase {
        "\(Phrase("已写入，但无法刷新显示：", "已寫入，但無法刷新顯示：", "It is written, but can't be shown: ")[$0])"
          + why.happened[$0]
      },
      safe: Phrase(verbatim: ""),
      next: Phrase("不要再记一次。", "不要再記一次。", "Don't record it again."))
  }

  /// The entry is saved, but the mark that the team is out stays.
  static func stillOut(_ team: Named, _ why: Notice) -> Notice {
    Notice(
      Phrase(
        "“\(team.name) 在巡”的标记没有消去：\(why.happened[.hans])",
        "「\(team.name) 在巡」的標記沒有消去：\(why.happened[.hant])",
        "The mark that \(team.name) is out is still there: \(why.happened[.en])"),
      safe: Phrase(verbatim: ""),
      next: Phrase("该页不要再记一次。", "該頁不要再記一次。", "Don't record the page again."))
  }
}
