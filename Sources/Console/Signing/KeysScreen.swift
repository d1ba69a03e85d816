import Patrol
import Records
import Terminal
import Wording

/// Who can sign: officers, leaders, deputies of the day, each with the state of the key.
struct KeysScreen: Screen {
  enum Action: Hashable {
    case step(Step), issue, agent, change, revoke, back
  }

  static let title = ActionName.keys.phrase
  static let keys: [Binding<Action>] =
    [
      Binding(.f(6), .insert, .enter, does: .issue, .issueKey, hint: true),
      Binding(.f(4), does: .change, .changePIN, hint: true),
      Binding(.f(5), does: .agent, .agentKey, hint: true),
      Binding(.delete, does: .revoke, .revokeKey, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  private var cursor = Cursor()

  private struct Row: Sendable {
    let person: Named
    let place: String
  }

  /// Who may have to sign; who has or had a key stays listed without a post: it may have to end.
  private func rows(_ world: World) -> [Row] {
    let snapshot = world.snapshot
    let officers = snapshot.officers.map {
      Row(person: $0.named, place: snapshot.side($0.unit)?.name ?? $0.unit)
    }
    let leaders = snapshot.teams.flatMap { team in
      snapshot.members(of: team.code).filter { member in
        member.post == .leader || snapshot.keys.contains { $0.person == member.code }
          || snapshot.deputy(of: team.code, on: world.today)?.code == member.code
      }
      .map { Row(person: $0.named, place: team.name) }
    }
    return officers + leaders
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    let rows = rows(world)
    let index = cursor.index
    switch action {
    case .step(let step): cursor.move(step, count: rows.count, shown: shown(for: step, in: world))
    case .back: return [.close]
    case .issue, .agent, .change, .revoke:
      guard rows.indices.contains(index) else { return [.say(.nobodyToSign)] }
      return [.open(.secret(task(action, rows[index].person, world)))]
    }
    return []
  }

  private func task(_ action: Action, _ person: Named, _ world: World) -> SecretTask {
    let hasKey = world.snapshot.key(of: person.code) != nil
    return switch action {
    case .agent: .agent(person, replaces: hasKey)
    case .change: .change(person)
    case .revoke: .revoke(person)
    default: .issue(person, replaces: hasKey)
    }
  }

  func view(in world: World) -> any Block {
    let rows = rows(world)
    let at = rows.isEmpty ? nil : min(cursor.index, rows.count - 1)
    let able = rows.count { world.snapshot.key(of: $0.person.code) != nil }
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(Self.title[world.language], .titleFocus),
        note: Line("\(able)/\(rows.count)", able < rows.count ? .warning : .dim), isFocused: true,
        glyphs: world.glyphs
      ) {
        Table(
          [
            .init(Phrase.code[world.language], .cells(11)),
            .init(Phrase("姓名", "姓名", "Name")[world.language], .share(2)),
            .init(Phrase.team[world.language], .share(3)),
            .init(Phrase("密钥", "密鑰", "Key")[world.language], .cells(9)),
            .init(Phrase("起", "起", "Since")[world.language], .cells(10), from: 66),
            .init(Phrase("指纹", "指紋", "Fingerprint")[world.language], .cells(14), from: 84),
          ],
          count: rows.count, selected: at, isFocused: true,
          empty: Phrase.nobodyToSign[world.language]
        ) { line(rows[$0], world) }
      }
    }
  }

  private func line(_ row: Row, _ world: World) -> [Line] {
    let key = world.snapshot.key(of: row.person.code)
    let last = world.snapshot.keys.last { $0.person == row.person.code }
    let state: Line
    if let key {
      state =
        key.isAgent
        ? Line("ssh-agent", .good) : Line(Phrase("有效", "有效", "valid")[world.language], .good)
    } else if last != nil {
      state = Line(Phrase("已吊销", "已吊銷", "revoked")[world.language], .warning)
    } else {
      state = Line(Phrase("未发", "未發", "none")[world.language], .dim)
    }
    return [
      Line(row.person.code, .dim), Line(row.person.name), Line(row.place, .dim), state,
      Line((key?.since ?? last?.until)?.day.text ?? "", .dim),
      Line(String(key?.fingerprint.dropFirst("SHA256:".count).prefix(14) ?? ""), .dim),
    ]
  }
}
