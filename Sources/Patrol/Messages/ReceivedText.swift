import FoundationEssentials
import Records
import Wording

/// A text that came in (R13): from somebody registered it is intelligence at once, under the message that it
/// answers; from anybody else it waits until somebody says whose it is.
package struct ReceivedText: Hashable, Sendable, Registered {
  package let code: String
  package let at: Moment
  /// Who sent it, where the number is that of somebody registered.
  package let from: Named?
  /// Of somebody unknown.
  package let phone: String?
  /// As it is shown: what nobody sees or what drives a terminal is marked, the end of a long one is cut.
  package let text: String
  /// The bytes as they came, in base64, where they are not those of `text`.
  package let bytes: String
  /// The message that it answers.
  package let message: String?
  /// The intelligence that it became.
  package let lead: String?
  /// Why it became none.
  package let put: String
  /// What the gateway calls it: the same one is never taken in twice.
  package let source: String

  package var name: String { text }
  package var pinyin: String { "" }

  package static let file = "replies"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code)
  package static let at: Field<Self, Moment> = Field(
    "At", \.at, .moment, Phrase("收到", "收到", "Received"))
  package static let from: Field<Self, Named?> = Field(
    optional: "From", \.from, .someone(.reached), Phrase("来自", "來自", "From"))
  package static let phone: Field<Self, String?> = Field(
    optional: "Phone", \.phone, .sender, .phone)
  package static let text: Field<Self, String> = Field(
    "Text", \.text, .prose, Phrase("内容", "內容", "Text"))
  package static let bytes: Field<Self, String> = Field(
    "Bytes", \.bytes, .base64, Phrase("原文字节", "原文位元組", "Bytes"))
  package static let message: Field<Self, String?> = Field(
    optional: "Message", \.message, .messageCode, Phrase("所答短信", "所答短信", "Answers"))
  package static let lead: Field<Self, String?> = Field(
    optional: "Lead", \.lead, .key, Phrase("情报", "情報", "Lead"))
  package static let put: Field<Self, String> = Field(
    "Put", \.put, .prose.only(.line), Phrase("不作情报", "不作情報", "No lead because"))
  package static let source: Field<Self, String> = Field(
    "Source", \.source, .line, Phrase("网关编号", "網關編號", "Gateway's number"))

  package static let schema = Schema(
    "Reply", Phrase("收件", "收件", "Received texts"),
    ReceivedText.init(code:at:from:phone:text:bytes:message:lead:put:source:), Self.code, Self.at,
    Self.from, Self.phone, Self.text, Self.bytes, Self.message, Self.lead, Self.put, Self.source)

  package static let layout = RegisterLayout(
    .things, in: .messages, numbering: .ofStation(letter: "R"), name: Self.text,
    asked: FieldList(Self.put), listed: FieldList(Self.at, Self.from, Self.message, Self.lead),
    isMade: true)

  /// All of it that can be shown, the end of a long one included.
  package var whole: String {
    Data(base64Encoded: bytes).map { $0.isEmpty ? text : ReceivedWords.whole(Array($0)) } ?? text
  }

  /// Whether nobody has said yet what it is.
  package var waits: Bool { lead == nil && put.isEmpty }
}

extension FieldType where Value == String {
  /// Who sent a text, as the network says it: a number, or letters of a service.
  static let sender = FieldType(
    entry: .phone, expected: Phrase("发来的号码", "發來的號碼", "a sender"),
    parse: { text in
      (1...40).contains(text.count) && !Unseen.isIn(text, lines: false)
        ? FieldText.clean(text) : nil
    }, print: { $0 })

  /// Bytes of any kind, or none.
  static let base64 = FieldType(
    entry: .line, expected: Phrase("base64", "base64", "base64"),
    parse: { text in
      text.utf8.allSatisfy { ShapeBytes.isBase64($0) || $0 == UInt8(ascii: "=") } ? text : nil
    }, print: { $0 })
}
