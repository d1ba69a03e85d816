import ArgumentParser
import Patrol
import Records
import Runner
import Wording

extension SmsCommand {
  /// `status`: every message with how far it has come; `status CODE`: one by one to whom it went.
  struct Status: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "status",
        abstract: .said("短信发到哪一步。", "短信發到哪一步。", "How far messages have come."))
    }

    @Argument(help: .said("一条短信的编号。", "一條短信的編號。", "The code of one.")) var code: String?
    @OptionGroup var format: FormatOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let snapshot = try runner.snapshot
        if let code {
          guard snapshot.message(code) != nil else { throw MessageRefusal.noSuchMessage(code) }
          sendings(code, snapshot)
        } else {
          messages(snapshot)
        }
        return Outcomes.read(try runner.unread(from: nil), shared, .success)
      }
    }

    private func sendings(_ code: String, _ snapshot: Snapshot) {
      let columns = [AnswerColumn].fields(Sending.columns, snapshot, shared.spoken)
      let rows = (snapshot.messageBook.sendings[code] ?? []).map { sending in
        Sending.columns.map { sending.texts[$0] ?? "" }
      }
      Output.table(columns, rows, format, shared.spoken)
    }

    private func messages(_ snapshot: Snapshot) {
      let book = snapshot.messageBook
      let columns =
        [
          AnswerColumn("Code", .code),
          AnswerColumn("Kind", Message.kind.column.label) {
            MessageKind(rawValue: $0)?.label[shared.spoken] ?? $0
          },
          AnswerColumn("At", Message.at.column.label),
          AnswerColumn("Expires", Message.expires.column.label),
          AnswerColumn("Ended", Message.ended.column.label),
        ]
        + SendingState.allCases.map { AnswerColumn($0.rawValue.capitalized, $0.label) }
        + [
          AnswerColumn("Replies", Phrase("回报", "回報", "Replies")),
          AnswerColumn("Text", Message.text.column.label),
        ]
      let rows = book.messages.map { message in
        let counts = book.counts(message.code)
        return [
          message.code, message.kind.rawValue, message.at.text, message.expires?.text ?? "",
          message.ended?.text ?? "",
        ]
          + SendingState.allCases.map { state in counts[state].map { "\($0)" } ?? "" }
          + ["\(book.replies(to: message.code).count)", message.text]
      }
      Output.table(columns, rows, format, shared.spoken)
    }
  }

  /// `replies`: texts that came in; with `--waiting` those that nobody has put anywhere.
  struct Replies: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "replies", abstract: .said("收到的短信。", "收到的短信。", "Texts that came in."))
    }

    @Flag(help: .said("只看待认领的。", "只看待認領的。", "Only those to be claimed.")) var waiting = false
    @OptionGroup var format: FormatOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let snapshot = try runner.snapshot
        let columns = ReceivedText.columns.filter { $0.name != "Bytes" && $0.name != "Source" }
        let rows = snapshot.messageBook.replies.filter { !waiting || $0.waits }.map { reply in
          columns.map { column in
            let text = reply.texts[column] ?? ""
            // Whole numbers are told for a reason alone (R28).
            return column.entry == .phone ? Member.masked(text) : text
          }
        }
        Output.table(
          [AnswerColumn].fields(columns, snapshot, shared.spoken), rows, format, shared.spoken)
        return Outcomes.read(try runner.unread(from: nil), shared, .success)
      }
    }
  }
}
