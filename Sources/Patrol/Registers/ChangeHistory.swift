import Records

/// Everything that was changed in a keeper's registers, oldest first, and what can be taken back.
package struct ChangeHistory: Sendable {
  /// Changes done in one go.
  package struct Step: Hashable, Sendable {
    package let number: Int
    package let changes: [Change]
    package var act: Change.Act { changes.first?.act ?? .edit }

    /// Whether it put a text into the queue, or told more people of one.
    fileprivate var hasSentText: Bool {
      act == .message && changes.contains { $0.subject == .register(.messages) }
    }
  }

  package let steps: [Step]

  /// Steps that were cut off before they were whole are left out: they never happened.
  package init(_ changes: [Change]) {
    var steps: [Step] = []
    var open: [Change] = []
    for change in changes {
      if open.first?.step != change.step { open = [] }
      open.append(change)
      guard change.isLast else { continue }
      steps.append(Step(number: change.step, changes: open))
      open = []
    }
    self.steps = steps
  }

  /// The steps that `undo` would take back, one after another.
  package var undoable: [Step] { stacks.undo.reversed() }
  /// Whether the last step that is not undone sent a text.
  package var endsInText: Bool { undoable.isEmpty && steps.contains(where: \.hasSentText) }
  /// The steps that `redo` would take back: each an undo.
  package var redoable: [Step] { stacks.redo.reversed() }

  private var stacks: (undo: [Step], redo: [Step]) {
    var (undo, redo): ([Step], [Step]) = ([], [])
    for step in steps {
      switch step.act {
      case .undo:
        undo.removeAll { $0.number == step.changes.first?.undoes }
        redo.append(step)
      case .redo:
        redo.removeAll { $0.number == step.changes.first?.undoes }
        undo.append(step)
      case .erase: break
      case .seal, .message:
        // An annex lies beside the record, and a text is out: what was done before is not taken back under it.
        let sealed = Set(step.changes.map(\.code))
        let isBefore = { (other: Step) in other.changes.contains { sealed.contains($0.code) } }
        undo.removeAll(where: isBefore)
        redo.removeAll(where: isBefore)
        // Whoever sends a text and then takes a step back means no older one.
        if step.hasSentText { (undo, redo) = ([], []) }
      case .edit, .several, .bulkImport, .merge, .unit:
        undo.append(step)
        redo = []
      }
    }
    return (undo, redo)
  }

  /// What was changed of one record, and of those merged into it, newest first.
  package func changes(_ subject: Change.Subject, _ codes: Set<String>) -> [Change] {
    steps.reversed().flatMap { step in
      step.changes.filter { $0.subject == subject && codes.contains($0.code) }
    }
  }
}
