import Records
import Wording

/// Why a message does not go out, or a text that came in is not put where somebody wanted it.
package enum MessageRefusal: Refusal, Hashable {
  case noText
  /// A blank of the template that nobody filled in.
  case blank(String)
  /// A number or a name of somebody.
  case personal(String)
  /// Characters that nobody sees.
  case unseen(String)
  /// A look-out that does not say that one watches and tells.
  case noDuty
  case noGroups
  case nobody
  case quiet(HourSpan)
  case tooMany(Int, left: Int)
  case noCase
  case noSuchCase(String)
  case notGrave(String, IncidentCategory)
  case oldCase(String, Moment)
  case noExpiry
  case expired(Moment)
  case tooLong(Moment)
  /// The words say another end than the record.
  case otherEnd(String, Moment)
  case noApprover
  /// Who sends it approves it as well.
  case ownApproval(String)
  case noSuchMessage(String)
  case notLookout(String)
  case isOver(String, Moment)
  case notLonger(Moment)
  case noneFailed(String)
  /// What it says no longer holds: it is not sent once more.
  case isStale(String)
  case noSuchReply(String)
  case isSettled(String)
  case noReason
  /// A text that can't stand as intelligence in its own words: it names somebody.
  case mustBeReworded(String)
  case noSuchPerson(String)
  case unknownTemplate(String)

  package var field: String {
    switch self {
    case .noText, .blank, .personal, .unseen, .noDuty, .otherEnd: Message.text.column.name
    case .noGroups, .nobody, .tooMany: Message.groups.column.name
    case .quiet: Message.at.column.name
    case .noCase, .noSuchCase, .notGrave, .oldCase: Message.incident.column.name
    case .noExpiry, .expired, .tooLong, .notLonger: Message.expires.column.name
    case .noApprover, .ownApproval: Message.approver.column.name
    case .noSuchMessage, .notLookout, .isOver, .noneFailed, .isStale, .noSuchReply, .isSettled,
      .mustBeReworded:
      "Code"
    case .noReason: ReceivedText.put.column.name
    case .noSuchPerson: ReceivedText.from.column.name
    case .unknownTemplate: Message.template.column.name
    }
  }

  package var notice: Notice {
    let (happened, next) = words
    return Notice(happened, safe: .unsent, next: next)
  }

  package static let examples: [Self] = {
    let evening = Moment(Day(number: 20781), 20 * 60)
    return [
      .noText, .blank("特征"), .personal("10012345678"), .unseen("请留意‹U+202E›"), .noDuty, .noGroups,
      .nobody,
      .quiet(HourSpan(from: 1380, to: 360)), .tooMany(80, left: 12), .noCase,
      .noSuchCase("QSP-C-0099"), .notGrave("QSP-C-0009", .ebike), .oldCase("QSP-C-0009", evening),
      .noExpiry, .expired(evening), .tooLong(evening),
      .otherEnd("11月25日9时", evening), .noApprover, .ownApproval("王警官"),
      .noSuchMessage("QSP-M-0099"), .notLookout("QSP-M-0001"), .isOver("QSP-M-0002", evening),
      .notLonger(evening), .noneFailed("QSP-M-0002"), .isStale("QSP-M-0002"),
      .noSuchReply("QSP-R-0099"), .isSettled("QSP-R-0001"), .noReason,
      .mustBeReworded("QSP-R-0001"),
      .noSuchPerson("QSP-I-0099"), .unknownTemplate("09"),
    ]
  }()
}

extension Placed where Self == Sentence {
  /// No text has left, and what was typed is still there.
  static var unsent: Sentence {
    let nothing = Phrase("没有发出，没有写入。", "沒有發出，沒有寫入。", "Nothing was sent or written.")
    return Sentence(
      form: Phrase(
        "没有发出，所填内容还在表单里。", "沒有發出，所填內容還在表單裡。",
        "Nothing was sent; what you typed is still in the form."),
      console: nothing, command: nothing)
  }
}
