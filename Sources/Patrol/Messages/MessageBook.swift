import Records

/// Messages with whom they went to and what came back.
package struct MessageBook: Sendable {
  /// The newest first.
  package let messages: [Message]
  package let sendings: Sendings
  package let replies: [ReceivedText]

  /// Texts by their message.
  ///
  /// There are thousands, so that they are read where they are asked for.
  package struct Sendings: Sendable {
    fileprivate let table: RegisterTable

    /// Nil for a message that went to nobody.
    package subscript(message: String) -> [Sending]? {
      let indexes = table.indexes(Sending.message.column, is: message)
      guard !indexes.isEmpty else { return nil }
      return indexes.compactMap { try? Sending.schema.parse(table.texts(at: $0)) }
    }

    /// Of everybody it goes to, by code and name.
    fileprivate func states(_ message: String) -> [String: SendingState] {
      table.indexes(Sending.message.column, is: message).reduce(into: [:]) { states, index in
        states[table.text(Sending.to.column, at: index)] = SendingState(
          rawValue: table.text(Sending.state.column, at: index))
      }
    }
  }

  /// How many people's texts of a message are how far; of one that was sent again the last counts.
  package func counts(_ message: String) -> [SendingState: Int] {
    sendings.states(message).values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// What came back to a message, in the order in which it came.
  package func replies(to message: String) -> [ReceivedText] {
    replies.filter { $0.message == message }.sorted { ($0.at, $0.code) < ($1.at, $1.code) }
  }

  /// The text that became a lead.
  package func text(of lead: String) -> ReceivedText? { replies.first { $0.lead == lead } }

  /// What was sent on a day of the calendar.
  struct SentOfDay {
    let messages: [Message]
    let parts: Int
    let sendings: Sendings

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
    let sentTo = messages.lazy.filter { message in
      message.kind.isAnswered && message.at <= moment
        && (message.isOpen || moment - message.at <= 3 * 1440)
        && (sendings[message.code] ?? []).contains {
          $0.to.code == code && [.handed, .sent].contains($0.state)
        }
    }
    return sentTo.first(where: \.isOpen) ?? sentTo.first
  }
}

extension Snapshot {
  package var messageBook: MessageBook {
    let messages = table(.messages).made { table in
      NewestFirst(
        messages: table.records.compactMap { try? Message.schema.parse($0) }.sorted {
          ($1.at, $1.code) < ($0.at, $0.code)
        })
    }.messages
    return MessageBook(
      messages: messages, sendings: MessageBook.Sendings(table: table(.sendings)),
      replies: values(.replies))
  }

  package func message(_ code: String) -> Message? { value(code, .messages) }

  /// Whether what a message says no longer holds.
  package func isStale(_ message: Message, at now: Moment) -> Bool {
    switch message.kind {
    case .lookout: message.ended != nil || message.expires.map { $0 <= now } ?? false
    // It speaks of tonight.
    case .prompt: station.patrolDay(message.at) < station.patrolDay(now)
    case .longer: message.about.flatMap(self.message)?.ended != nil
    case .standdown: false
    }
  }
}

private struct NewestFirst: Sendable { let messages: [Message] }
