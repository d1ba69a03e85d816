import Books
import Patrol
import TestSupport
import Testing
import Wording

@testable import Console

@Suite("A table is imported from its screen")
struct ImportScreenTests {
  @Test("What of an import could not be finished is said, though the screen is left")
  func unfinished() throws {
    let world = try Typist(Demo.stocked()).world
    let step = StepSummary(
      .bulkImport, subject: .register(.members), count: 2, name: Phrase(verbatim: "2"))
    let trouble = try #require(FileStep.Unfinished.examples.first).notice
    func effects(_ trouble: Notice?) -> [Effect] {
      var screen = ImportScreen(.members, scope: nil)
      return screen.receive(.brought(Imported(step, trouble: trouble)), in: world)
    }
    let refresh = Effect.perform(.refresh(world.day))
    #expect(effects(nil) == [.close, .say(step.phrase), refresh])
    #expect(effects(trouble) == [.close, .say(step.phrase), .complain(trouble), refresh])
  }
}
