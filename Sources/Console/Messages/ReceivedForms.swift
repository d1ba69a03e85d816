import Patrol
import Records
import Wording

extension FormPlan {
  /// Whose a received text is, and which message it answers: nothing of it is proposed.
  static func claimText(_ code: String) -> FormPlan {
    var plan = FormPlan(
      Phrase("认领收件 \(code)", "認領收件 \(code)", "Claim \(code)"), ClaimFields.schema.columns,
      asked: ["From", "Under"], draft: DraftName("claim", code),
      ending: { draft, _, _ throws(FieldError) in
        let fields = try draft.read(ClaimFields.schema)
        return .command(.claimText(code, of: fields.from?.code, under: fields.under))
      })
    plan.beside = { field, _, world in field == "From" ? text(code, world) : [] }
    plan.popup = 13
    return plan
  }

  /// Why a received text is no lead.
  static func putText(_ code: String) -> FormPlan {
    var plan = FormPlan(
      Phrase("\(code) 不作情报", "\(code) 不作情報", "\(code) is no lead"), PutFields.schema.columns,
      asked: ["Why"], draft: DraftName("put", code),
      ending: { draft, _, _ throws(FieldError) in
        .command(.putText(code, why: try draft.read(PutFields.schema).why))
      })
    plan.beside = { _, _, world in text(code, world) }
    plan.popup = 12
    return plan
  }

  /// Until when a look-out holds, and who approves it; the PIN is asked for next.
  static func extendLookout(_ code: String) -> FormPlan {
    var plan = FormPlan(
      ActionName.extendLookout.phrase + Phrase(verbatim: " \(code)"), ExtendFields.schema.columns,
      asked: ["Expires", "Approver"], draft: .extension(of: code),
      beginning: { world in Draft(["Approver": world.approver?.text ?? ""]) },
      ending: { draft, _, world throws(FieldError) in
        let fields = try draft.read(ExtendFields.schema)
        // Nobody types a PIN for what would be refused.
        do throws(MessageRefusal) {
          try NewMessage.check(fields.until, at: world.now.moment)
          if let expires = world.snapshot.message(code)?.expires, fields.until <= expires {
            throw .notLonger(expires)
          }
        } catch {
          return .refused(error.notice, field: "Expires")
        }
        return .secret(.extendLookout(code, until: fields.until, officer: fields.approver))
      })
    plan.beside = { field, _, world in
      guard field == "Expires", let expires = world.snapshot.message(code)?.expires else {
        return []
      }
      return [("\(Patrol.Message.expires.column.label[world.language]) \(expires.text)", .plain)]
    }
    plan.popup = 12
    return plan
  }

  /// What is being settled, in its own words.
  private static func text(_ code: String, _ world: World) -> [Remark] {
    guard let text = world.snapshot.messageBook.replies.first(where: { $0.code == code }) else {
      return []
    }
    let line = ReceivedLine(text, world)
    return [("\(text.at.brief)  \(line.from)", .dim), (line.words, .plain)]
  }
}

extension DraftName {
  static func `extension`(of lookout: String) -> DraftName { DraftName("extend", lookout) }
}

extension World {
  /// Who approves a look-out where nobody else was chosen: another than who sends it, where there are two.
  var approver: Named? { approvers.first }

  /// Officers who may approve a look-out: others than who sends it, where there are any.
  var approvers: [Named] {
    let able = snapshot.officersWhoSign
    let others = able.filter { $0 != officer }
    return others.isEmpty ? able : others
  }
}

private struct ClaimFields: Sendable {
  let from: Named?
  let under: String?

  static let schema = Schema(
    "claim", ReceivedText.schema.title, ClaimFields.init(from:under:),
    Field(
      optional: "From", \.from, .someone(.textWriter), ReceivedText.from.column.label,
      hint: Phrase("空着：群众", "空著：群眾", "empty: the public")),
    Field(
      optional: "Under", \.under, .answeredMessage, ReceivedText.message.column.label,
      hint: Phrase("空着：不是答哪条短信", "空著：不是答哪條短信", "empty: it answers no message")))
}

private struct PutFields: Sendable {
  let why: String

  static let schema = Schema(
    "put", ReceivedText.put.column.label, PutFields.init(why:),
    Field(
      "Why", \.why, .line, ReceivedText.put.column.label,
      hint: Phrase(
        "如 广告、打错、已电话问清", "如 廣告、打錯、已電話問清", "advertising, a wrong number, asked by telephone")))
}

private struct ExtendFields: Sendable {
  let until: Moment
  let approver: Named

  static let schema = Schema(
    "extend", ActionName.extendLookout.phrase, ExtendFields.init(until:approver:),
    Field(
      "Expires", \.until, .moment, Patrol.Message.expires.column.label,
      hint: Phrase("三天以内", "三天以內", "within three days")),
    Field("Approver", \.approver, .officer, Patrol.Message.approver.column.label))
}

extension FieldType where Value == String {
  static let answeredMessage = FieldType(
    entry: .reference(.answeredMessage), expected: .oneOfTheList,
    parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 })
}
