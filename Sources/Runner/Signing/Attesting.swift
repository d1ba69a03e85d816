import Books
import Patrol
import Records
import Signing
import Wording

/// Signatures, refusals, reviews and day closes (R22): who may is asked first, the key is opened
/// once, then every page is written.
extension Office {
  /// A page to be signed: where it goes, its kind, what it says, and by which right.
  private struct Planned {
    let book: BookID
    let kind: String
    let date: Day
    let right: KeysState.Act
    let body: [(name: String, value: String)]
  }

  mutating func attest(
    _ act: Attesting, by code: String, _ secret: Secret?, _ seen: [PageID: PageReference]?
  ) throws -> Reply {
    defer { secret?.wipe() }
    if let seen { try checkSeen(act, seen) }
    guard let signer = try currentSnapshot().person(code) else {
      throw SigningRefusal.unknownPerson(code)
    }
    try MaySign(signer, in: try currentSnapshot()).checkIsThere()
    let planned = try plan(act, signer)
    let hands = try planned.map { try hand(signer, $0.right) }
    guard let key = hands.first?.key else { return told(.done(Done(.signed(0)))) }
    let make = try keys.signer(signer, key.line, secret)
    let sign = make(BookSeals.namespace(.signature, of: try currentSnapshot().station.directory))
    var written: [PageReference] = []
    var failed: (any Error)?
    var trouble = try notClosed(act, signer)
    let isMissing = trouble != nil
    for (page, own) in zip(planned, hands) {
      do {
        written.append(
          try append(
            .init(kind: page.kind, body: page.body + own.hand.body, signs: [(.signature, sign)]),
            to: page.book, by: signer, isSigned: true
          ).page)
      } catch {
        // What is signed is signed; the rest is named. One book that can't be written keeps no other open.
        if case .close = act {
          failed = failed ?? error
          continue
        }
        guard !written.isEmpty else { throw error }
        failed = error
        break
      }
    }
    if let failed {
      guard !written.isEmpty else { throw failed }
      trouble = .notAllSigned(written.count, of: planned.count, Loading.notice(failed))
    }
    let count = written.count
    let (onDuty, left) = takeOver(act, by: signer)
    return told(
      .done(Done(said(act, written) ?? .signed(count), pages: written)), planned.first?.date,
      trouble: trouble ?? left
    )
    .with(isPartial: isMissing || written.count < planned.count).with(note: onDuty)
  }

  /// Refuses what was corrected, or came, after its signer had read it.
  private mutating func checkSeen(_ act: Attesting, _ seen: [PageID: PageReference]) throws {
    let now: [PageID: PageReference]
    switch act {
    case .close(let day): now = try books.ledger(day).wordings
    default:
      now = Dictionary(
        try act.pages.map { ($0, try books.page($0).newest) }, uniquingKeysWith: { $1 })
    }
    let changed = Set(now.keys).union(seen.keys).filter { now[$0] != seen[$0] }
    if let page = changed.min(by: { $0.number < $1.number }) {
      throw SigningRefusal.changedSince(page.number)
    }
  }

  private func said(_ act: Attesting, _ written: [PageReference]) -> Phrase? {
    guard let page = written.first else { return nil }
    return switch act {
    case .correct(let id, _, _): said(.correction, id, page.id)
    case .void(let id, _): said(.void, id, page.id)
    default: nil
    }
  }

  /// What a close of the day passes over because it was not read.
  private mutating func notClosed(_ act: Attesting, _ signer: Named) throws -> Notice? {
    guard case .close(let day) = act else { return nil }
    let books = MaySign(signer, in: try currentSnapshot()).booksNotClosed(try books.ledger(day))
    guard !books.isEmpty else { return nil }
    let refusal = SigningRefusal.notRead(books.map(\.text)).notice
    return Notice(
      refusal.happened,
      safe: Phrase("其余各簿已封。", "其餘各簿已封。", "The other books are closed."),
      next: Phrase("排除原因后再封一次。", "排除原因後再封一次。", "Close the day again once that is mended."))
  }

  private mutating func plan(_ act: Attesting, _ signer: Named) throws -> [Planned] {
    let may = MaySign(signer, in: try currentSnapshot())
    switch act {
    case .sign(let items): return try items.map { try signature($0, signer, may) }
    case .refuse(let id, let refused, let reason, let statement, let witness):
      let page = try books.page(id)
      try may.checkRefusal(page, refused: refused, witness: witness)
      guard !reason.isEmpty else { throw Attestation.reasonMissing }
      let day = page.day ?? Day(number: 0)
      let snapshot = try currentSnapshot()
      let unit = page[Inspection.inspected]?.code ?? ""
      let post = snapshot.keysBooks.state.right(
        refused, to: .inspected(unit: unit, day), in: snapshot.station.directory,
        at: clock.now.instant)
      guard let post else { throw KeysRefusal.noPost(refused.name) }
      let isOwn = signer.code == refused.code
      let refusal = Attestation(
        date: day, signs: page.newest, signer: signer, refused: refused, refusedBy: post,
        reason: reason, statement: isOwn ? statement : "", witness: witness)
      return [
        planned(
          .refusal, refusal, id.book,
          isOwn ? .inspected(unit: unit, day) : .inspector(owner: id.book.owner))
      ]
    case .witness(let id):
      let page = try books.page(id)
      let refusal = try may.checkWitness(page)
      let witness = Attestation(
        date: page.day ?? Day(number: 0), signs: refusal.page.reference, signer: signer)
      return [planned(.witness, witness, id.book, .enrolled)]
    case .review(let id, let verdict, let reason):
      let page = try books.page(id)
      try may.checkReview(page)
      guard !reason.isEmpty else { throw Attestation.reasonMissing }
      guard let refusal = page.refusal else { throw SigningRefusal.nothingRefused(id.number) }
      let review = Attestation(
        date: page.day ?? Day(number: 0), signs: refusal.page.reference, signer: signer,
        reason: reason, verdict: verdict)
      return [planned(.review, review, id.book, .review)]
    case .close(let day):
      let ledger = try books.ledger(day)
      // Which note of heads was there by then stands in every book that is closed.
      let note = (try? KeptNotes.own(on: directory.disk).newest())??.note
      let heads = note.map { "sha256:\($0.fingerprint.hex)" } ?? ""
      let idle = try books.idle(on: day, ledger, of: try currentSnapshot().station.directory)
      return try may.booksToClose(ledger, idle: idle).compactMap { book in
        try books.last(of: book, on: day).map { last in
          planned(
            .close, Attestation(date: day, signs: last, signer: signer, heads: heads), book,
            .close(owner: book.owner))
        }
      }
    case .correct(let id, let changes, let reason):
      return [amendment(try correction(id, changes, reason), id.book)]
    case .void(let id, let reason): return [amendment(try voiding(id, reason), id.book)]
    }
  }

  private func planned(
    _ kind: Attestation.Kind, _ attestation: Attestation, _ book: BookID, _ right: KeysState.Act
  ) -> Planned {
    Planned(
      book: book, kind: kind.rawValue, date: attestation.date, right: right, body: attestation.body)
  }

  private func amendment(_ new: NewAmendment, _ book: BookID) -> Planned {
    Planned(
      book: book, kind: new.amendment.kind.rawValue, date: new.amendment.date,
      right: .amend(owner: book.owner), body: new.amendment.body(new.columns))
  }

  private mutating func signature(_ item: Attesting.Item, _ signer: Named, _ may: MaySign) throws
    -> Planned
  {
    let page = try books.page(item.page)
    try may.check(item.role, of: page)
    let day = page.day ?? Day(number: 0)
    let owner = item.page.book.owner
    let right: KeysState.Act =
      switch item.role {
      case .inspector: .inspector(owner: owner)
      case .inspected: .inspected(unit: page[Inspection.inspected]?.code ?? "", day)
      default: .recorder(owner: owner)
      }
    return planned(
      .signature, Attestation(date: day, signs: page.newest, role: item.role, signer: signer),
      item.page.book, right)
  }
}

extension Phrase {
  fileprivate static func signed(_ count: Int) -> Phrase {
    Phrase("已签，写入 \(count) 页。", "已簽，寫入 \(count) 頁。", "Signed: \(count) pages written.")
  }
}

extension Notice {
  /// Several pages were to be signed, and something kept the last of them from it.
  fileprivate static func notAllSigned(_ done: Int, of all: Int, _ why: Notice) -> Notice {
    let rest = all - done
    return Notice(
      Phrase(
        "已签 \(done) 页，另有 \(rest) 页未签：\(why.happened[.hans])",
        "已簽 \(done) 頁，另有 \(rest) 頁未簽：\(why.happened[.hant])",
        "\(done) pages are signed, \(rest) are not: \(why.happened[.en])"),
      safe: Phrase("已签的各页有效。", "已簽的各頁有效。", "What is signed holds."),
      next: Phrase("排除原因后再签其余各页。", "排除原因後再簽其餘各頁。", "Sign the rest once that is mended."))
  }
}

extension Attestation {
  static let reasonMissing = FieldError(
    field: "Reason", label: Phrase("理由", "理由", "Reason"), found: "",
    expected: Phrase("理由", "理由", "a reason"))
}

extension BookKeeping {
  /// The newest page of a book's volume of the year: what a close of the day answers for.
  mutating func last(of book: BookID, on day: Day) throws -> PageReference? {
    guard let last = try index(day.year).pages(of: book).last else { return nil }
    return try pages([Int(last.number)], of: book, day.year).sound.first?.reference
  }

  /// The books of a directory that have no page of a day and are not closed for it.
  mutating func idle(on day: Day, _ ledger: DayLedger, of directory: DirectoryID) throws -> [BookID]
  {
    // On days before the station was begun nobody wrote anything.
    guard let begun = keys.begun(in: directory), day >= begun else { return [] }
    let index = try index(day.year)
    let busy = Set(ledger.entries.map(\.page.id.book)).union(ledger.unreadBooks)
    return try index.books.filter {
      !busy.contains($0) && kinds.page(in: $0.kind)?.isClosed == true
        && index.standing(of: $0)?.directory == directory && !index.pages(of: $0).isEmpty
    }.filter { try !isClosed(day, of: $0) }.sorted { $0.text < $1.text }
  }
}
