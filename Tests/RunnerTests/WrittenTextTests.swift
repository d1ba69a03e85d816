import Books
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Whatever is typed or pasted, a page that is saved is one that counts")
struct WrittenTextTests {
  /// Texts that a page can't have as they are, and what is written of them.
  static let odd: [(typed: String, written: String)] = [
    ("遗失 ", "遗失"), (" 遗失", "遗失"), ("遗失\n", "遗失"), ("一\n\n二  \n", "一\n+ 二"),
    ("一\t二", "一 二"), ("一\r\n二", "一\n+ 二"), ("cafe\u{301}", "caf\u{E9}"),
    ("\u{F900}", "\u{8C48}"), ("  \n一\n  二", "一\n+   二"),
  ]
  /// Texts that nobody could read as they are.
  static let unseen = [
    "一\u{1B}[31m二", "\u{202E}一", "一\u{200B}二", "\u{34F}一", "一\u{AD}二", "\u{E0041}一", "\u{301}一",
    "\u{FEFF}一", "行末\\", "一\\\n二",
  ]

  /// A page is written of one text in each of the ways that take one.
  enum Way: String, CaseIterable, CustomTestStringConvertible {
    case remark, correction, void, refusal, review, revocation, dismissal

    var testDescription: String { rawValue }

    func command(_ text: String) throws -> Command {
      let page = Signed.page(1)
      return switch self {
      case .remark: .record(try Sample.quiet(["Remark": text]))
      case .correction:
        .attest(
          .correct(page, changes: ["Remark": "看错了"], reason: text), by: "QS-001",
          Signed.secret())
      case .void: .attest(.void(page, reason: text), by: "P-001", Signed.secret())
      case .refusal:
        .attest(
          .refuse(
            page, refused: Named("QS-01-001", "高有福"), reason: text, statement: "",
            witness: Named("P-002", "李警官")), by: "QS-001", Signed.secret())
      case .review:
        .attest(.review(page, verdict: "uphold", reason: text), by: "P-001", Signed.secret())
      case .revocation:
        .keys(.revoke("QS-01-001", reason: text, sameAs: nil), by: Signed.hand("QS-01-001"))
      case .dismissal:
        .keys(
          .dismiss(
            [Posting(.leader, at: "QS-01", Named("QS-01-001", "高有福"))], reason: text),
          by: Signed.hand())
      }
    }

    func begin() throws -> (Scratch, CommandRunner) {
      let scratch = try Demo.small()
      let runner = try Demo.runner(scratch)
      Signed.issueKeys(runner)
      _ = runner.perform(.inspect(try Signed.inspection()))
      _ = runner.perform(Signed.sign(1, .inspector, "QS-001"))
      if self == .review {
        _ = runner.perform(try Way.refusal.command("不认"))
        _ = runner.perform(.attest(.witness(Signed.page(1)), by: "P-002", Signed.secret()))
      }
      return (scratch, runner)
    }
  }

  @Test(
    "A blank at an end, an empty line, a tab or a letter in two parts is put right",
    arguments: Way.allCases)
  func tidied(_ way: Way) throws {
    // A form has no line ends of another system in it.
    for (typed, written) in Self.odd where way != .remark || !typed.contains("\r\n") {
      let (scratch, runner) = try way.begin()
      let reply = runner.perform(try way.command(typed))
      #expect(reply.outcome.pages.count == 1, "\(way) \(typed.debugDescription) \(reply.outcome)")
      #expect(try Demo.isSound(scratch), "\(way) \(typed.debugDescription)")
      let book = reply.outcome.pages.first?.id.book.text ?? ""
      #expect(
        try scratch.text("books/2026/\(book).rec").contains(": \(written)\n"),
        "\(way) \(typed.debugDescription)")
    }
  }

  @Test(
    "What nobody could read is refused by its field, and nothing is written",
    arguments: Way.allCases)
  func refused(_ way: Way) throws {
    let (scratch, runner) = try way.begin()
    let before = try scratch.files("books").map { try scratch.text("books/\($0)") }
    for text in Self.unseen + [" \n\t "] where way != .remark || text != " \n\t " {
      let field: String?
      do {
        guard case .failed(_, let named) = runner.perform(try way.command(text)).outcome else {
          Issue.record("\(way) \(text.debugDescription) was written")
          continue
        }
        field = named
      } catch { field = (error as? FieldError)?.field }
      #expect(field == (way == .remark ? "Remark" : "Reason"), "\(way) \(text.debugDescription)")
    }
    #expect(try scratch.files("books").map { try scratch.text("books/\($0)") } == before)
  }
}

@Suite("Nothing is signed where nobody could tell whether it counts")
struct BehindBreakTests {
  private static let path = "books/2026/QS.inspection.rec"

  /// Two inspections, which nobody has signed.
  private func begun() throws -> Scratch {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    for from in ["21:40", "22:10"] {
      let times = ["From": "2026-11-24 \(from)", "To": "2026-11-24 22:20"]
      _ = runner.perform(.inspect(try Signed.inspection(times)))
    }
    return scratch
  }

  /// Both copies of a volume went on, and one's page was put behind the other's.
  private func fork(_ scratch: Scratch) throws {
    let before = try scratch.text(Self.path)
    _ = try Demo.runner(scratch).perform(Signed.sign(1, .inspector, "QS-001"))
    let one = try scratch.text(Self.path)
    try scratch.write(before, to: Self.path)
    _ = try Demo.runner(scratch).perform(Signed.sign(2, .inspector, "QS-001"))
    let other = try scratch.text(Self.path).dropFirst(before.count)
    try scratch.write(one + other, to: Self.path)
  }

  @Test(
    "Behind two pages that follow on one page a signature is refused; an entry is written, and it is said"
  )
  func forked() throws {
    let scratch = try begun()
    try fork(scratch)
    let forked = try scratch.text(Self.path)
    let runner = try Demo.runner(scratch)
    let refused = runner.perform(Signed.sign(2, .inspector, "QS-001"))
    #expect(Said.by(refused).contains("前面有一页断了"), "\(Said.by(refused))")
    #expect(try scratch.text(Self.path) == forked)
    let times = ["From": "2026-11-24 22:21", "To": "2026-11-24 22:25"]
    let written = runner.perform(.inspect(try Signed.inspection(times)))
    #expect(written.outcome.pages.count == 1)
    #expect(written.trouble?.happened[.hans].contains("前面有一页断了") == true)
    #expect(try scratch.text(Self.path).hasPrefix(forked))
  }

  @Test("Behind a page that a fast clock dated nothing is written until then: it would never count")
  func future() throws {
    let scratch = try begun()
    let fast = try #require(Stamp("2026-11-24T23:55:00+08:00"))
    _ = try Demo.runner(scratch, at: fast).perform(Signed.sign(1, .inspector, "QS-001"))
    let before = try scratch.text(Self.path)
    let runner = try Demo.runner(scratch)
    for command in [
      Signed.sign(2, .inspector, "QS-001"),
      .inspect(
        try Signed.inspection(["From": "2026-11-24 22:21", "To": "2026-11-24 22:25"])),
      .void(Signed.page(2), reason: "记错"),
    ] {
      let said = Said.by(runner.perform(command))
      #expect(said.contains("末页记录时间是 2026-11-24T23:55:00+08:00"), "\(said)")
    }
    #expect(try scratch.text(Self.path) == before)
  }

  @Test("Nobody is appointed to what is no unit")
  func unknownUnit() throws {
    let scratch = try begun()
    let runner = try Demo.runner(scratch)
    let before = try scratch.text("books/2026/QSP.keys.rec")
    let person = try #require(Named("QS-001 周建林"))
    for unit in ["NOPE", "X Y", "QS-01\n", "QS ", ""] {
      let said = Said.by(
        runner.perform(.keys(.appoint([Posting(.leader, at: unit, person)]), by: Signed.hand())))
      #expect(said.contains("没有单位或队伍"), "\(unit.debugDescription): \(said)")
    }
    #expect(try scratch.text("books/2026/QSP.keys.rec") == before)
  }
}
