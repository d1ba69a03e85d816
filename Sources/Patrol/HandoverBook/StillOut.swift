import Records
import Wording

/// A team that was out when the shift changed hands: who, since when, and when it is due back.
///
/// A line of the field `Out`: `QS-01 青石镇专职队 | 2026-11-26T06:41 | 2026-11-26T09:41`.
package struct StillOut: Hashable, Sendable {
  package let team: Named
  package let from, due: Moment

  package init(_ patrol: Underway) {
    // A bar in a name would end it.
    team = Named(patrol.team.code, patrol.team.name.replacing("|", with: "｜"))
    (from, due) = (patrol.from, patrol.due)
  }

  init?(_ line: String) {
    let parts = line.split(separator: HandedItem.bar, omittingEmptySubsequences: false)
    guard parts.count == 3, let team = Named(String(parts[0])), let from = Moment(String(parts[1])),
      let due = Moment(String(parts[2]))
    else { return nil }
    (self.team, self.from, self.due) = (team, from, due)
  }

  package var text: String { [team.text, from.text, due.text].joined(separator: HandedItem.bar) }

  package func words(_ language: Language) -> String {
    let name = team.name
    return switch language {
    case .hans: "\(name) \(from.clock) 出巡，应 \(due.clock) 归"
    case .hant: "\(name) \(from.clock) 出巡，應 \(due.clock) 歸"
    case .en: "\(name), out at \(from.clock), due back \(due.clock)"
    }
  }
}

extension FieldType where Value == [StillOut] {
  package static let stillOut = FieldType<StillOut>(
    entry: .prose, expected: Phrase("在巡的队", "在巡的隊", "teams that are out"),
    parse: { StillOut($0) }, print: \.text
  ).lines { $0.words($1) }.shaped(.out)
}
