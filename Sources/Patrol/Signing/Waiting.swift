import Records
import Wording

/// A page that still waits for somebody (R22): which, for what, whose turn it is.
package struct Waiting: Hashable, Sendable {
  package let page: PageID
  package let day: Day
  package let role: SignatureRole
  /// Who is to sign; nil for a review, which any officer may make, or where nobody leads the team.
  package let person: Named?
  /// Whom it is about: the inspected team; the book's owner where it is about no other.
  package let about: Named
  /// Whose book it stands in.
  package let owner: Named

  package init(
    page: PageID, day: Day, role: SignatureRole, person: Named?, about: Named, owner: Named
  ) {
    (self.page, self.day, self.role, self.person) = (page, day, role, person)
    (self.about, self.owner) = (about, owner)
  }

  /// What a page waits for; nil when nothing is missing.
  package init?(_ page: LedgerPage, in snapshot: Snapshot) {
    guard let role = page.missing, let day = page.day, let layout = page.kind?.layout,
      let owner = page.named(layout.owner)
    else { return nil }
    let signer = layout.signers.first { $0.role == role }
    let led = layout.signers.lazy.compactMap(\.team).first.flatMap(page.named)
    let person: Named? =
      switch signer?.who {
      case .named(let column): page.named(column)
      case .leader(let column):
        page.named(column).flatMap { team in
          snapshot.deputy(of: team.code, on: day) ?? snapshot.answers(for: team.code)
        }
      case .officerOrLeader(let column): page.named(column)
      case nil: role == .witness ? page.refusal?.attestation.witness : nil
      }
    self.init(
      page: page.page.id, day: day, role: role, person: person, about: led ?? owner, owner: owner)
  }
}
