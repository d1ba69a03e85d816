import Records
import Wording

/// Somebody looks at personal data: whose, what of it, and why (R28, P13).
package struct Looking: Hashable, Sendable {
  /// How much is looked at.
  package enum Extent: String, CaseIterable, Hashable, Sendable {
    case fields, sheet, export, annex

    package var label: Phrase {
      switch self {
      case .fields: Phrase("个人信息", "個人信息", "fields")
      case .sheet: Phrase("本人登记情况", "本人登記情況", "the sheet")
      case .export: Phrase("导出", "匯出", "a table")
      case .annex: Phrase("密封附件", "密封附件", "the sealed annex")
      }
    }
  }

  package let kind: RegisterKind
  package let codes: [String]
  package let extent: Extent
  package let why: String

  package init(_ kind: RegisterKind, _ codes: [String], at extent: Extent, why: String) {
    (self.kind, self.codes, self.extent, self.why) = (kind, codes, extent, why)
  }
}

/// A line of the access log: `access/<keeper>.rec`.
package struct Access: Hashable, Sendable {
  package let at: Stamp
  package let by: Named
  package let register: String
  package let extent: String
  package let why: String
  /// The records, between blanks; a whole register's are only counted.
  package let codes: [String]
  package let count: Int

  package init(
    at: Stamp, by: Named, register: String, extent: String, why: String, codes: [String],
    count: Int
  ) {
    (self.at, self.by, self.register, self.extent) = (at, by, register, extent)
    (self.why, self.codes, self.count) = (why, codes, count)
  }

  package static let schema = Schema(
    "Access", Phrase("查看记录", "查看記錄", "Access log"),
    Access.init(at:by:register:extent:why:codes:count:),
    Field("At", \.at, .stamp, Phrase("时间", "時間", "Time")),
    Field("By", \.by, .person, Phrase("查看人", "查看人", "By")),
    Field("Register", \.register, .key, Phrase("台账", "臺賬", "Register")),
    Field("Extent", \.extent, .key, Phrase("范围", "範圍", "Extent")),
    Field("Why", \.why, .line, Phrase("原因", "原因", "Why")),
    Field("Codes", \.codes, .codes("record"), .code),
    Field("Count", \.count, .count(0...9_999_999), Phrase("条数", "條數", "Records")))
}

extension FieldType where Value == Stamp {
  /// A second with its offset.
  package static let stamp = FieldType(
    entry: .line, expected: Phrase("时间", "時間", "a time"), parse: { Stamp($0) }, print: \.text)
}
