import Patrol
import Records

/// The demo city's other base registers: made up like its people, with gaps for the rules to find.
extension DemoCity {
  /// Teams of Qingshi and the city force walk routes with check points.
  func madeRoutes() throws -> [Route] {
    let points = [
      "QS": ["镇政府门前", "农机站", "柳庄桥头", "小李庄变压器", "粮站后院"],
      "QS-01": ["村口变压器", "机井台区", "养殖小区"], "QS-02": ["村口", "打谷场", "东机井"],
      "QS-03": ["变压器房", "圈舍"], "JC-1": ["汽车站广场", "人民路口", "百货大楼北门", "实验小学"],
    ]
    return try points.sorted { $0.key < $1.key }.enumerated().map { index, pair in
      let name = (teams.first { $0.code == pair.key }?.name ?? pair.key) + "夜巡线"
      return try Route.schema.make {
        $0.code = "QSP-R-\(digits(index + 1, 4))"
        $0.name = name
        $0.pinyin = read(name)
        $0.team = pair.key
        $0.points = pair.value
        $0.minutes = 100
      }
    }
  }

  /// Two leaders are unnamed, and one township has no group at all.
  package func bodies() throws -> [Body] {
    try DemoNames.townships.filter { $0.code != "LG" }.enumerated().map { index, township in
      try Body.schema.make {
        $0.code = "QSP-B-\(digits(index + 1, 4))"
        $0.unit = township.code
        $0.name = township.name + "大巡防工作领导小组"
        $0.first = person(index)
        if township.code != "SH" { $0.inCharge = person(index + 20) }
        if township.code != "BY" { $0.head = person(index) }
        $0.deputies = person(index + 20)
        $0.members = [person(index + 40), person(index + 60)].joined(separator: "、")
        $0.office = township.name + "综治中心"
        $0.director = person(index + 80)
        $0.phone = phone(700 + index)
        $0.since = today - 60
      }
    }
  }

  package func informants() throws -> [Informant] {
    let sections = ["人民路东段", "人民路西段", "建设路", "光明巷", "东关大街", "中心街", "站前广场"]
    let sanitation = try (1...24).map { number in
      try informant(number, .sanitation) {
        if number != 9 { $0.section = sections[number % sections.count] }
        // Half of them sweep in the evening, when shops are broken into.
        let isLate = number % 2 == 0 || number == 23
        $0.hours = [
          isLate
            ? HourSpan(from: 960, to: 1440)
            : number % 3 == 0 ? HourSpan(from: 240, to: 720) : HourSpan(from: 300, to: 840)
        ]
        $0.employer = "景川市环卫处"
        if number != 5 { $0.phone = phone(number) }
      }
    }
    let taxi = try (25...36).map { number in
      try informant(number, .taxi) {
        $0.hours = [
          number % 2 == 0 ? HourSpan(from: 480, to: 1200) : HourSpan(from: 1200, to: 480)
        ]
        if number != 30 { $0.vehicle = "豫Z·T\(digits(number * 37, 4))" }
        $0.employer = "景川出租公司"
        $0.phone = phone(number)
      }
    }
    return sanitation + taxi
  }

  private func informant(
    _ number: Int, _ kind: InformantKind, _ rest: (inout Filling<Informant>) -> Void
  ) throws -> Informant {
    let name = person(number + 100)
    return try Informant.schema.make {
      $0.code = "QSP-I-\(digits(number, 4))"
      $0.alias = "\(kind.label[.hans])\(digits(number, 4))"
      $0.name = name
      $0.pinyin = read(name)
      $0.kind = kind
      $0.unit = "QS"
      if number % 4 != 0 { $0.enrolled = today - 50 }
      $0.since = today - 60
      rest(&$0)
    }
  }

  package func volunteers() throws -> [Volunteer] {
    try (1...9).map { number in
      let name = person(number + 200)
      return try Volunteer.schema.make {
        $0.code = "QSP-V-\(digits(number, 4))"
        $0.name = name
        $0.pinyin = read(name)
        $0.section = number % 2 == 0 ? "中心街" : "柳庄村口"
        $0.hours = [HourSpan(from: 1140, to: 1320)]
        $0.unit = number % 2 == 0 ? "QS" : "QS-02"
        $0.phone = phone(300 + number)
        $0.since = today - 45
      }
    }
  }

  package func watch() throws -> [WatchPost] {
    let posts: [(String, WatchKind, Int, Int, String)] = [
      ("青石镇粮站", .unit, 2, 2, "值班保安两名"), ("青石信用社", .unit, 2, 2, "值班保安两名"),
      ("青石中学", .unit, 2, 1, "保安一名"), ("镇文化广场", .venue, 2, 2, "治保员两名"),
      ("青石集贸市场", .venue, 3, 2, "治保员两名"), ("顺达旅店", .trade, 1, 1, "店主"),
      ("永兴废品收购站", .trade, 1, 1, "店主"), ("青石公园", .park, 1, 0, ""),
      ("青石加油站", .petrol, 1, 1, "当班加油员"), ("车站停车场", .cars, 1, 1, "收费员"),
      ("集市自行车棚", .bicycles, 1, 1, "看车人"), ("中学自行车棚", .bicycles, 1, 0, ""),
    ]
    return try posts.enumerated().map { index, post in
      try WatchPost.schema.make {
        $0.code = "QSP-W-\(digits(index + 1, 4))"
        $0.name = post.0
        $0.pinyin = read(post.0)
        $0.kind = post.1
        $0.unit = "QS"
        $0.address = "青石镇"
        $0.head = person(index + 300)
        $0.establishedBy =
          post.1 == .unit ? "青石镇综治中心" : post.1.needsCaretaker ? "青石镇政府" : station.name
        $0.managedBy = station.name
        $0.officer = officers.dropFirst(1 + index % 3).first?.named
        $0.phone = phone(500 + index)
        ($0.required, $0.actual) = (post.2, post.3)
        $0.caretakers = post.4
        $0.hours = [HourSpan(from: 0, to: 1440)]
        $0.hasArmbands = post.3 > 0
      }
    }
  }

  /// The posts whose heads have a key: a school, a market and an inn.
  package func postsWhoSign() throws -> [WatchPost] {
    try watch().filter { ["QSP-W-0003", "QSP-W-0005", "QSP-W-0006"].contains($0.code) }
  }

  /// Each team has what its tier is to carry, but for a few.
  package func equipment() throws -> [Equipment] {
    var all: [Equipment] = []
    func issue(
      _ item: EquipmentItem, _ team: String, _ quantity: Int, serial: String = "",
      person: Named? = nil, state: EquipmentState = .good
    ) throws {
      let number = all.count + 1
      let issued = try Equipment.schema.make {
        $0.code = "QSP-E-\(digits(number, 4))"
        $0.item = item
        $0.team = team
        $0.person = person
        $0.quantity = quantity
        $0.serial = serial
        $0.issued = today - 58
        $0.by = officers.first?.named
        $0.state = state
      }
      all.append(issued)
    }
    for team in teams {
      let strength = members[team.code]?.count ?? 0
      for (index, item) in team.tier.issue.enumerated() {
        let isShort =
          team.code == "QS-03" || team.code == "SQ" && item == .baton
          || team.code == "QS" && item == .torch
        let quantity = isShort ? max(1, strength - 2) : strength
        let serial = item.isNumbered ? "\(team.code)-B\(index)01～\(digits(quantity, 2))" : ""
        try issue(item, team.code, quantity, serial: serial)
      }
    }
    try issue(.radio, "QS", 1, serial: "DJ-07", person: members["QS"]?.first?.named)
    try issue(.radio, "QS", 1, serial: "DJ-08", state: .lost)
    try issue(.vehicle, "QS", 1, serial: "豫Z·0110警")
    return all
  }

  package func funds() throws -> [Fund] {
    let entries: [(FundKind, Int, String, String)] = [
      (.granted, 12_000_000, "巡防专项经费", "市财政"), (.granted, 3_600_000, "镇配套经费", "镇财政"),
      (.spent, 1_540_000, "队员补贴", ""), (.spent, 286_050, "强光手电、红袖标", ""),
      (.spent, 98_000, "车辆燃油", ""),
    ]
    return try entries.enumerated().map { index, entry in
      try Fund.schema.make {
        $0.code = "QSP-F-\(digits(index + 1, 4))"
        $0.unit = "QS"
        $0.date = today - 50 + index * 8
        ($0.kind, $0.amount, $0.purpose, $0.source) = entry
      }
    }
  }

  /// One shortage waits for people who were found, another is left as it is for this year.
  package func deferrals() throws -> [Deferral] {
    let made: [(String, RuleID, Deferral.Decision, Int, Int, String)] = [
      ("SQ", .townshipFloor, .later, 2, 15, "镇政府已招录2人，月底到岗"),
      ("QS-03", .villageFloor, .accepted, 1, 36, "村里青壮外出，年内维持4人"),
    ]
    return try made.enumerated().compactMap { index, one in
      guard let team = teams.first(where: { $0.code == one.0 }) else { return nil }
      let (strength, due) = (members[team.code]?.count ?? 0, station.floor(team.tier))
      return try Deferral.schema.make {
        $0.code = "QSP-H-\(digits(index + 1, 4))"
        $0.text = "\(team.name) \(strength) 人，应有 \(due) 人，缺 \(due - strength) 人"
        $0.rule = one.1.rawValue
        $0.about = team.code
        ($0.decision, $0.extent, $0.due) = (one.2, one.3, today + one.4)
        $0.reason = one.5
        $0.date = today - 5
      }
    }
  }

  /// Most were trained; a village team and the newest informants were not.
  package func training() throws -> [Training] {
    let own = teams.filter { $0.code.hasPrefix("QS") && $0.code != "QS-04" }
    let others = teams.filter { !$0.code.hasPrefix("QS") && $0.code != "LG-02" }
    func course(
      _ number: Int, _ day: Day, _ topic: String, _ people: [Named]
    ) throws -> Training {
      try Training.schema.make {
        $0.code = "QSP-T-\(digits(number, 4))"
        $0.date = day
        $0.topic = topic
        $0.trainer = officers.first?.name
        $0.organiser = station.name
        $0.hours = 3
        $0.place = "镇政府会议室"
        $0.attendees = people
      }
    }
    let members = { (teams: [Team]) in teams.flatMap { self.members[$0.code] ?? [] }.map(\.named) }
    return [
      try course(1, today - 55, "巡逻要领与情况报告", members(own)),
      try course(2, today - 48, "巡防勤务与记录簿填写", members(others)),
      try course(3, today - 40, "发现与报告", informants().prefix(30).map(\.named)),
      try course(
        4, today - 33, "守望要领与报警",
        watch().dropLast(3).map(\.named) + volunteers().prefix(6).map { Named($0.code, $0.name) }),
    ]
  }

  package func exceptions() throws -> [RosterException] {
    let crew = members["QS"] ?? []
    func change(
      _ number: Int, _ team: String, _ day: Day, _ kind: ExceptionKind,
      _ rest: (inout Filling<RosterException>) -> Void = { _ in }
    ) throws -> RosterException {
      try RosterException.schema.make {
        $0.code = "QSP-X-\(digits(number, 4))"
        $0.team = team
        $0.date = day
        $0.kind = kind
        rest(&$0)
      }
    }
    return try [
      try change(1, "QS", today - 2, .swap) {
        if crew.count > 4 { ($0.out, $0.stands) = (crew[2].named, crew[3].named) }
      },
      try change(2, "QS", today + 1, .extra) {
        ($0.from, $0.to, $0.route) = (540, 690, "集市")
      },
      try change(3, "QS-02", today + 2, .off),
      try change(4, "QS-01", today - 6, .times) { ($0.from, $0.to) = Self.changed },
    ]
      + (teams.compactMap { team in extra(of: team.code).map { (team.code, $0) } }.enumerated().map
      {
        try extra($0 + 5, $1.0, $1.1.from, $1.1.to)
      })
  }

  /// A shift beside those of the roster, by its number.
  func extra(
    _ number: Int, _ team: String, _ from: Moment, _ to: Moment
  ) throws -> RosterException {
    try RosterException.schema.make {
      $0.code = "QSP-X-\(digits(number, 4))"
      $0.team = team
      $0.date = station.patrolDay(from)
      $0.kind = .extra
      ($0.from, $0.to) = (from.minuteOfDay, to.minuteOfDay)
      $0.route = teams.first { $0.code == team }?.route ?? ""
    }
  }

  // MARK: People and numbers that are nobody's

  var today: Day { now.moment.day }

  private func person(_ number: Int) -> String {
    let surnames = DemoNames.surnames
    return String(surnames[(number * 7 + 3) % surnames.count])
      + DemoNames.given[(number * 11 + 5) % DemoNames.given.count]
  }

  private func phone(_ number: Int) -> String { "1009\(digits(number * 7919 % 10_000_000, 7))" }
}
