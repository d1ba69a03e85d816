import Records
import Wording

/// A made-up county-level city to try everything on: registers and 70 days of both books up to now.
///
/// The plates and phones in it can't exist (豫Z…, 100…); the station says that it is a demo.
package struct DemoCity {
  package let station: Station
  package private(set) var units: [Unit] = []
  package private(set) var teams: [Team] = []
  package private(set) var members: [String: [Member]] = [:]
  package let officers: [Officer]
  let now: Stamp
  private(set) var dice: Dice
  private let reading: (String) -> String

  /// - Parameters:
  ///   - now: up to when the books are kept.
  ///   - reading: the pinyin of a name.
  package init(now: Stamp, seed: Int, reading: @escaping (String) -> String) {
    (self.now, dice, self.reading) = (now, Dice(seed: seed), reading)
    let today = now.moment.day
    station = Station(
      .init(
        format: VolumeHeader.format, unit: "QSP", name: "青石派出所", city: "景川市", isDemo: true),
      Policy(
        unit: "QSP", campaignFrom: today - 23, campaignTo: today + 46, rollover: 480,
        cityFloor: 80, townshipFloor: 15, villageFloor: 5, crewFloor: 3, grace: 2,
        patrolHours: 3, identityNumbers: false, keepsLeft: nil, keepsAccess: nil,
        tolerance: nil, sanitationDeclared: 30, taxiDeclared: 12),
      DeskLikes(
        unit: "QSP", language: Language.hans.rawValue, theme: DeskLikes.automaticTheme,
        onDuty: Named("P-001", "王警官")))
    officers = [("P-001", "王警官"), ("P-002", "李警官"), ("P-003", "张警官"), ("P-004", "赵警官")].map {
      Officer(code: $0.0, name: $0.1, pinyin: reading($0.1), unit: "QSP", phone: nil, until: nil)
    }
    makeUnits()
    makeTeams()
  }

  private mutating func makeUnits() {
    func unit(_ code: String, _ name: String, _ kind: UnitKind, _ parent: String, _ station: String)
    {
      units.append(
        Unit(
          code: code, name: name, pinyin: reading(name), kind: kind, parent: parent,
          station: station, until: nil, sameAs: nil))
    }
    unit("JC", "景川市", .city, "", "")
    unit("JCG", "景川市公安局", .bureau, "JC", "")
    for township in DemoNames.townships {
      let police = township.code + "P"
      unit(police, township.name.prefix(2) + "派出所", .station, "JCG", "")
      unit(township.code, township.name, township.isUrban ? .subdistrict : .township, "JC", police)
      for (index, name) in township.below.enumerated() {
        let kind: UnitKind = name.hasSuffix("社区") ? .community : .village
        unit("\(township.code)-\(digits(index + 1, 2))", name, kind, township.code, police)
      }
    }
  }

  private mutating func makeTeams() {
    add("JC-1", "一中队", .city, "JC", "市政法委", "JCG", count: 40, floor: 40)
    add("JC-2", "二中队", .city, "JC", "市政法委", "JCG", count: 38, floor: 40)
    for township in DemoNames.townships {
      let count =
        township.code == "SQ" ? 13 : township.code == "DG" ? 18 : 15 + dice.pick([0, 0, 1])
      let police = township.code + "P"
      add(
        township.code, township.name + "专职队", .township, township.code, township.name, police,
        count: count)
      for (index, name) in township.below.enumerated() {
        let code = "\(township.code)-\(digits(index + 1, 2))"
        let size = name == "王庄村" ? 4 : 5 + dice.pick([0, 0, 0, 1, 2])
        add(code, name + "队", .village, code, township.name + "综治中心", police, count: size)
      }
    }
  }

  private mutating func add(
    _ code: String, _ name: String, _ tier: Tier, _ unit: String, _ establishedBy: String,
    _ managedBy: String, count: Int, floor: Int? = nil
  ) {
    let isUrban = tier == .city || code.hasPrefix("DG") || code.hasPrefix("BG")
    let focus = isUrban ? ["compound", "shop", "alley"] : ["transformer", "vehicle", "livestock"]
    let officer = tier == .village ? Named("P-00\(dice.pick([2, 3, 4]))", "") : nil
    let route = isUrban ? dice.pick(DemoNames.urbanRoutes) : dice.pick(DemoNames.ruralRoutes)
    teams.append(
      Team(
        code: code, name: name, pinyin: reading(name), tier: tier, unit: unit,
        establishedBy: establishedBy, managedBy: managedBy,
        officer: officer.map { o in officers.first { $0.code == o.code }?.named ?? o },
        floor: floor,
        focus: focus, route: route, since: now.moment.day - 300, until: nil))
    members[code] = (1...count).map { member(code, $0, tier) }
  }

  private mutating func member(_ team: String, _ number: Int, _ tier: Tier) -> Member {
    var name = String(dice.pick(DemoNames.surnames)) + dice.pick(DemoNames.given)
    var pinyin = reading(name)
    if team == "QS-04", (3...5).contains(number) { (name, pinyin) = DemoNames.rare[number - 3] }
    let post: Post = number == 1 ? .leader : number == 2 ? .deputy : .member
    let phone = "100" + digits(Int.random(in: 0..<100_000_000, using: &dice), 8)
    return Member(
      code: "\(team)-\(digits(number, 3))", name: name, pinyin: pinyin, team: team,
      post: post, service: tier == .village && number > 1 ? .part : .full,
      background: tier == .village ? dice.pick(["cadre", "family", "volunteer", "activist"]) : nil,
      phone: phone, identity: nil,
      since: now.moment.day - 300 + Int.random(in: 0..<200, using: &dice), until: nil, sameAs: nil,
      remark: "")
  }

  func read(_ name: String) -> String { reading(name) }

  package var roster: [RosterLine] {
    let courses = Dictionary(
      routes.map { ($0.team, $0.code) }, uniquingKeysWith: { first, _ in first })
    return teams.filter { $0.code != "BY-02" }.map {
      RosterLine(
        code: "R-\($0.code)", team: $0.code, weekdays: (1...7).map(String.init), from: 1200,
        to: 1320,
        route: $0.route, course: courses[$0.code], members: [], since: nil, until: nil)
    }
  }
}
