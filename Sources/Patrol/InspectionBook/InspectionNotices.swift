import Records
import Wording

extension Notice {
  static func leftBeforeArriving(_ from: Moment, _ to: Moment) -> Notice {
    Notice(
      Phrase(
        "离开 \(to.clock) 早于到达 \(from.clock)。", "離開 \(to.clock) 早於到達 \(from.clock)。",
        "Left at \(to.clock) is before arrived at \(from.clock)."),
      safe: .unchanged, next: Phrase("请改正时间。", "請改正時間。", "Put the times right."))
  }
  static func inspectionTooLong(_ hours: Int) -> Notice {
    Notice(
      Phrase(
        "一次检查 \(hours) 小时，超过 \(Inspection.longest) 小时。",
        "一次檢查 \(hours) 小時，超過 \(Inspection.longest) 小時。",
        "An inspection of \(hours) hours is longer than \(Inspection.longest)."),
      safe: .unchanged, next: Phrase("请改正时间。", "請改正時間。", "Put the times right."))
  }
  static func inspectionNotOver(_ to: Moment, _ now: Moment) -> Notice {
    Notice(
      Phrase(
        "离开 \(to.clock) 还没到（现在 \(now.clock)），不能提前记录。",
        "離開 \(to.clock) 還沒到（現在 \(now.clock)），不能提前記錄。",
        "It is not \(to.clock) yet (it is \(now.clock)); an inspection is entered at its end."
      ),
      safe: .unchanged, next: Phrase("请改正时间。", "請改正時間。", "Put the times right."))
  }
  static func inspectionOtherDay(_ from: Moment, _ day: Day) -> Notice {
    Notice(
      Phrase(
        "到达 \(from.text) 不属于巡防日 \(day.text)。", "到達 \(from.text) 不屬於巡防日 \(day.text)。",
        "Arrived at \(from.text) is not in the patrol day \(day.text)."),
      safe: .unchanged,
      next: Phrase("请改巡防日或到达时间。", "請改巡防日或到達時間。", "Mend the patrol day or the time."))
  }
  static func ownTeam(_ name: String) -> Notice {
    Notice(
      Phrase("\(name) 不能检查自己。", "\(name) 不能檢查自己。", "\(name) can't inspect itself."),
      safe: .unchanged, next: Phrase("请改检查单位或被检单位。", "請改檢查單位或被檢單位。", "Change one of the two sides.")
    )
  }
  static func notOurs(_ inspecting: String, _ inspected: String) -> Notice {
    Notice(
      Phrase(
        "\(inspected) 不归 \(inspecting) 检查。", "\(inspected) 不歸 \(inspecting) 檢查。",
        "\(inspected) is not for \(inspecting) to inspect."),
      safe: .unchanged,
      next: Phrase(
        "乡镇专职队查本乡镇的村组队，派出所查乡镇队、村组队和守望点。",
        "鄉鎮專職隊查本鄉鎮的村組隊，派出所查鄉鎮隊、村組隊和守望點。",
        "A township team inspects its own villages, the station township and village teams and watch posts."
      ))
  }
  static func morePresent(_ present: Int, _ expected: Int) -> Notice {
    Notice(
      Phrase(
        "实到 \(present) 多于应到 \(expected)。", "實到 \(present) 多於應到 \(expected)。",
        "\(present) present is more than \(expected) expected."),
      safe: .unchanged, next: Phrase("请核对人数。", "請核對人數。", "Check the numbers."))
  }
  static func moreAbsent(_ absent: Int, _ missing: Int) -> Notice {
    Notice(
      Phrase(
        "点名缺勤 \(absent) 人，按人数只缺 \(missing) 人。", "點名缺勤 \(absent) 人，按人數只缺 \(missing) 人。",
        "\(absent) named as absent, but only \(missing) missing by the numbers."),
      safe: .unchanged, next: Phrase("请核对实到或缺勤。", "請核對實到或缺勤。", "Check present and absent."))
  }
  static func deadlinePast(_ day: Day) -> Notice {
    Notice(
      Phrase(
        "整改期限 \(day.text) 早于检查日。", "整改期限 \(day.text) 早於檢查日。",
        "The date to fix it, \(day.text), is before the inspection."),
      safe: .unchanged, next: Phrase("请改期限，如 +3。", "請改期限，如 +3。", "Mend the date, e.g. +3."))
  }
  static let noDeadline = Notice(
    Phrase("限期整改未写期限。", "限期整改未寫期限。", "There is no date for the problem to be fixed."),
    safe: .unchanged,
    next: Phrase("请写整改期限，如 +3。", "請寫整改期限，如 +3。", "Give a date, e.g. +3."))
  static let noProblem = Notice(
    Phrase(
      "有不合格或无人在岗，问题未写。", "有不合格或無人在崗，問題未寫。",
      "Something is not in order, or nobody was there, and no problem is named."),
    safe: .unchanged,
    next: Phrase("请写问题。", "請寫問題。", "Name the problem."))
  static func inOrderButProblem(_ problem: Phrase) -> Notice {
    Notice(
      Phrase(
        "写了“\(problem[.hans])”，八项里这一项却是合格。", "寫了「\(problem[.hant])」，八項裡這一項卻是合格。",
        "“\(problem[.en])” is named, yet its point is in order."),
      safe: .unchanged,
      next: Phrase("请改正八项或问题。", "請改正八項或問題。", "Put the points or the problem right."))
  }
  static let nothingToPutRight = Notice(
    Phrase(
      "写了整改期限，却没有问题，也没有整改要求。", "寫了整改期限，卻沒有問題，也沒有整改要求。",
      "There is a date to put it right by, and nothing to put right."),
    safe: .unchanged,
    next: Phrase("请写问题，或清空期限。", "請寫問題，或清空期限。", "Name the problem, or empty the date."))
  static func sameInspectionTwice(_ from: Moment) -> Notice {
    Notice(
      Phrase(
        "\(from.clock) 对这支队的检查已有一页。", "\(from.clock) 對這支隊的檢查已有一頁。",
        "There is already a page for the inspection of this team at \(from.clock)."),
      safe: .unchanged,
      next: .correcting)
  }
  static func dayClosed(_ day: Day) -> Notice {
    Notice(
      Phrase(
        "巡防日 \(day.text) 已封簿，之后的页都是补记。", "巡防日 \(day.text) 已封簿，之後的頁都是補記。",
        "The books of \(day.text) are closed: a page from now on is a late one."),
      safe: .unchanged, next: Phrase("请写补记原因。", "請寫補記原因。", "Say why it is late."))
  }
}
