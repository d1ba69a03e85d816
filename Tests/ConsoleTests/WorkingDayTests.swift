import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

/// Keys to a line of every list from which something is opened, and the keys that open it.
private let lists: [(keys: String, opens: [String])] = [
  ("2<Down>", ["<Enter>", "<F4>", "<Del>"]),
  ("[3<Down>", ["<Enter>", "<F4>", "<F8>"]),
  ("[[2<Down><Down>", ["<Enter>"]),
  ("<F8><Down>", ["<Enter>"]),
  ("<F8><Down><Down>", ["<Enter>"]),
  ("<C-f>2026<Down><Down>", ["<Enter>"]),
  ("<C-t><Down>", ["<Enter>", "<F4>", "<Del>", "<F8>"]),
  ("<C-t>[", ["<F6>"]),
  ("8<S-Tab><Down><Down>", ["<Enter>"]),
  ("7<Tab><Down>", ["<Enter>", "<F4>"]),
  ("8<Tab><S-Tab><S-Tab>", ["<Enter>", "<F6>"]),
  ("8<Tab>[<Down><Down><Enter>", ["<Enter>"]),
]

@Suite("The working day never moves by itself")
struct WorkingDayTests {
  private static let demo = Result { try Demo.directory() }

  @Test("What is opened is left to the same line of the same list", arguments: lists)
  func back(_ list: (keys: String, opens: [String])) throws {
    for size in [Size(80, 24), Size(120, 40)] {
      for open in list.opens {
        let typist = try Typist(try Self.demo.get(), size: size)
        typist.type(list.keys)
        let (before, day) = (typist.surface, typist.world.day)
        typist.type(open)
        #expect(typist.surface != before, "\(list.keys)\(open) opens nothing")
        typist.type("<Esc><C-l>")
        #expect(typist.world.day == day, "\(list.keys)\(open)")
        #expect(typist.surface.text == before.text, "\(list.keys)\(open)\n\(typist.screen)")
        #expect(typist.surface == before, "\(list.keys)\(open)")
      }
    }
  }

  @Test("No line of the list of what is to be done moves the day, nor does the way back")
  func toDo() throws {
    let count = try Typist(try Self.demo.get()).type("0").world.findings.count
    try #require(count > 5)
    for line in 0..<count {
      let typist = try Typist(try Self.demo.get())
      typist.type("0" + String(repeating: "<Down>", count: line) + "<Enter>")
      #expect(typist.world.day == Demo.today, "line \(line)")
      let isPage = typist.lines[1].contains("№")
      typist.type("<Esc>")
      #expect(typist.world.day == Demo.today, "line \(line)")
      if isPage { #expect(typist.lines[1].contains("0 待办与提醒"), "\(typist.screen)") }
    }
  }

  @Test("After an old page was looked at, the next one is written into the working day")
  func nextPage() throws {
    let typist = try Typist(try Demo.directory(), size: Size(120, 40))
    typist.type("<C-f>2026<End><Enter>")
    typist.type("<F2>")
    #expect(typist.screen.contains("11 巡防日       2026-11-24"), "\(typist.screen)")
    typist.type("<Esc><Esc><Esc><C-p>close<Enter>")
    #expect(typist.screen.contains("11月24日 周二"), "\(typist.screen)")
  }

  @Test("The day that somebody turns to is kept, and written into")
  func chosenDay() throws {
    let typist = try Typist(try Demo.directory())
    typist.type("[[<F8><Enter><Esc><Esc><F2>")
    #expect(typist.world.day == Demo.today - 2)
    #expect(typist.screen.contains("2026-11-22"), "\(typist.screen)")
  }

  @Test("The cursor stands on what was saved, wherever it comes in the list")
  func saved() throws {
    let typist = try Typist(try Demo.small(), size: Size(120, 40))
    typist.type(
      "2<F2><Enter>1930-2210<Enter>3-4.1<Enter><Enter>01<F10><F2><Enter>1600-1700<Enter>3-4.1<Enter><Enter>01<F10>"
    )
    #expect(typist.screen.contains("№2 记录人"), "\(typist.screen)")
    typist.type("<F2><Enter>2215-2225<Enter>3-4.1<Enter><Enter>01<F10>")
    #expect(typist.screen.contains("№3 记录人"), "\(typist.screen)")
  }

  @Test("A page that the filter hides, or another part of the tree has, is shown once it is saved")
  func savedElsewhere() throws {
    let typist = try Typist(try Demo.small(), size: Size(120, 40))
    typist.type("2<F7>无此<Enter><F2><Enter>1930-2210<Enter>3-4.1<Enter><Enter>01<F10>")
    #expect(typist.screen.contains("№1 记录人"), "\(typist.screen)")
    var screen = HomeScreen(in: typist.world)
    screen.node = .team("QS-01")
    let page = try #require(typist.patrols.first).page.id
    #expect(screen.patrolRows(in: typist.world).isEmpty)
    #expect(screen.note(saved: [page], in: typist.world).isEmpty)
    #expect(screen.node == .unit("QS") && screen.patrolRows(in: typist.world).count == 1)
  }

  @Test("A book's list goes to what was saved in it")
  func savedInBook() throws {
    let world = try Typist(try Self.demo.get()).world
    let pages = Array((try #require(world.ledger)).patrols.reversed())
    try #require(pages.count > 3)
    let days = world.day.monthDays
    var screen = BookScreen(.patrol, in: world)
    let list = Progress.brought(ListedPages(.patrol, days, pages))
    _ = screen.receive(list, in: world)
    #expect(screen.note(saved: [pages[2].page.id], in: world) == [.start(.list(.patrol, days))])
    _ = screen.receive(list, in: world)
    #expect(
      screen.press(.enter, in: world) == [.open(.page(pages[2].page.id), on: pages[2].day)])
    #expect(screen.note(saved: [], in: world).isEmpty)
  }
}
