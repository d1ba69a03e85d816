import Books
import Patrol
import Records
import TestSupport
import Testing

@Suite("The index finds a day's pages and is never the truth")
struct IndexTests {
  private func index(_ scratch: Scratch) throws -> YearIndex {
    try YearIndex(year: 2026, on: scratch.disk, of: Kinds.ours.books) {
      PageSummary($0, of: $1, $2, offset: $3.lowerBound, length: $3.count)
    }
  }

  private func rows(_ index: YearIndex, _ day: Day) -> Set<String> {
    Set(index.pages(on: day).map { "\($0.book.text) \($0.page.number) \($0.page.marks)" })
  }

  @Test("A stored index says the same as one made from the volumes")
  func stored() throws {
    let scratch = try Demo.directory()
    var fresh = try index(scratch)
    #expect(fresh.stale > 0)
    fresh.store(on: scratch.disk)
    let stored = try index(scratch)
    #expect(stored.stale == 0)
    #expect(stored.pageCount == fresh.pageCount)
    for back in 0..<70 {
      #expect(rows(stored, Demo.today - back) == rows(fresh, Demo.today - back))
    }
    #expect(!rows(stored, Demo.today - 1).isEmpty)
  }

  @Test(
    "A damaged, cut or foreign index is noticed and made anew", arguments: [0, 9, 30, 4000, -1])
  func damaged(_ at: Int) throws {
    let scratch = try Demo.directory()
    var fresh = try index(scratch)
    fresh.store(on: scratch.disk)
    var bytes = try scratch.bytes(".cache/2026.index")
    if at < 0 { bytes.removeLast(100) } else { bytes[at] ^= 0xFF }
    try scratch.write(bytes, to: ".cache/2026.index")
    let again = try index(scratch)
    #expect(again.stale > 0)
    #expect(rows(again, Demo.today - 1) == rows(fresh, Demo.today - 1))
  }

  @Test("Pages written by others are seen, and so is a volume taken away")
  func freshen() throws {
    let scratch = try Demo.directory()
    var index = try index(scratch)
    #expect(try index.freshen(on: scratch.disk) == false)
    let book = BookID("QS", .patrol)
    let page = Volume.NewPage(
      kind: PatrolEntry.kind,
      body: PatrolEntry.schema.print(try Sample.entry(["Date": "2026-11-20"])))
    let before = rows(index, try #require(Day("2026-11-20"))).count
    _ = try Volume(book, year: 2026, on: scratch.disk).append(
      [page], cover: Sample.cover("x"), recorded: Sample.recorded)
    #expect(try index.freshen(on: scratch.disk))
    #expect(rows(index, try #require(Day("2026-11-20"))).count == before + 1)
    try scratch.disk.remove("books/2026/QS.patrol.rec")
    #expect(try index.freshen(on: scratch.disk))
    #expect(index.pages(of: book).isEmpty)
  }

  @Test(
    "An index of the books that are signed alone says the same of them, and looks at no other volume"
  )
  func oneKind() throws {
    let scratch = try Demo.directory()
    var whole = try index(scratch)
    whole.store(on: scratch.disk, part: Kinds.ours.signedBooks)
    try scratch.write("no volume", to: "books/2026/QS.patrol.rec")
    for isStored in [true, false] {
      if !isStored {
        for file in scratch.files(".cache") { try scratch.disk.remove(".cache/" + file) }
      }
      let part = try YearIndex(
        year: 2026, on: scratch.disk, of: Kinds.ours.signedBooks, isPart: true
      ) {
        PageSummary($0, of: $1, $2, offset: $3.lowerBound, length: $3.count)
      }
      #expect(part.unread.isEmpty && (part.stale == 0) == isStored)
      #expect(
        Set(part.books) == Set(whole.books.filter { Kinds.ours.signedBooks.contains($0.kind) }))
      for book in part.books {
        #expect(part.pages(of: book).map(\.number) == whole.pages(of: book).map(\.number))
      }
    }
  }

  @Test("A page struck out is marked so")
  func void() throws {
    let scratch = try Demo.directory()
    let index = try index(scratch)
    let rows = index.books.flatMap { index.pages(of: $0) }
    let voids = rows.count { $0.kind == PageSummary.Kind.void.rawValue }
    #expect(voids > 0)
    #expect(rows.count { $0.has(.void) } == voids)
  }
}
