import Records

/// Every amendment, signature, refusal and review at the page it is about.
package struct Hanging {
  /// A page that somebody signed; whether it counts is asked later, if at all.
  struct Signed: Sendable {
    let page: Page
    let kind: Attestation.Kind
    let attestation: Attestation
  }

  package private(set) var entries: [LedgerPage] = []
  private(set) var closes: [BookID: Judging] = [:]

  package init(_ pages: [Page], _ kinds: Kinds, _ judge: LedgerJudge) {
    var amendments: [PageID: [(page: Page, amendment: Amendment)]] = [:]
    var signed: [Signed] = []
    var reopenings: [PageID: [Page]] = [:]
    var plain: [Page] = []
    for page in pages {
      if let amendment = Amendment(page) {
        amendments[amendment.target.id, default: []].append((page, amendment))
      } else if let (kind, attestation) = Attestation.read(page) {
        signed.append(Signed(page: page, kind: kind, attestation: attestation))
      } else if let target = page.record["Corrects"].flatMap(PageReference.init) {
        reopenings[target.id, default: []].append(page)
      } else {
        plain.append(page)
      }
    }
    let wordings = amendments.mapValues { $0.map(\.page) }.merging(reopenings) { $0 + $1 }
    let attestations = Self.hung(signed.filter { $0.kind != .close }, wordings)
    closes = Self.closes(signed.filter { $0.kind == .close }, pages, judge)
    entries = plain.map { page in
      LedgerPage(
        page, kinds.page(page.kind), amendments[page.id] ?? [],
        reopenings: reopenings[page.id] ?? [], attestations[page.id] ?? [], judge)
    }
  }

  /// The closes of each book, the newest first.
  private static func closes(_ closes: [Signed], _ pages: [Page], _ judge: LedgerJudge)
    -> [BookID: Judging]
  {
    guard !closes.isEmpty else { return [:] }
    let byBook = Dictionary(grouping: pages, by: \.id.book)
    return Dictionary(grouping: closes, by: \.page.id.book).mapValues { closes in
      let pages = byBook[closes[0].page.id.book] ?? []
      return Judging(closes.reversed()) { judge.closes(closes.map(\.page), among: pages) }
    }
  }

  /// A signature may stand under a correction, a review under a refusal: both belong to the entry.
  private static func hung(
    _ signed: [Signed], _ wordings: [PageID: [Page]]
  ) -> [PageID: [Signed]] {
    var entry: [PageID: PageID] = [:]
    for (id, list) in wordings { for page in list { entry[page.id] = id } }
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

/// Pages of which nobody has asked yet whether they count.
///
/// They are judged at once, together, by the first who asks; before that nothing says anything of them.
package final class Judging: Sendable {
  private let signed: [Hanging.Signed]
  private let judge: @Sendable () -> [PageID: Judged]
  private let marks: @Sendable (PageID) -> [Mark]
  private let judged = Once<(judged: [PageID: Judged], pages: [SignedPage])>()

  /// - Parameter marks: asked of a page whose marks the judge has left open.
  init(
    _ signed: [Hanging.Signed], _ judge: @escaping @Sendable () -> [PageID: Judged],
    marks: @escaping @Sendable (PageID) -> [Mark] = { _ in [] }
  ) {
    (self.signed, self.judge, self.marks) = (signed, judge, marks)
  }

  private var found: (judged: [PageID: Judged], pages: [SignedPage]) {
    judged.get {
      let judged = judge()
      return (
        judged,
        signed.map {
          let found = judged[$0.page.id] ?? Judged(.unchecked)
          return SignedPage(
            page: $0.page, kind: $0.kind, attestation: $0.attestation, verdict: found.verdict,
            marks: found.marks ?? [])
        }
      )
    }
  }

  /// Those that somebody signed.
  var pages: [SignedPage] { signed.isEmpty ? [] : found.pages }

  func verdict(_ page: PageID) -> Verdict { found.judged[page]?.verdict ?? .unchecked }

  func marks(of page: PageID) -> [Mark] {
    guard let judged = found.judged[page], judged.verdict.isCounting || judged.verdict == .pending
    else { return [] }
    return judged.marks ?? marks(page)
  }

  /// Those of all pages that were judged together.
  var allMarks: [Mark] { found.judged.keys.flatMap { marks(of: $0) } }
}
