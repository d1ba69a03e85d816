import Patrol
import Records
import Terminal
import Wording

/// The messages that went out, the newest first, and beside them the texts that came in.
struct MessagesScreen: Screen {
  enum Stop: Hashable { case sent, received }

  enum Action: Hashable {
    case step(Step), open, nextStop, prompt, lookout, extend, remove, whole, export, receive, back
  }

  static let title = ActionName.messages.phrase
  static let purpose = Phrase(
    "发出的短信和收件，Tab 换。F6 新提示，+ 新布控；Enter 看发给了谁、有哪些回报。收件：Enter 认领转情报，Del 写明为何不作情报。“已发出”是网关发了出去，对方看没看不知道。",
    "發出的短信和收件，Tab 換。F6 新提示，+ 新布控；Enter 看發給了誰、有哪些回報。收件：Enter 認領轉情報，Del 寫明為何不作情報。「已發出」是網關發了出去，對方看沒看不知道。",
    "Messages that went out and texts that came in; Tab turns between them. F6 begins a prompt, + a look-out; Enter shows whom one went to and what came back. Of a received text Enter makes a lead, Del says why it is none. Transmitted is what the gateway says: whether somebody read it nobody knows."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .open, hint: true),
      Binding(.f(6), .insert, .character("n"), does: .prompt, .newPrompt, hint: true),
      Binding(.character("+"), .character("b"), does: .lookout, .newLookout, hint: true),
      Binding(.tab, .backTab, does: .nextStop, .sentOrReceived, hint: true),
      Binding(.f(5), does: .extend, .extendLookout, hint: true),
      Binding(.delete, .character("x"), does: .remove, .standDown, hint: true),
      Binding(.f(3), .character("v"), does: .whole, .wholeText, hint: true),
      Binding(.character(">"), .character("》"), does: .export, .exportTexts, hint: true),
      Binding(.character("<"), .character("《"), does: .receive, .receiveTexts, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  private(set) var stop = Stop.sent
  private(set) var poll: GatewayPoll
  private var cursors: [Stop: Cursor] = [:]
  /// The line that the cursor stands on, known again when the list has changed.
  private var codes: [Stop: String] = [:]

  init(in world: World) { poll = GatewayPoll(in: world) }

  /// On one of the texts that came in.
  init(at code: String, in world: World) {
    self.init(in: world)
    (stop, codes[.received]) = (.received, code)
  }

  func hints(in world: World) -> [KeyLine] {
    let book = world.snapshot.messageBook
    let rows = rows(.sent, book)
    let at = at(rows)
    let isOpen = stop == .sent && book.messages.indices.contains(at) && book.messages[at].isOpen
    return keyLines.compactMap { line in
      switch (line.name, stop) {
      case (.extendLookout, .sent) where !isOpen, (.standDown, .sent) where !isOpen: nil
      case (.extendLookout, .received): nil
      case (.standDown, .received): line.called(.noLead)
      case (.exportTexts, _), (.receiveTexts, _): Self.hasTables(world) ? line : nil
      case (.open, .received): line.called(.settleText)
      default: line
      }
    }
  }

  /// Codes of the lines, in their order.
  func rows(_ stop: Stop, _ book: MessageBook) -> [String] {
    switch stop {
    case .sent: book.messages.map(\.code)
    case .received: book.received.map(\.code)
    }
  }

  func at(_ rows: [String]) -> Int {
    let place = codes[stop].flatMap(rows.firstIndex)
    return max(0, min(place ?? cursors[stop]?.index ?? 0, rows.count - 1))
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(let action): act(action, in: world)
    case .outcome(let outcome): receive(outcome)
    case .tick: poll.tick(in: world)
    case .text, .paste, .progress: []
    }
  }

  /// What was sent just now is what one comes back to.
  mutating func note(_ news: RegisterNews, in world: World) {
    if case .message(let code) = news { (stop, codes[.sent]) = (.sent, code) }
  }

  private mutating func receive(_ outcome: Outcome) -> [Effect] {
    if let effects = poll.receive(outcome) { return effects }
    if case .failed(let notice, _) = outcome { return [.complain(notice)] }
    return []
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    let book = world.snapshot.messageBook
    let rows = rows(stop, book)
    go(to: at(rows), rows)
    let code = codes[stop]
    switch action {
    case .step(let step):
      var cursor = cursors[stop] ?? Cursor()
      cursor.move(step, count: rows.count, shown: shown(for: step, in: world))
      go(to: cursor.index, rows)
    case .nextStop: stop = stop == .sent ? .received : .sent
    case .prompt: return [.open(.messageForm(.prompt))]
    case .lookout: return [.open(.messageForm(.lookout))]
    case .open: return code.map { open($0, book) } ?? [.say(nothing)]
    case .extend:
      guard stop == .sent else { return [.say(.extendsLookouts)] }
      return code.map { MessageScreen.extending($0, in: world) } ?? [.say(nothing)]
    case .remove: return code.map { remove($0, book, in: world) } ?? [.say(nothing)]
    case .whole: return code.map { [.open(.wholeText(whole($0)))] } ?? [.say(nothing)]
    case .export: return Self.hasTables(world) ? [.open(.exportTexts)] : [.say(.noTables)]
    case .receive: return Self.hasTables(world) ? [.open(.receiveTexts)] : [.say(.noTables)]
    case .back: return [.close]
    }
    return []
  }

  /// Whether texts go out by table.
  private static func hasTables(_ world: World) -> Bool {
    world.snapshot.station.desk.gateway == .platform
  }

  private mutating func go(to index: Int, _ rows: [String]) {
    var cursor = Cursor()
    cursor.go(to: index)
    (cursors[stop], codes[stop]) = (cursor, rows.indices.contains(index) ? rows[index] : nil)
  }

  private func whole(_ code: String) -> WholeText {
    stop == .sent ? .message(code) : .received(code)
  }

  private func open(_ code: String, _ book: MessageBook) -> [Effect] {
    guard stop == .received else { return [.open(.message(code))] }
    return book.received.first { $0.code == code }.map(\.opening) ?? []
  }

  private func remove(_ code: String, _ book: MessageBook, in world: World) -> [Effect] {
    guard stop == .received else {
      return MessageScreen.refusal(code, in: world) ?? [.open(.message(code, for: .standingDown))]
    }
    guard book.received.first(where: { $0.code == code })?.waits == true else {
      return [.complain(MessageRefusal.isSettled(code).notice)]
    }
    return [.open(.putText(code))]
  }

  var nothing: Phrase { stop == .sent ? .noMessages : .noReceived }
}

extension MessageBook {
  /// Texts that came in, those that wait first, then the newest.
  var received: [ReceivedText] {
    replies.sorted { a, b in
      a.waits != b.waits ? a.waits : (b.at, b.code) < (a.at, a.code)
    }
  }
}

extension ReceivedText {
  /// Where it leads: to what it became, or to be claimed.
  var opening: [Effect] {
    if let lead { return [.open(.leadInList(lead))] }
    return [.open(waits ? .claimText(code) : .wholeText(.received(code)))]
  }
}

extension Phrase {
  static let noMessages = Phrase(
    "还没有短信。F6 新提示，+ 新布控。", "還沒有短信。F6 新提示，+ 新布控。",
    "No messages yet. F6 begins a prompt, + a look-out.")
  static let noReceived = Phrase(
    "还没有收件。收信人回的短信、别人发来的，都列在这里。", "還沒有收件。收信人回的短信、別人發來的，都列在這裡。",
    "Nothing has come in yet. Replies, and texts of anybody else, stand here.")
  fileprivate static let noTables = Phrase(
    "网关不是 110 平台表格，没有表格要写要读。", "網關不是 110 平臺表格，沒有表格要寫要讀。",
    "The gateway is no 110 platform: there are no tables to write or read.")
  fileprivate static let extendsLookouts = Phrase(
    "延期只用于布控，Tab 到发出的短信。", "延期只用於布控，Tab 到發出的短信。",
    "Only look-outs are made longer: Tab to the messages.")
}
