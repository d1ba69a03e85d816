import Patrol
import Records
import Terminal
import Wording

/// The roster held against the books (R27, B1): who was to be out, who was, when, at which points.
struct RosterScreen: Screen {
  enum Action: Hashable {
    case step(Step), left, right, open, change, edit, noDuty, copyWeek, lists, export
    case span, turn, recorded, back, forward, today, leave
  }

  static let title = ActionName.roster.phrase
  static let purpose = Phrase(
    "各队的班次与实际巡逻对照：●完成，其余写明差在哪里。Enter 看当日的页，没记的就记；F4 改一天的安排。",
    "各隊的班次與實際巡邏對照：●完成，其餘寫明差在哪裡。Enter 看當日的頁，沒記的就記；F4 改一天的安排。",
    "Shifts held against what was patrolled; what is not complete says where. Enter opens the day's page, or the form for one that nobody recorded; F4 changes a single day."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.f(5), .character("v"), does: .span, .span, hint: true),
      Binding(.tab, does: .recorded, .recordedDays, hint: true),
      Binding(.f(6), .insert, .character("n"), does: .change, .changeDuty, hint: true),
      Binding(.f(4), .character("e"), does: .edit, .editShift, hint: true),
      Binding(.character("["), does: .back, .spanBack, hint: true),
      Binding(.character("]"), does: .forward, .spanForward, hint: true),
      Binding(.enter, does: .open, .goThere, hint: true),
      Binding(.character("*"), .character("m"), does: .lists, .shiftsAndRoutes, hint: true),
      Binding(.backTab, does: .turn, .tableOrCalendar),
      Binding(.delete, .character("x"), does: .noDuty, .noDuty),
      Binding(.character("+"), .character("c"), does: .copyWeek, .copyWeek),
      Binding(.character("="), .character("t"), does: .today, .toToday),
      Binding(.character(">"), .character("》"), .character("p"), does: .export, .exportTable),
      Binding(.left, .character("h"), does: .left, .left),
      Binding(.right, .character("l"), does: .right, .right),
      Binding(.escape, does: .leave, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  /// The unit or team whose shifts are listed; nil is everywhere.
  let scope: Scope?
  /// The chosen day, around which `span` is laid.
  var day: Day
  var span = RosterSpan.week
  var isCalendar = true
  /// A team in the calendar, a shift in the table.
  var rows = Cursor()
  /// The shifts of `days`; nil until they were worked out.
  var performances: [Performance]?
  /// What the shifts were read from: read again when it has changed.
  private var source: Source?

  private struct Source: Hashable {
    let exceptions: RegisterTable.Identity
    let books: Int

    init(_ world: World) {
      exceptions = world.snapshot.table(.exceptions).identity
      books = world.reading
    }
  }

  init(scope: Scope?, day: Day) { (self.scope, self.day) = (scope, day) }

  func teams(in world: World) -> [Team] {
    world.snapshot.teams(in: scope)
  }

  var days: ClosedRange<Day> { span.days(around: day) }

  func request(in world: World) -> Effect {
    .perform(.plan(teams: teams(in: world).map(\.code), from: days.lowerBound, to: days.upperBound))
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(let action): return act(action, in: world)
    case .outcome(.done(let done)):
      if let found = done.answer as? Performances {
        performances = found.list
        source = Source(world)
      }
      return done.saying + (done.answer is StepSummary ? [request(in: world)] : [])
    case .outcome(.unchanged):
      // Of what this screen asks for, only copying a week can leave everything as it is.
      return [.say(Phrase("没有可以照抄的变更。", "沒有可以照抄的變更。", "There is nothing to copy."))]
    case .outcome(.failed(let notice, _)): return [.complain(notice)]
    case .tick:
      let now = Source(world)
      guard source != nil, source != now else { return [] }
      source = now
      return [request(in: world)]
    case .text, .paste, .progress: break
    }
    return []
  }

  /// The team under the cursor.
  func team(in world: World) -> Team? {
    if isCalendar {
      let teams = teams(in: world)
      return teams.isEmpty ? nil : teams[min(rows.index, teams.count - 1)]
    }
    return row.flatMap { world.snapshot.team($0.duty.team) }
  }

  /// The shift under the cursor of the table.
  private var row: Performance? {
    guard let list = performances, !list.isEmpty else { return nil }
    return list[min(rows.index, list.count - 1)]
  }

  /// The day that is chosen, and what a team had to do on it.
  func chosen(in world: World) -> [Performance] {
    if !isCalendar { return row.map { [$0] } ?? [] }
    let team = team(in: world)?.code
    return (performances ?? []).filter { $0.duty.team == team && $0.duty.day == day }
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .step(let step):
      let count = isCalendar ? teams(in: world).count : performances?.count ?? 0
      rows.move(step, count: count, shown: shown(for: step, in: world))
    case .left: return go(to: day - 1, in: world)
    case .right: return go(to: day + 1, in: world)
    case .back: return go(to: days.lowerBound - 1, in: world)
    case .forward: return go(to: days.upperBound + 1, in: world)
    case .today: return go(to: world.today, in: world)
    case .span:
      let all = RosterSpan.allCases
      span = all[((all.firstIndex(of: span) ?? 0) + 1) % all.count]
      return [request(in: world)]
    case .turn:
      isCalendar.toggle()
      rows.reset()
    case .recorded: return [.open(.recordedDays(scope: scope, day: min(day, world.today)))]
    case .open: return open(in: world)
    case .change: return change(in: world)
    case .edit: return edit(in: world)
    case .noDuty: return noDuty(in: world)
    case .copyWeek:
      let teams = Set(teams(in: world).map(\.code))
      return [
        .perform(.change(RegisterStep(copyingWeekBefore: day, of: teams, in: world.snapshot)))
      ]
    case .lists: return [.open(.registers(.roster, scope: scope))]
    case .export: return export(in: world)
    case .leave: return [.close]
    }
    return []
  }

  private mutating func go(to day: Day, in world: World) -> [Effect] {
    let before = days
    self.day = day
    return before == days ? [] : [request(in: world)]
  }

  /// The page of the shift; the form for one that nobody wrote down.
  private func open(in world: World) -> [Effect] {
    guard let first = chosen(in: world).first else {
      return [.say(Phrase("这一天没有排班。", "這一天沒有排班。", "Nothing is planned for that day."))]
    }
    if let page = first.page { return [.open(.page(page), on: first.duty.day)] }
    guard first.duty.from <= world.now.moment else {
      return [.say(Phrase("未到时间。", "未到時間。", "It is not time yet."))]
    }
    return [.open(.patrolForm(team: first.duty.team, day: first.duty.day, from: nil))]
  }

  /// The form of a roster change, filled in from the chosen shift, or with team and day alone.
  private func change(in world: World) -> [Effect] {
    let duty = chosen(in: world).first?.duty
    let given = [
      "Team": team(in: world)?.code, "Date": (duty?.day ?? day).text, "Line": duty?.line,
      // Of a shift that is there it has to be said what becomes of it.
      "Kind": duty == nil ? nil : "",
    ].compactMapValues { $0 }
    return [.open(.recordForm(.exceptions, code: nil, scope: scope, given: given))]
  }

  /// The roster's line behind the shift; a new one for a team that has none.
  private func edit(in world: World) -> [Effect] {
    if let line = chosen(in: world).first?.duty.line {
      return [.open(.recordForm(.roster, code: line, scope: nil))]
    }
    let team = team(in: world)?.code
    return [.open(.recordForm(.roster, code: nil, scope: team.map { .team($0) } ?? scope))]
  }

  /// A roster change for that day; the roster's own line stays.
  private func noDuty(in world: World) -> [Effect] {
    guard let duty = chosen(in: world).first?.duty, let line = duty.line else {
      return [.say(Phrase("这一天没有排班。", "這一天沒有排班。", "Nothing is planned for that day."))]
    }
    var texts = ["Team": duty.team, "Date": duty.day.text, "Kind": "off", "Line": line]
    guard duty.day > world.today else {
      // Of a day that has begun it is asked why.
      return [.open(.recordForm(.exceptions, code: nil, scope: scope, given: texts, at: "Remark"))]
    }
    var numbering = CodeNumbering(.exceptions, in: world.snapshot)
    texts["Code"] = numbering.next(texts)
    return [
      .perform(.change(RegisterStep(.edit, [RegisterRecord(.exceptions, texts, seen: nil)])))
    ]
  }

  private func export(in world: World) -> [Effect] {
    guard let team = team(in: world) else { return [.say(.chooseFirst)] }
    return [
      .perform(.calendar(Duties(.team(team.code), from: days.lowerBound, to: days.upperBound)))
    ]
  }
}
