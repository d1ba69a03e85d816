import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

@Suite("A wrong PIN says what was not done by it")
struct WrongPINTests {
  private static let lead = [
    "Code": "QSP-Q-0001", "Facts": "厢式货车1辆停靠村口", "Reported": "2026-11-24 20:00",
    "Source": "public", "Subject": "vehicle", "Unit": "QS", "Urgency": "prompt",
  ]

  /// Everything that asks for a PIN, and what is said to be safe.
  private static func commands(_ hand: HandAtKeyboard, _ secret: Secret) -> [(Command, String)] {
    [
      (
        .attest(.sign([.init(Signed.page(1), .inspector)]), by: "QS-001", secret),
        "没有签字；记录已存，不受影响。"
      ),
      (.openAnnex(of: "QSP-Q-0001", by: hand, why: "核对"), "数据没有改动。"),
      (.keys(.revoke("P-001", reason: "停用", sameAs: nil), by: hand), "数据没有改动。"),
      (.keys(.enrol("QS-002", .sealed(Signed.secret())), by: hand), "数据没有改动。"),
      (.changeSecret(of: "P-001", from: secret, to: Signed.secret("太阳从东边升起来了呢")), "数据没有改动。"),
      (.shift(.open(by: "P-001", secret)), "班未开，什么都没有写入。"),
    ]
  }

  @Test("Only who signs a page is told that the page stays", arguments: ["111111", "1"])
  func words(_ pin: String) throws {
    for index in Self.commands(Signed.hand(), Signed.secret()).indices {
      let scratch = try Demo.small()
      let runner = try Demo.runner(scratch)
      Signed.issueKeys(runner)
      _ = runner.perform(.inspect(try Signed.inspection()))
      _ = runner.perform(.put(RegisterRecord(.intelligence, Self.lead, seen: nil)))
      _ = runner.perform(
        .sealAnnex(of: "QSP-Q-0001", ["Who": "常来的男子"], for: ["P-001"]))
      let hand = HandAtKeyboard("P-001", Signed.secret(pin))
      let (command, safe) = Self.commands(hand, Signed.secret(pin))[index]
      guard case .failed(let notice, _) = runner.perform(command).outcome else {
        Issue.record("\(command)")
        continue
      }
      let said = notice.line(.hans, at: .command)
      #expect(said.contains("口令") && said.contains(safe), "\(said)")
      #expect(said.contains("记录已存") == safe.contains("记录已存"), "\(said)")
    }
  }
}
