import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@Suite("The shift is opened with a PIN, and locks by itself or with F12")
struct ShiftScreenTests {
  private let recorded = "<F2><Enter>1930+150<Enter>=<Enter><Enter>01<F10>"

  private func typist(_ scratch: Scratch) throws -> Typist {
    let typist = try Typist(scratch, isInService: true)
    typist.type("<Down>")
    return typist
  }

  @Test("What was filled in before anybody opened it waits for the PIN, and is then saved")
  func asked() throws {
    let scratch = try Service.station()
    let typist = try typist(scratch)
    #expect(typist.lines[0].hasSuffix("只看 F12"))
    typist.type(recorded)
    #expect(typist.screen.contains("开班 · 王警官"), "\(typist.screen)")
    #expect(typist.screen.contains("王警官 输入口令后就保存"), "\(typist.screen)")
    typist.type("111111<Enter>")
    #expect(typist.message.contains("口令"))
    typist.type(Signed.pin + "<Enter>")
    #expect(typist.patrols.count == 1, "\(typist.screen)")
    #expect(typist.patrols.first?.page.recorded.by.name == "王警官")
    #expect(typist.lines[0].hasSuffix("王警官"))
  }

  @Test("Esc writes nothing, and the form is still there")
  func given() throws {
    let scratch = try Service.station()
    let (typist, before) = (try typist(scratch), try DirectoryState(scratch))
    typist.type(recorded + "<Esc>")
    #expect(typist.message.hasPrefix("还没有人开班，只能查看。"), "\(typist.message)")
    #expect(typist.screen.contains("19:30"), "\(typist.screen)")
    #expect(try DirectoryState(scratch) == before)
  }

  @Test("While it is asked nothing else is begun: what waits is written at once, or not at all")
  func modal() throws {
    let scratch = try Service.station()
    let (typist, before) = (try typist(scratch), try DirectoryState(scratch))
    typist.type(recorded)
    for key in ["<F2>", "<F3>", "<F8>", "<C-z>", "<C-y>", "<C-p>", "<C-f>", "<F1><F2>", "<Esc>"] {
      typist.type(key)
      guard key != "<Esc>" else { break }
      #expect(typist.message == "先输口令开班，或按 Esc 只看。", "\(key) \(typist.message)")
      if key.hasPrefix("<F1>") { typist.type("<Esc>") }
      #expect(typist.screen.contains("开班 · 王警官"), "\(key)")
    }
    #expect(typist.screen.contains("19:30"), "\(typist.screen)")
    // Nor is it offered, here or in help.
    let locked = try Typist(try Signed.directory())
    locked.type("<F12>")
    #expect(
      locked.lines.last?.contains("C-p") == false && locked.lines.last?.contains("F1") == true)
    locked.type("<F1>")
    #expect(!locked.screen.contains("C-p") && !locked.screen.contains("记巡逻"), "\(locked.screen)")
    // Another time it is asked for anew, and nothing that was given up comes after.
    typist.type("<F12>" + Signed.pin + "<Enter>")
    #expect(try DirectoryState(scratch) == before)
    #expect(typist.patrols.isEmpty && typist.screen.contains("19:30"), "\(typist.screen)")
  }

  @Test("F12 locks; what is typed then is a PIN and nothing else; another officer may come")
  func locked() throws {
    let scratch = try Signed.directory()
    let typist = try Typist(scratch)
    typist.type("<F2><Enter>1930<Enter>")
    typist.type("<F12>")
    #expect(typist.screen.contains("已锁定 · 王警官") && !typist.screen.contains("19:30"))
    typist.type("<F4>李<Enter>")
    #expect(typist.screen.contains("已锁定 · 李警官"))
    typist.type("7392x<BSpace>51<Enter>")
    #expect(typist.message == "李警官 已开班（值班民警是 王警官），写下的记在 李警官 名下。")
    // Back where it was, with what was typed.
    #expect(typist.screen.contains("19:30"), "\(typist.screen)")
    #expect(typist.world.shift == .open(Named("P-002", "李警官")))
  }

  @Test(
    "Nobody at the keys for a quarter of an hour locks it; the desk may say five minutes to an hour"
  )
  func idle() throws {
    let scratch = try Signed.directory()
    let typist = try Typist(scratch)
    typist.tick(idle: .seconds(899))
    #expect(typist.world.shift != .closed)
    typist.tick(idle: .seconds(900))
    #expect(typist.world.shift == .closed && typist.screen.contains("已锁定"))
    // Looking on is free.
    typist.type("<Esc>")
    #expect(typist.message == "只看不写；要写时按 F12 开班。" && !typist.screen.contains("已锁定"))
    typist.tick(idle: .seconds(9000))
    #expect(!typist.screen.contains("已锁定"))
    typist.type("<F12>" + Signed.pin + "<Enter>")
    _ = try Demo.runner(scratch).perform(.setStation(["Idle": "5"]))
    typist.tick()
    typist.tick(idle: .seconds(300))
    #expect(typist.world.shift == .closed)
    #expect(
      Said.by(try Demo.runner(scratch).perform(.setStation(["Idle": "4"]))).contains("5 至 60"))
  }

  @Test("Personal data that was shown is masked again when it locks")
  func masked() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("7<Tab><Enter><F5>1<F10>")
    #expect(typist.screen.contains("10012345678"))
    typist.type("<F12>")
    #expect(!typist.screen.contains("10012345678"))
    typist.type("<Esc>")
    #expect(typist.screen.contains("100****5678"), "\(typist.screen)")
    // So is what somebody was typing: whoever looks now need not be who typed.
    let other = try Typist(try Demo.stocked())
    other.type("7<Tab><F4><Enter><Enter><Enter><Enter><C-u>10013998877")
    #expect(other.screen.contains("10013998877"), "\(other.screen)")
    other.type("<F12><Esc>")
    #expect(!other.screen.contains("10013998877") && other.screen.contains("100****8877"))
  }

  @Test("Locked or not, who is out stays in view, and a patrol over its time rings once")
  func out() throws {
    let scratch = try Signed.directory()
    let typist = try Typist(scratch)
    let out = try Underway.schema.parse([
      "Team": "QS 青石镇专职队", "From": "2026-11-24 19:40", "Due": "2026-11-24 22:40",
      "Strength": "4", "Route": "镇区",
    ])
    _ = typist.runner.perform(.setOut(out))
    typist.tick()
    typist.type("<F12>")
    #expect(typist.screen.contains("在巡 1 队") && typist.screen.contains("应归 22:40"))
    #expect(typist.rings == 0)
    let late = Stamp(moment: Demo.now.moment + 15, offset: Demo.now.offset)
    typist.tick(late)
    typist.tick(late)
    #expect(typist.rings == 1 && typist.screen.contains("超时5分"), "\(typist.screen)")
  }
}
