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
    let open = openSendings(snapshot)
    let receipts = Dictionary(
      try gateway.receipts().map { ($0.code, $0.state) }, uniquingKeysWith: { first, _ in first })
    var waiting: [Sending] = []
    for sending in open {
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
    let texts = try gateway.incoming()
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

  /// What the gateway has of texts that are not noted to be there; nothing where it can't be asked.
  func lying(_ snapshot: Snapshot) -> Set<String> {
    Set(((try? gateway(snapshot).receipts()) ?? []).map(\.code))
  }

  private func hand(
    _ waiting: [Sending], _ gateway: any MessageGateway, _ snapshot: Snapshot,
    _ course: inout Course
  ) throws {
    let policy = snapshot.station.policy
    var minute = room(policy.textsPerMinute, in: now.text, snapshot)
    var day = room(policy.textsPerDay, in: now.day.text, snapshot)
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
  }

  /// What becomes of a text that waits: one whose time is over goes no more.
  func fate(of sending: Sending, _ snapshot: Snapshot) -> Fate {
    guard let message = snapshot.message(sending.message) else { return .dropped(.noMessage) }
    switch message.kind {
    case .lookout:
      if message.ended != nil || message.expires.map({ $0 <= now }) ?? false {
        return .dropped(.timeIsOver)
      }
    case .prompt:
      // It speaks of tonight.
      if snapshot.station.patrolDay(message.at) < snapshot.station.patrolDay(now) {
        return .dropped(.timeIsOver)
      }
      if snapshot.station.policy.quietHours.contains(where: { $0.contains(now.minuteOfDay) }) {
        return .waits
      }
    case .longer:
      if message.about.flatMap(snapshot.message)?.ended != nil { return .dropped(.timeIsOver) }
    case .standdown: break
    }
    guard let phone = phone(of: sending.to.code, snapshot) else { return .failed(.noNumber) }
    return .goes(OutgoingText(code: sending.code, phone: phone, text: message.whole))
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
  func openSendings(_ snapshot: Snapshot) -> [Sending] {
    let table = snapshot.table(.sendings)
    return (0..<table.count).compactMap { index in
      guard table.keeper(of: index) == snapshot.station.unit,
        let state = SendingState(rawValue: table.text(Sending.state.column, at: index)),
        !state.isOver
      else { return nil }
      return try? Sending.schema.parse(table.texts(at: index))
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

extension Phrase {
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
      ].filter { $0.0 > 0 }
      if counts.isEmpty { return Phrase("没有新的收发。", "沒有新的收發。", "Nothing new.")[language] }
      let texts = counts.map { "\($0.1[language]) \($0.0)" }
      return texts.joined(separator: language == .en ? ", " : "  ")
        + (language == .en ? "." : "。")
    }
  }
}
