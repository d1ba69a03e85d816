import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Marks are the same in lists, on screens and in verify")
struct MarksAgreeTests {
  /// A patrol written down before there was any key; keys of the same evening, an inspection signed by both,
  /// a second patrol, the close of the day and a page after it.
  private func directory() throws -> Scratch {
    let scratch = try Demo.small()
    let ungiven = try Sample.quiet(["From": "2026-11-24 19:00", "To": "2026-11-24 19:30"])
    let (file, duty) = ("station.rec", "OnDuty: P-001 王警官")
    let own = try scratch.text(file)
    try scratch.write(own.replacing(duty, with: "OnDuty: P-002 李警官"), to: file)
    let before = try Demo.runner(scratch, at: try #require(Stamp("2026-11-24T22:00:00+08:00")))
    #expect(Said.by(before.perform(.record(ungiven))).hasPrefix("№"))
    try scratch.write(own, to: file)
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    _ = runner.perform(.inspect(try Signed.inspection()))
    _ = runner.perform(Signed.sign(1, .inspector, "QS-001"))
    _ = runner.perform(Signed.sign(1, .inspected, "QS-01-001"))
    #expect(Said.by(runner.perform(.record(try Sample.quiet()))).hasPrefix("№"))
    _ = runner.perform(.attest(.close(Demo.today), by: "P-001", Signed.secret()))
    let late = ["From": "2026-11-24 22:12", "To": "2026-11-24 22:30", "Late": "电话报得晚"]
    #expect(Said.by(runner.perform(.record(try Sample.quiet(late)))).hasPrefix("№"))
    return scratch
  }

  @Test("Page by page, in the table that is cut out of the books, and by the whole judge")
  func agree() throws {
    let scratch = try directory()
    let runner = try Demo.runner(scratch)
    let verified = try #require(try runner.verify(ofPages: true))
    let judged = try #require(verified.judged)
    func marks(_ id: PageID) throws -> [Mark] {
      let index = try #require(
        judged.volumes.firstIndex { $0.book == id.book && $0.year == id.year })
      return judged.marks(id.number, in: index)
    }
    var found: [String] = []
    for kind in [PageKind.patrol, .inspection] {
      let pages = try runner.pages(of: kind, from: Demo.today, to: Demo.today)
      let rows = String(
        decoding: try runner.table(of: kind, from: Demo.today, to: Demo.today, owners: nil),
        as: UTF8.self
      ).split(separator: "\r\n")
      #expect(rows.count == pages.count)
      for (page, row) in zip(pages, rows) {
        let others = page.attestations.map(\.page.id) + page.amendments.map(\.page.id)
        for id in [page.page.id] + others { #expect(try marks(id) == page.marks(of: id)) }
        for signed in page.attestations { #expect(try marks(signed.page.id) == signed.marks) }
        let all = Mark.names(try ([page.page.id] + others).flatMap(marks))
        #expect(Mark.names(page.allMarks) == all)
        #expect(row.split(separator: ",", omittingEmptySubsequences: false).last ?? "" == all)
        found.append(all)
      }
    }
    // What the file says is what was done: nothing of it is a finding.
    #expect(found == ["M7", "", "M5", "M1 M2"])
    #expect(verified.findings.isEmpty)
  }
}
