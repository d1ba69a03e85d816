import Records
import Wording

/// A38, A39, A40: a look-out past its end that nobody stood down, texts that did not go out, and texts that came
/// in and nobody has put anywhere (R12, R13).
enum MessagesDue: Rule {
  static let finds: [RuleID] = [.lookoutPast, .textsStuck, .textsWaiting]
  static let reads: [RegisterKind] = [.messages, .sendings, .replies]

  /// Minutes after which a text should have gone out.
  static let patience = 30

  static func findings(_ survey: Survey) -> [Finding] {
    let (snapshot, now) = (survey.snapshot, survey.now)
    let book = snapshot.messageBook
    let home = snapshot.station.unit
    return book.messages.flatMap { message -> [Finding] in
      var found: [Finding] = []
      let since = snapshot.station.patrolDay(message.at)
      if message.isOpen, let expires = message.expires, expires <= now {
        found.append(
          Finding(
            .lookoutPast, about: home, since: snapshot.station.patrolDay(expires),
            place: .message(message.code), isUrgent: true, .past(message, expires)))
      }
      // What is a week old nobody sends any more.
      guard now - message.at <= 7 * 1440 else { return found }
      let stuck = (book.sendings[message.code] ?? []).filter { sending in
        switch sending.state {
        case .failed: true
        case .waiting: now - message.at > patience
        case .handed: sending.handed.map { now - $0 > patience } ?? false
        case .sent, .dropped: false
        }
      }
      if !stuck.isEmpty {
        found.append(
          Finding(
            .textsStuck, about: home, since: since, extent: stuck.count,
            place: .message(message.code), .stuck(message, stuck)))
      }
      return found
    }
      + book.replies.filter(\.waits).map { reply in
        Finding(
          .textsWaiting, about: home, since: snapshot.station.patrolDay(reply.at),
          place: .receivedText(reply.code), .waiting(reply))
      }
  }
}

extension Phrase {
  fileprivate static func past(_ message: Message, _ expires: Moment) -> Phrase {
    Phrase(
      "\(message.code) 有效至 \(expires.text)，未撤控", "\(message.code) 有效至 \(expires.text)，未撤控",
      "\(message.code) held until \(expires.text) and was not stood down")
  }

  fileprivate static func stuck(_ message: Message, _ stuck: [Sending]) -> Phrase {
    let failed = stuck.count { $0.state == .failed }
    let waiting = stuck.count { $0.state == .waiting }
    let silent = stuck.count - failed - waiting
    return Phrase { language in
      let parts = [
        (failed, Phrase("失败 \(failed)", "失敗 \(failed)", "\(failed) failed")),
        (waiting, Phrase("未交发 \(waiting)", "未交發 \(waiting)", "\(waiting) not handed over")),
        (silent, Phrase("无回执 \(silent)", "無回執 \(silent)", "\(silent) without a receipt")),
      ].filter { $0.0 > 0 }.map { $0.1[language] }
      return "\(message.code) " + parts.joined(separator: language.separator)
    }
  }

  fileprivate static func waiting(_ reply: ReceivedText) -> Phrase {
    let text = reply.text.replacing("\n", with: " ")
    let words = text.count > 16 ? text.prefix(15) + "…" : text
    return Phrase(
      "\(reply.at.text) “\(words)”", "\(reply.at.text) 「\(words)」", "\(reply.at.text) “\(words)”")
  }
}

extension RuleID {
  package static let lookoutPast = RuleID(
    "A38", of: "R13", Phrase("布控过期", "布控過期", "Look-out over"),
    act: Phrase("撤控", "撤控", "Stand down"),
    leave: .never(
      Phrase("过期的布控要撤控或延期", "過期的布控要撤控或延期", "it is stood down or made longer")),
    Phrase(
      "布控过了有效期还没有撤。撤控时向收过的人各发一条；还需要的延期。", "布控過了有效期還沒有撤。撤控時向收過的人各發一條；還需要的延期。",
      "Its time is over and nobody stood it down. Standing it down tells everybody it went to; else make it longer."
    ))
  package static let textsStuck = RuleID(
    "A39", of: "R12", Phrase("短信未发出", "短信未發出", "Texts stuck"),
    act: Phrase("看短信", "看短信", "See the message"),
    Phrase(
      "短信失败，或半小时还没有交发、没有回执。请看网关是否在运行；要紧的另行电话通知。",
      "短信失敗，或半小時還沒有交發、沒有回執。請看網關是否在運行；要緊的另行電話通知。",
      "Texts failed, or half an hour later were not handed over or have no receipt. See whether the gateway runs; telephone where it matters."
    ))
  package static let textsWaiting = RuleID(
    "A40", of: "R13", Phrase("收件待认领", "收件待認領", "Unclaimed text"),
    act: Phrase("认领", "認領", "Claim"),
    leave: .never(Phrase("收件要有去向", "收件要有去向", "each is put somewhere")),
    Phrase(
      "未登记号码发来的短信。认领后转情报，或写明为何不作情报。", "未登記號碼發來的短信。認領後轉情報，或寫明為何不作情報。",
      "Texts of numbers that nobody registered. Claim them as intelligence, or say why they are none."
    ))
}
