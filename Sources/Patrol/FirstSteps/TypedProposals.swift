import Records
import Wording

/// What is proposed for units, teams and people of which a line says no more than the name.
extension TypedLines {
  // MARK: Units

  mutating func plan(units items: [TypedItem], _ snapshot: Snapshot, _ codes: CodeProposal) {
    var taken = Set(snapshot.units.map(\.code))
    let townships = snapshot.unitsInForce.filter { $0.kind.isTownship }
    var parent = townships.count == 1 ? townships[0].code : nil
    let known = Dictionary(
      snapshot.unitsInForce.map { (Folding.key($0.name), $0) }, uniquingKeysWith: { one, _ in one })
    var top: [TypedItem] = []
    var below: [(parent: String?, items: [TypedItem])] = []
    for var item in items {
      let name = item.cells["Name"] ?? ""
      if let unit = known[Folding.key(name)] {
        if unit.kind.tierOfTeam == .township { parent = unit.code }
        pass(item.line, .thereAlready(name))
        continue
      }
      let said = item.cells["Kind"].flatMap(Self.kind)
      guard let kind = said ?? UnitNaming(name).kind else {
        refuse(item.line, .noKind(name))
        continue
      }
      item.cells["Kind"] = kind.label[.hans]
      guard kind.tierOfTeam == .village, item.cells["Parent"] == nil else {
        let code = item.cells["Code"] ?? codes.unit(name, besides: taken)
        if !code.isEmpty { item.cells["Code"] = code }
        taken.insert(code)
        if kind.tierOfTeam == .township { parent = code }
        top.append(item)
        continue
      }
      if below.last?.parent == parent, !below.isEmpty {
        below[below.count - 1].items.append(item)
      } else {
        below.append((parent, [item]))
      }
    }
    read(top, ["Name", "Code", "Kind", "Parent"], scope: nil, in: snapshot)
    let added = records
    for group in below {
      guard let parent = group.parent, !parent.isEmpty else {
        for item in group.items { refuse(item.line, .noParent(item.cells["Name"] ?? "")) }
        continue
      }
      read(
        group.items, ["Name", "Code", "Kind"], scope: .unit(parent), in: snapshot, beside: added)
    }
  }

  private static func kind(_ text: String) -> UnitKind? {
    UnitKind.allCases.first {
      [$0.rawValue, $0.label[.hans], $0.label[.hant], $0.label[.en]].contains(text)
    } ?? UnitNaming("某" + text).kind
  }

  // MARK: Teams

  /// The names of the teams that units have to have and don't (R4–R6), a line each.
  package static func proposedTeams(in snapshot: Snapshot) -> [String] {
    let manned = Set(snapshot.teams.map(\.unit))
    return snapshot.unitsInForce.compactMap { unit in
      guard !manned.contains(unit.code) else { return nil }
      return teamName(unit)
    }
  }

  private static func teamName(_ unit: Unit) -> String? {
    switch unit.kind.tierOfTeam {
    case .township: unit.name + "专职队"
    case .village: unit.name + "队"
    case .city, nil: nil
    }
  }

  mutating func plan(teams items: [TypedItem], _ snapshot: Snapshot) {
    let units = snapshot.unitsInForce.filter { $0.kind.tierOfTeam != nil }
      .sorted { $0.name.count > $1.name.count }
    let known = Set(snapshot.teams.map { Folding.key($0.name) })
    var taken: [TypedItem] = []
    for var item in items {
      let name = item.cells["Name"] ?? ""
      guard !known.contains(Folding.key(name)) else {
        pass(item.line, .thereAlready(name))
        continue
      }
      let said = item.cells["Unit"]
      guard
        let unit = units.first(where: {
          said.map([$0.code, $0.name].contains) ?? name.hasPrefix($0.name)
        })
      else {
        refuse(item.line, .noUnit(name))
        continue
      }
      item.cells["Unit"] = unit.code
      // Nothing is missed on days before it stood here.
      item.cells["Since"] = item.cells["Since"] ?? snapshot.today.text
      item.cells["Tier"] = item.cells["Tier"] ?? unit.kind.tierOfTeam?.label[.hans]
      taken.append(item)
    }
    read(taken, ["Name", "Unit", "Tier", "Floor", "Code", "Since"], scope: nil, in: snapshot)
  }

  // MARK: People

  mutating func plan(members items: [TypedItem], _ team: String?, _ snapshot: Snapshot) {
    let codes = CodesByName(snapshot.teams.map { ($0.code, $0.name) })
    var groups: [(team: String, items: [TypedItem])] = []
    for var item in items {
      let said = item.cells.removeValue(forKey: "Team")
      guard let code = said.map({ codes.code($0) }) ?? team else {
        refuse(item.line, said.map { .notUnderstood($0) } ?? .noTeam(item.cells["Name"] ?? ""))
        continue
      }
      if let at = groups.firstIndex(where: { $0.team == code }) {
        groups[at].items.append(item)
      } else {
        groups.append((code, [item]))
      }
    }
    for var group in groups {
      // Somebody leads: who stands first, where nobody is said to.
      let isLed =
        snapshot.leader(of: group.team) != nil
        || group.items.contains { $0.cells["Post"] == Post.leader.label[.hans] }
      if !isLed { group.items[0].cells["Post"] = Post.leader.label[.hans] }
      read(
        group.items,
        kind.columns.map(\.name).filter { $0 != "Team" && $0 != "Code" && $0 != "Pinyin" },
        scope: .team(group.team), in: snapshot)
    }
  }
}

extension Phrase {
  fileprivate static func thereAlready(_ name: String) -> Phrase {
    Phrase("\(name)已登记。", "\(name)已登記。", "\(name) is registered already.")
  }
  fileprivate static func noKind(_ name: String) -> Phrase {
    Phrase(
      "看不出\(name)的类别，后面写镇、街道、社区或村。", "看不出\(name)的類別，後面寫鎮、街道、社區或村。",
      "Of which kind is \(name)? Write township, community or village behind it.")
  }
  fileprivate static func noParent(_ name: String) -> Phrase {
    Phrase(
      "\(name)属于哪个镇或街道？先写一行镇或街道。", "\(name)屬於哪個鎮或街道？先寫一行鎮或街道。",
      "Under which township is \(name)? Put the township on a line before it.")
  }
  fileprivate static func noUnit(_ name: String) -> Phrase {
    Phrase(
      "看不出\(name)是哪个单位的，后面写单位名称。", "看不出\(name)是哪個單位的，後面寫單位名稱。",
      "Which unit's team is \(name)? Write the unit behind it.")
  }
  fileprivate static func noTeam(_ name: String) -> Phrase {
    Phrase(
      "\(name)是哪支队的？先写一行队名。", "\(name)是哪支隊的？先寫一行隊名。",
      "Of which team is \(name)? Put the team's name on a line before.")
  }
}
