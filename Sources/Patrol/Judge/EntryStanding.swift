import Records

/// What the judge knows of an entry: its newest wording, and who answered for which.
package struct EntryStanding: Sendable {
  let page: Page
  let kind: PageKind
  /// The place of its volume in the part that is judged.
  let volume: Int
  private(set) var newest: PageID
  var isVoid = false
  var struckBy: Named?
  /// Whether anybody answered for any wording of it.
  package var isAttested = false
  /// Fields that corrections have changed; empty text: taken out.
  private(set) var newer: [String: String] = [:]
  var refusal: PageID?
  private var signed: [Side: Page] = [:]
  private var onPaper: [Side: Page] = [:]
  private var ever: Set<SignatureRole> = []
  /// When it begins, as each wording but the first says.
  private var starts: [PageID: String] = [:]

  private struct Side: Hashable, Sendable {
    let role: SignatureRole
    let wording: PageID
  }

  init(_ page: Page, _ kind: PageKind, volume: Int) {
    (self.page, self.kind, self.volume, newest) = (page, kind, volume, page.id)
  }

  /// What the entry says now.
  func says(_ name: String) -> String { newer[name] ?? page.record[name] ?? "" }

  func named(_ name: String) -> Named? { Named(says(name)) }

  mutating func reword(_ page: Page, changes: [String: String] = [:]) {
    newest = page.id
    newer.merge(changes) { $1 }
    starts[page.id] = says("From")
  }

  /// When it begins by a wording, in seconds since 1970: by the clock that the entry was recorded by.
  func start(of wording: PageID) -> Int? {
    Moment(starts[wording] ?? page.record["From"] ?? "").map {
      ($0.minutes - page.recorded.stamp.offset) * 60
    }
  }

  // MARK: Sides

  var sides: [SignatureRole] { kind.layout.signers.map(\.role) }

  func other(_ side: SignatureRole) -> SignatureRole? {
    sides.count == 2 ? sides.first { $0 != side } : nil
  }

  /// Whom the page itself names for a side.
  func named(for side: SignatureRole) -> Named? {
    kind.layout.signers.first { $0.role == side }?.named.flatMap { Named($0.text(in: page.record)) }
  }

  /// Whether both sides are one person who signs once: a handover to oneself.
  var isSignedOnce: Bool {
    kind == .handover
      && named(for: .outgoing).map { $0.code == named(for: .incoming)?.code } ?? false
  }

  func signature(_ side: SignatureRole, of wording: PageID) -> Page? {
    signed[Side(role: side, wording: wording)]
  }

  func paper(_ side: SignatureRole, of wording: PageID) -> Page? {
    onPaper[Side(role: side, wording: wording)]
  }

  /// Whom the page names for a side, and everybody who answered for it.
  func people(_ side: SignatureRole) -> [Named] {
    let signers = signed.filter { $0.key.role == side }.compactMap { $0.value.record["Signer"] }
    let others = onPaper.filter { $0.key.role == side }.compactMap { $0.value.record["Who"] }
    return [named(for: side)].compactMap { $0 }
      + (signers + others).sorted().compactMap { Named($0) }
  }

  mutating func sign(_ side: SignatureRole, of wording: PageID, by page: Page) {
    signed[Side(role: side, wording: wording)] = page
    ever.insert(side)
    isAttested = true
  }

  mutating func attest(_ side: SignatureRole, of wording: PageID, by page: Page) {
    onPaper[Side(role: side, wording: wording)] = page
    ever.insert(side)
    isAttested = true
  }

  /// - Parameter refusal: what became of its refusal.
  func state(_ refusal: RefusalStanding?) -> EntryState {
    if isVoid { return .void }
    var missing: [SignatureRole] = []
    var (isSigned, isOnPaper) = (false, false)
    for side in sides {
      if signature(side, of: newest) != nil {
        isSigned = true
      } else if paper(side, of: newest) != nil {
        isOnPaper = true
      } else {
        missing.append(side)
      }
    }
    guard let first = missing.first, !(isSignedOnce && (isSigned || isOnPaper)) else {
      return isOnPaper ? .paper : .both
    }
    if let refusal, refusal.wording == newest, first == .inspected {
      if !refusal.isWitnessed { return .waitsWitness }
      guard let verdict = refusal.verdict else { return .waitsReview }
      if verdict == RefusalStanding.uphold { return .refused }
    }
    if missing.contains(where: ever.contains) { return .waitsAgain }
    return .waits(for: first)
  }
}

/// What the judge knows of a refusal to sign.
package struct RefusalStanding: Sendable {
  let page: Page
  let entry: PageID
  let wording: PageID
  var isWitnessed = false
  /// What its review says.
  var verdict: String?

  static let uphold = "uphold"

  func named(_ field: String) -> Named? { page.record[field].flatMap { Named($0) } }
}
