import ArgumentParser
import Books
import Console
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
      for trouble in library.troubles { Outcomes.complain(trouble, language) }
      runner.settleNow()
      return findings.isEmpty && library.troubles.isEmpty ? .success : Outcomes.found
    }
  }
}

/// `xunfang verify`: digests and chains.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check digests and chains of every volume.")

  @Option(help: "A list made by heads: finds pages torn out of an end, or a book swapped.")
  var heads: String?
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      try shared.directory.check()
      let result = try VolumeVerification(on: shared.directory.disk).run()
      let missing = try heads.map { list -> [VolumeFault] in
        let isAbsolute = list.hasPrefix("/")
        let file = PosixDisk(root: isAbsolute ? "" : ".")
        let text = try file.read(isAbsolute ? String(list.dropFirst()) : list).text
        return try Heads.faults(text, on: shared.directory.disk)
      }
      let faults = result.faults + (missing ?? [])
      for fault in faults { Outcomes.complain(fault.notice, shared.spoken) }
      let summary = Phrase(
        "\(result.volumes) 卷 \(result.pages) 页，\(faults.count) 处不符",
        "\(result.volumes) 卷 \(result.pages) 頁，\(faults.count) 處不符",
        "\(result.volumes) volumes, \(result.pages) pages, \(faults.count) wrong")
      Output.line(summary[shared.spoken])
      return faults.isEmpty ? .success : Outcomes.found
    }
  }
}

/// `xunfang heads`: the last page of every volume.
struct HeadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heads",
    abstract: "BOOK YEAR NUMBER DIGEST of every volume's last page, and one fingerprint.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      try shared.directory.check()
      let heads = try Heads(on: shared.directory.disk)
      Output.text(heads.text)
      Output.line("# \(heads.fingerprint.text)")
      return .success
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
      let status = directory.disk.status("")
      Output.line("TERM        \(facts.term) -> \(facts.termUsed)")
      Output.line(
        "LC_CTYPE    \(facts.localeAsked.isEmpty ? "-" : facts.localeAsked) -> \(facts.locale)")
      Output.line("colours     \(facts.colours)")
      Output.line("reports     \(facts.answersReports ? "yes" : "no")")
      Output.line("wcwidth     \(facts.widthIsOurs ? "ours" : "NOT OURS: rare names may vanish")")
      Output.line(
        "data        \(directory.disk.root) \(status == nil ? "missing" : status?.isDirectory == true ? "mode " + String((status?.mode ?? 0) & 0o777, radix: 8) : "not a directory")"
      )
      if directory.isOpenToOthers {
        Output.line("            others can read it: chmod 700 \(directory.disk.root)")
      }
      Output.line("sample 1    |巡防|1234|──|●○|✓|“”|")
      Output.line("sample 2    |𠮷野|𱍐某|𮯰某|")
      return facts.widthIsOurs ? .success : Outcomes.found
    }
  }
}
