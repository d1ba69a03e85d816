import Records
import Wording

/// What a rule of the order finds wanting: a warning, never a refusal.
package struct Finding: Sendable {
  /// Where the thing can be put right.
  package enum Place: Hashable, Sendable {
    case team(String, Day)
    case members(String)
    /// One record of a register; a whole register; two records that may be one.
    case register(RegisterKind, String)
    case registers(RegisterKind, String?)
    case merge(RegisterKind, String)
    case roster(String, Day)
    /// What is due to be erased.
    case erase
    case page(PageID, Day)
    case underway(String)
    /// A new inspection of a team.
    case inspect(String)
    /// A file that has to be mended outside of the console.
    case file
  }

  package let rule: RuleID
  /// The unit or team it is about, by code.
  package let about: String
  /// Worded when it is read: of a thousand findings a screen shows a handful.
  package var text: Phrase { wording() }
  package let since: Day?
  package let place: Place
  package let isUrgent: Bool
  private let wording: @Sendable () -> Phrase

  package init(
    _ rule: RuleID, about: String, since: Day? = nil, place: Place, isUrgent: Bool = false,
    _ text: @autoclosure @escaping @Sendable () -> Phrase
  ) {
    (self.rule, self.about, self.since) = (rule, about, since)
    (self.place, self.isUrgent, wording) = (place, isUrgent, text)
  }
}

/// The warnings by the numbers the domain study gave them.
package enum RuleID: String, CaseIterable, Hashable, Sendable {
  case underwayOverdue = "B2"
  case cityFloor = "A1"
  case townshipFloor = "A2"
  case villageFloor = "A3"
  case missingEntry = "A4"
  case lateEntry = "A5"
  case unsignedInspection = "A6"
  case refusalUnreviewed = "A7"
  case notInspected = "A8"
  case notChecked = "A9"
  case overdueProblem = "A10"
  case rosterGap = "A12"
  case booksDisagree = "A14"
  case sameTexts = "A15"
  case smallCrew = "A16"
  case equipmentLack = "A17"
  case equipmentOut = "A18"
  case untrained = "A19"
  case informantGap = "A22"
  case watchGap = "A23"
  case leaderGap = "A24"
  case pastKeeping = "A26"
  case openHandover = "A27"
  case samePerson = "R20"
  case notRead = "B7"

  /// Two to four words for the column beside the text.
  package var title: Phrase {
    switch self {
    case .underwayOverdue: Phrase("超时未归", "超時未歸", "Overdue")
    case .cityFloor: Phrase("编制", "編制", "Strength")
    case .townshipFloor, .villageFloor: Phrase("缺员", "缺員", "Short")
    case .missingEntry: Phrase("未记", "未記", "No entry")
    case .lateEntry: Phrase("补记", "補記", "Late")
    case .unsignedInspection: Phrase("待签字", "待簽字", "Unsigned")
    case .refusalUnreviewed: Phrase("拒签待复核", "拒簽待複核", "Refused")
    case .notInspected: Phrase("未检查", "未檢查", "Not inspected")
    case .notChecked: Phrase("所未检查", "所未檢查", "Not checked")
    case .overdueProblem: Phrase("整改超期", "整改超期", "Overdue")
    case .booksDisagree: Phrase("簿簿不符", "簿簿不符", "Books differ")
    case .rosterGap: Phrase("无排班", "無排班", "No roster")
    case .sameTexts: Phrase("内容雷同", "內容雷同", "Same text")
    case .smallCrew: Phrase("人少", "人少", "Small crew")
    case .openHandover: Phrase("交接未办", "交接未辦", "Handover")
    case .equipmentLack: Phrase("装备不足", "裝備不足", "Equipment")
    case .equipmentOut: Phrase("装备未还", "裝備未還", "Not returned")
    case .untrained: Phrase("未培训", "未培訓", "Untrained")
    case .informantGap: Phrase("信息员不全", "資訊員不全", "Informants")
    case .watchGap: Phrase("守望缺人", "守望缺人", "Watch post")
    case .leaderGap: Phrase("责任未明", "責任未明", "Unnamed")
    case .pastKeeping: Phrase("到期清除", "到期清除", "Erase")
    case .samePerson: Phrase("疑重复", "疑重複", "Twice?")
    case .notRead: Phrase("未读入", "未讀入", "Not read")
    }
  }

  /// Which requirement of the order it stands for.
  package var requirement: String {
    switch self {
    case .underwayOverdue: "B2"
    case .cityFloor: "R4"
    case .townshipFloor: "R5"
    case .villageFloor: "R6"
    case .missingEntry, .lateEntry, .sameTexts: "R21"
    case .rosterGap: "R27"
    case .unsignedInspection, .refusalUnreviewed, .notInspected, .booksDisagree: "R22"
    case .notChecked: "R8"
    case .overdueProblem: "R30"
    case .smallCrew: "R21"
    case .openHandover: "R30"
    case .equipmentLack, .equipmentOut: "R18"
    case .untrained: "R26"
    case .informantGap: "R10"
    case .watchGap: "R15"
    case .leaderGap: "R17"
    case .pastKeeping: "R28"
    case .samePerson: "R20"
    case .notRead: "B7"
    }
  }
}

/// One rule of the order: what it is called and what it finds.
package protocol Rule: Sendable {
  /// Registers in which the rule misses something: where one of them was not read whole, nothing is
  /// known of what it lacks.
  static var reads: [RegisterKind] { get }
  static func findings(_ survey: Survey) -> [Finding]
}

extension Rule {
  package static var reads: [RegisterKind] { [] }
}

extension Finding {
  /// Something that was not read: it may look absent and is not.
  package init(_ notice: Notice) {
    self.init(.notRead, about: "", place: .file, isUrgent: true, notice.happened)
  }
}

package enum Rules {
  /// Every rule, in the order in which their findings are listed.
  static let all: [any Rule.Type] = [
    UnderwayOverdue.self, BooksDisagree.self, TeamFloor.self, UnsignedInspection.self,
    OverdueProblem.self, MissingEntry.self, SameTexts.self, OpenHandover.self, NotInspected.self,
    RosterGap.self, SmallCrew.self, LateEntry.self,
  ]

  /// - Parameter registers: what was found in the registers, which is looked for less often.
  package static func findings(_ survey: Survey, registers: [Finding] = []) -> [Finding] {
    var (urgent, others) = ([Finding](), [Finding]())
    for rule in all where survey.snapshot.isRead(rule.reads) {
      let found = rule.findings(survey)
      guard found.contains(where: \.isUrgent) else {
        others += found
        continue
      }
      urgent += found.filter(\.isUrgent)
      others += found.filter { !$0.isUrgent }
    }
    urgent += registers.filter(\.isUrgent)
    others += registers.filter { !$0.isUrgent }
    return urgent.isEmpty ? others : urgent + others
  }
}
