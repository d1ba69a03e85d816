import Records
import Wording

/// Who may sign what (R22): one person a side, never both, the inspected side by its leader or the
/// deputy named for the day.
package struct MaySign {
  private let snapshot: Snapshot
  private let signer: Named

  package init(_ signer: Named, in snapshot: Snapshot) {
    (self.signer, self.snapshot) = (signer, snapshot)
  }

  /// An officer of this station, by its book of keys and posts (R8): the registers, which nobody signs,
  /// entitle nobody.
  private var isOfficer: Bool {
    posts.contains { $0.right == .post(.officer) && $0.book == snapshot.keysBook }
  }

  /// Somebody of the office, which reviews for every station and closes no book.
  private var isOfOffice: Bool { posts.contains { $0.right == .post(.office) } }

  private var posts: [KeysState.Post] {
    snapshot.keysBooks.state.posts(of: signer.code).filter { $0.who == signer && $0.until == nil }
  }

  /// Refuses everything to who has left: a key may outlast its owner's service.
  package func checkIsThere() throws(SigningRefusal) {
    let officer = snapshot.officers.first { $0.code == signer.code }
    guard let until = officer.map(\.until) ?? snapshot.member(signer.code)?.until,
      until <= snapshot.today
    else { return }
    throw .hasLeft(name: signer.name, until: until)
  }

  /// Opens the shift: an officer of this station, or of the office.
  package func checkShift() throws(ShiftRefusal) {
    guard isOfficer || isOfOffice else { throw .notAnOfficer(name: signer.name) }
  }

  private func leads(_ team: String) -> Bool {
    holds(.leader, team) || holds(.deputy, team)
  }

  private func holds(_ post: SigningPost, _ team: String) -> Bool {
    posts.contains { $0.right == .post(post) && $0.unit == team }
  }

  /// - Throws: why not.
  package func check(_ role: SignatureRole, of page: LedgerPage) throws(SigningRefusal) {
    guard !page.isVoid else { throw .isVoid(page.page.id.number) }
    guard page.isSound else { throw .notSound(page.page.id.number) }
    guard let signer = page.kind?.layout.signers.first(where: { $0.role == role }) else {
      throw .notThisRole(role)
    }
    try check(signer, of: page)
    if page.signature(role) != nil { throw .alreadySigned(name: self.signer.name) }
  }

  private func check(_ asked: Signer, of page: LedgerPage) throws(SigningRefusal) {
    let others = page.kind?.layout.signers.filter { $0.role != asked.role && $0.isAwaited } ?? []
    switch asked.who {
    case .named(let column):
      guard page.named(column)?.code == signer.code else {
        throw .notNamed(name: signer.name, asked.role)
      }
    case .leader:
      // Who answers for the other side answers for nothing on this one, even before they have signed.
      guard !others.contains(where: { page.named($0.named)?.code == signer.code }) else {
        throw .bothSides(name: signer.name)
      }
    case .officerOrLeader(let column):
      guard
        isOfficer || leads(page.page.id.book.owner) || page.named(column)?.code == signer.code
      else { throw .notTheRecorder(name: signer.name) }
    }
    for other in others where asked.isAwaited { try notOn(other.role, page) }
    if case .leader(let column) = asked.who { try leads(column, page, asked.role) }
  }

  private func leads(
    _ column: Column, _ page: LedgerPage, _ role: SignatureRole
  ) throws(SigningRefusal) {
    guard let team = page.named(column), let day = page.day else { throw .notThisRole(role) }
    guard leads(team.code) || snapshot.deputy(of: team.code, on: day) == signer else {
      throw .notTheirLeader(name: signer.name, team: team.name)
    }
  }

  private func notOn(_ role: SignatureRole, _ page: LedgerPage) throws(SigningRefusal) {
    if page.attestations.contains(where: {
      $0.attestation.role == role && $0.attestation.signer.code == signer.code
    }) {
      throw .bothSides(name: signer.name)
    }
  }

  /// A refusal is noted by the inspector, or signed by the one who refuses; the witness is neither.
  package func checkRefusal(_ page: LedgerPage, refused: Named, witness: Named)
    throws(SigningRefusal)
  {
    guard !page.isVoid else { throw .isVoid(page.page.id.number) }
    guard page.isSound else { throw .notSound(page.page.id.number) }
    guard page.kind?.layout.signers.contains(where: \.mayRefuse) == true else {
      throw .notThisRole(.inspected)
    }
    guard page.signature(.inspector) != nil else { throw .inspectorFirst }
    if page.signature(.inspected) != nil { throw .alreadySigned(name: refused.name) }
    let inspector = page[Inspection.inspector]?.code
    guard signer.code == inspector || signer.code == refused.code else {
      throw .notTheInspector(name: signer.name)
    }
    guard refused.code != inspector else { throw .bothSides(name: refused.name) }
    guard ![inspector, refused.code].contains(witness.code) else {
      throw .witnessIsParty(name: witness.name)
    }
    try checkWitness(witness, of: page)
  }

  /// A witness confirms with a key of their own, and is of neither side (J18).
  private func checkWitness(_ witness: Named, of page: LedgerPage) throws(SigningRefusal) {
    let units = Self.units(of: witness, in: snapshot)
    guard !units.isEmpty else { throw .witnessWithoutKey(name: witness.name) }
    let sides = [page[Inspection.inspected], page[Inspection.inspecting]].compactMap { $0 }
    if let side = sides.first(where: {
      units.contains($0.code) && !Self.isFellow(witness, $0.code, in: snapshot)
    }) {
      throw .witnessOfSide(name: witness.name, unit: side.name)
    }
  }

  /// At a station's own inspection another officer may be the witness.
  private static func isFellow(_ witness: Named, _ side: String, in snapshot: Snapshot) -> Bool {
    snapshot.isStation(side) && MaySign(witness, in: snapshot).isOfficer
  }

  /// The units that somebody's keys in force were enrolled for.
  private static func units(of person: Named, in snapshot: Snapshot) -> Set<String> {
    Set(
      snapshot.keysBooks.state.keys(of: person.code).filter {
        $0.who == person && $0.until == nil
      }.map(\.unit))
  }

  /// Who can be the witness of a refusal between two sides, officers first.
  ///
  /// - Parameter parties: codes of who inspected and who refuses.
  package static func witnesses(
    ofSides sides: [String], besides parties: [String], in snapshot: Snapshot
  ) -> [Named] {
    let people =
      snapshot.officersWhoSign
      + snapshot.teams.flatMap { snapshot.members(of: $0.code).map(\.named) }
    return people.filter { person in
      let units = units(of: person, in: snapshot)
      return !units.isEmpty && !parties.contains(person.code)
        && !sides.contains { units.contains($0) && !isFellow(person, $0, in: snapshot) }
    }
  }

  /// A refusal is confirmed by who is named as its witness, once.
  package func checkWitness(_ page: LedgerPage) throws(SigningRefusal) -> SignedPage {
    guard let refusal = page.refusal, !page.isWitnessed else {
      throw .nothingToWitness(page.page.id.number)
    }
    guard refusal.attestation.witness == signer else {
      throw .notNamed(name: signer.name, .witness)
    }
    return refusal
  }

  /// A refusal is reviewed by an officer who had no part in it.
  package func checkReview(_ page: LedgerPage) throws(SigningRefusal) {
    guard let refusal = page.refusal, page.review == nil else {
      throw .nothingRefused(page.page.id.number)
    }
    guard isOfficer || isOfOffice else { throw .notOnDuty(name: signer.name) }
    let parties = [
      page[Inspection.inspector]?.code, refusal.attestation.refused?.code,
      refusal.attestation.signer.code, refusal.attestation.witness?.code,
    ]
    guard !parties.contains(signer.code) else { throw .ownRefusal(name: signer.name) }
  }

  /// The books of a day that the signer may close: an officer all, a leader the team's own.
  ///
  /// - Parameter idle: books without a page of the day that nobody has closed for it either: a page that comes
  ///   later for a day on which nothing was written is as late as any other.
  package func booksToClose(_ ledger: DayLedger, idle: [BookID]) throws(SigningRefusal) -> [BookID]
  {
    // Everything that is written on it would be late.
    guard ledger.day <= snapshot.today else { throw .dayAhead(ledger.day) }
    let own = (ledger.openBooks + idle).filter { isOfficer || leads($0.owner) }
    guard own.isEmpty else { return own }
    let unread = booksNotClosed(ledger)
    guard unread.isEmpty else { throw .notRead(unread.map(\.text)) }
    guard isOfficer || snapshot.teams.contains(where: { leads($0.code) }) else {
      throw .notOnDuty(name: signer.name)
    }
    throw .nothingToClose(ledger.day)
  }

  /// Books of which nobody can tell whether the signer would close them.
  package func booksNotClosed(_ ledger: DayLedger) -> [BookID] {
    ledger.unreadBooks.filter { isOfficer || leads($0.owner) }.sorted { $0.text < $1.text }
  }
}
