import Records
import Wording

/// A page that somebody signed about another, and what the judge says of it.
package struct SignedPage: Sendable {
  package let page: Page
  package let kind: Attestation.Kind
  package let attestation: Attestation
  package let verdict: Verdict
  /// What is shown beside it; nothing where it does not count.
  package let marks: [Mark]

  package init(
    page: Page, kind: Attestation.Kind, attestation: Attestation, verdict: Verdict,
    marks: [Mark] = []
  ) {
    (self.page, self.kind, self.attestation) = (page, kind, attestation)
    (self.verdict, self.marks) = (verdict, marks)
  }

  /// Whether it counts, if only once somebody has confirmed it.
  package var holds: Bool { verdict.isCounting || verdict == .pending }
}

/// One page of a day with what was struck out on it since and who answers for it.
package struct LedgerPage: Sendable {
  package typealias Written = (page: Page, amendment: Amendment)

  package let page: Page
  /// The kind of entry that it is; nil for a page about another, or of a kind that is not known.
  package let kind: PageKind?
  /// Corrections and voids that count, in the order they were written, with their own pages.
  package let amendments: [Written]
  /// Those that don't: they change nothing, and are shown.
  package let failed: [Written]
  /// The wording that stands now, where it is another page than the entry or its newest correction.
  private let reopened: PageReference?
  package let isVoid: Bool
  private let judging: Judging

  /// - Parameters:
  ///   - written: amendments of the page.
  ///   - reopenings: pages that take a void back.
  ///   - signed: what somebody signed about it.
  init(
    _ page: Page, _ kind: PageKind?, _ written: [Written] = [], reopenings: [Page] = [],
    _ signed: [Hanging.Signed] = [], _ judge: LedgerJudge
  ) {
    (self.page, self.kind) = (page, kind)
    let others = written.map(\.page) + reopenings + signed.map(\.page)
    let judging = Judging(signed) {
      others.isEmpty ? [page.id: judge.judged(page)] : judge.judged([page] + others)
    } marks: { _ in
      judge.marks(page)
    }
    self.judging = judging
    // What an entry says is known only once it is known which of them count.
    (amendments, failed) = (
      written.filter { judging.verdict($0.page.id).isCounting },
      written.filter { !judging.verdict($0.page.id).isCounting }
    )
    let reopening = reopenings.last { judging.verdict($0.id).isCounting }
    let last = max(amendments.last?.page.id.number ?? 0, reopening?.id.number ?? 0)
    reopened = reopening.flatMap { $0.id.number == last ? $0.reference : nil }
    isVoid = amendments.last?.amendment.kind == .void && reopened == nil
  }

  /// A page about another, or about a whole day, by itself.
  package init(_ page: Page, in ledger: DayLedger) {
    self.page = page
    (kind, amendments, failed, reopened, isVoid) = (nil, [], [], nil, false)
    judging = Judging([]) {
      [page.id: Judged(ledger.verdict(of: page.id), ledger.marks(of: page.id))]
    }
  }

  /// Signatures, refusals and reviews in the order they were written, each looked at when it is first
  /// asked for: most pages of a day are never shown.
  package var attestations: [SignedPage] { judging.pages }

  /// What the judge says of the page itself.
  package var verdict: Verdict { judging.verdict(page.id) }

  /// What the judge says of a page about it.
  package func verdict(of page: PageID) -> Verdict { judging.verdict(page) }

  /// What is shown beside the page, or beside one about it; nothing where that does not count.
  package func marks(of page: PageID) -> [Mark] { judging.marks(of: page) }

  package var marks: [Mark] { marks(of: page.id) }

  /// Those of the page and of all about it, as a list has them.
  package var allMarks: [Mark] { judging.allMarks }

  /// Whether it counts.
  package var isSound: Bool { verdict.isCounting }

  /// Whether it counts, and was not struck out.
  package var stands: Bool { !isVoid && isSound }

  package var void: Written? { isVoid ? amendments.last : nil }
  package var isCorrected: Bool { amendments.contains { $0.amendment.kind == .correction } }

  /// Whether a page is this entry or is about it: a correction, a signature, a refusal, a review.
  package func has(_ id: PageID) -> Bool {
    page.id == id || (amendments + failed).contains { $0.page.id == id }
      || attestations.contains { $0.page.id == id }
  }

  /// A field as it stands now.
  package func text(_ name: String) -> String {
    for entry in amendments.reversed() {
      if let changed = entry.amendment.changes[name] { return changed }
    }
    return page.record[name] ?? ""
  }

  /// The text of a field as it stands now.
  package func text<Entry, Value>(_ field: Field<Entry, Value>) -> String {
    text(field.column.name)
  }

  /// The value of a field as it stands now; nil where its text is none.
  package subscript<Entry, Value>(_ field: Field<Entry, Value>) -> Value? {
    try? field.read(text(field))
  }

  package subscript<Entry, Value>(_ field: Field<Entry, Value?>) -> Value? {
    (try? field.read(text(field))) ?? nil
  }

  /// Who wrote it down.
  package var writer: Named? { named(kind?.layout.writer) }

  /// Whom a field names as it stands now.
  package func named(_ column: Column?) -> Named? { column.flatMap { Named(text($0.name)) } }

  /// The patrol day it is about, as it stands now.
  package var day: Day? { Day(text("Date")) }

  /// By what the pages of a day are sorted.
  var start: String { kind?.layout.start.map { text($0.name) } ?? "" }

  /// Numbers of the pages whose handover or problem it settles.
  package var settles: [Int] {
    let text = kind?.layout.settles.map { self.text($0.name) } ?? ""
    return text.split(separator: " ").compactMap { Int($0) }
  }

  /// What other books left open and this page ends: once everybody has signed it, as it is.
  package var doneElsewhere: [OpenMatter] {
    guard let hands = kind?.layout.hands, !isVoid, isSound, missing == nil else { return [] }
    let items = FieldType.handedItems.parse(text(hands.name)) ?? []
    return items.filter { $0.answer == .done && $0.matter.duty == .matter }.map(\.matter)
  }

  /// A field as it was written first, where a correction struck it out.
  package func struckText(_ name: String) -> String? {
    let old = page.record[name] ?? ""
    return text(name) == old ? nil : old
  }

  /// All fields of the entry as they stand now.
  package func texts(_ columns: [Column]) -> [String: String] {
    Dictionary(columns.map { ($0.name, text($0.name)) }, uniquingKeysWith: { $1 })
      .filter { !$0.value.isEmpty }
  }

  package var entry: PatrolEntry? {
    try? PatrolEntry.schema.parse(texts(PatrolEntry.schema.columns))
  }
  package var inspection: Inspection? {
    try? Inspection.schema.parse(texts(Inspection.schema.columns))
  }

  // MARK: Signatures

  /// What a signature has to stand under: the page, or the newest correction of it.
  ///
  /// So a correction reopens both signatures (I6).
  package var newest: PageReference {
    reopened ?? (amendments.last { $0.amendment.kind == .correction }?.page ?? page).reference
  }

  /// The signature that counts for a side, on the wording that stands now.
  package func signature(_ role: SignatureRole) -> SignedPage? {
    attestations.last {
      $0.kind == .signature && $0.holds && $0.attestation.role == role
        && $0.attestation.signs == newest
    }
  }

  /// The sheet of paper that counts for a side.
  package func paper(_ role: SignatureRole) -> SignedPage? {
    attestations.last {
      $0.kind == .paper && $0.holds && $0.attestation.role == role
        && $0.attestation.signs == newest
    }
  }

  /// The refusal that stands, unless they signed after all.
  package var refusal: SignedPage? {
    guard signature(.inspected) == nil else { return nil }
    return attestations.last {
      $0.kind == .refusal && $0.holds && $0.attestation.signs == newest
    }
  }

  package var review: SignedPage? {
    guard let refusal else { return nil }
    return attestations.last {
      $0.kind == .review && $0.holds && $0.attestation.signs == refusal.page.reference
    }
  }

  /// What it still waits for; nil when nothing is missing (R22).
  package var missing: SignatureRole? {
    // Nobody is asked to sign what does not count.
    guard let kind, !isVoid, isSound else { return nil }
    for signer in awaited(kind) where signature(signer.role) == nil && paper(signer.role) == nil {
      guard signer.mayRefuse, refusal != nil else { return signer.role }
      if !isWitnessed { return .witness }
      guard let review else { return .reviewer }
      // A refusal that was overruled leaves them to sign.
      if review.attestation.verdict == "overrule" { return signer.role }
    }
    return nil
  }

  /// Whose signatures it waits for: who is named for both sides signs once, as the only officer of a
  /// station who takes over from nobody.
  private func awaited(_ kind: PageKind) -> [Signer] {
    var people: Set<String> = []
    return kind.layout.signers.filter { signer in
      // Who signed what was corrected since is asked again, whether or not they had to.
      guard signer.isAwaited || hasEverSigned(signer.role) else { return false }
      return named(signer.named).map { people.insert($0.code).inserted } ?? true
    }
  }

  private func hasEverSigned(_ role: SignatureRole) -> Bool {
    attestations.contains {
      $0.holds && $0.attestation.role == role && [.signature, .paper].contains($0.kind)
    }
  }

  /// Whether somebody has signed, or refused, some wording of it: from then on it is amended with a
  /// signature.
  package var isAnsweredFor: Bool {
    attestations.contains { $0.holds && [.signature, .refusal, .paper].contains($0.kind) }
  }

  /// Whether who saw a refusal has confirmed it.
  package var isWitnessed: Bool {
    guard let refusal else { return false }
    return attestations.contains {
      $0.kind == .witness && $0.holds && $0.attestation.signs == refusal.page.reference
    }
  }

  /// Signatures that don't hold: somebody changed something, or signed as another.
  package var badSignatures: [SignedPage] { attestations.filter { !$0.holds } }
}
