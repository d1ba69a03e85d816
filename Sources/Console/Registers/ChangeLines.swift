import Patrol
import Records
import Terminal
import Wording

/// What was changed of one record, or of the settings, as it was last asked for.
struct ShownHistory {
  private(set) var changes: [Change] = []
  /// The reading of the registers that it belongs to.
  private var reading: Int?

  /// Takes a history over; any other answer leaves what stands.
  mutating func show(_ done: Done, in world: World) {
    guard let history = done.answer as? RecordHistory else { return }
    (changes, reading) = (history.changes, world.snapshot.reading)
  }

  /// Whether to ask again: what was done here meanwhile, such as an undo, is history as well.
  mutating func isOutdated(in world: World) -> Bool {
    guard let reading, reading != world.snapshot.reading else { return false }
    self.reading = nil
    return true
  }
}

/// What was changed of one record, or of the settings: who, when, from what to what.
struct ChangeLines {
  private let subject: Change.Subject
  private let history: [Change]
  private let world: World

  init(_ subject: Change.Subject, _ history: [Change], _ world: World) {
    (self.subject, self.history, self.world) = (subject, history, world)
  }

  private var language: Language { world.language }

  func lines(width: Int) -> [Line] {
    guard !history.isEmpty else { return [] }
    var lines = [Line([]), Line(Phrase.historyTitle[language], .heading)]
    for change in history {
      let head =
        "\(change.at.moment.text) \(change.by.name) \(change.act.label[language])"
        + (change.fate == .added
          ? Phrase("：新增", "：新增", ": added")[language]
          : change.fate == .removed ? Phrase("：撤除", "：撤除", ": taken out")[language] : "")
      lines.append(Line(head, .dim))
      for field in change.fields {
        lines += LineBreak.lines(text(field), width: max(8, width - 2)).map { Line("  " + $0) }
      }
    }
    return lines
  }

  /// `电话 100****5678 → 100****0000`; personal data stays masked, and what was erased is said to be.
  private func text(_ field: Change.Field) -> String {
    guard let column = subject.column(field.name) else { return field.name }
    let label = column.label[language]
    if let erased = field.erased {
      let note = Phrase("已清除", "已清除", "erased")
      return "\(label) \(note[language]) \(erased.text)"
    }
    let display = FieldDisplay(world: world, day: nil)
    func shown(_ text: String) -> String {
      text.isEmpty ? Phrase("（空）", "（空）", "(empty)")[language] : display.text(text, column)
    }
    return "\(label) \(shown(field.from)) \(world.glyphs.arrow) \(shown(field.to))"
  }
}

extension Phrase {
  fileprivate static let historyTitle = Phrase("变更记录", "變更記錄", "What was changed")
}
