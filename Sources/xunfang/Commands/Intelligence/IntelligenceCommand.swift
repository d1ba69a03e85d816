import ArgumentParser
import Patrol
import Records
import Runner
import Wording

/// `xunfang intelligence list|assign|verify|close|seal|unseal`: what was reported, to an outcome.
struct IntelligenceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "intelligence",
      abstract: .said(
        "情报：派办、查证、定结果。", "情報：派辦、查證、定結果。",
        "Leads: assigned, looked into, settled."),
      subcommands: [List.self, Assign.self, Verify.self, Close.self, Seal.self, Unseal.self])
  }

  /// `list`: those open, by when they are due, pages that no record names yet included; with `--all` all.
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "list",
        abstract: .said(
          "没有结果的情报，先到期的在前。", "沒有結果的情報，先到期的在前。",
          "Leads without an outcome, the first due first."))
    }

    @Flag(help: .said("含已有结果的。", "含已有結果的。", "Those with an outcome as well.")) var all = false
    @OptionGroup var format: FormatOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let (snapshot, leads) = try runner.leads()
        let policy = snapshot.station.policy
        let columns = [
          AnswerColumn("Code", .code), AnswerColumn("Page", Lead.page.column.label),
          AnswerColumn("Stage", Phrase("环节", "環節", "Stage")) {
            LeadStage(word: $0)?.label[shared.spoken] ?? $0
          },
          AnswerColumn("Reported", Lead.reported.column.label),
          AnswerColumn("Due", Phrase("期限", "期限", "Due")),
          AnswerColumn("Unit", .unit),
          AnswerColumn("Officer", Lead.officer.column.label, saying: AnswerColumn.name),
          AnswerColumn("Outcome", Lead.outcome.column.label) {
            LeadOutcome(rawValue: $0)?.label[shared.spoken] ?? $0
          },
          AnswerColumn("Facts", Lead.facts.column.label),
        ]
        Output.table(
          columns,
          leads.filter { all || $0.isOpen }.map { item in
            let lead = item.lead
            return [
              lead.code, lead.page?.text ?? "", item.stage.word, lead.reported.text,
              item.due(policy).text, lead.unit, lead.officer?.text ?? "",
              lead.outcome?.rawValue ?? "", lead.facts,
            ]
          }, format, shared.spoken)
        return Outcomes.read(try runner.unread(from: nil), shared, .success)
      }
    }
  }

  /// `assign CODE --officer P-002`.
  struct Assign: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "assign",
        abstract: .said("派给一位民警。", "派給一位民警。", "Give a lead to an officer."))
    }

    @OptionGroup var lead: LeadArgument
    @Option(help: .said("承办民警的代号。", "承辦民警的代號。", "The officer's code.")) var officer: String
    @Option(
      help: .said(
        "缓急：urgent 立即、prompt 当日、ordinary 一般。", "緩急：urgent 立即、prompt 當日、ordinary 一般。",
        "How soon: urgent, prompt or ordinary.")) var urgency: String?
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try keeper.runner(shared)
        guard let known = try runner.snapshot.officers.first(where: { $0.code == officer }) else {
          throw EntryRefusal.unknownPerson(officer)
        }
        let urgency = try urgency.map { try Lead.urgency.read($0) }
        return try lead.take(.assign(known.named, urgency), runner, shared)
      }
    }
  }

  /// `verify CODE --found TEXT`.
  struct Verify: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "verify",
        abstract: .said("写查证情况。", "寫查證情況。", "Say what looking into it found."))
    }

    @OptionGroup var lead: LeadArgument
    @Option(
      help: .said(
        "查证情况：到哪里、问谁、看到什么。", "查證情況：到哪裡、問誰、看到什麼。",
        "What was found: where one went, who was asked, what was seen.")) var found: String
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        try lead.take(.check(found), try keeper.runner(shared), shared)
      }
    }
  }

  /// `close CODE --outcome ruledout`.
  struct Close: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "close", abstract: .said("定结果。", "定結果。", "Settle its outcome."))
    }

    @OptionGroup var lead: LeadArgument
    @Option(
      help: .said(
        "结果：substantiated 属实、ruledout 排除、falsealarm 误报、unverifiable 无法核实。",
        "結果：substantiated 屬實、ruledout 排除、falsealarm 誤報、unverifiable 無法核實。",
        "The outcome: substantiated, ruledout, falsealarm or unverifiable.")) var outcome: String
    @Option(
      help: .said("何时怎样告知报告人。", "何時怎樣告知報告人。", "How and when whoever reported was told."))
    var told: String?
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        guard let outcome = LeadOutcome(rawValue: outcome) else {
          throw Lead.outcome.column.error(outcome)
        }
        return try lead.take(
          .close(outcome, told: told ?? ""), try keeper.runner(shared), shared)
      }
    }
  }
}

/// Which lead is meant: the code of its record, or the page that tells it.
struct LeadArgument: ParsableArguments {
  @Argument(
    help: .said(
      "编号，或还没有编号的记录页：“QS.patrol 2026 No 40”。", "編號，或還沒有編號的記錄頁：「QS.patrol 2026 No 40」。",
      "Its code, or the page that no record names yet: “QS.patrol 2026 No 40”.")) var code: String

  func take(
    _ step: LeadStep, _ runner: CommandRunner, _ shared: SharedOptions
  ) throws -> ExitCode {
    let (snapshot, leads) = try runner.leads()
    let page = PageID(code)
    guard
      let item = leads.first(where: { $0.lead.code == code || page != nil && $0.lead.page == page })
    else {
      if let page { throw LeadRefusal.notTold(page) }
      throw LeadRefusal.noSuchLead(code)
    }
    var numbering = CodeNumbering(.intelligence, in: snapshot)
    let now = try shared.clock().now.moment
    return Outcomes.of(
      runner.perform(.put(try step.record(item, at: now, in: snapshot, &numbering))), shared)
  }
}

extension LeadStage {
  /// As programs get it.
  var word: String {
    switch self {
    case .reported: "reported"
    case .assigned: "assigned"
    case .checked: "verified"
    case .closed: "closed"
    }
  }

  init?(word: String) {
    guard let stage = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = stage
  }
}
