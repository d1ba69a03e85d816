import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("A draft is one's own, however its text ends")
struct DraftKeepingTests {
  @Test("What is typed on behind a blank last line is kept, and is no other window's")
  func blankLine() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    for text in ["周建林", "周建林\n", "周建林\n\n", "周建林\n刘得胜", "刘得胜\n"] {
      let reply = runner.perform(.saveDraft("lines-members", Draft(["Lines": text])))
      #expect(Said.by(reply).contains("另一窗口") == false, "\(text): \(reply.outcome)")
    }
    _ = runner.perform(.discardDraft("lines-members"))
    #expect(scratch.files("drafts").isEmpty)
  }
}
