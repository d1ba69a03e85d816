import Records

/// The books of keys and posts that are here, judged when somebody first asks: to verify a thousand
/// signatures takes longer than a first frame.
package final class KeysBooks: Sendable {
  private let volumes: [JudgedVolume]
  private let seals: any SealReader
  private let judged = Once<KeysState>()

  package init(_ volumes: [JudgedVolume], _ seals: any SealReader) {
    (self.volumes, self.seals) = (volumes, seals)
  }

  package var state: KeysState { judged.get { KeysJudge.state(volumes, seals) } }

  /// The same, as if a page were signed that is still to be: by the key that it names.
  package func foreseeing(_ page: Page) -> KeysBooks {
    let books = KeysBooks(volumes, ForeseenSeals(seals, page))
    _ = books.judged.get { state }
    return books
  }

  /// Takes one page's seal for made.
  private struct ForeseenSeals: SealReader {
    private let seals: any SealReader
    private let page: Digest
    private let key: KeyPrint?

    init(_ seals: any SealReader, _ page: Page) {
      (self.seals, self.page, key) = (seals, page.digest, Hand(page.record)?.key)
    }

    func key(_ page: Page, _ field: Page.SignatureField, of directory: DirectoryID) -> KeyPrint? {
      page.digest == self.page ? key : seals.key(page, field, of: directory)
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
