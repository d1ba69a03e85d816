import Foundation
import Patrol
import TestSupport
import Terminal
import Testing
import Wording

@testable import Console

@Suite(
  "A sealed annex is typed, opened with a reason and one's own PIN, and shows until it is left")
struct AnnexScreenTests {
  private static let who = "常来的高个子男子"

  @Test("From the list to the annex and back, in three languages", arguments: Language.allCases)
  func life(_ language: Language) throws {
    let scratch = try Demo.directory()
    let typist = try Typist(scratch, language: language)
    typist.type("4<F9>\(Self.who)<F10>")
    #expect(scratch.files().count { $0.hasSuffix(".age") } == 1, "\(typist.screen)")
    let there = Phrase("有密封附件，F9 打开", "有密封附件，F9 打開", "a sealed annex, F9 opens it")
    #expect(typist.screen.contains(there[language]), "\(typist.screen)")
    typist.type("<F9>核对<F10>")
    #expect(!typist.screen.contains(Self.who), "\(typist.screen)")
    typist.type("246810<Enter>")
    #expect(typist.screen.contains(Self.who), "\(typist.screen)")
    let readers = Phrase("能开的人", "能開的人", "Who opens it")[language]
    #expect(typist.screen.contains("\(readers)  张警官") || typist.screen.contains("王警官"))
    typist.type("<F12>")
    #expect(!typist.screen.contains(Self.who), "a locked console shows nothing of it")
    typist.type("246810<Enter><Esc>")
    #expect(!typist.screen.contains(Self.who), "\(typist.screen)")
  }

  @Test("No draft is kept of it; what would be lost is asked about once")
  func noDraft() throws {
    let scratch = try Demo.directory()
    let typist = try Typist(scratch)
    typist.type("4<F9>\(Self.who)")
    typist.tick()
    typist.type("<Esc>")
    #expect(typist.message.contains("不留草稿") && typist.screen.contains(Self.who))
    typist.type("<Esc>")
    #expect(!typist.screen.contains(Self.who), "\(typist.screen)")
    typist.type("<F9>")
    #expect(!typist.screen.contains(Self.who), "\(typist.screen)")
    for file in scratch.files() {
      let bytes = Data(try scratch.bytes(file))
      #expect(bytes.range(of: Data(Self.who.utf8)) == nil, "\(file)")
    }
  }

  /// What has no draft and is lost with its screen, and keys that type it.
  private static let lost = [
    ("4<F9>常来的高个子男子", "不留草稿"), ("4<F9>常来的高个子男子<Tab><F4>", "不留草稿"),
    ("<F2><F2>1 1930-", "还没有存"), ("2<Enter><F8>2468", "口令已输入"),
  ]

  @Test("Left by C-q or by the palette, what would be lost is asked about once and then goes")
  func askedOnce() throws {
    for (keys, words) in Self.lost {
      for leave in ["<C-q>", "<C-p>巡防力量<Enter>"] {
        let typist = try Typist(try Demo.directory())
        let before = typist.screen
        typist.type(keys)
        let typed = typist.screen
        #expect(before != typed)
        typist.type(leave)
        #expect(typist.message.contains(words), "\(keys) \(leave)\n\(typist.screen)")
        #expect(typist.screen != before)
        typist.type(leave)
        #expect(!typist.message.contains(words), "\(keys) \(leave)\n\(typist.screen)")
        let isLeft = leave == "<C-q>" ? typist.screen != typed : typist.screen.contains("┌ 1 巡防力量")
        #expect(isLeft, "\(keys) \(leave)\n\(typist.screen)")
      }
    }
  }

  @Test("Changed, it is sealed anew with what is there already filled in")
  func changed() throws {
    let typist = try Typist(try Demo.directory())
    typist.type("4<F9>\(Self.who)<F10><F9>核对<F10>246810<Enter><F4>")
    #expect(typist.screen.contains(Self.who), "\(typist.screen)")
    typist.type("04豫Z00017<F10>")
    #expect(typist.message.contains("已密封"), "\(typist.message)\n\(typist.screen)")
    typist.type("<F9>核对<F10>246810<Enter>")
    #expect(typist.screen.contains("豫Z00017") && typist.screen.contains(Self.who))
  }
}
