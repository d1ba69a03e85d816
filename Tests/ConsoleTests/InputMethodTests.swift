import Patrol
import Records
import TestSupport
import Testing

@testable import Console

@Suite("With an input method on, keys act and free text stays")
struct InputMethodTests {
  @Test("Free text and names are left as typed")
  func untouched() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><Enter>１９３０－２２１０<Enter>＝<Enter><Enter>９１<Enter>")
    typist.type("２２：３０ 见Ａ车，８点半离开。<F10>")
    #expect(typist.patrols.first?.text("Observed") == "２２：３０ 见Ａ车，８点半离开。", "\(typist.screen)")
  }

  @Test("Full-width keys act as the keys they stand for")
  func keys() throws {
    let typist = try Typist(try Demo.small())
    typist.type("？")
    #expect(typist.lines.first != nil && typist.screen.contains("帮助"))
    typist.type("<Esc>【")
    #expect(typist.world.day == Demo.today - 1)
    typist.type("】")
    #expect(typist.world.day == Demo.today)
    typist.type("２")
    #expect(typist.screen.contains("2 治安巡逻记录簿"))
    typist.type("：")
    #expect(typist.screen.contains("命令"))
  }
}
