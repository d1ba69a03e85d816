import Patrol
import Records
import Terminal

/// A desk without a loop: each request is carried out before the next key.
///
/// For `--script` and tests.
package struct ScriptedDesk {
  package private(set) var desk: Desk
  /// How often it rang.
  package private(set) var rings = 0
  private let perform: (Command) -> Reply
  /// Carries a job out to its end, and gives all that it reports.
  private let finish: (Job) -> [Progress]

  package init(
    _ desk: Desk, perform: @escaping (Command) -> Reply, finish: @escaping (Job) -> [Progress]
  ) {
    (self.desk, self.perform, self.finish) = (desk, perform, finish)
  }

  package var frame: Surface { desk.frame() }
  package var hasDirectory: Bool { desk.world.hasDirectory }

  package mutating func press(_ key: Key) { settle(desk.press(key)) }
  package mutating func paste(_ text: String) { settle(desk.paste(text)) }
  package mutating func tick(_ now: Stamp, idle: Duration = .zero) {
    settle(desk.tick(now, isQuiet: true, idle: idle))
  }
  package mutating func hangUp() { settle(desk.hangUp()) }
  package mutating func resize(_ size: Size) { desk.resize(size) }
  package mutating func learn(_ probe: Probe) { desk.learn(probe) }

  private mutating func settle(_ requests: [Request]) {
    for request in requests {
      switch request {
      case .command(let command, let ticket): settle(desk.receive(perform(command), ticket: ticket))
      case .job(let job, let ticket):
        for progress in finish(job) { settle(desk.receive(progress, ticket: ticket)) }
      // No terminal, and no job that is still under way.
      case .stop, .redraw, .suspend, .theme: break
      case .ring: rings += 1
      }
    }
  }
}
