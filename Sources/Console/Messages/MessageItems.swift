import Patrol
import Records
import Wording

extension Reference {
  /// Cases for which a look-out may go out.
  static let graveCase = Reference(Incident.file, narrowing: "grave")
  /// Whoever may have sent a text.
  static let textWriter = Reference(
    "informants", "volunteers", "members", "watch", narrowing: "writer")
  /// Messages that a text may answer.
  static let answeredMessage = Reference("messages", narrowing: "answered")
}

/// What forms pick of cases and of messages.
struct MessageItems {
  let world: World
  private var snapshot: Snapshot { world.snapshot }
  private var language: Language { world.language }

  func items(_ reference: Reference) -> [PickItem] {
    switch reference {
    case .graveCase: cases(snapshot.casesToLookOutFor(at: world.now.moment))
    case .incident: cases(snapshot.incidentFacts.facts.reversed().compactMap(snapshot.incident))
    case .textWriter: people
    case .answeredMessage: messages
    default: []
    }
  }

  /// By when and where: nobody knows codes by heart.
  ///
  /// - Parameter all: the newest first.
  private func cases(_ all: [Incident]) -> [PickItem] {
    all.map { one in
      let what = [one.from.brief, one.section, one.category.label[language]]
      return PickItem(
        one.code, title: what.filter { !$0.isEmpty }.joined(separator: " "),
        note: "\(MessageText.short(one.code)) \(one.what)", code: one.code)
    }
  }

  private var people: [PickItem] {
    var known: Set<String> = []
    return snapshot.everybodyReached(on: world.today).compactMap { one in
      guard known.insert(one.who.code).inserted else { return nil }
      let note = [one.group.label[language], one.section, one.detail].filter { !$0.isEmpty }
      return PickItem(
        one.who.text, title: one.who.name, note: note.joined(separator: " "), code: one.who.code,
        phone: one.phone ?? "")
    }
  }

  /// Look-outs that hold first, then the newest.
  private var messages: [PickItem] {
    let all = snapshot.messageBook.messages.filter(\.kind.isAnswered)
    return (all.filter(\.isOpen) + all.filter { !$0.isOpen }).map { one in
      PickItem(
        one.code,
        title: "\(one.kind.label[language]) \(MessageText.short(one.code)) \(one.at.brief)",
        note: one.text, code: one.code)
    }
  }
}
