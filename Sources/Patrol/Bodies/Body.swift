import Records
import Wording

/// A leading group and its office (R1), with the two leaders who answer for the work (R17).
package struct Body: Hashable, Sendable, Registered {
  package let code: String
  package let unit: String
  package let name: String
  /// The first leader, who answers in person.
  package let first: String
  /// The deputy leader, who answers in particular.
  package let inCharge: String
  package let head: String
  package let deputies: String
  package let members: String
  package let office: String
  package let director: String
  package let phone: String?
  package let since: Day?
  package let until: Day?
  package let remark: String

  package var pinyin: String { "" }

  package static let file = "bodies"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code)
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .unit, .unit, also: Headings.unit)
  package static let name: Field<Self, String> = Field(
    "Name", \.name, .line, .name, also: ["机构名称", "组织名称", "领导小组名称"])
  package static let first: Field<Self, String> = Field(
    "First", \.first, .prose, Phrase("一把手", "一把手", "First leader"), also: ["行政一把手", "主要领导"])
  package static let inCharge: Field<Self, String> = Field(
    "InCharge", \.inCharge, .prose, Phrase("分管领导", "分管領導", "Deputy in charge"),
    also: ["主管领导", "分管负责人"])
  package static let head: Field<Self, String> = Field(
    "Head", \.head, .prose, Phrase("组长", "組長", "Head"))
  package static let deputies: Field<Self, String> = Field(
    "Deputies", \.deputies, .prose, Phrase("副组长", "副組長", "Deputies"))
  package static let members: Field<Self, String> = Field(
    "Members", \.members, .prose, Phrase("成员", "成員", "Members"))
  package static let office: Field<Self, String> = Field(
    "Office", \.office, .prose, Phrase("办公室设在", "辦公室設在", "Office at"), also: ["办公室"])
  package static let director: Field<Self, String> = Field(
    "Director", \.director, .prose, Phrase("办公室主任", "辦公室主任", "Office director"), also: ["主任"])
  package static let phone: Field<Self, String?> = Field(
    optional: "Phone", \.phone, .phone, .phone, also: Headings.phone)
  package static let since: Field<Self, Day?> = Field(
    optional: "Since", \.since, .day, Phrase("成立", "成立", "Set up"), also: ["成立日期", "成立时间"])
  package static let until: Field<Self, Day?> = Field(
    optional: "Until", \.until, .day, .until, also: ["止"])
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "Body", Phrase("领导小组", "領導小組", "Leading groups"),
    Body.init(
      code:unit:name:first:inCharge:head:deputies:members:office:director:phone:since:until:
      remark:), Self.code, Self.unit, Self.name, Self.first, Self.inCharge, Self.head,
    Self.deputies, Self.members, Self.office, Self.director, Self.phone, Self.since, Self.until,
    Self.remark)

  package static let layout = RegisterLayout(
    .things, numbering: .ofStation(letter: "B"), name: Self.name, place: Self.unit,
    since: Self.since, end: Self.until,
    asked: FieldList(
      Self.unit, Self.name, Self.first, Self.inCharge, Self.head, Self.deputies, Self.members,
      Self.office, Self.director, Self.phone, Self.since, Self.until, Self.remark, Self.code),
    listed: FieldList(Self.unit, Self.first, Self.inCharge, Self.head, Self.director, Self.phone)
  ) { about in
    [
      Self.unit.says(about.unit), Self.name.says("大巡防工作领导小组"), Self.since.says(about.today.text),
      Self.office.says(about.snapshot.station.name),
    ]
  }
}

/// Usual headings of the tables stations already have.
enum Headings {
  static let name = ["姓名", "名字", "人员姓名", "队员姓名"]
  static let phone = ["联系电话", "手机", "手机号", "手机号码", "联系方式", "电话号码"]
  static let remark = ["备注说明", "说明"]
  static let unit = ["单位名称", "所属单位", "所在单位", "辖区", "乡镇", "街道"]
  static let team = ["所属队伍", "队伍名称", "巡防队", "所在队伍"]
  static let identity = ["身份证", "身份证号", "身份证号码", "公民身份号码", "证件号码"]
  static let section = ["工作路段", "责任路段", "作业路段", "负责路段"]
  static let hours = ["作业时段", "工作时段", "工作时间", "值守时段", "看护时段", "班别"]
}

extension Phrase {
  package static let unit = Phrase("单位", "單位", "Unit")
  package static let phone = Phrase("电话", "電話", "Phone")
  package static let identity = Phrase("身份证号", "身份證號", "Identity number")
  package static let section = Phrase("路段", "路段", "Section")
  package static let hours = Phrase("时段", "時段", "Hours")
  package static let sameAs = Phrase("并入", "併入", "Merged into")
  package static let personName = Phrase("姓名", "姓名", "Name")
}
