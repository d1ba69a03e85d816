import Patrol
import Records
import Terminal
import Wording

/// What a field that names something of a register can be picked from.
struct PickItems {
  let world: World
  /// The field to be filled, which says whether a code alone is wanted or code and name.
  let column: Column?

  private var snapshot: Snapshot { world.snapshot }

  /// What is in force today, narrowed by what the draft says of team, side or unit.
  func items(_ reference: Reference, _ draft: Draft) -> [PickItem] {
    switch reference {
    case .team: return teams { _ in true }
    case .unit:
      return snapshot.units.filter { isNow($0.until) }.map {
        PickItem(
          $0.code, title: $0.name, note: $0.kind.label[world.language], pinyin: $0.pinyin,
          code: $0.code)
      }
    case .officer:
      return officers(draft).map {
        PickItem(
          $0.named.text, title: $0.name, note: $0.unit, pinyin: $0.pinyin, code: $0.code,
          phone: $0.phone ?? "")
      }
    case .inspected: return teams { $0.tier != .city } + posts
    case .inspecting:
      let station = snapshot.station
      let own = PickItem(
        Named(station.unit, station.name).text, title: station.name, note: station.unit,
        code: station.unit)
      return [own] + teams { $0.tier == .township }
    case .answering: return answering(code(draft["Inspected"]))
    case .inspector: return people(ofSide: draft["Inspecting"])
    case .witness:
      let witnesses = MaySign.witnesses(
        ofSides: [draft["Inspected"], draft["Inspecting"]].compactMap { code($0) },
        besides: [draft["Inspector"], draft["Refused"]].compactMap { code($0) }, in: snapshot)
      return witnesses.map { person in
        let unit = snapshot.unitToSign(for: person.code)
        let officer = snapshot.officers.first { $0.code == person.code }
        return PickItem(
          person.text, title: person.name, note: snapshot.side(unit)?.name ?? unit,
          pinyin: officer?.pinyin ?? snapshot.member(person.code)?.pinyin ?? "", code: person.code)
      }
    case .noting:
      return [draft["Inspector"], draft["Refused"]].compactMap { Named($0) }.map {
        PickItem($0.text, title: $0.name, note: $0.code, code: $0.code)
      }
    case .rosterLine: return shifts(of: team(draft))
    case .route: return routes(of: team(draft))
    case .anyMember: return people(team(draft)) + everybody(.members, besides: team(draft))
    case .below:
      return snapshot.units.filter { $0.parent == draft["Unit"] && isNow($0.until) }.map {
        PickItem(
          Named($0.code, $0.name).text, title: $0.name, note: $0.code, pinyin: $0.pinyin,
          code: $0.code)
      }
    case .person, .teamMember: return people(team(draft))
    case .graveCase, .incident, .textWriter, .answeredMessage:
      return MessageItems(world: world).items(reference)
    default:
      return reference.registers.compactMap { snapshot.kinds[$0] }.flatMap { everybody($0) }
    }
  }

  private var posts: [PickItem] {
    snapshot.posts.map {
      PickItem(
        $0.named.text, title: $0.name, note: $0.kind.label[world.language], pinyin: $0.pinyin,
        code: $0.code)
    }
  }

  /// Members of the inspected team; who is in charge of a watch post.
  private func answering(_ code: String?) -> [PickItem] {
    guard let post = code.flatMap(snapshot.post) else { return people(code) }
    return post.answering.map {
      [PickItem($0.text, title: $0.name, note: post.name, code: $0.code)]
    } ?? []
  }

  /// Everybody of the team that went out, or that was inspected.
  func crew(_ draft: Draft) -> [PickItem] {
    people(code(draft["Inspected"]) ?? team(draft))
  }

  /// Nobody takes a shift over from themselves, unless there is no other.
  private func officers(_ draft: Draft) -> [Officer] {
    let officers = snapshot.officers.filter { isNow($0.until) }
    guard column?.name == ShiftHandover.incoming.column.name else { return officers }
    let outgoing = code(draft[ShiftHandover.outgoing.column])
    let others = officers.filter { $0.code != outgoing }
    return others.isEmpty ? officers : others
  }

  private func isNow(_ until: Day?) -> Bool { until.map { world.today < $0 } ?? true }

  /// Pages name a team by code and name, registers by its code: the field takes one of them.
  ///
  /// A team has one number, whichever teams come into question.
  private func teams(_ isWanted: (Team) -> Bool) -> [PickItem] {
    snapshot.teams.enumerated().filter { isWanted($0.element) }.map { index, team in
      let value = column?.accepts(team.named.text) == true ? team.named.text : team.code
      return PickItem(
        value, title: team.name, note: team.code, pinyin: team.pinyin, code: team.code,
        number: index + 1)
    }
  }

  private func shifts(of team: String?) -> [PickItem] {
    snapshot.roster.filter { $0.team == team }.map {
      let days = $0.weekdays.compactMap(Int.init).map { Phrase.weekday($0)[world.language] }
      return PickItem(
        $0.code, title: RosterLine.hours($0), note: days.joined(separator: " "), code: $0.code)
    }
  }

  private func routes(of team: String?) -> [PickItem] {
    snapshot.routes.filter { ($0.team == team || team == nil) && isNow($0.until) }.map {
      PickItem(
        $0.code, title: $0.name, note: "\($0.points.count)", pinyin: $0.pinyin, code: $0.code)
    }
  }

  private func code(_ text: String) -> String? { Named(text)?.code }

  /// Who inspects for a side: the station's officers, or the members of a team.
  private func people(ofSide side: String) -> [PickItem] {
    guard let code = code(side), !snapshot.isStation(code) else {
      return items(.officer, Draft())
    }
    return people(code)
  }

  private func people(_ team: String?) -> [PickItem] {
    guard let team else { return [] }
    let members = snapshot.members(of: team)
    // The numbers of the roll, by which those who were away are told.
    let roll = members.map(\.code).sorted()
    return members.map { member in
      PickItem(
        member.named.text, title: member.name, note: member.post.label[world.language],
        pinyin: member.pinyin, code: member.code, phone: member.phone ?? "",
        number: roll.firstIndex(of: member.code).map { $0 + 1 })
    }
  }

  /// Every record of a register that is in force, with the team or kind it belongs to; informants
  /// by their alias alone (P8).
  private func everybody(_ kind: RegisterKind, besides team: String? = nil) -> [PickItem] {
    let table = snapshot.table(kind)
    let layout = kind.layout
    let reading = layout.hidesName ? nil : layout.reading
    return (0..<table.count).compactMap { index in
      let texts = table.texts(at: index)
      guard !snapshot.isPast(texts, kind) else { return nil }
      guard team == nil || kind.layout.place.flatMap({ texts[$0] }) != team else { return nil }
      let named = Named(texts["Code"] ?? "", snapshot.title(of: texts, kind))
      let value = column?.accepts(named.text) == false ? named.code : named.text
      let note = snapshot.team(of: texts, kind) ?? kind.title[world.language]
      var item = PickItem(
        value, title: named.name, note: note, pinyin: reading.flatMap { texts[$0] } ?? "",
        code: named.code)
      item.isWhole = kind == .teams
      return item
    }
  }

  /// `Team` is code and name in a page's form, a code alone in a register's.
  private func team(_ draft: Draft) -> String? {
    Named(draft["Team"])?.code ?? (draft["Team"].isEmpty ? nil : draft["Team"])
  }
}
