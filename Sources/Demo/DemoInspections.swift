import Patrol
import Records

/// Inspections of the demo city with every fate an inspection can have: signed by both, waiting,
/// refused, reviewed, put right, overdue, and one that the patrol book contradicts.
extension DemoBooks {
  /// What an inspector found.
  private struct Scene {
    var present: Int?
    var absent: [Absence] = []
    var points = "11111111"
    var problems: [String] = []
    var found = ""
    var decision: String?
    var days: Int?
    var required = ""
    /// Whether it finds put right what an earlier one of the team ordered.
    var settlesEarlier = false
    var statement = ""
    var formation: String?
  }

  /// What became of it.
  private enum Fate { case signed, waiting, refused(reviewed: Bool) }

  /// Who is inspected: a team with its members, or a watch post and who is in charge of it.
  private struct Side {
    let named: Named
    let strength: Int
    let answering: Named?
    var code: String { named.code }
  }

  private func side(_ team: Team) -> Side {
    let members = city.members[team.code] ?? []
    return Side(named: team.named, strength: members.count, answering: members.first?.named)
  }

  /// One inspection to be written.
  private struct Case {
    let inspected: Side
    let from: Moment
    let scene: Scene
    let fate: Fate
  }

  mutating func writeInspections() throws {
    for team in city.teams where team.tier == .township {
      guard let inspector = city.members[team.code]?.first?.named else { continue }
      try write(cases(of: team), by: team.named, inspector)
    }
    if let officer = city.officers.dropFirst().first {
      try write(
        try stationChecks(), by: Named(city.station.unit, city.station.name), officer.named)
    }
  }

  private mutating func cases(of township: Team) -> [Case] {
    let villages = city.teams.filter {
      $0.tier == .village && $0.unit.hasPrefix(township.code + "-")
    }
    var cases: [Case] = []
    for day in stride(from: 69, through: 0, by: -1).map({ today - $0 }) {
      for village in villages where dice.happens(day == today ? 70 : 18) {
        let from = day == today ? todays() : Moment(day, 20 * 60 + 30 + dice.minutes(150))
        guard let from else { continue }
        let isRecent = today - day <= 4
        cases.append(
          Case(
            inspected: side(village), from: from, scene: usual(village),
            fate: isRecent && dice.happens(55) ? .waiting : .signed))
      }
    }
    // What the demo is known by is at its own hour, and no other inspection pushes it on.
    let known = known(villages)
    let days = Set(known.map { city.station.patrolDay($0.from) })
    return (cases.filter { !days.contains(city.station.patrolDay($0.from)) } + known)
      .sorted { $0.from < $1.from }
  }

  /// A time of today at which an inspection can be over by now.
  private mutating func todays() -> Moment? {
    let first = max(Moment(today, city.station.rollover), now + -6 * 60), last = now + -50
    guard first < last else { return nil }
    return first + dice.minutes(last - first)
  }

  private mutating func usual(_ village: Team) -> Scene {
    var scene = Scene()
    let members = city.members[village.code] ?? []
    if dice.happens(20) {
      scene.present = members.count - 1
      scene.points = "12111111"
      scene.problems = ["B"]
      (scene.decision, scene.required) = ("onthespot", "缺员当晚补齐。")
    } else if dice.happens(18) {
      scene.points = "11211111"
      scene.problems = ["D"]
      (scene.found, scene.decision) = ("2人未戴袖标，当场纠正。", "onthespot")
    }
    return scene
  }

  /// The inspections that the demo is known by.
  private func known(_ villages: [Team]) -> [Case] {
    func at(_ back: Int, _ hour: Int, _ minute: Int) -> Moment {
      Moment(today - back, hour * 60 + minute)
    }
    return villages.flatMap { village -> [Case] in
      let members = city.members[village.code] ?? []
      switch village.code {
      case "QS-01":
        let short = Scene(
          present: members.count - 2,
          absent: members.suffix(2).map { Absence($0.named, "unexcused") }, points: "12211111",
          problems: ["B", "D"], found: "2人未到；2人未戴袖标。", decision: "deadline", days: 3,
          required: "缺员3日内补足，袖标当场纠正。")
        let again = Scene(found: "5人到齐，袖标齐全，前次问题已整改。", settlesEarlier: true)
        return [
          Case(inspected: side(village), from: at(13, 21, 50), scene: short, fate: .signed),
          Case(inspected: side(village), from: at(10, 21, 10), scene: again, fate: .signed),
        ]
      case "QS-03":
        let nobody = Scene(
          present: 0, points: "22332232", problems: ["C", "G"],
          found: "值班室锁门；22:05电话后到3人；巡逻簿已写当晚20:30至23:00巡逻。", decision: "station", days: 3,
          required: "报青石派出所，限期说明。")
        return [Case(inspected: side(village), from: at(1, 21, 40), scene: nobody, fate: .waiting)]
      case "SH-01":
        let short = Scene(
          present: members.count - 1, points: "12111111", problems: ["B"],
          found: "到岗\(members.count - 1)人。", decision: "onthespot", statement: "另1人在河堤巡查，没有缺岗。")
        return [
          Case(
            inspected: side(village), from: at(8, 23, 10), scene: short,
            fate: .refused(reviewed: true)),
          Case(
            inspected: side(village), from: at(2, 22, 40), scene: short,
            fate: .refused(reviewed: false)),
        ]
      case "LG-02":
        let copied = Scene(
          points: "11112111", problems: ["F", "G"], found: "连续6日记录内容完全相同，无起止时间。",
          decision: "deadline", days: 3, required: "补正记录，写明时间和所见。")
        return [Case(inspected: side(village), from: at(5, 21, 20), scene: copied, fate: .signed)]
      default: return []
      }
    }
  }

  /// The station's own checks of township and village teams (R8).
  private func stationChecks() throws -> [Case] {
    let own = city.teams.filter { $0.code.hasPrefix("QS") }
    let teams = own.enumerated().map { index, team in
      let members = city.members[team.code] ?? []
      var scene = Scene()
      if team.tier == .township {
        scene = Scene(
          present: members.count - 1, absent: members.suffix(1).map { Absence($0.named, "sick") },
          points: "12121112", problems: ["E", "I"], found: "橡胶棒1根遗失未登记。",
          decision: "deadline", days: 5, required: "补登遗失，书面说明情况。")
        scene.formation = "file"
      }
      return Case(
        inspected: side(team), from: Moment(today - 12 + 2 * index, 20 * 60 + 15 * index),
        scene: scene,
        fate: .signed)
    }
    return (teams + (try postChecks())).sorted { $0.from < $1.from }
  }

  /// The station's checks of watch posts, of which one lacks people (R15).
  private func postChecks() throws -> [Case] {
    try city.postsWhoSign().enumerated().map { index, post in
      var scene = Scene(points: "11113313", found: "值守人员在岗，红袖标、登记本齐全。")
      if post.actual < post.required {
        scene = Scene(
          points: "12113313", problems: ["B"],
          found: "应配\(post.required)人，实配\(post.actual)人。", decision: "deadline", days: 20,
          required: "配齐值守人员。")
      }
      let side = Side(named: post.named, strength: post.actual, answering: post.answering)
      return Case(
        inspected: side, from: Moment(today - 20 + 3 * index, 10 * 60 + 20 * index), scene: scene,
        fate: index == 2 ? .waiting : .signed)
    }
  }

  // MARK: Writing

  private func write(_ cases: [Case], by side: Named, _ inspector: Named) throws {
    guard let first = cases.first else { return }
    let book = BookID(side.code, .inspection)
    let isStation = side.code == city.station.unit
    var volume = open(book, cover(book, of: side.name, isStation: isStation))
    var busy = first.from
    var open: [String: Int] = [:]
    for one in cases {
      // An inspector is in one place at a time, and the book is written in order.
      let from = max(one.from, busy)
      guard from + 40 <= now, city.station.patrolDay(from) == city.station.patrolDay(one.from)
      else { continue }
      busy = from + 45
      let inspection = try inspection(one, from, inspector, side, open[one.inspected.code])
      let page = try volume.add(
        Inspection.kind, Inspection.schema.print(inspection),
        recorded: recorded(from + 27, inspector))
      if inspection.by != nil { open[one.inspected.code] = page.id.number }
      try attest(page, inspection, one.fate, from + 28, &volume)
    }
    try volume.finish()
  }

  private func inspection(
    _ one: Case, _ from: Moment, _ inspector: Named, _ side: Named, _ earlier: Int?
  ) throws -> Inspection {
    let strength = one.inspected.strength
    let (day, scene) = (city.station.patrolDay(from), one.scene)
    return try Inspection.schema.make {
      $0.inspected = one.inspected.named
      ($0.date, $0.from, $0.to) = (day, from, from + 25)
      $0.present = scene.present ?? strength
      $0.expected = strength
      $0.formation = scene.formation
      ($0.absent, $0.points, $0.problems) = (scene.absent, scene.points, scene.problems)
      ($0.found, $0.decision, $0.required) = (scene.found, scene.decision, scene.required)
      $0.by = scene.days.map { day + $0 }
      $0.settles = scene.settlesEarlier ? earlier.map(String.init) : nil
      $0.statement = scene.statement
      $0.answering = one.inspected.answering
      $0.modes = ["onsite"]
      ($0.inspector, $0.inspecting) = (inspector, side)
    }
  }

  private func attest(
    _ page: PageReference, _ inspection: Inspection, _ fate: Fate, _ at: Moment,
    _ volume: inout any PageSink
  ) throws {
    func add(
      _ kind: Attestation.Kind, _ attestation: Attestation, isEnrolled: Bool = false, _ at: Moment
    ) throws -> PageReference {
      try volume.add(
        kind, attestation, isEnrolled: isEnrolled, recorded: recorded(at, attestation.signer), keys)
    }
    let (date, inspector) = (inspection.date, inspection.inspector)
    _ = try add(
      .signature, Attestation(date: date, signs: page, role: .inspector, signer: inspector), at)
    guard let leader = inspection.answering else { return }
    switch fate {
    case .waiting: break
    case .signed:
      _ = try add(
        .signature, Attestation(date: date, signs: page, role: .inspected, signer: leader), at + 1)
    case .refused(let isReviewed):
      let witness = city.officers[2].named
      let refusal = try add(
        .refusal,
        Attestation(
          date: date, signs: page, signer: leader, refused: leader,
          refusedBy: keys.post(of: leader), reason: "不认可缺员的认定。",
          statement: inspection.statement, witness: witness), at + 2)
      _ = try add(
        .witness, Attestation(date: date, signs: refusal, signer: witness), isEnrolled: true,
        at + 3)
      if isReviewed, let officer = city.officers.first {
        _ = try add(
          .review,
          Attestation(
            date: date, signs: refusal, signer: officer.named,
            reason: "询问见证人并看河堤巡查记录：另1人确在巡查。", verdict: "uphold"), at + 8)
      }
    }
  }
}

extension Dice {
  /// From 0 up to, and without, `most`.
  mutating func minutes(_ most: Int) -> Int { Int.random(in: 0..<max(1, most), using: &self) }
}
