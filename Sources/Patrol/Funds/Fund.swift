import Records
import Wording

/// Money granted or spent for the patrol, as a plain entry (R18).
package struct Fund: Hashable, Sendable, Registered {
  package let code: String
  package let unit: String
  package let date: Day
  package let kind: FundKind
  /// In fen.
  package let amount: Int
  package let purpose: String
  package let source: String
  package let remark: String

  package var name: String { purpose }
  package var pinyin: String { "" }

  package static let file = "funds"
  package static let code: Field<Self, String> = Field(
    "Code", \.code, .key, .code, also: ["序号", "编号"])
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .unit, .unit, also: Headings.unit)
  package static let date: Field<Self, Day> = Field(
    "Date", \.date, .day, Phrase("日期", "日期", "Date"))
  package static let kind: Field<Self, FundKind> = Field(
    "Kind", \.kind, .choice, Phrase("收支", "收支", "In or out"), also: ["类别"])
  package static let amount: Field<Self, Int> = Field(
    "Amount", \.amount, .money, Phrase("金额（元）", "金額（元）", "Yuan"), also: ["金额"])
  package static let purpose: Field<Self, String> = Field(
    "Purpose", \.purpose, .line, Phrase("用途", "用途", "For"), also: ["事由", "摘要"])
  package static let source: Field<Self, String> = Field(
    "Source", \.source, .prose, Phrase("来源", "來源", "Source"), also: ["经费来源"])
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "Fund", Phrase("经费", "經費", "Funds"),
    Fund.init(code:unit:date:kind:amount:purpose:source:remark:), Self.code, Self.unit, Self.date,
    Self.kind, Self.amount, Self.purpose, Self.source, Self.remark)

  package static let layout = RegisterLayout(
    .things, numbering: .ofStation(letter: "F"), name: Self.purpose, place: Self.unit,
    asked: FieldList(
      Self.kind, Self.amount, Self.purpose, Self.unit, Self.date, Self.source, Self.remark,
      Self.code),
    listed: FieldList(Self.date, Self.kind, Self.amount, Self.unit, Self.source)
  ) { about in
    [Self.unit.says(about.unit), Self.date.says(about.today.text), Self.kind.says("granted")]
  }
}

package enum FundKind: String, Choice {
  case granted, spent
  package static let table = "fund"

  package var label: Phrase {
    switch self {
    case .granted: Phrase("拨入", "撥入", "Granted")
    case .spent: Phrase("支出", "支出", "Spent")
    }
  }
}
