import Records

/// Every amendment, signature, refusal and review at the page it is about.
package struct Hanging {
  /// A page that somebody signed; whether the signature holds is asked later, if at all.
  struct Signed: Sendable {
    let page: Page
    let kind: Attestation.Kind
    let attestation: Attestation

    func judged(_ fault: SignatureFault?) -> SignedPage {
      SignedPage(page: page, kind: kind, attestation: attestation, fault: fault)
    }
  }

  package private(set) var entries: [LedgerPage] = []
  private(set) var closes: [BookID: Judging] = [:]

  package init(_ pages: [Page], _ kinds: Kinds, _ check: @escaping DayLedger.Check) {
    var amendments: [PageID: [(page: Page, amendment: Amendment)]] = [:]
    var signed: [Signed] = []
    var plain: [Page] = []
    for page in pages {
      if let amendment = Amendment(page) {
        amendments[amendment.target.id, default: []].append((page, amendment))
      } else if let (kind, attestation) = Attestation.read(page) {
        signed.append(Signed(page: page, kind: kind, attestation: attestation))
      } else {
        plain.append(page)
      }
    }
    let attestations = Self.hung(signed.filter { $0.kind != .close }, amendments)
    closes = Dictionary(grouping: signed.filter { $0.kind == .close }, by: \.page.id.book)
      .mapValues { closes in Judging { closes.reversed().map { $0.judged(check($0.page)) } } }
    entries = plain.map { page in
      let own = amendments[page.id] ?? []
      let judging = attestations[page.id].map { signed in
        Judging { Self.judged(signed, [page] + own.map(\.page), check) }
      }
      return LedgerPage(
        page: page, kind: kinds.page(page.kind), amendments: own, attestations: judging)
    }
  }

  /// A signature holds for the very page it names, as long as that is what it was, and nobody signs
  /// both sides.
  private static func judged(
    _ signed: [Signed], _ entry: [Page], _ check: DayLedger.Check
  ) -> [SignedPage] {
    let refusals = signed.filter { $0.kind == .refusal }.map(\.page)
    let pages = Set((entry + refusals).filter(\.isSound).map(\.reference))
    var sides: [String: SignatureRole] = [:]
    return signed.map { page in
      let (role, signer) = (page.attestation.role, page.attestation.signer.code)
      var fault = check(page.page)
      if fault == nil, !pages.contains(page.attestation.signs) { fault = .otherPage }
      if page.kind == .signature {
        if fault == nil, let other = sides[signer], other != role { fault = .bothSides }
        sides[signer] = sides[signer] ?? role
      }
      return page.judged(fault)
    }
  }

  /// A signature may stand under a correction, a review under a refusal: both belong to the entry.
  private static func hung(
    _ signed: [Signed], _ amendments: [PageID: [(page: Page, amendment: Amendment)]]
  ) -> [PageID: [Signed]] {
    var entry: [PageID: PageID] = [:]
    for (id, list) in amendments { for amendment in list { entry[amendment.page.id] = id } }
    for page in signed where page.kind == .refusal {
      let target = page.attestation.signs.id
      entry[page.page.id] = entry[target] ?? target
    }
    var found: [PageID: [Signed]] = [:]
    for page in signed {
      let target = page.attestation.signs.id
      found[entry[target] ?? target, default: []].append(page)
    }
    return found
  }
}

/// Signed pages of which nobody has asked yet whether they hold.
///
/// They are looked at once, together, by the first who asks; before that nothing says anything of them.
package final class Judging: Sendable {
  private let judge: @Sendable () -> [SignedPage]
  private let judged = Once<[SignedPage]>()

  init(_ judge: @escaping @Sendable () -> [SignedPage]) { self.judge = judge }

  var pages: [SignedPage] { judged.get(judge) }
}
