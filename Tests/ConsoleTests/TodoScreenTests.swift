import Console
import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@Suite("The list of things to do says what presses, and what to do about it")
struct TodoScreenTests {
  private static let demo = Result { try Demo.directory() }

  private func typist(_ size: Size = Size(120, 40), _ language: Language = .hans) throws -> Typist {
    let typist = try Typist(try Demo.directory(), size: size, language: language)
    typist.tick()
    return typist
  }

  /// What stands on the line with the caret.
  private func line(_ typist: Typist) -> String {
    typist.surface.caret.map { typist.lines[$0.y] } ?? ""
  }

  /// Unfolds a group, its units too, and stands on the first thing in it.
  private func unfold(_ rule: RuleID, _ typist: Typist) {
    typist.type("0<F7><C-u>\(rule.title[.hans])<Enter><Home>")
    let groups = ["▾", "▸"]
    for _ in 0..<5 where groups.contains(where: line(typist).contains) { typist.type("<Down>") }
  }

  @Test(
    "At every size and in both languages it is the screen written out in Screens/",
    arguments: [Size(60, 16), Size(80, 24), Size(120, 40)], [Language.hans, .en])
  func screens(_ size: Size, _ language: Language) throws {
    let typist = try typist(size, language)
    typist.type("0")
    let name = "\(language == .en ? "en-" : "")\(size.width)x\(size.height)"
    try Screens.expect(typist.screen, "todo-\(name)")
    // Everything of the second group, the first of it marked, and what may wait unfolded.
    typist.type("<Down><Space><Tab><Tab><Right><End>")
    try Screens.expect(typist.screen, "todo-marked-\(name)")
  }

  @Test("A filter that finds nothing says so; one that finds counts no more than it found")
  func filtered() throws {
    let typist = try typist()
    typist.type("0<F7>天外飞仙")
    #expect(typist.screen.contains("待办里没有“天外飞仙”，Esc 看全部。"), "\(typist.screen)")
    let all = typist.world.toDo.groups
    let group = try #require(all.first { $0.findings.count > 3 && $0.rule.weight == .toDo })
    let words = group.findings[0].text[.hans]
    typist.type("<C-u>\(words)")
    let found = group.findings.count { $0.text[.hans].contains(words) }
    let line = try #require(
      typist.lines.first { $0.contains("▾ ▲") && $0.contains(group.rule.title[.hans]) },
      "\(typist.screen)")
    let numbers = line.split { !$0.isNumber || !$0.isASCII }.compactMap { Int($0) }
    #expect(numbers.first == found && found < group.findings.count, "\(line)")
    let areas = Set(group.findings.map { typist.world.snapshot.area(of: $0.about) ?? "" })
    #expect(areas.count < 2 || !line.contains(" \(group.findings.count) "), "\(line)")
  }

  @Test("Two counts, never one sum; the same on the first screen; nothing while it still looks")
  func counts() throws {
    let scratch = try Self.demo.get()
    let typist = try Typist(scratch, size: Size(120, 40))
    typist.tick()
    let toDo = typist.world.toDo
    let counts = "待办 \(toDo.count(.toDo))  待完善 \(toDo.count(.toComplete))"
    #expect(typist.screen.contains(counts), "\(typist.screen)")
    #expect(typist.type("0").screen.contains(counts), "\(typist.screen)")
    #expect(
      toDo.count(.toDo) + toDo.count(.toComplete) == typist.world.findings.count)
    let groups = toDo.groups.map(\.rule.weight)
    #expect(groups == groups.filter { $0 == .toDo } + groups.filter { $0 == .toComplete })
    var world = typist.world
    world.isStillLooking = true
    var desk = Desk(world)
    _ = desk.press(.character("0"))
    let looking = desk.frame().text
    #expect(looking.contains("正在汇总") && !looking.contains("待办 \(toDo.count(.toDo))"))
  }

  @Test("The two worst groups are open, and all that may wait is one line")
  func folded() throws {
    let typist = try typist()
    typist.type("0")
    let open = typist.lines.filter { $0.contains("▾ ▲") }
    let groups = typist.world.toDo.groups(.toDo)
    #expect(open.count == 2 && groups.count > 4)
    for (line, group) in zip(open, groups) { #expect(line.contains(group.rule.title[.hans])) }
    #expect(typist.lines.count { $0.contains("○ 待完善") } == 1)
    #expect(typist.lines.count { $0.contains("▸ ○") } == 1)
    // Folded with Left from a thing in it, unfolded with Right; all of them with *.
    typist.type("<Down><Left>")
    #expect(line(typist).contains("▸ ▲ \(groups[0].rule.title[.hans])"))
    typist.type("<Right>")
    #expect(line(typist).contains("▾ ▲"))
    typist.type("*")
    #expect(!typist.screen.contains("▾"))
  }

  @Test("More than eight of a group are divided by units, the most first")
  func units() throws {
    let typist = try typist()
    let group = try #require(typist.world.toDo.groups.first { $0.rule == .missingEntry })
    let units = group.units(in: typist.world.snapshot)
    #expect(group.findings.count > 8 && units.count > 3)
    #expect(units.map(\.findings.count) == units.map(\.findings.count).sorted(by: >))
    #expect(units.reduce(0) { $0 + $1.findings.count } == group.findings.count)
    typist.type("0*")
    while !line(typist).contains("未记  ") { typist.type("<Tab>") }
    typist.type("<Right><Down>")
    let first = try #require(units.first)
    let name = typist.world.snapshot.areaName(first.unit)[.hans]
    #expect(line(typist).contains("▸ \(name)"), "\(typist.screen)")
    #expect(!typist.screen.contains("未记巡逻"))
    typist.type("<Enter>")
    #expect(typist.lines.count { $0.contains("未记巡逻") } == first.findings.count)
  }

  @Test("Several handovers are settled by one word, each by its own record; then they are gone")
  func settleSeveral() throws {
    let typist = try typist()
    let count = typist.world.findings.count { $0.rule == .openHandover }
    #expect(count > 2)
    unfold(.openHandover, typist)
    typist.type("<Space><Space><Enter>")
    #expect(typist.screen.contains("办结交接"), "\(typist.screen)")
    typist.type("已查看，线已收<F10>")
    #expect(typist.world.findings.count { $0.rule == .openHandover } == count - 2)
    #expect(typist.world.snapshot.deferrals.settled.count == 2)
    #expect(typist.screen.contains("0 待办"), "back in the list")
    #expect(!typist.screen.contains("✓ "), "what was done is marked no longer")
  }

  @Test("Training of several teams is one record with all of their people")
  func trainSeveral() throws {
    let typist = try typist()
    let people = typist.world.findings.filter { $0.rule == .untrained }.compactMap(\.extent)
    #expect(people.count > 1)
    unfold(.untrained, typist)
    typist.type("<Up><Space><Enter>")
    #expect(typist.screen.contains("新增培训"), "\(typist.screen)")
    typist.type("巡逻要领<F10>")
    let table = typist.world.snapshot.table(.training)
    let texts = table.texts(at: table.count - 1)
    #expect(Named.list(texts["Attendees"] ?? "").count == people.reduce(0, +))
    typist.tick()
    #expect(!typist.world.findings.contains { $0.rule == .untrained })
  }

  @Test("Things of several kinds are not done together, nor those that need each its own page")
  func notTogether() throws {
    let typist = try typist()
    unfold(.missingEntry, typist)
    typist.type("<Space><Space><Enter>")
    #expect(typist.message.contains("逐件"), "\(typist.message)")
    unfold(.openHandover, typist)
    typist.type("<Space><Enter>")
    #expect(typist.message.contains("同一类"), "\(typist.message)")
  }

  @Test("F5 puts off with reason and day: apart from the others until then, and not two of them")
  func putOff() throws {
    let typist = try typist()
    let before = typist.world.findings.count
    let laid = typist.world.snapshot.deferrals.standing.count
    unfold(.equipmentLack, typist)
    let text = line(typist)
    typist.type("<F5>")
    #expect(typist.screen.contains("缓办或认可"), "\(typist.screen)")
    typist.type("<F10>")
    #expect(typist.screen.contains("缓办或认可"), "nothing is decided by F10 alone")
    // Whether or not the code moves on by itself.
    typist.type("1<Up><Up><Tab>+10<Enter>县里下周发放<F10>")
    #expect(typist.world.findings.count == before - 1, "\(typist.screen)")
    let made = try #require(typist.world.snapshot.deferrals.standing.last)
    #expect(typist.world.snapshot.deferrals.standing.count == laid + 1)
    #expect(made.due == Demo.today + 10 && made.reason == "县里下周发放" && made.decision == .later)
    #expect(text.contains(made.text.prefix(8)))
    typist.type("<Esc><End>")
    #expect(typist.screen.contains("缓办  "), "\(typist.screen)")
    typist.type("<Esc><C-z>")
    #expect(typist.world.findings.count == before, "undo takes it back")
  }

  @Test("A contradiction can't be put off, and that is said before anything is typed")
  func never() throws {
    let typist = try typist()
    unfold(.booksDisagree, typist)
    typist.type("<F5>")
    #expect(typist.message.contains("“两簿不符”不能缓办或认可"), "\(typist.message)")
    #expect(!typist.screen.contains("缓办或认可 "))
  }

  @Test("Several pages of one signer are seen and signed together, and no others of theirs")
  func signSeveral() throws {
    let typist = try typist()
    let waiting = typist.world.findings.filter { $0.rule == .unsignedInspection }
    let signer = { (finding: Finding) -> String? in
      guard case .sign(let page, _) = finding.place else { return nil }
      return typist.world.waiting.first { $0.page == page }?.person?.code
    }
    unfold(.unsignedInspection, typist)
    typist.type("<Up><Space><Enter>")
    if Set(waiting.map(signer)).count == 1 {
      #expect(typist.screen.contains("会签"), "\(typist.screen)")
    } else {
      #expect(typist.message.contains("不同的人签字"), "\(typist.message)")
    }
  }

  @Test("The cursor stays on what it is about, whatever comes above it")
  func identity() throws {
    let typist = try typist()
    unfold(.openHandover, typist)
    typist.type("<Down>")
    let before = line(typist)
    typist.type("<Esc>")
    #expect(typist.screen.contains("0 待办"))
    let out =
      "Team: QS 青石镇专职队\nFrom: 2026-11-24 19:00\nDue: 2026-11-24 22:00\nStrength: 3\n"
    try typist.scratch.write(out, to: "register/QSP/underway.rec")
    typist.type("<F7>交接<Enter><Home><Down><Down>")
    let stood = line(typist)
    #expect(stood == before)
    typist.tick()
    typist.tick()
    #expect(typist.world.findings.first?.rule == .underwayOverdue)
    #expect(line(typist) == stood)
  }
}
