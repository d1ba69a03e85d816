import Patrol
import Records
import Terminal
import Wording

/// One record of a register with its history: who changed what, when, from what to what.
struct RecordScreen: Screen {
  enum Action: Hashable { case step(Step), edit, end, reveal, merge, sheet, calendar, back }

  static let title = Phrase("一条登记", "一條登記", "A record")
  static let purpose = Phrase(
    "一条登记和它的变更记录：谁在何时改过什么。F4 修改；要看完整电话按 F5，写明原因。",
    "一條登記和它的變更記錄：誰在何時改過什麼。F4 修改；要看完整電話按 F5，寫明原因。",
    "One record and who changed what of it when. F4 changes it; F5 shows the whole telephone number once you say why."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.f(4), .character("e"), does: .edit, .edit, hint: true),
      Binding(.f(5), does: .reveal, .reveal, hint: true),
      Binding(.delete, .character("x"), does: .end, .end, hint: true),
      Binding(
        .character(">"), .character("》"), .character("p"), does: .sheet, .exportTable, hint: true),
      Binding(.character("*"), .character("m"), does: .merge, .merge, hint: true),
      Binding(.character("@"), .character("c"), does: .calendar, .calendar),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  let kind: RegisterKind
  let code: String
  private var history = ShownHistory()
  private var scroll = Scroll()

  init(_ kind: RegisterKind, _ code: String) { (self.kind, self.code) = (kind, code) }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(let action): return act(action, in: world)
    case .outcome(.done(let done)):
      history.show(done, in: world)
      return done.saying
    case .tick:
      guard history.isOutdated(in: world) else { break }
      return [.perform(.history(.register(kind), code: code))]
    case .outcome(.failed(let notice, _)): return [.complain(notice)]
    case .outcome, .text, .paste, .progress: break
    }
    return []
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .step(let step): scroll.move(step, shown(in: world))
    case .edit: return [.turnTo(.recordForm(kind, code: code, scope: nil))]
    case .end:
      guard kind.hasEnd else { return [.say(.hasNoEnd)] }
      return [.turnTo(.ending(kind, codes: [code]))]
    case .reveal:
      guard kind.isPersonal else {
        return [.say(Phrase("这里没有个人信息。", "這裡沒有個人信息。", "There is no personal data here."))]
      }
      return [.open(.reveal(kind, code: code))]
    case .merge:
      guard kind.canMerge else { return [.say(.cantMerge)] }
      return [.turnTo(.merge(kind, code: code))]
    case .sheet: return [.perform(.sheet(kind, code: code, why: Phrase.ownRequest[world.language]))]
    case .calendar: return calendar(in: world)
    case .back: return [.close]
    }
    return []
  }

  /// This week's and next week's shifts, of a member or a team.
  private func calendar(in world: World) -> [Effect] {
    let monday = RosterSpan.week.days(around: world.day).lowerBound
    let whose: Duties.Whose = kind == .teams ? .team(code) : .person(code)
    guard kind == .teams || kind == .members else {
      return [.say(Phrase("只有队伍和队员有排班。", "只有隊伍和隊員有排班。", "Only teams and members have shifts."))]
    }
    return [.perform(.calendar(Duties(whose, from: monday, to: monday + 13)))]
  }

  func hints(in world: World) -> [KeyLine] {
    keyLines.compactMap { line in
      if kind.layout.isMade, ActionName.byHand.contains(line.name) { return nil }
      return switch line.name {
      case .merge: kind.canMerge ? line : nil
      case .reveal: kind.isPersonal ? line : nil
      case .end: kind.hasEnd ? line.called(kind.endName) : nil
      default: line
      }
    }
  }

  func view(in world: World) -> any Block {
    let texts = world.snapshot.table(kind).texts(code) ?? [:]
    let name = world.snapshot.title(of: texts, kind)
    let card = RecordCard(kind, code, world: world, history: history.changes)
    let table = world.snapshot.table(kind)
    let keeper = table.index(of: code).map(table.keeper) ?? ""
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line("\(kind.title[world.language]) \(world.glyphs.more) \(name)", .titleFocus),
        note: Line(code, .bold),
        footer: Line(Phrase.keptBy(keeper)[world.language], .dim),
        isFocused: true, glyphs: world.glyphs
      ) {
        ScrolledLines(top: scroll.top, lines: card.lines)
      }
    }
  }
}

extension Phrase {
  static let cantMerge = Phrase("这类登记不能合并。", "這類登記不能合併。", "These records can't be merged.")
  static let ownRequest = Phrase("本人查阅", "本人查閱", "asked for by the person")
  static func keptBy(_ keeper: String) -> Phrase {
    Phrase("登记单位 \(keeper)", "登記單位 \(keeper)", "kept by \(keeper)")
  }
}

/// A record whose personal data was asked for, with a reason.
package struct Revealed: Hashable, Sendable {
  let kind: RegisterKind
  let code: String
  init(_ kind: RegisterKind, _ code: String) { (self.kind, self.code) = (kind, code) }
}
