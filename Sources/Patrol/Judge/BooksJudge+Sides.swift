import Records

extension BooksJudge {
  /// J12 and J13: one person a side and wording, never both.
  func sideFault(
    _ page: Page, _ kind: Attestation.Kind, _ hand: Hand, _ entry: EntryStanding, _ wording: PageID
  ) -> JudgeRule? {
    guard let side = side(page, kind), entry.sides.contains(side) else { return nil }
    let who: Named? =
      switch kind {
      case .paper: page.record["Who"].flatMap { Named($0) }
      case .refusal: page.record["Refused"].flatMap { Named($0) }
      default: hand.signer
      }
    guard let who else { return .form }
    let other = entry.other(side)
    if let other, !entry.isSignedOnce {
      if let named = entry.named(for: other), isSame(who, named, hand, in: entry.volume) {
        return .twoPeople
      }
      if let signed = entry.signature(other, of: entry.newest).flatMap({ Hand($0.record) }) {
        if isSame(who, signed.signer, hand, in: entry.volume) { return .twoPeople }
        if kind == .signature, signed.key == hand.key { return .twoPeople }
      }
      let onPaper = entry.paper(other, of: entry.newest)?.record["Who"].flatMap { Named($0) }
      if let onPaper, isSame(who, onPaper, hand, in: entry.volume) { return .twoPeople }
    }
    guard kind != .refusal else { return nil }
    for side in [side] + (entry.isSignedOnce ? [other].compactMap { $0 } : []) {
      if entry.signature(side, of: wording) != nil { return .once }
      if kind == .paper, entry.paper(side, of: wording) != nil { return .once }
    }
    return nil
  }

  /// J20: a countersignature may stand in the book of the signer's own station or unit.
  func isWelcome(
    _ kind: Attestation.Kind, _ hand: Hand, _ page: Page, _ entry: EntryStanding,
    _ found: [Entitlement.Found], in volume: Int
  ) -> Bool {
    let (own, others) = (volumes[volume], volumes[entry.volume])
    guard kind == .signature, own.directory != others.directory, own.book.kind == others.book.kind,
      let book = hand.keys?.id.book, keys.directoryOf[book] == own.directory
    else { return false }
    let unit = keys.key(hand.key, of: hand.signer, in: book, at: page.instant)?.unit
    return own.book.owner == unit || own.book.owner == book.owner
      || found.contains { $0.units.contains(own.book.owner) }
  }

  /// J30.
  func paperFault(_ page: Page, _ hand: Hand, _ entry: EntryStanding) -> JudgeRule? {
    guard let side = side(page, .paper), entry.sides.contains(side),
      let who = page.record["Who"].flatMap({ Named($0) }),
      !isSame(who, hand.signer, hand, in: entry.volume)
    else { return .paper }
    if let named = entry.named(for: side), named != who { return .paper }
    return nil
  }
}
