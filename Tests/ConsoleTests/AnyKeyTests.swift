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
  let team = world.library.teams.first?.code ?? "XX"
  var places: [Place] = [
    .home, .patrolForm(team: nil, day: nil, from: nil),
    .patrolForm(team: team, day: nil, from: nil),
    .inspectionForm(team: nil), .inspectionForm(team: team), .refusal(inspection),
    .review(inspection), .deputy(team: team), .sign(.page(inspection)), .sign(.close(world.day)),
    .waiting, .countersign("P-001", returning: world.day), .keys, .verify, .correction(page),
    .correction(inspection), .void(page), .page(page), .split(unit: "QS"), .settings,
    .roster(scope: nil, day: nil), .setOut(team: team), .today, .search(""), .goToDay, .help,
    .palette, .choose(.language), .choose(.theme), .choose(.officer),
  ]
  for kind in RegisterRecord.Kind.allCases {
    let code = world.library.table(kind).texts(at: 0, or: "Code") ?? "XX"
    places += [
      .registers(kind, scope: nil), .record(kind, code: code),
      .recordForm(kind, code: nil, scope: nil), .recordForm(kind, code: code, scope: nil),
      .severalForm(kind, codes: [code]), .ending(kind, code: code), .reveal(kind, code: code),
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
    .enter, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
    .pageUp, .pageDown,
  ]

private let pastes = [
  "99999999999999999999", "-9223372036854775808", "+-9223372036854775808", "0000-00-00",
  "9999-12-31 23:59", "一\n二\n三", "\u{202E}三张\u{FEFF}", String(repeating: "9", count: 400),
]

@Suite("Whatever is typed anywhere, nothing ends the program")
struct AnyKeyTests {
  /// Keys a place; `make soak` asks for more.
  private static let count =
    ProcessInfo.processInfo.environment["XUNFANG_KEYS"].flatMap { Int($0) } ?? 240

  private struct Dice {
    var state: UInt64
    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }

  private func world(_ scratch: Scratch, _ language: Language) throws -> World {
    var world = try Typist(scratch, language: language).world
    world.findings = []
    return world
  }

  /// Types into one screen, drawing it now and then; what it asks for is not done.
  private func type(
    _ place: Place, _ count: Int, in world: World, _ dice: inout Dice
  ) {
    var (screen, _) = place.screen(in: world, over: nil)
    for step in 0..<count {
      if dice.below(24) == 0 {
        _ = screen.paste(pastes[dice.below(pastes.count)], in: world)
      } else {
        _ = screen.press(keys[dice.below(keys.count)], in: world)
      }
      // On to the next field, so that each is typed into.
      if step % 9 == 8 { _ = screen.press(.tab, in: world) }
      if step % 16 == 0 {
        let size = step % 32 == 0 ? Size(80, 22) : Size(60, 14)
        var surface = Surface(size)
        screen.view(in: world).draw(in: Rect(size), on: &surface)
        _ = screen.hints(in: world)
      }
    }
  }

  @Test(
    "Every field, list and popup of every screen, on a new station and on one with records",
    arguments: [true, false], Language.allCases)
  func everywhere(isNew: Bool, _ language: Language) throws {
    let world = try world(isNew ? Demo.new() : Demo.stocked(), language)
    var dice = Dice(state: 7)
    for place in places(world) { type(place, Self.count, in: world, &dice) }
  }

  @Test("Keys pressed at random through the whole console, each carried out", arguments: [1, 2])
  func walk(seed: Int) throws {
    let typist = try Typist(seed == 1 ? Demo.new() : Demo.stocked())
    var dice = Dice(state: UInt64(seed))
    for _ in 0..<Self.count * 5 where !typist.isClosed {
      let key = keys[dice.below(keys.count)]
      // Leaving, and what takes a path anywhere on this machine, is no use to this walk.
      if [.control("q"), .control("c"), .control("z")].contains(key) { continue }
      typist.press(key)
    }
  }

  @Test("A digit, Enter and Space in an empty list choose nothing and say so")
  func emptyLists() throws {
    let typist = try Typist(Demo.new())
    typist.type("<F2>1<Enter>")
    #expect(typist.message == "清单是空的，请先在 7 台账里登记。")
    #expect(typist.screen.contains("清单是空的"))
    typist.type(" 99<Enter><Esc>")
    #expect(typist.screen.contains("记巡逻"))
  }
}
