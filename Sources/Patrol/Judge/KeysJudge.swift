import Records

/// Judges the books of keys and posts: their pages in the order of their times, each book's own order
/// kept, before any other book.
package struct KeysJudge {
  private(set) var state = KeysState()
  private let seals: any SealReader
  /// What each volume has named of each book of keys: no later page may know less.
  private var known: [String: [BookID: Place]] = [:]
  private var merging: Set<BookID> = []

  typealias Place = PageSummary.Place

  package init(_ seals: any SealReader) { self.seals = seals }

  /// - Parameter volumes: all volumes of all books of keys, in any order.
  package static func state(_ volumes: [JudgedVolume], _ seals: any SealReader) -> KeysState {
    var judge = KeysJudge(seals)
    judge.judge(volumes)
    return judge.state
  }

  private mutating func judge(_ volumes: [JudgedVolume]) {
    let volumes = volumes.filter { $0.header != nil }.sorted {
      ($0.year, $0.book.text) < ($1.year, $1.book.text)
    }
    for volume in volumes {
      guard let directory = volume.directory else { continue }
      if state.directoryOf[volume.book] == nil { state.directoryOf[volume.book] = directory }
      if let other = state.bookAt[directory] {
        if other != volume.book { state.twice.insert(directory) }
      } else {
        state.bookAt[directory] = volume.book
      }
      for page in volume.pages.prefix(volume.good) {
        state.instants[page.id] = page.recorded.stamp.instant
        state.digests[page.id] = page.digest
        state.newest[volume.book] = page.reference
      }
    }
    var at = volumes.map { _ in 0 }
    while let next = Self.next(volumes, at) {
      let volume = volumes[next]
      judge(
        volume.pages[at[next]], in: volume,
        isFirst: !volumes[..<next].contains { $0.book == volume.book })
      at[next] += 1
    }
  }

  /// The volume whose next page is the oldest.
  private static func next(_ volumes: [JudgedVolume], _ at: [Int]) -> Int? {
    volumes.indices.filter { at[$0] < volumes[$0].good }.min {
      let (one, two) = (volumes[$0].pages[at[$0]], volumes[$1].pages[at[$1]])
      return (one.recorded.stamp.instant, one.id.number, one.id.book.text, one.id.year)
        < (two.recorded.stamp.instant, two.id.number, two.id.book.text, two.id.year)
    }
  }

  private mutating func judge(_ page: Page, in volume: JudgedVolume, isFirst: Bool) {
    let hand = Hand(page.record)
    let rule: JudgeRule? =
      if let keys = KeysPage(page), let hand, let directory = volume.directory {
        fault(keys, hand, page, volume, directory, isFirst: isFirst)
      } else { .form }
    state.verdicts[page.id] = rule.map { .doesNot($0) } ?? .counts
    guard rule == nil, let hand else { return }
    state.hands[page.id] =
      [hand.signer] + [page.record["With"].flatMap { Named($0) }].compactMap { $0 }
    guard let keys = hand.keys else { return }
    known[volume.name, default: [:]].note(keys)
  }

  /// Whether two are one person, as far as the page that is judged is concerned.
  private func isSame(_ one: Named, _ other: Named) -> Bool {
    state.isSamePerson(one, other, merging)
  }

  private func newKey(_ page: Page, _ keys: KeysPage) -> KeyPrint? {
    keys.newKey.flatMap { seals.print(of: $0) }
  }

  // MARK: What every page has to keep

  private mutating func fault(
    _ keys: KeysPage, _ hand: Hand, _ page: Page, _ volume: JudgedVolume, _ directory: DirectoryID,
    isFirst: Bool
  ) -> JudgeRule? {
    let stamp = page.recorded.stamp
    let day = stamp.moment.day
    merging = state.merging(for: state.bookAt[directory], signedIn: hand.keys?.id.book)
    if day.year != volume.year || (keys.kind != .deputy && keys.date != day) { return .day }
    if let fault = state.sealFault(
      page, hand, keys, directory, seals, newest: known[volume.name], isRoot: keys.kind == .root)
    {
      return fault
    }
    if keys.kind == .root { return root(keys, hand, page, volume, directory, isFirst: isFirst) }
    if let fault = rightFault(keys, hand, stamp.instant, directory) { return fault }
    if let with = keys.with, isSame(with, hand.signer) || keys.withKey == hand.key {
      return .twoPeople
    }
    guard state.roots.contains(volume.book) else { return .root }
    return switch keys.kind {
    case .root: nil
    case .enrol: enrol(keys, hand, page)
    case .replace: replace(keys, hand, page)
    case .revoke: revoke(keys, hand, page)
    case .appoint: appoint(keys, hand, page)
    case .dismiss: dismiss(keys, hand, page)
    case .deputy: deputy(keys, hand, page, volume)
    case .recover: recover(keys, hand, page, directory)
    }
  }

  /// J10 and J11: who may write such a page at all.
  private func rightFault(
    _ keys: KeysPage, _ hand: Hand, _ time: Int, _ directory: DirectoryID
  ) -> JudgeRule? {
    let asking = Entitlement(KnownKeys(state), hand, at: time, in: directory)
    switch keys.kind {
    case .root: return nil
    case .recover: return asking.officer(anywhere: true)
    case .deputy:
      return asking.fault([
        asking.look([.officer], unit: .keeper),
        asking.look([.leader], unit: .of(keys.team?.code ?? "")),
      ])
    case .revoke where keys.person == hand.signer:
      guard let fault = asking.fault([asking.lookEnrolled(anywhere: false)]) else { return nil }
      // An officer may also end their own key as one of two.
      return keys.with == nil ? fault : asking.officer()
    case .enrol, .replace, .revoke, .appoint, .dismiss: return asking.officer()
    }
  }

  // MARK: The kinds

  private mutating func root(
    _ keys: KeysPage, _ hand: Hand, _ page: Page, _ volume: JudgedVolume, _ directory: DirectoryID,
    isFirst: Bool
  ) -> JudgeRule? {
    let book = volume.book
    guard page.id.number == 1, isFirst, !state.roots.contains(book),
      !state.twice.contains(directory),
      let person = keys.person, person == hand.signer, newKey(page, keys) == hand.key,
      keys.unit == book.owner, hand.directory == directory, state.keyAt[hand.key] == nil
    else { return .root }
    state.roots.insert(book)
    state.offices[book] = keys.office
    hold(keys, hand.key, person, page, enrolled: page.id)
    state.add(
      .init(
        right: .post(.officer), unit: book.owner, who: person, book: book, from: page.instant,
        page: page.id))
    return nil
  }

  private mutating func hold(
    _ keys: KeysPage, _ print: KeyPrint, _ person: Named, _ page: Page, unit: String? = nil,
    enrolled: PageID
  ) {
    state.add(
      .init(
        print: print, line: keys.newKey ?? "", who: person, book: page.id.book,
        unit: unit ?? keys.unit ?? "", from: page.instant, enrolled: enrolled, page: page.id))
    state.called[page.id.book, default: [:]][person.code] = person.name
  }

  private mutating func enrol(_ keys: KeysPage, _ hand: Hand, _ page: Page) -> JudgeRule? {
    let book = page.id.book
    guard let person = keys.person, let print = newKey(page, keys),
      !isSame(person, hand.signer),
      !state.keys(of: person.code).contains(where: {
        $0.book == book && ($0.until.map { page.instant < $0 } ?? true)
      }),
      state.isCalled(person, in: book), state.keyAt[print] == nil
    else { return .enrol }
    hold(keys, print, person, page, enrolled: page.id)
    return nil
  }

  private mutating func replace(_ keys: KeysPage, _ hand: Hand, _ page: Page) -> JudgeRule? {
    let (book, time) = (page.id.book, page.instant)
    guard let person = keys.person, let held = state.key(of: person, in: book, at: time),
      let print = newKey(page, keys), state.keyAt[print] == nil, let with = keys.with,
      with == person
        ? keys.withKey == held.print : state.holds([.officer, .office], with, in: book, at: time)
    else { return .replace }
    state.endKeys(of: person, in: book, at: time)
    hold(keys, print, person, page, unit: held.unit, enrolled: held.enrolled)
    return nil
  }

  private mutating func revoke(_ keys: KeysPage, _ hand: Hand, _ page: Page) -> JudgeRule? {
    let (book, time) = (page.id.book, page.instant)
    guard let person = keys.person, state.key(of: person, in: book, at: time) != nil else {
      return .revoke
    }
    if hand.signer != person {
      guard let with = keys.with, state.holds([.officer, .office], with, in: book, at: time) else {
        return .revoke
      }
    }
    if let other = keys.sameAs {
      guard other != person.code,
        state.keysByCode[other] != nil || state.called[book]?[other] != nil
      else { return .revoke }
      state.join(person.code, other, in: book)
    }
    state.endKeys(of: person, in: book, at: time)
    return nil
  }

  private mutating func appoint(_ keys: KeysPage, _ hand: Hand, _ page: Page) -> JudgeRule? {
    let (book, time) = (page.id.book, page.instant)
    guard Set(keys.posts).count == keys.posts.count else { return .posts }
    for post in keys.posts {
      if isSame(post.person, hand.signer) { return .posts }
      if let with = keys.with, isSame(post.person, with) { return .posts }
      if !state.isCalled(post.person, in: book) { return .posts }
    }
    if let with = keys.with {
      guard state.holds([.officer, .office], with, in: book, at: time) else { return .posts }
    } else if keys.posts.contains(where: \.post.needsTwo),
      state.officers(in: book, at: time).count >= 2
    {
      return .posts
    }
    guard !keys.posts.isEmpty else { return .form }
    for post in keys.posts {
      state.add(
        .init(
          right: .post(post.post), unit: post.unit, who: post.person, book: book, from: time,
          page: page.id))
      state.called[book, default: [:]][post.person.code] = post.person.name
    }
    return nil
  }

  private mutating func dismiss(_ keys: KeysPage, _ hand: Hand, _ page: Page) -> JudgeRule? {
    let (book, time) = (page.id.book, page.instant)
    guard Set(keys.ends).count == keys.ends.count else { return .posts }
    for post in keys.ends {
      guard state.isInPost(post, in: book, at: time) else { return .posts }
      if post.post.needsTwo, !isSame(post.person, hand.signer) {
        guard let with = keys.with, !isSame(post.person, with) else { return .posts }
      }
    }
    if let with = keys.with, !state.holds([.officer, .office], with, in: book, at: time) {
      return .posts
    }
    guard !keys.ends.isEmpty else { return .form }
    for post in keys.ends { state.endPosts(post, in: book, at: time) }
    return nil
  }

  private mutating func deputy(
    _ keys: KeysPage, _ hand: Hand, _ page: Page, _ volume: JudgedVolume
  ) -> JudgeRule? {
    let (book, time) = (page.id.book, page.instant)
    let running = (page.recorded.stamp.moment + -(volume.header?.cover.rollover ?? 0)).day
    guard let person = keys.person, let team = keys.team, !isSame(person, hand.signer),
      keys.date >= running, state.key(of: person, in: book, at: time)?.unit == team.code
    else { return .deputy }
    state.add(
      .init(
        right: .day(keys.date), unit: team.code, who: person, book: book, from: time, page: page.id)
    )
    return nil
  }

  private mutating func recover(
    _ keys: KeysPage, _ hand: Hand, _ page: Page, _ directory: DirectoryID
  ) -> JudgeRule? {
    let (book, time) = (page.id.book, page.instant)
    guard let other = hand.keys?.id.book, other != book, let person = keys.person,
      let print = newKey(page, keys),
      state.directoryOf[other]?.isDemo == directory.isDemo,
      !isSame(person, hand.signer),
      state.isCalled(person, in: book), state.keyAt[print] == nil, keys.unit == book.owner
    else { return .recover }
    for index in state.posts.indices
    where state.posts[index].book == book && state.posts[index].right == .post(.officer)
      && state.posts[index].holds(at: time)
    {
      state.posts[index].until = time
    }
    state.endKeys(of: person, in: book, at: time)
    hold(keys, print, person, page, enrolled: page.id)
    state.add(
      .init(
        right: .post(.officer), unit: book.owner, who: person, book: book, from: time, page: page.id
      ))
    state.recoveries[book, default: []].append(page.id)
    return nil
  }
}

extension JudgedVolume {
  /// What tells it from others.
  var name: String { "\(book.text) \(year)" }
}

extension Page {
  /// When it was recorded, in seconds since 1970.
  package var instant: Int { recorded.stamp.instant }
}

extension [BookID: KeysJudge.Place] {
  /// Takes note of the newest page of a book of keys that was named.
  mutating func note(_ keys: PageReference) {
    let place = KeysJudge.Place(keys.id.year, keys.id.number)
    if let known = self[keys.id.book], !known.isBefore(place) { return }
    self[keys.id.book] = place
  }
}

extension PageSummary.Place {
  func isBefore(_ other: Self) -> Bool { (year, number) < (other.year, other.number) }
}
