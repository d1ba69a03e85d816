import Records

/// Judges the books of entries, once those of keys are judged: pages of all volumes in one queue, the
/// oldest first, each volume's own order kept.
///
/// What is given may be a part, such as one day's pages of all volumes, with what came before it (`Past`);
/// entries that no page names may be left out of it.
package struct BooksJudge: Sendable {
  /// What a volume has said before the part that is judged.
  package struct Past: Sendable {
    /// The newest day up to which it is closed.
    package var closed: Day?
    /// The newest page of each book of keys that was named.
    package var known: [BookID: PageSummary.Place]

    package init(closed: Day? = nil, known: [BookID: PageSummary.Place] = [:]) {
      (self.closed, self.known) = (closed, known)
    }
  }

  let keys: KeysState
  let known: KnownKeys
  let seals: any SealReader
  let kinds: Kinds
  private(set) var volumes: [JudgedVolume] = []
  var past: [Past] = []
  /// Closes as they stand in each volume.
  private var closes: [[(number: Int, day: Day)]] = []
  /// The pages that are judged, by their places.
  private var given: [PageID: (page: Page, volume: Int)] = [:]
  package private(set) var verdicts: [PageID: Verdict] = [:]
  /// Entries that count.
  package var entries: [PageID: EntryStanding] = [:]
  /// Of which entry a page is a wording.
  var entryOf: [PageID: PageID] = [:]
  package var refusals: [PageID: RefusalStanding] = [:]

  package init(_ keys: KeysState, _ seals: any SealReader, kinds: Kinds = .ours) {
    (self.keys, self.seals, self.kinds) = (keys, seals, kinds)
    known = KnownKeys(keys)
  }

  /// - Parameter volumes: those of books of entries, each once; a volume that doesn't stand where it
  ///   belongs is not among them.
  package mutating func judge(_ volumes: [(volume: JudgedVolume, past: Past)]) {
    let first = self.volumes.count
    self.volumes += volumes.map(\.volume)
    past += volumes.map(\.past)
    closes += volumes.map { $0.past.closed.map { [(0, $0)] } ?? [] }
    var queue: [Turn] = []
    let count = volumes.reduce(0) { $0 + $1.volume.good }
    queue.reserveCapacity(count)
    given.reserveCapacity(given.count + count)
    verdicts.reserveCapacity(verdicts.count + count)
    let ranks = ranks()
    for index in first..<self.volumes.count {
      let volume = self.volumes[index]
      var latest = (instant: Int.min, isOther: 0)
      for (place, page) in volume.pages.prefix(volume.good).enumerated() {
        given[page.id] = (page, index)
        // No page stands before one that its volume has above it.
        let own = (page.instant, kinds.page(page.kind) == nil ? 1 : 0)
        if latest < own { latest = own }
        queue.append(
          Turn(
            instant: latest.instant, isOther: latest.isOther, rank: ranks[index], place: place,
            volume: index))
      }
    }
    queue.sort { $0.key < $1.key }
    for turn in queue { judge(self.volumes[turn.volume].pages[turn.place], in: turn.volume) }
  }

  /// When a page is judged.
  private struct Turn {
    let instant, isOther, rank, place, volume: Int

    var key: (Int, Int, Int, Int) { (instant, isOther, rank, place) }
  }

  /// The places of the volumes by their names.
  private func ranks() -> [Int] {
    var ranks = volumes.map { _ in 0 }
    let names = volumes.map(\.name)
    let sorted = volumes.indices.sorted { names[$0] < names[$1] }
    for (rank, index) in sorted.enumerated() { ranks[index] = rank }
    return ranks
  }

  private mutating func judge(_ page: Page, in volume: Int) {
    let rule: JudgeRule?
    let hand = kinds.page(page.kind) == nil ? Hand(page.record) : nil
    var pending = false
    if kinds.page(page.kind) != nil {
      rule = judgeEntry(page, in: volume)
    } else if ["correction", "void", "reopen"].contains(page.kind) {
      rule = judgeAmendment(page, hand, in: volume)
    } else if let kind = Attestation.Kind(rawValue: page.kind), let hand {
      rule = judgeSigning(page, kind, hand, in: volume)
      pending = kind == .refusal
    } else {
      rule = .form
    }
    verdicts[page.id] = rule.map { .doesNot($0) } ?? (pending ? .pending : .counts)
    guard rule == nil, let named = hand?.keys else { return }
    past[volume].known.note(named)
  }

  /// Whether two are one person, as far as a page about an entry is concerned.
  ///
  /// - Parameter volume: that of the entry.
  func isSame(_ one: Named, _ other: Named, _ hand: Hand?, in volume: Int) -> Bool {
    guard one.code != other.code else { return true }
    let here = directory(volume).flatMap { keys.bookAt[$0] }
    return keys.isSamePerson(
      one, other, keys.merging(for: here, signedIn: hand?.keys?.id.book))
  }

  mutating func confirm(_ refusal: PageID) { verdicts[refusal] = .counts }

  // MARK: What is known

  /// The page that a field names; nil where it is not there, or is another.
  func named(_ page: Page, _ field: String) -> (page: Page, volume: Int)? {
    guard let reference = page.record[field].flatMap(PageReference.init),
      let found = given[reference.id], found.page.digest == reference.digest
    else { return nil }
    return found
  }

  func counts(_ page: Page) -> Bool { verdicts[page.id] == .counts }

  func directory(_ volume: Int) -> DirectoryID? { volumes[volume].directory }

  func rollover(_ volume: Int) -> Int { volumes[volume].rollover }

  /// Whether a day is closed in a volume, as far as has been judged.
  func isClosed(_ day: Day, in volume: Int) -> Bool {
    past[volume].closed.map { day <= $0 } ?? false
  }

  mutating func close(_ day: Day, in volume: Int, by page: Page) {
    if let closed = past[volume].closed, day <= closed { return }
    past[volume].closed = day
    closes[volume].append((page.id.number, day))
  }

  // MARK: Entries

  private mutating func judgeEntry(_ page: Page, in volume: Int) -> JudgeRule? {
    guard
      let facts = EntryFacts(
        page, kinds, year: volumes[volume].year, rollover: rollover(volume)),
      let kind = kinds.page(page.kind)
    else { return .form }
    if let rule = facts.rule { return rule }
    if isClosed(facts.day, in: volume), !facts.isLate { return .late }
    entries[page.id] = EntryStanding(page, kind, volume: volume)
    entryOf[page.id] = page.id
    return nil
  }

  /// Whether a day was closed above a page, once all is judged.
  func isAfterClose(_ day: Day, _ number: Int, in volume: Int) -> Bool {
    closes[volume].last { $0.number < number }.map { day <= $0.day } ?? false
  }

  /// A page that was given, and the place of its volume.
  func page(_ id: PageID) -> (page: Page, volume: Int)? { given[id] }

  /// The verdict of an entry that was not given as a page, once all is judged.
  ///
  /// - Parameter volume: its volume's place among those that were given.
  package func verdict(_ entry: EntryFacts, number: Int, in volume: Int) -> Verdict {
    if let rule = entry.rule { return .doesNot(rule) }
    return !entry.isLate && isAfterClose(entry.day, number, in: volume) ? .doesNot(.late) : .counts
  }

  package func state(_ entry: PageID) -> EntryState? {
    guard let standing = entries[entry] else { return nil }
    return standing.state(standing.refusal.flatMap { refusals[$0] })
  }
}
