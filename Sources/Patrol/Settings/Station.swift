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

  /// What all units together are called: the city or county, where somebody said which.
  package func everything(_ language: Language) -> String {
    identity.city ?? Phrase("全部", "全部", "All")[language]
  }

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

  /// Who says a message, where nobody says otherwise.
  package var messageSignature: String { policy.messageSigned ?? identity.name }

  package func floor(_ tier: Tier) -> Int { policy.floor(tier) }
  package func patrolDay(_ moment: Moment) -> Day { policy.patrolDay(moment) }
  /// When a patrol that went out then is due, where nobody says otherwise.
  package func dueBack(_ from: Moment) -> Moment { from + policy.patrolHours * 60 }
  package func lateAfter(_ day: Day) -> Moment { policy.lateAfter(day) }
}

extension Station {
  /// Whose directory this is: `station.rec`.
  package struct Identity: Hashable, Sendable {
    package let format: Int
    package let unit: String
    package let name: String
    package let city: String?
    package let directory: DirectoryID

    /// Made up to try things out: no setting changes that.
    package var isDemo: Bool { directory.isDemo }

    /// Fields that are settled when the directory is made: registers and books stand under the
    /// unit's code.
    package static let fixed: Set = ["Format", "Unit", "Directory"]

    package static let format: Field<Self, Int> = Field(
      "Format", \.format, .count(1...999), Phrase("格式", "格式", "Format"))
    package static let unit: Field<Self, String> = Field(
      "Unit", \.unit, .key, Phrase("单位代号", "單位代號", "Unit"))
    package static let name: Field<Self, String> = Field(
      "Name", \.name, .line, Phrase("单位名称", "單位名稱", "Name"))
    package static let city: Field<Self, String?> = Field(
      optional: "City", \.city, .line, Phrase("市（县）", "市（縣）", "City"))
    package static let directory: Field<Self, DirectoryID> = Field(
      "Directory", \.directory, .directoryID, Phrase("目录编号", "目錄編號", "Directory id"))

    package static let schema = Schema(
      "Station", Phrase("本所", "本所", "Station"), Identity.init(format:unit:name:city:directory:),
      Self.format, Self.unit, Self.name, Self.city, Self.directory)
  }
}

extension FieldType where Value == DirectoryID {
  package static let directoryID = FieldType(
    entry: .line, expected: Phrase("32 位目录编号", "32 位目錄編號", "an id of 32 digits"),
    recType: "line", shape: .directory, parse: { DirectoryID($0) }, print: \.text)
}
