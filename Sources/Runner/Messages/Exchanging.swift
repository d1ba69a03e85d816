import Books
import Patrol
import Records
import Wording

/// What passes between the station and its gateway.
extension Office {
  /// The gateway that the desk has; a spool's folder is that of the machine.
  private func gateway(_ snapshot: Snapshot) throws -> any MessageGateway {
    let desk = snapshot.station.desk
    guard let kind = desk.gateway else { throw GatewayError.none }
    switch kind {
    case .gammu: return GammuSpool(desk.spool ?? DeskLikes.usualSpool)
    case .platform: throw GatewayError.noPoll
    }
  }

  /// Notes what became of what was handed over, hands over what waits, takes in what came.
  ///
  /// A text lies in the gateway before it is noted to be there: whoever is cut off between finds it there by
  /// its code the next time, and hands nothing over twice.
  mutating func exchange() throws -> Reply {
    let snapshot = try wholeMessages()
    let gateway = try gateway(snapshot)
    var course = Course()
    let open = try openSendings(snapshot)
    let receipts = Dictionary(
      try gateway.receipts().map { ($0.code, $0.state) }, uniquingKeysWith: { first, _ in first })
    let taken = try takeBack(open.filter { receipts[$0.code] == .lies }, gateway, snapshot, &course)
    var waiting: [Sending] = []
    for sending in open where !taken.contains(sending.code) {
      switch receipts[sending.code] {
      case .lies where sending.state == .waiting: course.move(sending, to: .handed, at: now)
      case let receipt?: course.note(receipt, of: sending, at: now)
      case nil: if sending.state == .waiting { waiting.append(sending) }
      }
    }
    var fault: (any Error)?
    do { try hand(waiting, gateway, snapshot, &course) } catch { fault = error }
    // What lies in the gateway is noted, whatever kept the rest from it.
    var trouble = try carryOut(course.editings, .message)?.trouble
    if let fault { throw fault }
    let (texts, others) = try gateway.incoming()
    course.exchanged.others = others
    trouble = try take(texts, &course.exchanged) ?? trouble
    for text in texts { try gateway.drop(text) }
    return told(
      .done(Done(.exchanged(course.exchanged), answer: course.exchanged)), trouble: trouble)
  }

  /// The registers, where all that decides what becomes of a text was read whole.
  mutating func wholeMessages() throws -> Snapshot {
    let snapshot = try currentSnapshot()
    try snapshot.needs([.messages, .sendings, .replies] + kinds.reached)
    return snapshot
  }

  /// Takes texts back from the gateway; none where it can't be asked.
  ///
  /// - Returns: what it has of any station's texts, wherever it has moved to, and what surely never goes out.
  func takeBack(
    _ codes: Set<String>, _ snapshot: Snapshot
  ) -> (has: Set<String>, taken: Set<String>) {
    guard let gateway = try? gateway(snapshot) else { return ([], []) }
    let taken = (try? gateway.withdraw(codes)) ?? []
    return (Set(((try? gateway.receipts()) ?? []).map(\.code)), taken)
  }

  /// Takes back what lies in the gateway and would not be handed over any more, or not now.
  private func takeBack(
    _ lying: [Sending], _ gateway: any MessageGateway, _ snapshot: Snapshot,
    _ course: inout Course
  ) throws -> Set<String> {
    let fates = lying.map { ($0, fate(of: $0, snapshot)) }
    let taken = try gateway.withdraw(Set(fates.filter(\.1.isHeldBack).map(\.0.code)))
    for (sending, fate) in fates where taken.contains(sending.code) {
      switch fate {
      case .dropped(let why): course.move(sending, to: .dropped, why: why[language], at: now)
      // It goes out once quiet hours are over.
      case .waits, .goes, .failed: course.move(sending, to: .waiting, at: now)
      }
    }
    return taken
  }

  private func hand(
    _ waiting: [Sending], _ gateway: any MessageGateway, _ snapshot: Snapshot,
    _ course: inout Course
  ) throws {
    let policy = snapshot.station.policy
    var minute = room(policy.textsPerMinute, in: now.text, snapshot)
    var day = room(policy.textsPerDay, in: now.day.text, snapshot)
    var reached: [String: Set<String>] = [:]
    for sending in waiting {
      switch fate(of: sending, snapshot) {
      case .dropped(let why): course.move(sending, to: .dropped, why: why[language], at: now)
      case .failed(let why): course.move(sending, to: .failed, why: why[language], at: now)
      case .waits: course.waits()
      case .goes(let text):
        // One that is longer than a minute has room for goes alone in one.
        guard day >= sending.parts,
          minute >= sending.parts || minute == policy.textsPerMinute
        else {
          course.waits()
          continue
        }
        let others = reached[sending.message] ?? numbers(of: sending.message, snapshot)
        reached[sending.message] = others.union([text.phone])
        guard !others.contains(text.phone) else {
          course.move(sending, to: .dropped, why: Phrase.sameNumber[language], at: now)
          continue
        }
        try gateway.hand(text, at: now)
        (minute, day) = (minute - sending.parts, day - sending.parts)
        course.move(sending, to: .handed, at: now)
      }
    }
  }

  enum Fate {
    case goes(OutgoingText)
    /// Quiet hours are on.
    case waits
    case dropped(Phrase)
    case failed(Phrase)

    /// Whether it does not go out, or not now.
    fileprivate var isHeldBack: Bool {
      switch self {
      case .waits, .dropped: true
      case .goes, .failed: false
      }
    }
  }

  /// What becomes of a text that waits: one whose time is over goes no more.
  func fate(of sending: Sending, _ snapshot: Snapshot) -> Fate {
    guard let message = snapshot.message(sending.message) else { return .dropped(.noMessage) }
    if snapshot.isStale(message, at: now) { return .dropped(.timeIsOver) }
    if isQuiet(message, snapshot) { return .waits }
    guard let phone = phone(of: sending.to.code, snapshot) else { return .failed(.noNumber) }
    return .goes(OutgoingText(code: sending.code, phone: phone, text: message.whole))
  }

  /// Whether quiet hours keep it.
  private func isQuiet(_ message: Message, _ snapshot: Snapshot) -> Bool {
    message.kind.keepsQuietHours
      && snapshot.station.policy.quietHours.contains { $0.contains(now.minuteOfDay) }
  }

  /// Notes what the gateway has of what waits, before another takes its place.
  mutating func noteLying() throws {
    let snapshot = try currentSnapshot()
    guard snapshot.station.desk.gateway == .gammu, snapshot.isRead([.messages, .sendings]) else {
      return
    }
    let (has, _) = takeBack([], snapshot)
    var course = Course()
    for sending in try openSendings(snapshot)
    where sending.state == .waiting && has.contains(sending.code) {
      course.move(sending, to: .handed, at: now)
    }
    _ = try carryOut(course.editings, .message)
  }

  /// The numbers that have a message, as they are today.
  private func numbers(of message: String, _ snapshot: Snapshot) -> Set<String> {
    let gone = (snapshot.messageBook.sendings[message] ?? []).filter {
      [.handed, .sent].contains($0.state)
    }
    return Set(gone.compactMap { phone(of: $0.to.code, snapshot) })
  }

  /// The number of somebody's own record today; nil for who left or gave none.
  private func phone(of code: String, _ snapshot: Snapshot) -> String? {
    let phone = snapshot.kinds.reached.lazy.compactMap { snapshot.table($0).texts(code)?["Phone"] }
      .first
    // It becomes part of a file's name.
    let isNumber = phone?.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "+") }
    return isNumber == true && (phone?.utf8.count ?? 99) <= 16 ? phone : nil
  }

  /// This station's texts of which something is still to come, in the order in which they were queued.
  ///
  /// - Throws: what is wrong with one that is not understood: it may have gone out, or not.
  func openSendings(_ snapshot: Snapshot) throws -> [Sending] {
    let table = snapshot.table(.sendings)
    return try (0..<table.count).compactMap { index -> Sending? in
      guard table.keeper(of: index) == snapshot.station.unit else { return nil }
      let state = SendingState(rawValue: table.text(Sending.state.column, at: index))
      guard state?.isOver != true else { return nil }
      let texts = table.texts(at: index)
      do throws(FieldError) { return try Sending.schema.parse(texts) } catch {
        throw SendingNotUnderstood(code: texts["Code"] ?? "", error: error)
      }
    }
  }

  /// How many of a number of texts may still go out in the time with which moments of hand-over begin.
  private func room(_ limit: Int, in time: String, _ snapshot: Snapshot) -> Int {
    let table = snapshot.table(.sendings)
    let parts = (0..<table.count).reduce(0) { sum, index in
      table.text(Sending.handed.column, at: index).hasPrefix(time)
        ? sum + (wholeNumber(table.text(Sending.parts.column, at: index)) ?? 1) : sum
    }
    return max(0, limit - parts)
  }
}

/// A text of which nobody knows how far it has come.
struct SendingNotUnderstood: UserFacingError {
  let code: String
  let error: FieldError

  var notice: Notice {
    Notice(
      Phrase { "\($0 == .en ? "Text" : "短信") \(code): \(error.message[$0])" },
      safe: Phrase(
        "没有交发任何短信，收到的还在网关里。", "沒有交發任何短信，收到的還在網關裡。",
        "Nothing was handed over; what came in is still in the gateway."),
      next: Phrase(
        "请改好 sendings.rec 里的这一条。", "請改好 sendings.rec 裡的這一條。",
        "Mend that record of sendings.rec."))
  }
  static let examples: [Self] = []
}

extension Phrase {
  fileprivate static let sameNumber = Phrase(
    "同号已发", "同號已發", "its number has it already")
  fileprivate static let noMessage = Phrase("短信不在", "短信不在", "its message is gone")
  fileprivate static let timeIsOver = Phrase("过时未发", "過時未發", "its time was over")
  fileprivate static let noNumber = Phrase("没有号码", "沒有號碼", "no number")

  static func exchanged(_ exchanged: Exchanged) -> Phrase {
    Phrase { language in
      let counts = [
        (exchanged.handed, Phrase("交发", "交發", "handed over")),
        (exchanged.sent, SendingState.sent.label), (exchanged.failed, SendingState.failed.label),
        (exchanged.dropped, SendingState.dropped.label),
        (exchanged.waiting, Phrase("稍后再发", "稍後再發", "for later")),
        (exchanged.received, Phrase("收到", "收到", "received")),
        (exchanged.others, Phrase("收件箱里不是短信的", "收件箱裡不是短信的", "no texts, left in the inbox")),
      ].filter { $0.0 > 0 }
      if counts.isEmpty { return Phrase("没有新的收发。", "沒有新的收發。", "Nothing new.")[language] }
      let texts = counts.map { "\($0.1[language]) \($0.0)" }
      return texts.joined(separator: language == .en ? ", " : "  ")
        + (language == .en ? "." : "。")
    }
  }
}
