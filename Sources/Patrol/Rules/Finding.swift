import Records
import Wording

/// What a rule of the order finds wanting: a warning, never a refusal.
package struct Finding: Sendable {
  /// Which finding it is, whatever it says today: by the rule, whom it is about, and which page or record.
  package struct ID: Hashable, Sendable {
    package let rule: String
    package let about: String
    package let item: String

    package init(rule: String, about: String, item: String) {
      (self.rule, self.about, self.item) = (rule, about, item)
    }
  }

  package let rule: RuleID
  /// The unit or team it is about, by code.
  package let about: String
  /// The page or record it is about, where a rule finds more than one of the same team.
  package let item: String
  /// Worded when it is read: of a thousand findings a screen shows a handful.
  package var text: Phrase { wording() }
  package let since: Day?
  package let place: FindingPlace
  /// How many are lacking: what was accepted is found again once there are more.
  package let extent: Int?
  package let isUrgent: Bool
  /// What is done about it: mostly what its rule says.
  package let act: Phrase
  private let wording: @Sendable () -> Phrase

  package init(
    _ rule: RuleID, about: String, item: String? = nil, since: Day? = nil, extent: Int? = nil,
    place: FindingPlace, isUrgent: Bool = false, act: Phrase? = nil,
    _ text: @autoclosure @escaping @Sendable () -> Phrase
  ) {
    (self.rule, self.about, self.since) = (rule, about, since)
    self.item = item ?? place.item
    (self.place, self.extent, self.isUrgent) = (place, extent, isUrgent)
    (self.act, wording) = (act ?? rule.act, text)
  }

  package var id: ID { ID(rule: rule.rawValue, about: about, item: item) }
}

/// Where what was found can be put right, and what is filled in there.
package enum FindingPlace: Hashable, Sendable {
  /// The entry of a team about a day.
  case entry(String, Day)
  /// A patrol that is out.
  case underway(String)
  case page(PageID, Day)
  /// Pages that say different things.
  case pages([PageID], Day)
  /// A page that lacks somebody's signature, a refusal that lacks its review.
  case sign(PageID, Day)
  case review(PageID, Day)
  /// Something handed over that is still open.
  case settle(OpenItem)
  /// A problem that is to be looked at again.
  case recheck(OpenItem)
  /// A new inspection of a team.
  case inspect(String)
  /// The next step of something reported.
  case lead(LeadItem.ID)
  /// A message, and what came of it.
  case message(String)
  /// A text that came in.
  case receivedText(String)
  /// A new record of a register, begun where it belongs, some fields filled in.
  case newRecord(RegisterKind, scope: Scope?, given: [String: String] = [:])
  /// Fields of a record that are to be filled in, or its last day.
  case record(RegisterKind, String)
  case ending(RegisterKind, String)
  /// A register's list.
  case records(RegisterKind, scope: Scope?)
  /// Two records that may be one.
  case twins(RegisterKind, String, String)
  case roster(String, Day)
  /// The first steps of a new station.
  case firstSteps
  /// What is due to be erased.
  case erase
  /// Outside of the console altogether: what its rule says is what is to be done.
  case elsewhere
  /// A file that has to be mended outside of the console.
  case file

  /// The page or record that is meant.
  var item: String {
    switch self {
    case .page(let id, _), .sign(let id, _), .review(let id, _): id.text
    case .pages(let ids, _): ids.map(\.text).joined(separator: ", ")
    case .settle(let item), .recheck(let item): item.page.text
    case .lead(let id): id.text
    case .record(_, let code), .ending(_, let code), .message(let code), .receivedText(let code):
      code
    case .twins(_, let code, let other): "\(code), \(other)"
    case .entry, .underway, .inspect, .newRecord, .records, .roster, .erase, .firstSteps,
      .elsewhere, .file:
      ""
    }
  }
}

extension Snapshot {
  /// The unit or team that something is about: a township's team has the same code.
  package func name(of finding: Finding) -> String? {
    let isOfUnit =
      switch finding.place {
      case .lead, .message, .receivedText: true
      case .record(let kind, _), .newRecord(let kind, _, _): kind.layout.place?.name == "Unit"
      default: false
      }
    return (isOfUnit ? unit(finding.about)?.name : nil) ?? side(finding.about)?.name
  }
}

extension Finding {
  /// Something that was not read: it may look absent and is not.
  package init(_ notice: Notice) {
    self.init(
      .notRead, about: "", item: notice.happened[.en], place: .file, isUrgent: true,
      notice.happened)
  }
}
