import Foundation
import Patrol
import Records
import Testing

@Suite("How pages are written")
struct PageGrammarTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "data/check.sh")

  @Test("A stranger's check has the same table of kinds")
  func table() throws {
    let text = try String(contentsOf: Self.script, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let begin = try #require(lines.firstIndex(of: "# kinds begin"))
    let end = try #require(lines.firstIndex(of: "# kinds end"))
    #expect(PageGrammar.ours.table == lines[(begin + 1)..<end].joined(separator: "\n") + "\n")
  }

  @Test(
    "A value fits its shape, or not",
    arguments: [
      (FieldShape.person, "QS-01-001 高有福", true), (.person, "qs-01 高有福", false),
      (.person, "QS--01 高有福", false), (.person, "QS-01  高有福", false),
      (.people, "QS-1 甲, QS-2 乙", true), (.people, "QS-1 甲, QS-1 乙", false),
      (.absences, "QS-1 甲 (sick)", true), (.absences, "QS-1 甲 (sick) ", false),
      (.day, "2026-02-30", false), (.day, "2024-02-29", true),
      (.moment, "2026-11-24 24:00", false), (.moment, "2026-11-24 23:59", true),
      (.tallies, "transformer 14, well 9", true), (.tallies, "transformer 014", false),
      (.passed, "QSP-R-001 村东线 (4/6) 变压器; 机井", true),
      (.passed, "QSP-R-001 村东线 (5/6) 变压器; 机井", false),
      (.passed, "QSP-R-001 村东线 (6/6)", true),
      (.reference, "QS.inspection 2026 No 01 sha256 \(digits)", false),
      (.reference, "QS.inspection 2026 No 1 sha256 \(digits)", true),
      (.posts, "leader QS-01 QS-01-001 高有福\nofficer QSP P-001 周建林", true),
      (.posts, "chief QS-01 QS-01-001 高有福", false),
      (.out, "QS-01 青石镇专职队 | 2026-11-26 06:41 | 2026-11-26 09:41", true),
      (.open, "goes-on signature QS.inspection 2026 No 7 | 高庄村队 | calls at nine", true),
      (.open, "goes-on signature QS.inspection 2026 No 7", false),
      (.recorded, "2026-11-24T21:07:33+08:00 QS-0003 周建林", true),
      (.recorded, "2026-11-24T21:07:33+14:01 QS-0003 周建林", false),
      (.directory, "demo-0123456789abcdef0123456789abcdef", true), (.text, "一行\\", false),
      (.line, "一行\n二行", false), (.text, "一行\n二行", true), (.numbers, "312 0", false),
      // A point of small order is nobody's key.
      (
        .key, "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        false
      ),
    ])
  func shapes(_ shape: FieldShape, _ text: String, _ fits: Bool) {
    #expect(shape.fits(text) == fits)
  }

  private static let digits = String(repeating: "0a", count: 32)
}
