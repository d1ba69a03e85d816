import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

@Suite("In the smallest window lists keep their rows, and nothing that is read is cut")
struct SmallWindowTests {
  private static let demo = Result { try Demo.directory() }

  @Test(
    "No list gives its rows to a preview",
    arguments: ["<Home>2", "<F8>", "<C-p>keys<Enter>", "<Home>8", "<Home>8<S-Tab>"])
  func rows(_ keys: String) throws {
    let typist = try Typist(try Self.demo.get(), size: Size(60, 16))
    typist.type(keys)
    #expect(!typist.screen.contains("───── │"), "\(typist.screen)")
    let frame = typist.lines.dropFirst(2).prefix { !$0.hasPrefix("└") }
    #expect(frame.count == 12 && frame.allSatisfy { $0.hasPrefix("│") }, "\(typist.screen)")
  }

  @Test("The roster's weekdays can be read, in every language and at every width")
  func weekdays() throws {
    for language in Language.allCases {
      let typist = try Typist(try Self.demo.get(), size: Size(60, 24), language: language)
      typist.type("8")
      for width in 60...120 {
        typist.resize(Size(width, 24))
        let heads = typist.lines[2]
        for (index, day) in [23, 24, 25, 26, 27, 28, 29].enumerated() {
          let name = Phrase.weekday(index + 1)[language]
          let short = Phrase.weekdayInOne(index + 1)[language]
          #expect(
            heads.contains("\(name)\(day)") || heads.contains("\(short)\(day)"),
            "\(width) \(heads)")
        }
      }
    }
  }

  @Test("The first line leaves out whole what it has no room for")
  func header() throws {
    for language in Language.allCases {
      let typist = try Typist(try Self.demo.get(), size: Size(60, 24), language: language)
      for keys in ["", "["] {
        typist.type(keys)
        for width in 60...120 {
          typist.resize(Size(width, 24))
          let head = typist.lines[0]
          let kept = language == .en ? "/27" : language == .hans ? "/27 队" : "/27 隊"
          #expect(head.contains(kept) && !head.contains(".."), "\(width) \(head)")
          #expect(head.contains("王警官"))
        }
      }
    }
  }

  @Test("Both bars are painted to the last cell")
  func bars() throws {
    for size in [Size(60, 16), Size(80, 24), Size(120, 40)] {
      for keys in ["", "2<Enter>", "8<Tab>", "<F2>", "<F1>"] {
        let surface = try Typist(try Self.demo.get(), size: size).type(keys).surface
        let bars: Set<Role> = [.bar, .barDim, .barStrong, .hint, .hintKey]
        for y in [0, size.height - 1] {
          for x in 0..<size.width {
            #expect(bars.contains(surface[x, y].role), "\(keys) \(x) \(y)")
          }
        }
      }
    }
  }

  @Test("No name of anybody present is broken over two lines, at any width")
  func names() throws {
    let world = try Typist(try Self.demo.get()).world
    let patrols = (try #require(world.ledger)).patrols
    var seen = 0
    for page in patrols {
      let names = Named.list(page.text(PatrolEntry.present)).map(\.name)
      for width in [44, 56, 60, 76] {
        let lines = PageText(page: page, world: world).lines(width: width).map {
          $0.spans.map(\.text).joined()
        }
        for name in names where name.count > 1 {
          #expect(lines.contains { $0.contains(name) }, "\(name) \(width)\n\(lines)")
          seen += 1
        }
      }
    }
    #expect(seen > 100)
  }
}
