import Books
import Patrol
import Records
import Signing
import Wording

/// Pages of the book of keys and posts: who may write one is asked first, the keys are opened, then it is
/// written, and what follows from it (a private key's place, the list of signers) is put right.
extension Office {
  mutating func keep(
    _ act: KeysAct, by officer: HandAtKeyboard, with other: HandAtKeyboard?
  ) throws -> Reply {
    defer {
      if case .sealed(let secret) = act.source { secret.wipe() }
      officer.secret?.wipe()
      other?.secret?.wipe()
    }
    let snapshot = try currentSnapshot()
    if let unread = snapshot.unreadKeys { throw unread }
    let state = snapshot.keysBooks.state
    let book = snapshot.keysBook
    guard let signer = snapshot.person(officer.code) else {
      throw SigningRefusal.unknownPerson(officer.code)
    }
    if case .begin = act {
      guard state.newest[book] == nil else { throw KeysRefusal.begun(book.text) }
    } else if state.newest[book] == nil {
      throw KeysRefusal.notBegun(book.text)
    }
    let second = try other.map { hand -> Named in
      guard let person = snapshot.person(hand.code) else {
        throw SigningRefusal.unknownPerson(hand.code)
      }
      return person
    }
    let person = try subject(act, signer, snapshot)
    try KeysRefusal.check(
      act, person, by: signer, with: second, state, book, at: clock.now, snapshot)
    let new = try act.source.map {
      try keys.newKey(
        of: person ?? signer, $0, taken: Set(state.keys.map(\.line)),
        known: snapshot.codeAndPhone(of: (person ?? signer).code))
    }
    let held = try second.map { second in
      guard let key = state.key(of: second, in: book, at: clock.now.instant) else {
        throw lacksKey(second, state, book)
      }
      return key
    }
    let page = try page(act, person, new, with: second, held?.print, snapshot)
    // Nothing of it is written before every key is open.
    var signs: Page.Signs = []
    func add(_ field: Page.SignatureField, _ signer: KeyRing.Signer) {
      signs.append((field, signer(BookSeals.namespace(field, of: snapshot.station.directory))))
    }
    if let new { add(.proof, new.signer) }
    if let second, let held { add(.cosigned, try keys.signer(second, held.line, other?.secret)) }
    let hand: Hand
    if case .begin = act {
      guard let new, let print = BookSeals.print(new.file.publicKey) else {
        throw SigningError.noKey(signer.name)
      }
      hand = Hand(signer, print, entitled: nil, keys: nil, directory: snapshot.station.directory)
      add(.signature, new.signer)
    } else {
      let own = try self.hand(signer, right(act, signer, person))
      hand = own.hand
      add(.signature, try keys.signer(signer, own.key.line, officer.secret))
    }
    if let new { try keys.keep(new) }
    // What a key signed in this second is signed: it ends in the next (J8).
    if act.endsSomething { clock.waitForNextSecond() }
    let written = try append(
      .init(kind: page.kind.rawValue, body: page.body + hand.body, signs: signs), to: book,
      by: signer, isSigned: true
    ).page
    forgetSnapshot()
    let trouble = settle(act, new, person)
    return told(
      .done(Done(.kept(act, person?.name ?? signer.name), pages: [written])), trouble: trouble)
  }

  /// As what the officer signs such a page.
  private func right(_ act: KeysAct, _ signer: Named, _ person: Named?) -> KeysState.Act {
    switch act {
    case .revoke where person == signer: .enrolled
    case .deputy(let team, _, _): .deputy(unit: team)
    default: .officer
    }
  }

  /// Whom a page is about.
  private func subject(_ act: KeysAct, _ signer: Named, _ snapshot: Snapshot) throws -> Named? {
    let code: String
    switch act {
    case .begin: return signer
    case .appoint, .dismiss: return nil
    case .enrol(let person, _), .replace(let person, _, _), .revoke(let person, _, _): code = person
    case .deputy(_, let person, _): code = person
    }
    guard let person = snapshot.person(code) else { throw RegisterRefusal.notThere(code: code) }
    return person
  }

  private func page(
    _ act: KeysAct, _ person: Named?, _ new: KeyRing.NewKey?, with second: Named?,
    _ secondKey: KeyPrint?, _ snapshot: Snapshot
  ) throws -> KeysPage {
    let today = clock.now.moment.day
    func page(
      _ kind: KeysPage.Kind, team: Named? = nil, unit: String? = nil, posts: [Posting] = [],
      ends: [Posting] = [], reason: String = "", sameAs: String? = nil, date: Day? = nil
    ) -> KeysPage {
      KeysPage(
        kind, date: date ?? today, team: team, person: person, newKey: new?.line, unit: unit,
        posts: posts, ends: ends, reason: reason, sameAs: sameAs, with: second, withKey: secondKey)
    }
    switch act {
    case .begin: return page(.root, unit: snapshot.station.unit)
    case .enrol(let code, _): return page(.enrol, unit: snapshot.unitToSign(for: code))
    case .replace(_, _, let reason): return page(.replace, reason: reason)
    case .revoke(_, let reason, let sameAs): return page(.revoke, reason: reason, sameAs: sameAs)
    case .appoint(let posts): return page(.appoint, posts: posts)
    case .dismiss(let ends, let reason): return page(.dismiss, ends: ends, reason: reason)
    case .deputy(let team, _, let day):
      guard let side = snapshot.side(team) else { throw RegisterRefusal.notThere(code: team) }
      return page(.deputy, team: side, date: day)
    }
  }

  /// What follows from a page that is in the book; if anything fails from here on, the page stands.
  private mutating func settle(
    _ act: KeysAct, _ new: KeyRing.NewKey?, _ person: Named?
  ) -> Notice? {
    do {
      if let new { try keys.settle(new) }
      if case .revoke = act, let person { try keys.remove(person.code) }
      let snapshot = try currentSnapshot()
      // A list of a book that could not be read would lack keys, and look newer than the book.
      if let unread = snapshot.unreadKeys { throw unread }
      try SignersList.write(snapshot.keysBooks.state, of: snapshot.station, on: directory.disk)
      switch act {
      case .replace, .revoke: return person.flatMap { closedAnnexes($0, snapshot) }
      default: return nil
      }
    } catch { return .leftToDo(Loading.notice(error)) }
  }

  /// Puts right what a crash left between a page of the book of keys and what follows from it.
  mutating func settleKeys() throws {
    let pending = try keys.pending()
    let isStale = SignersList.isOlder(
      than: try KeysReading(on: directory.disk).paths(of: try currentSnapshot().station.unit),
      try currentSnapshot().station.unit, on: directory.disk)
    guard !pending.isEmpty || isStale, try currentSnapshot().unreadKeys == nil else { return }
    let snapshot = try currentSnapshot()
    let state = snapshot.keysBooks.state
    for file in pending {
      let isEnrolled = state.keys(of: file.person.code).contains { $0.line == file.publicKey.line }
      try keys.settlePending(file, isEnrolled: isEnrolled)
    }
    for key in state.keys where key.until != nil { try keys.removeEnded(key) }
    // A list that can't be written keeps nobody's page from its book: `verify` names it (J28), and the next
    // who writes tries again.
    try? SignersList.write(state, of: snapshot.station, on: directory.disk)
  }

  /// That somebody has no key yet, or none any more, and since when.
  func lacksKey(_ who: Named, _ state: KeysState, _ book: BookID) -> SigningError {
    guard let ended = state.keyEnded(who, in: book) else { return .noKey(who.name) }
    return .keyEnded(who.name, day: Stamp(instant: ended, offset: clock.now.offset).moment.day.text)
  }

  /// Refuses a clock by which the newest page of the book of keys is still to come: what is signed then
  /// names a page later than itself (J9).
  private func checkClock(_ snapshot: Snapshot) throws {
    let (state, book, now) = (snapshot.keysBooks.state, snapshot.keysBook, clock.now)
    guard let newest = state.newest[book], let instant = state.instant(of: newest),
      instant > now.instant
    else { return }
    throw BookError.earlierThanLast(
      file: Volume(book, year: newest.id.year, on: directory.disk).path,
      last: Stamp(instant: instant, offset: now.offset), now: now)
  }

  /// With what somebody signs now: key, right, and the newest page of the book of keys.
  mutating func hand(
    _ signer: Named, _ act: KeysState.Act
  ) throws -> (hand: Hand, key: KeysState.Key) {
    let snapshot = try currentSnapshot()
    if let unread = snapshot.unreadKeys { throw unread }
    try checkClock(snapshot)
    let (state, book, now) = (snapshot.keysBooks.state, snapshot.keysBook, clock.now.instant)
    guard let key = state.key(of: signer, in: book, at: now) else {
      throw lacksKey(signer, state, book)
    }
    guard let right = state.right(signer, to: act, in: snapshot.station.directory, at: now) else {
      throw KeysRefusal.noPost(signer.name)
    }
    return (
      Hand(
        signer, key.print, entitled: right, keys: state.newest[book],
        directory: snapshot.station.directory), key
    )
  }
}

extension Phrase {
  fileprivate static func kept(_ act: KeysAct, _ name: String) -> Phrase {
    switch act {
    case .begin:
      Phrase(
        "人员密钥簿已开，\(name) 是第一位民警。", "人員密鑰簿已開，\(name) 是第一位民警。",
        "The book of keys is begun; \(name) is the first officer.")
    case .enrol: Phrase("\(name) 的签字密钥已登记。", "\(name) 的簽字密鑰已登記。", "The key of \(name) is enrolled.")
    case .replace: Phrase("\(name) 已换用新密钥。", "\(name) 已換用新密鑰。", "\(name) has a new key.")
    case .revoke:
      Phrase("\(name) 的签字密钥已停用。", "\(name) 的簽字密鑰已停用。", "The key of \(name) was revoked.")
    case .appoint(let posts):
      Phrase("已任命 \(posts.count) 职。", "已任命 \(posts.count) 職。", "Appointed: \(posts.count).")
    case .dismiss(let ends, _):
      Phrase("已免去 \(ends.count) 职。", "已免去 \(ends.count) 職。", "Dismissed: \(ends.count).")
    case .deputy(_, _, let day):
      Phrase(
        "\(day.text) 由 \(name) 代签。", "\(day.text) 由 \(name) 代簽。",
        "\(name) signs in the leader's place on \(day.text).")
    }
  }
}

extension Notice {
  /// The page stands, and something kept what follows from it.
  fileprivate static func leftToDo(_ why: Notice) -> Notice {
    Notice(
      Phrase(
        "密钥簿的页已写入，其后的事没有做完：\(why.happened[.hans])",
        "密鑰簿的頁已寫入，其後的事沒有做完：\(why.happened[.hant])",
        "The page is in the book of keys; what follows from it is not done: \(why.happened[.en])"),
      safe: Phrase("那一页有效。", "那一頁有效。", "That page counts."),
      next: Phrase(
        "排除原因；下次写入任何内容时会接着做完。", "排除原因；下次寫入任何內容時會接著做完。",
        "Mend that; whoever writes next finishes it."))
  }
}
