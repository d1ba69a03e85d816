import Patrol
import Records
import Runner
import Terminal
import TestSupport
import Testing

@Suite("What was typed is there again, marked as a draft")
struct DraftTests {
  @Test("The field that was being typed into comes back as it was left, and F10 saves it")
  func halfTyped() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("<F2>1930<Enter>2210<Enter><Tab><Tab><Tab>")
    let field = try #require(typist.lines.firstIndex { $0.contains("发现经过") })
    while try #require(typist.surface.caret).y != field { typist.type("<Tab>") }
    typist.type("村口一辆车<Esc>")
    #expect(typist.message == "草稿已保留，再打开时接着写。")
    typist.type("<F2>")
    #expect(typist.screen.contains("村口一辆车"))
    #expect(typist.screen.contains("草稿 0 分钟前"))
    #expect(typist.screen.contains("F9 丢弃草稿"))
    typist.type("<F10>")
    #expect(try scratch.text("books/2026/QS.patrol.rec").contains("Observed: 村口一辆车\n"))
  }

  @Test("The same after the program ended in the middle of a word, with the draft's age")
  func afterHangUp() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("<F2>193")
    typist.hangUp()
    let later = try Typist(scratch, at: Stamp(moment: Demo.now.moment + 12, offset: 480))
    later.type("<F2>")
    #expect(later.screen.contains("草稿 12 分钟前"))
    later.type("0<Enter>2210<F10>")
    #expect(try scratch.text("books/2026/QS.patrol.rec").contains("From: 2026-11-24 19:30\n"))
  }

  @Test("F9 throws the draft away and the form begins anew")
  func thrownAway() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("<F2>1930<Enter><Esc><F2><F9>")
    #expect(typist.message == "草稿已丢弃，重新填写。")
    #expect(!typist.screen.contains("19:30") && !typist.screen.contains("草稿 "))
    #expect(scratch.files("drafts").isEmpty)
  }

  @Test("A draft belongs to its team and day")
  func ofTeamAndDay() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("<F2>1930<Enter><Esc>[<F2>")
    #expect(!typist.screen.contains("19:30"))
    typist.type("<Esc>]<F2>")
    #expect(typist.screen.contains("19:30"))
  }

  @Test("Of a record that was changed elsewhere only what was changed here is written")
  func changedElsewhere() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("7")
    typist.type("<F4>")
    #expect(typist.screen.contains("修改"))
    let code = try #require(typist.screen.firstMatch(of: /修改\S*\s+(\S+)/)).1
    let field = try #require(typist.lines.firstIndex { $0.contains("备注") })
    while try #require(typist.surface.caret).y != field { typist.type("<Tab>") }
    typist.type("夜班<Esc>")
    let other = try Demo.runner(scratch)
    let seen = try #require(try other.library.table(.members).texts(String(code)))
    let texts = seen.merging(["Service": "full"]) { $1 }
    #expect(
      Said.by(other.perform(.put(RegisterRecord(.members, texts, seen: seen)))).hasPrefix("put"))
    let again = try Typist(scratch)
    again.type("7<F4><F10>")
    let now = try #require(try Demo.runner(scratch).library.table(.members).texts(String(code)))
    #expect(now["Remark"] == "夜班" && now["Service"] == "full")
  }

  @Test("A draft that can't be written says so, and stays until the program ends")
  func notKept() throws {
    let scratch = try Demo.small()
    try scratch.write("", to: "drafts")
    let typist = try Typist(scratch)
    typist.type("<F2>1930<Enter><Esc>")
    #expect(typist.message.hasPrefix("草稿没有保住"))
    typist.type("<F2>")
    #expect(typist.screen.contains("19:30"))
  }
}
