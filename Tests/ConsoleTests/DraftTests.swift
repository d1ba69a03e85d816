import Foundation
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
    typist.type("<F2><Enter>1930-2210<Enter>=<Enter><Enter>21<Enter>")
    try typist.go(to: "发现经过")
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
    typist.type("<F2><Enter>193")
    typist.hangUp()
    let later = try Typist(scratch, at: Stamp(moment: Demo.now.moment + 12, offset: 480))
    later.type("<F2>")
    #expect(later.screen.contains("草稿 12 分钟前"))
    later.type("0-2210<Enter>=<Enter><Enter>01<F10>")
    #expect(try scratch.text("books/2026/QS.patrol.rec").contains("From: 2026-11-24 19:30\n"))
  }

  @Test("F9 throws the draft away and the form begins anew; C-z brings it back")
  func thrownAway() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("<F2><Enter>1930<Enter><Esc><F2><F9>")
    #expect(typist.message == "草稿已丢弃，重新填写；C-z 取回。")
    #expect(!typist.screen.contains("19:30") && !typist.screen.contains("草稿 "))
    #expect(scratch.files("drafts").isEmpty)
    typist.type("<C-z>")
    #expect(typist.screen.contains("19:30") && typist.screen.contains("草稿 "))
    #expect(!scratch.files("drafts").isEmpty)
  }

  @Test("A draft belongs to its team and day")
  func ofTeamAndDay() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("<F2><Enter>1930<Enter><Esc>[<F2>")
    #expect(!typist.screen.contains("19:30"))
    typist.type("<Esc>]<F2>")
    #expect(typist.screen.contains("19:30"))
    typist.type("<Esc><F3>")
    typist.type("高庄<Enter>1940<Enter><Esc>[<F3>")
    #expect(!typist.screen.contains("19:40"))
    typist.type("<Esc>]<F3>")
    #expect(typist.screen.contains("19:40"))
  }

  @Test("A change of the roster begun for one day is none of another's")
  func ofTheRosterDay() throws {
    let typist = try Typist(Demo.stocked())
    typist.type("8<F6>")
    try typist.go(to: "备注")
    typist.type("请假一天<Esc><Right><F6>")
    #expect(!typist.screen.contains("请假一天"))
    typist.type("<Esc><Left><F6>")
    #expect(typist.screen.contains("请假一天") && typist.screen.contains("草稿 "))
  }

  @Test("A draft of an earlier version, named without its day, is taken up on its day")
  func ofEarlierVersion() throws {
    let scratch = try Demo.small()
    try scratch.write(
      "Date: 2026-11-24\nFrom: 2026-11-24 19:30\nTeam: QS 青石镇专职队\nTyped_Observed: 村口\n",
      to: "drafts/patrol-QS.rec")
    let typist = try Typist(scratch)
    typist.type("<F2>")
    #expect(typist.screen.contains("19:30") && typist.screen.contains("村口"))
    typist.type("<F9>")
    #expect(scratch.files("drafts").isEmpty)
  }

  @Test("A form left for another one is kept within the second, and opened twice it is one")
  func underAnother() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("<F2><Enter>1930<Enter><F3>")
    typist.tick()
    #expect(!scratch.files("drafts").isEmpty)
    typist.type("<F2>")
    #expect(typist.message == "这张表已经打开，接着填。")
    #expect(typist.screen.contains("19:30"))
  }

  @Test("A line that ends in a stroke, and several lines, come back from the disk")
  func exactly() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("<F2>")
    try typist.go(to: "备注")
    typist.paste("第一行\\\n\n+ 第三行")
    typist.type("<Esc>")
    let again = try Typist(scratch)
    again.type("<F2>")
    for line in ["第一行\\", "+ 第三行"] { #expect(again.screen.contains(line)) }
  }

  @Test("Of a record that was changed elsewhere only what was changed here is written")
  func changedElsewhere() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("7")
    typist.type("<F4>")
    #expect(typist.screen.contains("修改"))
    let code = try #require(typist.screen.firstMatch(of: /修改\S*\s+(\S+)/)).1
    try typist.go(to: "备注")
    typist.type("夜班<Esc>")
    let other = try Demo.runner(scratch)
    let seen = try #require(try other.snapshot.table(.members).texts(String(code)))
    let texts = seen.merging(["Service": "full"]) { $1 }
    #expect(
      Said.by(other.perform(.put(RegisterRecord(.members, texts, seen: seen)))).hasPrefix("已存"))
    let again = try Typist(scratch)
    again.type("7<F4><F10>")
    let now = try #require(try Demo.runner(scratch).snapshot.table(.members).texts(String(code)))
    #expect(now["Remark"] == "夜班" && now["Service"] == "full")
  }

  @Test("What was not changed stays out of a draft, personal data above all")
  func nothingElse() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("7<F4>")
    try typist.go(to: "备注")
    typist.type("夜班<Esc>")
    let file = try #require(scratch.files("drafts").first)
    let text = try scratch.text("drafts/" + file)
    #expect(text.contains("Typed_Remark: 夜班\n"))
    #expect(!text.contains("Phone") && !text.contains("Name"))
  }

  @Test("Where both have changed one field, both texts show before F10 writes either")
  func bothChanged() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("7<F4>")
    let code = String(try #require(typist.screen.firstMatch(of: /修改\S*\s+(\S+)/)).1)
    try typist.go(to: "备注")
    typist.type("夜班<Enter>")
    typist.type("<Esc>")
    let other = try Demo.runner(scratch)
    let seen = try #require(try other.snapshot.table(.members).texts(code))
    let texts = seen.merging(["Remark": "白班"]) { $1 }
    #expect(
      Said.by(other.perform(.put(RegisterRecord(.members, texts, seen: seen)))).hasPrefix("已存"))
    // Looked at by nobody, it is there again after more was typed.
    let between = try Typist(scratch)
    between.type("7<F4>")
    try between.go(to: "拼音")
    between.type("a<Esc>")
    let again = try Typist(scratch)
    again.type("7<F4><F10>")
    #expect(again.message == "别处已改为“白班”，F10 保存这里填写的“夜班”。")
    func remark() throws -> String? {
      try Demo.runner(scratch).snapshot.table(.members).texts(code)?["Remark"]
    }
    #expect(try remark() == "白班")
    again.type("<F10>")
    #expect(try remark() == "夜班")
  }

  @Test("A draft that can't be written says so, and stays until the program ends")
  func notKept() throws {
    let scratch = try Demo.small()
    try scratch.write("", to: "drafts")
    let typist = try Typist(scratch)
    typist.type("<F2><Enter>1930<Enter><Esc>")
    #expect(typist.message.hasPrefix("草稿没有保住"))
    typist.type("<F2>")
    #expect(typist.screen.contains("19:30"))
    typist.type("<Esc>")
    #expect(typist.message.hasPrefix("草稿没有保住"))
    typist.type("q")
    #expect(typist.message == "有 1 份草稿没有保住，退出即丢失；再按一次退出。" && !typist.isClosed)
    typist.type("q")
    #expect(typist.isClosed)
  }

  @Test("A draft that could not be written is written as soon as it can be")
  func keptLater() throws {
    let scratch = try Demo.small()
    try scratch.write("", to: "drafts")
    let typist = try Typist(scratch)
    typist.type("<F2><Enter>1930<Enter>")
    typist.tick()
    #expect(typist.message.hasPrefix("草稿没有保住"))
    try FileManager.default.removeItem(atPath: scratch.path + "/drafts")
    typist.tick()
    typist.type("<Esc>q")
    #expect(typist.isClosed && !scratch.files("drafts").isEmpty)
  }

  @Test("A draft that can't be read is left as it is, and nothing is written over it")
  func unreadable() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("<F2><Enter>1930<Enter><Esc>")
    let file = "drafts/" + (try #require(scratch.files("drafts").first))
    try scratch.write("这不是栏目\n", to: file)
    let again = try Typist(scratch)
    again.type("<F2><Enter>2030<Enter><Esc>")
    #expect(again.message.hasPrefix("草稿没有保住"))
    #expect(try scratch.text(file) == "这不是栏目\n")
  }
}

extension Typist {
  /// Goes on to the field with that label.
  func go(to label: String) throws {
    for _ in 0..<40 {
      let row = try #require(surface.caret).y
      if lines[row].contains(label) { return }
      type("<Tab>")
    }
    Issue.record("no field \(label)")
  }
}
