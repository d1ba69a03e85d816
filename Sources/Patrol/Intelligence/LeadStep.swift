import Records
import Wording

/// The next thing that is done about something reported.
package enum LeadStep: Hashable, Sendable {
  case assign(Named, LeadUrgency?)
  case check(String)
  case close(LeadOutcome, told: String)

  /// What becomes of the record; a page that none names yet gets its own.
  ///
  /// - Parameters:
  ///   - item: as it was seen.
  ///   - numbering: gives a new record its code.
  /// - Throws: what the step lacks; all else is refused where it is written.
  package func record(
    _ item: LeadItem, at now: Moment, in snapshot: Snapshot, _ numbering: inout CodeNumbering
  ) throws(LeadRefusal) -> RegisterRecord {
    let lead = item.lead
    guard lead.outcome == nil else { throw .closed(lead.code) }
    var seen: [String: String]?
    var texts: [String: String]
    switch item.id {
    case .record(let code):
      guard let known = snapshot.table(.intelligence).texts(code) else { throw .noSuchLead(code) }
      (seen, texts) = (known, known)
    case .page(let page):
      if let code = snapshot.lead(about: page) { throw .pageHasOne(page, code) }
      texts = lead.texts
      texts[Lead.code.column.name] = numbering.next(texts)
    }
    func say<Value>(_ field: Field<Lead, Value>, _ text: String) {
      texts[field.column.name] = text
    }
    switch self {
    case .assign(let officer, let urgency):
      guard lead.checked == nil else { throw .alreadyChecked(item.id.text) }
      say(Lead.officer, officer.text)
      say(Lead.assigned, now.text)
      if let urgency { say(Lead.urgency, urgency.rawValue) }
    case .check(let findings):
      guard lead.officer != nil else { throw .notAssigned(item.id.text) }
      say(Lead.findings, findings)
      say(Lead.checked, now.text)
    case .close(let outcome, let told):
      guard lead.checked != nil else { throw .notChecked(item.id.text) }
      say(Lead.outcome, outcome.rawValue)
      say(Lead.closed, now.text)
      say(Lead.told, told)
    }
    return RegisterRecord(.intelligence, texts.filter { !$0.value.isEmpty }, seen: seen)
  }
}
