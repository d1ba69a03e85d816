import Records

/// What the books of keys and posts say: every key and post there ever was, with the span in which it
/// held, and what the judge says of each page.
package struct KeysState: Sendable {
  /// A key, as somebody's, in one station's book.
  package struct Key: Sendable {
    package let print: KeyPrint
    /// `ssh-ed25519 AAAA…`.
    package let line: String
    package let who: Named
    package let book: BookID
    package let unit: String
    /// Seconds since 1970; it holds from the first on and up to, but not at, the second.
    package let from: Int
    package internal(set) var until: Int?
    /// The page that enrolled the person, and the one that brought this key.
    package let enrolled: PageID
    package let page: PageID

    package func holds(at time: Int) -> Bool { from <= time && until.map { time < $0 } ?? true }
  }

  /// What somebody may sign as.
  package enum Right: Hashable, Sendable {
    case post(SigningPost)
    /// In a team's leader's place, on one day.
    case day(Day)
  }

  package struct Post: Sendable {
    package let right: Right
    package let unit: String
    package let who: Named
    package let book: BookID
    package let from: Int
    package internal(set) var until: Int?
    package let page: PageID

    package func holds(at time: Int) -> Bool { from <= time && until.map { time < $0 } ?? true }
  }

  package internal(set) var keys: [Key] = []
  package internal(set) var posts: [Post] = []
  package internal(set) var verdicts: [PageID: Verdict] = [:]
  /// The newest page of each book that is there, whether it counts or not.
  package internal(set) var newest: [BookID: PageReference] = [:]
  var instants: [PageID: Int] = [:]
  var digests: [PageID: Digest] = [:]
  var keyAt: [KeyPrint: Int] = [:]
  var keysByCode: [String: [Int]] = [:]
  var postsByPage: [PageID: [Int]] = [:]
  var postsByCode: [String: [Int]] = [:]
  var bookAt: [DirectoryID: BookID] = [:]
  package internal(set) var directoryOf: [BookID: DirectoryID] = [:]
  var twice: Set<DirectoryID> = []
  var roots: Set<BookID> = []
  var offices: [BookID: DirectoryID] = [:]
  /// When a book appointed for a unit for the first time.
  var unitSince: [BookID: [String: Int]] = [:]
  var called: [BookID: [String: String]] = [:]
  /// Codes that a book says are one person's, or a register, where either has no key.
  private var merges: [(one: String, other: String, book: BookID?)] = []
  private var passedOver: Set<Set<String>> = []
  /// Pages by which another station put a book on its feet again, the newest last.
  package internal(set) var recoveries: [BookID: [PageID]] = [:]
  /// Who signed each page that counts.
  var hands: [PageID: [Named]] = [:]

  package init() {}

  // MARK: People

  /// The books whose word on who is one person counts for pages of a directory: its own, its office's, and
  /// that in which the signer is enrolled.
  ///
  /// A neighbour's must not make one person of two of ours.
  func merging(for here: BookID?, signedIn book: BookID? = nil) -> Set<BookID> {
    let office = here.flatMap { offices[$0] }.flatMap { bookAt[$0] }
    return Set([here, book, office].compactMap { $0 })
  }

  /// All codes of a person, whatever codes they were given.
  private func codes(_ code: String, _ books: Set<BookID>) -> Set<String> {
    codes(code) { $0.map(books.contains) ?? true }
  }

  private func codes(_ code: String, where isWord: (BookID?) -> Bool) -> Set<String> {
    var codes: Set = [code]
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for merge in merges where isWord(merge.book) {
        guard codes.contains(merge.one) != codes.contains(merge.other) else { continue }
        codes.formUnion([merge.one, merge.other])
        isGrowing = true
      }
    }
    return codes
  }

  /// - Parameter books: whose word on that counts.
  func isSamePerson(_ one: Named, _ other: Named, _ books: Set<BookID>) -> Bool {
    one.code == other.code || !merges.isEmpty && codes(one.code, books).contains(other.code)
  }

  /// As far as any book says so.
  package func isSamePerson(_ one: Named, _ other: Named) -> Bool {
    isSamePerson(one, other, Set(directoryOf.keys))
  }

  /// Whether anybody was ever enrolled under a code.
  package func hasKey(_ code: String) -> Bool { keysByCode[code] != nil }

  func hasKey(_ code: String, in book: BookID?) -> Bool {
    (keysByCode[code] ?? []).contains { keys[$0].book == book }
  }

  /// Takes the registers' word, which nobody signed: no two people with keys become one by it, not through
  /// others without one either.
  package mutating func join(unsigned pairs: [(String, String)]) {
    for (one, other) in pairs where one != other {
      let (codes, others) = (unsigned(one), unsigned(other))
      if codes.contains(other) { continue }
      if codes.contains(where: hasKey), others.contains(where: hasKey) {
        passedOver.insert([one, other])
      } else {
        merges.append((one, other, nil))
      }
    }
  }

  /// Whether registers say of two codes that they are one person's, and are not believed.
  package func isPassedOver(_ one: String, _ other: String) -> Bool {
    passedOver.contains([one, other])
  }

  /// All codes of a person, as far as registers say so.
  private func unsigned(_ code: String) -> Set<String> { codes(code) { $0 == nil } }

  mutating func join(_ code: String, _ other: String, in book: BookID) {
    merges.append((code, other, book))
  }

  // MARK: Keys

  package func keys(of code: String) -> [Key] { (keysByCode[code] ?? []).map { keys[$0] } }

  /// The key that somebody holds in a book at a time.
  package func key(of who: Named, in book: BookID?, at time: Int) -> Key? {
    keys(of: who.code).first {
      $0.who == who && (book == nil || $0.book == book) && $0.holds(at: time)
    }
  }

  /// When somebody's last key of a book ended, in seconds since 1970; nil for who has one, or never had.
  package func keyEnded(_ who: Named, in book: BookID) -> Int? {
    keys(of: who.code).last { $0.who == who && $0.book == book }?.until
  }

  /// The key with a fingerprint, if it is this person's in a book at a time.
  func key(_ print: KeyPrint, of who: Named, in book: BookID, at time: Int) -> Key? {
    isKey(print, of: who, in: book, at: time) ? keyAt[print].map { keys[$0] } : nil
  }

  func isKey(_ print: KeyPrint, of who: Named, in book: BookID, at time: Int) -> Bool {
    guard let at = keyAt[print] else { return false }
    return keys[at].who == who && keys[at].book == book && keys[at].holds(at: time)
  }

  mutating func add(_ key: Key) {
    keyAt[key.print] = keys.count
    keysByCode[key.who.code, default: []].append(keys.count)
    keys.append(key)
  }

  mutating func endKeys(of who: Named, in book: BookID, at time: Int) {
    for index in keysByCode[who.code] ?? []
    where keys[index].who == who && keys[index].book == book && keys[index].until == nil {
      keys[index].until = time
    }
  }

  // MARK: Posts

  mutating func add(_ post: Post) {
    postsByPage[post.page, default: []].append(posts.count)
    postsByCode[post.who.code, default: []].append(posts.count)
    posts.append(post)
    if unitSince[post.book]?[post.unit] == nil {
      unitSince[post.book, default: [:]][post.unit] = post.from
    }
  }

  package func posts(of code: String) -> [Post] { (postsByCode[code] ?? []).map { posts[$0] } }

  /// Who signs in the leader's place of a team on a day; the last who was named.
  package func deputy(of unit: String, on day: Day) -> Named? {
    posts.last { $0.right == .day(day) && $0.unit == unit }?.who
  }

  mutating func endPosts(_ posting: Posting, in book: BookID, at time: Int) {
    for index in postsByCode[posting.person.code] ?? []
    where posts[index].book == book && posts[index].is(posting) && posts[index].holds(at: time) {
      posts[index].until = time
    }
  }

  func isInPost(_ posting: Posting, in book: BookID, at time: Int) -> Bool {
    posts(of: posting.person.code).contains {
      $0.book == book && $0.is(posting) && $0.holds(at: time)
    }
  }

  /// Whether somebody has one of some posts of a book for its own station.
  package func holds(_ some: Set<SigningPost>, _ who: Named, in book: BookID, at time: Int) -> Bool
  {
    posts(of: who.code).contains { post in
      guard case .post(let kind) = post.right else { return false }
      return post.who == who && post.book == book && some.contains(kind) && post.holds(at: time)
        && (kind != .officer || post.unit == book.owner)
    }
  }

  /// Officers who can sign, each person once.
  package func officers(in book: BookID, at time: Int) -> [Named] {
    let books = merging(for: book)
    return posts.filter {
      $0.right == .post(.officer) && $0.book == book && $0.unit == book.owner && $0.holds(at: time)
        && key(of: $0.who, in: book, at: time) != nil
    }.reduce(into: []) { officers, post in
      if !officers.contains(where: { isSamePerson($0, post.who, books) }) {
        officers.append(post.who)
      }
    }
  }

  func isCalled(_ who: Named, in book: BookID) -> Bool {
    called[book]?[who.code].map { $0 == who.name } ?? true
  }

  /// Whether a book is of a directory that was made up.
  package func isDemo(_ book: BookID) -> Bool { directoryOf[book]?.isDemo ?? false }

  // MARK: Pages

  /// When the page of a book of keys that a reference names was written; nil where it is not there, or is
  /// another.
  package func instant(of reference: PageReference) -> Int? { instant(reference) }

  /// Whether a book of keys has a page by that number.
  package func has(_ page: PageID) -> Bool { digests[page] != nil }

  func instant(_ reference: PageReference) -> Int? {
    digests[reference.id] == reference.digest ? instants[reference.id] : nil
  }
}

extension KeysState.Post {
  func `is`(_ posting: Posting) -> Bool {
    right == .post(posting.post) && unit == posting.unit && who == posting.person
  }
}
