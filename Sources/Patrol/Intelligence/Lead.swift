import Records
import Wording

/// Something that was reported and has to be looked into until it is known what it was (R9, R20): facts in
/// neutral words, nobody's name.
///
/// How far it has come follows from its fields (`stage`) and is never written down.
package struct Lead: Hashable, Sendable, Registered {
  package let code: String
  package let facts: String
  package let reported: Moment
  package let source: LeadSource
  /// An informant by the alias.
  package let informant: Named?
  /// The page that reports it, where one does.
  package let page: PageID?
  /// The case that it belongs to, by code.
  package let incident: String?
  package let subject: LeadSubject
  package let unit: String
  package let urgency: LeadUrgency
  package let officer: Named?
  package let assigned: Moment?
  package let checked: Moment?
  /// What verifying found.
  package let findings: String
  package let outcome: LeadOutcome?
  package let closed: Moment?
  /// How whoever reported it was told.
  package let told: String
  package let remark: String
  /// Whether whom it is about lies in a sealed annex (`Annex`).
  package let hasAnnex: Bool
  /// The SHA-256 of the file as it was sealed: whoever has no key sees whether it is still the same.
  package let annexDigest: String
  /// When that was erased.
  package let annexErased: Day?

  package var name: String { facts }
  package var pinyin: String { "" }

  package static let file = "intelligence"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code, also: ["编号"])
  package static let facts: Field<Self, String> = Field(
    "Facts", \.facts, .line, Phrase("内容", "內容", "Facts"),
    hint: Phrase(
      "何时何地看到什么；不写姓名，不写评价", "何時何地看到什麼；不寫姓名，不寫評價",
      "what was seen, when, where; no names, no judgement"),
    also: ["情况", "情报内容"])
  package static let reported: Field<Self, Moment> = Field(
    "Reported", \.reported, .moment, Phrase("报告", "報告", "Reported"),
    also: ["报告时间", "收到时间"])
  package static let source: Field<Self, LeadSource> = Field(
    "Source", \.source, .choice, Phrase("来源", "來源", "Source"), also: ["来源类别"])
  package static let informant: Field<Self, Named?> = Field(
    optional: "Informant", \.informant, .someone(.informant),
    Phrase("信息员", "信息員", "Informant"),
    hint: Phrase("只写代称", "只寫代稱", "by the alias"), also: ["信息员代称"])
  package static let page: Field<Self, PageID?> = Field(
    optional: "Page", \.page, .page, Phrase("记录页", "記錄頁", "Page"),
    hint: Phrase(
      "如 QS-01.patrol 2026 No 40", "如 QS-01.patrol 2026 No 40", "such as QS-01.patrol 2026 No 40"))
  package static let incident: Field<Self, String?> = Field(
    optional: "Incident", \.incident, .incidentCode, Phrase("案件", "案件", "Case"), also: ["案件编号"])
  package static let subject: Field<Self, LeadSubject> = Field(
    "Subject", \.subject, .choice, Phrase("对象", "對象", "About"), also: ["人车物"])
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .unit, .unit, also: Headings.unit)
  package static let urgency: Field<Self, LeadUrgency> = Field(
    "Urgency", \.urgency, .choice, Phrase("缓急", "緩急", "Urgency"))
  package static let officer: Field<Self, Named?> = Field(
    optional: "Officer", \.officer, .officer, Phrase("承办", "承辦", "Officer"), also: ["承办人", "承办民警"])
  package static let assigned: Field<Self, Moment?> = Field(
    optional: "Assigned", \.assigned, .moment, Phrase("派办", "派辦", "Assigned"), also: ["派办时间"])
  package static let checked: Field<Self, Moment?> = Field(
    optional: "Checked", \.checked, .moment, Phrase("查证时间", "查證時間", "Looked into"))
  package static let findings: Field<Self, String> = Field(
    "Findings", \.findings, .prose, Phrase("查证情况", "查證情況", "What was found"),
    hint: Phrase(
      "到哪里、问谁、看到什么", "到哪裡、問誰、看到什麼", "where one went, who was asked, what was seen"),
    also: ["查证"])
  package static let outcome: Field<Self, LeadOutcome?> = Field(
    optional: "Outcome", \.outcome, .choice, Phrase("结果", "結果", "Outcome"))
  package static let closed: Field<Self, Moment?> = Field(
    optional: "Closed", \.closed, .moment, Phrase("定结果时间", "定結果時間", "Settled"))
  package static let told: Field<Self, String> = Field(
    "Told", \.told, .prose.only(.line), Phrase("告知报告人", "告知報告人", "Reporter told"),
    hint: Phrase("何时怎样告知", "何時怎樣告知", "how and when"))
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let hasAnnex: Field<Self, Bool> = Field(
    "Annex", \.hasAnnex, .flag, Phrase("密封附件", "密封附件", "Sealed annex"))
  package static let annexDigest: Field<Self, String> = Field(
    "AnnexDigest", \.annexDigest, .prose.only(.line), Phrase("附件指纹", "附件指紋", "Annex digest"))
  package static let annexErased: Field<Self, Day?> = Field(
    optional: "AnnexErased", \.annexErased, .day, Phrase("附件清除日", "附件清除日", "Annex erased"))

  package static let schema = Schema(
    "Lead", Phrase("情报信息", "情報信息", "Intelligence"),
    Lead.init(
      code:facts:reported:source:informant:page:incident:subject:unit:urgency:officer:assigned:
      checked:
      findings:outcome:closed:told:remark:hasAnnex:annexDigest:annexErased:),
    Self.code, Self.facts, Self.reported, Self.source, Self.informant, Self.page, Self.incident,
    Self.subject,
    Self.unit, Self.urgency, Self.officer, Self.assigned, Self.checked, Self.findings,
    Self.outcome, Self.closed, Self.told, Self.remark, Self.hasAnnex, Self.annexDigest,
    Self.annexErased)

  package static let layout = RegisterLayout(
    .things, in: .intelligence, numbering: .ofStation(letter: "Q"), name: Self.facts,
    place: Self.unit,
    asked: FieldList(
      Self.facts, Self.subject, Self.source, Self.informant, Self.reported, Self.unit,
      Self.urgency, Self.incident, Self.page, Self.officer, Self.assigned, Self.checked,
      Self.findings, Self.outcome, Self.closed, Self.told, Self.remark, Self.code),
    later: FieldList(
      Self.page, Self.officer, Self.assigned, Self.checked, Self.findings, Self.outcome,
      Self.closed, Self.told),
    applying: Dictionary(uniqueKeysWithValues: [
      applies(Self.informant, where: Self.source, is: [.informant])
    ]),
    listed: FieldList(Self.reported, Self.source, Self.unit, Self.officer, Self.outcome),
    nobody: nobody,
    beginning: { about in
      [
        Self.unit.says(about.unit), Self.urgency.says(LeadUrgency.prompt.rawValue),
        Self.subject.says(LeadSubject.other.rawValue),
        Self.source.says(LeadSource.public.rawValue),
      ]
    },
    warnings: { texts, snapshot in
      JudgingWords.warnings([texts[Self.facts.column], texts[Self.findings.column]], snapshot)
        + TellsWho.warnings(nobody.columns.map { texts[$0] })
    })

  /// What people see who are not told who reported it and whom it is about.
  private static let nobody = FieldList(Self.facts, Self.findings, Self.told, Self.remark)
}

extension Reference {
  package static let informant = Reference("informants")
  package static let incident = Reference("incidents")
}

extension FieldType where Value == String {
  static let incidentCode = FieldType(
    entry: .reference(.incident), expected: .oneOfTheList,
    parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 })
}

extension Lead {
  /// Refuses what can't have been so: an outcome that nobody looked for, times in the wrong order,
  /// a page that another record names.
  package func check(in snapshot: Snapshot) throws(LeadRefusal) {
    if let page, let other = snapshot.lead(about: page), other != code {
      throw .pageHasOne(page, other)
    }
    if let informant, let texts = snapshot.table(.informants).texts(informant.code),
      informant.name != snapshot.title(of: texts, .informants)
    {
      throw .informantByName(informant.code)
    }
    guard (officer == nil) == (assigned == nil) else { throw .officerAndTime }
    guard findings.isEmpty == (checked == nil) else { throw .findingsAndTime }
    guard (outcome == nil) == (closed == nil) else { throw .outcomeAndTime }
    if checked != nil, officer == nil { throw .notAssigned(code) }
    if outcome != nil, checked == nil { throw .notChecked(code) }
    var last = reported
    for moment in [assigned, checked, closed].compactMap({ $0 }) {
      guard moment >= last else { throw .wrongOrder(moment, before: last) }
      last = moment
    }
    if let officer, let assigned,
      let known = snapshot.officers.first(where: { $0.code == officer.code }),
      !known.isActive(on: snapshot.station.patrolDay(assigned))
    {
      throw .officerLeft(officer)
    }
  }
}

extension Snapshot {
  /// The code of the record about a page.
  package func lead(about page: PageID) -> String? {
    let table = table(.intelligence)
    let known = table.indexes(Lead.page.column, is: page.text).first
    return known.map { table.text(Lead.code.column, at: $0) }
  }

  /// Records that belong to a case, in the order of the register.
  package func leads(of incident: String) -> [Lead] {
    let table = table(.intelligence)
    return table.indexes(Lead.incident.column, is: incident).compactMap {
      try? Lead.schema.parse(table.texts(at: $0))
    }
  }

  /// The record itself; nil where it can't be read either.
  package func lead(_ code: String) -> Lead? { value(code, .intelligence) }
}
