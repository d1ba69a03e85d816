import Records

/// Messages with whom they went to and what came back, made once for as long as the registers are not read
/// again.
package struct MessageBook: Sendable {
  /// The newest first.
  package let messages: [Message]
  package let sendings: [String: [Sending]]
  package let replies: [ReceivedText]

  /// How many of a message's texts are how far.
  package func counts(_ message: String) -> [SendingState: Int] {
    (sendings[message] ?? []).reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
  }

  /// What came back to a message, in the order in which it came.
  package func replies(to message: String) -> [ReceivedText] {
    replies.filter { $0.message == message }.sorted { ($0.at, $0.code) < ($1.at, $1.code) }
  }

  /// What was sent on a day of the calendar.
  struct SentOfDay {
    let messages: [Message]
    let parts: Int
    let sendings: [String: [Sending]]

    /// Codes of those who were sent the same.
    func to(like new: NewMessage) -> Set<String> {
      let alike = messages.filter {
        $0.kind == new.kind
          && ($0.text == new.text || $0.template != nil && $0.template == new.template)
      }
      return Set(
        alike.flatMap { sendings[$0.code] ?? [] }.filter { $0.state != .dropped }.map(\.to.code))
    }
  }

  func sent(on day: Day) -> SentOfDay {
    let today = messages.filter { $0.at.day == day }
    let parts = today.flatMap { sendings[$0.code] ?? [] }.filter { $0.state != .dropped }
      .reduce(0) { $0 + $1.parts }
    return SentOfDay(messages: today, parts: parts, sendings: sendings)
  }

  /// The message that a text of somebody answers: the look-out that still holds, else what they were sent
  /// last within three days.
  package func answered(by code: String, at moment: Moment) -> Message? {
    let sentTo = messages.filter { message in
      message.kind != .standdown && message.at <= moment
        && (sendings[message.code] ?? []).contains {
          $0.to.code == code && [.handed, .sent].contains($0.state)
        }
    }
    return sentTo.first(where: \.isOpen) ?? sentTo.first { moment - $0.at <= 3 * 1440 }
  }
}

extension Snapshot {
  package var messageBook: MessageBook {
    let messages: [Message] = values(.messages)
    return MessageBook(
      messages: messages.sorted { ($1.at, $1.code) < ($0.at, $0.code) },
      sendings: table(.sendings).made(Sendings.init).byMessage, replies: values(.replies))
  }

  package func message(_ code: String) -> Message? {
    table(.messages).texts(code).flatMap { try? Message.schema.parse($0) }
  }
}

/// Sendings by their message: there are thousands.
private struct Sendings: Sendable {
  let byMessage: [String: [Sending]]

  init(_ table: RegisterTable) {
    byMessage = Dictionary(
      grouping: table.records.compactMap { try? Sending.schema.parse($0) }, by: \.message)
  }
}
