import Console
import Patrol
import Records
import Runner
import Terminal
import Wording

/// Somebody at the console: keys in, the screen out, and every key counted.
package final class Typist {
  private var desk: ScriptedDesk
  package let scratch: Scratch
  package private(set) var keys = 0
  package let runner: CommandRunner

  package init(
    _ scratch: Scratch, size: Size = Size(80, 24), language: Language = .hans,
    at now: Stamp = Demo.now, kinds: Kinds = .ours, isInService: Bool = false,
    isGuided: Bool = false
  ) throws {
    self.scratch = scratch
    let runner =
      try isInService
      ? Service.runner(scratch, at: now) : Demo.runner(scratch, at: now, kinds: kinds)
    self.runner = runner
    let hasDirectory = try !DataDirectory(scratch.disk).isToBeMade
    let reply = hasDirectory ? runner.perform(.open(nil)) : Reply(.unchanged)
    let snapshot =
      hasDirectory
      ? try reply.snapshot ?? runner.snapshot
      : Snapshot.beforeAll(
        codes: try Demo.codes(), kinds: kinds, language: language, today: now.moment.day)
    var world = World(
      language: language, snapshot: snapshot, day: snapshot.today, ledger: reply.ledger,
      findings: reply.findings ?? [], waiting: reply.waiting ?? [], now: now, size: size,
      drafts: hasDirectory ? runner.drafts() : [:])
    (world.hasDirectory, world.place) = (hasDirectory, "/home/duty/xunfang")
    world.told = reply.told ?? []
    world.spelling = { Pinyin.reading(of: $0) }
    world.secretFlaw = { CommandRunner.flaw($0, known: $1) }
    var first = Desk(world)
    if isGuided { first.beginGuide() }
    desk = ScriptedDesk(first, perform: runner.perform, finish: runner.finish)
  }

  /// Presses keys as scripts write them: `2000<Enter>`.
  @discardableResult
  package func type(_ text: String) -> Typist {
    for key in Key.sequence(text) {
      keys += 1
      desk.press(key)
    }
    return self
  }

  package func press(_ key: Key) {
    keys += 1
    desk.press(key)
  }

  package func paste(_ text: String) { desk.paste(text) }
  package func tick(_ now: Stamp = Demo.now, idle: Duration = .zero) { desk.tick(now, idle: idle) }
  /// How often it rang.
  package var rings: Int { desk.rings }
  package func hangUp() { desk.hangUp() }
  package func resize(_ size: Size) { desk.resize(size) }
  package func learn(_ probe: Probe) { desk.learn(probe) }

  package var surface: Surface { desk.frame }
  package var screen: String { desk.frame.text }
  package var lines: [String] {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
  package var message: String { desk.desk.message?.text[desk.desk.world.language] ?? "" }
  package var world: World { desk.desk.world }
  package var isClosed: Bool { desk.desk.isClosed }

  /// The pages of the day that is shown.
  package var patrols: [LedgerPage] { world.ledger?.patrols ?? [] }
}
