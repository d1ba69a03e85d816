import Records
import Wording

/// How far something reported has come.
package enum LeadStage: Int, CaseIterable, Sendable {
  case reported, assigned, checked, closed

  package var label: Phrase {
    switch self {
    case .reported: Phrase("报告", "報告", "Reported")
    case .assigned: Phrase("派办", "派辦", "Assigned")
    case .checked: Phrase("查证", "查證", "Looked into")
    case .closed: Phrase("结果", "結果", "Outcome")
    }
  }
}

extension Lead {
  package var stage: LeadStage {
    if outcome != nil { return .closed }
    if checked != nil { return .checked }
    return officer == nil ? .reported : .assigned
  }
}

extension Policy {
  /// Hours after which the outcome is due.
  package func leadHours(_ urgency: LeadUrgency) -> Int {
    switch urgency {
    case .urgent: leadUrgent ?? 4
    case .prompt: leadPrompt ?? 24
    case .ordinary: leadOrdinary ?? 168
    }
  }
}
