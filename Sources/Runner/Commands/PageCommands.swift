import Books
import Patrol
import Records
import Wording

/// Pages: what is known before one is written, and how one is.
extension Office {
  mutating func carryOut(_ command: PageCommand) throws -> Reply {
    switch command {
    case .recall(let team): Reply(.done(Done(answer: try recall(team))))
    case .recallInspections(let inspecting, let inspected):
      Reply(.done(Done(answer: try recallInspections(inspecting, inspected))))
    case .recallShift(let kind): Reply(.done(Done(answer: try recallShift(kind))))
    case .write(let page): try write(page)
    case .correct(let id, let changes, let reason): try correct(id, changes, reason)
    case .void(let id, let reason): try void(id, reason)
    case .setOut(let patrol, let instead): try setOut(patrol, instead)
    case .takeBack(let patrol): try takeBack(patrol)
    }
  }

  private mutating func recall(_ team: String) throws -> Recollection {
    books.lookIntoEveryYear()
    let pages = try books.newest(
      BookID(team, .patrol), year: try currentSnapshot().station.patrolDay(now).year)
    let open = try books.openInspections(try currentSnapshot()).items.filter {
      $0.page.book == BookID(team, .patrol)
    }
    return Recollection(
      texts: pages.last { !$0.isVoid }?.texts(PatrolEntry.schema.columns) ?? [:],
      handovers: open.map { .init($0.page.number, $0.text) })
  }

  /// What the form of an inspection has to know of those before (R30).
  private mutating func recallInspections(
    _ inspecting: String, _ inspected: String
  ) throws -> Recollection {
    let snapshot = try currentSnapshot()
    let book = BookID(inspecting, .inspection)
    let open = try books.openProblems(book, of: inspected, snapshot)
    return Recollection(
      handovers: open.map {
        .init($0.page.number, "\($0.text)（\($0.due?.text ?? "")）")
      })
  }

  private mutating func recallShift(_ kind: PageKind) throws -> Recollection {
    let handing = try books.handing(kind, try currentSnapshot())
    return Recollection(texts: handing.before?.texts(kind.columns) ?? [:], open: handing.open)
  }

  /// Checks a page against what stands, and writes it into its book; a team that was out is back.
  private mutating func write(_ page: NewPage) throws -> Reply {
    let snapshot = try currentSnapshot()
    let body = try page.kind.body(page.texts)
    guard let named = page.owner, let day = page.day else { throw EntryRefusal.unknownTeam("") }
    let book = BookID(named.code, page.kind.book)
    try check(page, of: book, day)
    try NewTexts.check(page.texts, page.kind.columns, in: snapshot)
    let (reference, doubt) = try append(
      .init(kind: page.kind.name, body: body), to: book, snapshot.side(named.code) ?? named,
      by: page.writer)
    lastMark = nil
    let (note, trouble) = endOuting(named, page)
    let (name, number) = (named.name, reference.id.number)
    let said = Phrase(
      "已存 \(name) №\(number)。", "已存 \(name) №\(number)。", "Saved: \(name) №\(number).")
    return told(.done(Done(said, pages: [reference])), day, trouble: trouble ?? doubt)
      .with(note: note)
  }

  /// The rules that a new page keeps.
  private mutating func check(_ page: NewPage, of book: BookID, _ day: Day) throws {
    let snapshot = try currentSnapshot()
    let ledger = try books.ledger(day)
    let handing = page.kind.layout.hands == nil ? nil : try books.handing(page.kind, snapshot)
    try page.kind.check(
      page.texts,
      PageContext(
        snapshot, now: now, others: ledger.pages(of: book),
        isClosed: try books.isClosed(ledger.day, of: book), handing: handing))
  }

  /// The mark of a team that was out goes once its page is there.
  private mutating func endOuting(
    _ team: Named, _ page: NewPage
  ) -> (note: Phrase?, trouble: Notice?) {
    guard let back = page.kind.layout.back.flatMap({ page.texts[$0] }).flatMap({ Moment($0) }),
      let patrol = snapshot?.underway(of: team.code), patrol.isOver(back)
    else { return (nil, nil) }
    do {
      try end(patrol)
      return (.isBack(patrol), nil)
    } catch { return (nil, .stillOut(team, Loading.notice(error))) }
  }
}
