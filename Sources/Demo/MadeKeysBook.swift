import Patrol
import Records

/// Keys of people who don't exist, in the hands of who makes a directory up.
package protocol MadeUpKeys: Sendable {
  /// The public key, as `NewKey` has it, and what ssh-keygen calls it.
  func line(of person: String) throws -> String
  func print(of person: String) throws -> KeyPrint
  func sign(_ person: String, _ field: Page.SignatureField) -> Page.Sign
}

/// The book of keys and posts of a made-up station, and what its pages let everybody sign.
///
/// One officer begins it, enrols the others and appoints a second one; from then on the two appoint
/// together. Leaders come last, all on one page.
package struct MadeKeysBook: Sendable {
  private let keys: any MadeUpKeys
  private let station: Station
  /// When the next page of it is recorded.
  private var now: Stamp
  private var newest: PageReference?
  private var enrolled: [String: PageID] = [:]
  private var appointed: [String: PageID] = [:]

  /// - Parameter start: when the book is begun; a page is written every minute after it.
  package init(_ station: Station, _ keys: any MadeUpKeys, from start: Stamp) {
    (self.station, self.keys, now) = (station, keys, start)
  }

  /// Begins the book, enrols officers and leaders and gives them their posts.
  package mutating func write(
    _ officers: [Named], leaders: [(person: Named, unit: String)], to volume: inout any PageSink
  ) throws {
    guard let first = officers.first else { return }
    try add(
      KeysPage(
        .root, date: now.moment.day, person: first, newKey: try keys.line(of: first.code),
        unit: station.unit), of: first, by: first, to: &volume)
    for other in officers.dropFirst() { try enrol(other, station.unit, by: first, to: &volume) }
    let second = officers.dropFirst().first
    for other in officers.dropFirst() {
      // From the second officer on, two sign for another.
      try appoint(
        [.init(.officer, at: station.unit, other)], by: first, with: other == second ? nil : second,
        to: &volume)
    }
    for (person, unit) in leaders { try enrol(person, unit, by: first, to: &volume) }
    if !leaders.isEmpty {
      try appoint(leaders.map { .init(.leader, at: $0.unit, $0.person) }, by: first, to: &volume)
    }
  }

  /// Somebody signs for a team on a day.
  package mutating func name(
    deputy person: Named, of team: Named, on day: Day, by officer: Named, at moment: Stamp,
    to volume: inout any PageSink
  ) throws {
    try enrol(person, team.code, by: officer, to: &volume)
    now = moment
    try add(KeysPage(.deputy, date: day, team: team, person: person), by: officer, to: &volume)
  }

  private mutating func enrol(
    _ person: Named, _ unit: String, by officer: Named, to volume: inout any PageSink
  ) throws {
    try add(
      KeysPage(
        .enrol, date: now.moment.day, person: person, newKey: try keys.line(of: person.code),
        unit: unit), of: person, by: officer, to: &volume)
  }

  private mutating func appoint(
    _ posts: [Posting], by officer: Named, with second: Named? = nil,
    to volume: inout any PageSink
  ) throws {
    let page = try add(
      KeysPage(
        .appoint, date: now.moment.day, posts: posts, with: second,
        withKey: try second.map { try keys.print(of: $0.code) }), by: officer, to: &volume)
    for post in posts { appointed[post.person.code] = page }
  }

  /// - Parameter owner: of a page that enrols: whose new key proves itself.
  @discardableResult
  private mutating func add(
    _ page: KeysPage, of owner: Named? = nil, by signer: Named, to volume: inout any PageSink
  ) throws -> PageID {
    var signs: Page.Signs = []
    if let owner { signs.append((.proof, keys.sign(owner.code, .proof))) }
    if let second = page.with { signs.append((.cosigned, keys.sign(second.code, .cosigned))) }
    signs.append((.signature, keys.sign(signer.code, .signature)))
    let isRoot = page.kind == .root
    let hand = Hand(
      signer, try keys.print(of: signer.code), entitled: isRoot ? nil : entitlement(signer.code),
      keys: isRoot ? nil : newest, directory: station.directory)
    let reference = try volume.add(
      page.kind.rawValue, page.body + hand.body, recorded: Recorded(now, by: signer), signs: signs)
    now = Stamp(moment: now.moment + 1, second: 0, offset: now.offset)
    newest = reference
    if let owner { enrolled[owner.code] = reference.id }
    return reference.id
  }

  private func entitlement(_ code: String) -> PageID? { appointed[code] ?? enrolled[code] }

  // MARK: Signing with it

  /// With what somebody signs a page of a book.
  ///
  /// - Parameter isEnrolled: they do so as somebody who has a key, and not by a post.
  package func hand(_ signer: Named, isEnrolled: Bool = false) throws -> Hand {
    Hand(
      signer, try keys.print(of: signer.code),
      entitled: isEnrolled ? enrolled[signer.code] : entitlement(signer.code), keys: newest,
      directory: station.directory)
  }

  package func signs(_ signer: Named) -> Page.Signs {
    [(.signature, keys.sign(signer.code, .signature))]
  }

  /// The page by which somebody has a post.
  package func post(of person: Named) -> PageID? { entitlement(person.code) }
}

extension PageSink {
  /// Adds a page that its signer signs with what a book of keys gives them.
  mutating func add(
    _ kind: Attestation.Kind, _ attestation: Attestation, isEnrolled: Bool = false,
    recorded: Recorded, _ book: MadeKeysBook
  ) throws -> PageReference {
    let hand = try book.hand(attestation.signer, isEnrolled: isEnrolled)
    return try add(
      kind.rawValue, attestation.signed(by: hand).body, recorded: recorded,
      signs: book.signs(attestation.signer))
  }
}
