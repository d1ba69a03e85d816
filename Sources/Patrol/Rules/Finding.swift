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

extension Finding {
  /// Something that was not read: it may look absent and is not.
  package init(_ notice: Notice) {
    self.init(.notRead, about: "", place: .file, isUrgent: true, notice.happened)
  }
}
