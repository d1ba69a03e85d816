import Records

extension BooksJudge {
  /// What a page by which somebody answers is about.
  private struct About {
    let wording: (page: Page, volume: Int)?
    let refusal: RefusalStanding?
    let entry: EntryStanding?
  }

  /// A signature, a refusal and what follows it, a close, a sheet of paper.
  mutating func judgeSigning(
    _ page: Page, _ kind: Attestation.Kind, _ hand: Hand, in volume: Int
  ) -> JudgeRule? {
    let about = about(page, kind)
    if let wording = about.wording, wording.page.instant > page.instant { return .time }
    if let fault = dayFault(page, about.entry?.page, volume) { return fault }
    if let fault = namedFault(page, kind, about) { return fault }
    if let fault = sealFault(page, hand, in: volume) { return fault }
    let asking = Asking(self, page, hand, about: about.entry, in: volume)
    if kind == .witness, hand.signer != about.refusal?.named("Witness") { return .entitled }
    let found = found(page, kind, hand, asking)
    if let fault = asking.fault(found) { return fault }
    guard let wording = about.wording else { return .named }
    if kind == .close { return close(page, wording, in: volume) }
    guard let entry = about.entry else { return .named }
    if let fault = sideFault(page, kind, hand, entry, wording.page.id) { return fault }
    if kind == .witness, about.refusal?.isWitnessed == true { return .once }
    let isOfWording = [.signature, .refusal, .paper].contains(kind)
    if isOfWording, entry.newest != wording.page.id { return .amendment }
    if kind == .refusal, let fault = refusalFault(page, hand, entry, wording.page.id, volume) {
      return fault
    }
    if let refusal = about.refusal {
      if kind == .witness, let fault = witnessFault(entry, refusal.page, hand, page.instant) {
        return fault
      }
      if kind == .review, let fault = reviewFault(hand, entry, refusal) { return fault }
    }
    if entry.volume != volume, !isWelcome(kind, hand, page, entry, found, in: volume) {
      return .volume
    }
    if isOfWording, entry.isVoid { return .void }
    if kind == .paper, let fault = paperFault(page, hand, entry) { return fault }
    take(page, kind, about, entry, wording.page.id)
    return nil
  }

  private func about(_ page: Page, _ kind: Attestation.Kind) -> About {
    let wording = named(page, "Signs")
    guard let wording else { return About(wording: nil, refusal: nil, entry: nil) }
    switch kind {
    case .close: return About(wording: wording, refusal: nil, entry: nil)
    case .witness, .review:
      let refusal = refusals[wording.page.id]
      return About(
        wording: wording, refusal: refusal, entry: refusal.flatMap { entries[$0.entry] })
    case .signature, .refusal, .paper:
      return About(
        wording: wording, refusal: nil, entry: entryOf[wording.page.id].flatMap { entries[$0] })
    }
  }

  /// J6.
  private func namedFault(_ page: Page, _ kind: Attestation.Kind, _ about: About) -> JudgeRule? {
    guard let wording = about.wording else { return .named }
    let verdict = verdicts[wording.page.id]
    switch kind {
    case .close: return verdict == .counts || verdict == .pending ? nil : .named
    case .witness, .review:
      guard about.entry != nil, verdict == .counts || verdict == .pending else { return .named }
    case .signature, .refusal, .paper:
      guard let entry = about.entry, verdict == .counts else { return .named }
      if kind == .refusal, entry.kind != .inspection { return .named }
      if kind == .signature, side(page, kind).map({ !entry.sides.contains($0) }) ?? true {
        return .named
      }
    }
    return nil
  }

  func side(_ page: Page, _ kind: Attestation.Kind) -> SignatureRole? {
    switch kind {
    case .signature, .paper: page.record["As"].flatMap { SignatureRole(rawValue: $0) }
    case .refusal: .inspected
    case .witness, .review, .close: nil
    }
  }

  private func found(
    _ page: Page, _ kind: Attestation.Kind, _ hand: Hand, _ asking: Asking
  ) -> [Entitlement.Found] {
    switch kind {
    case .signature:
      switch side(page, kind) {
      case .inspector: asking.inspector
      case .inspected: asking.inspected
      case .recorder: asking.recorder
      case .outgoing: asking.shift(.outgoing)
      case .incoming: asking.shift(.incoming)
      case .closer, .reviewer, .witness, nil: []
      }
    case .refusal:
      asking.inspector
        + (hand.signer == page.record["Refused"].flatMap { Named($0) }
          ? asking.inspected : [])
    // Whom this directory has enrolled confirms with that key, and not with one of another book.
    case .witness: asking.enrolled(anywhere: !asking.isEnrolledHere)
    case .review: asking.officer + asking.office
    case .close: asking.closer
    case .paper: asking.paper
    }
  }

  /// J16.
  private mutating func close(_ page: Page, _ wording: (page: Page, volume: Int), in volume: Int)
    -> JudgeRule?
  {
    guard wording.volume == volume, wording.page.id.number == page.id.number - 1,
      let day = day(page), day <= page.recorded.stamp.moment.day
    else { return .close }
    close(day, in: volume, by: page)
    return nil
  }

  private mutating func take(
    _ page: Page, _ kind: Attestation.Kind, _ about: About, _ entry: EntryStanding,
    _ wording: PageID
  ) {
    var entry = entry
    switch kind {
    case .signature: if let side = side(page, kind) { entry.sign(side, of: wording, by: page) }
    case .paper: if let side = side(page, kind) { entry.attest(side, of: wording, by: page) }
    case .refusal:
      entry.refusal = page.id
      entry.isAttested = true
      refusals[page.id] = RefusalStanding(page: page, entry: entry.page.id, wording: wording)
    case .witness:
      if let refusal = about.refusal?.page.id {
        refusals[refusal]?.isWitnessed = true
        confirm(refusal)
      }
    case .review:
      if let refusal = about.refusal?.page.id {
        refusals[refusal]?.verdict = page.record["Verdict"]
      }
    case .close: break
    }
    entries[entry.page.id] = entry
  }
}
