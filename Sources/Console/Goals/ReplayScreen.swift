import Patrol
import Records
import Terminal
import Wording

/// A night minute by minute: who was out when, what was inspected, what happened and what was reported.
struct ReplayScreen: Screen {
  enum Action: Hashable {
    case step(Step), quarterBack, quarterForward, open, back, forward, today, leave
  }

  static let title = ActionName.replay.phrase
  static let purpose = Phrase(
    "一夜里哪队几时到几时在巡，哪里检查、发案、报情报，当时谁在、谁不在。↓ 下一件，← → 移一刻钟，Enter 打开这一件，[ ] 换一夜；队多时 PageDown 往下看。",
    "一夜裡哪隊幾時到幾時在巡，哪裡檢查、發案、報情報，當時誰在、誰不在。↓ 下一件，← → 移一刻鐘，Enter 開啟這一件，[ ] 換一夜；隊多時 PageDown 往下看。",
    "Which teams were out from when to when in a night, where something was inspected, happened or was reported, and who was there. Down goes to the next event, Left and Right by a quarter of an hour, Enter opens the event, [ and ] go to another night; PageDown shows further teams."
  )
  static let keys: [Binding<Action>] = [
    Binding(.enter, does: .open, .open, hint: true),
    Binding(.down, .character("j"), does: .step(.down), .nextEvent, hint: true),
    Binding(.right, .character("l"), does: .quarterForward, .quarterForward, hint: true),
    Binding(.left, .character("h"), does: .quarterBack, .quarterBack, hint: true),
    Binding(.character("["), does: .back, .nightBack, hint: true),
    Binding(.character("]"), does: .forward, .nightForward, hint: true),
    Binding(.escape, does: .leave, .back, hint: true),
    Binding(.up, .character("k"), does: .step(.up), .previousEvent),
    Binding(.pageUp, does: .step(.pageUp), .pageUp),
    Binding(.pageDown, does: .step(.pageDown), .pageDown),
    Binding(.home, does: .step(.first), .first),
    Binding(.end, does: .step(.last), .last),
    Binding(.character("="), .character("t"), does: .today, .toToday),
  ]

  let unit: String?
  private(set) var events = Cursor()
  /// Minutes since the night began; nil at the chosen event.
  private(set) var minute: Int?
  /// The first team that shows, where somebody paged; nil where the chosen event's team is to show.
  private(set) var top: Int?

  init(unit: String?) { self.unit = unit }

  /// Nil until the day's pages were read.
  func night(in world: World) -> NightReplay? {
    guard let ledger = world.ledger, ledger.day == world.day else { return nil }
    return NightReplay(world.snapshot, ledger, world.told, now: world.now.moment, unit: unit)
  }

  /// The chosen event, where the minute is its own.
  func event(_ night: NightReplay) -> NightEvent? {
    minute == nil && !night.events.isEmpty
      ? night.events[min(events.index, night.events.count - 1)] : nil
  }

  func moment(_ night: NightReplay) -> Moment {
    minute.map { night.from + $0 } ?? event(night)?.at ?? night.from
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    switch action {
    case .leave: return [.stop(.listing), .close]
    case .back: return go(to: world.day - 1)
    case .today: return go(to: world.today)
    case .forward:
      return world.day < world.today ? go(to: world.day + 1) : [.say(.noLaterNight)]
    case .step, .quarterBack, .quarterForward, .open: break
    }
    guard let night = night(in: world) else { return [.say(.reading)] }
    switch action {
    case .step(let step): move(step, night, world)
    case .quarterBack: go(to: quarter(before: moment(night) - night.from), night)
    case .quarterForward: go(to: (moment(night) - night.from) / 15 * 15 + 15, night)
    case .open: return [self.event(night).map { .open($0.place) } ?? .say(.noEventThen)]
    case .leave, .back, .today, .forward: break
    }
    return []
  }

  private mutating func go(to day: Day) -> [Effect] {
    (minute, top) = (nil, nil)
    events.reset()
    return [.lookAt(day)]
  }

  private func quarter(before minute: Int) -> Int { (minute + 14) / 15 * 15 - 15 }

  /// To a minute of the night; to the event of that minute, where there is one.
  private mutating func go(to minute: Int, _ night: NightReplay) {
    let minute = max(0, min(night.to - night.from - 1, minute))
    let found = night.events.firstIndex { $0.at == night.from + minute }
    if let found { events.go(to: found) }
    (self.minute, top) = (found == nil ? minute : nil, nil)
  }

  private mutating func move(_ step: Step, _ night: NightReplay, _ world: World) {
    let count = night.events.count
    if step.isPage, !NightBars.isList(world) {
      guard let shown = shown(for: step, in: world) else { return }
      let by = step == .pageDown ? shown.step : -shown.step
      top = max(0, min(shown.first + by, shown.last))
      return
    }
    guard count > 0 else { return }
    let at = moment(night)
    top = nil
    guard minute != nil, step == .up || step == .down else {
      minute = nil
      events.move(step, count: count, shown: shown(for: step, in: world))
      return
    }
    // From a minute without an event to the one beside it; where there is none the minute stays.
    let beside =
      step == .down
      ? night.events.firstIndex { $0.at > at } : night.events.lastIndex { $0.at < at }
    guard let beside else { return }
    minute = nil
    events.go(to: beside)
  }
}

extension NightEvent {
  /// Where it is told in full.
  var place: Place {
    switch kind {
    case .inspection(let page, _, _): .page(page)
    case .incident(let code): .record(.incidents, code: code)
    case .lead(.record(let code)): .record(.intelligence, code: code)
    case .lead(.page(let page)): .page(page)
    }
  }
}

extension Phrase {
  fileprivate static let noLaterNight = Phrase(
    "还没到下一夜。", "還沒到下一夜。", "The next night has not come yet.")
  fileprivate static let noEventThen = Phrase(
    "这一刻没有检查、案事件或情报；↓ 到下一件。", "這一刻沒有檢查、案事件或情報；↓ 到下一件。",
    "Nothing was inspected, happened or was reported then; Down goes to what came next.")
}
