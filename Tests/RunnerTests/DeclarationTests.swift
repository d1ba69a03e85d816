import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Townships declare the political goals, each period once")
struct DeclarationTests {
  @Test("A unit declares a period once, and a village none")
  func declaredOnce() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let begun = [
      "Code": "QSP-Z-0009", "Goal": "mass", "Unit": "QS", "From": "2026-11-01", "To": "2026-11-10",
      "Count": "0", "DeclaredBy": "综治中心", "Declared": "2026-11-11",
    ]
    for (changes, words) in [
      (["From": "2026-11-11", "To": "2026-11-20"], "青石镇 这几天已申报（QSP-Z-0001）"),
      (["From": "2026-11-10", "To": "2026-11-11"], "青石镇 这几天已申报（QSP-Z-0001）"),
      (["Unit": "QS-01"], "高庄村 不单独申报"), (["Goal": "security", "To": "2026-11-20"], "已存零申报"),
      ([:], "已存零申报"),
    ] {
      let texts = begun.merging(changes) { $1 }
      let code = changes["Goal"] == nil ? "QSP-Z-0009" : "QSP-Z-0008"
      let said = Said.by(
        runner.perform(
          .put(
            RegisterRecord(.declarations, texts.merging(["Code": code]) { $1 }, seen: nil))))
      #expect(said.contains(words), "\(changes): \(said)")
    }
  }
}
