import Records
import Wording

/// A station with its settings: whose directory this is, what was decided for it, what its desk likes.
@dynamicMemberLookup
package struct Station: Hashable, Sendable {
  package let identity: Identity
  package let policy: Policy
  package let desk: DeskLikes

  package init(_ identity: Identity, _ policy: Policy, _ desk: DeskLikes) {
    (self.identity, self.policy, self.desk) = (identity, policy, desk)
  }

  package static let file = "station.rec"

  /// Rules ask the station, no matter where a setting is kept.
  package subscript<Value>(dynamicMember path: KeyPath<Identity, Value>) -> Value {
    identity[keyPath: path]
  }
  package subscript<Value>(dynamicMember path: KeyPath<Policy, Value>) -> Value {
    policy[keyPath: path]
  }
  package subscript<Value>(dynamicMember path: KeyPath<DeskLikes, Value>) -> Value {
    desk[keyPath: path]
  }

  /// Every record of the settings is named by it.
  package var unit: String { identity.unit }

  /// Who is said to have written: the officer on duty, else the station.
  package var writer: Named { desk.onDuty ?? Named(unit, identity.name) }

  package func floor(_ tier: Tier) -> Int { policy.floor(tier) }
  package func patrolDay(_ moment: Moment) -> Day { policy.patrolDay(moment) }
  package func lateAfter(_ day: Day) -> Moment { policy.lateAfter(day) }
}

extension Station {
  /// Whose directory this is: `station.rec`.
  package struct Identity: Hashable, Sendable {
    package let format: Int
    package let unit: String
    package let name: String
    package let city: String
    package let isDemo: Bool

    /// Fields that are settled when the directory is made: registers and books stand under the
    /// unit's code.
    package static let fixed: Set = ["Format", "Unit", "Demo"]

    package static let format: Field<Self, Int> = Field(
      "Format", \.format, .count(1...999), Phrase("格式", "格式", "Format"))
    package static let unit: Field<Self, String> = Field(
      "Unit", \.unit, .key, Phrase("单位代号", "單位代號", "Unit"))
    package static let name: Field<Self, String> = Field(
      "Name", \.name, .line, Phrase("单位名称", "單位名稱", "Name"))
    package static let city: Field<Self, String> = Field(
      "City", \.city, .line, Phrase("市（县）", "市（縣）", "City"))
    package static let isDemo: Field<Self, Bool> = Field(
      "Demo", \.isDemo, .flag, Phrase("演示数据", "演示資料", "Demo"))

    package static let schema = Schema(
      "Station", Phrase("本所", "本所", "Station"), Identity.init(format:unit:name:city:isDemo:),
      Self.format, Self.unit, Self.name, Self.city, Self.isDemo)
  }
}
