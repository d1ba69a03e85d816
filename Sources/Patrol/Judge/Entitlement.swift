import Records

extension KeysState {
  /// J7 to J9 of a signed page: the signatures hold, the keys are the people's own, and the book of keys
  /// that was known is there.
  ///
  /// - Parameter newest: what the page's volume has named of the books of keys before.
  package func sealFault(
    _ page: Page, _ hand: Hand, _ keys: KeysPage?, _ directory: DirectoryID,
    _ seals: any SealReader, newest: [BookID: PageSummary.Place]?, isRoot: Bool = false
  ) -> JudgeRule? {
    guard seals.key(page, .signature, of: directory) == hand.key else { return .seal }
    if let line = keys?.newKey {
      guard let print = seals.print(of: line), seals.key(page, .proof, of: directory) == print
      else {
        return .seal
      }
    }
    if keys?.with != nil, seals.key(page, .cosigned, of: directory) != keys?.withKey {
      return .seal
    }
    guard page.recorded.by == hand.signer else { return .key }
    if isRoot { return nil }
    guard let named = hand.keys,
      isKey(hand.key, of: hand.signer, in: named.id.book, at: page.instant)
    else { return .key }
    if let with = keys?.with, let print = keys?.withKey {
      guard let own = bookAt[directory], isKey(print, of: with, in: own, at: page.instant)
      else { return .key }
    }
    guard let instant = instant(named), instant <= page.instant else { return .keysPage }
    let place = PageSummary.Place(named.id.year, named.id.number)
    if let newest = newest?[named.id.book], place.isBefore(newest) { return .keysPage }
    return hand.directory == directory ? nil : .keysPage
  }
}

/// What the books of keys say, as one object: whoever asks about many pages does not count who holds each
/// of its lists.
final class KnownKeys: Sendable {
  let state: KeysState

  init(_ state: KeysState) { self.state = state }
}

/// Whether the page that a signer names gives them the right to an act (J10), and whether that right
/// reaches as far as the volume (J11).
struct Entitlement {
  /// For which unit a post has to be.
  enum Unit {
    /// The station that keeps the book of keys.
    case keeper
    case any
    case of(String)
  }

  /// From how far away a post may come.
  enum Reach { case here, inspected }

  /// What a look found: whether the page gives the right at all, and whether it reaches.
  struct Found {
    var gives = false
    var allows = false
    var units: Set<String> = []
  }

  private let known: KnownKeys
  private let who: Named
  private let page: PageID?
  private let time: Int
  private let directory: DirectoryID

  /// - Parameter page: another than the one that the signer names, of somebody else.
  init(
    _ known: KnownKeys, _ hand: Hand, at time: Int, in directory: DirectoryID,
    of other: (who: Named, page: PageID)? = nil
  ) {
    (self.known, self.time, self.directory) = (known, time, directory)
    who = other?.who ?? hand.signer
    let named = other?.page ?? hand.entitled
    // Nobody is entitled by what the signer has not seen.
    guard let named, let keys = hand.keys,
      other != nil
        || named.book == keys.id.book
          && (named.year, named.number) <= (keys.id.year, keys.id.number)
    else {
      page = nil
      return
    }
    page = named
  }

  func fault(_ found: [Found]) -> JudgeRule? {
    if !found.contains(where: \.gives) { return .entitled }
    return found.contains(where: \.allows) ? nil : .reach
  }

  /// As an officer of the station.
  func officer(anywhere: Bool = false) -> JudgeRule? {
    let found = look([.officer], unit: .keeper)
    return anywhere ? (found.gives ? nil : .entitled) : fault([found])
  }

  func look(_ some: Set<SigningPost>, unit: Unit, _ reach: Reach = .here, on day: Day? = nil)
    -> Found
  {
    var found = Found()
    guard let page else { return found }
    // A page may appoint a thousand: a person has few posts.
    for index in known.state.postsByCode[who.code] ?? []
    where known.state.posts[index].page == page {
      let post = known.state.posts[index]
      guard post.who == who, post.holds(at: time) else { continue }
      switch post.right {
      case .post(let kind): guard some.contains(kind) else { continue }
      case .day(let date): guard let day, date == day else { continue }
      }
      switch unit {
      case .keeper: guard post.unit == post.book.owner else { continue }
      case .any: break
      case .of(let code): guard post.unit == code else { continue }
      }
      found.gives = true
      if reaches(post, reach) {
        found.allows = true
        found.units.insert(post.unit)
      }
    }
    return found
  }

  /// As somebody who has a key.
  func lookEnrolled(anywhere: Bool) -> Found {
    var found = Found()
    for key in known.state.keys(of: who.code)
    where key.who == who && key.enrolled == page && key.holds(at: time) {
      found.gives = true
      if anywhere || key.book == known.state.bookAt[directory] { found.allows = true }
    }
    return found
  }

  /// A post reaches the volumes of its own station; that of the office those of stations that name it;
  /// for the inspected side, that of the one other station that appoints for a unit for which nobody does
  /// here.
  private func reaches(_ post: KeysState.Post, _ reach: Reach) -> Bool {
    guard let here = known.state.bookAt[directory] else { return false }
    if post.book == here { return true }
    let state = known.state
    guard state.directoryOf[post.book]?.isDemo == directory.isDemo else { return false }
    let isOffice = post.right == .post(.office) || post.right == .post(.supervision)
    if isOffice { return state.offices[here].flatMap { state.bookAt[$0] } == post.book }
    guard reach == .inspected else { return false }
    if let since = state.unitSince[here]?[post.unit], since <= time { return false }
    return state.directoryOf.filter { book, id in
      id.isDemo == directory.isDemo && state.unitSince[book]?[post.unit].map { $0 <= time } ?? false
    }.count == 1
  }
}
