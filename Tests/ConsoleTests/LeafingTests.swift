import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@Suite("One leafs through a book as through paper")
struct LeafingTests {
  private static let demo = Result { try Demo.directory() }

  private func typist(_ keys: String, _ language: Language = .hans) throws -> Typist {
    let typist = try Typist(try Self.demo.get(), size: Size(120, 40), language: language)
    return typist.type(keys)
  }

  /// `№77` of the frame's first line.
  private func number(_ typist: Typist) -> Int? {
    typist.lines[1].firstMatch(of: /№(\d+)/).flatMap { Int($0.1) }
  }

  private func day(_ typist: Typist) -> String? {
    typist.screen.firstMatch(of: /巡防日 +(\d{4}-\d\d-\d\d)/).map { String($0.1) }
  }

  private func hints(_ typist: Typist) -> String { typist.lines.last ?? "" }

  @Test("Back to the first page of the book and forward to its last, each with its own day")
  func wholeBook() throws {
    let typist = try typist("2<Enter>")
    let last = try #require(number(typist))
    #expect(!hints(typist).contains("] 后一页") && hints(typist).contains("[ 前一页"))
    var numbers = [last]
    var days = [day(typist)]
    for _ in 0..<500 {
      typist.type("[")
      guard !typist.message.contains("第一页"), let number = number(typist) else { break }
      numbers.append(number)
      days.append(day(typist))
    }
    #expect(typist.message == "已是本簿第一页。")
    #expect(numbers.count > 20 && numbers == numbers.sorted(by: >), "\(numbers)")
    #expect(!days.contains(nil) && Set(days).count > 10)
    #expect(hints(typist).contains("] 后一页") && !hints(typist).contains("[ 前一页"))
    // The letters do the same; the working day stays where it is.
    for expected in numbers.reversed().dropFirst() {
      typist.type("n")
      #expect(number(typist) == expected)
    }
    typist.type("n")
    #expect(typist.message == "已是本簿最后一页。" && number(typist) == last)
    typist.type("p")
    #expect(number(typist) == numbers[1])
    #expect(typist.world.day == Demo.today)
  }

  @Test("PageDown behind the end of a page is the next page, PageUp before its head the one before")
  func pageKeys() throws {
    let typist = try typist("2<Enter>[[")
    let here = try #require(number(typist))
    typist.type("<PageDown>")
    let next = try #require(number(typist))
    #expect(next > here)
    typist.type("<PageUp>")
    #expect(number(typist) == here)
    // What does not fit is read to its end first.
    typist.resize(Size(60, 16))
    typist.type("<PageDown>")
    #expect(number(typist) == here)
    for _ in 0..<5 where number(typist) == here { typist.type("<PageDown>") }
    #expect(number(typist) == next)
  }

  @Test("A page is gone to by its number; one that is about another leads to that")
  func byNumber() throws {
    let typist = try typist("2<Enter><F7>3<Enter>")
    #expect(number(typist) == 3, "\(typist.screen)")
    typist.type("#９９９９<Enter>")
    #expect(typist.message == "2026 年这本簿没有第 9999 页。" && number(typist) == 3)
    typist.type("/<Enter>")
    #expect(typist.message == "键入页号，如 55。")
    typist.type("<Esc>")
    #expect(!typist.screen.contains(" № ") && number(typist) == 3)
    // Signatures are pages too.
    let inspections = try self.typist("[3<Enter>")
    let entry = try #require(number(inspections))
    inspections.type("<F7>\(entry + 1)<Enter>")
    #expect(number(inspections) == entry, "\(inspections.screen)")
  }

  @Test("From one page that waits for somebody to the next, whatever book it stands in")
  func unsigned() throws {
    let typist = try typist("[3<Enter>")
    let all = typist.world.waiting.filter { $0.page.book.kind == .inspection }
    for _ in 0..<all.count + 1 where !typist.message.contains("前面没有") { typist.type("<S-Tab>") }
    #expect(typist.message == "前面没有待签的了。")
    var seen: [String] = []
    for _ in 0..<all.count {
      seen.append("\(day(typist) ?? "") \(number(typist) ?? 0)")
      typist.type("<Tab>")
    }
    #expect(typist.message == "后面没有待签的了。")
    let expected = all.sorted { $0.place < $1.place }.map { "\($0.day.text) \($0.page.number)" }
    #expect(seen == expected)
  }

  @Test("Back and forward through the pages one was on, from another screen too")
  func trail() throws {
    let typist = try typist("<M-Left>")
    #expect(typist.message == "还没有看过哪一页。")
    typist.type("2<Enter>")
    let first = try #require(number(typist))
    typist.type("[<F7>3<Enter>")
    let second = try #require(typist.type("<M-Left>").lines[1].firstMatch(of: /№(\d+)/)).1
    #expect(number(typist.type("<C-b>")) == first)
    typist.type("<C-b>")
    #expect(typist.message == "这是看过的第一页。")
    #expect(number(typist.type("<M-Right>")) == Int(second))
    #expect(number(typist.type("<C-n>")) == 3)
    let text = typist.screen
    typist.type("<Esc>7<M-Left>")
    #expect(typist.screen == text, "\(typist.screen)")
    typist.type("<Esc>")
    #expect(typist.screen.contains("7 "), "\(typist.screen)")
    #expect(typist.world.day == Demo.today)
  }

  @Test("Over New Year a book goes on in the volume of the next year")
  func overNewYear() throws {
    let scratch = try NewYear.books()
    _ = try Typist(scratch, at: NewYear.stamp("2027-01-02T00:30"))
      .type("<F2><Enter>2200-0020<Enter>=<Enter><Enter>01<F10>")
    let typist = try Typist(scratch, language: .en, at: NewYear.stamp("2027-01-02T00:40"))
    typist.type("2<Enter>")
    #expect(typist.lines[1].contains("2027"), "\(typist.screen)")
    typist.type("[")
    #expect(typist.lines[1].contains("2026"), "\(typist.screen)")
    typist.type("]]")
    #expect(typist.message == "This is the last page of the book.")
  }
}
