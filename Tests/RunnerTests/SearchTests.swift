import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

@Suite("Search looks at everything, and keeps names byte for byte")
struct SearchTests {
  private func hits(_ text: String, _ runner: CommandRunner) -> [SearchHit] {
    runner.finish(.search(text)).flatMap { progress -> [SearchHit] in
      if case .brought(let found as Found) = progress { found.hits } else { [] }
    }
  }

  @Test("People named 𮯰某, 𱍐某 and 𠮷野 are found, told apart and stand in the files as typed")
  func rareNames() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    #expect(hits("𮯰某", runner).map(\.title) == ["𮯰某", "2026-11-24 青石镇专职队 №1"])
    #expect(hits("𱍐", runner).first?.place == .record(.members, "QS-003"))
    #expect(hits("𠮷野", runner).map(\.place) == [.record(.members, "QS-01-002")])
    #expect(hits("吉野", runner).map(\.place) == [.record(.members, "QS-01-003")])
    let bytes = try scratch.bytes("books/2026/QS.patrol.rec")
    #expect(String(decoding: bytes, as: UTF8.self).contains("𮯰某, QS-003 𱍐某"))
  }

  @Test("Words of a page are found in either script")
  func pages() throws {
    let scratch = try Demo.directory()
    let runner = try Demo.runner(scratch)
    let found = hits("养殖", runner)
    let days = found.compactMap { hit -> Day? in
      if case .page(_, let day) = hit.place { day } else { nil }
    }
    #expect(!days.isEmpty)
    #expect(!hits("養殖", runner).isEmpty)
  }

  @Test("A span of days leaves other days' pages out")
  func span() throws {
    let scratch = try Demo.directory()
    let runner = try Demo.runner(scratch)
    let from = Demo.today - 9, to = Demo.today - 5
    let pages =
      runner.finish(.search("步巡", from: from, to: to))
      + runner.finish(.search("foot", from: from, to: to))
    let days = pages.flatMap { progress -> [Day] in
      guard case .brought(let found as Found) = progress else { return [] }
      return found.hits.compactMap { if case .page(_, let day?) = $0.place { day } else { nil } }
    }
    #expect(!days.isEmpty && days.allSatisfy { (from...to).contains($0) })
  }

  @Test(
    "What pages show is found, in any language, also where a code or nothing at all stands for it",
    arguments: [
      ("晴", [1, 2]), ("雾", []), ("步巡", [1, 2]), ("步", []), ("On foot", [1, 2]),
      ("未发现", [1]), ("未發現異常", [1]), ("nothing found", [1]), ("变压器", [2]), ("變壓器", [2]),
      ("病假", [1, 2]), ("没有这样的词", []),
    ])
  func coded(_ text: String, _ pages: [Int]) throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let quiet = ["From": "2026-11-24 18:00", "To": "2026-11-24 19:00", "Objects": "", "Focus": ""]
    _ = runner.perform(.record(try Sample.quiet(quiet)))
    _ = runner.perform(.record(try Sample.entry(["Settles": "", "Late": ""])))
    let numbers = hits(text, runner).compactMap { hit -> Int? in
      if case .page(let id, _) = hit.place { id.number } else { nil }
    }
    #expect(numbers.sorted() == pages, "\(text)")
  }

  @Test("A hit by a code says what the page shows, not how the file writes it")
  func excerpt() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    #expect(hits("步巡", runner).map(\.excerpt) == ["方式：步巡"])
    #expect(hits("未发现", runner).map(\.excerpt) == ["情况：未发现异常"])
  }

  @Test("Pages come in the order of their days, the newest first, of all books together")
  func order() throws {
    let scratch = try Demo.directory()
    let runner = try Demo.runner(scratch)
    let found = hits("养殖", runner)
    let places = found.compactMap { hit -> (book: BookID, day: Day)? in
      if case .page(let page, let day?) = hit.place { (page.book, day) } else { nil }
    }
    #expect(Set(places.map(\.book)).count > 3)
    #expect(places.map(\.day) == places.map(\.day).sorted(by: >))
    // Registers stand before them.
    let all = hits("高庄", runner)
    let isPage = all.map { if case .page = $0.place { true } else { false } }
    #expect(isPage.contains(false) && isPage.contains(true))
    #expect(isPage == isPage.sorted { !$0 && $1 })
  }

  @Test("What stands in digests, signatures and keys alone is not found, and no field's name is")
  func readable() throws {
    let scratch = try Demo.directory()
    let runner = try Demo.runner(scratch)
    let volume = try scratch.text("books/2026/QS.inspection.rec")
    let digest = try #require(volume.firstMatch(of: /Digest: sha256 ([0-9a-f]{12})/)?.1)
    let key = try #require(volume.firstMatch(of: /Key: SHA256:([A-Za-z0-9]{10})/)?.1)
    #expect(hits(String(digest), runner).isEmpty && hits(String(key), runner).isEmpty)
    #expect(hits("Observed", runner).isEmpty && hits("sha256", runner).isEmpty)
    // Whose hand it was is asked for.
    let named = hits("柳东升", runner).map(\.excerpt)
    #expect(named.contains("检查人：柳东升") && named.contains("签字人：柳东升"), "\(named.prefix(9))")
    #expect(!named.contains { $0.contains("QS-001") })
  }

  @Test("Hits are told in the language that is asked for")
  func languages() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    func excerpts(_ text: String, _ language: Language) -> [String] {
      runner.finish(.search(text, in: language)).flatMap { progress -> [String] in
        if case .brought(let found as Found) = progress { found.hits.map(\.excerpt) } else { [] }
      }
    }
    #expect(excerpts("步巡", .en) == ["Mode: On foot"])
    #expect(excerpts("步巡", .hant) == ["方式：步巡"])
    #expect(excerpts("小李庄", .en) == ["Route: 柳庄—小李庄公路"])
    #expect(excerpts("小李庄", .hant) == ["路段（部位）：柳庄—小李庄公路"])
  }

  @Test(
    "A page is found by its number as people say it, of any team or of one",
    arguments: [
      ("№55", true), ("第55页", true), ("第 55 頁", true), ("No. 55", true), ("55页", true),
      ("高庄 №55", true), ("gz №55", true), ("无此队 №55", false), ("№0", false),
    ])
  func byNumber(_ text: String, _ isFound: Bool) throws {
    let scratch = try Demo.directory()
    let found = hits(text, try Demo.runner(scratch))
    let numbers = found.compactMap { hit -> Int? in
      if case .page(let page, _) = hit.place { page.number } else { nil }
    }
    #expect(!numbers.isEmpty == isFound && Set(numbers).isSubset(of: [55]), "\(numbers)")
    if text.contains("高庄") || text.contains("gz") { #expect(numbers.count == 1) }
    #expect(TypedPageNumber("55") == nil, "a number alone may be anything")
  }

  @Test("Nothing found is an answer")
  func nothing() throws {
    let scratch = try Demo.directory()
    #expect(hits("没有这样的词", try Demo.runner(scratch)).isEmpty)
  }

  @Test("The demo city's people and phones can't be anybody's")
  func impossible() throws {
    let snapshot = try Demo.snapshot(try Demo.directory())
    #expect(snapshot.allMembers.allSatisfy { ($0.phone ?? "100").hasPrefix("100") })
    #expect(snapshot.allMembers.allSatisfy { !$0.pinyin.isEmpty })
  }

  @Test(
    "Surnames have the reading that surnames have",
    arguments: [
      ("单雄", "shan xiong"), ("解放", "xie fang"), ("区伟", "ou wei"), ("仇建国", "qiu jian guo"),
    ])
  func surnames(_ name: String, _ reading: String) { #expect(Pinyin.reading(of: name) == reading) }
}
