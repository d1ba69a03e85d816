import Patrol
import Records
import Testing
import Wording

@Suite("Marks beside pages that count")
struct MarkTests {
  typealias Person = MadeUpBooks.Person

  private static let chief = Person(code: "P-001", name: "王警官", unit: "QSP", station: "QSP")
  private static let officer = Person(code: "P-002", name: "李警官", unit: "QSP", station: "QSP")
  private static let third = Person(code: "P-003", name: "张警官", unit: "QSP", station: "QSP")
  private static let zhou = Person(code: "QS-001", name: "周建林", unit: "QS", station: "QSP")
  private static let gao = Person(code: "QS-01-001", name: "高有福", unit: "QS-01", station: "QSP")
  private static let liu = Person(code: "QS-02-001", name: "柳如", unit: "QS-02", station: "QSP")
  private static let namesake = Person(
    code: "QS-01-009", name: "周建林", unit: "QS-01", station: "QSP")
  private static let neighbour = Person(code: "SP-001", name: "石警官", unit: "SQP", station: "SQP")
  private static let long = "2026-10-01 09:0"

  /// Three officers, the leader of the township's team, a member of another village.
  private static func station() throws -> MadeUpBooks {
    var books = MadeUpBooks()
    try books.root(chief, at: long + "0")
    try books.enrol(officer, at: long + "1", by: chief)
    try books.enrol(third, at: long + "1", by: chief)
    try books.appoint(officer, third, as: "officer", at: long + "2", by: chief)
    try books.enrol(zhou, at: long + "3", by: officer)
    try books.appoint(zhou, as: "leader", at: long + "4", by: officer)
    try books.enrol(liu, at: long + "5", by: officer)
    return books
  }

  /// The same with the leader of the village that is inspected, enrolled and appointed whenever and by
  /// whomever.
  private static func books(
    enrolled: String = "2026-10-01 10:00", by officer: Person = officer,
    appointed: String? = nil, by other: Person = officer, _ leader: Person = gao
  ) throws -> MadeUpBooks {
    var books = try station()
    try books.enrol(leader, at: enrolled, by: officer)
    try books.appoint(leader, as: "leader", at: appointed ?? enrolled, by: other)
    return books
  }

  /// An inspection of 高庄 at 21:40 of 2026-11-24.
  private static func visit(
    _ books: inout MadeUpBooks, by inspector: Person = zhou, recorded: String = "2026-11-24 22:10",
    by recorder: String? = nil, day: String = "2026-11-24", late: String = ""
  ) throws -> PageReference {
    let team = inspector.unit == "QSP" ? "QSP 青石派出所" : "QS 青石镇专职队"
    return try books.write(
      "\(inspector.unit).inspection", "inspection", at: recorded, by: recorder ?? inspector.text,
      [
        ("Inspected", "QS-01 高庄村队"), ("Date", day), ("From", "\(day) 21:40"),
        ("To", "\(day) 22:05"), ("Present", "5"), ("Expected", "5"), ("Points", "11111111"),
        ("Inspector", inspector.text), ("Inspecting", team), ("Late", late),
      ].filter { !$0.1.isEmpty })
  }

  /// Both have signed; the page looked at is the inspected side's.
  private static func signed(
    _ books: MadeUpBooks, inspector: Person = zhou, by leader: Person = gao,
    at: String = "2026-11-24 22:20"
  ) throws -> (MadeUpBooks, PageReference) {
    var books = books
    let entry = try visit(&books, by: inspector)
    try books.attest(
      "signature", entry, at: "2026-11-24 22:11", by: inspector, [("As", "inspector")])
    let page = try books.attest("signature", entry, at: at, by: leader, [("As", "inspected")])
    return (books, page)
  }

  /// Only a deputy of the day signs.
  private static func deputised(at: String) throws -> (MadeUpBooks, PageReference) {
    var books = try station()
    try books.enrol(gao, at: "2026-10-01 10:00", by: officer)
    try books.deputy(gao, for: "QS-01 高庄村队", day: "2026-11-24", at: at, by: officer)
    return try signed(books)
  }

  private static func refused(witness: Person, _ isOfWitness: Bool = false) throws
    -> (MadeUpBooks, PageReference)
  {
    var books = try station()
    try books.enrol(gao, at: "2026-10-01 10:00", by: chief)
    try books.appoint(gao, as: "leader", at: "2026-10-01 10:01", by: chief)
    let entry = try visit(&books, by: officer)
    try books.attest("signature", entry, at: "2026-11-24 22:11", by: officer, [("As", "inspector")])
    let page = try books.attest(
      "refusal", entry, at: "2026-11-24 22:20", by: gao,
      [
        ("Refused", gao.text), ("RefusedBy", books.title[gao.code]?.text ?? ""), ("Reason", "人数不对"),
        ("Witness", witness.text),
      ])
    guard isOfWitness else { return (books, page) }
    let confirmed = try books.attest(
      "witness", page, at: "2026-11-24 22:30", by: witness, as: books.enrolment[witness.code])
    return (books, confirmed)
  }

  private static func closed(day: String, late: String = "停电") throws -> (
    MadeUpBooks, PageReference
  ) {
    var books = try station()
    let entry = try visit(&books)
    try books.attest("close", entry, at: "2026-11-25 09:00", by: officer)
    let page = try visit(&books, recorded: "2026-11-26 08:00", day: day, late: late)
    return (books, page)
  }

  private static func twice(_ isThere: Bool) throws -> (MadeUpBooks, PageReference) {
    var books = try station()
    try books.root(neighbour, at: "2026-10-02 09:00")
    let other = Person(code: isThere ? gao.code : "SQ-009", name: "高有", unit: "SQ", station: "SQP")
    try books.enrol(other, at: "2026-10-02 09:01", by: neighbour, in: "SQP")
    try books.enrol(gao, at: "2026-10-02 10:00", by: officer)
    try books.appoint(gao, as: "leader", at: "2026-10-02 10:01", by: officer)
    return try signed(books)
  }

  private static func recovered(at: String) throws -> (MadeUpBooks, PageReference) {
    var books = try station()
    try books.root(neighbour, at: "2026-10-02 09:00")
    let new = Person(code: "P-009", name: "新所长", unit: "QSP", station: "QSP")
    try books.recover(new, at: at, by: neighbour)
    let page = try visit(&books)
    return (books, page)
  }

  /// A page of the book of keys itself: that which recovers it, or the one before.
  private static func ofKeys(_ number: Int) throws -> (MadeUpBooks, PageReference) {
    let (books, _) = try recovered(at: "2026-11-24 22:10")
    return (books, PageReference(PageID(keys, year: 2026, number: number), Digest(of: [])))
  }

  private static func recorded(by who: String, enrolled: String? = nil) throws
    -> (MadeUpBooks, PageReference)
  {
    var books = try station()
    if let enrolled { try books.enrol(gao, at: enrolled, by: officer) }
    let page = try visit(&books, by: zhou, by: who)
    return (books, page)
  }

  /// A mark, what was done so that a page bears it, and what was done nearly so.
  struct Case: Sendable, CustomTestStringConvertible {
    let mark: Mark
    /// What goes with it.
    let besides: [Mark]
    let has, hasNot: @Sendable () throws -> (MadeUpBooks, PageReference)
    var testDescription: String { mark.words[.en] }

    init(
      _ mark: Mark, besides: [Mark] = [],
      _ has: @autoclosure @escaping @Sendable () throws -> (MadeUpBooks, PageReference),
      not hasNot: @autoclosure @escaping @Sendable () throws -> (MadeUpBooks, PageReference)
    ) {
      (self.mark, self.besides, self.has, self.hasNot) = (mark, besides, has, hasNot)
    }
  }

  private static let keys = BookID("QSP", .init("keys"))

  static let cases: [Case] = [
    Case(
      .youngKey(days: 2), try signed(books(enrolled: "2026-11-21 21:40:01")),
      not: try signed(books(enrolled: "2026-11-21 21:40"))),
    Case(
      .youngKey(days: 0), try signed(books(enrolled: "2026-11-24 21:40")),
      not: try signed(books(enrolled: "2026-10-24 21:40"))),
    Case(
      .youngKey(days: nil), besides: [.youngPost()],
      try signed(books(enrolled: "2026-11-24 21:40:01")),
      not: try signed(books(enrolled: "2026-11-24 21:40"))),
    Case(
      .youngPost(), try signed(books(appointed: "2026-11-24 21:40:01")),
      not: try signed(books(appointed: "2026-11-24 21:40"))),
    Case(
      .lateDeputy(), try deputised(at: "2026-11-24 21:40:01"),
      not: try deputised(at: "2026-11-24 21:40")),
    Case(
      .otherSide(officer.named, isEnrolment: true), try signed(books(), inspector: officer),
      not: try signed(books())),
    Case(
      .otherSide(officer.named, isEnrolment: false),
      try signed(books(by: chief, by: officer), inspector: officer),
      not: try signed(books(by: chief, by: chief), inspector: officer)),
    Case(
      .afterClose, try closed(day: "2026-11-24"), not: try closed(day: "2026-11-25", late: "")),
    Case(
      .recovered(PageID(keys, year: 2026, number: 8)), try recovered(at: "2026-11-24 22:10"),
      not: try recovered(at: "2026-11-24 22:10:01")),
    Case(.recovered(PageID(keys, year: 2026, number: 8)), try ofKeys(8), not: try ofKeys(7)),
    Case(
      .noKey, try recorded(by: gao.text, enrolled: "2026-11-24 22:10:01"),
      not: try recorded(by: gao.text, enrolled: "2026-11-24 22:10")),
    Case(.noKey, try recorded(by: "QS-001 周建木"), not: try recorded(by: zhou.text)),
    Case(
      .lateSigned(days: 3), try signed(books(), at: "2026-11-27 22:10:01"),
      not: try signed(books(), at: "2026-11-27 22:10")),
    Case(.severalBooks(2), try twice(true), not: try twice(false)),
    Case(.oneName, try signed(books(namesake), by: namesake), not: try signed(books())),
    Case(.fellowWitness, try refused(witness: third), not: try refused(witness: liu)),
    Case(.fellowWitness, try refused(witness: third, true), not: try refused(witness: liu, true)),
  ]

  @Test(
    "A page bears a mark where it was done so, and not where it was nearly done so",
    arguments: cases)
  func marks(_ given: Case) throws {
    let (books, page) = try given.has()
    let found = try books.judged(page.id)
    #expect(found.marks == [given.mark] + given.besides)
    let (others, other) = try given.hasNot()
    let nearly = try others.judged(other.id)
    #expect(!nearly.marks.contains(given.mark))
    for verdict in [found.verdict, nearly.verdict] {
      #expect(verdict == .counts || verdict == .pending)
    }
  }
}

extension MadeUpBooks.Person {
  var named: Named { Named(code, name) }
}
