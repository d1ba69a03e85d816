import Patrol
import Records
import Terminal
import Wording

/// Who can sign: officers, leaders, deputies of the day, each with the state of the key.
struct KeysScreen: Screen {
  enum Action: Hashable {
    case step(Step), issue, agent, change, revoke, appoint, back
  }

  static let title = ActionName.keys.phrase
  static let purpose = Phrase(
    "谁有签字密钥、谁有什么职务，都记在人员密钥簿上。新来的人先登记密钥，再任命；离岗的停用。",
    "誰有簽字密鑰、誰有什麼職務，都記在人員密鑰簿上。新來的人先登記密鑰，再任命；離崗的停用。",
    "Who has a key to sign with and who holds which post, as the book of keys has it. Somebody new gets a key and then a post; who leaves has the key revoked."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.f(6), .insert, does: .issue, .issueKey, hint: true),
      Binding(.f(4), does: .change, .changePIN, hint: true),
      Binding(.f(5), does: .agent, .agentKey, hint: true),
      Binding(.f(7), does: .appoint, .appoint, hint: true),
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
        member.post == .leader || snapshot.keysBooks.state.keys(of: member.code).isEmpty == false
          || snapshot.deputy(of: team.code, on: world.today)?.code == member.code
      }
      .map { Row(person: $0.named, place: team.name) }
    }
    let heads = snapshot.posts.compactMap { post in
      post.answering.map { Row(person: $0, place: post.name) }
    }
    return officers + leaders + heads
  }

  /// Who has a key gets another one: the key that does so is called by what it does.
  func hints(in world: World) -> [KeyLine] {
    let rows = rows(world)
    guard !rows.isEmpty else { return keyLines }
    let person = rows[min(cursor.index, rows.count - 1)].person
    let hasKey = world.snapshot.key(of: person.code) != nil
    return keyLines.compactMap { line in
      switch line.name {
      case .issueKey where hasKey: KeyLine(keys: line.keys, name: .replaceKey, isHint: line.isHint)
      case .changePIN where !hasKey, .revokeKey where !hasKey: nil
      default: line
      }
    }
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    let rows = rows(world)
    let index = cursor.index
    switch action {
    case .step(let step): cursor.move(step, count: rows.count, shown: shown(for: step, in: world))
    case .back: return [.close]
    case .appoint: return appoint(world)
    case .issue, .agent, .change, .revoke:
      guard rows.indices.contains(index) else { return [.say(.nobodyToSign)] }
      let person = rows[index].person
      if [.change, .revoke].contains(action), world.snapshot.key(of: person.code) == nil {
        return [.say(.lacksKey(person.name))]
      }
      return [.open(.secret(task(action, rows[index].person, world)))]
    }
    return []
  }

  private func task(_ action: Action, _ person: Named, _ world: World) -> SecretTask {
    let snapshot = world.snapshot
    let hasKey = snapshot.key(of: person.code) != nil
    guard snapshot.keysBooks.state.newest[snapshot.keysBook] != nil else {
      return .begin(person, isAgent: action == .agent)
    }
    let officer = Self.officer(besides: person, world)
    return switch action {
    case .change: .change(person)
    case .revoke: .revoke(person)
    default:
      hasKey
        ? .replace(person, isAgent: action == .agent, officer: officer)
        : .issue(person, isAgent: action == .agent, officer: officer)
    }
  }

  /// The officer who signs such a page: who is on duty, else any other who can.
  static func officer(besides person: Named?, _ world: World) -> Named? {
    let able = world.snapshot.officersWhoSign.filter { $0 != person }
    return able.first { $0.code == world.officer?.code } ?? able.first
  }

  private func appoint(_ world: World) -> [Effect] {
    let posts = world.snapshot.unappointed
    guard !posts.isEmpty else { return [.say(.allAppointed)] }
    let officer = Self.officer(besides: nil, world)
    // Officers need two hands as soon as there are two; all others one.
    let second =
      posts.contains { $0.post.needsTwo }
      ? world.snapshot.officersWhoSign.first { $0 != officer } : nil
    return [.open(.secret(.appoint(posts, officer: officer, second: second)))]
  }

  private func since(_ key: KeysState.Key?, _ last: KeysState.Key?, _ world: World) -> String {
    guard let second = key?.from ?? last?.until else { return "" }
    return Stamp(instant: second, offset: world.now.offset).moment.day.text
  }

  func view(in world: World) -> any Block {
    let rows = rows(world)
    let at = rows.isEmpty ? nil : min(cursor.index, rows.count - 1)
    let able = rows.count { world.snapshot.key(of: $0.person.code) != nil }
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(Self.title[world.language], .titleFocus) + recovered(world),
        note: Line("\(able)/\(rows.count)", able < rows.count ? .warning : .dim), isFocused: true,
        glyphs: world.glyphs
      ) {
        ListWithText(
          list: Table(
            [
              .init(Phrase.code[world.language], .cells(11)),
              .init(Phrase("姓名", "姓名", "Name")[world.language], .share(2)),
              .init(Phrase.team[world.language], .share(3)),
              .init(Phrase("职务", "職務", "Post")[world.language], .share(2)),
              .init(Phrase("签字方式", "簽字方式", "Signs by")[world.language], .cells(9)),
              .init(Phrase("启用日期", "啟用日期", "Since")[world.language], .cells(10), from: 84),
              .init(Phrase("指纹", "指紋", "Fingerprint")[world.language], .cells(14), from: 100),
            ],
            count: rows.count, selected: at, isFocused: true,
            empty: Phrase.nobodyToSign[world.language]
          ) { line(rows[$0], world) }, count: rows.count, isMain: true, glyphs: world.glyphs,
          text: at.map { KeyText(person: rows[$0].person, world: world).lines })
      }
    }
  }

  /// That another station put the book on its feet again: for ever, since whoever holds a post holds it by
  /// that.
  private func recovered(_ world: World) -> Line {
    let snapshot = world.snapshot
    let mark = snapshot.keysBooks.state.recovery(of: snapshot.keysBook)
    return Line(mark.map { " \(world.glyphs.more) \($0.words[world.language])" } ?? "", .warning)
  }

  private func line(_ row: Row, _ world: World) -> [Line] {
    let key = world.snapshot.key(of: row.person.code)
    let last = world.snapshot.keysBooks.state.keys(of: row.person.code).last
    let state: Line
    if key != nil {
      state =
        world.snapshot.isAgent(row.person.code)
        ? Line("ssh-agent", .good) : Line(Phrase("签字口令", "簽字口令", "PIN")[world.language], .good)
    } else if last != nil {
      state = Line(Phrase("已吊销", "已吊銷", "revoked")[world.language], .warning)
    } else {
      state = Line(Phrase("未发", "未發", "none")[world.language], .dim)
    }
    return [
      Line(row.person.code, .dim), Line(row.person.name), Line(row.place, .dim),
      Line(KeyText(person: row.person, world: world).posts), state,
      Line(since(key, last, world), .dim),
      Line(key?.print.short ?? "", .dim),
    ]
  }
}

extension Phrase {
  fileprivate static func lacksKey(_ name: String) -> Phrase {
    Phrase(
      "\(name) 没有能用的密钥，先按 F6 登记。", "\(name) 沒有能用的密鑰，先按 F6 登記。",
      "\(name) has no key in force; F6 enrols one.")
  }

  fileprivate static let allAppointed = Phrase(
    "有密钥的队长和民警都已任命。", "有密鑰的隊長和民警都已任命。", "Every leader and officer with a key has their post.")
}
