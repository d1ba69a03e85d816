import Patrol
import Records
import Testing

/// Books put together page by page, of which every signature is taken for made by the key that it names:
/// what the judge says of pages, without a key.
struct MadeUpBooks {
  /// Somebody with a key, and by which page they may sign now.
  struct Person {
    let code, name, unit, station: String
    var text: String { "\(code) \(name)" }
    /// Written as one is, and nobody's.
    var key: String {
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA"
        + Digest(of: Array("\(code) \(station)".utf8)).text.dropFirst(7).prefix(42)
    }
  }

  private var volumes: [String: [Page]] = [:]
  private(set) var title: [String: PageID] = [:]
  private(set) var enrolment: [String: PageID] = [:]

  // MARK: Writing

  /// `2026-11-24 22:10`, with seconds where they matter.
  private static func stamp(_ at: String) -> String {
    at.replacing(" ", with: "T") + (at.count == 16 ? ":00" : "") + "+08:00"
  }

  static func directory(_ station: String) throws -> DirectoryID {
    let digit = station == "QSP" ? "a0" : "b1"
    return try #require(DirectoryID("demo-" + String(repeating: digit, count: 16)))
  }

  /// Appends a page to a book.
  @discardableResult
  mutating func write(
    _ book: String, _ kind: String, at: String, by recorder: String, _ body: [(String, String)]
  ) throws -> PageReference {
    let id = try #require(BookID(book))
    let recorded = try #require(Recorded("\(Self.stamp(at)) \(recorder)"))
    let page = try Page.bytes(
      number: (volumes[book]?.count ?? 0) + 1, kind: kind,
      body: body.map { (name: $0.0, value: $0.1) }, recorded: recorded,
      previous: volumes[book]?.last?.digest ?? Digest(of: []))
    let record = try #require(try RecReader(Bytes(page.bytes), source: "").read().records.first)
    let made = try #require(Page(record, book: id, year: 2026))
    volumes[book, default: []].append(made)
    return made.reference
  }

  /// The five fields of a signer.
  private func hand(_ signer: Person, _ entitled: PageID?, in station: String) throws
    -> [(String, String)]
  {
    let seen = try #require(volumes["\(signer.station).keys"]?.last?.reference)
    let print = try #require(TakenForMade().print(of: signer.key))
    return [
      ("Signer", signer.text), ("Key", print.text), ("Entitled", entitled?.text ?? ""),
      ("Keys", seen.text), ("Directory", try Self.directory(station).text),
    ]
  }

  // MARK: The book of keys

  mutating func root(_ person: Person, at: String) throws {
    let print = try #require(TakenForMade().print(of: person.key))
    let page = try write(
      "\(person.unit).keys", "root", at: at, by: person.text,
      [
        ("Date", String(at.prefix(10))), ("Person", person.text), ("NewKey", person.key),
        ("Unit", person.unit), ("Signer", person.text), ("Key", print.text),
        ("Directory", try Self.directory(person.unit).text),
      ])
    (title[person.code], enrolment[person.code]) = (page.id, page.id)
  }

  @discardableResult
  mutating func keys(
    _ kind: String, at: String, by officer: Person, day: String? = nil, in station: String = "QSP",
    _ body: [(String, String)]
  ) throws -> PageID {
    let hand = try hand(officer, title[officer.code], in: station)
    return try write(
      "\(station).keys", kind, at: at, by: officer.text,
      [("Date", day ?? String(at.prefix(10)))] + body + hand
    ).id
  }

  mutating func enrol(_ person: Person, at: String, by officer: Person, in station: String = "QSP")
    throws
  {
    let page = try keys(
      "enrol", at: at, by: officer, in: station,
      [("Person", person.text), ("NewKey", person.key), ("Unit", person.unit)])
    (title[person.code], enrolment[person.code]) = (page, page)
  }

  mutating func appoint(_ people: Person..., as post: String, at: String, by officer: Person) throws
  {
    let lines = people.map { "\(post) \($0.unit) \($0.text)" }.joined(separator: "\n")
    let page = try keys("appoint", at: at, by: officer, [("Posts", lines)])
    for person in people { title[person.code] = page }
  }

  mutating func deputy(_ person: Person, for team: String, day: String, at: String, by who: Person)
    throws
  {
    title[person.code] = try keys(
      "deputy", at: at, by: who, day: day, [("Team", team), ("Person", person.text)])
  }

  mutating func recover(_ person: Person, at: String, by officer: Person) throws {
    title[person.code] = try keys(
      "recover", at: at, by: officer,
      [
        ("Person", person.text), ("NewKey", person.key), ("Unit", person.unit), ("Reason", "全失"),
      ])
  }

  // MARK: Books of entries

  /// A page by which somebody answers for another.
  @discardableResult
  mutating func attest(
    _ kind: String, _ page: PageReference, at: String, by signer: Person,
    as entitled: PageID? = nil,
    day: String = "2026-11-24", _ body: [(String, String)] = []
  ) throws -> PageReference {
    let hand = try hand(signer, entitled ?? title[signer.code], in: "QSP")
    return try write(
      page.id.book.text, kind, at: at, by: signer.text,
      [("Date", day), ("Signs", page.text)] + body + hand)
  }

  // MARK: Judging

  /// - Returns: the marks of a page, and the verdict, so that none is looked for on what does not count.
  func judged(_ page: PageID) throws -> (verdict: Verdict, marks: [Mark]) {
    let volumes = try volumes.map { name, pages in
      let book = try #require(BookID(name))
      let station = book.owner.hasPrefix("SQ") ? "SQP" : "QSP"
      let cover = VolumeCover("", try Self.directory(station), rollover: 480)
      return JudgedVolume(
        book, year: 2026, header: VolumeHeader(cover, book, year: 2026, continues: nil),
        pages: pages, good: pages.count)
    }
    let keys = KeysJudge.state(volumes.filter { $0.book.kind == KeysPage.book }, TakenForMade())
    for (id, verdict) in keys.verdicts { #expect(verdict == .counts, "\(id.text)") }
    if page.book.kind == KeysPage.book {
      let found = try #require(volumes.flatMap(\.pages).first { $0.id == page })
      return (keys.verdicts[page] ?? .unchecked, keys.marks(found))
    }
    var judge = BooksJudge(keys, TakenForMade())
    judge.judge(volumes.filter { $0.book.kind != KeysPage.book }.map { ($0, BooksJudge.Past()) })
    return (judge.verdicts[page] ?? .unchecked, judge.marks(page))
  }
}

/// Takes every signature for made by the key that the page names.
struct TakenForMade: SealReader {
  func key(_ page: Page, _ field: Page.SignatureField, of directory: DirectoryID) -> KeyPrint? {
    switch field {
    case .signature: page.record["Key"].flatMap { KeyPrint($0) }
    case .cosigned: page.record["WithKey"].flatMap { KeyPrint($0) }
    case .proof: page.record["NewKey"].flatMap { print(of: $0) }
    }
  }

  func print(of key: String) -> KeyPrint? {
    KeyPrint("SHA256:" + Digest(of: Array(key.utf8)).text.dropFirst(7).prefix(43))
  }
}
