import Patrol
import Records
import Terminal
import Wording

/// One message: what it says, how far it has come, and what came back; or whom it went to, one by one.
struct MessageScreen: Screen {
  enum Action: Hashable {
    case step(Step), open, recipients, extend, standDown, whole, new, back
  }

  static let title = Phrase("一条短信", "一條短信", "A message")
  static let purpose = Phrase(
    "一条短信：说什么、谁批准、发到哪一步、有什么回报。Enter 看或认领回报，F4 换看发给了谁。布控按 F5 延期，Del 撤控；撤控前会问，并说明向多少人发解除短信。",
    "一條短信：說什麼、誰批准、發到哪一步、有什麼回報。Enter 看或認領回報，F4 換看發給了誰。布控按 F5 延期，Del 撤控；撤控前會問，並說明向多少人發解除短信。",
    "One message: what it says, who approved it, how far it has come, what came back. Enter opens or claims a reply, F4 turns to whom it went. A look-out is made longer with F5 and stood down with Del, which asks first and says how many are told."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .settleText, hint: true),
      Binding(.f(4), does: .recipients, .recipients, hint: true),
      Binding(.f(5), does: .extend, .extendLookout, hint: true),
      Binding(.delete, .character("x"), does: .standDown, .standDown, hint: true),
      Binding(.f(6), .insert, .character("n"), does: .new, .newPrompt, hint: true),
      Binding(.f(3), .character("v"), does: .whole, .wholeText, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  let code: String
  private(set) var poll: GatewayPoll
  private(set) var showsRecipients = false
  /// Whether it is asked if the look-out is to be stood down.
  private(set) var asks: Bool
  private(set) var cursor = Cursor()

  init(_ code: String, standsDown: Bool, in world: World) {
    (self.code, poll, asks) = (code, GatewayPoll(in: world), standsDown)
  }

  func hints(in world: World) -> [KeyLine] {
    if asks {
      return keyLines.compactMap { line in
        switch line.name {
        case .settleText: KeyLine(keys: [.enter], name: .standDown, isHint: true)
        case .back: line
        default: nil
        }
      }
    }
    let kind = world.snapshot.message(code)?.kind
    let hasReplies = !world.snapshot.messageBook.replies(to: code).isEmpty
    return keyLines.compactMap { line in
      switch line.name {
      case .extendLookout, .standDown:
        Self.refusal(code, in: world) == nil ? line : nil
      case .newPrompt: kind == .lookout ? line.called(.newLookout) : line
      case .settleText: showsRecipients || !hasReplies ? nil : line
      case .recipients: line.called(showsRecipients ? .repliesBack : .recipients)
      default: line
      }
    }
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(let action): asks ? answer(action, in: world) : act(action, in: world)
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
      asks = true
    case .whole: return [.open(.wholeText(.message(code)))]
    case .new:
      let kind = world.snapshot.message(code)?.kind
      return [.open(.messageForm(kind == .lookout ? .lookout : .prompt))]
    case .back: return [.close]
    }
    return []
  }

  /// Enter stands it down, Esc leaves it as it is, and nothing else does anything.
  private mutating func answer(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .open:
      asks = false
      return [.perform(.standDown(code))]
    case .back:
      asks = false
      return []
    default: return [.say(.answerFirst)]
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
  fileprivate static let answerFirst = Phrase(
    "Enter 撤控，Esc 不撤。", "Enter 撤控，Esc 不撤。", "Enter stands it down, Esc leaves it.")
}
