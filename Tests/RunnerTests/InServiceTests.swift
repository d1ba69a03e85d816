import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Who has left signs nothing, and another station's officer acts for no team of this one")
struct InServiceTests {
  /// An inspection that waits, keys of everybody, and a person who has left or belongs elsewhere.
  private func directory(_ path: String, _ old: String, _ new: String) throws -> Scratch {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    _ = runner.perform(.inspect(try Signed.inspection()))
    _ = runner.perform(.record(try Sample.quiet()))
    let text = try scratch.text(path)
    try #require(text.contains(old))
    try scratch.write(text.replacing(old, with: new), to: path)
    return scratch
  }

  private static let day = Demo.today
  private static let acts: [(Attesting, String)] = [
    (.sign([.init(Signed.page(1), .inspector)]), "QS-001"),
    (.sign([.init(PageID(BookID("QS", .patrol), year: 2026, number: 1), .recorder)]), "P-001"),
    (.close(day), "P-001"), (.close(day), "QS-001"),
  ]

  @Test("By any act", arguments: acts)
  func left(_ act: Attesting, _ person: String) throws {
    let file = person.hasPrefix("P") ? "officers" : "members"
    let scratch = try directory(
      "register/QSP/\(file).rec", "Code: \(person)\n", "Code: \(person)\nUntil: 2026-11-20\n")
    let before = try DirectoryState(scratch)
    let said = Said.by(
      try Demo.runner(scratch).perform(.attest(act, by: person, Signed.secret())))
    #expect(said.contains("已于 2026-11-20 离队，不再签字。"), "\(said)")
    #expect(try DirectoryState(scratch) == before)
  }

  @Test("Who has no post of an officer closes no book and signs for nobody; the office may correct")
  func elsewhere() throws {
    for post in [nil, SigningPost.office] {
      let scratch = try directory("register/QSP/officers.rec", "Unit: QSP", "Unit: QSP")
      let (runner, officer) = (try Demo.runner(scratch), Named("P-002", "李警官"))
      let ends = KeysAct.dismiss([Posting(.officer, at: "QSP", officer)], reason: "调离")
      #expect(Said.by(runner.perform(.keys(ends, by: Signed.hand("P-002")))) == "№6")
      if let post {
        let other = Posting(post, at: "JC", officer)
        #expect(Said.by(runner.perform(.keys(.appoint([other]), by: Signed.hand()))) == "№7")
      }
      for (act, person) in Self.acts where person == "P-001" {
        let reply = runner.perform(.attest(act, by: "P-002", Signed.secret()))
        #expect(reply.outcome.pages.isEmpty, "\(act)")
      }
      _ = runner.perform(Signed.sign(1, .inspector, "QS-001"))
      let correct = Attesting.correct(Signed.page(1), changes: ["Remark": "补"], reason: "核实")
      let reply = runner.perform(.attest(correct, by: "P-002", Signed.secret()))
      #expect(reply.outcome.pages.isEmpty == (post == nil), "\(Said.by(reply))")
      #expect(try Demo.isSound(scratch))
    }
  }
}
