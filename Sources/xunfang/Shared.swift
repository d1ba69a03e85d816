import ArgumentParser
import Books
import Console
import Glibc
import Patrol
import Records
import Runner
import Wording

/// Options that every command knows.
struct SharedOptions: ParsableArguments {
  @Option(
    help: .said(
      "数据目录；不写则用 $XUNFANG_DATA，再用 $XDG_DATA_HOME/xunfang。",
      "資料目錄；不寫則用 $XUNFANG_DATA，再用 $XDG_DATA_HOME/xunfang。",
      "The data directory; else $XUNFANG_DATA, else $XDG_DATA_HOME/xunfang."))
  var data: String?

  @Option(
    help: .said(
      "提示的语言：zh-Hans、zh-Hant 或 en。", "提示的語言：zh-Hans、zh-Hant 或 en。",
      "The language of messages: zh-Hans, zh-Hant or en."))
  var language: String?

  @Option(
    help: .said(
      "当作现在的时间，如 2026-11-24T22:18:00+08:00。", "當作現在的時間，如 2026-11-24T22:18:00+08:00。",
      "The time to take for now, e.g. 2026-11-24T22:18:00+08:00."))
  var at: String?

  @Flag(
    help: .said(
      "时钟无误，与最近的记录相差多远都算。", "時鐘無誤，與最近的記錄相差多遠都算。",
      "The clock is right, however far it lies from the newest record."))
  var clockIsRight = false

  init() {}

  /// Those from which the language follows.
  init(data: String?, language: String?) {
    (self.data, self.language) = (data, language)
    (at, clockIsRight) = (nil, false)
  }

  /// Those with which the console is begun as a rule, and nothing else: read without the table of all
  /// commands, which takes a tenth of the start to make.
  ///
  /// - Returns: nil for arguments that may mean anything more.
  init?(ofConsole arguments: [String]) {
    guard arguments.isEmpty || arguments.count == 2 && arguments[0] == "--data",
      arguments.last?.hasPrefix("-") != true
    else { return nil }
    data = arguments.last
    (language, at, clockIsRight) = (nil, nil, false)
  }

  /// The data directory, not yet looked at; `runner` checks that it is one.
  var directory: DataDirectory {
    DataDirectory(path: DataDirectory.path(option: data, environment: Environment.value))
  }

  /// What dates pages: with `--at` a clock that stands still and is never doubted.
  func clock() throws -> any Clock {
    guard let at else { return SystemClock(isStated: clockIsRight) }
    guard let stamp = Stamp(at) else {
      throw ValidationError(
        .said(
          "--at 要写时间，如 2026-11-24T22:18:00+08:00", "--at 要寫時間，如 2026-11-24T22:18:00+08:00",
          "--at is a time such as 2026-11-24T22:18:00+08:00"))
    }
    return FixedClock(stamp)
  }

  /// What is wrong with the zone that times are taken in; nothing where the time is stated.
  var zoneFault: ZoneFault? { at == nil ? ZoneFault.find(environment: Environment.value) : nil }

  /// A runner for a command, which says at once what is wrong with the time zone.
  func runner() throws -> CommandRunner {
    let runner = try runner(waiting: LockWaiting())
    if let zoneFault { Outcomes.complain(zoneFault.notice, spoken) }
    return runner
  }

  /// - Parameters:
  ///   - waiting: how long somebody else's lock is waited for; ten seconds in a command.
  ///   - toBeMade: whether the directory is still to be made.
  func runner(waiting: LockWaiting, toBeMade: Bool = false) throws -> CommandRunner {
    let path = DataDirectory.path(option: data, environment: Environment.value)
    let directory = DataDirectory(PosixDisk(root: path, waiting: waiting))
    if !toBeMade { try directory.check() }
    return CommandRunner(
      directory, codes: try sharedFiles().codeBook(), kinds: Program.kinds, clock: try clock())
  }

  func sharedFiles() throws -> SharedFiles {
    guard let files = SharedFiles.find(environment: Environment.value) else {
      throw DirectoryError.noSharedFiles
    }
    return files
  }

  /// The language asked for, else the directory's, else the environment's, else simplified Chinese.
  var spoken: Language {
    if let language, let asked = Language(rawValue: language) { return asked }
    if let station = try? Loading(directory, codes: CodeBook()).station(),
      let own = Language(rawValue: station.language)
    {
      return own
    }
    return Self.ofEnvironment
  }

  static var ofEnvironment: Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(Environment.value).lazy
      .compactMap(Language.init(locale:)).first ?? .hans
  }
}

/// How a table is printed.
struct FormatOptions: ParsableArguments {
  @Flag(
    help: .said(
      "每行一个 JSON 对象，用文件里的项目名。", "每行一個 JSON 物件，用檔案裡的項目名。",
      "One JSON object a line, with the field names of the files."))
  var json = false

  @Flag(
    help: .said(
      "逗号分隔，UTF-8，带字节序标记。", "逗號分隔，UTF-8，帶位元組序標記。", "Comma-separated, UTF-8 with a byte-order mark.")
  )
  var csv = false
}

/// The process's environment.
enum Environment {
  static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// A path from the root on.
  static func whole(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return String(cString: here) + "/" + path
  }
}

/// What a command came to, as an exit code.
///
/// 0 done, 1 found or refused by a rule, 2 not read, not written or not understood; 64 for wrong
/// usage is ArgumentParser's. Anything that was not read makes it 2.
enum Outcomes {
  static let found = ExitCode(1)
  static let failed = ExitCode(2)

  /// Runs a command; what went wrong is said on stderr, and which way is the exit code.
  static func reported(_ shared: SharedOptions, _ body: () throws -> ExitCode) throws {
    let code: ExitCode
    do { code = try body() } catch let error as ValidationError { throw error } catch let error
      as ExitCode
    {
      throw error
    } catch {
      let isRefusal = error is any Refusal
      code = refused(Loading.notice(error), shared, isRefusal ? found : failed)
    }
    if let loss = Output.loss {
      // A reader that went away, as `head` does, has what it wanted and needs no sentence.
      if !loss.isReaderGone || !loss.saved.isEmpty { complain(loss.notice, shared.spoken) }
      throw failed
    }
    if code != .success { throw code }
  }

  /// Carries a command out, prints the pages it wrote as `BOOK YEAR NUMBER DIGEST`, and waits until
  /// all is on the disk.
  static func of(_ command: Command, _ runner: CommandRunner, _ shared: SharedOptions) -> ExitCode {
    let reply = runner.perform(command)
    for page in reply.outcome.pages {
      Output.saved("\(page.id.book.text) \(page.id.year) \(page.id.number) \(page.digest.text)")
    }
    runner.settleNow()
    return of(reply, shared)
  }

  /// The exit code of a reply, having said what it says.
  static func of(_ reply: Reply, _ shared: SharedOptions) -> ExitCode {
    if let note = reply.note { Output.error(note[shared.spoken]) }
    if let trouble = reply.trouble { complain(trouble, shared.spoken) }
    guard case .failed(let notice, let field) = reply.outcome else {
      return reply.isPartial ? failed : .success
    }
    return refused(notice, shared, field == nil ? failed : found)
  }

  /// Says why something was not done, and what was not read: what is missing may be in there.
  private static func refused(_ notice: Notice, _ shared: SharedOptions, _ code: ExitCode)
    -> ExitCode
  {
    complain(notice, shared.spoken)
    // The command has said already what is wrong with the time zone.
    let unread = (try? shared.runner(waiting: LockWaiting()).unread()) ?? []
    return read(unread.filter { $0 != notice }, shared, code)
  }

  /// Names what was not read; the exit code is then that it was not.
  static func read(_ unread: [Notice], _ shared: SharedOptions, _ code: ExitCode) -> ExitCode {
    for notice in unread { complain(notice, shared.spoken) }
    return unread.isEmpty ? code : failed
  }

  /// Says a notice on standard error, a line for each sentence.
  static func complain(_ notice: Notice, _ language: Language) {
    for sentence in notice.sentences(language, at: .command) { Output.error(sentence) }
  }
}
