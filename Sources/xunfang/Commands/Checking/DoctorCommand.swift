import ArgumentParser
import Books
import Terminal

/// `xunfang doctor`: what this terminal and directory are like.
///
/// Its labels are English, so that anybody can be sent it; what is to be done is said to who asks. Exit code 1: rare names may vanish,
/// others can read the data, or the clock may be wrong.
struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: .said(
        "终端、语言环境、字宽、颜色，以及数据目录的权限。", "終端、語言環境、字寬、顏色，以及資料目錄的權限。",
        "Terminal, locale, widths, colours; rights and space of the data directory."))
  }

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let facts = TerminalFacts.settle(environment: Environment.value)
      let directory = shared.directory
      let status = try directory.disk.status("")
      let now = try shared.clock().now
      Output.line("time zone   TZ=\(Environment.value("TZ") ?? "-") -> \(now.text.suffix(6))")
      Output.line("date        \(now.moment.day.text)")
      Output.line("TERM        \(facts.term) -> \(facts.termUsed)")
      Output.line(
        "LC_CTYPE    \(facts.localeAsked.isEmpty ? "-" : facts.localeAsked) -> \(facts.locale)")
      if facts.lacksLocale {
        let asked = facts.localeAsked
        Output.line(
          "            "
            + .said(
              "\(asked) 未安装：用 localedef 生成", "\(asked) 未安裝：用 localedef 產生",
              "\(asked) is not installed: localedef makes it"))
      }
      Output.line("encoding    \(facts.encoding.name)")
      Output.line("colours     \(facts.colours)")
      Output.line("reports     \(facts.answersReports ? "yes" : "no")")
      let lost = String.said("不是自带的：生僻字可能不显示", "不是自帶的：生僻字可能不顯示", "NOT OURS: rare names may vanish")
      Output.line("wcwidth     \(facts.widthIsOurs ? "ours" : lost)")
      Output.line(
        "data        \(directory.disk.root) \(status == nil ? "missing" : status?.isDirectory == true ? "mode " + String((status?.mode ?? 0) & 0o777, radix: 8) : "not a directory")"
      )
      if directory.isOpenToOthers {
        Output.line("            \(Self.isOpen)chmod 700 \(directory.disk.root)")
      }
      let open = directory.filesOpenToOthers
      for path in open { Output.line("            \(Self.isOpen)chmod 600 \(path)") }
      // Not the runner that complains of the zone: it stands in the list below.
      let runner = status == nil ? nil : try shared.runner(waiting: LockWaiting())
      let unread = try runner?.unreadAnywhere() ?? []
      let doubt = runner?.perform(.open(nil)).doubt
      let clock = [shared.zoneFault?.notice, doubt?.notice].compactMap { $0 }
      for notice in clock { Output.line("            \(notice.happened[shared.spoken])") }
      // For the eye: where widths agree, bars stand as they do here and no name lacks a character.
      Output.line("sample 1    |巡防|1234|──|●○|✓|“”|")
      Output.line("sample 2    |𠮷野|𱍐某|𮯰某|")
      return Outcomes.read(
        unread, shared,
        facts.widthIsOurs && open.isEmpty && clock.isEmpty ? .success : Outcomes.found)
    }
  }

  private static var isOpen: String {
    .said("别人能读：", "別人能讀：", "others can read it: ")
  }
}
