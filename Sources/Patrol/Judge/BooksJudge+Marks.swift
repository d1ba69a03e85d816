import Records

/// What is shown beside pages that count: once everything is judged, so that whichever side signed first
/// the marks are the same, and of what the judge holds then; nothing is read for it.
extension BooksJudge {
  /// Those of a page that was given; none of one that does not count.
  package func marks(_ id: PageID) -> [Mark] {
    guard let (page, volume) = page(id), let verdict = verdicts[id],
      verdict.isCounting || verdict == .pending
    else { return [] }
    let entryKind = entryKind(page)
    var marks: [Mark] = []
    if let kind = Attestation.Kind(rawValue: page.kind), let hand = Hand(page.record) {
      marks = self.marks(page, kind, hand)
    } else if let day = entryKind?.layout.day.day(in: page.record) ?? day(page),
      isAfterClose(day, id.number, in: volume)
    {
      marks = [.afterClose]
    }
    let hand = entryKind == nil ? Hand(page.record) : nil
    let ofBooks =
      hand.map { keys.marks($0, at: page.instant, in: directory(volume)) }
      ?? keys.recorder(page.recorded.by, in: directory(volume)).marks(at: page.instant)
    return (marks + ofBooks).ordered
  }

  /// Those of an entry that was not given as a page, and counts.
  package func marks(_ entry: EntryFacts, number: Int, by recorder: Named?, in volume: Int)
    -> [Mark]
  {
    let ofBooks = recorder.map {
      keys.recorder($0, in: directory(volume)).marks(at: Int(entry.recorded))
    }
    return (isAfterClose(entry.day, number, in: volume) ? [.afterClose] : []) + (ofBooks ?? [])
  }

  /// M1 to M4, M8, M11 and M12: what somebody signed about an entry.
  private func marks(_ page: Page, _ kind: Attestation.Kind, _ hand: Hand) -> [Mark] {
    guard kind != .close, let wording = named(page, "Signs")?.page else { return [] }
    let refusal = [.witness, .review].contains(kind) ? refusals[wording.id] : nil
    guard let id = refusal?.entry ?? entryOf[wording.id], let entry = entries[id] else { return [] }
    var marks: [Mark] = []
    if refusal == nil {
      let late = page.instant - wording.instant
      if late > Mark.soon { marks.append(.lateSigned(days: late / 86_400)) }
      if let side = side(page, kind) { marks += ofSides(page, hand, side, entry) }
    }
    guard entry.kind == .inspection else { return marks }
    if let start = entry.start(of: refusal?.wording ?? wording.id) {
      marks += keys.youth(hand, at: start)
      if let refused = page.record["Refused"].flatMap({ Named($0) }), refused != hand.signer {
        let post = page.record["RefusedBy"].flatMap { PageID($0) }
        marks += keys.youth(refused, by: post, at: start)
      }
    }
    let witness =
      kind == .witness ? hand.signer : page.record["Witness"].flatMap { Named($0) }
    if let witness, isFellow(witness, entry, at: page.instant) { marks.append(.fellowWitness) }
    return marks.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// M11, and M4 of inspections: whoever signs for one side, held against the people of the other.
  private func ofSides(
    _ page: Page, _ hand: Hand, _ side: SignatureRole, _ entry: EntryStanding
  ) -> [Mark] {
    let refused = page.record["Refused"].flatMap { Named($0) }
    let who = refused ?? page.record["Who"].flatMap { Named($0) } ?? hand.signer
    var marks: [Mark] = []
    if let other = entry.other(side),
      people(other, entry).contains(where: { $0.name == who.name && $0.code != who.code })
    {
      marks.append(.oneName)
    }
    // The inspector may write down that somebody refused: the signer is of the inspecting side then.
    let isOfOther = refused.map { $0 != hand.signer } ?? false
    let opposite = isOfOther ? side : entry.other(side)
    guard entry.kind == .inspection, let opposite else { return marks }
    let others = people(opposite, entry)
    func other(_ page: PageID?) -> Named? {
      let hands = page.flatMap { keys.hands[$0] } ?? []
      return hands.first { one in
        others.contains { isSame(one, $0, hand, in: entry.volume) }
      }
    }
    if let who = other(keys.keyAt[hand.key].map { keys.keys[$0].enrolled }) {
      marks.append(.otherSide(who, isEnrolment: true))
    } else if let who = other(hand.entitled) {
      marks.append(.otherSide(who, isEnrolment: false))
    }
    return marks
  }

  /// Everybody who stands for a side: whom the page names, and who answered for it in fact.
  private func people(_ side: SignatureRole, _ entry: EntryStanding) -> [Named] {
    let refusal = side == .inspected ? entry.refusal.flatMap { refusals[$0] } : nil
    return entry.people(side) + [refusal?.named("Refused")].compactMap { $0 }
  }

  /// Whether a witness is of a unit that the inspector is of, or inspects for: what J18 lets in at a
  /// station's own inspection alone.
  private func isFellow(_ witness: Named, _ entry: EntryStanding, at time: Int) -> Bool {
    let inspecting = entry.page.record["Inspecting"].flatMap { Named($0) }?.code
    let inspector = entry.named(for: .inspector)?.code
    let units = Set(inspector.map { keys.keys(of: $0).map(\.unit) } ?? []).union(
      [inspecting].compactMap { $0 })
    return keys.keys(of: witness.code).contains {
      $0.who == witness && $0.holds(at: time) && units.contains($0.unit)
    }
  }
}
