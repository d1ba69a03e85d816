import Patrol
import Records
import Synchronization
import Terminal
import Wording

/// What the console needs done outside of it.
package protocol Performer: Sendable {
  /// Carries commands out one after another, in the order given, each answered through `reply`.
  ///
  /// `reply` and `progress` are called on any thread.
  func submit(_ command: Command, reply: @escaping @Sendable (Reply) -> Void)
  /// Starts a job beside those of other lanes.
  func start(_ job: Job, progress: @escaping @Sendable (Progress) -> Void)
  /// Ends what is under way in a lane, where it yields.
  func stop(_ lane: Lane)
  /// The time, from the one clock there is.
  var now: Stamp { get }
  /// Who holds the lock that a command waits for; nil while none is waited for.
  var waitsFor: Phrase? { get }
  /// Ends the wait for a lock: the command is refused, and nothing is written.
  func giveUpWaiting()
}

/// Where finished work waits for the loop; all that the drawing thread shares with any other.
final class Mailbox: Sendable {
  enum Item: Sendable {
    case reply(Reply, ticket: Int)
    case progress(Progress, ticket: Int)
  }

  private let items = Mutex<[Item]>([])
  private let wake: @Sendable () -> Void
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  func post(_ item: Item) {
    items.withLock { $0.append(item) }
    wake()
  }

  func takeAll() -> [Item] {
    items.withLock { items in
      defer { items = [] }
      return items
    }
  }
}

/// The themes of the console, read again when their file changes.
package protocol ThemeSource {
  /// The theme of that name, or the last good one and what is wrong with the file.
  ///
  /// It is asked for every frame; `trouble` comes once for each change of the file.
  mutating func theme(_ name: String) -> (theme: Theme, trouble: Notice?)
}

/// The one loop: wait, update, show.
///
/// It alone touches the terminal.
///
/// While a page is being written the keys stay in the terminal's queue, so that typing ahead meets
/// the screen it was meant for.
@MainActor
package struct Loop<Device: TerminalDevice> {
  private var desk: Desk
  private let device: Device
  private let performer: any Performer
  private var themes: any ThemeSource
  private var themeName: String
  private let mailbox: Mailbox
  /// Input in its order: keys wait here while a command is under way.
  private var queued: [Input] = []
  private var probe: Probe
  private var clock = ContinuousClock()
  private var lastKey: ContinuousClock.Instant
  private var lastTick: ContinuousClock.Instant
  /// Since when a command has been under way.
  private var busySince: ContinuousClock.Instant?

  package init(
    _ desk: Desk, on device: Device, performer: any Performer, themes: any ThemeSource,
    theme: String
  ) {
    (self.desk, self.device, self.performer) = (desk, device, performer)
    (self.themes, themeName) = (themes, theme)
    mailbox = Mailbox(wake: device.wake)
    probe = device.probe
    self.desk.learn(probe)
    // Nobody has typed yet: the first tick is a quiet one. It comes early, so that what is open in every
    // year is looked for before somebody opens a form, which asks for it.
    lastKey = clock.now - .seconds(60)
    lastTick = clock.now - Self.second + .milliseconds(250)
  }

  /// Whether there is a data directory by now.
  package var hasDirectory: Bool { desk.world.hasDirectory }

  /// Runs until the console is left; true when it was ended from outside.
  package mutating func run() -> Bool {
    while !desk.isClosed {
      show()
      // With a command under way until the wait is worth a word; with input in hand not at all.
      let events = device.wait(
        milliseconds: desk.isWaiting ? Self.patience : queued.isEmpty ? untilTick : 0)
      var isEnded = false
      for event in events where handle(event) { isEnded = true }
      if isEnded {
        end()
        return true
      }
      takeMail()
      // It is meant for the wait, so it does not queue behind what was typed ahead.
      if desk.isWaiting, performer.waitsFor != nil {
        if let esc = queued.firstIndex(of: .key(.escape)) {
          queued.remove(at: esc)
          performer.giveUpWaiting()
        } else if queued.contains(.key(.f(12))) {
          // Who locks and goes leaves no open screen behind.
          performer.giveUpWaiting()
        }
      }
      takeKeys()
      tickIfDue()
    }
    finish()
    return false
  }

  /// Milliseconds after which it is said that something is being done, such as looking at a PIN.
  private static var patience: Int { 200 }

  /// Draws a frame; none for a command that is done before anybody notices.
  private mutating func show() {
    if desk.isWaiting {
      guard let since = busySince, clock.now - since >= .milliseconds(Self.patience) else { return }
      desk.noteWorking(waitingFor: performer.waitsFor)
    } else {
      busySince = nil
    }
    let (theme, trouble) = themes.theme(ThemeChoice.name(themeName, probe.shade))
    if let trouble, desk.message == nil { desk.noteTrouble(trouble) }
    device.show(desk.frame(), theme: theme)
  }

  /// True when the end has come from outside.
  private mutating func handle(_ event: DeviceEvent) -> Bool {
    switch event {
    case .input(.cursorReport(let row, let column)):
      // Once nothing is asked any more, that is F3 with something held, which xterm writes so.
      if probe.isComplete {
        if row == 1 { queued.append(.key(Key.reported(column))) }
        return false
      }
      probe.answer(column: column)
      if probe.isComplete {
        CellWidth.ambiguousIsWide.store(probe.ambiguousIsWide, ordering: .relaxed)
        desk.learn(probe)
        device.redrawAll()
      }
    case .input(.background(let shade)): probe.answer(shade)
    case .input(let input):
      lastKey = clock.now
      queued.append(input)
    case .resize(let size): desk.resize(size)
    case .resumed: desk.resize(device.size)
    case .hangUp: return true
    }
    return false
  }

  /// The end from outside: what was typed before it, while something else was done, is typed and kept.
  ///
  /// Half a second is spent on it at most: what ends the console may not wait longer.
  private mutating func end() {
    let latest = clock.now + .milliseconds(500)
    repeat {
      finish()
      takeKeys()
    } while !queued.isEmpty && !desk.isClosed && clock.now < latest
    finish()
    carryOut(desk.hangUp())
    finish()
  }

  /// Takes what was typed, a moment's worth at a time: an end from outside is not to wait for thousands
  /// of keys.
  private mutating func takeKeys() {
    let end = clock.now + .milliseconds(100)
    while !desk.isWaiting, !queued.isEmpty, !desk.isClosed, clock.now < end {
      handle(queued.removeFirst())
    }
  }

  private mutating func handle(_ input: Input) {
    switch input {
    case .key(let key): carryOut(desk.press(key))
    case .paste(let text): carryOut(desk.paste(text))
    case .unreadable: desk.noteTrouble(TerminalTrouble.unreadable.notice)
    case .cursorReport, .background: break
    }
  }

  private mutating func takeMail() {
    for item in mailbox.takeAll() {
      switch item {
      case .reply(let reply, let ticket): carryOut(desk.receive(reply, ticket: ticket))
      case .progress(let progress, let ticket): carryOut(desk.receive(progress, ticket: ticket))
      }
    }
  }

  private static var second: Duration { .seconds(1) }

  /// Milliseconds until the next tick.
  private var untilTick: Int {
    let left = (Self.second - (clock.now - lastTick)) / .milliseconds(1)
    return min(1000, max(0, Int(left.rounded(.up))))
  }

  /// A tick a second; after two without a key it is a quiet one, in which clock and lists may move.
  private mutating func tickIfDue() {
    let now = clock.now
    guard now - lastTick >= Self.second, !desk.isWaiting else { return }
    lastTick = now
    let idle = now - lastKey
    carryOut(desk.tick(performer.now, isQuiet: idle >= .seconds(2), idle: idle))
  }

  private mutating func carryOut(_ requests: [Request]) {
    for request in requests {
      switch request {
      case .command(let command, let ticket):
        busySince = busySince ?? clock.now
        let mailbox = mailbox
        performer.submit(command) { mailbox.post(.reply($0, ticket: ticket)) }
      case .job(let job, let ticket):
        let mailbox = mailbox
        performer.start(job) { mailbox.post(.progress($0, ticket: ticket)) }
      case .stop(let lane): performer.stop(lane)
      case .redraw: device.redrawAll()
      case .suspend:
        device.suspend()
        desk.resize(device.size)
      case .ring: device.ring()
      case .theme(let name): themeName = name
      }
    }
  }

  /// Waits for what is still being written, and for what follows from it, such as the end of a draft
  /// whose page is saved; never for the terminal, which may be gone, nor for another's lock, whose
  /// refusal leaves the draft.
  private mutating func finish() {
    while desk.isWaiting {
      device.waitForWake(milliseconds: Self.patience)
      if performer.waitsFor != nil { performer.giveUpWaiting() }
      for item in mailbox.takeAll() {
        if case .reply(let reply, let ticket) = item {
          carryOut(desk.receive(reply, ticket: ticket).filter(\.isCommand))
        }
      }
    }
  }
}

extension Request {
  /// Whether it can be done without a terminal.
  fileprivate var isCommand: Bool { if case .command = self { true } else { false } }
}
