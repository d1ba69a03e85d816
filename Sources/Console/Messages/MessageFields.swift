import Patrol
import Records
import Wording

/// What the form of a new message asks.
struct MessageFields: Sendable {
  let kind: MessageKind
  let incident: String?
  let expires: Moment?
  let template: String?
  let groups, sections, units: [String]
  let hours: [HourSpan]
  let text, signed: String

  /// People who were taken out, by code: kept in the draft, and asked by no field.
  static let without = "Without"

  static func schema(_ kind: MessageKind) -> Schema<MessageFields> {
    Schema(
      "message", kind.label,
      MessageFields.init(
        kind:incident:expires:template:groups:sections:units:hours:text:signed:),
      Field("Kind", \.kind, .choice, Patrol.Message.kind.column.label),
      Field(
        optional: "Incident", \.incident, .graveCase, Patrol.Message.incident.column.label,
        hint: Phrase(
          "三天内的命案、抢劫、抢夺和重大案件，新的在前", "三天內的命案、搶劫、搶奪和重大案件，新的在前",
          "homicide, robbery, snatching and major cases of three days, the newest first")),
      Field(
        optional: "Expires", \.expires, .moment, Patrol.Message.expires.column.label,
        hint: Phrase(
          "三天以内：月-日 时分，只写时分是最近的那一刻", "三天以內：月-日 時分，只寫時分是最近的那一刻",
          "within three days: MM-DD HHMM; HHMM alone is the next time it is that late")),
      Field(
        optional: "Template", \.template, .code(MessageTemplate.table(kind)),
        Patrol.Message.template.column.label,
        hint: Phrase("空着：自己写正文", "空著：自己寫正文", "empty: words of your own")),
      Field("Groups", \.groups, .codes(AudienceGroup.table), Patrol.Message.groups.column.label),
      Field(
        "Sections", \.sections, .pointNames, Patrol.Message.sections.column.label,
        hint: Patrol.Message.sections.column.hint),
      Field(
        "Units", \.units, .units, Patrol.Message.units.column.label,
        hint: Patrol.Message.units.column.hint),
      Field(
        "Hours", \.hours, .hours, Patrol.Message.hours.column.label,
        hint: Patrol.Message.hours.column.hint),
      Field("Text", \.text, .messageText, Patrol.Message.text.column.label),
      Field("Signed", \.signed, .line, Patrol.Message.signed.column.label))
  }
}

extension NewMessage {
  /// As far as a draft says it: shown beside the form while it is typed.
  init(_ kind: MessageKind, _ draft: Draft) {
    self.init(kind)
    func read<Value>(_ field: Field<Patrol.Message, [Value]>) -> [Value] {
      (try? field.read(draft[field.column])) ?? []
    }
    (template, incident) = (draft.said("Template"), draft.said("Incident"))
    (text, signed) = (draft["Text"], draft["Signed"])
    groups = read(Patrol.Message.groups).compactMap(AudienceGroup.init)
    (sections, units) = (read(Patrol.Message.sections), read(Patrol.Message.units))
    hours = read(Patrol.Message.hours)
    expires = Moment(draft["Expires"])
    without = Set(draft[MessageFields.without].split(separator: " ").map(String.init))
  }
}

extension Draft {
  fileprivate func said(_ name: String) -> String? { self[name].isEmpty ? nil : self[name] }
}

extension FieldType where Value == String {
  /// What is said; blanks of a template stand in it until they are filled in.
  fileprivate static let messageText = FieldType(
    entry: .line,
    expected: Phrase(
      "要说的事，不写姓名、号码；{…} 换成内容，Enter 到下一处", "要說的事，不寫姓名、號碼；{…} 換成內容，Enter 到下一處",
      "the matter, no names or numbers; words for each {…}, Enter goes to the next"),
    parse: { FieldType.line.parse($0) }, print: { $0 })

  fileprivate static let graveCase = FieldType(
    entry: .reference(.graveCase), expected: .oneOfTheList,
    parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 })
}
