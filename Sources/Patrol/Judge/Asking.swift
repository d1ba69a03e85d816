import Records

/// By which right somebody may do what to an entry (J10, J11).
struct Asking {
  private let entitlement: Entitlement
  private let who: Named
  private let entry: EntryStanding?
  /// Whether this directory's book has ever enrolled the code of who asks.
  let isEnrolledHere: Bool
  /// Whose book it is, and whose the station is.
  private let owner, keeper: String?

  /// - Parameter other: another than the signer, and the page that entitles them.
  init(
    _ judge: BooksJudge, _ page: Page, _ hand: Hand, about entry: EntryStanding?, in volume: Int,
    of other: (who: Named, page: PageID)? = nil
  ) {
    let volume = judge.volumes[entry?.volume ?? volume]
    self.entry = entry
    who = other?.who ?? hand.signer
    owner = volume.book.owner
    let book = volume.directory.flatMap { judge.keys.bookAt[$0] }
    keeper = book?.owner
    isEnrolledHere = judge.keys.hasKey((other?.who ?? hand.signer).code, in: book)
    // A volume is judged only where its directory is known.
    entitlement = Entitlement(
      judge.known, hand, at: page.instant, in: volume.directory ?? hand.directory, of: other)
  }

  func fault(_ found: [Entitlement.Found]) -> JudgeRule? { entitlement.fault(found) }

  var officer: [Entitlement.Found] { [entitlement.look([.officer], unit: .keeper)] }
  var office: [Entitlement.Found] { [entitlement.look([.office], unit: .any)] }

  func leads(_ posts: Set<SigningPost>) -> [Entitlement.Found] {
    owner.map { [entitlement.look(posts, unit: .of($0))] } ?? []
  }

  var inspector: [Entitlement.Found] {
    guard let entry, who == entry.named(for: .inspector) else { return [] }
    return leads([.leader, .deputy, .inspector]) + (owner == keeper ? officer : [])
      + [entitlement.look([.supervision, .office], unit: .any)]
  }

  var inspected: [Entitlement.Found] {
    guard let entry, let team = entry.page.record["Inspected"].flatMap({ Named($0) }),
      let day = entry.page.record["Date"].flatMap({ Day($0) })
    else { return [] }
    return [entitlement.look([.leader, .deputy], unit: .of(team.code), .inspected, on: day)]
  }

  func enrolled(anywhere: Bool = false) -> [Entitlement.Found] {
    [entitlement.lookEnrolled(anywhere: anywhere)]
  }

  var recorder: [Entitlement.Found] {
    officer + leads([.leader, .deputy])
      + (who == entry?.named("Leader") ? enrolled() : [])
  }

  /// Whom a handover names for a side.
  func shift(_ side: SignatureRole) -> [Entitlement.Found] {
    who == entry?.named(for: side) ? officer + enrolled() : []
  }

  var amend: [Entitlement.Found] {
    officer + office + (entry?.kind == .inspection ? inspector : [])
      + (entry?.kind == .patrol ? leads([.leader]) : [])
  }

  var closer: [Entitlement.Found] { officer + leads([.leader, .deputy]) }
  var paper: [Entitlement.Found] { officer + leads([.leader]) }
}
