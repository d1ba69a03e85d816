import Records
import Wording

/// A text that goes to many (R12, R13): what it says, to whom by which choice, and for a look-out which case,
/// who approved it and until when it holds.
///
/// Whom it went to stands in `Sending`, one by one; how far it has come follows from those.
package struct Message: Hashable, Sendable, Registered {
  package let code: String
  package let kind: MessageKind
  /// A code of the table `prompt` or `lookout`; nil for words of one's own.
  package let template: String?
  /// Without the signature that stands before it.
  package let text: String
  /// Who says it: stands before the text in 【】.
  package let signed: String
  package let at: Moment
  package let by: Named
  /// Codes of `AudienceGroup`.
  package let groups: [String]
  package let sections: [String]
  package let units: [String]
  /// Whose hours touch one of these; empty for everybody.
  package let hours: [HourSpan]
  /// The case of a look-out.
  package let incident: String?
  package let approver: Named?
  package let approved: Moment?
  /// Until when a look-out holds.
  package let expires: Moment?
  /// Who approved the last time it was made longer, and when; the first approval stays.
  package let extendedBy: Named?
  package let extended: Moment?
  /// When it was stood down.
  package let ended: Moment?
  package let endedBy: Named?
  /// The look-out that a stand-down is about.
  package let about: String?
  package let remark: String

  package var name: String { text }
  package var pinyin: String { "" }

  package static let file = "messages"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code, also: ["编号"])
  package static let kind: Field<Self, MessageKind> = Field(
    "Kind", \.kind, .choice, Phrase("类别", "類別", "Kind"))
  package static let template: Field<Self, String?> = Field(
    optional: "Template", \.template, .key, Phrase("模板", "模板", "Template"))
  package static let text: Field<Self, String> = Field(
    "Text", \.text, .line, Phrase("正文", "正文", "Text"),
    hint: Phrase("写事，不写姓名、号码", "寫事，不寫姓名、號碼", "the matter; no names, no numbers"))
  package static let signed: Field<Self, String> = Field(
    "Signed", \.signed, .line, Phrase("署名", "署名", "Signed"))
  package static let at: Field<Self, Moment> = Field(
    "At", \.at, .moment, Phrase("时间", "時間", "Time"))
  package static let by: Field<Self, Named> = Field(
    "By", \.by, .someone(.officer), Phrase("拟发", "擬發", "By"))
  package static let groups: Field<Self, [String]> = Field(
    "Groups", \.groups, .codes(AudienceGroup.table), Phrase("人员", "人員", "People"))
  package static let sections: Field<Self, [String]> = Field(
    "Sections", \.sections, .pointNames, Phrase("路段", "路段", "Sections"),
    hint: Phrase("空着：不分路段", "空著：不分路段", "empty: any section"))
  package static let units: Field<Self, [String]> = Field(
    "Units", \.units, .units, Phrase("单位", "單位", "Units"),
    hint: Phrase("空着：不分单位", "空著：不分單位", "empty: any unit"))
  package static let hours: Field<Self, [HourSpan]> = Field(
    "Hours", \.hours, .hours, Phrase("在岗", "在崗", "On duty"),
    hint: Phrase("如 20-23；空着：不分时段", "如 20-23；空著：不分時段", "such as 20-23; empty: any hour"))
  package static let incident: Field<Self, String?> = Field(
    optional: "Incident", \.incident, .incidentCode, Phrase("案件", "案件", "Case"))
  package static let approver: Field<Self, Named?> = Field(
    optional: "Approver", \.approver, .someone(.officer), Phrase("批准", "批准", "Approved by"))
  package static let approved: Field<Self, Moment?> = Field(
    optional: "Approved", \.approved, .moment, Phrase("批准时间", "批准時間", "Approved at"))
  package static let expires: Field<Self, Moment?> = Field(
    optional: "Expires", \.expires, .moment, Phrase("有效至", "有效至", "Holds until"))
  package static let extendedBy: Field<Self, Named?> = Field(
    optional: "ExtendedBy", \.extendedBy, .someone(.officer), Phrase("延期批准", "延期批准", "Extended by"))
  package static let extended: Field<Self, Moment?> = Field(
    optional: "Extended", \.extended, .moment, Phrase("延期时间", "延期時間", "Extended at"))
  package static let ended: Field<Self, Moment?> = Field(
    optional: "Ended", \.ended, .moment, Phrase("撤控时间", "撤控時間", "Stood down at"))
  package static let endedBy: Field<Self, Named?> = Field(
    optional: "EndedBy", \.endedBy, .someone(.officer), Phrase("撤控", "撤控", "Stood down by"))
  package static let about: Field<Self, String?> = Field(
    optional: "About", \.about, .key, Phrase("所撤布控", "所撤布控", "Look-out stood down"))
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "Message", Phrase("短信", "短信", "Messages"),
    Message.init(
      code:kind:template:text:signed:at:by:groups:sections:units:hours:incident:approver:approved:
      expires:extendedBy:extended:ended:endedBy:about:remark:),
    Self.code, Self.kind, Self.template, Self.text, Self.signed, Self.at, Self.by, Self.groups,
    Self.sections, Self.units, Self.hours, Self.incident, Self.approver, Self.approved,
    Self.expires, Self.extendedBy, Self.extended, Self.ended, Self.endedBy, Self.about, Self.remark)

  package static let layout = RegisterLayout(
    .things, in: .messages, numbering: .ofStation(letter: "M"), name: Self.text,
    asked: FieldList(Self.remark),
    listed: FieldList(Self.at, Self.kind, Self.by, Self.expires, Self.ended), isMade: true)

  /// As it goes out: who says it, and what.
  package var whole: String { "【\(signed)】\(text)" }

  /// Whether it is a look-out that nobody stood down.
  package var isOpen: Bool { kind == .lookout && ended == nil }
}

extension FieldType where Value == [String] {
  /// Units by code, between commas.
  package static let units = FieldType<String>(
    entry: .references(.unit), expected: Phrase("单位代号", "單位代號", "codes of units"),
    parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 }
  ).list(entry: .references(.unit))
}
