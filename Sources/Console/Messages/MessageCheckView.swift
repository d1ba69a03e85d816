import Patrol
import Records
import Terminal
import Wording

extension MessageCheckScreen {
  func view(in world: World) -> any Block {
    let whole = panel(world)
    return picker.map { $0.block(world, over: whole) } ?? whole
  }

  private func panel(_ world: World) -> any Block {
    let language = world.language
    let plan = plan(in: world)
    let (lines, isListing) = (head(plan, world), isListing)
    let sentence = sentence(plan, world)
    let refusal = new.refusal(of: plan, in: world)?.notice.happened[language]
    let urgent = world.glyphs.urgent
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line("5 \(title[language])", .titleFocus),
        note: Line(Phrase("第二步 核对", "第二步 核對", "Step 2: check")[language], .dim),
        isFocused: true, glyphs: world.glyphs
      ) {
        if let approver {
          SecretField(
            label: "\(approver.name) \(Phrase.secret[language])",
            secret: picker == nil ? secret : nil,
            isFocused: picker == nil, world: world)
          PaddedLines(
            lines: LineBreak.lines(
              Phrase.approves(approver.name)[language], width: world.size.width - 4
            ).map { Line($0, .dim) }
          ).fixed
        }
        HeadedList(
          head: { width in
            isListing ? [] : lines.flatMap { $0.wrapped(width) }
          },
          list: recipients(plan, world),
          foot: { width in
            if let refusal { return Line("\(urgent) \(refusal)", .urgent).wrapped(width) }
            return Line(sentence, .message).wrapped(width)
          }, glyphs: world.glyphs)
      }
    }
  }

  private func head(_ plan: MessagePlan, _ world: World) -> [Line] {
    let language = world.language
    let out = Phrase(
      "去掉 \(new.without.count) 人", "去掉 \(new.without.count) 人", "\(new.without.count) left out")
    return [Line(new.whole(world.snapshot.station), .bold)] + about(world)
      + plan.lines.map { Line($0[language]) }
      + (new.without.isEmpty ? [] : [Line(out[language], .warning)])
      + plan.warnings.map { Line("\(world.glyphs.urgent) \($0[language])", .warning) }
  }

  /// The case of a look-out, and until when it holds.
  private func about(_ world: World) -> [Line] {
    guard new.kind == .lookout, let one = new.incident.flatMap(world.snapshot.incident),
      let expires = new.expires
    else { return [] }
    let language = world.language
    let until = Patrol.Message.expires.column.label[language]
    let left = Phrase.left(expires - world.now.moment)[language]
    return [
      Line(
        Phrase("案 ", "案 ", "case ")[language]
          + one.called(language) + "  \(until) \(expires.brief)  \(left)")
    ]
  }

  /// What F8 will do: `核对：提示短信，27 人，27 条，马上发，署名青石派出所`.
  private func sentence(_ plan: MessagePlan, _ world: World) -> String {
    let (people, texts) = (plan.recipients.count, plan.total)
    let signed = new.signed.isEmpty ? world.snapshot.station.messageSignature : new.signed
    let (kind, when) = (new.kind.label, Phrase.leaves(by: world.snapshot.station.desk.gateway))
    return Phrase(
      "核对：\(kind[.hans])短信，\(people) 人，\(texts) 条，\(when[.hans])，署名\(signed)。",
      "核對：\(kind[.hant])短信，\(people) 人，\(texts) 條，\(when[.hant])，署名\(signed)。",
      "\(kind[.en]) to \(people), \(texts) \(texts == 1 ? "text" : "texts"), \(when[.en]), signed \(signed)."
    )[world.language] + (isApproving ? "" : Phrase.thenSends[world.language])
  }

  private func recipients(_ plan: MessagePlan, _ world: World) -> Table {
    let (language, people) = (world.language, everybody(in: world))
    let without = new.without
    return Table(
      [
        .init("", .cells(1)),
        .init(Sending.to.column.label[language], .share(2)),
        .init(Patrol.Message.groups.column.label[language], .share(2), from: 66),
        .init(Phrase.whereAbouts[language], .share(2)),
        .init(Patrol.Message.hours.column.label[language], .cells(11)),
        .init(Phrase.phone[language], .cells(11), from: 66),
      ], count: people.count,
      selected: people.isEmpty ? nil : min(cursor.index, people.count - 1), isFocused: !isApproving,
      isMoved: true, empty: MessageRefusal.nobody.notice.happened[language]
    ) { index in
      let one = people[index]
      let isOut = without.contains(one.who.code)
      let isAgain = plan.again.contains(one.who.code)
      let role: Role = isOut ? .struck : .plain
      let mark = isOut ? world.glyphs.cross : isAgain ? world.glyphs.urgent : ""
      let place = [one.section, one.detail].filter { !$0.isEmpty }.joined(separator: " ")
      return [
        Line(mark, .warning), Line(one.who.name, role), Line(one.group.label[language], .dim),
        Line(place, role), Line(one.hours.map(\.text).joined(separator: " "), .dim),
        Line(one.phone.map(Member.masked) ?? "", .dim),
      ]
    }
  }
}

extension Phrase {
  fileprivate static let whereAbouts = Phrase("路段、队、车", "路段、隊、車", "Section, team, taxi")
  fileprivate static let thenSends = Phrase("F8 发送", "F8 發送", " F8 sends.")
  fileprivate static func approves(_ name: String) -> Phrase {
    Phrase(
      "\(name) 看过全文，输口令批准，布控就发出。F4 换人，Esc 不发。",
      "\(name) 看過全文，輸口令批准，布控就發出。F4 換人，Esc 不發。",
      "\(name) has seen all of it and approves by PIN; the look-out goes out then. F4 another officer, Esc sends nothing."
    )
  }
}

extension Phrase {
  /// When a message leaves, by what carries it.
  fileprivate static func leaves(by gateway: GatewayKind?) -> Phrase {
    switch gateway {
    case .gammu: Phrase("马上发", "馬上發", "at once")
    case .platform: Phrase("待导出表格", "待匯出表格", "once its table is exported")
    case nil: Phrase("只排队，没有网关", "只排隊，沒有網關", "waiting, for there is no gateway")
    }
  }
}
