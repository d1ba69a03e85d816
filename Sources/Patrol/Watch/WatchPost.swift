import Records
import Wording

/// A post of the watch force (R14–R16): who keeps an eye on a unit, a public place, a special trade,
/// or looks after a park, a petrol station, a car or bicycle park.
package struct WatchPost: Hashable, Sendable, Registered {
  package let code: String
  package let name: String
  package let pinyin: String
  package let kind: WatchKind
  package let unit: String
  package let address: String
  /// Who answers for the post.
  package let head: String
  package let phone: String?
  package let required: Int
  package let actual: Int
  package let caretakers: String
  package let hours: [HourSpan]
  package let hasArmbands: Bool
  package let until: Day?
  package let remark: String

  package static let file = "watch"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code, also: ["编号"])
  package static let name: Field<Self, String> = Field(
    "Name", \.name, .line, .name, also: ["单位名称", "场所名称", "单位/场所名称", "守望点"])
  package static let pinyin: Field<Self, String> = Field("Pinyin", \.pinyin, .prose, .pinyin)
  package static let kind: Field<Self, WatchKind> = Field(
    "Kind", \.kind, .choice, Phrase("类别", "類別", "Kind"))
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .unit, .unit, also: ["所属单位", "辖区", "乡镇", "街道"])
  package static let address: Field<Self, String> = Field(
    "Address", \.address, .prose, Phrase("地址", "地址", "Address"))
  package static let head: Field<Self, String> = Field(
    "Head", \.head, .prose, Phrase("负责人", "負責人", "In charge"))
  package static let phone: Field<Self, String?> = Field(
    optional: "Phone", \.phone, .phone, .phone, also: Headings.phone)
  package static let required: Field<Self, Int> = Field(
    "Required", \.required, .count(0...9999), Phrase("应配", "應配", "Required"),
    also: ["应配人数"])
  package static let actual: Field<Self, Int> = Field(
    "Actual", \.actual, .count(0...9999), Phrase("实配", "實配", "Actual"), also: ["实配人数"])
  package static let caretakers: Field<Self, String> = Field(
    "Caretakers", \.caretakers, .prose, Phrase("看护人员", "看護人員", "Caretakers"),
    also: ["保卫人员", "保安人员"])
  package static let hours: Field<Self, [HourSpan]> = Field(
    "Hours", \.hours, .hours, .hours, also: Headings.hours)
  package static let hasArmbands: Field<Self, Bool> = Field(
    "Armbands", \.hasArmbands, .flag, Phrase("红袖标", "紅袖標", "Armbands"), also: ["袖标"])
  package static let until: Field<Self, Day?> = Field(
    optional: "Until", \.until, .day, .until, also: ["止"])
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "WatchPost", Phrase("守望力量", "守望力量", "Watch force"),
    WatchPost.init(
      code:name:pinyin:kind:unit:address:head:phone:required:actual:caretakers:hours:hasArmbands:
      until:remark:), Self.code, Self.name, Self.pinyin, Self.kind, Self.unit, Self.address,
    Self.head, Self.phone, Self.required, Self.actual, Self.caretakers, Self.hours,
    Self.hasArmbands, Self.until, Self.remark)

  package static let layout = RegisterLayout(
    .things, numbering: .ofStation(letter: "W"), name: Self.name, place: Self.unit,
    end: Self.until, reading: Self.pinyin,
    asked: FieldList(
      Self.kind, Self.name, Self.required, Self.actual, Self.caretakers, Self.head, Self.phone,
      Self.address, Self.hours, Self.hasArmbands, Self.unit, Self.until, Self.pinyin, Self.remark,
      Self.code),
    listed: FieldList(
      Self.kind, Self.required, Self.actual, Self.caretakers, Self.head, Self.phone, Self.hours)
  ) { about in
    [
      Self.kind.says("unit"), Self.unit.says(about.unit), Self.required.says("1"),
      Self.actual.says("1"),
    ]
  }

  package var named: Named { Named(code, name) }
}

package enum WatchKind: String, Choice {
  case unit, venue, trade, park, petrol, cars, bicycles
  package static let table = "watch"

  package var label: Phrase {
    switch self {
    case .unit: Phrase("单位保卫", "單位保衛", "Unit guard")
    case .venue: Phrase("公共场所", "公共場所", "Public place")
    case .trade: Phrase("特种行业", "特種行業", "Special trade")
    case .park: Phrase("公园", "公園", "Park")
    case .petrol: Phrase("加油站", "加油站", "Petrol station")
    case .cars: Phrase("停车场", "停車場", "Car park")
    case .bicycles: Phrase("非机动车寄存点", "非機動車寄存點", "Bicycle park")
    }
  }

  /// Whether the order wants a caretaker there by name (R16).
  package var needsCaretaker: Bool {
    switch self {
    case .park, .petrol, .cars, .bicycles: true
    case .unit, .venue, .trade: false
    }
  }
}
