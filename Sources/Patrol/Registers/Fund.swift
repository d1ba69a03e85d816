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
  package static let schema = Schema(
    "Fund", Phrase("经费", "經費", "Funds"),
    Fund.init(code:unit:date:kind:amount:purpose:source:remark:),
    Field("Code", \.code, .key, .code, also: ["序号", "编号"]),
    Field("Unit", \.unit, .unit, .unit, also: Headings.unit),
    Field("Date", \.date, .day, Phrase("日期", "日期", "Date")),
    Field("Kind", \.kind, .choice, Phrase("收支", "收支", "In or out"), also: ["类别"]),
    Field("Amount", \.amount, .money, Phrase("金额（元）", "金額（元）", "Yuan"), also: ["金额"]),
    Field("Purpose", \.purpose, .line, Phrase("用途", "用途", "For"), also: ["事由", "摘要"]),
    Field("Source", \.source, .prose, Phrase("来源", "來源", "Source"), also: ["经费来源"]),
    Field("Remark", \.remark, .prose, .remark, also: Headings.remark))

  package static let layout = RegisterLayout(
    .things, letter: "F",
    asked: ["Kind", "Amount", "Purpose", "Unit", "Date", "Source", "Remark", "Code"],
    listed: ["Date", "Kind", "Amount", "Unit", "Source"]
  ) { about in ["Unit": about.unit, "Date": about.today.text, "Kind": "granted"] }
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
