import Books
import FoundationEssentials
import Patrol
import Records
import Wording

/// Texts that come in: kept whole, made intelligence where they come from somebody registered.
extension Office {
  /// Notes texts; one that was noted before is not noted again.
  mutating func take(_ texts: [IncomingText], _ exchanged: inout Exchanged) throws -> Notice? {
    let snapshot = try currentSnapshot()
    let replies = snapshot.table(.replies)
    var known: Set<String> = []
    let new = texts.filter { text in
      known.insert(text.source).inserted
        && replies.indexes(ReceivedText.source.column, is: text.source).isEmpty
    }
    guard !new.isEmpty else { return nil }
    let senders = snapshot.reachedByPhone(on: snapshot.today)
    var numbering = CodeNumbering(.replies, in: snapshot)
    var leads = CodeNumbering(.intelligence, in: snapshot)
    var editings: [Editing] = []
    for text in new {
      let sender = senders[Snapshot.digitsOfPhone(text.phone)]
      let message = sender.flatMap { snapshot.messageBook.answered(by: $0.who.code, at: text.at) }
      var reply = try reply(text, from: sender, to: message, numbering.next([:]))
      if let sender, let lead = lead(from: reply, sender, message, snapshot, &leads) {
        reply = try ReceivedText.schema.make(like: reply) { $0.lead = lead.code }
        editings.append(lead)
      }
      editings.append(
        Editing(subject: .register(.replies), code: reply.code, before: nil, after: reply.texts))
      exchanged.received += 1
    }
    return try carryOut(editings, .message)?.trouble
  }

  private func reply(
    _ text: IncomingText, from sender: Reached?, to message: Message?, _ code: String
  ) throws -> ReceivedText {
    let (words, at) = (ReceivedWords(text.bytes), min(text.at, now))
    return try ReceivedText.schema.make {
      ($0.code, $0.at, $0.from) = (code, at, sender?.who)
      if sender == nil { $0.phone = String(Unseen.shown(text.phone, lines: false).prefix(40)) }
      ($0.text, $0.message, $0.source) = (words.shown, message?.code, text.source)
      if !words.isWhole { $0.bytes = Data(text.bytes).base64EncodedString() }
    }
  }

  /// The intelligence that a text becomes; nil where it may not stand there as it is, so that somebody has to
  /// put it into other words.
  private func lead(
    from reply: ReceivedText, _ sender: Reached?, _ message: Message?, _ snapshot: Snapshot,
    _ numbering: inout CodeNumbering
  ) -> Editing? {
    // Whose number it is nobody knows: it goes into a sealed annex, or nowhere.
    guard !TellsWho.hasNumber(reply.text) else { return nil }
    let group = sender?.group
    let isInformant = group == .sanitation || group == .taxi
    let facts = reply.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    var texts = [
      Lead.facts.column.name: facts, Lead.reported.column.name: reply.at.text,
      Lead.source.column.name: source(group).rawValue,
      Lead.subject.column.name: LeadSubject.other.rawValue,
      Lead.unit.column.name: sender.map { $0.unit.isEmpty ? snapshot.home : $0.unit }
        ?? snapshot.home,
      Lead.urgency.column.name:
        (message?.kind == .lookout ? LeadUrgency.urgent : .prompt).rawValue,
    ]
    if isInformant { texts[Lead.informant.column.name] = sender?.who.text }
    let before = numbering
    texts["Code"] = numbering.next(texts)
    let editing =
      try? Editor(snapshot, at: now).editing(RegisterRecord(.intelligence, texts, seen: nil))
    // A number that nothing got is the next one's.
    if editing == nil { numbering = before }
    return editing
  }

  private func source(_ group: AudienceGroup?) -> LeadSource {
    switch group {
    case .sanitation, .taxi: .informant
    case .leaders: .patrol
    case .watch: .watch
    case .volunteers: .other
    case nil: .public
    }
  }

  mutating func claim(_ code: String, _ person: String?, _ message: String?) throws -> Reply {
    let snapshot = try currentSnapshot()
    let before = try waitingReply(code, snapshot)
    let reply = try ReceivedText.schema.parse(before)
    var sender: Reached?
    // Who sent it is known already, where only its words kept it from being intelligence.
    if let person = person ?? reply.from?.code {
      sender = snapshot.everybodyReached(on: snapshot.today).first { $0.who.code == person }
      if sender == nil { throw MessageRefusal.noSuchPerson(person) }
    }
    let message = message ?? reply.message
    let answered = try message.map { code in
      guard let known = snapshot.message(code) else { throw MessageRefusal.noSuchMessage(code) }
      return known
    }
    var numbering = CodeNumbering(.intelligence, in: snapshot)
    guard let lead = lead(from: reply, sender, answered, snapshot, &numbering) else {
      throw MessageRefusal.mustBeReworded(code)
    }
    var after = before
    after[ReceivedText.lead.column.name] = lead.code
    after[ReceivedText.message.column.name] = message ?? before[ReceivedText.message.column]
    if let sender {
      after[ReceivedText.from.column.name] = sender.who.text
      // Whose it is stands in their own record.
      after[ReceivedText.phone.column.name] = nil
    }
    var settled = Editing(changing: .replies, code, before, after)
    // A stranger's number is not kept in the journal either (R28).
    if sender != nil { settled.erases = [ReceivedText.phone.column.name] }
    let done = try carryOut([lead, settled], .message)
    return told(
      .done(Done(.claimed(code, lead.code), answer: ClaimedText(lead: lead.code))),
      trouble: done?.trouble)
  }

  mutating func put(_ code: String, _ why: String) throws -> Reply {
    let snapshot = try currentSnapshot()
    let before = try waitingReply(code, snapshot)
    let why = why.trimmingBlanks()
    guard !why.isEmpty else { throw MessageRefusal.noReason }
    var after = before
    after[ReceivedText.put.column.name] = why
    _ = try ReceivedText.schema.parse(after)
    let done = try carryOut([Editing(changing: .replies, code, before, after)], .message)
    return told(.done(Done(.putAway(code))), trouble: done?.trouble)
  }

  private func waitingReply(_ code: String, _ snapshot: Snapshot) throws -> [String: String] {
    let texts = try own(code, .replies, snapshot, else: MessageRefusal.noSuchReply(code))
    guard try ReceivedText.schema.parse(texts).waits else { throw MessageRefusal.isSettled(code) }
    return texts
  }
}

extension Phrase {
  fileprivate static func claimed(_ code: String, _ lead: String) -> Phrase {
    Phrase("\(code) 已转情报 \(lead)。", "\(code) 已轉情報 \(lead)。", "\(code) is lead \(lead) now.")
  }
  fileprivate static func putAway(_ code: String) -> Phrase {
    Phrase("\(code) 不作情报，已记。", "\(code) 不作情報，已記。", "\(code) is no lead; noted.")
  }
}
