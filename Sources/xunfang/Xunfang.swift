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
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "xunfang",
      abstract: .said(
        "巡防 · 值班室的巡逻记录簿、检查记录簿。", "巡防 · 值班室的巡邏記錄簿、檢查記錄簿。",
        "Xunfang: the duty-room console for patrol and inspection record books."),
      discussion:
        .said(
          "退出码：0 办成 · 1 查出问题或被拒绝 · 2 未读入、未写入或无法识别 · 64 用法有误。",
          "退出碼：0 辦成 · 1 查出問題或被拒絕 · 2 未讀入、未寫入或無法識別 · 64 用法有誤。",
          "Exit: 0 done · 1 something found or refused · 2 not read, written or understood · 64 wrong usage."
        ),
      version: "0.1.0",
      subcommands: [
        InitCommand.self, DemoCommand.self, GenerateCommand.self, RecordCommand.self,
        CorrectCommand.self,
        VoidCommand.self, SignCommand.self, RefuseCommand.self, ReviewCommand.self,
        CloseCommand.self,
        WitnessCommand.self, KeyCommand.self, AppointCommand.self, DismissCommand.self,
        DeputyCommand.self, OutCommand.self, PutCommand.self, SetCommand.self, ListCommand.self,
        ShowCommand.self,
        SearchCommand.self, ImportCommand.self, ExportCommand.self, HistoryCommand.self,
        UndoCommand.self, RedoCommand.self, MergeCommand.self, SplitCommand.self, SheetCommand.self,
        AccessCommand.self,
        EraseCommand.self, RosterCommand.self, GoalsCommand.self, CoverCommand.self,
        IntelligenceCommand.self, SmsCommand.self,
        CheckCommand.self,
        VerifyCommand.self,
        HeadsCommand.self,
        AuditCommand.self,
        DoctorCommand.self,
        ThemeCommand.self, DocsCommand.self,
      ])
  }

  @OptionGroup var shared: SharedOptions

  @Option(
    help: .said(
      "不开终端，按键办理，如 '<F2>2000<Enter>'。", "不開終端，按鍵辦理，如 '<F2>2000<Enter>'。",
      "Keys for a console without a terminal, e.g. '<F2>2000<Enter>'."))
  var script: String?

  @Option(help: .said("屏幕大小，列数x行数。", "螢幕大小，列數x行數。", "The size of that console, COLUMNSxROWS."))
  var size = "80x24"

  @Flag(help: .said("打印最后一屏。", "列印最後一屏。", "Print its last frame."))
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
        Spoken.$language.withValue(Spoken.language(of: arguments)) {
          do {
            try Arguments.checkSaidOnce(arguments)
            var command = try parseAsRoot(arguments)
            do { try command.run() } catch { end(error, of: type(of: command)) }
          } catch { end(error) }
        }
      }
    } catch { end(error) }
  }

  /// Files that are open at once at most, with those of the runtime: it traps where it gets none.
  private static let leastFiles: UInt = 32

  /// Help, the version and wrong usage are printed as carefully as any answer.
  ///
  /// - Parameter command: the one that found its usage wrong, which ArgumentParser no longer knows.
  private static func end(_ error: any Error, of command: (any ParsableCommand.Type)? = nil)
    -> Never
  {
    let code = exitCode(for: error)
    let language = Spoken.language
    let text = fullMessage(for: error, columns: 100_000)
    guard code == .success else {
      var wrong = WrongUsage(text: text, language: language)
      if let command, error is ValidationError {
        wrong = WrongUsage(message(for: error), of: usageString(for: command), language)
      }
      let worded = wrong.worded
      if !worded.isEmpty { Output.error(worded) }
      Glibc.exit(code.rawValue)
    }
    if text.contains("USAGE: ") {
      Output.line(HelpPage(text, language).text(width: Output.columns))
    } else if !text.isEmpty {
      // The version; what shells complete words by.
      Output.line(text)
    }
    guard let loss = Output.loss else { Glibc.exit(0) }
    if !loss.isReaderGone { Outcomes.complain(loss.notice, SharedOptions.ofEnvironment) }
    Glibc.exit(Outcomes.failed.rawValue)
  }

  func validate() throws {
    guard let name = script.flatMap(Key.unknownName) else { return }
    throw ValidationError(
      .said("没有 <\(name)> 这个键", "沒有 <\(name)> 這個鍵", "there is no key <\(name)>"))
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
      throw ValidationError(
        .said(
          "--size 写列数x行数，如 80x24", "--size 寫列數x行數，如 80x24", "--size is COLUMNSxROWS, such as 80x24")
      )
    }
    return Size(parts[0], parts[1])
  }
}
