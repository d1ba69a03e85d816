import Records

/// What is known of the volumes whose pages a ledger shows, so that a page counts on a screen where it
/// counts for `verify`, and nowhere else.
package struct LedgerJudge: Sendable {
  /// A volume: a book's of one year.
  package struct Place: Hashable, Sendable {
    package let book: BookID
    package let year: Int

    package init(_ book: BookID, _ year: Int) { (self.book, self.year) = (book, year) }

    init(_ id: PageID) { self.init(id.book, id.year) }
  }

  /// Reads a volume whole, as the judge takes it, with some of its entries.
  package typealias Whole = @Sendable (Place, _ wanted: Set<Int>) -> JudgedVolume?

  private let keys: KeysBooks
  private let directories: Set<DirectoryID>
  private let kinds: Kinds
  private let standings: [Place: VolumeStanding]
  /// Pages that are only judged with the whole of their volume.
  private let odd: Set<PageID>
  private let whole: Whole
  /// Whether everything counts: pages that are made up, and nobody's evidence.
  private let isTrusting: Bool

  package init(
    _ keys: KeysBooks, kinds: Kinds = .ours, _ standings: [Place: VolumeStanding],
    odd: Set<PageID>, whole: @escaping Whole
  ) {
    (self.keys, self.kinds, self.standings, self.odd) = (keys, kinds, standings, odd)
    (self.whole, isTrusting, directories) = (whole, false, keys.directories)
  }

  private init(trusting kinds: Kinds) {
    (keys, self.kinds, standings, odd) = (.none, kinds, [:], [])
    (whole, isTrusting, directories) = ({ _, _ in nil }, true, [])
  }

  /// Takes every page for what it says.
  package static let trusting = LedgerJudge(trusting: .ours)

  /// The verdicts of pages that speak of nothing but each other, and what is marked of them.
  func judged(_ pages: [Page]) -> [PageID: Judged] {
    guard !isTrusting else {
      return Dictionary(pages.map { ($0.id, Judged(.counts)) }, uniquingKeysWith: { $1 })
    }
    var judged: [PageID: Judged] = [:]
    var parts: [Place: [Page]] = [:]
    for page in pages {
      if let rule = breakBefore(page) {
        judged[page.id] = Judged(rule)
      } else {
        parts[Place(page.id), default: []].append(page)
      }
    }
    let judge = judge(parts, isWhole: !odd.isDisjoint(with: pages.map(\.id)))
    for (place, pages) in parts {
      for page in pages {
        judged[page.id] =
          judge.verdicts[page.id].map { Judged($0, judge.marks(page.id)) }
          ?? Judged(ruleOfItself(page, place))
      }
    }
    return judged
  }

  /// That of an entry about which nothing was written; what is marked of it is left to `marks`.
  func judged(_ page: Page) -> Judged {
    guard !isTrusting else { return Judged(.counts) }
    if odd.contains(page.id) { return judged([page])[page.id] ?? Judged(.unchecked) }
    return Judged(breakBefore(page) ?? ruleOfItself(page, Place(page.id)), nil)
  }

  /// What is marked of an entry that counts, that no other page is about, and that came before any close of
  /// its day: who wrote it down.
  ///
  /// Asked by itself: the books of keys are judged for it, which a list on a screen does not wait for.
  func marks(_ page: Page) -> [Mark] {
    guard page.id.book.kind != KeysPage.book else { return keys.state.marks(page) }
    return keys.state.recorder(page.recorded.by, in: standings[Place(page.id)]?.directory)
      .marks(at: page.instant)
  }

  /// J1 to J4, as far as they are known of a page's volume; nil where it holds together up to the page.
  private func breakBefore(_ page: Page) -> Verdict? {
    guard let standing = standings[Place(page.id)] else { return .unchecked }
    guard let directory = standing.directory, directories.contains(directory) else {
      return .doesNot(.place)
    }
    if page.id.number > standing.good {
      let rule = JudgeRule(rawValue: standing.broken)
      return page.id.number == standing.good + 1 ? rule.map { .doesNot($0) } : .unchecked
    }
    return page.isSound ? nil : .doesNot(.chain)
  }

  private func ruleOfItself(_ page: Page, _ place: Place) -> Verdict {
    if place.book.kind == KeysPage.book { return keys.state.verdicts[page.id] ?? .unchecked }
    let rollover = standings[place]?.rollover ?? 0
    guard let facts = EntryFacts(page, kinds, year: place.year, rollover: rollover) else {
      return .unchecked
    }
    return facts.rule.map { .doesNot($0) } ?? .counts
  }

  /// - Parameter isWhole: whether every other page of the volumes has a say.
  private func judge(_ parts: [Place: [Page]], isWhole: Bool) -> BooksJudge {
    var judge = BooksJudge(keys.state, keys.reader, kinds: kinds)
    let volumes = parts.sorted { ($0.key.book.text, $0.key.year) < ($1.key.book.text, $1.key.year) }
    judge.judge(
      volumes.compactMap { place, pages in
        let volume = isWhole ? whole(place, Set(pages.map(\.id.number))) : part(place, pages)
        return volume.map { ($0, BooksJudge.Past()) }
      })
    return judge
  }

  private func part(_ place: Place, _ pages: [Page]) -> JudgedVolume? {
    guard let standing = standings[place], let directory = standing.directory else { return nil }
    let header = VolumeHeader(
      VolumeCover("", directory, rollover: standing.rollover), place.book, year: place.year,
      continues: nil)
    return JudgedVolume(
      place.book, year: place.year, header: header,
      pages: pages.sorted { $0.id.number < $1.id.number }, good: pages.count)
  }

  /// Whether pages can be judged by themselves, a close among them: it has to follow on one of them.
  func closes(_ closes: [Page], among pages: [Page]) -> [PageID: Judged] {
    guard !isTrusting else { return judged(closes) }
    let there = Set(pages.map(\.id))
    let isPart = closes.allSatisfy { close in
      there.contains(PageID(close.id.book, year: close.id.year, number: close.id.number - 1))
    }
    guard !isPart else { return judged(pages) }
    return LedgerJudge(
      keys, kinds: kinds, standings, odd: odd.union(closes.map(\.id)), whole: whole
    ).judged(pages)
  }
}
