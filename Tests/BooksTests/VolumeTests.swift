import Books
import Patrol
import Records
import TestSupport
import Testing
import Wording

@Suite("A volume is only appended to, and every page follows from the one before")
struct VolumeTests {
  private let book = BookID("QS", .patrol)

  private func page(_ remark: String, _ day: Day) throws -> Volume.NewPage {
    let texts = ["Date": day.text, "From": "\(day.text) 19:30", "To": "\(day.text) 22:10"]
    return .init(
      kind: PatrolEntry.kind,
      body: PatrolEntry.schema.print(
        try Sample.entry(texts.merging(["Remark": remark]) { $1 })))
  }

  @discardableResult
  private func append(_ remarks: String..., on disk: any Disk, year: Int = 2026) throws
    -> [PageReference]
  {
    let recorded = try #require(Stamp("\(year)-11-24T22:30:00+08:00"))
    return try Volume(book, year: year, on: disk).append(
      try remarks.map { try page($0, recorded.moment.day) },
      cover: Sample.cover("青石镇专职队 治安巡逻记录簿 \(year)"),
      recorded: Recorded(recorded, by: Named("P-001", "王警官")))
  }

  private func faults(_ scratch: Scratch) throws -> [Notice] {
    try Demo.verified(scratch).findings
  }

  @Test("Pages get numbers in order and the volume verifies")
  func numbers() throws {
    let scratch = try Demo.small()
    #expect(try append("一", on: scratch.disk).map(\.id.number) == [1])
    #expect(try append("二", "三", on: scratch.disk).map(\.id.number) == [2, 3])
    let result = try Demo.verified(scratch)
    // The book of keys and its first page among them: no directory is without one.
    #expect((result.volumes, result.pages) == (2, 4))
    #expect(result.findings.isEmpty)
  }

  @Test("What stood in the volume stands there byte for byte after an append")
  func appendOnly() throws {
    let scratch = try Demo.small()
    let path = "books/2026/QS.patrol.rec"
    try append("一", on: scratch.disk)
    let before = try scratch.bytes(path)
    try append("二", on: scratch.disk)
    #expect(Array(try scratch.bytes(path).prefix(before.count)) == before)
  }

  @Test("A new year's volume goes on from the last page of the old one")
  func continuation() throws {
    let scratch = try Demo.small()
    let last = try append("一", "二", on: scratch.disk)[1]
    try append("三", on: scratch.disk, year: 2027)
    let header = try scratch.text("books/2027/QS.patrol.rec")
    #expect(VolumeText(Bytes(header)).says?.continues == last)
    #expect(try faults(scratch).isEmpty)
    try scratch.write(
      header.replacing(last.digest.hex, with: String(repeating: "0", count: 64)),
      to: "books/2027/QS.patrol.rec")
    #expect(try !faults(scratch).isEmpty)
  }

  @Test("Any changed byte of a page is found, wherever it is")
  func flippedByte() throws {
    let scratch = try Demo.small()
    let path = "books/2026/QS.patrol.rec"
    try append("一", "二", on: scratch.disk)
    let whole = try scratch.bytes(path)
    let text = VolumeText(Bytes(whole))
    for at in stride(from: text.header.lowerBound, to: whole.count - 1, by: 17) {
      var bytes = whole
      bytes[at] ^= 0x01
      try scratch.write(bytes, to: path)
      let found = (try? faults(scratch)) ?? []
      #expect(!found.isEmpty, "byte \(at) of \(whole.count) was changed and not noticed")
    }
  }

  @Test("A page taken out, put twice or moved is found")
  func movedPages() throws {
    let scratch = try Demo.small()
    let path = "books/2026/QS.patrol.rec"
    try append("一", "二", "三", on: scratch.disk)
    let volume = VolumeText(Bytes(try scratch.bytes(path)))
    let header = volume.bytes.text(volume.header)
    let pages = volume.pages.map { volume.bytes.text($0) }
    for order in [[0, 2], [0, 1, 1, 2], [1, 0, 2], [0, 2, 1]] {
      try scratch.write(header + order.map { pages[$0] }.joined(separator: "\n"), to: path)
      #expect(try !faults(scratch).isEmpty, "\(order)")
    }
  }

  @Test("A page cut off by a crash is set aside and the next one follows from the last whole page")
  func tornTail() throws {
    let path = "books/2026/QS.patrol.rec"
    let scratch = try Demo.small()
    try append("一", "二", on: scratch.disk)
    let whole = try scratch.bytes(path)
    let pages = VolumeText(Bytes(whole)).pages
    for cut in stride(from: pages[1].lowerBound + 1, to: whole.count, by: 23) {
      try scratch.write(Array(whole[..<cut]), to: path)
      let next = try append("三", on: scratch.disk)
      #expect(next.first?.id.number == 2, "cut at \(cut)")
      #expect(try faults(scratch).isEmpty, "cut at \(cut)")
    }
    let aside = scratch.files("drafts")
    #expect(!aside.isEmpty && aside.allSatisfy { $0.hasPrefix("QS.patrol.2026.torn.") })
  }

  @Test("A first page of which only a part arrived is written again, header and all")
  func tornHeader() throws {
    let path = "books/2026/QS.patrol.rec"
    let scratch = try Demo.small()
    try append("一", on: scratch.disk)
    let whole = try scratch.bytes(path)
    let header = VolumeText(Bytes(whole)).header.upperBound
    for cut in stride(from: 0, to: whole.count, by: 13) {
      try scratch.write(Array(whole[..<cut]), to: path)
      #expect(try append("一", on: scratch.disk).first?.id.number == 1, "cut at \(cut)")
      // Of a page that was begun the next one tells.
      let tells = try scratch.text(path).contains("\nTorn: ")
      #expect(tells == (cut > header), "cut at \(cut)")
      #expect(try tells ? faults(scratch).isEmpty : scratch.bytes(path) == whole, "cut at \(cut)")
    }
  }

  @Test(
    "A disk that is full keeps the volume as it was; what half arrived is set aside later",
    arguments: [0, 1, 200])
  func fullDisk(_ arrived: Int) throws {
    let scratch = try Demo.small()
    try append("一", on: scratch.disk)
    let failing = FailingDisk(scratch.disk, .torn(arrived))
    #expect(throws: DiskError.full(path: "books/2026/QS.patrol.rec")) {
      try append("二", on: failing)
    }
    #expect(try append("三", on: scratch.disk).first?.id.number == 2)
    #expect(try faults(scratch).isEmpty)
  }

  @Test("Nothing follows a last page that was altered, and a file that is no volume stays as it is")
  func refused() throws {
    let scratch = try Demo.small()
    let path = "books/2026/QS.patrol.rec"
    try append("一", on: scratch.disk)
    let altered = try scratch.text(path).replacing("柳庄", with: "李庄")
    try scratch.write(altered, to: path)
    #expect(throws: BookError.self) { try append("二", on: scratch.disk) }
    #expect(try scratch.text(path) == altered)
    try scratch.write("Shopping list\n\nmilk\n", to: path)
    #expect(throws: (any Error).self) { try append("二", on: scratch.disk) }
    #expect(try scratch.text(path) == "Shopping list\n\nmilk\n")
  }

  @Test(
    "A saved page that somebody has written around is never moved away, nor is its number used again",
    arguments: [1, 2, 3], ["=======\n>>>>>>> other\n\n", "x\n\n", "x\n\ny\n\n"])
  func writtenAround(_ pages: Int, _ junk: String) throws {
    let scratch = try Demo.small()
    for number in 1...pages { try append("\(number)", on: scratch.disk) }
    let volume = Volume(book, year: 2026, on: scratch.disk)
    let sound = try scratch.text(volume.path)
    try scratch.write(sound + junk, to: volume.path)
    #expect(throws: BookError.self) { try append("又", on: scratch.disk) }
    #expect(try scratch.text(volume.path) == sound + junk)
    #expect(try Heads(on: scratch.disk, of: Kinds.ours.books).unread.map(\.file) == [volume.path])
    #expect(try !faults(scratch).isEmpty)
    // Behind a blank line it is what a crash left.
    try scratch.write(sound + "\n" + junk, to: volume.path)
    #expect(try append("又", on: scratch.disk).map(\.id.number) == [pages + 1])
  }

  @Test("Two writers at once never lose or mix a page")
  func twoWriters() async throws {
    let scratch = try Demo.small()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask { for page in 0..<25 { try append("\(writer)-\(page)", on: scratch.disk) } }
      }
      try await group.waitForAll()
    }
    let result = try Demo.verified(scratch)
    #expect(result.pages == 101)
    #expect(result.findings.isEmpty)
  }

  @Test("Two copies of a book that were both continued are told as a fork")
  func forked() throws {
    let scratch = try Demo.small()
    let path = "books/2026/QS.patrol.rec"
    try append("一", on: scratch.disk)
    let common = try scratch.text(path)
    try append("二", on: scratch.disk)
    let one = try scratch.text(path)
    try scratch.write(common, to: path)
    try append("另一个二", on: scratch.disk)
    let other = try scratch.text(path).dropFirst(common.count)
    // What a merge by lines would make of them.
    try scratch.write(one + other, to: path)
    let found = try #require(
      try faults(scratch).first { $0.happened[.hans].contains("两个分叉的副本") })
    // A page's number is its place, for lists and screens as well; what stands on it is said.
    #expect(found.happened[.hans].hasPrefix("\(path) 第3页不算"))
    #expect(found.happened[.hans].contains("页上写的是第2页"))
    #expect(found.happened[.en].contains("on it stands number 2"))
  }

  @Test("The heads list names the last page of every book")
  func heads() throws {
    let scratch = try Demo.small()
    let last = try append("一", "二", on: scratch.disk)[1]
    #expect(try Heads(on: scratch.disk, of: Kinds.ours.books).pages.contains(last))
    #expect(try Heads(on: scratch.disk, of: Kinds.ours.books).text.contains(last.digest.hex))
  }
}
