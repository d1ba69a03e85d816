import Patrol
import Records
import TestSupport
import Testing

@Suite("The usual work takes few keys")
struct KeyBudgetTests {
  @Test("A patrol goes out with three keys and comes back with four")
  func outAndBack() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F5><F10>")
    #expect(typist.keys <= 3)
    #expect(typist.world.snapshot.underway.map(\.code) == ["QS"])
    let back = try Typist(typist.scratch, at: try #require(Stamp("2026-11-24T23:40:00+08:00")))
    back.type("<F5><F10>")
    #expect(back.keys <= 4)
    #expect(back.world.snapshot.underway.isEmpty)
    let page = try #require(back.patrols.first?.entry)
    #expect(page.from.text == "2026-11-24 22:30" && page.to.text == "2026-11-24 23:40")
    #expect(page.present.count == 4 && page.found.isEmpty)
  }

  @Test("A usual patrol entered afterwards takes at most sixteen keys")
  func usual() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><Enter>1930-2210<Enter>=<Enter><Enter>01<F10>")
    #expect(typist.keys <= 16, "\(typist.keys)")
    let entry = try #require(typist.patrols.first?.entry, "\(typist.screen)")
    #expect(entry.team.code == "QS")
    #expect(entry.from.text == "2026-11-24 19:30" && entry.to.text == "2026-11-24 22:10")
    #expect(entry.leader.name == "周建林" && entry.absent.isEmpty && entry.found.isEmpty)
    #expect(entry.turnout == ["uniform", "baton", "armband"])
    #expect(try typist.scratch.text("books/2026/QS.patrol.rec").contains("Digest: "))
  }

  @Test("One absent and one finding that becomes intelligence takes at most thirty-two")
  func finding() throws {
    let typist = try Typist(try Demo.small())
    // Out, back; the fourth on the roll is sick; route as it is; suspicious; what was seen and done.
    typist.type("<F2><Enter>1930-2210<Enter>41<Enter><Enter>3<Enter>")
    let typed = "村北养殖圈"
    typist.type(typed + "<Enter>3<F10>")
    #expect(typist.keys - typed.count <= 32, "\(typist.keys)")
    let entry = try #require(typist.patrols.first?.entry, "\(typist.screen)")
    #expect(entry.absent.map(\.text) == ["QS-004 单雄 (sick)"])
    #expect(entry.present.count == 3)
    #expect(entry.found == ["suspicious"] && entry.handling == ["station"])
    #expect(entry.isIntelligence)
    #expect(entry.observed == typed)
  }

  @Test("A wrong number in a page is corrected with at most ten keys")
  func correction() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><Enter>1930-2210<Enter>=<Enter><Enter>01<F10>")
    let before = typist.keys
    // The book, its first page, field 02; saving asks for the reason, and 1 is a slip of the pen.
    typist.type("2<F4>022200<F10>1<F10>")
    #expect(typist.keys - before - 4 <= 10, "\(typist.keys - before)")
    let page = try #require(typist.patrols.first)
    #expect(page.text("To") == "2026-11-24 22:00", "\(typist.screen)")
    #expect(page.struckText("To") == "2026-11-24 22:10")
    #expect(page.amendments.first?.amendment.reason == "笔误")
  }

  @Test("A new member takes at most fourteen keys and the phone number")
  func member() throws {
    let typist = try Typist(try Demo.small())
    typist.type("7<F6>")
    let name = "贾建国", phone = "10011112222"
    typist.type(name + "<Enter><Enter><Enter><Enter>" + phone + "<F10>")
    #expect(typist.keys - name.count - phone.count <= 14, "\(typist.keys)")
    let member = try #require(typist.world.snapshot.member("QS-005"), "\(typist.screen)")
    #expect(member.name == name && member.phone == phone && member.team == "QS")
    #expect(member.pinyin == "jia jian guo")
  }
}
