import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

/// What a form asks that the program does not know.
private struct Note: Sendable {
  let word, echo: String

  static let schema = Schema(
    "note", Phrase("便条", "便條", "Note"), Note.init(word:echo:),
    Field("Word", \.word, .line, Phrase("字", "字", "Word")),
    Field("Echo", \.echo, .line, Phrase("回声", "回聲", "Echo")))

  static let said = Phrase("已写便条。", "已寫便條。", "The note is written.")

  /// Its form: what is written in one field is written in the other too.
  static var form: FormPlan {
    var plan = FormPlan(
      Phrase("便条", "便條", "Note"), schema.columns, asked: ["Word", "Echo"],
      draft: DraftName("note"),
      ending: { draft, _, _ throws(FieldError) in
        let note = try draft.read(schema)
        if note.word.isEmpty { throw schema.columns[0].error("") }
        return .command(.store(note.word + note.echo, name: "note.txt"))
      })
    plan.following = { old, new, _ in
      old["Word"] == new["Word"] ? ([:], []) : (["Echo": new["Word"]], [.open(.today)])
    }
    plan.beside = { field, form, _ in [("旁注\(field)\(form[field])", .warning)] }
    plan.after = { _ in [.turnTo(.home)] }
    return plan
  }
}

@Suite("A form is a value, and the screen that shows it knows none")
struct FormPlanTests {
  private func world() throws -> World { try Typist(Demo.stocked()).world }

  private func press(_ keys: String, _ screen: inout FormScreen, _ world: World) -> [Effect] {
    Key.sequence(keys).flatMap { screen.press($0, in: world) ?? [] }
  }

  @Test("A form that the program does not know is filled in, remarked on, ended and said")
  func unknown() throws {
    let world = try world()
    var screen = FormScreen(Note.form, in: world)
    #expect(press("甲<Enter>", &screen, world) == [.open(.today)])
    #expect(screen.form.draft == Draft(["Word": "甲", "Echo": "甲"]))
    var surface = Surface(Size(120, 30))
    screen.view(in: world).draw(in: Rect(surface.size), on: &surface)
    #expect(surface.text.contains("旁注Echo甲"))
    #expect(press("<F10>", &screen, world) == [.perform(.store("甲甲", name: "note.txt"))])
    #expect(
      screen.receive(.done(Done(Note.said)), in: world)
        == [.turnTo(.home), .say(Note.said), .dropDraft("note")])
  }

  @Test("What a form refuses stands at its field, and nothing is done")
  func refused() throws {
    let world = try world()
    var screen = FormScreen(Note.form, in: world)
    let effects = press("<Enter><F10>", &screen, world)
    #expect(effects.count == 1 && screen.form.complaints["Word"] != nil)
    #expect(screen.form.focusName == "Word")
  }

  private static let page = PageID(BookID("QS-01", .patrol), year: 2026, number: 41)
  private static let day = Day("2026-11-24")

  @Test("A draft keeps its name from one version to the next")
  func names() throws {
    let (page, day) = (Self.page, try #require(Self.day))
    let names: [(FormPlan, String)] = [
      (.patrol(team: "QS-01", day: day, from: nil), "patrol-QS-01-2026-11-24"),
      (.patrol(team: nil, day: day, from: nil), "patrol-2026-11-24"),
      (.inspection(team: "QS-01", day: day), "inspection-QS-01-2026-11-24"),
      (.page(.patrol, day: day), "page-patrol-2026-11-24"),
      (.refusal(page), "refusal-QS-01-2026-41"), (.review(page), "review-QS-01-2026-41"),
      (.correction(page, .patrol), "correction-patrol-QS-01-2026-41"),
      (.void(page), "void-patrol-QS-01-2026-41"), (.deputy(team: "QS"), "deputy-QS"),
      (.setOut(team: "QS"), "out-QS"), (.settings(.policy), "settings"), (.split("QS"), "split-QS"),
      (.record(.members, code: "QS-001", scope: nil), "members-QS-001"),
      (.record(.members, code: nil, scope: nil), "members-new"),
      (.record(.members, code: nil, scope: .team("QS-01")), "members-new-QS-01"),
      (
        .record(
          .exceptions, code: nil, scope: nil,
          given: ["Line": "R-1", "Date": "2026-11-24", "Team": "QS"]),
        "exceptions-new-QS-2026-11-24-R-1"
      ),
      (.several(.members, ["QS-001", "QS-002"]), "several-members-e4513107e16e"),
      (.ending(.members, ["QS-001"]), "ending-members-QS-001"),
      (.reveal(.members, "QS-001"), "reveal-members-QS-001"),
    ]
    for (plan, name) in names { #expect(plan.draftName.text == name) }
  }

  @Test("A draft of before days were in its name is taken up on its own day alone")
  func earlier() throws {
    let day = try #require(Self.day)
    var world = try world()
    world.drafts = ["patrol-QS-01": Draft(["Date": day.text])]
    let name = FormPlan.patrol(team: "QS-01", day: day, from: nil).draftName
    #expect(name.draft(in: world)?.name == "patrol-QS-01")
    #expect(name.all(in: world) == ["patrol-QS-01-2026-11-24", "patrol-QS-01"])
    let next = FormPlan.patrol(team: "QS-01", day: day + 1, from: nil).draftName
    #expect(next.draft(in: world) == nil)
    world.drafts = ["patrol-QS-01-2026-11-24": Draft(["Date": day.text])]
    #expect(next.otherDay(in: world) == day && name.otherDay(in: world) == nil)
  }

  @Test("Kinds with a form of their own are kinds there are; any other gets the form of all")
  func own() throws {
    let day = try #require(Self.day)
    #expect(FormPlan.own.keys.allSatisfy { Kinds.ours.page($0) != nil })
    for kind in Kinds.ours.pages {
      let plan = FormPlan.new(kind, day: day)
      #expect(plan.asked == kind.layout.asked.map(\.name), "\(kind.name)")
      guard FormPlan.own[kind.name] == nil else { continue }
      #expect(plan.draftName == FormPlan.page(kind, day: day).draftName, "\(kind.name)")
    }
  }

  @Test("A correction knows who was due where a page only counts those who came")
  func due() throws {
    let world = try Typist(Demo.directory()).world
    let inspection = try #require(world.ledger?.inspections.first)
    let team = try #require(Named(inspection.text(Inspection.inspected)))
    let form = FormPlan.correction(inspection.page.id, .inspection).form(in: world)
    #expect(Crew.due(form.draft).map(\.code) == world.snapshot.members(of: team.code).map(\.code))
    let patrol = try #require(world.ledger?.patrols.first)
    let other = FormPlan.correction(patrol.page.id, .patrol).form(in: world)
    let crew = patrol.text(PatrolEntry.present) + patrol.text(PatrolEntry.absent)
    #expect(!Crew.due(other.draft).isEmpty)
    #expect(Crew.due(other.draft).allSatisfy { crew.contains($0.code) })
  }

  @Test("In a list over a form the arrows move, and only Enter takes")
  func arrows() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<C-t><F6><F4><Down><Up><Down>")
    #expect(typist.screen.contains("打字筛选"), "\(typist.screen)")
    typist.type("<Enter>")
    #expect(typist.lines[3].contains("接班人") && typist.lines[3].contains("李警官"), "\(typist.screen)")
  }
}
