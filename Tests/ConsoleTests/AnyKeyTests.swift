import Books
import Foundation
import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

/// Every place of the console, with records that are there and with records that are not.
private func places(_ world: World) -> [Place] {
  let page =
    world.ledger?.patrols.first?.page.id ?? PageID(BookID("XX", .patrol), year: 2026, number: 1)
  let inspection =
    world.ledger?.inspections.first?.page.id
    ?? PageID(BookID("XX", .inspection), year: 2026, number: 1)
  let team = world.snapshot.teams.first?.code ?? "XX"
  var places: [Place] = [
    .home, .patrolForm(team: nil, day: nil, from: nil),
    .patrolForm(team: team, day: nil, from: nil),
    .inspectionForm(team: nil), .inspectionForm(team: team), .refusal(inspection),
    .review(inspection), .deputy(team: team), .sign(.page(inspection)), .sign(.close(world.day)),
    .waiting, .countersign("P-001"), .keys, .verify, .correction(page),
    .correction(inspection), .void(page), .page(page), .split(unit: "QS"), .settings,
    .settingsForm(.policy),
    .settingsForm(.desk),
    .roster(scope: nil, day: nil), .setOut(team: team), .today, .search(""), .goToDay, .help,
    .palette, .choose(.language), .choose(.theme), .choose(.officer),
    .clock(ClockDoubt.examples[0]), .intelligence, .equipmentTotals(scope: nil), .day(team: team),
    .recordedDays(scope: nil, day: world.day), .recordedDays(scope: .team(team), day: world.day),
    .shift(isAsked: true), .firstSteps, .founding, .floors, .phone,
  ]
  let message = world.snapshot.table(.messages).texts(at: 0, or: "Code") ?? "XX"
  let text = world.snapshot.table(.replies).texts(at: 0, or: "Code") ?? "XX"
  var new = NewMessage(.lookout)
  (new.text, new.groups) = ("请注意发现并报告。", [.sanitation])
  places += [
    .messages, .receivedTexts(at: text), .message(message), .message(message, for: .standingDown),
    .message(message, for: .whoFailed),
    .messageForm(.prompt), .messageForm(.lookout), .messageCheck(new), .extendLookout(message),
    .claimText(text), .putText(text), .wholeText(.message(message)), .wholeText(.received(text)),
    .leadInList("QSP-Q-0001"),
  ]
  places += GoalStop.allCases.flatMap { [.goals(unit: nil, at: $0), .goals(unit: "QS", at: $0)] }
  places += Kinds.ours.pages.flatMap { [.pageForm($0), .book($0)] }
  for kind in Kinds.ours.registers {
    let code = world.snapshot.table(kind).texts(at: 0, or: "Code") ?? "XX"
    places += [
      .registers(kind, scope: nil), .record(kind, code: code),
      .recordForm(kind, code: nil, scope: nil), .recordForm(kind, code: code, scope: nil),
      .severalForm(kind, codes: [code]), .ending(kind, codes: [code]), .reveal(kind, code: code),
      .merge(kind, code: code), .importing(kind, scope: nil),
    ]
  }
  return places
}

extension RegisterTable {
  fileprivate func texts(at index: Int, or name: String) -> String? {
    count > index ? texts(at: index)[name] : nil
  }
}

/// Digits, signs, letters, Chinese, full width, and every key there is.
private let keys: [Key] =
  "0123456789+-*/=.,;:?<>[]{}()%#@!~ azAZ一二三十张，。：０９＋－？　𮯰🇨🇳e\u{301}"
  .map { .character($0) }
  + "abcdefghijklmnopqrstuvwxyz\\_".map { .control($0) } + (1...12).map { .f($0) }
  + [
    .escape, .enter, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home,
    .end,
    .pageUp, .pageDown,
  ]

private let pastes = [
  "99999999999999999999", "-9223372036854775808", "+-9223372036854775808", "0000-00-00",
  "9999-12-31 23:59", "一\n二\n三", "\u{202E}三张\u{FEFF}", String(repeating: "9", count: 400),
]

/// A key or a paste.
private enum Stroke {
  case key(Key), paste(String)

  /// So many strokes, the same for the same seed; every ninth goes on to the next field, so that each
  /// is typed into.
  static func strokes(_ count: Int, _ dice: inout Dice) -> [Stroke] {
    (0..<count).map { step in
      if step % 9 == 8 { return .key(.tab) }
      if dice.below(24) == 0 { return .paste(pastes[dice.below(pastes.count)]) }
      return .key(keys[dice.below(keys.count)])
    }
  }

  var name: String {
    switch self {
    case .key(.character(let character)): String(character)
    case .key(let key): "<\(key.name)>"
    case .paste(let text): "<paste \(text.debugDescription)>"
    }
  }
}

private struct Dice {
  var state: UInt64
  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
}

/// What is about to be typed, in a file that outlives a process that a key has ended.
private struct KeyLog {
  let path: String

  init(_ name: String) {
    path = NSTemporaryDirectory() + "xunfang-keys-\(name).txt"
  }

  func note(_ place: String, _ strokes: [Stroke]) throws {
    try "\(place)\n\(strokes.map(\.name).joined())\n".write(
      toFile: path, atomically: false, encoding: .utf8)
  }

  /// Nothing was ended, so there is nothing to look up.
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

@Suite("Whatever is typed anywhere, nothing ends the program and nothing is lost")
struct AnyKeyTests {
  /// Keys a place; `make soak` asks for more.
  private static let count =
    ProcessInfo.processInfo.environment["XUNFANG_KEYS"].flatMap { Int($0) } ?? 160

  private func world(_ scratch: Scratch, _ language: Language) throws -> World {
    var world = try Typist(scratch, language: language).world
    world.findings = []
    return world
  }

  /// Types into one screen, drawing it now and then; what it asks for is not done, but for the draft
  /// that it gives away last.
  private func type(_ strokes: [Stroke], into screen: inout any Screen, in world: World) -> Effect?
  {
    var kept: Effect?
    func note(_ effects: [Effect]?) {
      for effect in effects ?? [] { if case .keepDraft = effect { kept = effect } }
    }
    for (step, stroke) in strokes.enumerated() {
      switch stroke {
      case .key(let key): note(screen.press(key, in: world))
      case .paste(let text): note(screen.paste(text, in: world))
      }
      if step % 16 == 0 {
        let size = step % 32 == 0 ? Size(80, 22) : Size(60, 14)
        var surface = Surface(size)
        screen.view(in: world).draw(in: Rect(size), on: &surface)
        _ = screen.hints(in: world)
      }
    }
    note(screen.tick(in: world))
    return kept
  }

  /// Opens a form again, with its draft written and read in between.
  private func reopened(_ kept: Effect?, _ place: Place, in world: World) throws -> FormScreen? {
    guard case .keepDraft(let name, let draft, _)? = kept else { return nil }
    var world = world
    let drafts = Drafts(on: MemoryDisk([:]))
    try drafts.save(draft, as: name)
    world.drafts[name] = try drafts.read(name)
    return place.screen(in: world, over: nil).0 as? FormScreen
  }

  @Test(
    "Every field, list and popup of every screen, on a new station and on one with records",
    arguments: [true, false], Language.allCases)
  func everywhere(isNew: Bool, _ language: Language) throws {
    let world = try world(isNew ? Demo.new() : Demo.stocked(), language)
    let log = KeyLog("\(isNew ? "new" : "stocked")-\(language)")
    var dice = Dice(state: 7)
    for place in places(world) {
      let strokes = Stroke.strokes(Self.count, &dice)
      try log.note("\(place)", strokes)
      var (screen, _) = place.screen(in: world, over: nil)
      let kept = type(strokes, into: &screen, in: world)
      guard let form = screen as? FormScreen, form.begun != KeptDraft.typed(form.form) else {
        continue
      }
      let again = try #require(try reopened(kept, place, in: world), "\(place)")
      #expect(
        Self.trimmed(KeptDraft.typed(again.form)) == Self.trimmed(KeptDraft.typed(form.form)),
        "\(place)")
    }
    log.remove()
  }

  /// Blanks at the ends of a field are nothing that anybody typed a field for, and text that was typed
  /// over by the same is the same.
  private static func trimmed(_ draft: Draft) -> [String: String] {
    let texts = draft.texts.mapValues { $0.trimmingBlanks() }.filter { !$0.value.isEmpty }
    return texts.filter { name, text in
      !name.hasPrefix(KeptDraft.typed)
        || texts[String(name.dropFirst(KeptDraft.typed.count))] != text
    }
  }

  @Test("Keys pressed at random through the whole console, each carried out", arguments: [1, 2])
  func walk(seed: Int) throws {
    let typist = try Typist(seed == 1 ? Demo.new() : Demo.stocked())
    var dice = Dice(state: UInt64(seed))
    let log = KeyLog("walk-\(seed)")
    // Leaving, and what stops this process, is no use to this walk.
    let strokes = Stroke.strokes(Self.count * 5, &dice).filter {
      if case .key(let key) = $0 {
        return ![.control("q"), .control("c"), .control("z")].contains(key)
      }
      return true
    }
    try log.note("home", strokes)
    for stroke in strokes where !typist.isClosed {
      switch stroke {
      case .key(let key): typist.press(key)
      case .paste(let text): typist.paste(text)
      }
    }
    log.remove()
  }

  @Test(
    "Every screen shows on the first and the last day that there is, at the least and at a usual size",
    arguments: ["0001-01-01", "1970-01-01", "9999-11-30", "9999-12-31"])
  func farDays(_ day: String) throws {
    let now = try #require(Stamp("\(day)T12:00:00+08:00"))
    let typist = try Typist(Demo.stocked(), at: now)
    typist.tick(now)
    for place in places(typist.world) {
      let (screen, _) = place.screen(in: typist.world, over: nil)
      for size in [Size(60, 14), Size(80, 22)] {
        var surface = Surface(size)
        screen.view(in: typist.world).draw(in: Rect(size), on: &surface)
        #expect(!surface.text.isEmpty, "\(place)")
      }
    }
    typist.type("6<Tab>[]<Tab>[]<Down><Tab>[]<Down><Esc>8<Tab><Esc>4<Esc>0<Esc>2[]<Esc>3<Enter>")
  }

  @Test("A digit, Enter and Space in an empty list choose nothing and say so")
  func emptyLists() throws {
    let typist = try Typist(Demo.new())
    typist.type("<F2>1<Enter>")
    #expect(typist.screen.contains("队伍“1”不对"))
    typist.type("<F4>")
    #expect(typist.screen.contains("清单是空的"))
    typist.type(" 99<Enter><Esc>")
    #expect(typist.screen.contains("记巡逻"))
  }

  /// Lists of a station that has nothing yet: how to get there, and the keys that would act on a line.
  private static let lists = [
    ("", ["<Enter>", "<F4>", "<F5>", "<Del>"]),
    ("2", ["<Enter>", "<F4>", "<F5>", "<Del>"]), ("3", ["<Enter>", "<F4>", "<Del>"]),
    ("7<Tab>", ["<Enter>", "<F4>", "<F5>", "<Del>", "<Space>", "+", "*"]),
    ("8", ["<Enter>", "<Del>", "<F5>"]), ("0", ["<Enter>"]),
    ("5", ["<Enter>", "<F5>", "<Del>", "<F3>"]), ("5<Tab>", ["<Enter>", "<F5>", "<Del>", "<F3>"]),
    ("<F8>", ["<Enter>", "<F8>"]),
    ("<C-f>甲", ["<Enter>"]),
  ]

  @Test("Every key that would act on a line of an empty list is answered", arguments: lists)
  func emptyScreens(_ way: String, _ keys: [String]) throws {
    for language in Language.allCases {
      for key in keys {
        let typist = try Typist(Demo.new(), language: language)
        typist.type(way)
        let before = typist.screen
        typist.type(key)
        #expect(!typist.message.isEmpty || typist.screen != before, "\(way) \(key)")
        for move in ["<Up>", "<Down>", "<PageUp>", "<PageDown>", "<Home>", "<End>"] {
          typist.type(move)
        }
      }
    }
  }

  @Test("While a list stands open over a form, the hints are its own, and other keys say so")
  func openList() throws {
    for language in Language.allCases {
      let typist = try Typist(Demo.stocked(), language: language)
      typist.type("<F2><F4>")
      let bar = typist.screen.split(separator: "\n").last ?? ""
      #expect(!bar.contains("F10") && bar.contains("Esc"), "\(bar)")
      for key in ["<F10>", "<F9>", "<C-u>", "<C-v>"] {
        typist.type("<C-l>" + key)
        #expect(typist.message.contains("Esc"), "\(key) \(typist.message)")
      }
    }
  }

  @Test("A digit one field late among those absent, and numbers no clock or calendar has")
  func numbers() throws {
    let absent = try Typist(Demo.stocked())
    absent.type("<F2><Enter>1930-2210<Enter>+25<Enter>")
    #expect(absent.screen.contains("实到“+25”不对"))
    let date = try Typist(Demo.stocked())
    date.type("<F2><Tab><Tab><Tab><Tab><Tab><Tab>99999999999999999999<Enter>")
    #expect(date.screen.contains("请输入日期"))
    let day = try Typist(Demo.stocked())
    day.type("-99999999999999999999<Enter>")
    #expect(day.message.contains("没有“99999999999999999999”这一天"))
  }
}
