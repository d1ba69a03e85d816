import Records

/// Something that happened in a night: an inspection, a case, something reported.
package struct NightEvent: Hashable, Sendable, Comparable {
  package enum Kind: Hashable, Sendable {
    /// Whether all was in order, and whether anybody was found.
    case inspection(PageID, isGood: Bool, isAnybodyThere: Bool)
    /// The code of the record.
    case incident(String)
    case lead(LeadItem.ID)
  }

  package let kind: Kind
  package let at: Moment
  /// The end of the time in which it may have been, where nobody saw when.
  package let until: Moment?
  /// The code of the unit where it was.
  package let unit: String
  /// The code of the team that was inspected.
  package let team: String?
  /// What was seen or happened, in the words of page or record.
  package let what: String

  package static func < (one: NightEvent, other: NightEvent) -> Bool {
    (one.at, one.rank, one.name) < (other.at, other.rank, other.name)
  }

  /// Of the same minute what presses most stands first.
  private var rank: Int {
    switch kind {
    case .incident: 0
    case .lead: 1
    case .inspection: 2
    }
  }

  private var name: String {
    switch kind {
    case .inspection(let page, _, _): page.text
    case .incident(let code): code
    case .lead(let id): id.text
    }
  }
}

extension NightEvent {
  static func inspections(_ ledger: DayLedger, _ snapshot: Snapshot) -> [NightEvent] {
    ledger.inspections.filter(\.stands).compactMap { page in
      guard let at = page[Inspection.from], let side = page[Inspection.inspected] else {
        return nil
      }
      let problems = page[Inspection.problems] ?? []
      let isGood = problems.isEmpty && !(page[Inspection.points] ?? "").contains("2")
      let isEmpty = page[Inspection.present] == 0 || problems.contains("C")
      let team = snapshot.team(side.code)
      return NightEvent(
        kind: .inspection(page.page.id, isGood: isGood, isAnybodyThere: !isEmpty), at: at,
        until: nil, unit: team?.unit ?? snapshot.area(of: side.code) ?? side.code, team: team?.code,
        what: page[Inspection.found] ?? "")
    }
  }

  static func incidents(_ day: Day, _ snapshot: Snapshot) -> [NightEvent] {
    snapshot.incidentFacts.during(day...day, snapshot.station).compactMap {
      snapshot.incident($0)
    }.map {
      NightEvent(
        kind: .incident($0.code), at: $0.from, until: $0.to, unit: $0.unit, team: nil,
        what: $0.what)
    }
  }

  static func leads(_ told: [ToldPage], _ snapshot: Snapshot) -> [NightEvent] {
    snapshot.leads(told).map {
      NightEvent(
        kind: .lead($0.id), at: $0.lead.reported, until: nil, unit: $0.lead.unit, team: nil,
        what: $0.lead.facts)
    }
  }
}
