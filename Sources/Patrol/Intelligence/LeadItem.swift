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
      incident: nil,
      subject: told.subject,
      unit: snapshot.team(told.about.code)?.unit ?? told.about.code, urgency: .prompt,
      officer: nil, assigned: nil, checked: nil, findings: "", outcome: nil, closed: nil, told: "",
      remark: "", hasAnnex: false, annexDigest: "", annexErased: nil)
  }

  package init(_ lead: Lead) { self.init(lead, nil) }

  init(_ lead: Lead, _ told: ToldPage?) {
    (id, self.lead, self.told) = (.record(lead.code), lead, told)
  }

  /// When its outcome is due.
  package func due(_ policy: Policy) -> Moment {
    lead.reported + policy.leadHours(lead.urgency) * 60
  }
}

/// The register in the order of its list, made once for as long as it is not read again.
package struct Leads: Sendable {
  package let open: [Lead]
  /// Those with an outcome, the newest first.
  package let done: [Lead]
  /// Pages that a record names.
  let pages: Set<PageID>

  init(_ table: RegisterTable) {
    let all = table.records.compactMap { try? Lead.schema.parse($0) }
    open = all.filter { $0.outcome == nil }
    done = all.filter { $0.outcome != nil }.sorted {
      ($1.closed ?? $1.reported, $1.code) < ($0.closed ?? $0.reported, $0.code)
    }
    pages = Set(all.compactMap(\.page))
  }
}

extension Snapshot {
  package var leadRecords: Leads { table(.intelligence).made(Leads.init) }

  /// What has no outcome yet, the first due first.
  ///
  /// - Parameter told: pages of any year that tell something, as far as they were looked for.
  package func openLeads(_ told: [ToldPage]) -> [LeadItem] {
    let (leads, policy) = (leadRecords, station.policy)
    let recorded = Self.items(leads.open, told)
    let others = told.filter { $0.state == .stands && !leads.pages.contains($0.page) }
      .map { LeadItem($0, in: self) }
    return (recorded + others).sorted {
      ($0.due(policy), $0.id.text) < ($1.due(policy), $1.id.text)
    }
  }

  /// The same, and behind it what has its outcome.
  package func leads(_ told: [ToldPage]) -> [LeadItem] {
    openLeads(told) + Self.items(leadRecords.done, told)
  }

  /// Records with the pages that they are about, as far as those are known.
  private static func items(_ leads: [Lead], _ told: [ToldPage]) -> [LeadItem] {
    let pages = Dictionary(told.map { ($0.page, $0) }, uniquingKeysWith: { $1 })
    return leads.map { LeadItem($0, $0.page.flatMap { pages[$0] }) }
  }
}
