import Patrol
import Records
import Terminal
import Wording

/// Charts that people look at: who is there of those due, hours patrolled over a day, incidents by ten days and
/// by day.
struct ChartsScreen: Screen {
  enum Action: Hashable { case next, previous, first, last, open, back, forward, today, leave }

  static let title = ActionName.charts.phrase
  static let purpose = Phrase(
    "四张图：各单位应有人数到位、各时巡逻队时、专项各旬案事件、本月每日案事件。窗口大时同屏，↓ 选一张，Enter 看数字的来处，[ ] 换月。",
    "四張圖：各單位應有人數到位、各時巡邏隊時、專項各旬案事件、本月每日案事件。視窗大時同屏，↓ 選一張，Enter 看數字的來處，[ ] 換月。",
    "Four charts: who is there of those due by unit, hours patrolled by hour of the day, incidents by ten days of the campaign and by day of the month. A large window shows all; Down chooses one, Enter shows where its figures come from, [ and ] go to another month."
  )
  static let keys: [Binding<Action>] = [
    Binding(.enter, does: .open, .grounds, hint: true),
    Binding(.down, .pageDown, .right, .character("j"), does: .next, .nextChart, hint: true),
    Binding(.character("["), does: .back, .spanBack, hint: true),
    Binding(.character("]"), does: .forward, .spanForward, hint: true),
    Binding(.escape, does: .leave, .back, hint: true),
    Binding(.up, .pageUp, .left, .character("k"), does: .previous, .previousChart),
    Binding(.home, does: .first, .first),
    Binding(.end, does: .last, .last),
    Binding(.character("="), .character("t"), does: .today, .toToday),
  ]

  enum Picture: Int, CaseIterable { case strength, hours, course, month }

  let unit: String?
  private(set) var picture = Picture.strength
  /// What was read and counted; nil until then.
  private(set) var hours: PatrolHours?

  init(unit: String?) { self.unit = unit }

  func days(in world: World) -> ClosedRange<Day> {
    Cover.days(to: world.day, today: world.today)
  }

  func request(in world: World) -> Effect {
    .start(.patrolTimes(Cover.read(for: days(in: world))))
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(let action): return act(action, in: world)
    case .progress(.brought(let times as PatrolTimes)):
      // Not those of weeks that were left meanwhile.
      guard times.days == Cover.read(for: days(in: world)) else { break }
      hours = PatrolHours(times, days(in: world), unit, in: world)
    case .progress(.failed(let notice)): return [.complain(notice)]
    case .tick:
      guard let hours, hours.source != .init(world) || hours.days != days(in: world) else {
        break
      }
      self.hours?.source = .init(world)
      let days = days(in: world)
      self.hours?.days = days
      return [request(in: world)]
    case .outcome, .text, .paste, .progress: break
    }
    return []
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    let all = Picture.allCases
    switch action {
    case .next: picture = all[(picture.rawValue + 1) % all.count]
    case .previous: picture = all[(picture.rawValue + all.count - 1) % all.count]
    case .first: picture = all[0]
    case .last: picture = all[all.count - 1]
    case .open: return [.open(grounds(in: world))]
    case .back: return [.lookAt(world.day.monthDays.lowerBound - 1)]
    case .forward:
      let next = world.day.monthDays.upperBound + 1
      guard next <= world.today else { return [.say(.noLaterMonth)] }
      return [.lookAt(min(world.today, next.monthDays.upperBound))]
    case .today: return [.lookAt(world.today)]
    case .leave: return [.stop(.listing), .close]
    }
    return []
  }

  /// Where the figures of the chosen chart come from.
  private func grounds(in world: World) -> Place {
    let scope = unit.map { Scope.unit($0) }
    switch picture {
    case .strength: return .registers(.teams, scope: scope)
    case .hours: return .recordedDays(scope: scope, day: world.day)
    case .course:
      let stretches = IncidentCourse(world.snapshot, on: world.day, unit: unit).stretches
      let first = stretches.first?.days.lowerBound ?? world.day
      return .cases(.days(min(first, world.day)...world.day, unit: unit))
    case .month: return .cases(.days(world.day.monthDays.lowerBound...world.day, unit: unit))
    }
  }
}

/// Team hours of each hour of the day on an average night.
struct PatrolHours: Sendable {
  fileprivate(set) var days: ClosedRange<Day>
  /// The nights of them of which the books tell, and since when they do where those are fewer.
  let nights: ClosedRange<Day>
  let begun: Day?
  let columns: [Chart.Column]
  let isWhole: Bool
  fileprivate(set) var source: CountedDays.Source

  init(_ times: PatrolTimes, _ days: ClosedRange<Day>, _ unit: String?, in world: World) {
    let cover = Cover(world.snapshot, days, times, unit: unit)
    let nights = cover.nights
    (self.nights, begun) = (cover.days, cover.begun)
    (self.days, isWhole, source) = (days, times.isWhole, .init(world))
    columns = cover.allMinutes.byHour.enumerated().map { column, minutes in
      Chart.Column(
        hour: cover.hour(column), number: nights == 0 ? 0 : (minutes + 30 * nights) / (60 * nights))
    }
  }
}

extension Phrase {
  fileprivate static let noLaterMonth = Phrase(
    "还没到下个月。", "還沒到下個月。", "The next month has not come yet.")
}
