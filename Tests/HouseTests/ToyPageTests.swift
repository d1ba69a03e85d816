import Foundation
import Patrol
import Records
import Runner
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console
@testable import xunfang

/// A kind of page that only these tests declare is recorded, shown, listed, corrected, signed, found
/// and verified like the program's own, with no line of the program changed.
@Suite("A kind of page that is declared is everywhere")
struct ToyPageTests {
  private static let texts = [
    "Base": "QS 青石镇专职队", "Pilot": "QS-001 周建林", "Date": "2026-11-24",
    "Start": "2026-11-24 19:00", "End": "2026-11-24 19:30", "Found": "suspicious",
    "Seen": "鱼塘边有人撒网",
  ]

  private func texts(_ changes: [String: String] = [:]) -> NewPage {
    NewPage(.flight, Self.texts.merging(changes) { $1 })
  }

  private func written(_ scratch: Scratch) throws -> (runner: CommandRunner, page: PageID) {
    let runner = try Demo.runner(scratch, kinds: .withToys)
    let page = try #require(runner.perform(.write(texts())).outcome.pages.first)
    return (runner, page.id)
  }

  @Test("It goes into a volume of its own, under the book's own title, and verifies")
  func recorded() throws {
    let scratch = try Demo.stocked()
    let (_, page) = try written(scratch)
    #expect(page.text == "QS.flight 2026 No 1")
    let volume = try scratch.text("books/2026/QS.flight.rec")
    #expect(volume.contains("无人机飞行簿 · 青石镇专职队 · 2026年卷"))
    #expect(volume.contains("Kind: flight\nBase: QS 青石镇专职队\nPilot: QS-001 周建林"))
    let verified = try Verifying(on: scratch.disk, kinds: .withToys).run()
    #expect(verified?.findings.isEmpty == true && verified?.pages == 2)
  }

  @Test("Its own rule and the tables of codes refuse what can't be")
  func refused() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch, kinds: .withToys)
    for (change, field) in [
      (["End": "2026-11-24 18:00"], "To"), (["Found": "nonsense"], "Found"), (["Date": ""], "Date"),
    ] {
      guard case .failed(_, let at) = runner.perform(.write(texts(change))).outcome else {
        Issue.record("\(change) was written")
        continue
      }
      #expect(at == field)
    }
  }

  @Test("Its form is found by name, begins with what the kind knows, and leads to its signer")
  func typed() throws {
    let scratch = try Demo.stocked()
    try scratch.write(ToyRegisterTests.pilots, to: "register/QSP/pilots.rec")
    let typist = try Typist(scratch, size: Size(100, 30), kinds: .withToys)
    typist.type("<C-p>jfx")
    typist.type("<Enter>")
    #expect(typist.screen.contains("记飞行记录") && typist.screen.contains("青石镇专职队"))
    typist.type("<Enter><Enter>1900<Enter>1930<Enter>shanyi<Enter>11<Enter>撒网<F10>")
    let volume = try scratch.text("books/2026/QS.flight.rec")
    #expect(volume.contains("Pilot: QSP-PL-0001 单翼\n"), "\(typist.screen)")
    #expect(volume.contains("Start: 2026-11-24 19:00\nEnd: 2026-11-24 19:30\n"))
    #expect(volume.contains("Found: hazard\nSeen: 撒网\n"))
    #expect(typist.screen.contains("签字") && typist.screen.contains("单翼"))
  }

  @Test("It is listed, and cut into a table, with its own columns")
  func listed() throws {
    let scratch = try Demo.stocked()
    let (runner, page) = try written(scratch)
    let pages = try runner.pages(of: .flight, from: Demo.today, to: Demo.today)
    #expect(pages.map(\.page.id) == [page])
    #expect(pages.first?.missing == .inspector)
    let table = String(
      decoding: try runner.table(of: .flight, from: Demo.today, to: Demo.today, owners: nil),
      as: UTF8.self)
    #expect(table.hasPrefix("QS.flight,2026,1,,QS 青石镇专职队,QS-001 周建林,2026-11-24,"))
    #expect(table.hasSuffix("鱼塘边有人撒网,inspector,counts,\r\n"))
    #expect(Program.$kinds.withValue(.withToys) { ListCommand.helpMessage() }.contains("flight"))
  }

  @Test("Corrected and struck out it is shown so; where it stands can't be corrected")
  func corrected() throws {
    let scratch = try Demo.stocked()
    let (runner, page) = try written(scratch)
    _ = runner.perform(.correct(page, changes: ["Seen": "鱼塘边有人钓鱼"], reason: "笔误"))
    #expect(try runner.page(page).text(Flight.seen) == "鱼塘边有人钓鱼")
    guard
      case .failed = runner.perform(
        .correct(page, changes: ["Base": "QS-01 高庄村队"], reason: "笔误")
      ).outcome
    else {
      Issue.record("the owner of a book was corrected")
      return
    }
    _ = runner.perform(.void(page, reason: "重复"))
    #expect(try runner.page(page).isVoid)
  }

  @Test("Its signer signs it, and nobody else")
  func signed() throws {
    let scratch = try Demo.stocked()
    let (runner, page) = try written(scratch)
    Signed.issueKeys(runner)
    #expect(
      try runner.waiting().map { [$0.page.text, $0.person?.code] } == [[page.text, "QS-001"]])
    let act = Attesting.sign([.init(page, .inspector)])
    guard case .failed = runner.perform(.attest(act, by: "QS-002", Signed.secret())).outcome else {
      Issue.record("somebody else signed")
      return
    }
    _ = runner.perform(.attest(act, by: "QS-001", Signed.secret()))
    #expect(try runner.page(page).missing == nil)
    #expect(try runner.waiting().isEmpty)
    let verified = try Verifying(on: scratch.disk, kinds: .withToys).run()
    #expect(verified?.findings.isEmpty == true && verified?.signatures == 11)
  }

  @Test("Search finds its words and what its codes mean, and leads to the page")
  func searched() throws {
    let scratch = try Demo.stocked()
    let (runner, page) = try written(scratch)
    for word in ["撒网", "可疑"] {
      let places = runner.finish(.search(word)).flatMap { progress -> [SearchHit.Place] in
        if case .brought(let found as Found) = progress { found.hits.map(\.place) } else { [] }
      }
      #expect(places.contains(.page(page, Demo.today)), "\(word)")
    }
    let typist = try Typist(scratch, size: Size(100, 30), kinds: .withToys)
    typist.type("<C-f>撒网<Enter>")
    typist.type("<Enter>")
    for part in ["无人机飞行簿", "飞手", "周建林", "所见", "鱼塘边有人撒网", "检查方"] {
      #expect(typist.screen.contains(part), "\(part)\n\(typist.screen)")
    }
  }

  @Test("Kinds.ours lists every declaration of a page in the sources, each once")
  func listedOnce() throws {
    let listed = Kinds.ours.pages.map { "\($0.type)" }
    #expect(Set(listed).count == listed.count)
    #expect(try Set(Sources.structs(of: "Booked")) == Set(listed))
  }
}
