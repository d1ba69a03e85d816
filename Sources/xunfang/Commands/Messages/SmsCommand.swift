import ArgumentParser
import Patrol
import Records
import Runner
import Wording

/// `xunfang sms …`: the message platform (R12, R13).
struct SmsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sms",
      abstract: .said(
        "短信：提示、布控、收发、回报。", "短信：提示、布控、收發、回報。",
        "Messages: prompts, look-outs, what goes out and what comes in."),
      subcommands: [
        SendPrompt.self, SendLookout.self, Extend.self, StandDown.self, Resend.self, Poll.self,
        Status.self, Export.self, Receive.self, Replies.self, Claim.self, Dismiss.self,
      ])
  }

  /// `extend CODE --until 11-26 0900 --with P-002`.
  struct Extend: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "extend", abstract: .said("布控延期。", "布控延期。", "Make a look-out longer."))
    }

    @Argument(help: .said("布控编号。", "布控編號。", "The look-out's code.")) var code: String
    @Option(
      parsing: .unconditional,
      help: .said("有效至，如 11-26 0900。", "有效至，如 11-26 0900。", "Until when: 11-26 0900.")) var until:
      String
    @OptionGroup var approver: ApproverOptions
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try keeper.runner(shared)
        let typing = try MessageTyping(runner, shared)
        let text = try typing.said(until, Message.expires.column)
        guard let until = Moment(text) else { throw Message.expires.column.error(until) }
        guard let hand = try approver.hand(runner, shared) else { throw MessageRefusal.noApprover }
        return Outcomes.of(runner.perform(.extendLookout(code, until: until, by: hand)), shared)
      }
    }
  }

  /// `stand-down CODE`.
  struct StandDown: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "stand-down",
        abstract: .said(
          "撤控；收过的人各得一条解除短信。", "撤控；收過的人各得一條解除短信。",
          "End a look-out; everybody it went to is told."))
    }

    @Argument(help: .said("布控编号。", "布控編號。", "The look-out's code.")) var code: String
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        Outcomes.said(try keeper.runner(shared).perform(.standDown(code)), shared)
      }
    }
  }

  /// `resend CODE`.
  struct Resend: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "resend",
        abstract: .said("重发失败的短信。", "重發失敗的短信。", "Send what failed of a message once more."))
    }

    @Argument(help: .said("短信编号。", "短信編號。", "The message's code.")) var code: String
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        Outcomes.said(try keeper.runner(shared).perform(.resend(code)), shared)
      }
    }
  }

  /// `poll`: hands the gateway what waits, notes what became of it, takes in what came.
  struct Poll: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "poll",
        abstract: .said(
          "与短信猫收发一次；可每分钟由 cron 运行。", "與短信貓收發一次；可每分鐘由 cron 執行。",
          "Exchange with the modem once; cron may run it each minute."),
        aliases: ["send"])
    }

    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        Outcomes.said(try shared.runner().perform(.exchangeMessages), shared)
      }
    }
  }

  /// `export FILE`: what waits, as a table for the 110 platform.
  struct Export: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "export",
        abstract: .said(
          "把待发的写成表格，交 110 平台。", "把待發的寫成表格，交 110 平臺。",
          "Write what waits as a table for the 110 platform."))
    }

    @Argument(help: .said("表格文件（CSV）。", "表格檔案（CSV）。", "The table's file (CSV).")) var file: String
    @Option(
      help: .said(
        "表格丢了：再写这一条短信里没有回执的。", "表格丟了：再寫這一條短信裡沒有回執的。",
        "The table was lost: write again what has no receipt of this message.")) var again: String?
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        Outcomes.said(
          try keeper.runner(shared).perform(.exportTexts(to: file, again: again)), shared)
      }
    }
  }

  /// `receive FILE`: receipts and texts of the 110 platform.
  struct Receive: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "receive",
        abstract: .said(
          "收 110 平台的回执和收件表格。", "收 110 平臺的回執和收件表格。",
          "Take in the 110 platform's receipts and texts."))
    }

    @Argument(help: .said("表格文件（CSV）。", "表格檔案（CSV）。", "The table's file (CSV).")) var file: String
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let reply = try keeper.runner(shared).perform(.receiveTexts(from: file))
        let code = Outcomes.said(reply, shared)
        let said = reply.outcome.answer(Exchanged.self)
        let isClean = said?.unknown.isEmpty != false && said?.contradicted.isEmpty != false
        return isClean ? code : Outcomes.found
      }
    }
  }

  /// `claim CODE --of QSP-I-0003 --under QSP-M-0002`.
  struct Claim: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "claim",
        abstract: .said("认领一条收件，转为情报。", "認領一條收件，轉為情報。", "Say whose a text is: it becomes a lead."))
    }

    @Argument(help: .said("收件编号。", "收件編號。", "The text's code.")) var code: String
    @Option(
      help: .said(
        "是谁发的，写代号；不写为群众。", "是誰發的，寫代號；不寫為群眾。", "Whose it is, by code; the public's without."))
    var of: String?
    @Option(help: .said("答的是哪一条短信。", "答的是哪一條短信。", "Which message it answers.")) var under: String?
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let reply = try keeper.runner(shared).perform(.claimText(code, of: of, under: under))
        if let claimed = reply.outcome.answer(ClaimedText.self) { Output.saved(claimed.lead) }
        return Outcomes.of(reply, shared)
      }
    }
  }

  /// `dismiss CODE --why TEXT`.
  struct Dismiss: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "dismiss",
        abstract: .said("一条收件不作情报。", "一條收件不作情報。", "Say that a text is no lead."))
    }

    @Argument(help: .said("收件编号。", "收件編號。", "The text's code.")) var code: String
    @Option(help: .said("为什么。", "為什麼。", "Why.")) var why: String
    @OptionGroup var keeper: KeeperOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        Outcomes.of(try keeper.runner(shared).perform(.putText(code, why: why)), shared)
      }
    }
  }
}

/// Who approves a look-out, and with what.
struct ApproverOptions: ParsableArguments {
  @Option(help: .said("谁批准，写代号。", "誰批准，寫代號。", "Who approves it, by code.")) var approver: String?
  @Option(
    help: .said(
      "写有批准人口令的文件，权限 0600；不写则当场询问。", "寫有批准人口令的檔案，權限 0600；不寫則當場詢問。",
      "A file of mode 0600 with their PIN; else it is asked for.")) var approverPinFile: String?

  func hand(_ runner: CommandRunner, _ shared: SharedOptions) throws -> HandAtKeyboard? {
    guard let approver else { return nil }
    var options = SecretOptions()
    options.pinFile = approverPinFile
    return try HandAtKeyboard.read(approver, options, runner, shared)
  }
}

extension Outcomes {
  /// The same as `of`, what was done printed as well.
  static func said(_ reply: Reply, _ shared: SharedOptions) -> ExitCode {
    if case .done(let done) = reply.outcome, let said = done.said {
      Output.saved(said[shared.spoken])
    }
    return of(reply, shared)
  }
}
