import Records
import Wording

/// What the desk of a station likes, and who sits at it: `register/<unit>/desk.rec`.
package struct DeskLikes: Hashable, Sendable {
  /// The station whose desk it is.
  package let unit: String
  package let language: String
  /// A theme's name, or `automaticTheme`.
  package let theme: String
  package let onDuty: Named?
  /// Minutes without a key after which the shift is locked.
  package let idle: Int?
  /// What carries texts out; nil while the station has nothing.
  package let gateway: GatewayKind?
  /// The folder in which gammu-smsd has `outbox`, `sent`, `error` and `inbox`.
  package let spool: String?

  /// The theme while nobody has chosen one: by the background of the terminal.
  package static let automaticTheme = "auto"

  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .key, Phrase("单位代号", "單位代號", "Unit"))
  package static let language: Field<Self, String> = Field(
    "Language", \.language, .code("language"), Phrase("语言", "語言", "Language"))
  package static let theme: Field<Self, String> = Field(
    "Theme", \.theme, .code("theme"), Phrase("配色", "配色", "Theme"))
  package static let onDuty: Field<Self, Named?> = Field(
    optional: "OnDuty", \.onDuty, .someone(.officer), Phrase("值班民警", "值班民警", "On duty"))

  package static let idle: Field<Self, Int?> = Field(
    optional: "Idle", \.idle, .count(5...60),
    Phrase("无人操作锁定（分）", "無人操作鎖定（分）", "Locks after, minutes"),
    hint: .emptyMeans(Shift.idleMinutes))

  package static let gateway: Field<Self, GatewayKind?> = Field(
    optional: "Gateway", \.gateway, .choice, Phrase("短信网关", "短信網關", "Gateway"))
  package static let spool: Field<Self, String?> = Field(
    optional: "Spool", \.spool, .line, Phrase("短信猫目录", "短信貓目錄", "Spool folder"),
    hint: Phrase(
      "空着：\(DeskLikes.usualSpool)", "空著：\(DeskLikes.usualSpool)", "empty: \(DeskLikes.usualSpool)"))
  /// Where Debian's gammu-smsd has it.
  package static let usualSpool = "/var/spool/gammu"

  /// Fields that change nothing but what the screen looks like.
  static let looks: Set = [language.column.name, theme.column.name]

  package static let schema = Schema(
    "Desk", Phrase("值班台", "值班臺", "Duty desk"),
    DeskLikes.init(unit:language:theme:onDuty:idle:gateway:spool:),
    Self.unit, Self.language, Self.theme, Self.onDuty, Self.idle, Self.gateway, Self.spool)

  /// What holds while nobody knows what the desk likes: its file was not read.
  ///
  /// Nobody is on duty then, and what is written is said to be the station's.
  package static func unknown(_ unit: String) -> DeskLikes {
    DeskLikes(
      unit: unit, language: "", theme: automaticTheme, onDuty: nil, idle: nil, gateway: nil,
      spool: nil)
  }

  package var minutesUntilLocked: Int { idle ?? Shift.idleMinutes }

  /// The language of the station's own messages.
  package var spoken: Language { Language(rawValue: language) ?? .hans }
}
