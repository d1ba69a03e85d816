import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("A signed note of heads tells later what was done to the books, or is no note")
struct HeadsNoteTests {
  private let path = "books/2026/QS.inspection.rec"

  private func note(_ scratch: Scratch, by officer: String = "P-001") throws -> String {
    let runner = try Demo.runner(scratch)
    let note = try runner.headsNote(by: Signed.hand(officer))
    try runner.keep(note)
    return note.text
  }

  /// What comparing says: each finding by its rule and place, then how much was compared.
  private func compared(_ scratch: Scratch, _ note: String) throws -> [String] {
    let verifying = Verifying(on: scratch.disk, now: 4_102_444_800)
    let judged = try #require(try verifying.run(ofPages: true)?.judged)
    let compared = try HeadsJudge.compare(
      try HeadsNote.read(Bytes(note), file: "heads.txt"), file: "heads.txt", judged,
      on: scratch.disk, now: 4_102_444_800)
    return compared.findings.map { "\($0.rule.name) \($0.file) \($0.page)" }
      + [compared.extent[.hans]]
  }

  @Test("It holds as long as the books are gone on with, and says how much is new")
  func later() throws {
    let scratch = try Signed.directory()
    let note = try note(scratch)
    #expect(try compared(scratch, note) == ["比了 3 卷 4 把密钥；之后新增 0 页 0 卷 0 把。"])
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    Signed.issueKeys(runner, to: ["QS-02-001"])
    #expect(try compared(scratch, note) == ["比了 3 卷 4 把密钥；之后新增 3 页 1 卷 1 把。"])
  }

  @Test("A page taken out of the end, and one written anew, are named by volume and number")
  func rewritten() throws {
    let scratch = try Signed.directory()
    let (note, whole) = (try note(scratch), try scratch.text(path))
    let pages = whole.components(separatedBy: "\n\nNumber: ")
    try scratch.write(pages.prefix(3).joined(separator: "\n\nNumber: ") + "\n", to: path)
    #expect(try compared(scratch, note).first == "H2 \(path) 3")
    // Its owner begins the book again, with the same people and their PINs: not while a note of it is kept.
    try scratch.disk.remove(path)
    let runner = try Demo.runner(scratch)
    let refused = runner.perform(.inspect(try Signed.inspection(["Present": "4"])))
    guard case .failed(let notice, _) = refused.outcome else {
      Issue.record("a volume that a note has was begun again")
      return
    }
    #expect(notice.happened[.hans].contains("头单上有这一页，现在没有"))
    #expect(try !Demo.isSound(scratch))
    try FileManager.default.removeItem(atPath: scratch.path + "/exports/heads")
    _ = runner.perform(.inspect(try Signed.inspection(["Present": "4"])))
    for (role, person) in [(SignatureRole.inspector, "QS-001"), (.inspected, "QS-01-001")] {
      _ = runner.perform(Signed.sign(1, role, person))
    }
    #expect(try Demo.isSound(scratch))
    #expect(try compared(scratch, note).first == "H1 \(path) 3")
  }

  @Test("A note that anybody changed is none, whichever byte it is")
  func anyByte() throws {
    let scratch = try Signed.directory()
    let note = Array(try note(scratch).utf8)
    for at in stride(from: 0, to: note.count, by: 7) {
      var changed = note
      changed[at] = changed[at] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      let text = String(decoding: changed, as: UTF8.self)
      #expect(throws: HeadsNoteError.self, "byte \(at)") { try compared(scratch, text) }
    }
    let text = String(decoding: note, as: UTF8.self)
    for other in ["", String(text.dropLast()), text + "\n", text.replacing("\n", with: "\r\n")] {
      #expect(throws: HeadsNoteError.notWhole(file: "heads.txt")) {
        try compared(scratch, other)
      }
    }
  }

  @Test("An officer signs it, and nobody else")
  func officers() throws {
    let scratch = try Signed.directory()
    #expect(throws: KeysRefusal.self) { try note(scratch, by: "QS-001") }
    #expect(throws: SigningRefusal.unknownPerson("P-099")) { try note(scratch, by: "P-099") }
    // Of who was dismissed since, it still counts: they were one then.
    let given = try note(scratch, by: "P-002")
    let later = try Demo.runner(scratch, at: try #require(Stamp("2026-11-24T22:31:00+08:00")))
    let post = Posting(.officer, at: "QSP", Named("P-002", "李警官"))
    let ends = later.perform(.keys(.dismiss([post], reason: "调离"), by: Signed.hand("P-002")))
    #expect(Said.by(ends) == "№6")
    #expect(try compared(scratch, given).count == 1)
    #expect(throws: KeysRefusal.self) { try later.headsNote(by: Signed.hand("P-002")) }
  }
}
