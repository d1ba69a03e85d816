import Records
import Wording

/// Whose directory this is, and what the order left to be settled: `station.rec`.
package struct Station: Hashable, Sendable {
  package let format: Int
  package let unit: String
  package let name: String
  package let city: String
  package let language: String
  /// A theme's name, or `automaticTheme`.
  package let theme: String
  package let campaignFrom: Day?
  package let campaignTo: Day?
  /// Minute of the day at which a patrol day ends and the next begins.
  package let rollover: Int
  package let cityFloor: Int
  package let townshipFloor: Int
  package let villageFloor: Int
  package let crewFloor: Int
  /// Hours after the rollover in which an entry still counts as made on the day.
  package let grace: Int
  /// Hours after which a patrol that set out is due back.
  package let patrolHours: Int
  package let onDuty: Named?
  package let isDemo: Bool
  /// Whether identity numbers may be written down at all (R28).
  package let identityNumbers: Bool
  /// Days that a person who has left stays in the registers.
  package let keepsLeft: Int?
  /// Days that the log of who looked at personal data is kept.
  package let keepsAccess: Int?
  /// Minutes that a patrol may begin late or end early.
  package let tolerance: Int?
  /// How many informants there are to be, as units declared them (A22).
  package let sanitationDeclared: Int?
  package let taxiDeclared: Int?

  package static let file = "station.rec"
  /// The theme while nobody has chosen one: by the background of the terminal.
  package static let automaticTheme = "auto"

  /// Fields that are settled when the directory is made: registers and books stand under the unit's
  /// code.
  package static let fixed: Set = ["Format", "Unit", "Demo"]

  package static let format: Field<Self, Int> = Field(
    "Format", \.format, .count(1...999), Phrase("格式", "格式", "Format"))
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .key, Phrase("单位代号", "單位代號", "Unit"))
  package static let name: Field<Self, String> = Field(
    "Name", \.name, .line, Phrase("单位名称", "單位名稱", "Name"))
  package static let city: Field<Self, String> = Field(
    "City", \.city, .line, Phrase("市（县）", "市（縣）", "City"))
  package static let language: Field<Self, String> = Field(
    "Language", \.language, .code("language"), Phrase("语言", "語言", "Language"))
  package static let theme: Field<Self, String> = Field(
    "Theme", \.theme, .code("theme"), Phrase("配色", "配色", "Theme"))
  package static let campaignFrom: Field<Self, Day?> = Field(
    optional: "CampaignFrom", \.campaignFrom, .day, Phrase("专项起", "專項起", "Campaign from"))
  package static let campaignTo: Field<Self, Day?> = Field(
    optional: "CampaignTo", \.campaignTo, .day, Phrase("专项止", "專項止", "Campaign to"))
  package static let rollover: Field<Self, Int> = Field(
    "Rollover", \.rollover, .clock, Phrase("巡防日起点", "巡防日起點", "Day begins"))
  package static let cityFloor: Field<Self, Int> = Field(
    "CityFloor", \.cityFloor, .count(0...9999), Phrase("市级编制", "市級編制", "City floor"))
  package static let townshipFloor: Field<Self, Int> = Field(
    "TownshipFloor", \.townshipFloor, .count(0...999), Phrase("乡镇下限", "鄉鎮下限", "Township floor"))
  package static let villageFloor: Field<Self, Int> = Field(
    "VillageFloor", \.villageFloor, .count(0...99), Phrase("村组下限", "村組下限", "Village floor"))
  package static let crewFloor: Field<Self, Int> = Field(
    "CrewFloor", \.crewFloor, .count(1...20), Phrase("单次最少人数", "單次最少人數", "Smallest crew"))
  package static let grace: Field<Self, Int> = Field(
    "Grace", \.grace, .count(0...24), Phrase("补记宽限（小时）", "補記寬限（小時）", "Grace, hours"))
  package static let patrolHours: Field<Self, Int> = Field(
    "PatrolHours", \.patrolHours, .count(1...16),
    Phrase("应归时限（小时）", "應歸時限（小時）", "Due back, hours"))
  package static let onDuty: Field<Self, Named?> = Field(
    optional: "OnDuty", \.onDuty, .person, Phrase("值班民警", "值班民警", "On duty"))
  package static let isDemo: Field<Self, Bool> = Field(
    "Demo", \.isDemo, .flag, Phrase("演示数据", "演示資料", "Demo"))
  package static let identityNumbers: Field<Self, Bool> = Field(
    "IdentityNumbers", \.identityNumbers, .flag,
    Phrase("登记身份证号", "登記身份證號", "Identity numbers"))
  package static let keepsLeft: Field<Self, Int?> = Field(
    optional: "KeepsLeft", \.keepsLeft, .count(1...3650),
    Phrase("离队资料保存（天）", "離隊資料保存（天）", "Keeps who left, days"),
    hint: .emptyMeans(365))
  package static let keepsAccess: Field<Self, Int?> = Field(
    optional: "KeepsAccess", \.keepsAccess, .count(1...3650),
    Phrase("查看记录保存（天）", "查看記錄保存（天）", "Keeps the access log, days"),
    hint: .emptyMeans(730))
  package static let tolerance: Field<Self, Int?> = Field(
    optional: "Tolerance", \.tolerance, .count(0...240),
    Phrase("到岗宽限（分）", "到崗寬限（分）", "Tolerance, minutes"), hint: .emptyMeans(15))
  package static let sanitationDeclared: Field<Self, Int?> = Field(
    optional: "SanitationDeclared", \.sanitationDeclared, .count(0...99999),
    Phrase("环卫信息员应有", "環衛資訊員應有", "Sanitation declared"))
  package static let taxiDeclared: Field<Self, Int?> = Field(
    optional: "TaxiDeclared", \.taxiDeclared, .count(0...99999),
    Phrase("出租车信息员应有", "計程車資訊員應有", "Taxi declared"))

  package static let schema = Schema(
    "Station", Phrase("本所设置", "本所設定", "Station"),
    Station.init(
      format:unit:name:city:language:theme:campaignFrom:campaignTo:rollover:cityFloor:
      townshipFloor:villageFloor:crewFloor:grace:patrolHours:onDuty:isDemo:identityNumbers:
      keepsLeft:keepsAccess:tolerance:sanitationDeclared:taxiDeclared:), Self.format, Self.unit,
    Self.name, Self.city, Self.language, Self.theme, Self.campaignFrom, Self.campaignTo,
    Self.rollover, Self.cityFloor, Self.townshipFloor, Self.villageFloor, Self.crewFloor,
    Self.grace, Self.patrolHours, Self.onDuty, Self.isDemo, Self.identityNumbers, Self.keepsLeft,
    Self.keepsAccess, Self.tolerance, Self.sanitationDeclared, Self.taxiDeclared)

  /// Where nothing is set: a year, two years, a quarter of an hour.
  package var daysKeptAfterLeaving: Int { keepsLeft ?? 365 }
  package var daysAccessIsKept: Int { keepsAccess ?? 730 }
  package var minutesOfTolerance: Int { tolerance ?? 15 }

  /// The language of the station's own messages.
  package var spoken: Language { Language(rawValue: language) ?? .hans }

  /// Who is said to have written: the officer on duty, else the station.
  package var writer: Named { onDuty ?? Named(unit, name) }

  package func floor(_ tier: Tier) -> Int {
    switch tier {
    case .city: cityFloor
    case .township: townshipFloor
    case .village: villageFloor
    }
  }

  /// The patrol day that a moment belongs to: a night shift belongs to the day it starts.
  package func patrolDay(_ moment: Moment) -> Day { (moment + -rollover).day }

  /// Until when an entry for `day` counts as made on the day.
  package func lateAfter(_ day: Day) -> Moment { Moment(day + 1, rollover) + grace * 60 }
}

extension Phrase {
  /// What holds where nothing is set.
  fileprivate static func emptyMeans(_ value: Int) -> Phrase {
    Phrase("空着按 \(value)", "空著按 \(value)", "\(value) when empty")
  }
}

extension FieldType where Value == Int {
  /// A time of day in minutes, written `08:00`.
  package static let clock = FieldType(
    entry: .clock, expected: Phrase("时刻，如 08:00", "時刻，如 08:00", "a time such as 08:00"),
    parse: { Moment.minuteOfDay($0) }, print: Moment.clock)
}

extension FieldType where Value == Named {
  /// Somebody in a register: code and name.
  package static let person = FieldType(
    entry: .reference(.person), expected: .oneOfTheList, recType: "line", parse: { Named($0) },
    print: \.text)
  /// Somebody of a particular list: the console offers the people who come into question.
  package static func someone(_ list: Reference) -> FieldType {
    FieldType(
      entry: .reference(list), expected: .oneOfTheList, recType: "line", parse: { Named($0) },
      print: \.text)
  }
  package static let team = FieldType(
    entry: .reference(.team), expected: .oneOfTheList, recType: "line", parse: { Named($0) },
    print: \.text)
}
