import Books
import Patrol
import Records
import Signing
import Wording

/// Messages put into the queue, made longer and stood down.
extension Office {
  mutating func carryOut(_ command: MessageCommand) throws -> Reply {
    switch command {
    case .send(let new, let approval): try send(new, approval)
    case .extend(let code, let until, let hand): try extend(code, until, hand)
    case .standDown(let code): try standDown(code)
    case .resend(let code): try resend(code)
    case .exchange: try exchange()
    case .export(let path, let again): try exportTexts(to: path, again: again)
    case .receive(let path): try receiveTable(path)
    case .claim(let code, let person, let message): try claim(code, person, message)
    case .put(let code, let why): try put(code, why)
    }
  }

  private mutating func send(_ new: NewMessage, _ approval: HandAtKeyboard?) throws -> Reply {
    defer { approval?.secret?.wipe() }
    let snapshot = try wholeMessages()
    let plan = MessagePlan(new, in: snapshot, at: now)
    try new.check(plan, in: snapshot, at: now)
    var approver: Named?
    if new.kind == .lookout {
      guard let approval else { throw MessageRefusal.noApprover }
      approver = try approve(approval, snapshot)
    }
    var numbering = CodeNumbering(.messages, in: snapshot)
    let code = numbering.next([:])
    let (by, now) = (keeper(snapshot), now)
    let message = try Message.schema.make {
      ($0.code, $0.kind, $0.template, $0.text) = (code, new.kind, new.template, new.text)
      $0.signed = new.signed.isEmpty ? snapshot.station.messageSignature : new.signed
      ($0.at, $0.by, $0.groups) = (now, by, new.groups.map(\.rawValue))
      ($0.sections, $0.units, $0.hours) = (new.sections, new.units, new.hours)
      guard new.kind == .lookout else { return }
      ($0.incident, $0.approver, $0.approved) = (new.incident, approver, now)
      $0.expires = new.expires
    }
    let queued = plan.recipients.map(\.who)
    let done = try carryOut([adding(message)] + (try sendings(message, to: queued)), .message)
    return told(
      .done(Done(.queued(message, queued.count), answer: SentMessage(message.code))),
      trouble: done?.trouble)
  }

  private mutating func extend(
    _ code: String, _ until: Moment, _ hand: HandAtKeyboard
  ) throws -> Reply {
    defer { hand.secret?.wipe() }
    let snapshot = try wholeMessages()
    let (message, before) = try openLookout(code, snapshot)
    try NewMessage.check(until, at: now)
    if let expires = message.expires, until <= expires { throw MessageRefusal.notLonger(expires) }
    let approver = try approve(hand, snapshot)
    var after = before
    after[Message.expires.column.name] = until.text
    after[Message.extendedBy.column.name] = approver.text
    after[Message.extended.column.name] = now.text
    let reached = (snapshot.messageBook.sendings[code] ?? [])
      .filter { [.waiting, .handed, .sent].contains($0.state) }.map(\.to)
    var editings = [Editing(changing: .messages, code, before, after)]
    editings += try telling(
      reached, .longer, MessageTemplate.longer(message, until: until, in: snapshot), of: message,
      snapshot)
    let done = try carryOut(editings, .message)
    return told(
      .done(Done(.extended(code, until, reached.count), answer: SentMessage(code))),
      trouble: done?.trouble)
  }

  /// Everybody whom the look-out has reached, or may have, is told; what has not left yet never does.
  private mutating func standDown(_ code: String) throws -> Reply {
    let snapshot = try wholeMessages()
    let (message, before) = try openLookout(code, snapshot)
    let all = snapshot.messageBook.sendings[code] ?? []
    // A program that was cut off may have handed over more than it could note.
    let open = Set(all.filter { !$0.state.isOver }.map(\.code))
    let (has, taken) = takeBack(open, snapshot)
    func isKept(_ sending: Sending) -> Bool {
      taken.contains(sending.code) || sending.state == .waiting && !has.contains(sending.code)
    }
    let reached = all.filter { sending in
      sending.state == .sent || open.contains(sending.code) && !isKept(sending)
    }.map(\.to)
    var after = before
    after[Message.ended.column.name] = now.text
    after[Message.endedBy.column.name] = keeper(snapshot).text
    var editings = [Editing(changing: .messages, code, before, after)]
    editings += all.filter { open.contains($0.code) }.compactMap { sending in
      if isKept(sending) {
        return sending.moving(to: .dropped, why: Phrase.stoodDown[language], at: now)
      }
      return sending.state == .waiting ? sending.moving(to: .handed, at: now) : nil
    }
    editings += try telling(
      reached, .standdown, MessageTemplate.standDown(message, in: snapshot), of: message, snapshot)
    let done = try carryOut(editings, .message)
    return told(
      .done(Done(.stoodDown(code, reached.count), answer: SentMessage(code))),
      trouble: done?.trouble)
  }

  /// What tells everybody whom a look-out went to how it goes on.
  private func telling(
    _ people: [Named], _ kind: MessageKind, _ words: String, of lookout: Message,
    _ snapshot: Snapshot
  ) throws -> [Editing] {
    guard !people.isEmpty else { return [] }
    var numbering = CodeNumbering(.messages, in: snapshot)
    let number = numbering.next([:])
    let (by, now) = (keeper(snapshot), now)
    let message = try Message.schema.make {
      ($0.code, $0.kind, $0.text, $0.signed) = (number, kind, words, lookout.signed)
      ($0.at, $0.by, $0.groups) = (now, by, lookout.groups)
      ($0.incident, $0.about) = (lookout.incident, lookout.code)
    }
    return [adding(message)] + (try sendings(message, to: people))
  }

  /// A text that failed stays what it is: another is queued in its place, which no gateway has had yet.
  private mutating func resend(_ code: String) throws -> Reply {
    let snapshot = try wholeMessages()
    let message = try Message.schema.parse(
      own(code, .messages, snapshot, else: MessageRefusal.noSuchMessage(code)))
    let failed = (snapshot.messageBook.sendings[code] ?? []).filter { $0.state == .failed }
    guard !failed.isEmpty else { throw MessageRefusal.noneFailed(code) }
    if snapshot.isStale(message, at: now) { throw MessageRefusal.isStale(code) }
    var numbering = CodeNumbering(.sendings, in: snapshot)
    let editings = try failed.flatMap { sending -> [Editing] in
      let again = try Sending.schema.make {
        $0.code = numbering.next([Sending.message.column.name: code])
        ($0.message, $0.to, $0.parts, $0.state) = (code, sending.to, sending.parts, .waiting)
      }
      let why = Phrase.sentAgain(again.code)[language]
      return [
        sending.moving(to: .dropped, why: why, at: now),
        Editing(subject: .register(.sendings), code: again.code, before: nil, after: again.texts),
      ]
    }
    let done = try carryOut(editings, .message)
    return told(
      .done(Done(.resent(code, failed.count), answer: SentMessage(code))), trouble: done?.trouble)
  }

  /// A look-out of this station that nobody stood down, and its texts.
  private func openLookout(
    _ code: String, _ snapshot: Snapshot
  ) throws -> (Message, [String: String]) {
    let texts = try own(code, .messages, snapshot, else: MessageRefusal.noSuchMessage(code))
    let message = try Message.schema.parse(texts)
    guard message.kind == .lookout else { throw MessageRefusal.notLookout(code) }
    if let ended = message.ended { throw MessageRefusal.isOver(code, ended) }
    return (message, texts)
  }

  /// An officer in post shows by the PIN that it was they; another than who sends, where there are two.
  private func approve(_ hand: HandAtKeyboard, _ snapshot: Snapshot) throws -> Named {
    guard let officer = snapshot.person(hand.code) else {
      throw SigningRefusal.unknownPerson(hand.code)
    }
    if officer == keeper(snapshot), snapshot.officersWhoSign.contains(where: { $0 != officer }) {
      throw MessageRefusal.ownApproval(officer.name)
    }
    let key = try keyToOpen(officer, snapshot)
    do { try keys.prove(officer, key.line, hand.secret) } catch {
      throw Unapproved(cause: Loading.notice(error))
    }
    return officer
  }

  private func sendings(_ message: Message, to people: [Named]) throws -> [Editing] {
    let parts = TextParts(message.whole).count
    return try people.enumerated().map { index, who in
      let sending = try Sending.schema.make {
        $0.code = "\(message.code)-\(digits(index + 1, 3))"
        ($0.message, $0.to, $0.parts, $0.state) = (message.code, who, parts, .waiting)
      }
      return Editing(
        subject: .register(.sendings), code: sending.code, before: nil, after: sending.texts)
    }
  }

  private func adding(_ message: Message) -> Editing {
    Editing(
      subject: .register(.messages), code: message.code, before: nil, after: message.texts)
  }
}

/// Why a look-out was not approved: what kept somebody from using their key, where nothing was signed.
struct Unapproved: UserFacingError {
  let cause: Notice
  var notice: Notice {
    cause.saying(
      safe: Phrase(
        "布控没有批准，没有发出。", "布控沒有批准，沒有發出。", "The look-out is not approved; nothing was sent."))
  }
  static let examples: [Self] = []
}

extension Phrase {
  fileprivate static let stoodDown = Phrase("发出前已撤控", "發出前已撤控", "stood down before it left")

  fileprivate static func sentAgain(_ code: String) -> Phrase {
    Phrase("失败，已重发 \(code)", "失敗，已重發 \(code)", "failed, sent again as \(code)")
  }
  fileprivate static func resent(_ code: String, _ count: Int) -> Phrase {
    Phrase(
      "\(code) 重发 \(count) 条，已排队。", "\(code) 重發 \(count) 條，已排隊。",
      "\(code): \(count) wait to go out again.")
  }
  fileprivate static func queued(_ message: Message, _ count: Int) -> Phrase {
    Phrase(
      "\(message.code) 已排队，\(count) 人。", "\(message.code) 已排隊，\(count) 人。",
      "\(message.code) waits to go out to \(count).")
  }
  fileprivate static func extended(_ code: String, _ until: Moment, _ count: Int) -> Phrase {
    Phrase(
      "\(code) 延期至 \(until.text)，\(count) 人将收到短信。", "\(code) 延期至 \(until.text)，\(count) 人將收到短信。",
      "\(code) holds until \(until.text); \(count) are told.")
  }
  fileprivate static func stoodDown(_ code: String, _ count: Int) -> Phrase {
    Phrase(
      "\(code) 已撤控，\(count) 人将收到解除短信。", "\(code) 已撤控，\(count) 人將收到解除短信。",
      "\(code) is stood down; \(count) are told.")
  }
}
