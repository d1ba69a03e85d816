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

  package static let schema = Schema(
    "Desk", Phrase("值班台", "值班臺", "Duty desk"), DeskLikes.init(unit:language:theme:onDuty:),
    Self.unit, Self.language, Self.theme, Self.onDuty)

  /// What holds while nobody knows what the desk likes: its file was not read.
  ///
  /// Nobody is on duty then, and what is written is said to be the station's.
  package static func unknown(_ unit: String) -> DeskLikes {
    DeskLikes(unit: unit, language: "", theme: automaticTheme, onDuty: nil)
  }

  /// The language of the station's own messages.
  package var spoken: Language { Language(rawValue: language) ?? .hans }
}
