import Records
import Wording

/// Why something reported can't stand in its register as it is.
package enum LeadRefusal: Refusal, Hashable {
  case wrongOrder(Moment, before: Moment)
  /// One page, one record: two consoles at once make no double.
  case pageHasOne(PageID, String)
  case informantByName(String)
  case officerAndTime, findingsAndTime, outcomeAndTime
  case notAssigned(String)
  case notChecked(String)
  case officerLeft(Named)
  case closed(String)
  /// Whoever looked into it stands there: nobody is given it afterwards.
  case alreadyChecked(String)
  case noSuchLead(String)
  /// A page that nobody flagged as intelligence, or that was struck out.
  case notTold(PageID)

  package var field: String {
    switch self {
    case .wrongOrder: "Reported"
    case .pageHasOne, .notTold: "Page"
    case .informantByName: "Informant"
    case .officerAndTime, .notAssigned, .officerLeft, .alreadyChecked: "Officer"
    case .findingsAndTime, .notChecked: "Findings"
    case .outcomeAndTime, .closed: "Outcome"
    case .noSuchLead: "Code"
    }
  }

  package var notice: Notice {
    let (happened, next) = words
    return Notice(happened, safe: Notice.registersUntouched, next: next)
  }

  private var words: (Phrase, next: Phrase) {
    switch self {
    case .wrongOrder(let moment, let before):
      (
        Phrase(
          "\(moment.text) 早于前一步 \(before.text)。", "\(moment.text) 早於前一步 \(before.text)。",
          "\(moment.text) lies before the step before it, \(before.text)."),
        Phrase(
          "请按报告、派办、查证、结果的先后改时间。", "請按報告、派辦、查證、結果的先後改時間。",
          "Put the times right: reported, assigned, looked into, settled.")
      )
    case .pageHasOne(let page, let code):
      (
        Phrase(
          "\(page.text) 已有情报 \(code)。", "\(page.text) 已有情報 \(code)。",
          "\(page.text) has \(code) already."),
        Phrase("请办那一条。", "請辦那一條。", "Go on with that one.")
      )
    case .informantByName(let code):
      (
        Phrase(
          "信息员 \(code) 不写姓名。", "信息員 \(code) 不寫姓名。", "Informant \(code) is not called by name."),
        Phrase("请从清单里选，按代称写。", "請從清單裡選，按代稱寫。", "Choose from the list; it has the alias.")
      )
    case .officerAndTime:
      (
        Phrase("承办人和派办时间要一起写。", "承辦人和派辦時間要一起寫。", "Officer and time of assigning go together."),
        .fillInTheOther
      )
    case .findingsAndTime:
      (
        Phrase("查证情况和时间要一起写。", "查證情況和時間要一起寫。", "What was found and when go together."),
        .fillInTheOther
      )
    case .outcomeAndTime:
      (
        Phrase("结果和时间要一起写。", "結果和時間要一起寫。", "An outcome and its time go together."),
        .fillInTheOther
      )
    case .notAssigned(let code):
      (
        Phrase("\(code) 还没有派给谁。", "\(code) 還沒有派給誰。", "\(code) is assigned to nobody yet."),
        Phrase("请先派办。", "請先派辦。", "Assign it first.")
      )
    case .notChecked(let code):
      (
        Phrase(
          "\(code) 还没有查证，不能定结果。", "\(code) 還沒有查證，不能定結果。",
          "\(code) was not looked into yet and has no outcome."),
        Phrase(
          "请先写查证情况；查不了的也写明怎样查过。", "請先寫查證情況；查不了的也寫明怎樣查過。",
          "Say first what was found; where nothing can be, how it was tried.")
      )
    case .officerLeft(let officer):
      (
        Phrase(
          "\(officer.name) 派办时已离所。", "\(officer.name) 派辦時已離所。", "\(officer.name) had left by then."),
        Phrase("请派给在职民警。", "請派給在職民警。", "Assign somebody who is there.")
      )
    case .closed(let code):
      (
        Phrase("\(code) 已定结果。", "\(code) 已定結果。", "\(code) has its outcome."),
        Phrase("要改，请修改登记本身。", "要改，請修改登記本身。", "To change it, edit the record itself.")
      )
    case .alreadyChecked(let code):
      (
        Phrase(
          "\(code) 已有查证情况，不再派办。", "\(code) 已有查證情況，不再派辦。",
          "\(code) was looked into and is not assigned again."),
        Phrase(
          "请定结果；承办人写错了，请修改登记本身。", "請定結果；承辦人寫錯了，請修改登記本身。",
          "Settle it; where the officer is wrong, edit the record itself.")
      )
    case .noSuchLead(let text):
      (
        Phrase("没有情报“\(text)”。", "沒有情報「\(text)」。", "There is no lead “\(text)”."),
        Phrase(
          "请用 list intelligence 查编号；页写成 QS.patrol 2026 No 40。",
          "請用 list intelligence 查編號；頁寫成 QS.patrol 2026 No 40。",
          "See list intelligence; a page is written QS.patrol 2026 No 40.")
      )
    case .notTold(let page):
      (
        Phrase(
          "\(page.text) 没有转情报，或已作废。", "\(page.text) 沒有轉情報，或已作廢。",
          "\(page.text) tells nothing as intelligence, or was struck out."),
        Phrase(
          "请核对页号；没有页的另作登记。", "請核對頁號；沒有頁的另作登記。",
          "Check the number; what no page tells is registered by hand.")
      )
    }
  }

  package static let examples: [Self] = {
    let evening = Moment(Day(number: 20781), 20 * 60)
    let (page, code) = (PageID(BookID("QS", .patrol), year: 2026, number: 40), "QSP-Q-0001")
    return [
      .wrongOrder(evening + -30, before: evening), .pageHasOne(page, code),
      .informantByName("QSP-I-0001"), .officerAndTime, .findingsAndTime, .outcomeAndTime,
      .notAssigned(code), .notChecked(code), .officerLeft(Named("P-002", "李警官")), .closed(code),
      .alreadyChecked(code),
      .noSuchLead("40"), .notTold(page),
    ]
  }()
}

extension Phrase {
  fileprivate static let fillInTheOther = Phrase(
    "请补上另一项。", "請補上另一項。", "Fill in the other.")
}
