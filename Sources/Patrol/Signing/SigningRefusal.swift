import Records
import Wording

/// Why somebody may not sign something (R22): who may is a matter of rules, how is one of keys.
package enum SigningRefusal: Refusal, Hashable {
  case notThisRole(SignatureRole)
  case notTheInspector(name: String)
  /// The page names somebody else as who signs so.
  case notNamed(name: String, SignatureRole)
  case notTheirLeader(name: String, team: String)
  case notTheRecorder(name: String)
  case notOnDuty(name: String)
  case bothSides(name: String)
  case alreadySigned(name: String)
  case isVoid(Int)
  case notSound(Int)
  case inspectorFirst
  case witnessIsParty(name: String)
  case nothingRefused(Int)
  case nothingToWitness(Int)
  /// Of the witness of a refusal: has no key to confirm it with, or is of one of the two sides.
  case witnessWithoutKey(name: String)
  case witnessOfSide(name: String, unit: String)
  case ownRefusal(name: String)
  case nothingToClose(Day)
  /// A day that has not begun is not closed.
  case dayAhead(Day)
  case unknownPerson(String)
  case hasLeft(name: String, until: Day)
  /// Books that could not be read are not closed.
  case notRead([String])
  /// The judge would not count the page.
  case wouldNotCount(JudgeRule)
  /// The volume breaks off before its end: nobody could tell whether the page counts.
  case behindBreak(String)
  /// It was corrected, or came, after the signer had read it.
  case changedSince(Int)

  package var field: String {
    switch self {
    case .witnessIsParty, .witnessWithoutKey, .witnessOfSide, .wouldNotCount(.witness): "Witness"
    case .wouldNotCount(.time): "To"
    case .wouldNotCount(.day): "Date"
    case .wouldNotCount(.late): "Late"
    case .wouldNotCount(.amendment): "Reason"
    default: "Signer"
    }
  }

  package static let examples: [Self] = [
    .notThisRole(.closer), .notTheInspector(name: "高有福"), .notNamed(name: "高有福", .incoming),
    .notTheirLeader(name: "周建林", team: "青石镇专职队"), .notTheRecorder(name: "高有福"),
    .notOnDuty(name: "高大山"), .bothSides(name: "周建林"), .alreadySigned(name: "周建林"), .isVoid(7),
    .notSound(7), .inspectorFirst, .witnessIsParty(name: "高有福"), .nothingRefused(7),
    .nothingToWitness(7), .witnessWithoutKey(name: "高大山"),
    .witnessOfSide(name: "高大山", unit: "青石镇专职队"),
    .ownRefusal(name: "王警官"), .nothingToClose(Day(number: 20781)),
    .dayAhead(Day(number: 20782)), .notRead(["QS.inspection"]),
    .unknownPerson("QS-999"), .hasLeft(name: "高大山", until: Day(number: 20781)),
    .wouldNotCount(.witness), .behindBreak("books/2026/QS.inspection.rec"),
    .changedSince(7),
  ]

  package var notice: Notice {
    let (happened, next) = texts
    return Notice(happened, safe: .unchanged, next: self.next ?? next.sentence)
  }

  /// What helps in a command, where no key does.
  private var next: Sentence? {
    guard case .notTheirLeader = self else { return nil }
    let byKey = texts.1
    return Sentence(
      form: byKey, console: byKey,
      command: Phrase(
        "由队长签；队长不在时，先用 xunfang deputy 指定当日代签人。",
        "由隊長簽；隊長不在時，先用 xunfang deputy 指定當日代簽人。",
        "Their leader signs; xunfang deputy names a deputy of the day."))
  }

  private var texts: (Phrase, Phrase) {
    switch self {
    case .notThisRole(let role):
      (
        Phrase {
          "\(role.label[$0])：\(Phrase("这一页不这样签", "這一頁不這樣簽", "this page is not signed so")[$0])\($0 == .en ? "." : "。")"
        },
        Phrase("请换签字身份。", "請換簽字身份。", "Choose another role to sign in.")
      )
    case .wouldNotCount(let rule):
      (
        Phrase {
          switch $0 {
          case .hans: "写下去也不算（\(rule.name)）：\(rule.reason[.hans])。"
          case .hant: "寫下去也不算（\(rule.name)）：\(rule.reason[.hant])。"
          case .en: "The page would not count (\(rule.name)): \(rule.reason[.en])."
          }
        },
        Phrase("请改正后再试。", "請改正後再試。", "Put that right first.")
      )
    case .behindBreak(let file):
      (
        Phrase(
          "\(file) 前面有一页断了，接在后面签的无人能核。", "\(file) 前面有一頁斷了，接在後面簽的無人能核。",
          "\(file) breaks off above its end: nobody could tell whether a signature behind it counts."
        ),
        .verifyFirst
      )
    case .changedSince(let page):
      (
        Phrase(
          "第\(page)页在看过之后有了改动。", "第\(page)頁在看過之後有了改動。",
          "Page \(page) was changed after it was read."),
        Phrase("请看过现在的内容再签。", "請看過現在的內容再簽。", "Read what it says now, then sign.")
      )
    case .unknownPerson(let code):
      (
        Phrase("没有人员 \(code)。", "沒有人員 \(code)。", "There is nobody with the code \(code)."),
        Phrase("请核对代号。", "請核對代號。", "Check the code.")
      )
    case .hasLeft(let name, let until):
      (
        Phrase(
          "\(name) 已于 \(until.text) 离队，不再签字。", "\(name) 已於 \(until.text) 離隊，不再簽字。",
          "\(name) left on \(until.text) and signs nothing any more."),
        Phrase("请由在职的人签。", "請由在職的人簽。", "Somebody who is in service signs.")
      )
    case .notRead(let books):
      (
        Phrase { language in
          let list = books.joined(separator: language.separator)
          return switch language {
          case .hans: "\(list) 未读入，没有封簿。"
          case .hant: "\(list) 未讀入，沒有封簿。"
          case .en: "\(list): not read, and not closed."
          }
        },
        Phrase("排除原因后再封一次。", "排除原因後再封一次。", "Close the day again once that is mended.")
      )
    case .notTheInspector(let name):
      (
        Phrase("\(name) 不是这次的检查人。", "\(name) 不是這次的檢查人。", "\(name) did not make this inspection."),
        Phrase("由检查人本人签。", "由檢查人本人簽。", "The inspector signs in person.")
      )
    case .notNamed(let name, let role):
      (
        Phrase {
          switch $0 {
          case .hans: "\(name) 不是这一页的\(role.label[.hans])。"
          case .hant: "\(name) 不是這一頁的\(role.label[.hant])。"
          case .en: "\(name) is not named on this page as “\(role.label[.en])”."
          }
        },
        Phrase("由页上写明的人签。", "由頁上寫明的人簽。", "Who is named there signs in person.")
      )
    case .notTheirLeader(let name, let team):
      (
        Phrase(
          "\(name) 不是 \(team) 的队长或当日代签人。", "\(name) 不是 \(team) 的隊長或當日代簽人。",
          "\(name) neither leads \(team) nor is its deputy of the day."),
        Phrase(
          "由队长签；队长不在时，先在队员名册按 F5 指定当日代签人。", "由隊長簽；隊長不在時，先在隊員名冊按 F5 指定當日代簽人。",
          "Their leader signs; F5 in the list of members names a deputy of the day.")
      )
    case .notTheRecorder(let name):
      (
        Phrase(
          "\(name) 不是这一页的带队人、队长或民警。", "\(name) 不是這一頁的帶隊人、隊長或民警。",
          "\(name) neither led this patrol nor the team, and is no officer."),
        Phrase("由带队人签。", "由帶隊人簽。", "Whoever led the patrol signs.")
      )
    case .notOnDuty(let name):
      (
        Phrase(
          "\(name) 不是本所民警，也不是队长。", "\(name) 不是本所民警，也不是隊長。",
          "\(name) is neither an officer of this station nor a team's leader."),
        Phrase("由值班民警或队长签。", "由值班民警或隊長簽。", "The officer on duty, or a team's leader, signs.")
      )
    case .bothSides(let name):
      (
        Phrase(
          "\(name) 已签了另一方，同一人不能签双方。", "\(name) 已簽了另一方，同一人不能簽雙方。",
          "\(name) signed for the other side; nobody signs both."),
        Phrase("请由另一方的人签。", "請由另一方的人簽。", "Somebody of the other side signs.")
      )
    case .alreadySigned(let name):
      (
        Phrase("\(name) 已经签过。", "\(name) 已經簽過。", "\(name) has signed already."),
        Phrase("不用再签。", "不用再簽。", "There is nothing left to do.")
      )
    case .isVoid(let page):
      (
        Phrase(
          "第\(page)页已作废，不能签。", "第\(page)頁已作廢，不能簽。", "Page \(page) is void and can't be signed."),
        Phrase("请签另记的一页。", "請簽另記的一頁。", "Sign the page that stands in its place.")
      )
    case .notSound(let page):
      (
        Phrase(
          "第\(page)页不算或未核，不能签。", "第\(page)頁不算或未核，不能簽。",
          "Page \(page) does not count, or nobody can tell, and can't be signed."),
        Phrase("请运行核验，保留原件。", "請執行核驗，保留原件。", "Run verify and keep the file.")
      )
    case .inspectorFirst:
      (
        Phrase("检查方还没签。", "檢查方還沒簽。", "The inspector has not signed yet."),
        Phrase("请检查方先签。", "請檢查方先簽。", "The inspector signs first.")
      )
    case .witnessIsParty(let name):
      (
        Phrase(
          "\(name) 是当事一方，不能作见证。", "\(name) 是當事一方，不能作見證。",
          "\(name) is one of the two sides and can't be the witness."),
        Phrase("请另选见证人。", "請另選見證人。", "Choose another witness.")
      )
    case .nothingToWitness(let page):
      (
        Phrase(
          "第\(page)页没有待见证的拒签。", "第\(page)頁沒有待見證的拒簽。",
          "On page \(page) there is no refusal to confirm."),
        Phrase("不用见证。", "不用見證。", "There is nothing to confirm.")
      )
    case .witnessWithoutKey(let name):
      (
        Phrase(
          "\(name) 没有签字密钥，不能作见证。", "\(name) 沒有簽字密鑰，不能作見證。",
          "\(name) has no key to confirm it with."),
        Phrase(
          "请选有密钥的第三方，如值班民警。", "請選有密鑰的第三方，如值班民警。",
          "Choose somebody of neither side who has one, such as the officer on duty.")
      )
    case .witnessOfSide(let name, let unit):
      (
        Phrase(
          "\(name) 是\(unit)的人，不能作见证。", "\(name) 是\(unit)的人，不能作見證。",
          "\(name) is of \(unit), one of the two sides."),
        Phrase(
          "请选不属双方的人，如值班民警。", "請選不屬雙方的人，如值班民警。",
          "Choose somebody of neither side, such as the officer on duty.")
      )
    case .nothingRefused(let page):
      (
        Phrase(
          "第\(page)页没有待复核的拒签。", "第\(page)頁沒有待複核的拒簽。",
          "On page \(page) there is no refusal to review."),
        Phrase("不用复核。", "不用複核。", "There is nothing to review.")
      )
    case .ownRefusal(let name):
      (
        Phrase(
          "\(name) 是这次拒签的当事人，不能复核。", "\(name) 是這次拒簽的當事人，不能複核。",
          "\(name) had a part in this refusal and can't review it."),
        Phrase("由派出所另一民警复核。", "由派出所另一民警複核。", "Another officer of the station reviews it.")
      )
    case .dayAhead(let day):
      (
        Phrase(
          "巡防日 \(day.text) 还没有开始，不能封簿。", "巡防日 \(day.text) 還沒有開始，不能封簿。",
          "The patrol day \(day.text) has not begun and can't be closed."),
        Phrase("请核对日期。", "請核對日期。", "Check the date.")
      )
    case .nothingToClose(let day):
      (
        Phrase(
          "\(day.text) 当日各页均已封簿。", "\(day.text) 當日各頁均已封簿。",
          "No page of \(day.text) is left to close."),
        Phrase("无须再封簿。", "無須再封簿。", "There is nothing to close.")
      )
    }
  }
}

extension Phrase {
  fileprivate static let verifyFirst = Phrase(
    "请运行核验，从备份取回此卷。", "請執行核驗，從備份取回此卷。",
    "Run verify and take the volume back from a backup.")
}

extension Notice {
  /// An entry was written where nobody can tell whether it counts.
  package static func behindBreak(_ file: String) -> Notice {
    Notice(
      Phrase(
        "\(file) 前面有一页断了，其后各页暂时无法核验，也不能签。", "\(file) 前面有一頁斷了，其後各頁暫時無法核驗，也不能簽。",
        "\(file) breaks off above it: until that is mended nobody can tell whether it counts, or sign it."
      ),
      safe: Phrase("这一页已在簿里。", "這一頁已在簿裡。", "The page is in its book."),
      next: Phrase(
        "请运行核验；从备份取回此卷后，这一页要补记。", "請執行核驗；從備份取回此卷後，這一頁要補記。",
        "Run verify; once the volume is back from a backup, this page has to be written again."))
  }
}
