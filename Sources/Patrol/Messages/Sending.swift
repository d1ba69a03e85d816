import Records
import Wording

/// A message to one person: how far it has come, and when.
///
/// The number it goes to is that of the person's own record, looked up when it is handed over: it stands
/// nowhere else (R28).
package struct Sending: Hashable, Sendable, Registered {
  /// What the gateway calls it as well: `QSP-M-0002-014`.
  package let code: String
  package let message: String
  /// Informants by their alias.
  package let to: Named
  /// How many texts it takes (`TextParts`).
  package let parts: Int
  package let state: SendingState
  package let handed: Moment?
  /// When the gateway said what became of it, or it was dropped.
  package let over: Moment?
  /// Why it failed or was not sent.
  package let why: String

  package var name: String { to.name }
  package var pinyin: String { "" }

  package static let file = "sendings"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code)
  package static let message: Field<Self, String> = Field(
    "Message", \.message, .messageCode, Phrase("短信", "短信", "Message"))
  package static let to: Field<Self, Named> = Field(
    "To", \.to, .someone(.reached), Phrase("收信人", "收信人", "To"))
  package static let parts: Field<Self, Int> = Field(
    "Parts", \.parts, .count(1...99), Phrase("条数", "條數", "Parts"))
  package static let state: Field<Self, SendingState> = Field(
    "State", \.state, .choice, Phrase("状态", "狀態", "State"))
  package static let handed: Field<Self, Moment?> = Field(
    optional: "Handed", \.handed, .moment, Phrase("交发", "交發", "Handed over"))
  package static let over: Field<Self, Moment?> = Field(
    optional: "Over", \.over, .moment, Phrase("回执", "回執", "Receipt"))
  package static let why: Field<Self, String> = Field(
    "Why", \.why, .prose.only(.line), Phrase("原因", "原因", "Why"))

  package static let schema = Schema(
    "Sending", Phrase("发送", "發送", "Sendings"),
    Sending.init(code:message:to:parts:state:handed:over:why:), Self.code, Self.message, Self.to,
    Self.parts, Self.state, Self.handed, Self.over, Self.why)

  package static let layout = RegisterLayout(
    .things, in: .messages, numbering: .below(Self.message.column, width: 3), name: Self.to,
    asked: FieldList(Self.why),
    listed: FieldList(Self.message, Self.state, Self.handed, Self.over, Self.why), isMade: true)
}

extension Reference {
  /// Whoever a message reaches.
  package static let reached = Reference("informants", "volunteers", "members", "watch")
}

extension FieldType where Value == String {
  /// A message by its code.
  package static let messageCode = FieldType(
    entry: .reference(Reference(Message.file)), expected: .oneOfTheList,
    parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 })
}
