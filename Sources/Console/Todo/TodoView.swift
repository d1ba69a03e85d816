import Patrol
import Records
import Terminal
import Wording

extension TodayScreen {
  func view(in world: World) -> any Block {
    let rows = rows(in: world)
    let marks = Set(marked)
    let at = rows.isEmpty ? nil : at(rows)
    let explained = at.flatMap { explanation(rows[$0], world) }
    var title = Line("0 " + Phrase.toDo[world.language], .titleFocus)
    if let filter {
      title = title + Line(" /\(filter.text)\(isFiltering ? "_" : "")", .match)
    }
    return VStack {
      HeaderBar(world: world)
      Panel(
        title, note: TodoLines.count(world), footer: Line(legend(world), .dim), isFocused: true,
        glyphs: world.glyphs
      ) {
        TodoTable(
          rows: rows, selected: at, isFocused: true, marked: marks, world: world,
          empty: filter.map { .nothingLike($0.text) } ?? .nothingToDo)
        if let explained, world.isTall(20) {
          RuleLine(glyphs: world.glyphs)
          PaddedLines(lines: explained).height(.cells(explained.count))
        }
      }
    }
  }

  private func legend(_ world: World) -> String {
    let glyphs = world.glyphs
    let parts = [
      glyphs.urgent + Phrase.mustDo[world.language],
      glyphs.missing + Phrase.mayWait[world.language],
    ]
    let marks = marked(in: world).count
    return
      (parts
      + (marks == 0
        ? []
        : [glyphs.check + Phrase("已标 \(marks)", "已標 \(marks)", "\(marks) marked")[world.language]]))
      .joined(separator: " ")
  }

  private func wording(_ row: TodoRows.Row, _ world: World) -> String {
    switch row.line {
    case .finding: row.findings.first?.text[world.language] ?? ""
    case .deferral: row.deferral?.text ?? ""
    case .node: ""
    }
  }

  /// What the rule of a line looks at; before it the line itself where the list may have cut it off.
  ///
  /// So many lines that the list never moves.
  private func explanation(_ row: TodoRows.Row, _ world: World) -> [Line]? {
    let rule: RuleID? =
      switch row.line {
      case .node(.group), .node(.unit): row.group?.rule
      case .finding: row.findings.first?.rule
      case .node, .deferral: nil
      }
    let said: Phrase
    if let rule {
      said = rule.title + Phrase(verbatim: "  ") + rule.explanation
    } else if let deferral = row.deferral, case .deferral = row.line {
      said = Phrase { "\(deferral.decision.label[$0])  \(deferral.reason)" }
    } else {
      said = row.line == .node(.toComplete) ? .aboutToComplete : .aboutLaid
    }
    let (width, isWide) = (world.size.width - 4, world.size.width >= 100)
    let whole = isWide ? "" : wording(row, world)
    let text = whole.isEmpty ? [] : LineBreak.lines(whole, width: width).map { Line($0, .bold) }
    let lines =
      text.prefix(2) + LineBreak.lines(said[world.language], width: width).map { Line($0) }
    return (lines + Array(repeating: Line([]), count: 3)).prefix(isWide ? 2 : 3).map { $0 }
  }
}

extension Phrase {
  fileprivate static func nothingLike(_ text: String) -> Phrase {
    text.isEmpty
      ? .nothingToDo
      : Phrase(
        "待办里没有“\(text)”，Esc 看全部。", "待辦裡沒有「\(text)」，Esc 看全部。",
        "Nothing to do has “\(text)” in it; Esc shows everything.")
  }
  fileprivate static let aboutToComplete = Phrase(
    "待完善  人员、装备、培训等还缺的，不是当夜的事，有空时逐项补齐。", "待完善  人員、裝備、培訓等還缺的，不是當夜的事，有空時逐項補齊。",
    "To complete  People, equipment, training that are lacking: not for tonight, but to be filled up."
  )
  fileprivate static let aboutLaid = Phrase(
    "缓办认可  写明理由暂不办的；到期的自动回到待办。Enter 修改，在台账里停用即恢复。",
    "緩辦認可  寫明理由暫不辦的；到期的自動回到待辦。Enter 修改，在臺賬裡停用即恢復。",
    "Put off  What waits with a reason; it comes back when it is due. Enter changes it; ended in its register it comes back at once."
  )
}
