import Records
import Wording

/// The handover of a shift, as the station's book of handovers holds it (交接班记录, B14): who hands
/// over to whom and when, who is out, everything that is open, one by one, and what is on hand.
///
/// Signed by both officers.
package struct ShiftHandover: Hashable, Sendable, Booked {
  /// Whose book this is.
  package let station: Named
  package let date: Day
  /// The shift that ends: from where the handover before ended.
  package let from, to: Moment
  package let outgoing, incoming: Named
  package let out: [StillOut]
  package let open: [HandedItem]
  /// What was counted; none where nobody counted.
  package let keys, equipment: [Tally]
  package let remark: String

  package static let kind = "handover"

  package static let station: Field<Self, Named> = Field(
    "Station", \.station, .someone(.unit), Phrase("派出所", "派出所", "Station"))
  package static let date: Field<Self, Day> = Field(
    "Date", \.date, .day, Phrase("巡防日", "巡防日", "Patrol day"))
  package static let from: Field<Self, Moment> = Field(
    "From", \.from, .moment, Phrase("本班自", "本班自", "Shift from"),
    hint: Phrase("接上一份的止", "接上一份的止", "where the one before ended"))
  package static let to: Field<Self, Moment> = Field(
    "To", \.to, .moment, Phrase("交接时间", "交接時間", "Handed over at"))
  package static let outgoing: Field<Self, Named> = Field(
    "Outgoing", \.outgoing, .someone(.officer), Phrase("交班人", "交班人", "Hands over"))
  package static let incoming: Field<Self, Named> = Field(
    "Incoming", \.incoming, .someone(.officer), Phrase("接班人", "接班人", "Takes over"))
  package static let out: Field<Self, [StillOut]> = Field(
    "Out", \.out, .stillOut, Phrase("未归队", "未歸隊", "Still out"),
    blank: Phrase("无", "無", "none"))
  package static let open: Field<Self, [HandedItem]> = Field(
    "Open", \.open, .handedItems, Phrase("未完事项", "未完事項", "Open"),
    blank: Phrase("无", "無", "none"))
  package static let keys: Field<Self, [Tally]> = Field(
    "Keys", \.keys, .tallies("key", "车钥匙 2", "車鑰匙 2", "car key 2"),
    Phrase("钥匙", "鑰匙", "Keys"), blank: .notCounted)
  package static let equipment: Field<Self, [Tally]> = Field(
    "Equipment", \.equipment, .tallies(EquipmentItem.table, "对讲机 6", "對講機 6", "radio 6"),
    Phrase("装备", "裝備", "Equipment"), blank: .notCounted)
  package static let remark: Field<Self, String> = Field("Remark", \.remark, .prose, .remark)

  package static let schema = Schema(
    kind, Phrase("交接班记录", "交接班記錄", "Shift handover"),
    ShiftHandover.init(
      station:date:from:to:outgoing:incoming:out:open:keys:equipment:remark:), Self.station,
    Self.date, Self.from, Self.to, Self.outgoing, Self.incoming, Self.out, Self.open, Self.keys,
    Self.equipment, Self.remark)

  package static let layout = PageLayout(
    Phrase("交接班记录簿", "交接班記錄簿", "Shift Handover Book"),
    called: Phrase("交接班", "交接班", "shift handover"), cover: "交接班记录簿",
    owner: Self.station, day: Self.date, start: Self.to, writer: Self.outgoing,
    fixed: FieldList(Self.from, Self.to, Self.outgoing, Self.incoming, Self.out, Self.open),
    signers: [
      Signer(.outgoing, .named(Self.outgoing.column)),
      Signer(.incoming, .named(Self.incoming.column)),
    ],
    hands: Self.open, takesOver: Self.incoming,
    asked: FieldList(
      Self.outgoing, Self.incoming, Self.to, Self.from, Self.keys, Self.equipment, Self.remark),
    listed: FieldList(Self.to, Self.outgoing, Self.incoming, Self.remark),
    pinyin: "ji jiao jie ban", bookPinyin: "jiao jie ban ji lu bu"
  ) { about in
    [
      Self.station.says(about.snapshot.ownSide.text), Self.to.says(about.now.text),
      Self.outgoing.says(about.snapshot.station.onDuty?.text ?? ""),
    ]
  }
}

extension Snapshot {
  /// The station itself, as pages name it.
  package var ownSide: Named { side(station.unit) ?? Named(station.unit, station.name) }
}

extension Phrase {
  fileprivate static let notCounted = Phrase("未清点", "未清點", "not counted")
}
