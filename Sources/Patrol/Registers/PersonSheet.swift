import Records
import Wording

/// What we hold on one person, whole and in words, for that person to read (PIPL, article 45).
package struct PersonSheet: Sendable {
  package let kind: RegisterKind
  package let code: String
  package let snapshot: Snapshot
  /// Newest first.
  package let changes: [Change]
  package let accesses: [Access]
  package let pages: [PageID]

  package init(
    _ kind: RegisterKind, _ code: String, in snapshot: Snapshot, changes: [Change],
    accesses: [Access], pages: [PageID]
  ) {
    (self.kind, self.code, self.snapshot) = (kind, code, snapshot)
    (self.changes, self.accesses, self.pages) = (changes, accesses, pages)
  }

  package func text(_ language: Language, at stamp: Stamp) -> String {
    let title = Phrase("本人信息登记情况", "本人信息登記情況", "What is registered about you")
    var lines = [
      title[language], "\(snapshot.station.name)  \(stamp.moment.text)", "",
      Phrase("一、登记内容", "一、登記內容", "1. The record")[language],
    ]
    let texts = snapshot.table(kind).texts(code) ?? [:]
    for column in kind.columns {
      if let text = texts[column.name] {
        lines.append("  \(column.label[language])  \(words(text, column, language))")
      }
    }
    lines += ["", Phrase("二、领用装备", "二、領用裝備", "2. Equipment held")[language]]
    lines += list(
      snapshot.holdings(of: code).map {
        "\($0.item.label[language]) ×\($0.quantity)  \($0.issued.text)  \($0.serial)"
      }, language)
    lines += ["", Phrase("三、参加培训", "三、參加培訓", "3. Trainings attended")[language]]
    lines += list(snapshot.trainings(of: code).map { "\($0.date.text)  \($0.topic)" }, language)
    lines += ["", Phrase("四、写有姓名的簿页", "四、寫有姓名的簿頁", "4. Pages that name you")[language]]
    lines += list(pages.map(\.text), language)
    lines += ["", Phrase("五、变更记录", "五、變更記錄", "5. Changes")[language]]
    lines += list(changes.map { change(_: $0, language) }, language)
    lines += ["", Phrase("六、谁查看过", "六、誰查看過", "6. Who looked")[language]]
    lines += list(
      accesses.map { "\($0.at.moment.text)  \($0.by.name)  \($0.why)" }, language)
    let rights = Phrase(
      "以上有误的，可要求更正；不再需要的，可要求删除。", "以上有誤的，可要求更正；不再需要的，可要求刪除。",
      "You may ask to have mistakes put right, and what is no longer needed erased.")
    return (lines + ["", rights[language], ""]).joined(separator: "\n")
  }

  private func list(_ lines: [String], _ language: Language) -> [String] {
    lines.isEmpty ? ["  " + Phrase("无", "無", "none")[language]] : lines.map { "  " + $0 }
  }

  private func change(_ change: Change, _ language: Language) -> String {
    let fields = change.fields.map { field in
      let label = kind.column(field.name)?.label[language] ?? field.name
      if let erased = field.erased {
        return "\(label): \(Phrase("已清除", "已清除", "erased")[language]) \(erased.text)"
      }
      return "\(label): \(field.from) → \(field.to)"
    }
    return "\(change.at.moment.text)  \(change.by.name)  \(change.act.label[language])  "
      + fields.joined(separator: "; ")
  }

  private func words(_ text: String, _ column: Column, _ language: Language) -> String {
    RegisterCSV(kind, in: snapshot, isMasked: false).cell(text, column, language)
      .replacing("\n", with: " ")
  }
}
