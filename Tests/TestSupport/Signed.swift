import Patrol
import Records
import Runner

/// Inspections of the small city and the people who sign them.
package enum Signed {
  package static let pin = "739251"
  /// 周建林 leads the township team, 高有福 the village team of 高庄; two officers of the station.
  package static let people = ["QS-001", "QS-01-001", "P-001", "P-002"]

  package static func secret(_ pin: String = pin) -> Secret {
    Array(pin.utf8).withUnsafeBytes { Secret($0) }
  }

  /// Who is at the keyboard with the PIN of all.
  package static func hand(_ code: String = "P-001") -> HandAtKeyboard {
    HandAtKeyboard(code, secret())
  }

  /// Gives everybody a key under one PIN, and leaders and officers their posts: 王警官 begins the book of
  /// keys, enrols the others and appoints them.
  package static func issueKeys(_ runner: CommandRunner, to people: [String] = people) {
    guard let snapshot = try? runner.snapshot else { return }
    if snapshot.keysBooks.state.newest[snapshot.keysBook] == nil {
      _ = runner.perform(.keys(.begin(.sealed(secret())), by: HandAtKeyboard("P-001", nil)))
    }
    for person in people where person != "P-001" {
      _ = runner.perform(.keys(.enrol(person, .sealed(secret())), by: hand()))
    }
    guard let posts = (try? runner.snapshot)?.unappointed, !posts.isEmpty else { return }
    let (officers, others) = (posts.filter(\.post.needsTwo), posts.filter { !$0.post.needsTwo })
    for officer in officers { _ = runner.perform(.keys(.appoint([officer]), by: hand())) }
    if !others.isEmpty { _ = runner.perform(.keys(.appoint(others), by: hand())) }
  }

  package static let texts: [String: String] = [
    "Inspected": "QS-01 高庄村队", "Date": "2026-11-24", "From": "2026-11-24 21:40",
    "To": "2026-11-24 22:05", "Present": "5", "Expected": "5", "Points": "11111111",
    "Answering": "QS-01-001 高有福", "Mode": "onsite", "Inspector": "QS-001 周建林",
    "Inspecting": "QS 青石镇专职队",
  ]

  /// What the changes leave unsaid agrees with them: a problem's point is not in order, and where nobody
  /// was, that is a problem.
  package static func inspection(_ changes: [String: String] = [:]) throws -> Inspection {
    var said = changes
    if said["Present"] == "0", said["Problems"] == nil { said["Problems"] = "C" }
    if let problems = said["Problems"], said["Points"] == nil {
      said["Points"] = String("ABDEFHZI".map { problems.contains($0) ? "2" : "1" })
    }
    return try Inspection.schema.parse(texts.merging(said) { $1 }.filter { !$0.value.isEmpty })
  }

  package static let book = BookID("QS", .inspection)
  package static func page(_ number: Int) -> PageID { PageID(book, year: 2026, number: number) }

  package static func sign(_ number: Int, _ role: SignatureRole, _ person: String) -> Command {
    .attest(.sign([.init(page(number), role)]), by: person, secret())
  }

  /// A directory with one inspection on page 1 that both sides have signed.
  package static func directory() throws -> Scratch {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    issueKeys(runner)
    _ = runner.perform(.inspect(try inspection()))
    _ = runner.perform(sign(1, .inspector, "QS-001"))
    _ = runner.perform(sign(1, .inspected, "QS-01-001"))
    return scratch
  }
}
