import Records
import Wording

/// What the county or the city decides for a station: `register/<unit>/policy.rec`.
package struct Policy: Hashable, Sendable {
  /// The station that it is decided for.
  package let unit: String
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
  /// Whether identity numbers may be written down at all (R28).
  package let identityNumbers: Bool
  /// Days that a person who has left stays in the registers.
  package let keepsLeft: Int?
  /// Days that the log of who looked at personal data is kept.
  package let keepsAccess: Int?
  /// Days that a sealed annex stays after the outcome.
  package let keepsAnnex: Int?
  /// Minutes that a patrol may begin late or end early.
  package let tolerance: Int?
  /// How many informants there are to be, as units declared them (A22).
  package let sanitationDeclared: Int?
  package let taxiDeclared: Int?
  /// Hours after which the outcome of something reported is due, by its urgency.
  package let leadUrgent: Int?
  package let leadPrompt: Int?
  package let leadOrdinary: Int?
  /// When no prompts go out (R12).
  package let quietHours: [HourSpan]
  /// How many texts go out at most in a minute and on a day.
  package let textsAMinute: Int?
  package let textsADay: Int?
  /// Who says messages: stands before them in 【】.
  package let messageSigned: String?
  /// By which paper the floors are what they are; nil while nobody has said so.
  package let floorBasis: String?

  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .key, Phrase("单位代号", "單位代號", "Unit"))
  package static let campaignFrom: Field<Self, Day?> = Field(
    optional: "CampaignFrom", \.campaignFrom, .day, Phrase("专项起", "專項起", "Campaign from"))
  package static let campaignTo: Field<Self, Day?> = Field(
    optional: "CampaignTo", \.campaignTo, .day, Phrase("专项止", "專項止", "Campaign to"))
  package static let rollover: Field<Self, Int> = Field(
    "Rollover", \.rollover, .clock, Phrase("巡防日起点", "巡防日起點", "Day begins"))
  package static let cityFloor: Field<Self, Int> = Field(
    "CityFloor", \.cityFloor, .count(0...9999), Phrase("市级编制", "市級編制", "City establishment"))
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
  package static let keepsAnnex: Field<Self, Int?> = Field(
    optional: "KeepsAnnex", \.keepsAnnex, .count(1...3650),
    Phrase("密封附件保存（天）", "密封附件保存（天）", "Keeps sealed annexes, days"),
    hint: .emptyMeans(180))
  package static let tolerance: Field<Self, Int?> = Field(
    optional: "Tolerance", \.tolerance, .count(0...240),
    Phrase("到岗宽限（分）", "到崗寬限（分）", "Tolerance, minutes"), hint: .emptyMeans(15))
  package static let sanitationDeclared: Field<Self, Int?> = Field(
    optional: "SanitationDeclared", \.sanitationDeclared, .count(0...99999),
    Phrase("环卫信息员应有", "環衛信息員應有", "Sanitation declared"))
  package static let taxiDeclared: Field<Self, Int?> = Field(
    optional: "TaxiDeclared", \.taxiDeclared, .count(0...99999),
    Phrase("出租车信息员应有", "出租車信息員應有", "Taxi declared"))
  package static let leadUrgent: Field<Self, Int?> = Field(
    optional: "LeadUrgent", \.leadUrgent, .count(1...720),
    Phrase("立即查情报（小时）", "立即查情報（小時）", "Lead at once, hours"), hint: .emptyMeans(4))
  package static let leadPrompt: Field<Self, Int?> = Field(
    optional: "LeadPrompt", \.leadPrompt, .count(1...720),
    Phrase("当日查情报（小时）", "當日查情報（小時）", "Prompt lead, hours"), hint: .emptyMeans(24))
  package static let leadOrdinary: Field<Self, Int?> = Field(
    optional: "LeadOrdinary", \.leadOrdinary, .count(1...2160),
    Phrase("一般情报（小时）", "一般情報（小時）", "Ordinary lead, hours"), hint: .emptyMeans(168))
  package static let quietHours: Field<Self, [HourSpan]> = Field(
    "QuietHours", \.quietHours, .hours, Phrase("免打扰时段", "免打擾時段", "Quiet hours"),
    hint: Phrase("如 23-6，此间不发提示", "如 23-6，此間不發提示", "such as 23-6: no prompts then"))
  package static let textsAMinute: Field<Self, Int?> = Field(
    optional: "TextsAMinute", \.textsAMinute, .count(1...600),
    Phrase("每分钟发送（条）", "每分鐘發送（條）", "Texts a minute"), hint: .emptyMeans(30))
  package static let textsADay: Field<Self, Int?> = Field(
    optional: "TextsADay", \.textsADay, .count(1...100_000),
    Phrase("每日发送上限（条）", "每日發送上限（條）", "Texts a day"), hint: .emptyMeans(500))
  package static let messageSigned: Field<Self, String?> = Field(
    optional: "MessageSigned", \.messageSigned, .line,
    Phrase("短信署名", "短信署名", "Messages signed"))
  package static let floorBasis: Field<Self, String?> = Field(
    optional: "FloorBasis", \.floorBasis, .line,
    Phrase("编制依据", "編制依據", "Floors by"))

  package static let schema = Schema(
    "Policy", Phrase("上级规定", "上級規定", "County policy"),
    Policy.init(
      unit:campaignFrom:campaignTo:rollover:cityFloor:townshipFloor:villageFloor:crewFloor:grace:
      patrolHours:identityNumbers:keepsLeft:keepsAccess:keepsAnnex:tolerance:sanitationDeclared:
      taxiDeclared:
      leadUrgent:leadPrompt:leadOrdinary:quietHours:textsAMinute:textsADay:messageSigned:floorBasis:
    ),
    Self.unit, Self.campaignFrom, Self.campaignTo, Self.rollover, Self.cityFloor,
    Self.townshipFloor, Self.villageFloor, Self.crewFloor, Self.grace, Self.patrolHours,
    Self.identityNumbers, Self.keepsLeft, Self.keepsAccess, Self.keepsAnnex, Self.tolerance,
    Self.sanitationDeclared, Self.taxiDeclared, Self.leadUrgent, Self.leadPrompt,
    Self.leadOrdinary, Self.quietHours, Self.textsAMinute, Self.textsADay, Self.messageSigned,
    Self.floorBasis)

  /// Where nothing is set: 30 and 500.
  package var textsPerMinute: Int { textsAMinute ?? 30 }
  package var textsPerDay: Int { textsADay ?? 500 }

  /// Where nothing is set: a year, two years, a quarter of an hour.
  package var daysKeptAfterLeaving: Int { keepsLeft ?? 365 }
  package var daysAccessIsKept: Int { keepsAccess ?? 730 }
  /// Half a year.
  package var daysAnnexIsKept: Int { keepsAnnex ?? 180 }
  package var minutesOfTolerance: Int { tolerance ?? 15 }

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
  static func emptyMeans(_ value: Int) -> Phrase {
    Phrase("空着按 \(value)", "空著按 \(value)", "\(value) when empty")
  }
}

extension Policy {
  /// Whether a day lies before or after the campaign; never where nobody said when it is.
  package func isOutsideCampaign(_ day: Day) -> Bool {
    (campaignFrom.map { day < $0 } ?? false) || (campaignTo.map { day > $0 } ?? false)
  }
}
