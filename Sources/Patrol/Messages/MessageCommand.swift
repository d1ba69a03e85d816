import Records
import Wording

/// Messages out and in (R12, R13).
package enum MessageCommand: Hashable, Sendable {
  /// Puts a message into the queue; a look-out needs who approves it.
  case send(NewMessage, approval: HandAtKeyboard?)
  case extend(String, until: Moment, by: HandAtKeyboard)
  /// Tells everybody that a look-out went to that it is over.
  case standDown(String)
  /// Sends what failed of a message once more, to the numbers of today.
  case resend(String)
  /// Gives the gateway what waits, and takes in what it says and what came.
  case exchange
  /// Writes what waits as a table for the 110 platform; one message of it again, where the table was lost.
  case export(String, again: String?)
  /// Takes in receipts and texts from the platform's table.
  case receive(String)
  /// Says whose a text is: it becomes a lead, of somebody registered or of the public, under a message.
  case claim(String, of: String?, under: String?)
  /// Says that a text is no lead.
  case put(String, why: String)

  var needs: Need {
    switch self {
    // What comes and goes by itself is in nobody's own hand.
    case .exchange: .lock
    default: .keeper
    }
  }
}

extension Command {
  package static func send(_ message: NewMessage, approval: HandAtKeyboard? = nil) -> Command {
    .messages(.send(message, approval: approval))
  }
  package static func extendLookout(
    _ code: String, until: Moment, by hand: HandAtKeyboard
  ) -> Command {
    .messages(.extend(code, until: until, by: hand))
  }
  package static func standDown(_ code: String) -> Command { .messages(.standDown(code)) }
  package static func resend(_ code: String) -> Command { .messages(.resend(code)) }
  package static let exchangeMessages = messages(.exchange)
  package static func exportTexts(to path: String, again: String? = nil) -> Command {
    .messages(.export(path, again: again))
  }
  package static func receiveTexts(from path: String) -> Command { .messages(.receive(path)) }
  package static func claimText(_ code: String, of person: String?, under: String?) -> Command {
    .messages(.claim(code, of: person, under: under))
  }
  package static func putText(_ code: String, why: String) -> Command {
    .messages(.put(code, why: why))
  }
}

/// A message that was put into the queue.
package struct SentMessage: Answer, Hashable {
  package let code: String
  package init(_ code: String) { self.code = code }
}

/// What an exchange with the gateway brought.
package struct Exchanged: Answer, Hashable {
  package var handed = 0
  package var sent = 0
  package var failed = 0
  package var dropped = 0
  package var received = 0
  /// Codes that a table names and nobody here knows.
  package var unknown: [String] = []
  /// Codes of which a table says something else than one before.
  package var contradicted: [String] = []
  /// Texts that wait for another minute.
  package var waiting = 0
  /// Files of the gateway's that are no texts, or too large for one.
  package var others = 0

  package init() {}
}

/// The intelligence that a text became.
package struct ClaimedText: Answer, Hashable {
  package let lead: String
  package init(lead: String) { self.lead = lead }
}
