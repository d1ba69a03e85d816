import Records

/// The demo city's other base registers: made up like its people, with gaps for the rules to find.
extension DemoCity {
  /// Teams of Qingshi and the city force walk routes with check points.
  package var routes: [Route] {
    let points = [
      "QS": ["镇政府门前", "农机站", "柳庄桥头", "小李庄变压器", "粮站后院"],
      "QS-01": ["村口变压器", "机井台区", "养殖小区"], "QS-02": ["村口", "打谷场", "东机井"],
      "QS-03": ["变压器房", "圈舍"], "JC-1": ["汽车站广场", "人民路口", "百货大楼北门", "实验小学"],
    ]
    return points.sorted { $0.key < $1.key }.enumerated().map { index, pair in
      let name = (teams.first { $0.code == pair.key }?.name ?? pair.key) + "夜巡线"
      return Route(
        code: "QSP-R-\(digits(index + 1, 4))", name: name, pinyin: read(name), team: pair.key,
        points: pair.value, minutes: 100, until: nil, remark: "")
    }
  }

  /// Two leaders are unnamed, and one township has no group at all.
  package var bodies: [Body] {
    DemoNames.townships.filter { $0.code != "LG" }.enumerated().map { index, township in
      Body(
        code: "QSP-B-\(digits(index + 1, 4))", unit: township.code,
        name: township.name + "大巡防工作领导小组", first: person(index),
        inCharge: township.code == "SH" ? "" : person(index + 20),
        head: township.code == "BY" ? "" : person(index), deputies: person(index + 20),
        members: [person(index + 40), person(index + 60)].joined(separator: "、"),
        office: township.name + "综治中心", director: person(index + 80), phone: phone(700 + index),
        since: today - 60, until: nil, remark: "")
    }
  }

  package var informants: [Informant] {
    let sections = ["人民路东段", "人民路西段", "建设路", "光明巷", "东关大街", "中心街", "站前广场"]
    let sanitation = (1...24).map { number in
      informant(
        number, .sanitation, section: number == 9 ? "" : sections[number % sections.count],
        hours: number % 3 == 0 ? [HourSpan(from: 240, to: 720)] : [HourSpan(from: 300, to: 840)],
        vehicle: "", employer: "景川市环卫处", phone: number == 5 ? nil : phone(number))
    }
    let taxi = (25...36).map { number in
      informant(
        number, .taxi, section: "",
        hours: number % 2 == 0
          ? [HourSpan(from: 480, to: 1200)] : [HourSpan(from: 1200, to: 480)],
        vehicle: number == 30 ? "" : "豫Z·T\(digits(number * 37, 4))", employer: "景川出租公司",
        phone: phone(number))
    }
    return sanitation + taxi
  }

  private func informant(
    _ number: Int, _ kind: InformantKind, section: String, hours: [HourSpan], vehicle: String,
    employer: String, phone: String?
  ) -> Informant {
    let name = person(number + 100)
    return Informant(
      code: "QSP-I-\(digits(number, 4))", alias: "\(kind.label[.hans])\(digits(number, 4))",
      name: name, pinyin: read(name), kind: kind, section: section, hours: hours,
      vehicle: vehicle, employer: employer, unit: "QS", phone: phone, identity: nil,
      enrolled: number % 4 == 0 ? nil : today - 50, since: today - 60, until: nil, sameAs: nil,
      remark: "")
  }

  package var volunteers: [Volunteer] {
    (1...9).map { number in
      let name = person(number + 200)
      return Volunteer(
        code: "QSP-V-\(digits(number, 4))", name: name, pinyin: read(name),
        section: number % 2 == 0 ? "中心街" : "柳庄村口",
        hours: [HourSpan(from: 1140, to: 1320)], unit: number % 2 == 0 ? "QS" : "QS-02",
        phone: phone(300 + number), identity: nil, since: today - 45, until: nil, sameAs: nil,
        remark: "")
    }
  }

  package var watch: [WatchPost] {
    let posts: [(String, WatchKind, Int, Int, String)] = [
      ("青石镇粮站", .unit, 2, 2, "值班保安两名"), ("青石信用社", .unit, 2, 2, "值班保安两名"),
      ("青石中学", .unit, 2, 1, "保安一名"), ("镇文化广场", .venue, 2, 2, "治保员两名"),
      ("青石集贸市场", .venue, 3, 2, "治保员两名"), ("顺达旅店", .trade, 1, 1, "店主"),
      ("永兴废品收购站", .trade, 1, 1, "店主"), ("青石公园", .park, 1, 0, ""),
      ("青石加油站", .petrol, 1, 1, "当班加油员"), ("车站停车场", .cars, 1, 1, "收费员"),
      ("集市自行车棚", .bicycles, 1, 1, "看车人"), ("中学自行车棚", .bicycles, 1, 0, ""),
    ]
    return posts.enumerated().map { index, post in
      WatchPost(
        code: "QSP-W-\(digits(index + 1, 4))", name: post.0, pinyin: read(post.0), kind: post.1,
        unit: "QS", address: "青石镇", head: person(index + 300), phone: phone(500 + index),
        required: post.2, actual: post.3, caretakers: post.4,
        hours: [HourSpan(from: 0, to: 1440)], hasArmbands: post.3 > 0, until: nil, remark: "")
    }
  }

  /// Each team has what its tier is to carry, but for a few.
  package var equipment: [Equipment] {
    var all: [Equipment] = []
    func issue(
      _ item: EquipmentItem, _ team: String, _ quantity: Int, serial: String = "",
      person: Named? = nil, state: EquipmentState = .good
    ) {
      all.append(
        Equipment(
          code: "QSP-E-\(digits(all.count + 1, 4))", item: item, team: team, person: person,
          quantity: quantity, serial: serial, issued: today - 58, by: officers.first?.named,
          returned: nil, state: state, remark: ""))
    }
    for team in teams {
      let strength = members[team.code]?.count ?? 0
      for (index, word) in team.tier.turnout.enumerated() {
        guard let item = EquipmentItem(rawValue: word) else { continue }
        let isShort = team.code == "QS-03" || team.code == "SQ" && item == .baton
        let quantity = isShort ? max(1, strength - 2) : strength
        let serial = item.isNumbered ? "\(team.code)-B\(index)01～\(digits(quantity, 2))" : ""
        issue(item, team.code, quantity, serial: serial)
      }
    }
    issue(.torch, "QS", 10)
    issue(.radio, "QS", 1, serial: "DJ-07", person: members["QS"]?.first?.named)
    issue(.radio, "QS", 1, serial: "DJ-08", state: .lost)
    issue(.vehicle, "QS", 1, serial: "豫Z·0110警")
    return all
  }

  package var funds: [Fund] {
    let entries: [(FundKind, Int, String, String)] = [
      (.granted, 12_000_000, "巡防专项经费", "市财政"), (.granted, 3_600_000, "镇配套经费", "镇财政"),
      (.spent, 1_540_000, "队员补贴", ""), (.spent, 286_050, "强光手电、红袖标", ""),
      (.spent, 98_000, "车辆燃油", ""),
    ]
    return entries.enumerated().map { index, entry in
      Fund(
        code: "QSP-F-\(digits(index + 1, 4))", unit: "QS", date: today - 50 + index * 8,
        kind: entry.0, amount: entry.1, purpose: entry.2, source: entry.3, remark: "")
    }
  }

  /// Most were trained; a village team and the newest informants were not.
  package var training: [Training] {
    let own = teams.filter { $0.code.hasPrefix("QS") && $0.code != "QS-04" }
    let others = teams.filter { !$0.code.hasPrefix("QS") && $0.code != "LG-02" }
    func course(_ number: Int, _ day: Day, _ topic: String, _ people: [Named]) -> Training {
      Training(
        code: "QSP-T-\(digits(number, 4))", date: day, topic: topic,
        trainer: officers.first?.name ?? "", organiser: station.name, hours: 3, place: "镇政府会议室",
        attendees: people, remark: "")
    }
    let members = { (teams: [Team]) in teams.flatMap { self.members[$0.code] ?? [] }.map(\.named) }
    return [
      course(1, today - 55, "巡逻要领与情况报告", members(own)),
      course(2, today - 48, "巡防勤务与记录簿填写", members(others)),
      course(3, today - 40, "发现与报告", informants.prefix(30).map(\.named)),
    ]
  }

  package var exceptions: [RosterException] {
    let crew = members["QS"] ?? []
    let two = crew.count > 4 ? (crew[2].named, crew[3].named) : nil
    func change(
      _ number: Int, _ team: String, _ day: Day, _ kind: ExceptionKind, _ from: Int?, _ to: Int?,
      out: Named? = nil, stands: Named? = nil
    ) -> RosterException {
      RosterException(
        code: "QSP-X-\(digits(number, 4))", team: team, date: day, kind: kind, line: nil,
        from: from,
        to: to, out: out, stands: stands, route: kind == .extra ? "集市" : "", remark: "")
    }
    return [
      change(1, "QS", today - 2, .swap, nil, nil, out: two?.0, stands: two?.1),
      change(2, "QS", today + 1, .extra, 540, 690), change(3, "QS-02", today + 2, .off, nil, nil),
      change(4, "QS-01", today - 6, .times, 1260, 1380),
    ]
  }

  // MARK: People and numbers that are nobody's

  private var today: Day { now.moment.day }

  private func person(_ number: Int) -> String {
    let surnames = DemoNames.surnames
    return String(surnames[(number * 7 + 3) % surnames.count])
      + DemoNames.given[(number * 11 + 5) % DemoNames.given.count]
  }

  private func phone(_ number: Int) -> String { "1009\(digits(number * 7919 % 10_000_000, 7))" }
}
