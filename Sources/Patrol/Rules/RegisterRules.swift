import Records
import Wording

/// A rule about the base registers: what it finds wanting does not depend on the day's books, so it
/// is looked for once for as long as no register changes.
package protocol RegisterRule: Sendable {
  /// As a rule about the books says it.
  static var reads: [RegisterKind] { get }
  static func findings(_ snapshot: Snapshot) -> [Finding]
}

extension RegisterRule {
  package static var reads: [RegisterKind] { [] }
}

extension Rules {
  private static let ofRegisters: [any RegisterRule.Type] = [
    LeaderGaps.self, EquipmentLack.self, EquipmentOut.self, Untrained.self, InformantGaps.self,
    WatchGaps.self, SamePerson.self, PastKeeping.self, UnreadRecords.self,
  ]

  package static func registers(_ snapshot: Snapshot) -> [Finding] {
    ofRegisters.filter { snapshot.isRead($0.reads) }.flatMap { $0.findings(snapshot) }
  }
}

/// A register that was never begun is one fact, and no list of everything it lacks.
private func notBegun(
  _ rule: RuleID, _ kind: RegisterKind, _ snapshot: Snapshot
) -> [Finding] {
  let name = kind.title
  return [
    Finding(
      rule, about: kind.name, place: .registers(kind, nil),
      Phrase(
        "\(name[.hans])还没有登记", "\(name[.hant])還沒有登記", "\(name[.en]): nothing registered yet"))
  ]
}

/// Records that can't be read as what they are, so that every other rule passes them over.
enum UnreadRecords: RegisterRule {
  static func findings(_ snapshot: Snapshot) -> [Finding] {
    snapshot.unreadRecords.map { Finding($0.notice) }
  }
}

/// A24: a township without a body, a body without a head or without its two answerable leaders
/// (R1, R17); a village team without an officer who answers for it (R6).
enum LeaderGaps: RegisterRule {
  static let reads: [RegisterKind] = [.bodies, .teams]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    let table = snapshot.table(.bodies)
    guard table.count > 0 else {
      return notBegun(.leaderGap, .bodies, snapshot) + officers(snapshot)
    }
    let bodies = (0..<table.count).map { table.texts(at: $0) }.filter {
      !snapshot.isPast($0, .bodies)
    }
    let byUnit = Dictionary(grouping: bodies) { $0["Unit"] ?? "" }
    let units = snapshot.units.filter {
      ($0.kind == .township || $0.kind == .subdistrict) && $0.until == nil
    }
    let missing = units.filter { byUnit[$0.code] == nil }.map { unit in
      Finding(
        .leaderGap, about: unit.code, place: .registers(.bodies, nil),
        Phrase(
          "\(unit.name) 没有登记领导小组", "\(unit.name) 沒有登記領導小組",
          "\(unit.name): no leading group is registered"))
    }
    return missing + bodies.compactMap { body in empty(body, snapshot) } + officers(snapshot)
  }

  private static func empty(_ body: [String: String], _ snapshot: Snapshot) -> Finding? {
    let columns = ["First", "InCharge", "Head"].filter { body[$0] == nil }
      .compactMap(RegisterKind.bodies.column)
    guard !columns.isEmpty else { return nil }
    let unit = snapshot.unit(body["Unit"] ?? "")?.name ?? body["Name"] ?? ""
    @Sendable func names(_ language: Language) -> String {
      columns.map { $0.label[language] }.joined(separator: language == .en ? ", " : "、")
    }
    return Finding(
      .leaderGap, about: body["Unit"] ?? "", place: .register(.bodies, body["Code"] ?? ""),
      Phrase(
        "\(unit) 领导小组没有写明\(names(.hans))", "\(unit) 領導小組沒有寫明\(names(.hant))",
        "\(unit): the leading group names no \(names(.en))"))
  }

  private static func officers(_ snapshot: Snapshot) -> [Finding] {
    snapshot.teams.filter { $0.tier == .village && $0.officer == nil }.map { team in
      Finding(
        .leaderGap, about: team.code, place: .register(.teams, team.code),
        Phrase(
          "\(team.name) 没有责任民警", "\(team.name) 沒有責任民警",
          "\(team.name): no officer answers for it"))
    }
  }
}

/// A17: fewer pieces out than a team has members, of what its tier is to carry (R18, R19).
enum EquipmentLack: RegisterRule {
  static let reads: [RegisterKind] = [.equipment]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    guard snapshot.table(.equipment).count > 0 else {
      return notBegun(.equipmentLack, .equipment, snapshot)
    }
    let issued = snapshot.issued()
    return snapshot.teams.compactMap { team in
      let strength = snapshot.strength(of: team.code)
      let short = team.tier.turnout.compactMap(EquipmentItem.init).compactMap { item in
        let lacking = strength - (issued[team.code]?[item] ?? 0)
        return lacking > 0 ? (item, lacking) : nil
      }
      guard !short.isEmpty else { return nil }
      @Sendable func list(_ language: Language) -> String {
        short.map { "\($0.0.label[language]) \($0.1)" }
          .joined(separator: language == .en ? ", " : "、")
      }
      return Finding(
        .equipmentLack, about: team.code, place: .registers(.equipment, team.code),
        Phrase(
          "\(team.name) 少\(list(.hans))", "\(team.name) 少\(list(.hant))",
          "\(team.name): lacks \(list(.en))"))
    }
  }
}

/// A18: numbered equipment still with somebody who has left; something lost without a word of how.
enum EquipmentOut: RegisterRule {
  static func findings(_ snapshot: Snapshot) -> [Finding] {
    snapshot.equipment.compactMap { equipment in
      if equipment.state == .lost, equipment.remark.isEmpty, snapshot.today - equipment.issued >= 1
      {
        return lost(equipment)
      }
      guard equipment.isOut, let person = equipment.person,
        let member = snapshot.member(person.code), let until = member.until, until <= snapshot.today
      else { return nil }
      return held(equipment, person, until)
    }
  }

  private static func lost(_ equipment: Equipment) -> Finding {
    let item = equipment.item.label
    return Finding(
      .equipmentOut, about: equipment.team, since: equipment.issued,
      place: .register(.equipment, equipment.code),
      Phrase(
        "\(item[.hans]) \(equipment.serial) 遗失，没有写明经过",
        "\(item[.hant]) \(equipment.serial) 遺失，沒有寫明經過",
        "\(item[.en]) \(equipment.serial) was lost; how is not written down"))
  }

  private static func held(_ equipment: Equipment, _ person: Named, _ until: Day) -> Finding {
    let item = equipment.item.label
    return Finding(
      .equipmentOut, about: equipment.team, since: until,
      place: .register(.equipment, equipment.code),
      Phrase(
        "\(person.name) 已离队，\(item[.hans]) \(equipment.serial) 未归还",
        "\(person.name) 已離隊，\(item[.hant]) \(equipment.serial) 未歸還",
        "\(person.name) has left and still holds \(item[.en]) \(equipment.serial)"))
  }
}

/// A19: thirty days with a team, or as an informant, and never trained (R26).
enum Untrained: RegisterRule {
  static let reads: [RegisterKind] = [.training]

  static let patience = 30

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    guard snapshot.table(.training).count > 0 else {
      return notBegun(.untrained, .training, snapshot)
    }
    let trained = snapshot.trained
    let members = untrained(.members, trained, snapshot) { $0["Team"] ?? "" }
    let teams = members.sorted { $0.key < $1.key }.map { code, names in
      finding(snapshot.team(code)?.name ?? code, code, names, .registers(.members, code))
    }
    let kinds = untrained(.informants, trained, snapshot) { $0["Kind"] ?? "" }
    let informants = kinds.sorted { $0.key < $1.key }.map { kind, names in
      finding(
        InformantKind(rawValue: kind)?.label[.hans] ?? kind, snapshot.station.unit, names,
        .registers(.informants, nil))
    }
    return teams + informants
  }

  /// Who was never trained, by what they belong to; informants by alias.
  private static func untrained(
    _ kind: RegisterKind, _ trained: Set<String>, _ snapshot: Snapshot,
    _ group: ([String: String]) -> String
  ) -> [String: [String]] {
    let table = snapshot.table(kind)
    guard let code = kind.column("Code"), let since = kind.column("Since") else { return [:] }
    var found: [String: [String]] = [:]
    for index in 0..<table.count where !trained.contains(table.text(code, at: index)) {
      guard let joined = Day(table.text(since, at: index)), snapshot.today - joined >= patience
      else { continue }
      let texts = table.texts(at: index)
      guard !snapshot.isPast(texts, kind) else { continue }
      found[group(texts), default: []].append(snapshot.title(of: texts, kind))
    }
    return found
  }

  private static func finding(
    _ name: String, _ about: String, _ people: [String], _ place: Finding.Place
  ) -> Finding {
    let some = people.prefix(3).joined(separator: "、") + (people.count > 3 ? " 等" : "")
    return Finding(
      .untrained, about: about, place: place,
      Phrase(
        "\(name) \(people.count) 人满 \(patience) 天未培训：\(some)",
        "\(name) \(people.count) 人滿 \(patience) 天未培訓：\(some)",
        "\(name): \(people.count) not trained after \(patience) days: \(some)"))
  }
}
