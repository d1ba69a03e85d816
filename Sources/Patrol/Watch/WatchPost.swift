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
  /// Who set the post up, who manages it, and the officer in charge of it (R14–R16): as of a team.
  package let establishedBy: String
  package let managedBy: String
  package let officer: Named?
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
  package static let establishedBy: Field<Self, String> = Field(
    "EstablishedBy", \.establishedBy, .prose, Phrase("设立单位", "設立單位", "Set up by"),
    also: ["组建单位"])
  package static let managedBy: Field<Self, String> = Field(
    "ManagedBy", \.managedBy, .prose, Phrase("管理单位", "管理單位", "Managed by"),
    also: ["主管单位"])
  package static let officer: Field<Self, Named?> = Field(
    optional: "Officer", \.officer, .officer, Phrase("责任民警", "責任民警", "Officer"))
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
      code:name:pinyin:kind:unit:address:head:establishedBy:managedBy:officer:phone:required:actual:
      caretakers:hours:hasArmbands:until:remark:), Self.code, Self.name, Self.pinyin, Self.kind,
    Self.unit, Self.address, Self.head, Self.establishedBy, Self.managedBy, Self.officer,
    Self.phone, Self.required, Self.actual, Self.caretakers, Self.hours,
    Self.hasArmbands, Self.until, Self.remark)

  package static let layout = RegisterLayout(
    .things, numbering: .ofStation(letter: "W"), name: Self.name, place: Self.unit,
    end: Self.until, reading: Self.pinyin, head: Self.head,
    asked: FieldList(
      Self.kind, Self.name, Self.required, Self.actual, Self.caretakers, Self.head, Self.phone,
      Self.establishedBy, Self.managedBy, Self.officer, Self.address, Self.hours, Self.hasArmbands,
      Self.unit, Self.until, Self.pinyin, Self.remark,
      Self.code),
    listed: FieldList(
      Self.kind, Self.required, Self.actual, Self.caretakers, Self.head, Self.phone, Self.hours,
      Self.managedBy, Self.officer, Self.establishedBy),
    usual: .inspected
  ) { about in
    [
      Self.kind.says("unit"), Self.unit.says(about.unit), Self.required.says("1"),
      Self.managedBy.says(about.snapshot.station.name),
      Self.officer.says(about.snapshot.station.onDuty?.text ?? ""),
    ]
  }

  package var named: Named { Named(code, name) }

  /// Who signs for it, by the post's own code; nil where nobody is named.
  package var answering: Named? { head.isEmpty ? nil : Named(code, head) }
}

extension Snapshot {
  /// A watch post in force.
  package func post(_ code: String) -> WatchPost? {
    let table = table(.watch)
    guard let index = table.index(of: code),
      let post = try? WatchPost.schema.parse(table.records[index]),
      post.until.map({ today < $0 }) ?? true
    else { return nil }
    return post
  }

  /// Every watch post in force.
  package var posts: [WatchPost] {
    table(.watch).records.compactMap { try? WatchPost.schema.parse($0) }.filter {
      $0.until.map { today < $0 } ?? true
    }
  }

  /// Who answers for a team or a watch post: its leader, or who is in charge.
  package func answers(for code: String) -> Named? {
    team(code) != nil ? leader(of: code)?.named : post(code)?.answering
  }
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
