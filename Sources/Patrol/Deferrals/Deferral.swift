import Records
import Wording

/// Something found wanting that was put off, left as it is, or settled by a word: what, by which rule, why,
/// until when (B16).
///
/// Who decided, and when, says the journal of changes.
package struct Deferral: Hashable, Sendable, Registered {
  package let code: String
  /// What was found, in the words it was found in.
  package let text: String
  /// By which rule, of whom, and about which page or record.
  package let rule: String
  package let about: String
  package let item: String
  package let decision: Decision
  /// From which day it is found again; nil for good.
  package let due: Day?
  /// How many were lacking: more than that is found again.
  package let extent: Int?
  package let reason: String
  /// The day it was decided.
  package let date: Day

  package enum Decision: String, Choice {
    case later, accepted, settled
    package static let table = "deferral"

    package var label: Phrase {
      switch self {
      case .later: Phrase("缓办", "緩辦", "Put off")
      case .accepted: Phrase("认可现状", "認可現狀", "Accepted")
      case .settled: Phrase("办结", "辦結", "Settled")
      }
    }
  }

  /// What may be decided about anything that can wait; a handover alone is done when somebody says so.
  package enum PutOff: String, Choice {
    case later, accepted
    package static let table = "putoff"

    package var decision: Decision { self == .later ? .later : .accepted }
    package var label: Phrase { decision.label }
  }

  package var name: String { text }
  package var pinyin: String { "" }

  package static let file = "deferrals"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code)
  package static let text: Field<Self, String> = Field(
    "Text", \.text, .line, Phrase("事项", "事項", "What"))
  package static let rule: Field<Self, String> = Field(
    "Rule", \.rule, .code(Self.rules), Phrase("类别", "類別", "Kind"))
  package static let about: Field<Self, String> = Field(
    "About", \.about, .prose.only(.line), Phrase("单位或队伍", "單位或隊伍", "Unit or team"))
  package static let item: Field<Self, String> = Field(
    "Item", \.item, .prose.only(.line), Phrase("页或登记", "頁或登記", "Page or record"))
  package static let decision: Field<Self, Decision> = Field(
    "Decision", \.decision, .choice, Phrase("办法", "辦法", "Decision"))
  package static let due: Field<Self, Day?> = Field(
    optional: "Due", \.due, .day, Phrase("到期", "到期", "Until"),
    hint: Phrase("到期自动回到待办", "到期自動回到待辦", "then it comes back by itself"))
  package static let extent: Field<Self, Int?> = Field(
    optional: "Extent", \.extent, .count(0...99999), Phrase("当时数", "當時數", "How many"))
  package static let reason: Field<Self, String> = Field(
    "Reason", \.reason, .line, Phrase("理由", "理由", "Reason"))
  package static let date: Field<Self, Day> = Field(
    "Date", \.date, .day, Phrase("决定日期", "決定日期", "Decided"))

  /// The table of codes that rules are called by.
  static let rules = "rule"

  package static let schema = Schema(
    "Deferral", Phrase("缓办认可", "緩辦認可", "Put off or accepted"),
    Deferral.init(code:text:rule:about:item:decision:due:extent:reason:date:), Self.code,
    Self.text, Self.rule, Self.about, Self.item, Self.decision, Self.due, Self.extent, Self.reason,
    Self.date)

  package static let layout = RegisterLayout(
    .things, numbering: .ofStation(letter: "H"), name: Self.text, end: Self.due,
    asked: FieldList(
      Self.decision, Self.due, Self.reason, Self.text, Self.rule, Self.about, Self.item,
      Self.extent, Self.date, Self.code),
    listed: FieldList(Self.decision, Self.due, Self.reason, Self.rule, Self.date)
  ) { about in [Self.date.says(about.today.text)] }

  /// Refuses what a rule does not let anybody put off, and what would never come back though it is put off.
  package func check(in snapshot: Snapshot) throws {
    guard let rule = Rules.id(rule) else { return }
    if case .never(let why) = rule.leave {
      throw DeferralRefusal.mayNot(title: rule.title, why: why)
    }
    if decision == .later, due == nil { throw DeferralRefusal.noDay }
    if let due, due < date { throw DeferralRefusal.past(due) }
    if decision == .settled, rule != .openHandover { throw DeferralRefusal.notBySaying(rule.title) }
  }
}

extension Deferral {
  /// What is filled in of a finding before anybody decides.
  package static func texts(of finding: Finding, _ language: Language, on day: Day)
    -> [String: String]
  {
    var texts = [
      "Text": finding.text[language], "Rule": finding.rule.rawValue, "About": finding.about,
      "Item": finding.item, "Date": day.text,
    ]
    texts["Extent"] = finding.extent.map { "\($0)" }
    return texts.filter { !$0.value.isEmpty }
  }
}
