import Patrol
import Records
import Terminal
import Wording

/// What a message is opened for.
package enum MessagePurpose: Hashable, Sendable { case reading, standingDown, whoFailed }

/// One message: what it says, how far it has come, and what came back; or whom it went to, one by one.
struct MessageScreen: Screen {
  enum Action: Hashable {
    case step(Step), open, recipients, resend, extend, standDown, whole, new, back
  }

  /// What is asked before it is done.
  enum Question: Hashable {
    case standDown, resend

    var name: ActionName {
      switch self {
      case .standDown: .standDown
      case .resend: .resend
      }
    }
  }

  static let title = Phrase("一条短信", "一條短信", "A message")
  static let purpose = Phrase(
    "一条短信：说什么、谁批准、发到哪一步、有什么回报。Enter 看或认领回报，F4 换看发给了谁，失败的在前，F8 重发失败的。布控按 F5 延期，Del 撤控；撤控前会问，并说明向多少人发解除短信。",
    "一條短信：說什麼、誰批准、發到哪一步、有什麼回報。Enter 看或認領回報，F4 換看發給了誰，失敗的在前，F8 重發失敗的。布控按 F5 延期，Del 撤控；撤控前會問，並說明向多少人發解除短信。",
    "One message: what it says, who approved it, how far it has come, what came back. Enter opens or claims a reply, F4 turns to whom it went, those it failed for first, and F8 sends to these again. A look-out is made longer with F5 and stood down with Del, which asks first and says how many are told."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .settleText, hint: true),
      Binding(.f(4), does: .recipients, .recipients, hint: true),
      Binding(.f(8), does: .resend, .resend, hint: true),
      Binding(.f(5), does: .extend, .extendLookout, hint: true),
      Binding(.delete, .character("x"), does: .standDown, .standDown, hint: true),
      Binding(.f(6), .insert, .character("n"), does: .new, .newPrompt, hint: true),
      Binding(.f(3), .character("v"), does: .whole, .wholeText, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  let code: String
  private(set) var poll: GatewayPoll
  private(set) var showsRecipients: Bool
  private(set) var asks: Question?
  private(set) var cursor = Cursor()

  init(_ code: String, for purpose: MessagePurpose, in world: World) {
    (self.code, poll) = (code, GatewayPoll(in: world))
    (showsRecipients, asks) = (purpose == .whoFailed, purpose == .standingDown ? .standDown : nil)
  }

  func hints(in world: World) -> [KeyLine] {
    if let asks {
      return keyLines.compactMap { line in
        switch line.name {
        case .settleText: KeyLine(keys: [.enter], name: asks.name, isHint: true)
        case .back: line
        default: nil
        }
      }
    }
    let kind = world.snapshot.message(code)?.kind
    let resends = Self.resends(code, in: world)
    let hasReplies = !world.snapshot.messageBook.replies(to: code).isEmpty
    return keyLines.compactMap { line in
      switch line.name {
      case .extendLookout, .standDown:
        Self.refusal(code, in: world) == nil ? line : nil
      case .resend: resends ? line : nil
      case .newPrompt: kind == .lookout ? line.called(.newLookout) : line
      case .settleText: showsRecipients || !hasReplies ? nil : line
      case .recipients: line.called(showsRecipients ? .repliesBack : .recipients)
      default: line
      }
    }
  }

  /// Where nothing failed F8 leads to what waits for a signature, as everywhere.
  mutating func press(_ key: Key, in world: World) -> [Effect]? {
    key == .f(8) && asks == nil && !Self.resends(code, in: world) ? nil : pressed(key, in: world)
  }

  /// Whether anything of it failed, and it still holds.
  private static func resends(_ code: String, in world: World) -> Bool {
    guard let message = world.snapshot.message(code) else { return false }
    let failed = world.snapshot.messageBook.counts(code)[.failed] ?? 0
    return failed > 0 && !world.snapshot.isStale(message, at: world.now.moment)
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(let action):
      asks.map { answer($0, action) } ?? act(action, in: world)
    case .outcome(let outcome): receive(outcome, in: world)
    case .tick: poll.tick(in: world)
    case .text, .paste, .progress: []
    }
  }

  private mutating func receive(_ outcome: Outcome, in world: World) -> [Effect] {
    if let effects = poll.receive(outcome) { return effects }
    switch outcome {
    case .failed(let notice, _): return [.complain(notice)]
    // What is told to everybody goes out at once.
    case .done(let done): return done.saying + poll.ask(in: world)
    case .unchanged: return []
    }
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    let book = world.snapshot.messageBook
    let replies = book.replies(to: code)
    let count = showsRecipients ? book.sendings[code]?.count ?? 0 : replies.count
    cursor.hold(within: count)
    switch action {
    case .step(let step):
      cursor.move(step, count: count, shown: shown(for: step, in: world))
    case .open:
      guard !showsRecipients else { return [] }
      return replies.indices.contains(cursor.index)
        ? replies[cursor.index].opening : [.say(.noReplies)]
    case .recipients:
      showsRecipients.toggle()
      cursor.reset()
    case .extend: return Self.extending(code, in: world)
    case .standDown:
      if let refusal = Self.refusal(code, in: world) { return refusal }
      asks = .standDown
    case .resend: asks = .resend
    case .whole: return [.open(.wholeText(.message(code)))]
    case .new:
      let kind = world.snapshot.message(code)?.kind
      return [.open(.messageForm(kind == .lookout ? .lookout : .prompt))]
    case .back: return [.close]
    }
    return []
  }

  /// Enter does what is asked, Esc leaves it as it is, and nothing else does anything.
  private mutating func answer(_ question: Question, _ action: Action) -> [Effect] {
    switch action {
    case .open:
      asks = nil
      switch question {
      case .standDown: return [.perform(.standDown(code))]
      case .resend: return [.perform(.resend(code))]
      }
    case .back:
      asks = nil
      return []
    default: return [.say(.answerFirst(question.name))]
    }
  }

  /// Leads to the form in which a look-out is made longer, or says why it can't be.
  static func extending(_ code: String, in world: World) -> [Effect] {
    refusal(code, in: world) ?? [.open(.extendLookout(code))]
  }

  /// Why nobody stands it down or makes it longer; nil for a look-out that is open.
  static func refusal(_ code: String, in world: World) -> [Effect]? {
    guard let message = world.snapshot.message(code) else {
      return [.complain(MessageRefusal.noSuchMessage(code).notice)]
    }
    guard message.kind == .lookout else {
      return [.complain(MessageRefusal.notLookout(code).notice)]
    }
    return message.ended.map { [.complain(MessageRefusal.isOver(code, $0).notice)] }
  }
}

extension Phrase {
  fileprivate static let noReplies = Phrase(
    "还没有回报；F4 看发给了谁。", "還沒有回報；F4 看發給了誰。", "Nothing came back yet; F4 shows whom it went to.")
  fileprivate static func answerFirst(_ name: ActionName) -> Phrase {
    Phrase { language in
      let act = name.phrase[language]
      return Phrase(
        "Enter \(act)，Esc 不做。", "Enter \(act)，Esc 不做。", "Enter: \(act). Esc leaves it.")[language]
    }
  }
}
