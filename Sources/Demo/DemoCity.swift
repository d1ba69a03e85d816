import Patrol
import Records

/// A made-up county-level city to try everything on: registers and 70 days of both books up to now.
///
/// The plates and phones in it can't exist (豫Z…, 100…); the station says that it is a demo.
package struct DemoCity {
  package let station: Station
  package private(set) var units: [Unit] = []
  package private(set) var teams: [Team] = []
  package private(set) var members: [String: [Member]] = [:]
  package let officers: [Officer]
  package private(set) var routes: [Route] = []
  let now: Stamp
  private(set) var dice: Dice
  private let reading: (String) -> String

  /// - Parameters:
  ///   - now: up to when the books are kept.
  ///   - reading: the pinyin of a name.
  package init(now: Stamp, seed: Int, reading: @escaping (String) -> String) throws {
    (self.now, dice, self.reading) = (now, Dice(seed: seed), reading)
    let today = now.moment.day
    station = try .made("QSP", "青石派出所", "景川市", onDuty: Named("P-001", "王警官"), seed: seed) {
      $0.campaignFrom = today - 23
      $0.campaignTo = today + 46
      $0.sanitationDeclared = 30
      $0.taxiDeclared = 12
    }
    let names = [("P-001", "王警官"), ("P-002", "李警官"), ("P-003", "张警官"), ("P-004", "赵警官")]
    officers = try names.map { code, name in
      try Officer.schema.make {
        $0.code = code
        $0.name = name
        $0.pinyin = reading(name)
        $0.unit = "QSP"
      }
    }
    try makeUnits()
    try makeTeams()
    routes = try madeRoutes()
  }

  private mutating func makeUnits() throws {
    try add("JC", "景川市", .city, "", "")
    try add("JCG", "景川市公安局", .bureau, "JC", "")
    for township in DemoNames.townships {
      let police = township.code + "P"
      try add(police, Self.police(of: township.name), .station, "JCG", "")
      try add(
        township.code, township.name, township.isUrban ? .subdistrict : .township, "JC", police)
      for (index, name) in township.below.enumerated() {
        let kind: UnitKind = name.hasSuffix("社区") ? .community : .village
        try add("\(township.code)-\(digits(index + 1, 2))", name, kind, township.code, police)
      }
    }
  }

  private mutating func add(
    _ code: String, _ name: String, _ kind: UnitKind, _ parent: String, _ station: String
  ) throws {
    let unit = try Unit.schema.make {
      $0.code = code
      $0.name = name
      $0.pinyin = reading(name)
      $0.kind = kind
      $0.parent = parent
      $0.station = station
    }
    units.append(unit)
  }

  private static func police(of township: String) -> String { township.prefix(2) + "派出所" }

  private mutating func makeTeams() throws {
    try add("JC-1", "一中队", .city, "JC", "市政法委", "景川市公安局", count: 40, floor: 40)
    try add("JC-2", "二中队", .city, "JC", "市政法委", "景川市公安局", count: 38, floor: 40)
    for township in DemoNames.townships {
      let count =
        township.code == "SQ" ? 13 : township.code == "DG" ? 18 : 15 + dice.pick([0, 0, 1])
      let police = Self.police(of: township.name)
      try add(
        township.code, township.name + "专职队", .township, township.code, township.name, police,
        count: count)
      for (index, name) in township.below.enumerated() {
        let code = "\(township.code)-\(digits(index + 1, 2))"
        let size = name == "王庄村" ? 4 : 5 + dice.pick([0, 0, 0, 1, 2])
        try add(
          code, name + "队", .village, code, township.name + "综治中心", police, count: size)
      }
    }
  }

  private mutating func add(
    _ code: String, _ name: String, _ tier: Tier, _ unit: String, _ establishedBy: String,
    _ managedBy: String, count: Int, floor: Int? = nil
  ) throws {
    let isUrban = tier == .city || code.hasPrefix("DG") || code.hasPrefix("BG")
    let officer = tier == .village ? "P-00\(dice.pick([2, 3, 4]))" : nil
    let route = isUrban ? dice.pick(DemoNames.urbanRoutes) : dice.pick(DemoNames.ruralRoutes)
    let team = try Team.schema.make {
      $0.code = code
      $0.name = name
      $0.pinyin = reading(name)
      $0.tier = tier
      $0.unit = unit
      $0.establishedBy = establishedBy
      $0.managedBy = managedBy
      $0.officer = officers.first { $0.code == officer }?.named
      $0.floor = floor
      let ofCity = ["street", "busy", "complex"]
      $0.focus =
        tier == .city
        ? ofCity + ["shop", "public"]
        : isUrban ? ["compound", "shop", "alley"] : ["transformer", "vehicle", "livestock"]
      $0.route = route
      $0.since = now.moment.day - 300
    }
    teams.append(team)
    members[code] = try (1...count).map { try member(code, $0, tier) }
  }

  private mutating func member(_ team: String, _ number: Int, _ tier: Tier) throws -> Member {
    var name = String(dice.pick(DemoNames.surnames)) + dice.pick(DemoNames.given)
    var pinyin = reading(name)
    if team == "QS-04", (3...5).contains(number) { (name, pinyin) = DemoNames.rare[number - 3] }
    return try Member.schema.make {
      $0.code = "\(team)-\(digits(number, 3))"
      $0.name = name
      $0.pinyin = pinyin
      $0.team = team
      $0.post = number == 1 ? .leader : number == 2 ? .deputy : .member
      $0.service = tier == .village && number > 1 ? .part : .full
      $0.phone = "100" + digits(Int.random(in: 0..<100_000_000, using: &dice), 8)
      if tier == .village {
        let usual = dice.pick(["cadre", "family", "volunteer", "activist"])
        let fifth = ["coordinator", "guard", "patroller", "informant"][teams.count % 4]
        $0.background = number == 5 ? fifth : usual
      }
      $0.since = now.moment.day - 300 + Int.random(in: 0..<200, using: &dice)
    }
  }

  func read(_ name: String) -> String { reading(name) }

  package func roster() throws -> [RosterLine] {
    let courses = Dictionary(
      routes.map { ($0.team, $0.code) }, uniquingKeysWith: { first, _ in first })
    return try teams.filter { $0.code != "BY-02" }.map { team in
      try RosterLine.schema.make {
        $0.code = "R-\(team.code)"
        $0.team = team.code
        $0.weekdays = (1...7).map(String.init)
        ($0.from, $0.to) = shift(of: team.code)
        $0.route = team.route
        $0.course = courses[team.code]
      }
    }
  }

  /// Tomorrow a leader is away: who signs in their place.
  package var deputy: (team: Named, person: Named, day: Day)? {
    guard let deputy = members["QS-02"]?.first(where: { $0.post == .deputy }),
      let team = teams.first(where: { $0.code == deputy.team })
    else { return nil }
    return (team.named, deputy.named, now.moment.day + 1)
  }
}
