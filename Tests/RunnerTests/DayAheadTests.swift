import Foundation
import Patrol
import Records
import TestSupport
import Testing

@testable import Runner

@Suite("A day that was read ahead is shown as it stands in the books when somebody turns to it")
struct DayAheadTests {
  private static let day = Demo.today - 1

  private func readAhead(_ scratch: Scratch) throws -> BookKeeping {
    var books = BookKeeping(scratch.disk)
    try books.readAhead(Self.day)
    #expect(books.ahead[Self.day] != nil)
    return books
  }

  private func shown(_ ledger: DayLedger) -> [String] {
    ledger.entries.map { page in
      let pages = [page.page] + page.amendments.map(\.page)
      return "\(pages.map(\.reference.text)) \(page.isSound)"
    } + ledger.damaged.map { $0.happened[.hans] }
  }

  /// A volume with a page of the day.
  private func volume(_ books: inout BookKeeping) throws -> String {
    let page = try #require(try books.ledger(Self.day).patrols.first)
    return "books/\(page.page.id.year)/\(page.page.id.book.text).rec"
  }

  @Test("It is the day as whoever asks first reads it, and its volumes are not read again")
  func same() throws {
    let scratch = try Demo.directory()
    var books = try readAhead(scratch)
    var others = BookKeeping(scratch.disk)
    let ledger = try others.ledger(Self.day)
    #expect(try shown(books.ledger(Self.day)) == shown(ledger))
    #expect(!ledger.entries.isEmpty)
    #expect(try books.ledgerAhead(Self.day) != nil)
  }

  @Test("A page changed by hand is seen, though size and time of its volume were set back")
  func changed() throws {
    let scratch = try Demo.directory()
    var books = try readAhead(scratch)
    let path = try volume(&books)
    let url = URL(fileURLWithPath: scratch.path + "/" + path)
    let before = try scratch.disk.status(path)
    let (touch, reference) = (try Tool("touch"), scratch.path + "/reference")
    #expect(try touch.run(["-r", url.path, reference]).status == 0)
    let page = try #require(try books.ledger(Self.day).patrols.first)
    var text = try scratch.text(path)
    let old = page.page.record.text
    let at = try #require(old.range(of: "Recorded: "))
    let second = old.index(at.upperBound, offsetBy: 18)
    var new = old
    new.replaceSubrange(second...second, with: old[second] == "1" ? "2" : "1")
    text = text.replacingOccurrences(of: old, with: new)
    let file = try FileHandle(forWritingTo: url)
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
    #expect(try touch.run(["-r", reference, url.path]).status == 0)
    let after = try scratch.disk.status(path)
    #expect(before?.modified == after?.modified && before?.size == after?.size)
    #expect(try books.ledger(Self.day).page(page.page.id)?.isSound == false)
  }

  @Test("A volume that is gone is named")
  func gone() throws {
    let scratch = try Demo.directory()
    var books = try readAhead(scratch)
    let path = try volume(&books)
    try FileManager.default.removeItem(atPath: scratch.path + "/" + path)
    let damaged = try books.ledger(Self.day).damaged
    #expect(damaged.contains { $0.happened[.hans].contains(path) })
  }

  @Test("A day of which a page can't be read is left for who asks for it")
  func unreadable() throws {
    let scratch = try Demo.directory()
    var books = try readAhead(scratch)
    let path = try volume(&books)
    let bytes = try scratch.bytes(path)
    try scratch.write(Array(repeating: UInt8(ascii: "x"), count: bytes.count), to: path)
    try books.readAhead(Self.day)
    #expect(try books.ledgerAhead(Self.day) == nil)
    #expect(books.notRead.isEmpty)
  }

  @Test("What was written into the books makes every day be read anew")
  func written() throws {
    let scratch = try Demo.directory()
    var books = try readAhead(scratch)
    let path = try volume(&books)
    let bytes = try scratch.bytes(path)
    try scratch.write(bytes + Array("\n".utf8), to: path)
    #expect(try books.freshen())
    #expect(books.ahead.isEmpty)
  }

  @Test("The days on both sides of the one that shows are kept, and those farther off are not")
  func beside() throws {
    var books = try readAhead(try Demo.directory())
    #expect(books.lacking(beside: Demo.today) == [Demo.today + 1])
    #expect(books.lacking(beside: Self.day) == [Self.day - 1, Demo.today])
    #expect(books.lacking(beside: Demo.today - 5).count == 2)
    #expect(books.ahead.isEmpty)
  }
}
