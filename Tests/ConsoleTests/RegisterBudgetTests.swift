import Patrol
import Records
import TestSupport
import Testing

@Suite("Registering takes at most twelve keys besides what is typed")
struct RegisterBudgetTests {
  private static let most = 12

  /// Everything pressed from the first screen on, without free text.
  private func keys(_ typist: Typist, besides texts: [String]) -> Int {
    typist.keys - texts.reduce(0) { $0 + $1.count }
  }

  @Test("A new informant")
  func informant() throws {
    let typist = try Typist(try Demo.small())
    let (name, section, phone) = ("邓玉兰", "中心街", "10090000009")
    typist.type("7<Down><F6>1<Enter>\(name)<Enter>\(section)<Enter>\(phone)<F10>")
    #expect(keys(typist, besides: [name, section, phone]) <= Self.most, "\(typist.keys)")
    let texts = try #require(typist.world.snapshot.table(.informants).texts("QSP-I-0001"))
    #expect(texts["Name"] == name && texts["Section"] == section && texts["Phone"] == phone)
    #expect(texts["Kind"] == "sanitation" && texts["Unit"] == "QS")
    #expect(texts["Alias"] == "环卫保洁0001" && texts["Pinyin"] == "deng yu lan")
  }

  @Test("A guard post")
  func guardPost() throws {
    let typist = try Typist(try Demo.small())
    let (name, people) = ("青石粮站", "值班保安")
    typist.type("7<Down><Down><F6>1<Enter>\(name)<Enter>2<Enter>2<Enter>\(people)<F10>")
    #expect(keys(typist, besides: [name, people]) <= Self.most, "\(typist.keys)")
    let texts = try #require(typist.world.snapshot.table(.watch).texts("QSP-W-0001"))
    #expect(texts["Name"] == name && texts["Required"] == "2" && texts["Actual"] == "2")
    #expect(texts["Kind"] == "unit" && texts["Caretakers"] == people)
  }

  @Test("An issue of ten torches")
  func torches() throws {
    let typist = try Typist(try Demo.small())
    typist.type("7<Down><Down><Down><F6>3<Enter><Enter>10<F10>")
    #expect(typist.keys <= Self.most, "\(typist.keys)")
    let texts = try #require(typist.world.snapshot.table(.equipment).texts("QSP-E-0001"))
    #expect(texts["Item"] == "torch" && texts["Quantity"] == "10" && texts["Team"] == "QS")
    #expect(texts["Issued"] == "2026-11-24" && texts["By"] == "P-001 王警官")
  }

  @Test("A training with fifteen people: one key marks all that a filter leaves")
  func training() throws {
    let scratch = try Demo.small()
    let more = (5...15).map { number in
      let code = "QS-0\(digits(number, 2))"
      return "\nCode: \(code)\nName: 队员\(code)\nTeam: QS\nPost: member\nService: full\n"
    }
    let path = "register/QSP/members.rec"
    try scratch.write(try scratch.text(path) + more.joined(), to: path)
    let typist = try Typist(scratch)
    let (topic, team) = ("巡逻要领", "青石镇专职队")
    typist.type("7<Down><Down><Down><Down><F6>\(topic)<Enter>\(team)<F5><Enter><F10>")
    #expect(keys(typist, besides: [topic, team]) <= Self.most, "\(typist.keys)")
    let texts = try #require(
      typist.world.snapshot.table(.training).texts("QSP-T-0001"), "\(typist.screen)")
    #expect(Named.list(texts["Attendees"] ?? "").count == 15)
    #expect(texts["Topic"] == topic && texts["Trainer"] == "王警官")
  }

  @Test("Check points of a route: how many were passed, and the numbers of those left out")
  func checkpoints() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("<F2><Enter>2000-2210<Enter>=<Enter>")
    #expect(typist.screen.contains("应到 3 处"), "\(typist.screen)")
    typist.type("3<Enter>01<F10>")
    #expect(typist.patrols.first?.text("Points") == "QSP-R-0001 柳庄夜巡线 (3/3)")
    let other = try Typist(try Demo.stocked())
    other.type("<F2><Enter>2000-2210<Enter>=<Enter>2-2<Enter>01<F10>")
    #expect(other.patrols.first?.text("Points") == "QSP-R-0001 柳庄夜巡线 (2/3) 农机站")
    #expect(other.patrols.first?.text("Route") == "柳庄—小李庄公路")
  }
}
