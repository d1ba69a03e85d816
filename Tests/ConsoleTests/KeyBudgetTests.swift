import Patrol
import Records
import TestSupport
import Testing

@Suite("The usual work takes few keys")
struct KeyBudgetTests {
  @Test("A patrol goes out with three keys and comes back with four besides what was told")
  func outAndBack() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F5><F10>")
    #expect(typist.keys <= 3)
    #expect(typist.world.snapshot.underway.map(\.code) == ["QS"])
    let back = try Typist(typist.scratch, at: try #require(Stamp("2026-11-24T23:40:00+08:00")))
    // How many came, no word of check points, nothing found.
    back.type("<F5>4<Enter><Enter>01<F10>")
    #expect(back.keys - "401".count <= 4)
    #expect(back.world.snapshot.underway.isEmpty, "\(back.screen)")
    let page = try #require(back.patrols.first?.entry)
    #expect(page.from.text == "2026-11-24 22:30" && page.to.text == "2026-11-24 23:40")
    #expect(page.present.count == 4 && page.found.isEmpty)
  }

  @Test("A usual patrol entered afterwards takes at most six keys besides characters")
  func usual() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><Enter>1930-2210<Enter>4<Enter><Enter>01<F10>")
    #expect(typist.keys - "1930-2210401".count <= 6, "\(typist.keys)")
    let entry = try #require(typist.patrols.first?.entry, "\(typist.screen)")
    #expect(entry.team.code == "QS")
    #expect(entry.from.text == "2026-11-24 19:30" && entry.to.text == "2026-11-24 22:10")
    #expect(entry.leader.name == "周建林" && entry.absent.isEmpty && entry.found.isEmpty)
    #expect(entry.turnout == ["uniform", "baton", "armband"])
    #expect(try typist.scratch.text("books/2026/QS.patrol.rec").contains("Digest: "))
  }

  @Test("One absent and one finding that becomes intelligence takes at most twelve")
  func finding() throws {
    let typist = try Typist(try Demo.small())
    let typed = "村北养殖圈"
    // The fourth on the roll is sick; a suspicious vehicle; what was seen; told to the station.
    typist.type("<F2><Enter>1930-2210<Enter>3-4.1<Enter><Enter>21<Enter>\(typed)<Enter>3<F10>")
    let characters = "1930-22103-4.1213".count + typed.count
    #expect(typist.keys - characters <= 12, "\(typist.keys - characters)")
    let entry = try #require(typist.patrols.first?.entry, "\(typist.screen)")
    #expect(entry.absent.map(\.text) == ["QS-004 单雄 (sick)"])
    #expect(entry.present.count == 3)
    #expect(entry.found == ["suspicious-vehicle"] && entry.handling == ["station"])
    #expect(entry.isIntelligence)
    #expect(entry.observed == typed)
  }

  @Test("A wrong number in a page is corrected with at most eight keys besides characters")
  func correction() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><Enter>1930-2210<Enter>4<Enter><Enter>01<F10>")
    let before = typist.keys
    // The book, its first page, field 02; saving asks for the reason, and 1 is a slip of the pen.
    typist.type("2<F4>02-2200<F10>1<F10>")
    #expect(typist.keys - before - "02-22001".count <= 8, "\(typist.keys - before)")
    let page = try #require(typist.patrols.first)
    #expect(page.text("To") == "2026-11-24 22:00", "\(typist.screen)")
    #expect(page.struckText("To") == "2026-11-24 22:10")
    #expect(page.amendments.first?.amendment.reason == "笔误")
  }

  @Test("A new member takes at most twelve keys and the phone number")
  func member() throws {
    let typist = try Typist(try Demo.small())
    typist.type("7<F6>")
    let name = "贾建国", phone = "10011112222"
    typist.type(name + "<Enter><Enter><Enter><Enter>" + phone + "<F10>")
    #expect(typist.keys - name.count - phone.count <= 12, "\(typist.keys)")
    let member = try #require(typist.world.snapshot.member("QS-005"), "\(typist.screen)")
    #expect(member.name == name && member.phone == phone && member.team == "QS")
    #expect(member.pinyin == "jia jian guo")
  }
}
