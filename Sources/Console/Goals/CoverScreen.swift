import Patrol
import Records
import Terminal
import Wording

/// Incidents by hour and weekday beside the hours patrolled, and the ten spots where cover is thinnest (R7).
struct CoverScreen: Screen {
  enum Action: Hashable { case step(Step), open, take, hours, new, back, forward, figures, leave }

  static let title = ActionName.cover.phrase
  static let purpose = Phrase(
    "八周来案事件发生在星期几的几点，旁边是同时段夜均在巡队数，列出最薄弱的十处。Enter 看依据，F5 把建议班次填进勤务登记，由人核对保存；* 换成各单位各时的数字。",
    "八週來案事件發生在星期幾的幾點，旁邊是同時段夜均在巡隊數，列出最薄弱的十處。Enter 看依據，F5 把建議班次填進勤務登記，由人核對儲存；* 換成各單位各時的數字。",
    "On which weekday and at which hour incidents happened in eight weeks, how many teams were out then on average, and the ten thinnest spots. Enter shows the incidents behind one, F5 takes the proposed shift into the roster's form, where somebody checks and saves it; * tells the same in figures by unit and hour."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .grounds, hint: true),
      Binding(.f(5), does: .take, .takeShift, hint: true),
      Binding(.f(4), .character("e"), does: .hours, .hotHours, hint: true),
      Binding(.character("["), does: .back, .weeksBack, hint: true),
      Binding(.character("]"), does: .forward, .weeksForward, hint: true),
      Binding(.character("*"), .character("m"), does: .figures, .asTable, hint: true),
      Binding(.escape, .left, does: .leave, .back, hint: true),
      Binding(.f(6), .insert, .character("n"), does: .new, .newIncident),
    ] + Binding<Action>.steps { .step($0) }

  let unit: String?
  /// The last of the days that are looked at.
  private(set) var day: Day
  private(set) var rows = Cursor()
  /// Whether figures stand in the place of the maps, and which line of them is chosen.
  private(set) var isTable = false
  private(set) var lines = Cursor()
  /// What was read and counted; nil until then.
  private(set) var counted: CountedCover?
  /// What was asked for before that: it is done as soon as it can be.
  private var pending: Action?

  init(unit: String?, day: Day) { (self.unit, self.day) = (unit, day) }

  func days(in world: World) -> ClosedRange<Day> { Cover.days(to: day, today: world.today) }

  func request(in world: World) -> Effect {
    .start(.patrolTimes(Cover.read(for: days(in: world))))
  }

  var cover: Cover? { counted?.cover }
  var row: Int { min(rows.index, max(0, (cover?.spots.count ?? 0) - 1)) }
  var spot: CoverSpot? { cover.flatMap { $0.spots.isEmpty ? nil : $0.spots[row] } }

  /// What is proposed for the chosen spot; nil where nobody is there to go.
  var shift: CoverSpot.Shift? { counted.flatMap { $0.shifts.isEmpty ? nil : $0.shifts[row] } }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(let action): return act(action, in: world)
    case .progress(.brought(let times as PatrolTimes)):
      // Not those of weeks that were left meanwhile.
      guard times.days == Cover.read(for: days(in: world)) else { break }
      counted = CountedCover(times, days(in: world), unit, in: world)
      if let action = pending { return act(action, in: world) }
    case .progress(.failed(let notice)): return [.complain(notice)]
    case .tick:
      guard let counted, counted.source != .init(world) else { break }
      self.counted?.source = .init(world)
      return [request(in: world)]
    case .outcome, .text, .paste, .progress: break
    }
    return []
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    pending = nil
    switch action {
    case .open where counted == nil, .take where counted == nil:
      pending = action
      return [.say(.reading)]
    case .step(let step) where isTable:
      lines.move(
        step, count: 2 * (cover?.areas.count ?? 0), shown: shown(for: step, in: world))
    case .step(let step):
      rows.move(step, count: cover?.spots.count ?? 0, shown: shown(for: step, in: world))
    case .open where isTable:
      guard let cover, !cover.areas.isEmpty else { return [.say(.nothingThin)] }
      let area = cover.areas[min(lines.index / 2, cover.areas.count - 1)]
      return [.open(.cases(.days(cover.days, unit: area)))]
    case .take where isTable: return [.say(.spotsAreOnTheMap)]
    case .open:
      guard let spot, let cover else { return [.say(.nothingThin)] }
      return [.open(.cases(.spot(spot, cover.days)))]
    case .take:
      guard spot != nil else { return [.say(.nothingThin)] }
      guard let shift else { return [.say(.nobodyThere)] }
      // Taken once, it would send the same team out twice.
      if let line = world.snapshot.planned(shift) { return [.say(.planned(line))] }
      return [
        .open(
          .recordForm(
            .roster, code: nil, scope: .team(shift.team.code),
            given: shift.given(since: world.today)
          ))
      ]
    case .hours: return [.open(.registers(.hotHours, scope: unit.map { .unit($0) }))]
    case .new: return [.open(.recordForm(.incidents, code: nil, scope: unit.map { .unit($0) }))]
    case .back: return go(to: days(in: world).upperBound - 28, in: world)
    case .forward: return go(to: min(world.today, days(in: world).upperBound + 28), in: world)
    case .figures: isTable.toggle()
    case .leave: return [.stop(.listing), .close]
    }
    return []
  }

  func hints(in world: World) -> [KeyLine] {
    isTable ? keyLines.filter { $0.name != .takeShift } : keyLines
  }

  private mutating func go(to day: Day, in world: World) -> [Effect] {
    let before = days(in: world)
    self.day = day
    guard days(in: world) != before else { return [] }
    counted = nil
    return [request(in: world)]
  }

  mutating func note(saved pages: [PageID], in world: World) -> [Effect] { [request(in: world)] }
}

/// What was counted once for all frames.
struct CountedCover: Sendable {
  let cover: Cover
  /// Of all units that are shown.
  let incidents: WeekHours
  /// Minutes of all teams of them.
  let minutes: WeekHours
  /// Teams that were out on an average night.
  let teams: WeekHours
  /// What is proposed for each spot.
  let shifts: [CoverSpot.Shift?]
  var source: CountedDays.Source

  init(_ times: PatrolTimes, _ days: ClosedRange<Day>, _ unit: String?, in world: World) {
    cover = Cover(world.snapshot, days, times, unit: unit)
    incidents = cover.allIncidents
    minutes = cover.allMinutes
    teams = cover.teams
    shifts = cover.shifts(world.snapshot)
    source = .init(world)
  }
}

extension Phrase {
  static let nothingThin = Phrase(
    "没有可列的薄弱处：同一单位同一时段（含前后一小时）不足 3 起的不列。", "沒有可列的薄弱處：同一單位同一時段（含前後一小時）不足 3 起的不列。",
    "No thin spot to list: fewer than three incidents of a unit around one hour are chance.")
  fileprivate static let spotsAreOnTheMap = Phrase(
    "按 * 回到图上，在那里选薄弱处。", "按 * 回到圖上，在那裡選薄弱處。",
    "* goes back to the maps, where a spot is chosen.")
  fileprivate static func planned(_ line: RosterLine) -> Phrase {
    let hours = RosterLine.hours(line)
    return Phrase(
      "勤务里已有这一班：\(line.code)，\(hours)。", "勤務裡已有這一班：\(line.code)，\(hours)。",
      "The roster has that shift already: \(line.code), \(hours).")
  }
  fileprivate static let nobodyThere = Phrase(
    "这个单位没有巡防队伍可排。", "這個單位沒有巡防隊伍可排。", "There is no team of that unit to put on the roster.")
}
