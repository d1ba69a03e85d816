import Records
import Wording

/// What a directory begins with: whose it is, and its first officer.
package struct NewStation: Hashable, Sendable {
  package let name: String
  package let unit: String
  package let officerName: String
  package let officer: String
  package let city: String?
  package let kind: UnitKind

  package init(
    name: String, unit: String, officerName: String, officer: String, city: String?, kind: UnitKind
  ) {
    (self.name, self.unit, self.city, self.kind) = (name, unit, city, kind)
    (self.officerName, self.officer) = (officerName, officer)
  }

  package static let name: Field<Self, String> = Field(
    "Name", \.name, .line, Phrase("所名", "所名", "Name"))
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .key, .code)
  package static let officerName: Field<Self, String> = Field(
    "OfficerName", \.officerName, .personName, Phrase("首位民警", "首位民警", "Officer"))
  package static let officer: Field<Self, String> = Field(
    "Officer", \.officer, .key, Phrase("警号", "警號", "Number"))
  package static let city: Field<Self, String?> = Field(
    optional: "City", \.city, .line, Phrase("市（县）", "市（縣）", "City"))
  package static let kind: Field<Self, UnitKind> = Field(
    "Kind", \.kind, .choice, Phrase("类别", "類別", "Kind"))

  package static let schema = Schema(
    "NewStation", Phrase("本所和首位民警", "本所和首位民警", "Station and first officer"),
    NewStation.init(name:unit:officerName:officer:city:kind:), Self.name, Self.unit,
    Self.officerName, Self.officer, Self.city, Self.kind)

  package var first: Named { Named(officer, officerName) }

  /// Its settings: what the order says, until the county says otherwise.
  package func station(
    _ directory: DirectoryID, format: Int, language: Language
  ) throws(FieldError) -> Station {
    let identity = try Station.Identity.schema.make {
      $0.format = format
      $0.unit = unit
      $0.name = name
      $0.city = city
      $0.directory = directory
    }
    let policy = try Policy.schema.make {
      $0.unit = unit
      $0.rollover = 480
      $0.cityFloor = Policy.ordered.city
      $0.townshipFloor = Policy.ordered.township
      $0.villageFloor = Policy.ordered.village
      $0.crewFloor = 3
      $0.grace = 2
      $0.patrolHours = 3
    }
    let desk = try DeskLikes.schema.make {
      $0.unit = unit
      $0.language = language.rawValue
      $0.theme = DeskLikes.automaticTheme
      $0.onDuty = first
    }
    return Station(identity, policy, desk)
  }
}

extension Snapshot {
  /// What is known before there is a directory: nothing but the program's own tables.
  package static func beforeAll(
    codes: CodeBook, kinds: Kinds, language: Language, today: Day
  ) -> Snapshot {
    let station = Station(
      Station.Identity(
        format: 1, unit: "", name: "", city: nil, directory: DirectoryID(isDemo: false)),
      Policy(
        unit: "", campaignFrom: nil, campaignTo: nil, rollover: 480,
        cityFloor: Policy.ordered.city, townshipFloor: Policy.ordered.township,
        villageFloor: Policy.ordered.village, crewFloor: 3, grace: 2, patrolHours: 3,
        identityNumbers: false, keepsLeft: nil, keepsAccess: nil, keepsAnnex: nil, tolerance: nil,
        sanitationDeclared: nil, taxiDeclared: nil,
        leadUrgent: nil, leadPrompt: nil, leadOrdinary: nil, quietHours: [], textsAMinute: nil,
        textsADay: nil, messageSigned: nil, floorBasis: nil),
      DeskLikes(
        unit: "", language: language.rawValue, theme: DeskLikes.automaticTheme, onDuty: nil,
        idle: nil, gateway: nil, spool: nil))
    return Snapshot(station: station, codes: codes, kinds: kinds, today: today)
  }
}
