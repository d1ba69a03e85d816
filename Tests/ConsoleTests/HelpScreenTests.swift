import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

@Suite("Help says what a place is for, what to do next, and its keys in groups")
struct HelpScreenTests {
  private static let demo = Result { try Demo.stocked() }

  private func typist(_ size: Size, _ language: Language = .hans) throws -> Typist {
    try Typist(try Self.demo.get(), size: size, language: language)
  }

  @Test("Every screen says in three languages what it is for and what to do next")
  func purposes() {
    #expect(KeyTables.screens.count > 20)
    for screen in KeyTables.screens {
      for language in Language.allCases {
        let text = screen.purpose[language]
        let ends = text.count { "。.".contains($0) }
        #expect(text.count > 15 && ends > 0, "\(screen): \(text)")
        #expect(language == .en ? text.allSatisfy(\.isASCII) : !text.contains("the "), "\(text)")
      }
    }
    #expect(Set(KeyTables.screens.map { $0.purpose }).count == KeyTables.screens.count)
  }

  @Test(
    "The help of the first screen and of a form is the screen written out in Screens/",
    arguments: [Size(80, 24), Size(120, 40)], [Language.hans, .hant, .en])
  func written(_ size: Size, _ language: Language) throws {
    for (name, keys) in [("home", ""), ("form", "<F2>"), ("registers", "7")]
    where name == "home" || size.width == 80 {
      let typist = try typist(size, language)
      typist.type(keys + "<F1>")
      try Screens.expect(
        typist.screen, "help-\(name)-\(language.rawValue)-\(size.width)x\(size.height)")
    }
  }

  @Test("Enter does what the key does on which the cursor stands, in either column")
  func run() throws {
    let typist = try typist(Size(80, 24))
    // The second line of the left column is Enter; the line beside the first begins a page.
    typist.type("<F1><Right><Down><Down><Down><Enter>")
    #expect(typist.screen.contains("基础台账"), "\(typist.screen)")
    typist.type("<Esc><F1><Right><Left><Left>")
    #expect(!typist.screen.contains("帮助 ·"), "\(typist.screen)")
  }

  @Test("A key that the place has for itself is not told a second time as working everywhere")
  func once() {
    for screen in KeyTables.screens {
      let lines = HelpLine.lines(own: screen.keyLines, everywhere: GlobalKeys.all.map(\.plain))
      let keys = lines.flatMap(\.line.keys)
      #expect(Set(keys).count == keys.count, "\(screen)")
      for columns in 1...2 {
        let rows = HelpLine.rows(lines, columns: columns).flatMap { $0 }
        #expect(rows.sorted() == Array(lines.indices), "\(screen)")
      }
    }
  }

  @Test("The palette lists nothing that only moves or types")
  func palette() throws {
    for keys in ["", "7", "<F2>", "2<Enter>", "0"] {
      let typist = try typist(Size(80, 24))
      typist.type(keys + "<C-p>上移")
      #expect(
        typist.screen.contains("┌ 命令 ───") && typist.screen.contains(" 0 ┐"), "\(typist.screen)")
    }
  }
}

@Suite("What 4 and 6 can do is found from everywhere")
struct LedTests {
  @Test("Each of their acts is in the palette of the first screen, with the keys that lead there")
  func acts() throws {
    let typist = try Typist(try Demo.directory(), size: Size(120, 40))
    for (typed, way, screen) in [
      ("新情报", "4 > F6", "新增情报信息"), ("xqb", "4 > F6", "新增情报信息"),
      ("多发时段", "6 > Tab > F4", "多发区域时段"), ("夜间回看", "6 > Tab > Tab", "6 夜间回看"),
      ("图表", "6 > S-Tab", "6 图表"),
    ] {
      typist.type("<C-p>\(typed)")
      #expect(typist.screen.contains(way), "\(typed)\n\(typist.screen)")
      typist.type("<Enter>")
      #expect(typist.screen.contains(screen), "\(typed)\n\(typist.screen)")
      typist.type("<Esc><Esc><Esc><Esc>")
    }
    let world = typist.world
    let items = PaletteScreen(over: HomeScreen(in: world), in: world).items
    for (type, place) in [
      (IntelligenceScreen.self, .intelligence), (GoalsScreen.self, .goals(unit: nil, at: .board)),
      (CoverScreen.self, .goals(unit: nil, at: .cover)),
      (ReplayScreen.self, .goals(unit: nil, at: .replay)),
      (ChartsScreen.self, .goals(unit: nil, at: .charts)), (MessagesScreen.self, .messages),
    ] as [(any Screen.Type, Place)] {
      for line in type.keyLines where !line.name.isMoving && line.name != .back {
        let effects = items.filter { $0.name == line.name }.map(\.effect)
        // What has a place among the acts without a key stands there once.
        guard !GlobalKeys.unkeyed.contains(where: { $0.name == line.name }) else {
          #expect(effects.count == 1, "\(line.name.phrase[.hans])")
          continue
        }
        #expect(
          line.keys.contains { effects.contains(.act(place, $0)) },
          "\(type) \(line.name.phrase[.hans])"
        )
      }
    }
  }
}

@Suite("Digits lead from screen to screen, and nothing is left without a question")
struct DigitTests {
  private static let demo = Result { try Demo.stocked() }

  /// Keys to screens on which nothing is typed.
  private static let places = [
    "", "2<Enter>", "[3<Enter>", "0", "<F8>", "6", "<C-t>", "7", "7<Tab><Enter>", "8", "5",
    "5<Enter>",
    "<C-p>keys<Enter>",
    "<C-p>verify<Enter>", "<C-p>settings<Enter>",
  ]

  @Test("Every digit leads to its screen from everywhere", arguments: places)
  func everywhere(_ keys: String) throws {
    let screens = [
      ("1", "1 巡防力量"), ("2", "2 治安巡逻记录簿"), ("3", "3 巡防检查记录簿"), ("4", "4 情报信息"), ("5", "5 短信"),
      ("6", "6 目标案事件"),
      ("7", "7 "),
      ("8", "8 勤务"), ("0", "0 待办与提醒"),
    ]
    for (digit, title) in screens {
      let typist = try Typist(try Self.demo.get(), size: Size(120, 40))
      typist.type(keys + digit)
      #expect(typist.screen.contains("┌ \(title)"), "\(keys) \(digit)\n\(typist.screen)")
    }
    for (digit, name) in [("9", "旬报督察")] {
      let typist = try Typist(try Self.demo.get())
      typist.type(keys)
      let before = typist.lines.dropLast(3)
      typist.type(digit)
      #expect(typist.message.hasPrefix("“\(name)”还没有做好。"), "\(keys): \(typist.message)")
      #expect(typist.lines.dropLast(3).first == before.first)
    }
  }

  @Test("A screen that is open already comes to the top as it was left, and stands there once")
  func once() throws {
    let typist = try Typist(try Self.demo.get())
    typist.type("7<Down><Down>")
    let left = typist.lines.prefix(20)
    typist.type("87")
    #expect(typist.lines.prefix(20) == left)
    typist.type("<Esc>")
    #expect(typist.screen.contains("8 勤务"), "\(typist.screen)")
    typist.type("<Esc><Esc>")
    #expect(typist.screen.contains("1 巡防力量"))
  }

  @Test("A page of another day leaves the day that was chosen as it is")
  func day() throws {
    let typist = try Typist(try FullDirectory.copy(), size: Size(120, 40))
    let before = typist.world.day
    typist.type("[[6")
    let chosen = typist.world.day
    #expect(chosen == before - 2)
    typist.type("<Enter>")
    #expect(typist.world.day == chosen, "\(typist.screen)")
    typist.type("1")
    #expect(typist.world.day == chosen && typist.screen.contains("1 巡防力量"), "\(typist.screen)")
  }

  @Test("A form below is left as by Esc: its draft is kept")
  func form() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("<F2><Enter>1930<Enter><F8>1")
    #expect(typist.screen.contains("1 巡防力量"), "\(typist.screen)")
    typist.type("<F2>")
    #expect(typist.screen.contains("19:30"), "\(typist.screen)")
  }
}

@Suite("Leaving asks where something would be lost, once, and says what")
struct LeavingTests {
  /// A desk whose jobs never end.
  private func desk(_ keys: String) throws -> Desk {
    var desk = Desk(try Typist(try Demo.stocked()).world)
    for key in Key.sequence(keys) { _ = desk.press(key) }
    return desk
  }

  @Test(
    "Once says what would be lost, twice leaves",
    arguments: [
      ("<C-p>verify<Enter>", "核验还没有办完"), ("<C-p>verify<Enter>1", "核验还没有办完"),
      ("<C-p>verify<Enter>1<C-p>verify<Enter>", "核验还没有办完"),
    ])
  func asks(_ keys: String, _ said: String) throws {
    var desk = try desk(keys)
    _ = desk.press(.character("q"))
    #expect(desk.message?.text[.hans].hasPrefix(said) == true, "\(desk.message as Any)")
    #expect(!desk.isClosed)
    // Any other key takes the question back.
    _ = desk.press(.up)
    _ = desk.press(.character("q"))
    #expect(!desk.isClosed && desk.message?.text[.hans].hasPrefix(said) == true)
    _ = desk.press(.character("q"))
    for _ in 0..<2 where !desk.isClosed { _ = desk.press(.character("q")) }
    #expect(desk.isClosed)
  }

  @Test("With nothing to lose it leaves at once; a search is asked for anew in no time")
  func leaves() throws {
    for keys in ["", "7<Esc>", "<C-f>x<Esc>", "<C-p>verify<Enter><Esc>"] {
      var desk = try desk(keys)
      _ = desk.press(.character("q"))
      #expect(desk.isClosed, "\(keys) \(desk.message as Any)")
    }
  }

  @Test("A PIN that is typed and not used is told of")
  func secret() throws {
    let scratch = try FullDirectory.copy()
    let typist = try Typist(scratch)
    typist.type("3<F8>123<C-q>")
    #expect(typist.message.hasPrefix("口令已输入"), "\(typist.screen)")
    typist.type("<C-q>")
    #expect(!typist.screen.contains("口令 "), "\(typist.screen)")
  }
}
