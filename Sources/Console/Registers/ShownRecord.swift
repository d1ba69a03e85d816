import Patrol
import Records

extension Place {
  /// Where a record is looked at: one that says what the program did, at what it is about.
  static func showing(_ kind: RegisterKind, _ code: String, in world: World) -> Place {
    switch kind {
    case .messages: return .message(code)
    case .replies: return .receivedTexts(at: code)
    case .sendings:
      let message = world.snapshot.table(kind).texts(code)?[Sending.message.column.name]
      return message.map { .message($0) } ?? .record(kind, code: code)
    default: return .record(kind, code: code)
    }
  }
}
