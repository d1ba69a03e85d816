import ArgumentParser
import Books
import Console
import Dispatch
import Patrol
import Records
import Runner
import Synchronization
import Terminal
import Wording

/// Joins the console with the runner that does what it asks.
struct ConsoleStart {
  private let runner: CommandRunner
  private let clock: any Clock
  private let shared: SharedOptions
  private let files: SharedFiles
  /// In the console one waits as long as one likes: Esc gives up.
  private let waiting: LockWaiting
  /// Whether the directory is there; without one the first steps lead to it.
  private let hasDirectory: Bool

  init(_ shared: SharedOptions) throws {
    self.shared = shared
    let isToBeMade = try shared.directory.isToBeMade
    hasDirectory = !isToBeMade
    clock = try shared.clock()
    files = try shared.sharedFiles()
    waiting = LockWaiting(limit: 600_000)
    runner = try shared.runner(waiting: waiting, toBeMade: isToBeMade)
  }

  /// What the console begins on: the day that is running, or nothing yet.
  private func first() -> Reply {
    hasDirectory ? runner.perform(.open(nil)) : Reply(.unchanged)
  }

  /// The snapshot of a directory, or what is known before there is one.
  private func snapshot(_ reply: Reply) throws -> Snapshot {
    if let snapshot = reply.snapshot { return snapshot }
    guard !hasDirectory else { return try runner.snapshot }
    return Snapshot.beforeAll(
      codes: try files.codeBook(), kinds: Program.kinds, language: shared.spoken,
      today: clock.now.moment.day)
  }

  /// The world of the patrol day that is running.
  private func world(_ reply: Reply, _ size: Size) throws -> World {
    if case .failed(let notice, _) = reply.outcome { throw StartError(notice: notice) }
    let (now, snapshot) = (clock.now, try snapshot(reply))
    let language =
      shared.language.flatMap { Language(rawValue: $0) } ?? Language(
        rawValue: snapshot.station.language) ?? .hans
    var world = World(
      language: language, snapshot: snapshot, day: snapshot.station.patrolDay(now.moment),
      ledger: reply.ledger, findings: reply.findings ?? [],
      waiting: reply.waiting ?? [], now: now, size: size,
      drafts: hasDirectory ? runner.drafts() : [:])
    (world.hasDirectory, world.place) = (hasDirectory, Environment.whole(runner.place))
    world.spelling = { Pinyin.reading(of: $0) }
    world.secretFlaw = { CommandRunner.flaw($0, known: $1) }
    world.told = reply.told ?? []
    world.isStillLooking = !reply.isLookedThrough
    if let shift = reply.shift { world.shift = shift }
    return world
  }

  /// The console in this terminal, until it is left.
  func open() throws -> ExitCode {
    // The books are opened while the terminal is.
    let opening = hasDirectory ? Opening(runner) : nil
    return try MainActor.assumeIsolated {
      guard let device = CursesDevice(environment: Environment.value) else {
        // Who has no terminal is told the two commands that make a directory.
        if !hasDirectory { try shared.directory.check() }
        throw StartError.noTerminal
      }
      defer { device.close() }
      let reply = opening?.reply() ?? first()
      var world = try world(reply, device.size)
      // It draws no Han characters.
      if device.facts.isLinuxConsole {
        world.isLatinOnly = true
        world.language = .en
      }
      var desk = Self.desk(world, reply, shared.zoneFault)
      if device.facts.lacksLocale {
        desk.noteTrouble(TerminalTrouble.noLocale(device.facts.localeAsked).notice)
      }
      // The demo that nobody has written into yet.
      if hasDirectory, world.snapshot.station.isDemo, world.snapshot.hasSigned,
        runner.isUntouched
      {
        desk.beginGuide()
      }
      let theme = world.snapshot.station.theme
      var loop = Loop(
        desk, on: device,
        performer: RunnerPerformer(
          runner: runner, clock: clock, waiting: waiting),
        themes: ThemeFiles(files), theme: theme)
      if hasDirectory { runner.settle() }
      let wasEnded = loop.run()
      if loop.hasDirectory { runner.settleNow() }
      // 128 and SIGHUP, for any signal: as a shell reports a program that one has ended.
      return wasEnded ? ExitCode(129) : .success
    }
  }

  /// The desk that both the terminal and a script begin with.
  ///
  /// The message line holds one sentence, so what is said last is what stays.
  private static func desk(_ world: World, _ reply: Reply, _ zone: ZoneFault?) -> Desk {
    var desk = Desk(world)
    if let doubt = reply.doubt { desk.ask(doubt) }
    if let unread = world.snapshot.unread.first { desk.noteTrouble(unread.notice) }
    // Of all that may be said at the start, this does the most harm.
    if let zone { desk.noteTrouble(zone.notice) }
    return desk
  }

  /// The console without a terminal: keys in, its last frame out.
  func script(_ keys: String, size: Size, dump: Bool) throws -> ExitCode {
    let reply = first()
    let world = try world(reply, size)
    let start = Self.desk(world, reply, shared.zoneFault)
    let written = Written()
    // What is begun under a stated time is made up.
    let isDemo = hasDirectory ? world.snapshot.station.isDemo : shared.at != nil
    var desk = ScriptedDesk(
      start,
      perform: { command in
        // No PIN stands in an argument, where everybody on the machine can read it.
        if !isDemo, command.takesPIN {
          return Reply(.failed(ShiftRefusal.byScript.notice, field: nil))
        }
        return written.noting(command, runner.perform(command))
      },
      finish: { written.noting(runner.finish($0)) })
    // As in a terminal where nobody types for a moment, before the keys and after them: registers are
    // looked through, drafts kept.
    desk.tick(clock.now)
    for key in Key.sequence(keys) { desk.press(key) }
    desk.tick(clock.now)
    if desk.hasDirectory { runner.settleNow() }
    if written.isAnything {
      Output.remember(Phrase("按键所办各项", "按鍵所辦各項", "what the keys did")[shared.spoken])
    }
    if dump { Output.line(desk.frame.text) }
    return .success
  }
}

/// Whether the keys of a script wrote anything but drafts.
private final class Written {
  private(set) var isAnything = false

  func noting(_ command: Command, _ reply: Reply) -> Reply {
    switch reply.outcome {
    case .failed, .unchanged: break
    default: isAnything = isAnything || command.needs != .nothing
    }
    return reply
  }

  func noting(_ progress: [Progress]) -> [Progress] {
    for case .brought(let imported as Imported) in progress where imported.summary != nil {
      isAnything = true
    }
    return progress
  }
}

/// The patrol day that is running, being read on another thread.
///
/// Registers and books are read while ncurses starts, on which the first frame waits as well.
private final class Opening: Sendable {
  private let box = Mutex<Reply?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ runner: CommandRunner) {
    runner.submit(.open(nil)) { [self] reply in
      box.withLock { $0 = reply }
      isDone.signal()
    }
  }

  func reply() -> Reply {
    isDone.wait()
    return box.withLock { $0 } ?? Reply(.unchanged)
  }
}

/// The console's view of the runner.
struct RunnerPerformer: Performer {
  let runner: CommandRunner
  let clock: any Clock
  let waiting: LockWaiting

  var now: Stamp { clock.now }

  var waitsFor: Phrase? {
    let (isWaiting, holder) = waiting.current
    guard isWaiting else { return nil }
    return holder?.phrase ?? Phrase("其他程序", "其他程式", "another program")
  }

  func giveUpWaiting() { waiting.giveUp() }

  func submit(_ command: Command, reply: @escaping @Sendable (Reply) -> Void) {
    runner.submit(command, reply: reply)
  }

  func start(_ job: Job, progress: @escaping @Sendable (Progress) -> Void) {
    runner.start(job, progress: progress)
  }

  func stop(_ lane: Lane) { runner.stop(lane) }
}

/// Why the console could not open.
struct StartError: UserFacingError {
  let notice: Notice

  static let noTerminal = StartError(
    notice: Notice(
      Phrase("这里不是终端，控制台打不开。", "這裡不是終端，控制臺打不開。", "This is not a terminal; the console can't open."),
      safe: Phrase("数据未受影响。", "資料未受影響。", "Your data is not affected."),
      next: Phrase(
        "请在终端里运行；脚本里用子命令，见 xunfang --help。", "請在終端裡執行；腳本裡用子命令，見 xunfang --help。",
        "Run it in a terminal; scripts use the subcommands of xunfang --help.")))

  static let fewFiles = StartError(
    notice: Notice(
      Phrase(
        "系统允许打开的文件太少（ulimit -n），程序不能运行。", "系統允許打開的檔案太少（ulimit -n），程式不能執行。",
        "Too few files may be open at once (ulimit -n); the program can't run."),
      safe: Phrase("数据未受影响。", "資料未受影響。", "Your data is not affected."),
      next: Phrase(
        "请管理员放宽到 256 以上。", "請管理員放寬到 256 以上。", "Have the limit raised to 256 or more.")))

  static let examples = [noTerminal, fewFiles]
}

/// The theme files, read again when one changes.
struct ThemeFiles: ThemeSource {
  private let disk: PosixDisk
  private var current: (name: String, status: FileStatus?, theme: Theme)?

  init(_ files: SharedFiles) { disk = PosixDisk(root: files.root) }

  /// A file is looked at every frame and read when it has changed; a bad one is complained of once.
  mutating func theme(_ name: String) -> (theme: Theme, trouble: Notice?) {
    let path = "themes/\(name).rec"
    // One that can't be looked at is read, and says then what is wrong.
    let status = try? disk.status(path)
    if let current, current.name == name, current.status == status { return (current.theme, nil) }
    do {
      let theme = try ThemeFile.theme(try disk.read(path), name: name, file: path)
      current = (name, status, theme)
      return (theme, nil)
    } catch {
      let theme = current?.theme ?? .fallback
      current = (name, status, theme)
      return (theme, Loading.notice(error))
    }
  }
}
