import ArgumentParser
import Patrol
import Records
import Runner
import Wording

/// What a message would do, and what it did, in lines.
struct Previewing {
  private let typing: MessageTyping
  private let shared: SharedOptions
  private var snapshot: Snapshot { typing.snapshot }
  private var language: Language { shared.spoken }

  init(_ typing: MessageTyping, _ shared: SharedOptions) {
    (self.typing, self.shared) = (typing, shared)
  }

  /// Prints the code of what was queued; the warnings go to standard error.
  func sent(_ new: NewMessage, _ reply: Reply) -> ExitCode {
    if let sent = reply.outcome.answer(SentMessage.self) {
      Output.saved(sent.code)
      for line in MessagePlan(new, in: snapshot, at: typing.now).warnings {
        Output.error(line[language])
      }
    }
    return Outcomes.of(reply, shared)
  }

  /// To whom it would go, and why it would not.
  func show(_ new: NewMessage) throws -> ExitCode {
    try snapshot.needs(snapshot.kinds.decideMessages)
    let plan = MessagePlan(new, in: snapshot, at: typing.now)
    Output.line(new.whole(snapshot.station))
    for line in plan.lines { Output.line(line[language]) }
    for line in plan.warnings { Output.line("▲ " + line[language]) }
    for one in plan.recipients {
      let hours = one.hours.map(\.text).joined(separator: " ")
      let phone = one.phone.map(Member.masked) ?? ""
      Output.line(
        [one.who.code, one.group.label[language], one.section, one.detail, hours, phone]
          .filter { !$0.isEmpty }.joined(separator: "  "))
    }
    do throws(MessageRefusal) {
      try new.check(plan, in: snapshot, at: typing.now)
      return .success
    } catch {
      Outcomes.complain(error.notice, language)
      return Outcomes.found
    }
  }
}
