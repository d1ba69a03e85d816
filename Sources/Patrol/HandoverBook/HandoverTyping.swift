import Records
import Wording

/// What a script says of a shift that is handed over: the same beginning, the same shorthand as in
/// the form.
package struct HandoverTyping {
  private let snapshot: Snapshot
  private let now: Stamp
  private let handing: Handing

  package init(snapshot: Snapshot, now: Stamp, handing: Handing) {
    (self.snapshot, self.now, self.handing) = (snapshot, now, handing)
  }

  /// The fields of a handover.
  ///
  /// - Parameters:
  ///   - given: what was said of a field, if anything was.
  ///   - answers: `BOOK YEAR NUMBER=goes-on:WORD`, one for everything that a handover can end; the rest
  ///     goes on without.
  /// - Throws: a `FieldError` or a `HandoverRefusal`.
  package func texts(
    given: [(column: Column, text: String?)], answers: [String]
  ) throws -> [String: String] {
    let beginning = HandoverBeginning(snapshot, now: now.moment)
    var draft = Draft(beginning.texts(since: handing.since))
    let about = PageBeginning(
      snapshot, day: snapshot.station.patrolDay(now.moment), now: now.moment)
    let reading = TypedReading(
      ShiftHandover.schema.columns, about, language: snapshot.station.spoken)
    for (column, text) in given {
      guard let text else { continue }
      if case .reference = column.entry {
        draft[column] = snapshot.person(text)?.text ?? text
      } else {
        draft[column] = try reading.said(text, column.name, draft)
        if column.name == ShiftHandover.to.column.name, !column.accepts(text),
          let to = Moment(draft[column])
        {
          draft[column] = HandoverBeginning.near(to, now.moment).text
        }
      }
    }
    let said = try answers.map { try item($0) }
    let others = handing.open.filter { entry in
      !entry.mayBeDone && !said.contains { $0.matter == entry.matter }
    }
    let items = said + others.map { HandedItem(.goesOn, $0.matter) }
    draft[ShiftHandover.open] = items.map(\.text).joined(separator: "\n")
    return beginning.complete(draft.texts)
  }

  private func item(_ said: String) throws(HandoverRefusal) -> HandedItem {
    guard let equals = said.firstIndex(of: "=") else { throw .notAnAnswer(said) }
    let name = said[..<equals].split(separator: " ").joined(separator: " ")
    let rest = said[said.index(after: equals)...].split(separator: ":", maxSplits: 1)
    guard let answer = rest.first.flatMap({ HandedItem.Answer(rawValue: String($0)) }) else {
      throw .notAnAnswer(said)
    }
    let found = handing.open.map(\.matter).filter { $0.names.contains(name) }
    guard let matter = found.first else { throw .noSuchMatter(name) }
    guard found.count == 1 else { throw .severalMatters(name) }
    let word = rest.count == 2 ? String(rest[1]).trimmingBlanks() : ""
    guard UnseenCharacter(in: word) == nil,
      let item = HandedItem(matter, saying: "\(answer.rawValue) \(word)")
    else { throw .notAnAnswer(said) }
    return item
  }
}

extension OpenMatter {
  /// As what a script may name it.
  fileprivate var names: [String] {
    let page = "\(page.book.text) \(page.year) \(page.number)"
    return ["\(self.page.number)", page, self.page.text, "\(duty.rawValue) \(page)"]
  }
}
