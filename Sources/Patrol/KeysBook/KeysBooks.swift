import Records

/// The books of keys and posts that are here, judged when somebody first asks: to verify a thousand
/// signatures takes longer than a first frame.
package final class KeysBooks: Sendable {
  private let volumes: [JudgedVolume]
  private let seals: any SealReader
  private let merges: Merges
  private let judged = Once<KeysState>()

  /// Codes that registers say are one person's.
  package typealias Merges = @Sendable () -> [(String, String)]

  package init(
    _ volumes: [JudgedVolume], _ seals: any SealReader, merges: @escaping Merges = { [] }
  ) {
    (self.volumes, self.seals, self.merges) = (volumes, seals, merges)
  }

  /// Directories that have a book of keys: a volume of another is in a wrong place (J1).
  package var directories: Set<DirectoryID> { Set(volumes.compactMap(\.directory)) }

  /// How far each of them goes: they are only added to, so that what was judged by them stands until then.
  package var extent: [String: Int] {
    Dictionary(volumes.map { ("\($0.book.text) \($0.year)", $0.pages.count) }, uniquingKeysWith: +)
  }

  /// The first page of a book of keys.
  package func root(of book: BookID) -> PageReference? { first(of: book)?.reference }

  private func first(of book: BookID) -> Page? {
    volumes.filter { $0.book == book && !$0.pages.isEmpty }.min { $0.year < $1.year }?.pages.first
  }

  /// The day on which a book of keys was begun.
  package func begun(_ book: BookID) -> Day? { first(of: book)?.recorded.stamp.moment.day }

  /// When the book of keys of a directory was begun.
  package func begun(in directory: DirectoryID) -> Day? {
    volumes.filter { $0.directory == directory }.compactMap { begun($0.book) }.min()
  }

  /// That of a book of keys, as its volumes say.
  package func directory(of book: BookID) -> DirectoryID? {
    volumes.first { $0.book == book && $0.directory != nil }?.directory
  }

  package var state: KeysState {
    judged.get {
      var state = KeysJudge.state(volumes, seals)
      state.join(unsigned: merges())
      return state
    }
  }

  /// The same, as if a page were signed that is still to be: by the keys that it names.
  package func foreseeing(_ page: Page) -> KeysBooks {
    let books = KeysBooks(volumes, ForeseenSeals(seals, page))
    _ = books.judged.get { state }
    return books
  }

  /// What the judge would say of a page of a book of keys, were it signed by the keys that it names.
  ///
  /// - Parameter volume: the page's, with the page.
  package func verdict(foreseeing page: Page, in volume: JudgedVolume) -> Verdict {
    let others = volumes.filter { $0.name != volume.name }
    let state = KeysJudge.state(others + [volume], ForeseenSeals(seals, page))
    return state.verdicts[page.id] ?? .unchecked
  }

  /// Takes one page's seals for made.
  private struct ForeseenSeals: SealReader {
    private let seals: any SealReader
    private let page: Digest
    private let keys: [Page.SignatureField: KeyPrint]

    init(_ seals: any SealReader, _ page: Page) {
      (self.seals, self.page) = (seals, page.digest)
      let written = KeysPage(page)
      var keys: [Page.SignatureField: KeyPrint] = [:]
      keys[.signature] = Hand(page.record)?.key
      keys[.cosigned] = written?.withKey
      keys[.proof] = written?.newKey.flatMap { seals.print(of: $0) }
      self.keys = keys
    }

    func key(_ page: Page, _ field: Page.SignatureField, of directory: DirectoryID) -> KeyPrint? {
      page.digest == self.page ? keys[field] : seals.key(page, field, of: directory)
    }

    func print(of key: String) -> KeyPrint? { seals.print(of: key) }
  }

  /// What looks at signatures.
  package var reader: any SealReader { seals }

  /// None at all: a directory whose book was not begun, or not read.
  package static let none = KeysBooks([], NoSeals())

  private struct NoSeals: SealReader {
    func key(_ page: Page, _ field: Page.SignatureField, of directory: DirectoryID) -> KeyPrint? {
      nil
    }
    func print(of key: String) -> KeyPrint? { nil }
  }
}

extension KeysState {
  /// As what somebody signs.
  package enum Act: Sendable {
    case inspector(owner: String)
    case inspected(unit: String, Day)
    /// Somebody of the owner's, or who is enrolled, as a patrol's recorder or an officer of a shift.
    case recorder(owner: String)
    case officer
    /// Strikes out or corrects a signed page.
    case amend(owner: String)
    case review
    case close(owner: String)
    case enrolled
    /// Names a deputy of the day.
    case deputy(unit: String)
  }

  /// The page that entitles somebody to an act now, of the station's own book first.
  package func right(_ who: Named, to act: Act, in directory: DirectoryID, at time: Int) -> PageID?
  {
    let here = bookAt[directory]
    let own = posts(of: who.code).filter { $0.who == who && $0.holds(at: time) }
      .sorted { ($0.book == here ? 0 : 1) < ($1.book == here ? 0 : 1) }
    func first(_ some: Set<SigningPost>, _ unit: String? = nil, on day: Day? = nil) -> PageID? {
      own.first { post in
        switch post.right {
        case .post(let kind): some.contains(kind) && (unit == nil || post.unit == unit)
        case .day(let date): date == day && post.unit == unit
        }
      }?.page
    }
    let keeper = here?.owner
    let officer = first([.officer], keeper)
    let office = first([.office, .supervision])
    let enrolled = key(of: who, in: here, at: time)?.enrolled
    return switch act {
    case .inspector(let owner):
      first([.leader, .deputy, .inspector], owner) ?? (owner == keeper ? officer : nil) ?? office
    case .inspected(let unit, let day): first([.leader, .deputy], unit, on: day)
    case .recorder(let owner): officer ?? first([.leader, .deputy], owner) ?? enrolled
    case .officer: officer
    case .amend(let owner):
      officer ?? first([.office]) ?? first([.leader, .deputy, .inspector], owner)
    case .review: officer ?? first([.office])
    case .close(let owner): officer ?? first([.leader, .deputy], owner)
    case .enrolled: enrolled
    case .deputy(let unit): officer ?? first([.leader], unit)
    }
  }
}
