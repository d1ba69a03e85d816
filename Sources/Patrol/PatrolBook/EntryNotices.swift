import Records
import Wording

extension Notice {
  static func endBeforeStart(_ from: Moment, _ to: Moment) -> Notice {
    Notice(
      from == to
        ? Phrase(
          "出发和归队都是 \(to.clock)。", "出發和歸隊都是 \(to.clock)。",
          "Out and back are both \(to.clock).")
        : Phrase(
          "归队 \(to.clock) 早于出发 \(from.clock)。", "歸隊 \(to.clock) 早於出發 \(from.clock)。",
          "Back at \(to.clock) is before out at \(from.clock)."),
      safe: .unchanged, next: Phrase("请改正时间。", "請改正時間。", "Put the times right."))
  }
  static func patrolTooLong(_ hours: Int, _ most: Int) -> Notice {
    Notice(
      Phrase(
        "一次巡逻 \(hours) 小时，超过 \(most) 小时。", "一次巡邏 \(hours) 小時，超過 \(most) 小時。",
        "A patrol of \(hours) hours is longer than \(most)."),
      safe: .unchanged,
      next: Phrase("请分次记录或改正时间。", "請分次記錄或改正時間。", "Enter it in parts, or put the times right."))
  }
  static func notYetOver(_ to: Moment, _ now: Moment) -> Notice {
    // Of another day than today it has to be said of which.
    let (back, now) = to.day == now.day ? (to.clock, now.clock) : (to.text, now.text)
    return Notice(
      Phrase(
        "归队 \(back) 还没到（现在 \(now)），不能提前记录。", "歸隊 \(back) 還沒到（現在 \(now)），不能提前記錄。",
        "It is not \(back) yet (it is \(now)); an entry is made at its end."),
      safe: .unchanged,
      next: Sentence(
        form: outByKey, console: outByKey,
        command: Phrase(
          "请改时间或巡防日；在外的巡逻用 xunfang out 登记。", "請改時間或巡防日；在外的巡邏用 xunfang out 登記。",
          "Mend the time or the patrol day; xunfang out marks a patrol as gone out.")))
  }
  static func otherDay(_ from: Moment, _ day: Day) -> Notice {
    Notice(
      Phrase(
        "出发 \(from.text) 不属于巡防日 \(day.text)。", "出發 \(from.text) 不屬於巡防日 \(day.text)。",
        "Out at \(from.text) is not in the patrol day \(day.text)."),
      safe: .unchanged,
      next: Phrase("请改巡防日或出发时间。", "請改巡防日或出發時間。", "Mend the patrol day or the time."))
  }
  static func leaderNotThere(_ name: String) -> Notice {
    Notice(
      Phrase(
        "带队 \(name) 不在实到人员里。", "帶隊 \(name) 不在實到人員裡。",
        "\(name) leads but is not among those present."),
      safe: .unchanged,
      next: Phrase(
        "请改带队人，或在备注写明原因。", "請改帶隊人，或在備註寫明原因。", "Change the leader, or say why under Remark."))
  }
  static func nothingFoundButTold(_ field: Phrase) -> Notice {
    Notice(
      Phrase(
        "情况是未发现异常，却写了“\(field[.hans])”。", "情況是未發現異常，卻寫了「\(field[.hant])」。",
        "Nothing was found, yet “\(field[.en])” tells of something."),
      safe: .unchanged,
      next: Phrase(
        "请写发现了哪一类情况，或清空“\(field[.hans])”。", "請寫發現了哪一類情況，或清空「\(field[.hant])」。",
        "Say which kind of finding it was, or empty “\(field[.en])”."))
  }
  static func thereAndAway(_ name: String) -> Notice {
    Notice(
      Phrase(
        "\(name) 既写实到又写缺勤。", "\(name) 既寫實到又寫缺勤。", "\(name) is both there and away."),
      safe: .unchanged,
      next: Phrase("请改正实到或缺勤。", "請改正實到或缺勤。", "Put who came or who was away right."))
  }
  static func lateWithoutReason(_ day: Day) -> Notice {
    Notice(
      Phrase(
        "巡防日 \(day.text) 已过，这是补记。", "巡防日 \(day.text) 已過，這是補記。",
        "The patrol day \(day.text) is over: this is a late entry."),
      safe: .unchanged, next: Phrase("请写补记原因。", "請寫補記原因。", "Say why it is late."))
  }
  static func unknownTeam(_ code: String) -> Notice {
    Notice(
      Phrase("没有队伍 \(code)。", "沒有隊伍 \(code)。", "There is no team \(code)."), safe: .unchanged,
      next: Sentence(
        form: Phrase("请按 F4 选队伍。", "請按 F4 選隊伍。", "Press F4 to pick a team."),
        console: checkCode, command: checkCode))
  }
  private static let outByKey = Phrase(
    "请改时间或巡防日；在外的巡逻用 F5 登记出巡。", "請改時間或巡防日；在外的巡邏用 F5 登記出巡。",
    "Mend the time or the patrol day; F5 marks a patrol as gone out.")
  private static let checkCode = Phrase("请核对代号。", "請核對代號。", "Check the code.")

  static func teamEnded(_ name: String, _ until: Day) -> Notice {
    Notice(
      Phrase(
        "\(name) 自 \(until.text) 起停用。", "\(name) 自 \(until.text) 起停用。",
        "\(name) has ended on \(until.text)."),
      safe: .unchanged,
      next: Phrase("请选在用的队伍。", "請選在用的隊伍。", "Choose a team that is in use."))
  }
  static func hasLeft(_ name: String, _ until: Day) -> Notice {
    Notice(
      Phrase(
        "\(name) 自 \(until.text) 起离队。", "\(name) 自 \(until.text) 起離隊。",
        "\(name) has left on \(until.text)."),
      safe: .unchanged,
      next: Phrase("请改正带队和实到人员。", "請改正帶隊和實到人員。", "Put leader and crew right."))
  }
  static func isCalled(_ old: String, _ new: String) -> Notice {
    Notice(
      Phrase(
        "名册里“\(old)”已改为“\(new)”。", "名冊裡「\(old)」已改為「\(new)」。",
        "In the register “\(old)” is called “\(new)” by now."),
      safe: .unchanged,
      next: Phrase("请重新选人。", "請重新選人。", "Pick the people again."))
  }
  static func samePatrolTwice(_ from: Moment) -> Notice {
    Notice(
      Phrase(
        "这支队 \(from.clock) 出发的巡逻已有一页。", "這支隊 \(from.clock) 出發的巡邏已有一頁。",
        "This team already has a page for the patrol that went out at \(from.clock)."),
      safe: .unchanged,
      next: .correcting)
  }
  static func notOut(_ team: String) -> Notice {
    Notice(
      Phrase("\(team) 没有出巡标记。", "\(team) 沒有出巡標記。", "\(team) is not marked as out."),
      safe: .unchanged, next: Phrase("请核对队的代号。", "請核對隊的代號。", "Check the team's code."))
  }
  static func markChanged(_ team: String) -> Notice {
    Notice(
      Phrase(
        "\(team) 的出巡标记已有变动。", "\(team) 的出巡標記已有變動。",
        "The mark that \(team) is out was changed meanwhile."),
      safe: .unchanged, next: Phrase("请看现在的标记。", "請看現在的標記。", "Look at the mark as it is now."))
  }
  static func markElsewhere(_ team: String) -> Notice {
    Notice(
      Phrase(
        "\(team) 的出巡是别的派出所登记的。", "\(team) 的出巡是別的派出所登記的。",
        "Another station marked \(team) as out."),
      safe: .unchanged, next: Phrase("请由该所撤销。", "請由該所撤銷。", "Ask that station to take it back."))
  }
  static func alreadyOut(_ team: String, _ from: Moment) -> Notice {
    Notice(
      Phrase(
        "\(team) \(from.clock) 已出巡，还没归队。", "\(team) \(from.clock) 已出巡，還沒歸隊。",
        "\(team) went out at \(from.clock) and is not back yet."),
      safe: .unchanged,
      next: Sentence(
        form: Phrase("请先用 F5 登记归队。", "請先用 F5 登記歸隊。", "Mark it back with F5 first."),
        console: Phrase("请先用 F5 登记归队。", "請先用 F5 登記歸隊。", "Mark it back with F5 first."),
        command: Phrase(
          "请先记录那一趟巡逻（xunfang record patrol）。", "請先記錄那一趟巡邏（xunfang record patrol）。",
          "Record that patrol first (xunfang record patrol).")))
  }
  static func alsoInTeam(_ name: String, _ team: String) -> Notice {
    Notice(
      Phrase(
        "\(name) 已是 \(team) 的专职队员。", "\(name) 已是 \(team) 的專職隊員。",
        "\(name) is already a full-time member of \(team)."),
      safe: .unchanged,
      next: Phrase(
        "请先在原队登记离队，或改为兼职。", "請先在原隊登記離隊，或改為兼職。",
        "Let them leave that team first, or make them part time."))
  }
  static func codeTaken(_ code: String) -> Notice {
    Notice(
      Phrase("代号 \(code) 已被使用。", "代號 \(code) 已被使用。", "The code \(code) is taken."),
      safe: .unchanged,
      next: Phrase("请换一个代号。", "請換一個代號。", "Choose another code."))
  }
  static func isSigned(_ page: Int) -> Notice {
    let who = Phrase("由检查人或民警签字。", "由檢查人或民警簽字。", "Its inspector or an officer signs.")
    return Notice(
      Phrase(
        "第\(page)页有人签过，更正或作废也要签字。", "第\(page)頁有人簽過，更正或作廢也要簽字。",
        "Page \(page) was signed: who corrects it or strikes it out signs as well."),
      safe: .unchanged,
      next: Sentence(
        form: who, console: who,
        command: Phrase("请加 --signer 和口令。", "請加 --signer 和口令。", "Add --signer and the PIN.")))
  }
  static func fixedField(_ name: Phrase) -> Notice {
    Notice(
      Phrase(
        "“\(name[.hans])”不能更正。", "「\(name[.hant])」不能更正。", "“\(name[.en])” can't be corrected."),
      safe: .unchanged,
      next: Phrase("请作废原页，另记一页。", "請作廢原頁，另記一頁。", "Void the page and record it anew."))
  }
  static let nothingChanged = Notice(
    Phrase("没有改动任何栏目。", "沒有改動任何欄目。", "No field was changed."), safe: .unchanged,
    next: Sentence(
      form: Phrase("请改正栏目，或按 Esc 返回。", "請改正欄目，或按 Esc 返回。", "Change a field, or press Esc."),
      console: Phrase("请改正栏目。", "請改正欄目。", "Change a field."),
      command: Phrase("请用 --set 写明要改的栏目。", "請用 --set 寫明要改的欄目。", "Say with --set what changes.")))
  static func alreadyVoid(_ number: Int) -> Notice {
    Notice(
      Phrase("第\(number)页已作废。", "第\(number)頁已作廢。", "Page \(number) is already void."),
      safe: .unchanged,
      next: Phrase("请另记一页。", "請另記一頁。", "Record a new page."))
  }
}
