/// A station small enough to be known by heart: three teams, the fewest members, no page yet.
///
/// 𮯰 (Ext I) and 𱍐 (Ext H) are characters that few terminals draw; 𠮷野 is not 吉野.
enum SmallCity {
  static let files = [
    "station.rec": station, "register/QSP/units.rec": units, "register/QSP/teams.rec": teams,
    "register/QSP/members.rec": members, "register/QSP/officers.rec": officers,
  ]

  /// All settings in one, as older directories have them.
  private static let station = """
    Format: 2
    Unit: QSP
    Name: 青石派出所
    City: 景川市
    Directory: demo-5be1c0ffee00000000000000000000a1
    Language: zh-Hans
    Theme: dark
    Rollover: 08:00
    CityFloor: 80
    TownshipFloor: 15
    VillageFloor: 5
    CrewFloor: 3
    Grace: 2
    PatrolHours: 3
    OnDuty: P-001 王警官

    """

  /// The same settings, each group in its own file.
  static let settings = [
    "station.rec": """
    %rec: Station

    Format: 2
    Unit: QSP
    Name: 青石派出所
    City: 景川市
    Directory: demo-5be1c0ffee00000000000000000000a1

    """,
    "register/QSP/policy.rec": """
    %rec: Policy

    Unit: QSP
    Rollover: 08:00
    CityFloor: 80
    TownshipFloor: 15
    VillageFloor: 5
    CrewFloor: 3
    Grace: 2
    PatrolHours: 3

    """,
    "register/QSP/desk.rec": """
    %rec: Desk

    Unit: QSP
    Language: zh-Hans
    Theme: dark
    OnDuty: P-001 王警官

    """,
  ]

  private static let units = """
    %rec: Unit

    Code: JC
    Name: 景川市
    Kind: city

    Code: QS
    Name: 青石镇
    Pinyin: qing shi zhen
    Kind: township
    Parent: JC
    Station: QSP

    Code: QS-01
    Name: 高庄村
    Pinyin: gao zhuang cun
    Kind: village
    Parent: QS
    Station: QSP

    Code: QS-02
    Name: 柳庄村
    Pinyin: liu zhuang cun
    Kind: village
    Parent: QS
    Station: QSP

    """

  private static let teams = """
    %rec: Team

    Code: QS
    Name: 青石镇专职队
    Pinyin: qing shi zhen zhuan zhi dui
    Tier: township
    Unit: QS
    Floor: 3
    Focus: transformer livestock
    Route: 柳庄—小李庄公路

    Code: QS-01
    Name: 高庄村队
    Pinyin: gao zhuang cun dui
    Tier: village
    Unit: QS-01
    Focus: transformer
    Route: 村口、机井台区

    Code: QS-02
    Name: 柳庄村队
    Pinyin: liu zhuang cun dui
    Tier: village
    Unit: QS-02
    Route: 村口

    """

  private static let officers = """
    %rec: Officer

    Code: P-001
    Name: 王警官
    Pinyin: wang jing guan
    Unit: QSP

    Code: P-002
    Name: 李警官
    Pinyin: li jing guan
    Unit: QSP

    """

  private static let members: String = [
    ("QS-001", "周建林", "zhou jian lin", "QS", "leader", "10012345678"),
    ("QS-002", "𮯰某", "kuo mou", "QS", "member", ""), ("QS-003", "𱍐某", "bi mou", "QS", "member", ""),
    ("QS-004", "单雄", "shan xiong", "QS", "member", ""),
    ("QS-01-001", "高有福", "gao you fu", "QS-01", "leader", ""),
    ("QS-01-002", "𠮷野", "ji ye", "QS-01", "member", ""),
    ("QS-01-003", "吉野", "ji ye", "QS-01", "member", ""),
    ("QS-01-004", "高大山", "gao da shan", "QS-01", "member", ""),
    ("QS-01-005", "高小山", "gao xiao shan", "QS-01", "member", ""),
    ("QS-02-001", "柳得水", "liu de shui", "QS-02", "leader", ""),
  ].map { code, name, pinyin, team, post, phone in
    "Code: \(code)\nName: \(name)\nPinyin: \(pinyin)\nTeam: \(team)\nPost: \(post)\nService: part\n"
      + (phone.isEmpty ? "" : "Phone: \(phone)\n")
  }.joined(separator: "\n")
}
