import Records
import Wording

/// Equipment issued to a team or to one of its people, until it comes back (R18).
package struct Equipment: Hashable, Sendable, Registered {
  package let code: String
  package let item: EquipmentItem
  package let team: String
  /// Whom it was issued to; nobody when it was issued to the team.
  package let person: Named?
  package let quantity: Int
  package let serial: String
  package let issued: Day
  package let by: Named?
  package let returned: Day?
  package let state: EquipmentState
  package let remark: String

  package var name: String { item.label[.hans] }
  package var pinyin: String { "" }

  package static let file = "equipment"
  package static let code: Field<Self, String> = Field(
    "Code", \.code, .key, .code, also: ["序号", "编号"])
  package static let item: Field<Self, EquipmentItem> = Field(
    "Item", \.item, .choice, Phrase("品名", "品名", "Item"), also: ["装备名称", "名称"])
  package static let team: Field<Self, String> = Field(
    "Team", \.team, .teamCode, Phrase("队伍", "隊伍", "Team"), also: Headings.team + ["领用单位"])
  package static let person: Field<Self, Named?> = Field(
    optional: "Person", \.person, .someone(.teamMember), Phrase("领用人", "領用人", "Issued to"),
    also: ["领取人"])
  package static let quantity: Field<Self, Int> = Field(
    "Quantity", \.quantity, .count(1...9999), Phrase("数量", "數量", "Quantity"))
  package static let serial: Field<Self, String> = Field(
    "Serial", \.serial, .prose, Phrase("编号", "編號", "Serial"),
    hint: Phrase("橡胶棒、对讲机须写编号", "橡膠棒、對講機須寫編號", "batons and radios go by number"),
    also: ["器材编号", "规格编号"])
  package static let issued: Field<Self, Day> = Field(
    "Issued", \.issued, .day, Phrase("发放日", "發放日", "Issued"), also: ["发放日期", "领用日期", "日期"])
  package static let by: Field<Self, Named?> = Field(
    optional: "By", \.by, .officer, Phrase("发放人", "發放人", "Issued by"))
  package static let returned: Field<Self, Day?> = Field(
    optional: "Returned", \.returned, .day, Phrase("归还日", "歸還日", "Returned"),
    also: ["归还日期"])
  package static let state: Field<Self, EquipmentState> = Field(
    "State", \.state, .choice, Phrase("状况", "狀況", "State"), also: ["完好/损坏/遗失"])
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark + ["处理"])

  package static let schema = Schema(
    "Equipment", Phrase("装备发放", "裝備發放", "Equipment"),
    Equipment.init(
      code:item:team:person:quantity:serial:issued:by:returned:state:remark:), Self.code, Self.item,
    Self.team, Self.person, Self.quantity, Self.serial, Self.issued, Self.by, Self.returned,
    Self.state, Self.remark)

  package static let layout = RegisterLayout(
    .things, numbering: .ofStation(letter: "E"), name: Self.item, place: Self.team,
    end: Self.returned, ahead: FieldList(),
    asked: FieldList(
      Self.item, Self.team, Self.quantity, Self.person, Self.serial, Self.issued, Self.by,
      Self.returned, Self.state, Self.remark, Self.code),
    listed: FieldList(
      Self.team, Self.quantity, Self.person, Self.issued, Self.returned, Self.state, Self.serial),
    usual: .today(
      Self.returned.column, called: Phrase("登记归还", "登記歸還", "Given back"),
      pinyin: "deng ji gui huan")
  ) { about in
    [
      Self.item.says("armband"), Self.team.says(about.team?.code ?? ""), Self.quantity.says("1"),
      Self.issued.says(about.today.text), Self.by.says(about.snapshot.station.onDuty?.text ?? ""),
      Self.state.says("good"),
    ]
  }

  /// Whether it is still out.
  package var isOut: Bool { returned == nil && state != .scrapped }

  /// A baton or radio goes by its number (domain study, 5.2); the person is one there is.
  package func check(in snapshot: Snapshot) throws(RegisterRefusal) {
    guard snapshot.team(team) != nil else { throw .unknownTeam(team) }
    if item.isNumbered, serial.isEmpty { throw .noSerial(item) }
    if let returned, returned < issued {
      throw .backBeforeIssue(issued: issued, returned: returned)
    }
  }
}

package enum EquipmentItem: String, Choice {
  case armband, baton, torch, uniform, radio, vest, vehicle, other
  package static let table = "equipment"

  package var label: Phrase {
    switch self {
    case .armband: Phrase("红袖标", "紅袖標", "Armband")
    case .baton: Phrase("橡胶棒", "橡膠棒", "Baton")
    case .torch: Phrase("强光手电", "強光手電", "Torch")
    case .uniform: Phrase("制服", "制服", "Uniform")
    case .radio: Phrase("对讲机", "對講機", "Radio")
    case .vest: Phrase("反光背心", "反光背心", "Vest")
    case .vehicle: Phrase("车辆", "車輛", "Vehicle")
    case .other: Phrase("其他", "其他", "Other")
    }
  }

  package var isNumbered: Bool { self == .baton || self == .radio }
}

package enum EquipmentState: String, Choice {
  case good, damaged, lost, scrapped
  package static let table = "condition"

  package var label: Phrase {
    switch self {
    case .good: Phrase("完好", "完好", "Good")
    case .damaged: Phrase("损坏", "損壞", "Damaged")
    case .lost: Phrase("遗失", "遺失", "Lost")
    case .scrapped: Phrase("报废", "報廢", "Scrapped")
    }
  }
}
