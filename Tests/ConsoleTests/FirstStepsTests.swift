import Books
import Patrol
import Records
import Runner
import Terminal
import TestSupport
import Testing
import Wording

@Suite("A new station is led from nothing to its first signed page")
struct FirstStepsTests {
  /// Somebody at a console whose directory is not there, who counts keys besides text.
  private final class Newcomer {
    let typist: Typist
    private(set) var text = 0
    var keys: Int { typist.keys - text }

    init(_ scratch: Scratch, language: Language = .hans) throws {
      typist = try Typist(scratch, language: language, isInService: true)
    }

    func press(_ keys: String) { typist.type(keys) }
    func say(_ words: String) {
      text += words.count
      typist.type(words)
    }

    /// The first two steps.
    func begin() {
      press("<Enter>")
      say("青石派出所")
      press("<Enter>")
      say("景川市")
      press("<Enter><Enter>")
      say("周正")
      press("<Enter><Enter><F10>")
      for _ in 0..<2 {
        say("735291")
        press("<Enter>")
      }
      press("<Enter><F10>")
    }

    func units() {
      press("<Enter>")
      say("青石镇")
      press("<Enter>")
      say("高庄村 柳庄村")
      press("<F10>")
    }

    func teams() { press("<Enter><F10>") }

    /// One team's people; the others' later.
    func members() {
      press("<Enter>")
      for (index, line) in ["周建林 13700001111", "赵大山 13700002222", "钱有福 13700003333"].enumerated() {
        if index > 0 { press("<Enter>") }
        say(line)
      }
      press("<F10><Esc>")
    }

    func page() {
      press("<Enter><Enter>")
      say("1930-2210")
      press("<Enter>")
      say("3")
      press("<Enter><Enter>")
      say("01")
      press("<F10>")
      say("735291")
      press("<Enter>")
    }
  }

  private func steps(_ typist: Typist) -> FirstSteps { typist.world.snapshot.firstSteps }

  @Test("From nothing to the first saved, signed page in fewer than sixty keys besides text")
  func budget() throws {
    let newcomer = try Newcomer(try Scratch())
    let typist = newcomer.typist
    #expect(!typist.world.hasDirectory)
    newcomer.begin()
    #expect(typist.world.hasDirectory, "\(typist.screen)")
    #expect(steps(typist).done == [.station, .floors], "\(typist.screen)")
    #expect(typist.world.snapshot.station.unit == "QSP")
    newcomer.units()
    #expect(typist.world.snapshot.units.map(\.code) == ["QSP", "QS", "QS-01", "QS-02"])
    newcomer.teams()
    #expect(typist.world.snapshot.teams.map(\.name) == ["青石镇专职队", "高庄村队", "柳庄村队"])
    newcomer.members()
    #expect(typist.world.snapshot.leader(of: "QS")?.name == "周建林", "\(typist.screen)")
    newcomer.page()
    let page = try #require(typist.patrols.first, "\(typist.screen)")
    #expect(page.signature(.recorder) != nil, "\(typist.screen)")
    #expect(page.signature(.recorder)?.attestation.signer.name == "周正")
    #expect(steps(typist).next == nil)
    #expect(newcomer.keys < 60, "\(newcomer.keys)")
    // Nobody missed a day on which nobody was here.
    typist.tick()
    let told = Set(typist.world.findings.map(\.rule))
    #expect(told.isDisjoint(with: [.missingEntry, .silentTeam, .missedShift]), "\(told)")
    #expect(try Demo.isSound(typist.scratch))
  }

  @Test("What was typed before there is a directory is not lost without a word")
  func leftBeforeAll() throws {
    let typist = try Typist(try Scratch(), isInService: true)
    typist.type("<Enter>青石派出所<Enter><Esc><Esc>")
    #expect(typist.message.hasPrefix("所填还没有存"), "\(typist.screen)")
    typist.type("<Enter>")
    #expect(typist.screen.contains("01 所名     青石派出所"), "\(typist.screen)")
    typist.type("<Esc><Esc>")
    #expect(typist.message.hasPrefix("所填还没有存") && !typist.isClosed, "\(typist.screen)")
  }

  @Test(
    "Whoever leaves at a step goes on there, and is led back from home and the list of things to do"
  )
  func left() throws {
    let scratch = try Scratch()
    try Newcomer(scratch).begin()
    let typist = try Typist(scratch, isInService: true)
    #expect(typist.screen.contains("第一步 2/6"), "\(typist.screen)")
    typist.type("<Enter>")
    // The shift is opened when something is written.
    #expect(typist.screen.contains("● 3 单位"), "\(typist.screen)")
    typist.type("<Esc>")
    typist.tick()
    typist.type("0<Right>")
    #expect(typist.screen.contains("第一步 2/6，下一步：单位"), "\(typist.screen)")
    typist.type("<Down><Enter>")
    #expect(typist.screen.contains("● 3 单位"), "\(typist.screen)")
    typist.type("<Esc><Esc><C-p>dyb<Enter>")
    #expect(typist.screen.contains("● 3 单位"), "\(typist.screen)")
  }

  @Test("Once all is there nothing is said of it any more")
  func gone() throws {
    let scratch = try Scratch()
    let newcomer = try Newcomer(scratch)
    newcomer.begin()
    newcomer.units()
    newcomer.teams()
    newcomer.members()
    newcomer.page()
    newcomer.press("<Esc>")
    #expect(!newcomer.typist.screen.contains("第一步"), "\(newcomer.typist.screen)")
    let typist = try Typist(scratch, isInService: true)
    #expect(!typist.screen.contains("第一步"), "\(typist.screen)")
    #expect(typist.world.findings.allSatisfy { $0.rule != .firstSteps })
  }

  @Test(
    "Lines that were typed and left are there again, and a line that is not understood keeps its place"
  )
  func kept() throws {
    let scratch = try Scratch()
    let newcomer = try Newcomer(scratch)
    newcomer.begin()
    newcomer.press("<Enter>")
    newcomer.say("青石镇 高庄村")
    newcomer.press("<Enter>")
    newcomer.say("某某某")
    #expect(newcomer.typist.screen.contains("看不出某某某的类别"), "\(newcomer.typist.screen)")
    newcomer.press("<Esc><Enter>")
    #expect(newcomer.typist.screen.contains("某某某"), "\(newcomer.typist.screen)")
    newcomer.press("<F10>")
    #expect(newcomer.typist.world.snapshot.units.map(\.name).contains("高庄村"))
    #expect(newcomer.typist.screen.contains("01 某某某"), "\(newcomer.typist.screen)")
    #expect(!newcomer.typist.screen.contains("01 青石镇 高庄村"))
  }

  @Test("A pasted roll shows as a table before it is saved")
  func pasted() throws {
    let newcomer = try Newcomer(try Scratch())
    newcomer.begin()
    newcomer.units()
    newcomer.teams()
    newcomer.press("<Enter>")
    newcomer.typist.paste(
      "\u{FEFF}青石镇专职队花名册\n序号\t姓名\t联系电话\t职务\n1\t周建林\t13700001111\t队长\n2\t赵大山\t137\t队员\n合计\t2人\t\t\n")
    let screen = newcomer.typist.screen
    #expect(screen.contains("QS-001") && screen.contains("13700001111"), "\(screen)")
    #expect(screen.contains("认出 1 条，略过 3 行"), "\(screen)")
    #expect(screen.contains("第 4 行"), "\(screen)")
    #expect(newcomer.typist.world.snapshot.memberCount == 0)
  }

  @Test("Without a directory nothing else opens, Esc leaves, and nothing was made")
  func nothing() throws {
    let scratch = try Scratch()
    let typist = try Typist(scratch, isInService: true)
    typist.type("<F2>")
    #expect(typist.screen.contains("还没有台账"), "\(typist.screen)")
    typist.type("<Enter>")
    #expect(typist.message.isEmpty, "nobody did anything wrong: \(typist.message)")
    typist.type("青石<Enter><Esc>")
    typist.tick()
    typist.type("<Enter>")
    #expect(typist.screen.contains("青石"), "what was typed is there again")
    typist.type("<Esc><Esc><Esc>")
    #expect(typist.isClosed)
    #expect(scratch.files().isEmpty)
  }

  @Test(
    "In every language, at every size, each of its screens says what it is, the first one to its end",
    arguments: Language.allCases)
  func languages(_ language: Language) throws {
    for size in [Size(60, 16), Size(80, 24), Size(120, 40)] {
      let typist = try Typist(
        try Scratch(), size: size, language: language, isInService: true)
      let first = typist.screen
      let does = Phrase("Enter 做这一步", "Enter 做這一步", "Enter does this step")
      for said in ["--data", "xunfang demo", does[language]] {
        #expect(first.contains(said), "\(size) \(said)\n\(first)")
      }
      // In a low window the list of steps goes with the chosen one.
      typist.type("<End>")
      for step in FirstSteps.Step.allCases {
        let title = step.title[language]
        #expect((first + typist.screen).contains(title), "\(size) \(title)\n\(first)")
      }
    }
  }
}
