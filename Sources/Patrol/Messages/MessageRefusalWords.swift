import Records
import Wording

extension MessageRefusal {
  /// What happened, and what helps.
  var words: (Phrase, next: Phrase) {
    switch self {
    case .noText, .blank, .personal, .unseen, .noDuty, .unknownTemplate: ofText
    case .noGroups, .nobody, .quiet, .tooMany: ofAudience
    case .noCase, .noSuchCase, .notGrave, .oldCase, .noExpiry, .expired, .tooLong, .otherEnd,
      .noApprover,
      .ownApproval:
      ofLookout
    case .noSuchMessage, .notLookout, .isOver, .notLonger, .noneFailed, .isStale: ofWhatIsOut
    case .noSuchReply, .isSettled, .noReason, .noSuchPerson, .mustBeReworded: ofReplies
    }
  }

  private var ofText: (Phrase, next: Phrase) {
    switch self {
    case .unseen(let shown):
      (
        Phrase(
          "正文里有看不见的字符：“\(shown)”。", "正文裡有看不見的字元：「\(shown)」。",
          "The text has characters that nobody sees: “\(shown)”."),
        Phrase("请删去再发。", "請刪去再發。", "Take them out.")
      )
    case .blank(let name):
      (
        Phrase("正文里“\(name)”还没有填。", "正文裡「\(name)」還沒有填。", "“\(name)” is not filled in yet."),
        Phrase(
          "把 {\(name)} 换成内容，或删去。", "把 {\(name)} 換成內容，或刪去。",
          "Put words for {\(name)}, or take it out.")
      )
    case .personal(let text):
      (
        Phrase(
          "正文里有个人信息（\(text)）。", "正文裡有個人信息（\(text)）。", "The text has what is personal (\(text))."),
        Phrase(
          "群发的短信不写姓名和号码，写特征。", "群發的短信不寫姓名和號碼，寫特徵。",
          "What goes to many has no names and no numbers; say what can be seen.")
      )
    case .noDuty:
      (
        Phrase(
          "布控短信未写“注意发现并报告”。", "布控短信未寫「注意發現並報告」。",
          "The look-out does not say 注意发现并报告 (watch and tell)."),
        Phrase(
          "请写上：收信人只报告，不处置。", "請寫上：收信人只報告，不處置。",
          "Say so: whoever reads it tells, and does nothing else.")
      )
    case .unknownTemplate(let code):
      (
        Phrase("没有模板 \(code)。", "沒有模板 \(code)。", "There is no template \(code)."),
        Phrase("请从清单里选。", "請從清單裡選。", "Choose one of the list.")
      )
    default:
      (
        Phrase("正文是空的。", "正文是空的。", "The text is empty."),
        Phrase("请写正文或选模板。", "請寫正文或選模板。", "Write one, or choose a template.")
      )
    }
  }

  private var ofAudience: (Phrase, next: Phrase) {
    switch self {
    case .nobody:
      (
        Phrase("按所选条件没有人可发。", "按所選條件沒有人可發。", "Nobody fits what was chosen."),
        Phrase("请放宽人员、路段、单位或时段。", "請放寬人員、路段、單位或時段。", "Widen the people, sections, units or hours.")
      )
    case .quiet(let span):
      (
        Phrase(
          "\(span.text) 是免打扰时段，不发提示。", "\(span.text) 是免打擾時段，不發提示。",
          "\(span.text) are quiet hours; no prompts go out."),
        Phrase("过后再发；布控不受此限。", "過後再發；布控不受此限。", "Send it afterwards; look-outs go at any hour.")
      )
    case .tooMany(let count, let left):
      (
        Phrase(
          "共 \(count) 条，今日只能再发 \(left) 条。", "共 \(count) 條，今日只能再發 \(left) 條。",
          "It takes \(count) texts, and \(left) may still go out today."),
        Phrase(
          "请缩小范围、写短，或改每日上限。", "請縮小範圍、寫短，或改每日上限。",
          "Narrow it, write less, or change the daily limit.")
      )
    default:
      (
        Phrase("没有选发给哪些人。", "沒有選發給哪些人。", "Nobody is chosen yet."),
        Phrase("请至少选一类人员。", "請至少選一類人員。", "Choose one kind of people at least.")
      )
    }
  }

  private var ofLookout: (Phrase, next: Phrase) {
    switch self {
    case .noCase: (Phrase("布控未写案件。", "布控未寫案件。", "The look-out names no case."), .registerCase)
    case .noSuchCase(let code):
      (Phrase("没有案件 \(code)。", "沒有案件 \(code)。", "There is no case \(code)."), .registerCase)
    case .notGrave(let code, let category):
      (
        Phrase(
          "\(code) 是\(category.label[.hans])，不发布控。", "\(code) 是\(category.label[.hant])，不發布控。",
          "\(code) is \(category.label[.en].lowercased()), for which no look-out is sent."),
        Phrase(
          "布控只用于命案、抢劫、抢夺和重大案件；其他发提示。", "布控只用於命案、搶劫、搶奪和重大案件；其他發提示。",
          "Look-outs are for homicide, robbery, snatching and major cases; send a prompt.")
      )
    case .oldCase(let code, let moment):
      (
        Phrase(
          "\(code) 发生在 \(moment.text)，已过三天。", "\(code) 發生在 \(moment.text)，已過三天。",
          "\(code) was on \(moment.text), more than three days ago."),
        Phrase(
          "布控用于现行案件；请核对案件编号。", "布控用於現行案件；請核對案件編號。",
          "Look-outs are for current cases; check the code.")
      )
    case .noExpiry:
      (Phrase("布控未写有效期。", "布控未寫有效期。", "The look-out has no end."), .withinThreeDays)
    case .expired(let moment):
      (
        Phrase(
          "有效期 \(moment.text) 已过。", "有效期 \(moment.text) 已過。",
          "It would have ended at \(moment.text)."),
        .withinThreeDays
      )
    case .tooLong(let moment):
      (
        Phrase(
          "有效期 \(moment.text) 超过三天。", "有效期 \(moment.text) 超過三天。",
          "\(moment.text) is more than three days away."),
        .withinThreeDays
      )
    case .otherEnd(let said, let expires):
      (
        Phrase(
          "正文说有效至“\(said)”，有效期是 \(expires.text)。", "正文說有效至「\(said)」，有效期是 \(expires.text)。",
          "The text says 有效至 \(said); it holds until \(expires.text)."),
        Phrase("请改成一样的时间。", "請改成一樣的時間。", "Make the two agree.")
      )
    case .ownApproval(let name):
      (
        Phrase(
          "\(name) 拟发的布控不能由本人批准。", "\(name) 擬發的布控不能由本人批准。",
          "\(name) can't approve what \(name) sends."),
        Phrase("请另一位民警批准。", "請另一位民警批准。", "Let another officer approve it.")
      )
    default:
      (
        Phrase("布控没有人批准。", "布控沒有人批准。", "Nobody has approved the look-out."),
        Phrase("请一位民警输口令批准。", "請一位民警輸口令批准。", "An officer approves it with a PIN.")
      )
    }
  }

  private var ofWhatIsOut: (Phrase, next: Phrase) {
    switch self {
    case .notLookout(let code):
      (Phrase("\(code) 不是布控。", "\(code) 不是布控。", "\(code) is no look-out."), .checkCode)
    case .isOver(let code, let moment):
      (
        Phrase(
          "\(code) 已于 \(moment.text) 撤控。", "\(code) 已於 \(moment.text) 撤控。",
          "\(code) was stood down at \(moment.text)."),
        Phrase("需要时另发布控。", "需要時另發布控。", "Send another look-out if one is needed.")
      )
    case .notLonger(let moment):
      (
        Phrase(
          "现在的有效期已是 \(moment.text)。", "現在的有效期已是 \(moment.text)。",
          "It holds until \(moment.text) already."),
        Phrase(
          "延期要写更晚的时间；提前结束请撤控。", "延期要寫更晚的時間；提前結束請撤控。",
          "Give a later time; to end it sooner, stand it down.")
      )
    case .noneFailed(let code):
      (
        Phrase(
          "\(code) 没有失败的短信。", "\(code) 沒有失敗的短信。", "No text of \(code) has failed."),
        Phrase("待发、已交发的不用重发。", "待發、已交發的不用重發。", "What waits or is on its way needs no second time.")
      )
    case .isStale(let code):
      (
        Phrase("\(code) 的内容已经过时。", "\(code) 的內容已經過時。", "What \(code) says no longer holds."),
        Phrase(
          "要紧的另行电话通知；需要时另发一条。", "要緊的另行電話通知；需要時另發一條。",
          "Telephone where it matters; send another one if it is needed.")
      )
    case .noSuchMessage(let code):
      (Phrase("没有短信 \(code)。", "沒有短信 \(code)。", "There is no message \(code)."), .checkCode)
    default: ofReplies
    }
  }

  private var ofReplies: (Phrase, next: Phrase) {
    switch self {
    case .isSettled(let code):
      (Phrase("\(code) 已经处理。", "\(code) 已經處理。", "\(code) is settled already."), .checkCode)
    case .noReason:
      (
        Phrase("未写为什么不作情报。", "未寫為什麼不作情報。", "It is not said why it is no lead."),
        Phrase("请写一句理由。", "請寫一句理由。", "Say why in a few words.")
      )
    case .mustBeReworded(let code):
      (
        Phrase(
          "\(code) 的原话不能直接作情报，里面可能有姓名或号码。", "\(code) 的原話不能直接作情報，裡面可能有姓名或號碼。",
          "The words of \(code) can't stand as a lead: they may name somebody."),
        Phrase(
          "请在 4 用自己的话登记一条（F6），再对收件按 Del，写明登记到哪一条。", "請在 4 用自己的話登記一條（F6），再對收件按 Del，寫明登記到哪一條。",
          "Register one in your own words at 4 (F6); then press Del on the text and say which it is."
        )
      )
    case .noSuchPerson(let code):
      (Phrase("没有收信人 \(code)。", "沒有收信人 \(code)。", "There is nobody \(code)."), .checkCode)
    case .noSuchReply(let code):
      (Phrase("没有收件 \(code)。", "沒有收件 \(code)。", "There is no received text \(code)."), .checkCode)
    default: (Phrase("没有这一项。", "沒有這一項。", "There is no such thing."), .checkCode)
    }
  }
}

extension Phrase {
  fileprivate static let registerCase = Phrase(
    "先在 6 登记案件，再写其编号。", "先在 6 登記案件，再寫其編號。", "Register the case at 6 and give its code.")
  fileprivate static let withinThreeDays = Phrase(
    "请写三天以内的时间。", "請寫三天以內的時間。", "Give a time within three days.")
  fileprivate static let checkCode = Phrase("请核对编号。", "請核對編號。", "Check the code.")
}
