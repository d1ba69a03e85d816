import Patrol
import Records
import Terminal
import Wording

/// What units and teams have of what the order has their people carry, against how many they are (R18).
struct EquipmentTotalsScreen: Screen {
  static let title = ActionName.equipmentTotals.phrase
  static let purpose = Phrase(
    "各单位、各队在册人数与已发装备对照：制服、橡胶棒、红袖标按层级，强光手电各队都要。Enter 在队的一行补发：打开填好的发放登记，不缺的队打开它的装备；在合计和单位的一行到其中第一支缺的队。",
    "各單位、各隊在冊人數與已發裝備對照：制服、橡膠棒、紅袖標按層級，強光手電各隊都要。Enter 在隊的一行補發：打開填好的發放登記，不缺的隊打開它的裝備；在合計和單位的一行到其中第一支缺的隊。",
    "What was issued against how many there are: uniform, baton and armband by tier, a torch for everybody. On a team Enter issues what is missing, filled in, or shows the equipment where nothing is; on a sum it goes to the first team that lacks something."
  )
  static let keys: [Binding<ListAction>] =
    [
      Binding(.enter, does: .open, .open, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<ListAction>.steps { .step($0) }

  let scope: Scope?
  private var cursor = Cursor()

  init(_ scope: Scope?) { self.scope = scope }

  /// Enter is called by what it does for the chosen line.
  func hints(in world: World) -> [KeyLine] {
    let rows = rows(world)
    guard rows.indices.contains(cursor.index), rows[cursor.index].lackingTeam != nil else {
      return keyLines
    }
    let act: ActionName = rows[cursor.index].isTeam ? .issueEquipment : .firstLacking
    return keyLines.map { $0.name == .open ? $0.called(act) : $0 }
  }

  private func rows(_ world: World) -> [EquipmentTotals.Row] {
    EquipmentTotals(world.snapshot, in: scope).rows
  }

  mutating func update(_ event: Event<ListAction>, in world: World) -> [Effect] {
    let rows = rows(world)
    cursor.hold(within: rows.count)
    guard case .action(let action) = event else { return [] }
    switch action {
    case .step: _ = cursor.move(action, count: rows.count, shown: shown(action, world))
    case .open:
      guard rows.indices.contains(cursor.index) else { return [.say(.noTeams)] }
      let row = rows[cursor.index]
      // Things are issued to one team, and to the one that was chosen.
      if !row.isTeam, let team = row.lackingTeam,
        let index = rows.firstIndex(where: { $0.scope == .team(team) })
      {
        cursor.go(to: index)
        return []
      }
      return [.open(place(row, world))]
    case .back: return [.close]
    }
    return []
  }

  private func shown(_ action: ListAction, _ world: World) -> Shown? {
    if case .step(let step) = action { shown(for: step, in: world) } else { nil }
  }

  /// The record that issues what is missing most in front; where nothing is, what was issued.
  private func place(_ row: EquipmentTotals.Row, _ world: World) -> Place {
    guard let team = row.lackingTeam, let first = row.short.first else {
      return .registers(.equipment, scope: row.scope)
    }
    return .recordForm(
      .equipment, code: nil, scope: .team(team),
      given: ["Item": first.item.rawValue, "Quantity": "\(first.count)"])
  }

  func view(in world: World) -> any Block {
    let rows = rows(world)
    let at = rows.isEmpty ? nil : min(cursor.index, rows.count - 1)
    let language = world.language
    let number = 8
    var name = RegisterReach.name(scope, .equipment, in: world)
    name = " \(world.glyphs.more) \(name)"
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(Self.title[language], .titleFocus) + Line(name, .dim),
        note: Line(at.map { "\($0 + 1)/\(rows.count)" } ?? "0", .dim), isFocused: true,
        glyphs: world.glyphs
      ) {
        Table(
          [
            .init("", .share(2)),
            .init(
              Phrase.headcount[language], .cells(Phrase.headcount[language].cells), isRight: true),
          ]
            + EquipmentTotals.items.map {
              .init(
                $0.label[language], .cells(max(number, $0.label[language].cells)), isRight: true)
            } + [.init(Phrase.lacking[language], .share(3), from: 90)],
          count: rows.count, selected: at, isFocused: true, empty: Phrase.noTeams[language]
        ) { cells(rows[$0], world) }
        RuleLine(glyphs: world.glyphs)
        PaddedLines(lines: at.map { footer(rows[$0], world) } ?? []).height(.cells(2))
      }
    }
  }

  private func cells(_ row: EquipmentTotals.Row, _ world: World) -> [Line] {
    let language = world.language
    let name = row.name[language]
    let counts = EquipmentTotals.items.map { item -> Line in
      guard let count = row.counts[item], count.due > 0 || count.out > 0 else { return Line([]) }
      let text = "\(count.out)/\(count.due)"
      return Line(text, count.lacking > 0 ? .warning : .plain)
    }
    let words = row.words(language)
    return [
      Line(row.isTeam ? "  " + name : name, row.isTeam ? .plain : .bold),
      Line("\(row.strength)", row.isTeam ? .dim : .plain),
    ] + counts + [Line(words ?? "", .warning)]
  }

  /// What is lacking in words, and what Enter does about it.
  private func footer(_ row: EquipmentTotals.Row, _ world: World) -> [Line] {
    let language = world.language
    guard let words = row.words(language) else {
      return [Line(Phrase.lacksNothing(row.name)[language], .good), Line([])]
    }
    let team = row.lackingTeam.flatMap { world.snapshot.team($0)?.name } ?? ""
    return [
      Line(Phrase.lacks(row.name, words)[language], .warning),
      Line((row.isTeam ? Phrase.issues(team) : .leadsTo(team))[language], .dim),
    ]
  }
}

extension Phrase {
  fileprivate static let headcount = Phrase("人数", "人數", "Heads")
  fileprivate static let lacking = Phrase("缺少", "缺少", "Lacking")
  fileprivate static func lacks(_ name: Phrase, _ words: String) -> Phrase {
    Phrase("\(name[.hans])缺：\(words)。", "\(name[.hant])缺：\(words)。", "\(name[.en]) lacks \(words).")
  }
  fileprivate static func lacksNothing(_ name: Phrase) -> Phrase {
    Phrase("\(name[.hans])不缺。", "\(name[.hant])不缺。", "\(name[.en]) lacks nothing.")
  }
  fileprivate static func leadsTo(_ team: String) -> Phrase {
    Phrase("Enter 到\(team)那一行。", "Enter 到\(team)那一行。", "Enter goes to the line of \(team).")
  }
  fileprivate static func issues(_ team: String) -> Phrase {
    Phrase("Enter 给\(team)补发。", "Enter 給\(team)補發。", "Enter issues to \(team).")
  }
}
