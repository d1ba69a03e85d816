import Records

extension BooksJudge {
  /// J17, and J18 of the witness that it names.
  func refusalFault(
    _ page: Page, _ hand: Hand, _ entry: EntryStanding, _ wording: PageID, _ volume: Int
  ) -> JudgeRule? {
    guard let refused = page.record["Refused"].flatMap({ Named($0) }),
      entry.signature(.inspector, of: wording) != nil,
      entry.signature(.inspected, of: wording) == nil, entry.paper(.inspected, of: wording) == nil,
      entry.refusal == nil
    else { return .refusal }
    let post = page.record["RefusedBy"].flatMap { PageID($0) }
    guard let post else { return .refusal }
    let found = Asking(self, page, hand, about: entry, in: volume, of: (refused, post)).inspected
    guard found.contains(where: \.allows) else { return .refusal }
    if hand.signer != refused, page.record["Statement"] != nil { return .refusal }
    return witnessFault(entry, page, hand, page.instant)
  }

  /// A witness is neither side, nor of either side's unit, and enrolled (J18).
  ///
  /// At a station's own inspection a fellow officer is let in.
  func witnessFault(_ entry: EntryStanding, _ refusal: Page, _ hand: Hand, _ time: Int)
    -> JudgeRule?
  {
    func person(_ page: Page, _ field: String) -> Named? {
      page.record[field].flatMap { Named($0) }
    }
    guard let who = person(refusal, "Witness"), let inspector = entry.named(for: .inspector),
      let refused = person(refusal, "Refused"), let signer = person(refusal, "Signer"),
      ![inspector, refused, signer].contains(where: { isSame(who, $0, hand, in: entry.volume) })
    else { return .witness }
    let volume = volumes[entry.volume]
    let book = volume.directory.flatMap { keys.bookAt[$0] }
    let isFellow =
      volume.book.owner == book?.owner
      && book.map { keys.holds([.officer], who, in: $0, at: time) } ?? false
    let held = keys.keys(of: who.code).filter { $0.who == who && $0.holds(at: time) }
    guard !held.isEmpty else { return .witness }
    let inspected = person(entry.page, "Inspected")?.code
    let inspecting = person(entry.page, "Inspecting")?.code
    // Units of which either person ever had a key.
    let own = Set(keys.keys(of: refused.code).map(\.unit))
    let others = Set(keys.keys(of: inspector.code).map(\.unit))
    for key in held {
      if key.unit == inspected || own.contains(key.unit) { return .witness }
      if !isFellow, key.unit == inspecting || others.contains(key.unit) { return .witness }
    }
    return nil
  }

  /// J19.
  func reviewFault(_ hand: Hand, _ entry: EntryStanding, _ refusal: RefusalStanding) -> JudgeRule? {
    guard refusal.isWitnessed, refusal.verdict == nil else { return .review }
    let parties = [
      entry.named(for: .inspector), refusal.named("Refused"), refusal.named("Witness"),
      refusal.named("Signer"),
    ]
    return parties.contains { $0.map { isSame(hand.signer, $0, hand, in: entry.volume) } ?? true }
      ? .review : nil
  }
}
