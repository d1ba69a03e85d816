import Records
import Wording

/// A person's key to sign with, as far as everybody may know it.
package struct KeyHolder: Hashable, Sendable {
  package let person: String
  /// What `ssh-keygen -l` calls the public key.
  package let fingerprint: String
  /// Whether an ssh-agent keeps it, and not a file under a PIN.
  package let isAgent: Bool
  package let since: Moment?
  /// Set when it was revoked.
  package let until: Moment?

  package init(
    person: String, fingerprint: String, isAgent: Bool, since: Moment?, until: Moment?
  ) {
    (self.person, self.fingerprint, self.isAgent) = (person, fingerprint, isAgent)
    (self.since, self.until) = (since, until)
  }
}

/// An inspection that still waits for somebody (R22): which, for what, whose turn it is.
package struct Waiting: Hashable, Sendable {
  package let page: PageID
  package let day: Day
  package let role: SignatureRole
  /// Who is to sign; nil for a review, which any officer may make, or where nobody leads the team.
  package let person: Named?
  package let inspected: Named
  package let inspecting: Named

  package init(
    page: PageID, day: Day, role: SignatureRole, person: Named?, inspected: Named, inspecting: Named
  ) {
    (self.page, self.day, self.role, self.person) = (page, day, role, person)
    (self.inspected, self.inspecting) = (inspected, inspecting)
  }

  /// What a page waits for; nil when nothing is missing.
  package init?(_ page: LedgerPage, in library: Library) {
    guard let role = page.missing, let day = page.day,
      let inspected = page[Inspection.inspected], let inspecting = page[Inspection.inspecting]
    else { return nil }
    let person: Named? =
      switch role {
      case .inspector: page[Inspection.inspector]
      case .inspected:
        library.deputy(of: inspected.code, on: day) ?? library.leader(of: inspected.code)?.named
      case .reviewer, .recorder, .closer: nil
      }
    self.init(
      page: page.page.id, day: day, role: role, person: person, inspected: inspected,
      inspecting: inspecting)
  }
}
