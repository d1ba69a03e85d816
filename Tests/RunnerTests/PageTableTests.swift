import Books
import Demo
import Glibc
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("A table of pages is cut out of the books, and says what the pages say one by one")
struct PageTableTests {
  /// Those of which the made-up city has books.
  static let kinds: [PageKind] = [.patrol, .inspection]

  private static let everyDay = Demo.today - 800...Demo.today + 800

  /// The table as it is cut, and as it is put together page by page.
  private func both(
    _ kind: PageKind, _ runner: () throws -> CommandRunner, _ days: ClosedRange<Day> = everyDay,
    owners: Set<String>? = nil
  ) throws -> (cut: String, pages: String) {
    let cut = try runner().table(
      of: kind, from: days.lowerBound, to: days.upperBound, owners: owners)
    let pages = try runner().pages(of: kind, from: days.lowerBound, to: days.upperBound)
    let rows = pages.filter { owners?.contains($0.page.id.book.owner) ?? true }.map {
      CSVWriter.row(PageRow.texts($0, kind.columns))
    }
    return (String(decoding: cut, as: UTF8.self), rows.joined())
  }

  @Test(
    "Of both books of the demo city, with its corrections, voids, signatures and refusals",
    arguments: Self.kinds)
  func demo(_ kind: PageKind) throws {
    let scratch = try Demo.directory()
    let (cut, pages) = try both(kind) { try Demo.runner(scratch) }
    #expect(cut == pages)
    let marks =
      kind == .patrol
      ? [",corrected,", ",void,"] : [",inspected,counts,\r\n", ",reviewer,counts,\r\n"]
    for mark in marks { #expect(cut.contains(mark), "\(mark)") }
    let span = Demo.today - 9...Demo.today - 5
    let own = try both(kind, { try Demo.runner(scratch) }, span, owners: ["QS", "QS-01"])
    #expect(own.cut == own.pages && !own.cut.isEmpty && own.cut.count < cut.count)
  }

  @Test("A page that a later year's volume speaks of", arguments: Self.kinds)
  func newYear(_ kind: PageKind) throws {
    let scratch = try NewYear.books()
    let later = try NewYear.runner(scratch, "2027-01-02T10:00")
    let book = BookID("QS", kind.book)
    let page = PageID(book, year: 2026, number: 1)
    let correct = Attesting.correct(page, changes: ["Remark": "更正"], reason: "笔误")
    _ = later.perform(
      kind == .inspection
        ? .attest(correct, by: "P-001", Signed.secret())
        : .correct(page, changes: ["Remark": "更正"], reason: "笔误"))
    _ = later.perform(Signed.sign(1, .inspected, "QS-01-001"))
    let december = Demo.today + 30...Demo.today + 40
    for days in [Self.everyDay, december] {
      let (cut, pages) = try both(kind, { try NewYear.runner(scratch, "2027-01-02T10:00") }, days)
      #expect(cut == pages)
      #expect(cut.contains(",corrected,"))
    }
  }

  @Test("Unusual writing, damage and a volume that can't be read", arguments: Self.kinds)
  func damaged(_ kind: PageKind) throws {
    let scratch = try NewYear.books()
    let runner = try NewYear.runner(scratch, "2026-12-31T10:00")
    _ = runner.perform(.record(try Sample.entry()))
    _ = runner.perform(.record(try Sample.hostile()))
    let disk = try MemoryDisk(scratch)
    let volumes = disk.all.keys.filter { $0.hasPrefix("books/") }.sorted()
    var dice = Dice(seed: 11)
    for _ in 0..<150 {
      var files = disk.all
      for _ in 0..<3 {
        let volume = volumes[Int.random(in: 0..<volumes.count, using: &dice)]
        let bytes = files[volume] ?? []
        let at = Int.random(in: 0..<bytes.count, using: &dice)
        let change = Self.changes[Int.random(in: 0..<Self.changes.count, using: &dice)]
        files[volume] = change(bytes, at)
      }
      let changed = files
      let (cut, pages) = try both(kind) {
        try Demo.runner(scratch, disk: MemoryDisk(changed), at: NewYear.stamp("2026-12-31T10:00"))
      }
      #expect(cut == pages)
    }
  }

  /// What somebody, or a disk, may do to a volume at a place of it.
  private static let changes: [@Sendable ([UInt8], Int) -> [UInt8]] = [
    { Array($0[..<$1]) + " ".utf8 + $0[$1...] },
    { Array($0[..<$1]) + [0xFF] + $0[$1...] },
    { Array($0[..<$1]) + $0[($1 + 1)...] },
    { atLine($0, $1, "# nothing\n") }, { atLine($0, $1, "+ more\n") },
    { atLine($0, $1, "+more\n") },
    { atLine($0, $1, "Remark: another\n") }, { atLine($0, $1, "From: 2026-12-29 07:15\n") },
    { atLine($0, $1, "From: at seven\n") }, { atLine($0, $1, "Kind: patrol\n") },
    { atLine($0, $1, "Route:  =1+1,\u{301} \n") }, { atLine($0, $1, "Number: 7\n") },
    { atLine($0, $1, "Digest: none\n") }, { atLine($0, $1, "\n") },
    { atLine($0, $1, "Torn: 3\r\n") },
  ]

  /// A line put in before the one at a place.
  private static func atLine(_ bytes: [UInt8], _ at: Int, _ line: String) -> [UInt8] {
    let start = bytes[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Array(bytes[..<start]) + line.utf8 + bytes[start...]
  }

  @Test("A volume that can't be read is named, and the others have their rows")
  func unread() throws {
    let scratch = try NewYear.books()
    let volume = "books/2026/QS.patrol.rec"
    let disk = FailingDisk(scratch.disk, .errno(EIO), acts: [.read], at: volume)
    let runner = try Demo.runner(scratch, at: NewYear.stamp("2026-12-31T10:00"))
    _ = try runner.pages(of: .patrol, from: Demo.today - 400, to: Demo.today)
    runner.settleNow()
    func late() throws -> CommandRunner {
      try Demo.runner(scratch, disk: disk, at: NewYear.stamp("2026-12-31T10:00"))
    }
    let (cut, pages) = try both(.patrol, late)
    #expect(cut == pages && cut.contains("QS-01.patrol,2025") && !cut.contains("QS.patrol"))
    let reader = try late()
    _ = try reader.table(
      of: .patrol, from: Self.everyDay.lowerBound, to: Self.everyDay.upperBound, owners: nil)
    let told = try reader.unread(from: Self.everyDay.lowerBound).map { $0.happened[.hans] }
    #expect(told.contains { $0.contains(volume) })
  }
}
