import Patrol
import Records
import Terminal
import Wording

/// What a field that names something of a register can be picked from.
struct PickItems {
  let world: World
  /// The field to be filled, which says whether a code alone is wanted or code and name.
  let column: Column?

  private var library: Library { world.library }

  func items(_ register: String, _ draft: Draft) -> [PickItem] {
    switch register {
    case "team": return teams { _ in true }
    case "unit":
      return library.units.filter { isNow($0.until) }.map {
        PickItem(
          $0.code, title: $0.name, note: $0.kind.label[world.language], pinyin: $0.pinyin,
          code: $0.code)
      }
    case "officer":
      return library.officers.filter { isNow($0.until) }.map {
        PickItem(
          $0.named.text, title: $0.name, note: $0.unit, pinyin: $0.pinyin, code: $0.code,
          phone: $0.phone ?? "")
      }
    case "inspected": return teams { $0.tier != .city }
    case "inspecting":
      let station = library.station
      let own = PickItem(
        Named(station.unit, station.name).text, title: station.name, note: station.unit,
        code: station.unit)
      return [own] + teams { $0.tier == .township }
    case "answering": return people(code(draft["Inspected"]))
    case "inspector": return people(ofSide: draft["Inspecting"])
    case "witness":
      return items("officer", draft) + people(code(draft["Inspected"]))
        + people(code(draft["Inspecting"]))
    case "rosterLine": return shifts(of: team(draft))
    case "route": return routes(of: team(draft))
    case "anyMember": return people(team(draft)) + everybody(.members, besides: team(draft))
    case "trainee": return trainees
    case "below":
      return library.units.filter { $0.parent == draft["Unit"] && isNow($0.until) }.map {
        PickItem(
          Named($0.code, $0.name).text, title: $0.name, note: $0.code, pinyin: $0.pinyin,
          code: $0.code)
      }
    default: return people(team(draft))
    }
  }

  /// Everybody of the team that went out, or that was inspected.
  func crew(_ draft: Draft) -> [PickItem] {
    people(Crew.isRoster(draft) ? code(draft["Inspected"]) : team(draft))
  }

  private func isNow(_ until: Day?) -> Bool { until.map { world.today < $0 } ?? true }

  private func teams(_ isWanted: (Team) -> Bool) -> [PickItem] {
    library.teams.filter(isWanted).map {
      let value = column?.accepts($0.named.text) == true ? $0.named.text : $0.code
      return PickItem(value, title: $0.name, note: $0.code, pinyin: $0.pinyin, code: $0.code)
    }
  }

  private func shifts(of team: String?) -> [PickItem] {
    library.roster.filter { $0.team == team }.map {
      let days = $0.weekdays.compactMap(Int.init).map { Phrase.weekday($0)[world.language] }
      return PickItem(
        $0.code, title: RosterLine.hours($0), note: days.joined(separator: " "), code: $0.code)
    }
  }

  private func routes(of team: String?) -> [PickItem] {
    library.routes.filter { ($0.team == team || team == nil) && isNow($0.until) }.map {
      PickItem(
        $0.code, title: $0.name, note: "\($0.points.count)", pinyin: $0.pinyin, code: $0.code)
    }
  }

  private func code(_ text: String) -> String? { Named(text)?.code }

  /// Who inspects for a side: the station's officers, or the members of a team.
  private func people(ofSide side: String) -> [PickItem] {
    guard let code = code(side), !library.isStation(code) else {
      return items("officer", Draft())
    }
    return people(code)
  }

  private func people(_ team: String?) -> [PickItem] {
    guard let team else { return [] }
    return library.members(of: team).map {
      PickItem(
        $0.named.text, title: $0.name, note: $0.post.label[world.language], pinyin: $0.pinyin,
        code: $0.code, phone: $0.phone ?? "")
    }
  }

  /// Whoever may be trained (R26): informants by their alias alone (P8).
  private var trainees: [PickItem] {
    everybody(.members) + everybody(.informants) + everybody(.volunteers) + everybody(.watch)
  }

  /// Everybody of a register who is there now, with the team or kind they belong to.
  private func everybody(_ kind: RegisterRecord.Kind, besides team: String? = nil) -> [PickItem] {
    let table = library.table(kind)
    let hidden = kind.layout.hidesName
    func column(_ name: String) -> Column? { kind.column(name) }
    let (name, reading) = (column(hidden ? "Alias" : "Name"), hidden ? nil : column("Pinyin"))
    let (code, group, until) = (column("Code"), column("Team"), column("Until"))
    guard let name, let code else { return [] }
    return (0..<table.count).compactMap { index in
      func text(_ column: Column?) -> String {
        column.map { table.text($0, at: index) } ?? ""
      }
      let of = text(group)
      guard isNow(Day(text(until))), team == nil || of != team else { return nil }
      let called = text(name).isEmpty ? text(code) : text(name)
      let note = of.isEmpty ? kind.title[world.language] : library.team(of)?.name ?? of
      return PickItem(
        Named(text(code), called).text, title: called, note: note, pinyin: text(reading),
        code: text(code))
    }
  }

  private func team(_ draft: Draft) -> String? {
    Named(draft["Team"])?.code ?? (draft["Team"].isEmpty ? nil : draft["Team"])
  }
}
