import ArgumentParser
import Books
import Console
import Glibc
import Patrol
import Records
import Runner
import Terminal
import Wording

/// `xunfang check`: the rules of the order.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "The rules of the order: shortfalls, missing entries, late ones …")

  @Option(help: "The patrol day; today without it.") var date: String?
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let library = try runner.library
      let day = try date.map(DayArgument.read) ?? library.today
      let findings = try runner.findings(day)
      let language = shared.spoken
      Output.table(
        [
          ("Rule", "Rule"), ("Requirement", "R"), ("About", "Unit"), ("Since", "Since"),
          ("Text", "Text"),
        ],
        findings.map {
          [
            $0.rule.rawValue, $0.rule.requirement, $0.about, $0.since?.text ?? "",
            $0.text[language],
          ]
        },
        format)
      runner.settleNow()
      let code = findings.isEmpty ? .success : Outcomes.found
      return Outcomes.read(try runner.unreadAnywhere(), shared, code)
    }
  }
}

/// `xunfang verify`: digests, chains, signatures.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check digests, chains and signatures of every volume.")

  @Option(help: "A list made by heads: finds pages torn out of an end, or a book swapped.")
  var heads: String?
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      try shared.directory.check()
      let result = try shared.runner().verify(progress: ProgressLine.onTerminal())
      guard let result else { return Outcomes.failed }
      let list = try heads.map(read)
      let missing = try list.map { list -> [Notice] in
        let keys = try KeyHeads(on: shared.directory.disk)
        return list.faults(on: shared.directory.disk).map(\.notice)
          + keys.faults(list.text).map(\.notice)
      }
      let findings = result.findings + (missing ?? [])
      for notice in result.notes + findings { Outcomes.complain(notice, shared.spoken) }
      let count = findings.count
      let wrong = Phrase("，\(count) 处不符", "，\(count) 處不符", ", \(count) wrong")
      Output.line(result.extent[shared.spoken] + wrong[shared.spoken])
      if let list { Output.line(list.extent[shared.spoken]) }
      return Outcomes.read(result.unread, shared, findings.isEmpty ? .success : Outcomes.found)
    }
  }

  private func read(_ list: String) throws -> HeadList {
    try HeadList(try GivenFile(list).read(), file: list)
  }
}

/// How far long work is, where somebody looks at a terminal.
enum ProgressLine {
  static func onTerminal() -> (Int, Int) -> Void {
    guard isatty(2) == 1 else { return { _, _ in } }
    return { done, all in
      guard done % 64 == 0 || done == all else { return }
      Output.progress(done == all ? "" : "\(done * 100 / max(all, 1))%  \(done)/\(all)")
    }
  }
}

/// `xunfang heads`: the last page of every volume, and the keys there are.
struct HeadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heads",
    abstract: "BOOK YEAR NUMBER DIGEST of every volume's last page, and one fingerprint.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      try shared.directory.check()
      let heads = try Heads(on: shared.directory.disk, of: Program.kinds.books)
      Output.text(heads.text)
      let keys = try KeyHeads(on: shared.directory.disk)
      Output.text(keys.text(at: try shared.clock().now))
      Output.line("# \(heads.fingerprint.text)")
      return Outcomes.read(
        (heads.unread + [keys.unread].compactMap { $0 }).map(\.notice), shared, .success)
    }
  }
}

/// `xunfang doctor`: what this terminal and directory are like.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Terminal, locale, widths, colours; rights and space of the data directory.")

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
        Output.line("            \(facts.localeAsked) is not installed: localedef makes it")
      }
      Output.line("encoding    \(facts.encoding.name)")
      Output.line("colours     \(facts.colours)")
      Output.line("reports     \(facts.answersReports ? "yes" : "no")")
      Output.line("wcwidth     \(facts.widthIsOurs ? "ours" : "NOT OURS: rare names may vanish")")
      Output.line(
        "data        \(directory.disk.root) \(status == nil ? "missing" : status?.isDirectory == true ? "mode " + String((status?.mode ?? 0) & 0o777, radix: 8) : "not a directory")"
      )
      if directory.isOpenToOthers {
        Output.line("            others can read it: chmod 700 \(directory.disk.root)")
      }
      let open = directory.filesOpenToOthers
      for path in open { Output.line("            others can read it: chmod 600 \(path)") }
      let runner = status == nil ? nil : try shared.runner(waiting: LockWaiting())
      let unread = try runner?.unreadAnywhere() ?? []
      let doubt = runner?.perform(.open(nil)).doubt
      let clock = [shared.zoneFault?.notice, doubt?.notice].compactMap { $0 }
      for notice in clock { Output.line("            \(notice.happened[shared.spoken])") }
      Output.line("sample 1    |巡防|1234|──|●○|✓|“”|")
      Output.line("sample 2    |𠮷野|𱍐某|𮯰某|")
      return Outcomes.read(
        unread, shared,
        facts.widthIsOurs && open.isEmpty && clock.isEmpty ? .success : Outcomes.found)
    }
  }
}
