import Wording

/// A warning by the number the domain study gave it, with everything that is said of it; declared beside
/// the rule that finds it.
package struct RuleID: Hashable, Sendable {
  /// How much what is found presses.
  package enum Weight: Hashable, Sendable {
    /// To be done (▲), or to be completed when there is time (○).
    case toDo, toComplete
  }

  /// Whether what is found may be put off, or left as it is, with a reason.
  package enum Leave: Hashable, Sendable {
    case allowed
    /// Why it can't be.
    case never(Phrase)
  }

  package let rawValue: String
  /// Which requirement of the order it stands for.
  package let requirement: String
  /// Two to five words: what findings are grouped under.
  package let title: Phrase
  package let weight: Weight
  /// What is done about it, for the column beside the text.
  package let act: Phrase
  /// What the rule looks at, and what puts it right.
  package let explanation: Phrase
  package let leave: Leave

  init(
    _ rawValue: String, of requirement: String, _ title: Phrase, _ weight: Weight = .toDo,
    act: Phrase, leave: Leave = .allowed, _ explanation: Phrase
  ) {
    (self.rawValue, self.requirement, self.title) = (rawValue, requirement, title)
    (self.weight, self.act, self.leave, self.explanation) = (weight, act, leave, explanation)
  }

  package static func == (a: Self, b: Self) -> Bool { a.rawValue == b.rawValue }
  package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension Phrase {
  /// Acts that more than one rule asks for.
  static let actEnterLate = Phrase("补记", "補記", "Enter it")
  static let actSeePage = Phrase("看这一页", "看這一頁", "See the page")
  static let actAdd = Phrase("登记", "登記", "Register")
  static let actComplete = Phrase("补填", "補填", "Fill in")
  static let actInspect = Phrase("记检查", "記檢查", "Inspect")
}
