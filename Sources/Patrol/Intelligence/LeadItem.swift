import Records
import Wording

/// Something reported, in its register or so far only on its page.
package struct LeadItem: Hashable, Sendable {
  /// How it is named: by its record, or by the page that no record names yet.
  package enum ID: Hashable, Sendable {
    case record(String)
    case page(PageID)

    package var text: String {
      switch self {
      case .record(let code): code
      case .page(let page): page.text
      }
    }
  }

  package let id: ID
  package let lead: Lead
  /// The page as it stands, where it is known.
  package let told: ToldPage?

  package var stage: LeadStage { lead.stage }
  package var isOpen: Bool { stage != .closed }

  /// What a record about a page begins with.
  init(_ told: ToldPage, in snapshot: Snapshot) {
    (id, self.told) = (.page(told.page), told)
    lead = Lead(
      code: "", facts: told.facts.isEmpty ? told.about.name : told.facts, reported: told.reported,
      source: told.kind == .inspection ? .inspection : .patrol, informant: nil, page: told.page,
      subject: told.subject,
      unit: snapshot.team(told.about.code)?.unit ?? told.about.code, urgency: .prompt,
      officer: nil, assigned: nil, checked: nil, findings: "", outcome: nil, closed: nil, told: "",
      remark: "")
  }

  init(_ lead: Lead, _ told: ToldPage?) {
    (id, self.lead, self.told) = (.record(lead.code), lead, told)
  }

  /// When its outcome is due.
  package func due(_ policy: Policy) -> Moment {
    lead.reported + policy.leadHours(lead.urgency) * 60
  }
}

extension Snapshot {
  /// Every record of the register that can be read, made once for as long as it is not read again.
  package var leadRecords: [Lead] {
    table(.intelligence).made { $0.records.compactMap { try? Lead.schema.parse($0) } }
  }

  /// Everything reported: what is open by when it is due, then what has its outcome, the newest first.
  ///
  /// - Parameter told: pages of any year that tell something, as far as they were looked for.
  package func leads(_ told: [ToldPage]) -> [LeadItem] {
    let pages = Dictionary(told.map { ($0.page, $0) }, uniquingKeysWith: { $1 })
    let leads = leadRecords
    let recorded = leads.map { LeadItem($0, $0.page.flatMap { pages[$0] }) }
    let named = Set(leads.compactMap(\.page))
    let others = told.filter { $0.state == .stands && !named.contains($0.page) }
      .map { LeadItem($0, in: self) }
    let policy = station.policy
    let open = (recorded.filter(\.isOpen) + others).sorted {
      ($0.due(policy), $0.id.text) < ($1.due(policy), $1.id.text)
    }
    let done = recorded.filter { !$0.isOpen }.sorted {
      ($1.lead.closed ?? $1.lead.reported, $1.lead.code)
        < ($0.lead.closed ?? $0.lead.reported, $0.lead.code)
    }
    return open + done
  }
}
