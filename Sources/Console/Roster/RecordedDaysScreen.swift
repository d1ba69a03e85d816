import Patrol
import Records
import Terminal
import Wording

/// Which teams have entries on which days of a month: what one looks for are the holes.
struct RecordedDaysScreen: Screen {
  enum Action: Hashable {
    case step(Step), left, right, open, new, back, forward, today, nextHole, previousHole
    case onlyHoles, leave
  }

  static let title = ActionName.recordedDays.phrase
  static let purpose = Phrase(
    "一个月里哪天哪队有记录：横线是记了，断处是没记。Tab 到下一处缺漏，Enter 打开那天那队，在那里补记。",
    "一個月裡哪天哪隊有記錄：橫線是記了，斷處是沒記。Tab 到下一處缺漏，Enter 開啟那天那隊，在那裡補記。",
    "Which teams have entries on which days of a month: a line is recorded, a break is not. Tab goes to the next hole, Enter opens that day with that team, where what is missing can be recorded."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .openDay, hint: true),
      Binding(.character("["), does: .back, .spanBack, hint: true),
      Binding(.character("]"), does: .forward, .spanForward, hint: true),
      Binding(.tab, does: .nextHole, .nextHole, hint: true),
      Binding(.character("*"), .character("z"), does: .onlyHoles, .onlyHoles, hint: true),
      Binding(.f(6), .insert, .character("n"), does: .new, .recordPatrol, hint: true),
      Binding(.escape, does: .leave, .back, hint: true),
      Binding(.backTab, does: .previousHole, .previousHole),
      Binding(.character("="), .character("t"), does: .today, .toToday),
      Binding(.left, .character("h"), does: .left, .left),
      Binding(.right, .character("l"), does: .right, .right),
    ] + Binding<Action>.steps { .step($0) }

  /// The unit or team that is shown; nil is everywhere.
  let scope: Scope?
  /// The chosen day, whose month is shown.
  private(set) var day: Day
  private(set) var rows = Cursor()
  /// Whether only teams with something amiss are shown.
  private(set) var isOnlyHoles = false
  /// What was read, and counted; nil until then.
  private(set) var counted: CountedDays?

  init(scope: Scope?, day: Day) { (self.scope, self.day) = (scope, day) }

  var request: Effect { .start(.recordedDays(day.monthDays)) }

  /// The days that there is room for: a month, or the ten days in progress.
  func days(in world: World) -> ClosedRange<Day> {
    RecordedDaysGrid.isNarrow(world.size.width)
      ? RosterSpan.tenDays.days(around: day) : day.monthDays
  }

  /// The teams that are listed.
  func teams(in world: World) -> [Team] {
    let all = world.snapshot.teams(in: scope)
    guard isOnlyHoles, let counted else { return all }
    return all.filter { counted.isAmiss($0) }
  }

  func team(in world: World) -> Team? {
    let teams = teams(in: world)
    return teams.isEmpty ? nil : teams[min(rows.index, teams.count - 1)]
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(let action): return act(action, in: world)
    case .progress(.brought(let found as RecordedDays)):
      // Not those of a month that was left meanwhile.
      guard found.days == day.monthDays else { break }
      counted = CountedDays(found, world.snapshot.teams(in: scope), in: world)
    case .progress(.failed(let notice)): return [.complain(notice)]
    case .tick:
      guard let counted, counted.source != .init(world) else { break }
      self.counted?.source = .init(world)
      return [request]
    case .outcome, .text, .paste, .progress: break
    }
    return []
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .step(let step):
      rows.move(step, count: teams(in: world).count, shown: shown(for: step, in: world))
    case .left: return go(to: day - 1)
    case .right: return go(to: day + 1)
    case .back: return go(to: days(in: world).lowerBound - 1)
    case .forward: return go(to: days(in: world).upperBound + 1)
    case .today: return go(to: world.today)
    case .nextHole: return goToHole(isForward: true, in: world)
    case .previousHole: return goToHole(isForward: false, in: world)
    case .onlyHoles:
      let chosen = team(in: world)?.code
      isOnlyHoles.toggle()
      rows.go(to: teams(in: world).firstIndex { $0.code == chosen } ?? 0)
    case .open: return team(in: world).map { [.open(.day(team: $0.code), on: day)] } ?? none
    case .new:
      guard day <= world.today else {
        return [.say(Phrase("还没到这一天。", "還沒到這一天。", "It is not that day yet."))]
      }
      return team(in: world).map { [.open(.patrolForm(team: $0.code, day: day, from: nil))] }
        ?? none
    case .leave: return [.stop(.listing), .close]
    }
    return []
  }

  private var none: [Effect] { [.say(.noTeams)] }

  private mutating func go(to day: Day) -> [Effect] {
    let before = self.day.monthDays
    self.day = day
    if before == day.monthDays { return [.lookAt(day)] }
    counted = nil
    return [.lookAt(day), request]
  }

  /// The next team and day with something amiss, day after day and in each from the top.
  private mutating func goToHole(isForward: Bool, in world: World) -> [Effect] {
    guard let counted else { return [.say(.reading)] }
    let teams = teams(in: world)
    let at = min(rows.index, max(0, teams.count - 1))
    let month = counted.found.days
    let left = Array(isForward ? day...month.upperBound : month.lowerBound...day)
    for day in isForward ? left : left.reversed() {
      let order = isForward ? Array(teams.indices) : teams.indices.reversed()
      let row = order.first { row in
        (day != self.day || (isForward ? row > at : row < at))
          && counted.isAmiss(teams[row], on: day)
      }
      if let row {
        rows.go(to: row)
        self.day = day
        return [.lookAt(day)]
      }
    }
    return [
      .say(
        isForward
          ? Phrase("本月后面没有缺漏了。", "本月後面沒有缺漏了。", "Nothing further is missing in this month.")
          : Phrase("本月前面没有缺漏了。", "本月前面沒有缺漏了。", "Nothing before is missing in this month."))
    ]
  }

  mutating func note(saved pages: [PageID], in world: World) -> [Effect] { [request] }
}

/// What was read of a month, with what is counted of it once for all frames.
struct CountedDays: Sendable {
  /// What it hangs on: read again when it has changed.
  struct Source: Hashable, Sendable {
    let books: Int
    let registers: Int
    let today: Day
    /// Shifts end, so that what was to come is missing.
    let halfHour: Int

    init(_ world: World) {
      (books, registers, today) = (world.reading, world.snapshot.reading, world.today)
      halfHour = world.now.moment.minuteOfDay / 30
    }
  }

  let found: RecordedDays
  private let standing: Standing
  private let missingOf: [String: Int]
  private let missingOn: [Int]
  private let amiss: Set<String>
  /// Teams without an entry on some day, and contradictions.
  let teamsWithHoles, denied: Int
  var source: Source

  init(_ found: RecordedDays, _ teams: [Team], in world: World) {
    let standing = Standing(found, teams, in: world)
    (self.found, self.standing, source) = (found, standing, Source(world))
    let days = Array(found.days)
    var missingOf: [String: Int] = [:]
    var amiss: Set<String> = []
    var denied = 0
    var missingOn = [Int](repeating: 0, count: days.count)
    for team in teams {
      for (index, day) in days.enumerated() {
        if standing.of(team, on: day) == .missing {
          missingOf[team.code, default: 0] += 1
          missingOn[index] += 1
          amiss.insert(team.code)
        } else if found.marks(of: team.code, on: day).contains(.denied) {
          denied += 1
          amiss.insert(team.code)
        }
      }
    }
    (self.missingOf, self.missingOn, self.amiss) = (missingOf, missingOn, amiss)
    (teamsWithHoles, self.denied) = (missingOf.count, denied)
  }

  func missing(of team: Team) -> Int { missingOf[team.code] ?? 0 }
  func missing(on day: Day) -> Int {
    found.days.contains(day) ? missingOn[day - found.days.lowerBound] : 0
  }
  func isAmiss(_ team: Team) -> Bool { amiss.contains(team.code) }
  func isOut(_ team: Team, on day: Day) -> Bool { standing.isOut(team, on: day) }
  func isMissing(_ team: Team, on day: Day) -> Bool { standing.of(team, on: day) == .missing }
  func isToCome(_ team: Team, on day: Day) -> Bool { standing.of(team, on: day) == .toCome }
  func isAmiss(_ team: Team, on day: Day) -> Bool {
    isMissing(team, on: day) || found.marks(of: team.code, on: day).contains(.denied)
  }
}

/// How a team stands on a day of which the books say nothing.
private struct Standing: Sendable {
  enum State { case missing, toCome }

  private let found: RecordedDays
  private let today: Day
  private let underway: [String: Day]
  /// Teams none of whose shifts of today is over.
  private let pending: Set<String>

  init(_ found: RecordedDays, _ teams: [Team], in world: World) {
    let (snapshot, now) = (world.snapshot, world.now.moment)
    (self.found, today) = (found, world.today)
    underway = Dictionary(
      snapshot.underway.map { ($0.team.code, snapshot.station.patrolDay($0.from)) },
      uniquingKeysWith: { $1 })
    pending = Set(
      teams.map(\.code).filter { team in
        snapshot.duties(of: team, on: world.today).allSatisfy { $0.to > now }
      })
  }

  func isOut(_ team: Team, on day: Day) -> Bool { underway[team.code] == day }

  /// Nil where there is an entry, the team is out, or none was due.
  func of(_ team: Team, on day: Day) -> State? {
    guard found.isMissing(team, on: day, today: today), !isOut(team, on: day) else { return nil }
    return day == today && pending.contains(team.code) ? .toCome : .missing
  }
}
