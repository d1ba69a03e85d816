import ArgumentParser
import CPosix
import Console
import Glibc
import Records
import Runner
import Terminal
import Wording

/// The program: the console with nothing behind its name, one subcommand a file otherwise.
@main
struct Xunfang: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xunfang",
    abstract: "巡防 · the duty-room console for patrol and inspection record books.",
    discussion:
      "Exit: 0 done · 1 something found or refused · 2 not read, written or understood · 64 wrong usage.",
    version: "0.1.0",
    subcommands: [
      InitCommand.self, DemoCommand.self, GenerateCommand.self, RecordCommand.self,
      CorrectCommand.self,
      VoidCommand.self, SignCommand.self, RefuseCommand.self, ReviewCommand.self, CloseCommand.self,
      WitnessCommand.self, KeyCommand.self, AppointCommand.self, DismissCommand.self,
      DeputyCommand.self, OutCommand.self, PutCommand.self, SetCommand.self, ListCommand.self,
      ShowCommand.self,
      SearchCommand.self, ImportCommand.self, ExportCommand.self, HistoryCommand.self,
      UndoCommand.self, RedoCommand.self, MergeCommand.self, SplitCommand.self, SheetCommand.self,
      AccessCommand.self,
      EraseCommand.self, RosterCommand.self, CheckCommand.self, VerifyCommand.self,
      HeadsCommand.self,
      AuditCommand.self,
      DoctorCommand.self,
      ThemeCommand.self, DocsCommand.self,
    ])

  @OptionGroup var shared: SharedOptions

  @Option(help: "Keys for a console without a terminal, e.g. '<F2>2000<Enter>'.")
  var script: String?

  @Option(help: "The size of that console, COLUMNSxROWS.")
  var size = "80x24"

  @Flag(help: "Print its last frame.")
  var dump = false

  static func main() {
    // Before a PIN is read, and before a file is opened that could get a number from 0 to 2.
    posix_keep_memory_private()
    Output.settle()
    guard posix_may_open(leastFiles) == 1 else {
      Outcomes.complain(StartError.fewFiles.notice, SharedOptions.ofEnvironment)
      Glibc.exit(Outcomes.failed.rawValue)
    }
    do {
      let arguments = try Arguments.read()
      if let shared = SharedOptions(ofConsole: arguments) {
        try Outcomes.reported(shared) { try ConsoleStart(shared).open() }
      } else {
        var command = try parseAsRoot(arguments)
        try command.run()
      }
    } catch { end(error) }
  }

  /// Files that are open at once at most, with those of the runtime: it traps where it gets none.
  private static let leastFiles: UInt = 32

  /// Help, the version and wrong usage are printed as carefully as any answer.
  private static func end(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    guard code == .success else {
      if !text.isEmpty { Output.error(text) }
      Glibc.exit(code.rawValue)
    }
    if !text.isEmpty { Output.line(text) }
    guard let loss = Output.loss else { Glibc.exit(0) }
    if !loss.isReaderGone { Outcomes.complain(loss.notice, SharedOptions.ofEnvironment) }
    Glibc.exit(Outcomes.failed.rawValue)
  }

  func run() throws {
    try Outcomes.reported(shared) {
      let start = try ConsoleStart(shared)
      if script != nil || dump {
        return try start.script(script ?? "", size: parsedSize(), dump: dump)
      }
      return try start.open()
    }
  }

  private func parsedSize() throws -> Size {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, parts.allSatisfy({ (1...1000).contains($0) }) else {
      throw ValidationError("--size is COLUMNSxROWS, such as 80x24")
    }
    return Size(parts[0], parts[1])
  }
}
