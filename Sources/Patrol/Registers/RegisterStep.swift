import Records
import Wording

/// Changes of registers that are made, and undone, in one go.
package struct RegisterStep: Hashable, Sendable {
  package let act: Change.Act
  package let records: [RegisterRecord]

  package init(_ act: Change.Act, _ records: [RegisterRecord]) {
    (self.act, self.records) = (act, records)
  }

  /// One field or several of many records, the same for all (multi-select edits).
  package init(
    setting texts: [String: String], of codes: [String], in kind: RegisterKind,
    _ snapshot: Snapshot
  ) {
    let table = snapshot.table(kind)
    self.init(
      .several,
      codes.compactMap { code in
        table.texts(code).map {
          RegisterRecord(kind, $0.merging(texts) { $1 }.filter { !$0.value.isEmpty }, seen: $0)
        }
      })
  }
}

/// What came of a step, for the message line.
package struct StepSummary: Answer, Hashable {
  package let act: Change.Act
  /// What was taken back, where something was.
  package let of: Change.Act?
  package let subject: Change.Subject
  package let count: Int
  /// What the only record is called; of the settings, which were changed.
  package let name: Phrase

  package init(
    _ act: Change.Act, of: Change.Act? = nil, subject: Change.Subject, count: Int, name: Phrase
  ) {
    (self.act, self.of) = (act, of)
    (self.subject, self.count, self.name) = (subject, count, name)
  }

  /// What was done, and the console's key that takes it back.
  package var phrase: Phrase {
    switch act {
    case .undo: happened + Phrase("C-y 重做。", "C-y 重做。", " C-y redoes it.")
    case .edit, .several, .bulkImport, .merge, .unit:
      happened + Phrase("C-z 撤销。", "C-z 撤銷。", " C-z takes it back.")
    case .redo, .erase, .seal, .message: happened
    }
  }

  package var happened: Phrase {
    let what =
      count == 1 && !name[.hans].isEmpty
      ? Phrase { "\(subject.title[$0]) \(name[$0].withoutFullStop)" }
      : Phrase(
        "\(subject.title[.hans]) \(count) 条", "\(subject.title[.hant]) \(count) 條",
        "\(count) records of \(subject.title[.en])")
    switch act {
    case .undo:
      return Phrase(
        "已撤销（\((of ?? .edit).label[.hans])）：\(what[.hans])。",
        "已撤銷（\((of ?? .edit).label[.hant])）：\(what[.hant])。",
        "Undone (\((of ?? .edit).label[.en])): \(what[.en]).")
    case .redo:
      return Phrase(
        "已重做：\(what[.hans])。", "已重做：\(what[.hant])。", "Done again: \(what[.en]).")
    case .edit, .several, .bulkImport, .merge, .unit, .seal, .message:
      return Phrase(
        "已存（\(act.label[.hans])）：\(what[.hans])。",
        "已存（\(act.label[.hant])）：\(what[.hant])。",
        "Saved (\(act.label[.en])): \(what[.en]).")
    case .erase:
      return Phrase(
        "已清除：\(what[.hans])。", "已清除：\(what[.hant])。", "Erased: \(what[.en]).")
    }
  }
}

extension Done {
  /// A step in the registers, or in the settings.
  package init(_ step: StepSummary) {
    self.init(step.phrase, printed: step.happened, answer: step)
  }
}

extension Change.Act {
  package var label: Phrase {
    switch self {
    case .edit: Phrase("登记", "登記", "edit")
    case .several: Phrase("批量修改", "批次修改", "many at once")
    case .bulkImport: Phrase("导入", "匯入", "import")
    case .merge: Phrase("合并", "合併", "merge")
    case .unit: Phrase("单位调整", "單位調整", "units")
    case .erase: Phrase("清除", "清除", "erasure")
    case .seal: Phrase("密封附件", "密封附件", "sealed annex")
    case .message: Phrase("短信", "短信", "message")
    case .undo: Phrase("撤销", "撤銷", "undo")
    case .redo: Phrase("重做", "重做", "redo")
    }
  }
}
