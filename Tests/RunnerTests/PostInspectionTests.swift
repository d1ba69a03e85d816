import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

@Suite("The station inspects watch posts, and who is in charge of a post signs for it")
struct PostInspectionTests {
  private static let id = PageID(BookID("QSP", .inspection), year: 2026, number: 1)
  private static let texts = [
    "Inspecting": "QSP 青石派出所", "Inspector": "P-001 王警官", "Inspected": "QSP-W-0002 青石加油站",
    "Answering": "QSP-W-0002 白站长", "Present": "1", "Expected": "1",
  ]

  private func begun() throws -> (Scratch, CommandRunner) {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner, to: Signed.people + ["QSP-W-0002"])
    return (scratch, runner)
  }

  private func said(_ runner: CommandRunner, _ changes: [String: String]) throws -> String {
    let page = try Signed.inspection(Self.texts.merging(changes) { $1 })
    return Said.by(runner.perform(.inspect(page)))
  }

  private func sign(_ runner: CommandRunner, _ role: SignatureRole, _ person: String) -> String {
    Said.by(runner.perform(.attest(.sign([.init(Self.id, role)]), by: person, Signed.secret())))
  }

  @Test("Both sides sign, everything verifies, and the page says whom it is about")
  func signed() throws {
    let (scratch, runner) = try begun()
    #expect(try said(runner, [:]).hasPrefix("№1"))
    let waiting = try #require(runner.perform(.open(Demo.today)).waiting)
    #expect(waiting.first { $0.page == Self.id }?.role == .inspector)
    #expect(sign(runner, .inspector, "P-001").hasPrefix("№"))
    let next = try #require(runner.perform(.open(Demo.today)).waiting)
    #expect(next.first { $0.page == Self.id }?.person == Named("QSP-W-0002", "白站长"))
    #expect(sign(runner, .inspected, "QS-01-001").contains("高有福"), "no other leader signs for it")
    #expect(sign(runner, .inspected, "QSP-W-0002").hasPrefix("№"))
    let ledger = try #require(runner.perform(.open(Demo.today)).ledger)
    let page = try #require(ledger.entry(with: Self.id))
    #expect(page.missing == nil && page[Inspection.inspected]?.name == "青石加油站")
    #expect(try Demo.isSound(scratch))
  }

  @Test(
    "Only the station inspects a post; one that there is not, or under another's name, is refused")
  func refused() throws {
    let (scratch, runner) = try begun()
    let notOurs = try said(
      runner, ["Inspecting": "QS 青石镇专职队", "Inspector": "QS-001 周建林"])
    #expect(notOurs.contains("不归 青石镇专职队 检查"), "\(notOurs)")
    #expect(try said(runner, ["Inspected": "QSP-W-0099 无名点"]).contains("QSP-W-0099"))
    #expect(try said(runner, ["Answering": "QSP-W-0002 黑站长"]).contains("白站长"))
    #expect(try said(runner, [:]).hasPrefix("№1"))
    #expect(try Demo.isSound(scratch))
  }

  @Test("A script names the post alone: book, inspector, head count and who answers follow")
  func typed() throws {
    let (scratch, runner) = try begun()
    let texts = try InspectionTyping(
      snapshot: try runner.snapshot, now: Demo.now, language: .hans
    ).texts(
      inspected: "QSP-W-0002", book: nil, inspector: nil,
      given: [("From", "2140"), ("To", "2205"), ("Present", "all"), ("Points", "11113313")])
    #expect(texts["Inspecting"] == "QSP 青石派出所" && texts["Answering"] == "QSP-W-0002 白站长")
    #expect(texts["Expected"] == "1" && texts["Present"] == "1")
    let page = try Inspection.schema.parse(texts)
    #expect(Said.by(runner.perform(.inspect(page))).hasPrefix("№1"))
    #expect(try Demo.isSound(scratch))
  }

  @Test(
    "Whether they patrolled in file is asked of teams of the city and townships alone, and may be left out"
  )
  func inFile() throws {
    let (scratch, runner) = try begun()
    let applies = try #require(Inspection.layout.applying["Formation"])
    let about = PageBeginning(try runner.snapshot, day: Demo.today, now: Demo.now.moment)
    for (inspected, isAsked) in [
      ("QS 青石镇专职队", true), ("QS-01 高庄村队", false), ("QSP-W-0002 青石加油站", false),
    ] {
      #expect(applies(Draft(["Inspected": inspected]), about, false) == isAsked, "\(inspected)")
    }
    let codes = try runner.snapshot.codes
    let from = Draft(["Points": "11111111", "Present": "3"])
    var to = from
    to["Formation"] = "loose"
    let follows = FollowsFromPoints(codes, .hans).values(from, to, day: Demo.today)
    #expect(follows["Problems"] == "J" && follows["Required"]?.contains("列队") == true)
    #expect(follows["Decision"] == "deadline")
    let team = [
      "Inspected": "QS 青石镇专职队", "Answering": "QS-001 周建林", "Present": "3", "Expected": "4",
      "Formation": "loose", "Problems": "J", "Points": "11111111",
    ]
    #expect(try said(runner, team).hasPrefix("№1"))
    #expect(try scratch.text("books/2026/QSP.inspection.rec").contains("\nFormation: loose\n"))
    #expect(try Demo.isSound(scratch))
  }
}
