import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

@Suite("Columns of a list are sorted, widened and searched")
struct ColumnTests {
  private static let demo = Result { try Demo.directory() }

  private func typist(_ keys: String) throws -> Typist {
    try Typist(try Self.demo.get(), size: Size(100, 24)).type(keys)
  }

  /// The column of the records' pane that begins below a heading.
  private func column(_ typist: Typist, below heading: String) throws -> [String] {
    let head = try #require(typist.lines.firstIndex { $0.contains(heading) })
    let surface = typist.surface
    let text = typist.lines[head]
    let start = try #require(text.range(of: heading)).lowerBound
    let x = String(text[..<start]).cells
    var found: [String] = []
    for y in head + 1..<surface.size.height - 2 {
      var word = ""
      var place = x
      while place < surface.size.width, surface[place, y].character != " " {
        word.append(surface[place, y].character)
        place += surface[place, y].width
      }
      if !word.isEmpty, !word.hasPrefix("─") { found.append(word) }
    }
    return found
  }

  @Test("One key sorts by the chosen column, again turns it round, again leaves it as it was")
  func sort() throws {
    let typist = try typist("7<Tab>...")
    let before = try column(typist, below: "[职务]")
    typist.type(",")
    let up = try column(typist, below: "[职务+]")
    let table = typist.world.codes.table("post").map { $0.label[.hans] }
    let places = up.compactMap { table.firstIndex(of: $0) }
    #expect(places.count == up.count && places == places.sorted() && up != before, "\(up)")
    typist.type(",<Home>")
    let down = try column(typist, below: "[职务-]").compactMap { table.firstIndex(of: $0) }
    #expect(down == down.sorted(by: >) && (down.first ?? 0) > (places.first ?? 9), "\(down)")
    typist.type(",<Home>")
    #expect(try column(typist, below: "[职务]") == before)
    // Names stand in the order of their reading, and the chosen record stays chosen.
    typist.type("<Down><Down>")
    let chosen = typist.lines[typist.surface.caret?.y ?? 0]
    typist.type(".....,")
    typist.type("")
    #expect(typist.screen.contains("+]"))
    #expect(typist.lines[typist.surface.caret?.y ?? 0].prefix(40) == chosen.prefix(40))
  }

  @Test("Names are sorted by their reading, phones by what the mask leaves")
  func byReading() throws {
    let typist = try typist("7<Tab>.,")
    let snapshot = typist.world.snapshot
    var rows = RegisterRows(.members)
    rows.order = RegisterOrder("Name", isDown: false)
    let readings = rows.indexes(in: snapshot).compactMap {
      snapshot.table(.members).texts(at: $0)["Pinyin"]
    }
    #expect(readings.count > 100 && readings == readings.sorted())
    rows.order = RegisterOrder("Phone", isDown: true)
    let phones = rows.indexes(in: snapshot).compactMap {
      snapshot.table(.members).texts(at: $0)["Phone"]
    }
    #expect(phones.map { Member.masked($0) } == phones.map { Member.masked($0) }.sorted(by: >))
    #expect(phones != phones.sorted(by: >), "whole numbers would tell what is hidden")
  }

  @Test("One key widens the chosen column and takes it back")
  func widen() throws {
    let typist = try typist("7<Tab>..")
    let before = typist.screen
    typist.type(";")
    #expect(typist.screen != before && typist.screen.contains("[队伍]"))
    let wide = try #require(typist.lines[2].range(of: "职务") ?? typist.lines[2].range(of: "电话"))
    let head = typist.lines[2][..<wide.lowerBound]
    #expect(String(head).cells > 70, "\(typist.lines[2])")
    typist.type(";")
    #expect(typist.screen == before)
  }

  @Test("A filter looks at what codes are called, in any language, and C-u clears it")
  func filter() throws {
    let all = try typist("7<Tab>").lines[1]
    for word in ["副队长", "副隊長", "Deputy"] {
      let typist = try typist("7<Tab>/" + word)
      #expect(typist.screen.contains("夏有粮") && typist.screen.contains("1/5"), "\(typist.screen)")
      #expect(!typist.screen.contains("柳东升"))
      typist.type("<C-u>")
      #expect(typist.lines[1].contains("1/34") && all.contains("1/34"), "\(typist.screen)")
    }
  }

  @Test("From a page to the list of its book, month by month, standing on that page")
  func bookOfPage() throws {
    let typist = try typist("2<Enter>[[")
    let number = try #require(typist.lines[1].firstMatch(of: /№(\d+)/)).1
    typist.type("<F5>")
    #expect(typist.lines[1].contains("治安巡逻记录簿 · 大槐村队 · 2026年11月"), "\(typist.screen)")
    let caret = try #require(typist.surface.caret).y
    #expect(typist.lines[caret].contains(" \(number) "), "\(typist.screen)")
    let numbers = typist.lines.compactMap { $0.firstMatch(of: /^│ +(\d+)\s/)?.1 }
    #expect(numbers.count > 5 && Set(numbers).count == numbers.count, "\(typist.screen)")
    let there = typist.surface
    typist.type("<Down><Enter>")
    #expect(typist.lines[1].contains("№"))
    typist.type("<Esc><Up>")
    #expect(typist.surface == there)
    typist.type("[")
    #expect(typist.lines[1].contains("大槐村队 · 2026年10月"), "\(typist.screen)")
  }

  @Test("A book's list is sorted and narrowed by what its columns show")
  func book() throws {
    let typist = try typist("2<Enter><F5>")
    let before = typist.screen
    // Weather, leader, route: whatever the book lists, the filter finds what shows.
    typist.type("/未发现")
    #expect(typist.screen.contains("/未发现_"), "\(typist.screen)")
    let count = typist.lines[1].firstMatch(of: /(\d+)条/).flatMap { Int($0.1) } ?? 0
    #expect(count > 0 && !typist.screen.contains("没有符合的"), "\(typist.screen)")
    typist.type("<C-u>zzz")
    #expect(typist.screen.contains("没有符合的"), "\(typist.screen)")
    typist.type("<Enter><Esc>")
    #expect(typist.screen == before)
    typist.type(".,")
    #expect(typist.screen.contains("+]"), "\(typist.screen)")
    typist.type(",")
    #expect(typist.screen.contains("-]"))
    typist.type(",<Home>")
    typist.type(";")
    #expect(typist.screen != before)
  }

  @Test("The first screen's filter looks at the columns, and not into digests or names of fields")
  func home() throws {
    let small = try Typist(try Self.demo.get(), size: Size(60, 16))
    small.type("<Home>2<F7>大槐")
    #expect(small.screen.contains("大槐村队") && !small.screen.contains("柳庄村队"))
    for hidden in ["Digest", "sha256", "Observed", "patrol"] {
      let typist = try self.typist("<Home>2<F7>" + hidden)
      #expect(typist.screen.contains("没有符合的"), "\(hidden) \(typist.screen)")
    }
  }
}
