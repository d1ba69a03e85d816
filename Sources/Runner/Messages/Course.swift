import Patrol
import Records
import Wording

extension Office {
  /// What becomes of texts in one go: what is written of each, and how many of each kind there are.
  struct Course {
    private(set) var editings: [Editing] = []
    var exchanged = Exchanged()

    mutating func move(_ sending: Sending, to state: SendingState, why: String = "", at now: Moment)
    {
      editings.append(sending.moving(to: state, why: why, at: now))
      switch state {
      case .handed: exchanged.handed += 1
      case .sent: exchanged.sent += 1
      case .failed: exchanged.failed += 1
      case .dropped: exchanged.dropped += 1
      case .waiting: exchanged.waiting += 1
      }
    }

    /// What a gateway says of a text that it was given.
    mutating func note(_ receipt: Receipt.State, of sending: Sending, at now: Moment) {
      switch receipt {
      case .sent: move(sending, to: .sent, at: now)
      case .failed(let why): move(sending, to: .failed, why: why, at: now)
      case .lies: break
      }
    }

    /// Another time: nothing is written of it.
    mutating func waits() { exchanged.waiting += 1 }
  }
}

extension Sending {
  /// The text once it has come further.
  func moving(to state: SendingState, why: String = "", at now: Moment) -> Office.Editing {
    let before = texts
    var after = before
    after[Sending.state.column.name] = state.rawValue
    switch state {
    case .handed: after[Sending.handed.column.name] = now.text
    case .sent, .failed, .dropped: after[Sending.over.column.name] = now.text
    case .waiting: after[Sending.handed.column.name] = nil
    }
    after[Sending.why.column.name] = why
    return Office.Editing(changing: .sendings, code, before, after)
  }
}

extension Office.Editing {
  /// A record that the program changes; a field that holds nothing is left out.
  init(
    changing kind: RegisterKind, _ code: String, _ before: [String: String],
    _ after: [String: String]
  ) {
    self.init(
      subject: .register(kind), code: code, before: before,
      after: after.filter { !$0.value.isEmpty })
  }
}
