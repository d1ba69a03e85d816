import Wording

/// What the judge asks of a page (docs/security.md has them row by row).
package enum JudgeRule: Int, CaseIterable, Sendable {
  case place = 1, chain, form, time, day
  case named, seal, key, keysPage, entitled
  case reach, twoPeople, once, amendment, late
  case close, refusal, witness, review, volume
  case root, enrol, replace, revoke, posts
  case deputy, recover, signersList, void, paper

  /// Seconds by which a clock may be fast before a page is one of the future (J4).
  package static let clockSlack = 600

  /// `J10`, as findings and documents call it.
  package var name: String { "J\(rawValue)" }

  /// Why a page does not count, as one short phrase.
  package var reason: Phrase {
    switch self {
    case .place: Phrase("这卷不在它该在的地方", "這卷不在它該在的地方", "the volume does not stand where it belongs")
    case .chain:
      Phrase(
        "与前页接不上，或被改过", "與前頁接不上，或被改過", "it does not follow from the page before, or was changed")
    case .form: Phrase("写法不对", "寫法不對", "it is not written as such a page is")
    case .time:
      Phrase("时间不对：早于前页、晚于现在，或巡防未完", "時間不對：早於前頁、晚於現在，或巡防未完", "its time is impossible")
    case .day: Phrase("不属于这个簿或这一天", "不屬於這個簿或這一天", "it is of another book or day")
    case .named:
      Phrase(
        "所指的页不在，或那页不算", "所指的頁不在，或那頁不算", "the page that it names is not there, or does not count")
    case .seal: Phrase("签名对不上", "簽名對不上", "the signature does not hold")
    case .key:
      Phrase("不是本人的密钥，或当时已停用", "不是本人的密鑰，或當時已停用", "not this person's key, or not in force then")
    case .keysPage:
      Phrase(
        "用的是旧的密钥簿，或别的目录的签名", "用的是舊的密鑰簿，或別的目錄的簽名",
        "an older book of keys, or another directory's signature")
    case .entitled: Phrase("当时无权这样签", "當時無權這樣簽", "not entitled to sign so then")
    case .reach: Phrase("是别的所的，管不到这里", "是別的所的，管不到這裡", "of another station, with no say here")
    case .twoPeople:
      Phrase("两边是同一个人或同一把钥匙", "兩邊是同一個人或同一把鑰匙", "both sides are one person, or one key")
    case .once: Phrase("这一边已签过", "這一邊已簽過", "this side has signed already")
    case .amendment:
      Phrase(
        "更正或作废不在本簿、接错了，或签的是旧文字", "更正或作廢不在本簿、接錯了，或簽的是舊文字",
        "it goes on from, or signs, another wording than the newest")
    case .late: Phrase("封簿后补写，未作说明", "封簿後補寫，未作說明", "after the close, and it does not say why")
    case .close: Phrase("封簿没有封到最后一页", "封簿沒有封到最後一頁", "it does not close up to the last page")
    case .refusal: Phrase("拒签不成立", "拒簽不成立", "no valid refusal")
    case .witness:
      Phrase(
        "见证人是一方的人，或未登记", "見證人是一方的人，或未登記", "the witness is of one of the sides, or not enrolled")
    case .review:
      Phrase(
        "复核人参与过这件事，或见证未确认", "複核人參與過這件事，或見證未確認",
        "the reviewer had a part in it, or nothing was witnessed")
    case .volume:
      Phrase("会签写错了簿", "會簽寫錯了簿", "a countersignature in a book where it does not belong")
    case .root: Phrase("密钥簿开头不对", "密鑰簿開頭不對", "the book of keys does not begin as it must")
    case .enrol: Phrase("登记手续不全", "登記手續不全", "not a valid enrolment")
    case .replace: Phrase("换钥手续不全", "換鑰手續不全", "not a valid replacement of a key")
    case .revoke: Phrase("停用手续不全", "停用手續不全", "not a valid revocation")
    case .posts: Phrase("任免手续不全", "任免手續不全", "not a valid appointment or dismissal")
    case .deputy: Phrase("代签人任命不全", "代簽人任命不全", "not a valid naming of a deputy")
    case .recover: Phrase("恢复要外站签", "恢復要外站簽", "another station has to sign a recovery")
    case .signersList:
      Phrase(
        "签名人名单与密钥簿不符", "簽名人名單與密鑰簿不符", "the list of signers does not agree with the book of keys")
    case .void: Phrase("该页已作废", "該頁已作廢", "the page is struck out")
    case .paper: Phrase("不能自己证明自己", "不能自己證明自己", "nobody attests for themselves")
    }
  }
}

/// What the judge says of a page.
package enum Verdict: Hashable, Sendable {
  case counts
  /// It counts once somebody else has confirmed it: a refusal, until its witness signs.
  case pending
  /// It stays readable, entitles nobody and changes nothing.
  case doesNot(JudgeRule)
  /// It stands behind a break of its volume: nobody can tell.
  case unchecked

  package var isCounting: Bool { self == .counts }

  /// Why it does not count, or not yet, and by which rule; nil where it does.
  package var words: Phrase? {
    switch self {
    case .counts: nil
    case .pending: Phrase("见证待确认", "見證待確認", "its witness has not confirmed it")
    case .doesNot(let rule):
      Phrase {
        switch $0 {
        case .hans, .hant: "不算（\(rule.name)）：\(rule.reason[$0])"
        case .en: "does not count (\(rule.name)): \(rule.reason[$0])"
        }
      }
    case .unchecked:
      Phrase("未核：本卷在前面断了", "未核：本卷在前面斷了", "nobody can tell: its volume breaks off above it")
    }
  }

  /// `counts`, `pending`, `unchecked` or the rule's name.
  package var code: String {
    switch self {
    case .counts: "counts"
    case .pending: "pending"
    case .doesNot(let rule): rule.name
    case .unchecked: "unchecked"
    }
  }
}
