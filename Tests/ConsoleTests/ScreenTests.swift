import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

private let sizes = [Size(60, 16), Size(80, 24), Size(120, 40), Size(200, 60)]

/// Keys to every screen from the first one.
private let places = [
  "", "<Tab>", "3", "*", "<F2>", "<F2><F4>", "<F2><Up><Up><F4>", "2<Enter>", "2<F4>", "2<Del>",
  "<F5>", "7", "7<F6>",
  "7<Enter>", "<F4>", "0", "<C-f>养殖<Enter>", "-", "<F1>", "<C-p>", "<C-p>语言", "<F7>青", "[",
  "27", "<F10>", "<F3>", "<F3>大槐<Enter>", "<F8>", "<F8><Enter>", "<F8><Enter><F8>",
  "<F8><Enter><F8><F4>",
  "[3<F8>", "[3<Enter>", "7<F5>", "<C-p>keys<Enter>", "<C-p>keys<Enter><F6>",
  "<C-p>keys<Enter><Del>", "<C-p>close<Enter>",
]

@Suite("Screens are whole at every size and in every language")
struct ScreenTests {
  private static let demo = Result { try Demo.directory() }

  private func isWhole(_ surface: Surface) -> Bool {
    (0..<surface.size.height).allSatisfy { y in
      let widths = surface.row(y).map(\.width)
      return widths.indices.allSatisfy { x in
        switch widths[x] {
        case 2: x + 1 < widths.count && widths[x + 1] == 0
        case 0: x > 0 && widths[x - 1] == 2
        default: true
        }
      }
    }
  }

  @Test(
    "No half characters, no line too wide, a caret, and help in the hint bar", arguments: sizes,
    Language.allCases)
  func whole(_ size: Size, _ language: Language) throws {
    let scratch = try Self.demo.get()
    for keys in places {
      let typist = try Typist(scratch, size: size, language: language)
      typist.type(keys)
      let surface = typist.surface
      #expect(isWhole(surface), "\(keys) \(size)")
      #expect(surface.caret != nil, "\(keys) \(size) \(language)")
      let hints = typist.lines.last ?? ""
      #expect(hints.contains("F1") || hints.contains("Esc"), "\(keys): \(hints)")
      #expect(hints.contains("22:30"))
    }
  }

  @Test("The rules' names are whole in the list of what is to be done, in English too")
  func ruleNames() throws {
    for size in [Size(80, 24), Size(120, 40)] {
      let typist = try Typist(try Self.demo.get(), size: size, language: .en)
      typist.tick()
      let toDo = typist.world.toDo
      #expect(toDo.groups(.toDo).count > 2 && toDo.groups(.toComplete).count > 2)
      typist.type("0*" + String(repeating: "<Tab>", count: toDo.groups(.toDo).count) + "<Right>")
      // Whatever does not fit is seen from the end.
      let shown = typist.type("<Home>").screen + typist.type("<End>").screen
      for group in toDo.groups {
        let title = " \(group.rule.title[.en])  "
        #expect(shown.contains(title), "\(title)\n\(shown)")
      }
    }
  }

  @Test("A window too small says so, and the form is there again with a larger one")
  func tooSmall() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><Enter>1930")
    let before = typist.screen
    typist.resize(Size(59, 16))
    #expect(typist.screen.contains("窗口太小"))
    #expect(typist.screen.contains("60×16"))
    typist.resize(Size(1, 1))
    _ = typist.screen
    typist.resize(Size(0, 0))
    _ = typist.screen
    typist.resize(Size(80, 24))
    #expect(typist.screen == before)
  }

  @Test("No key on any screen does harm, whatever the order")
  func anyKeys() throws {
    let scratch = try Demo.directory()
    var dice = SystemRandomNumberGenerator()
    let keys: [String] = [
      "<Enter>", "<Esc>", "<Tab>", "<S-Tab>", "<Up>", "<Down>", "<Left>", "<Right>", "<PageDown>",
      "<PageUp>", "<Home>",
      "<End>", "<F1>", "<F2>", "<F4>", "<F5>", "<F6>", "<F7>", "<F8>", "<F10>", "<Del>", "<BSpace>",
      "<Space>", "0", "1",
      "2", "3", "[", "]", "=", "-", "*", "<C-p>", "<C-f>", "<C-u>", "<C-z>", "<C-v>", "<C-w>", "青",
      "𮯰", "x", "a", ".", "+",
    ]
    for _ in 0..<12 {
      let typist = try Typist(scratch, size: sizes.randomElement(using: &dice) ?? Size(80, 24))
      var pressed = ""
      for _ in 0..<120 where !typist.isClosed {
        let key = keys.randomElement(using: &dice) ?? "1"
        pressed += key
        typist.type(key)
        #expect(isWhole(typist.surface), "\(pressed)")
      }
      typist.hangUp()
    }
  }
}

@Suite("The screens a new user meets, written out")
struct ExpectedScreenTests {
  @Test("The first screen at 80×24")
  func home() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><Enter>1930-2210<Enter>3-4.1<Enter><Enter>01<F10>")
    let expected = """
       巡防  演示 青石派出所  2026-11-24 周二  已记 1/3 队                     王警官
      ┌ 1 巡防力量 ──────── 3队 10人 ┐┌ 2 治安巡逻记录簿 · 青石镇 · 11月24日 周二 ───┐
      │ · 第一步 4/6                 ││ 时间        队伍     带队   实到  情况       │
      │ 景川市             10        ││ 19:30-22:10 青石镇.. 周建林 3/4   未发现异常 │
      │ ▾ 青石镇          4/3 ●      ││ ──────────────────────────────────────────── │
      │    高庄村队       5/5 ○      ││ 队伍          青石镇专职队                   │
      │    柳庄村队       1/5 ○ 缺4  ││ 巡防日        2026-11-24                     │
      │                              ││ 出发          19:30                          │
      │                              ││ 归队          22:10                          │
      │                              ││ 方式          列队步巡                       │
      │                              ││ 带队          周建林                         │
      │                              ││ 实到          周建林、𮯰某、𱍐某             │
      │                              ││ 缺勤          单雄(病假)                     │
      │                              ││ 路段（部位）  柳庄—小李庄公路                │
      │                              ││ 重点部位      变压器机井台区、养殖圈舍       │
      │                              ││ 着装携装      制服、橡胶棒、红袖标           │
      │                              ││ 情况          未发现异常                     │
      │                              ││ №1 记录人 王警官 2026-11-24 22:30            │
      │                              ││ 7acb212ab399                                 │
      │                              ││                                              │
      │                              ││                                              │
      └ ●已记 ◐在巡 ○未记 ───────────┘└──────────────────────────────────────────────┘
       已存 青石镇专职队 №1。
       F2 记巡逻  F3 记检查  F5 出巡归队  Enter 详看  F8 签字  F4 修改  F1 帮助 22:30
      """
    #expect(typist.screen == expected)
  }

  @Test("The form of a patrol at 80×24, the caret behind what was typed")
  func form() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><Enter>1930-2575<Enter>")
    let expected = """
       巡防  演示 青石派出所  2026-11-24 周二  已记 0/3 队                     王警官
      ┌ 记巡逻 ─────────────────────────────────────────────────────────────── 02/23 ┐
      │ 01 队伍         青石镇专职队                                                 │
      │ 02 起止         1930-2575                                                    │
      │ 03 实到                                                                      │
      │ 04 必巡点                                                                    │
      │ 05 情况                                                                      │
      │ ── 更多 ──────────────────────────────────────────── F10 保存，两位数去该项  │
      │ 11 巡防日       2026-11-24             12 带队         周建林                │
      │ 13 路段（部位） 柳庄—小李庄公路        14 方式         列队步巡              │
      │ 15 天气                                16 重点部位     变压器机井台区、养..  │
      │ 17 着装携装     制服、橡胶棒、红袖标   18 设施清点                           │
      │ 19 带队民警                            20 交接事项                           │
      │ 21 办结交接                            22 备注                               │
      │ 23 处理结果                                                                  │
      │ 起止“2575”不对，请输入出发-归队，如 1930-2210；后半夜写 0110 或 25:10。      │
      │ 名册 1周建林  2𮯰某  3𱍐某 4单雄                                             │
      │                                                                              │
      │                                                                              │
      │ ──────────────────────────────────────────────────────────────────────────── │
      │ 将记 青石镇专职队 11-24                                                      │
      │      还差 起止、实到、情况                                                   │
      └──────────────────────────────────────────────────────────────────────────────┘
       Enter 下一项  F10 保存  Esc 返回  F5 同上次计划  F2 电话记录  F1 帮助    22:30
      """
    #expect(typist.screen == expected)
  }

  @Test("The page of a corrected patrol shows the old wording struck out")
  func corrected() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><Enter>1930-2210<Enter>=<Enter><Enter>01<F10>2<F4>02-2200<F10>1<F10><Enter>")
    let expected = """
       巡防  演示 青石派出所  2026-11-24 周二  已记 1/3 队                     王警官
      ┌ 治安巡逻记录簿 · 青石镇专职队 · 2026 ──────────────────────────────────── №1 ┐
      │  队伍          青石镇专职队            巡防日        2026-11-24              │
      │  出发          19:30                   归队          ~~22:10~~ 22:00         │
      │  方式          列队步巡                带队          周建林                  │
      │  实到          周建林、𮯰某、𱍐某、单雄                                      │
      │  路段（部位）  柳庄—小李庄公路                                               │
      │  重点部位      变压器机井台区、养殖圈舍                                      │
      │  着装携装      制服、橡胶棒、红袖标    情况          未发现异常              │
      │  更正 №2 2026-11-24 22:30 王警官: 笔误                                       │
      │  №1 记录人 王警官 2026-11-24 22:30  29babbbd7ab4                             │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      └──────────────────────────────────────────────────────────────────────────────┘
       F4 更正  F8 签字  Del 作废  Enter 指纹  Esc 返回  C-p 命令  F1 帮助      22:30
      """
    #expect(typist.screen == expected)
  }

  @Test("The force in English at 60×16")
  func english() throws {
    let typist = try Typist(try Demo.small(), size: Size(60, 16), language: .en)
    let expected = """
       Xunfang  DEMO 青石派出所  2026-11-24 Tue  kept 0/3  王警官
      ┌ 1 Patrol force ───────────────────────────── 3 teams, 10 ┐
      │ · First steps 4/6                                        │
      │ 景川市                                         10        │
      │ ▾ 青石镇                                      4/3 ○      │
      │    高庄村队                                   5/5 ○      │
      │    柳庄村队                                   1/5 ○ -4   │
      │                                                          │
      │                                                          │
      │                                                          │
      │                                                          │
      │                                                          │
      │                                                          │
      │                                                          │
      └ ●kept ◐out ○none ────────────────────────────────────────┘
       F2 Record patrol  F3 Inspection  F1 Help             22:30
      """
    #expect(typist.screen == expected)
  }
}
