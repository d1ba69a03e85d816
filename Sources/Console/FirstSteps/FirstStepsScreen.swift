import Patrol
import Records
import Terminal
import Wording

/// What a new station does first: six steps, how far they have come, and what the chosen one is.
///
/// It knows nothing of its own: what is done follows from what the directory holds.
struct FirstStepsScreen: Screen {
  enum Action: Hashable { case step(Step), open, back }

  static let title = Phrase("第一步", "第一步", "First steps")
  static let purpose = Phrase(
    "新所从这里开始，一步一步做：✓ 已做，● 下一步，○ 可后做。Enter 做这一步，Esc 随时离开，下次从这里接着做。六步做完，首页和待办里不再提。",
    "新所從這裡開始，一步一步做：✓ 已做，● 下一步，○ 可後做。Enter 做這一步，Esc 隨時離開，下次從這裡接著做。六步做完，首頁和待辦裡不再提。",
    "A new station begins here, step by step: what is done, what is next, what may wait. Enter does the step, Esc leaves at any time, and it is gone on with later. Once all is done, neither the first screen nor the list of things to do speaks of it."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, .f(10), does: .open, .doStep, hint: true),
      Binding(.escape, does: .back, .leaveSteps, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  /// The one that was chosen; the next that is to be done, while none was.
  private var chosen: FirstSteps.Step?
  /// Those that were done when it was chosen.
  private var known: Set<FirstSteps.Step> = []

  /// Whether the key before asked to leave what can't be kept.
  private var isLeaving = false

  private func steps(_ world: World) -> FirstSteps {
    FirstSteps(world.hasDirectory ? world.snapshot : nil)
  }

  /// Where a step was done meanwhile, the next one.
  func current(in world: World) -> FirstSteps.Step {
    let steps = steps(world)
    return (known == steps.done ? chosen : nil) ?? steps.next ?? .page
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    let wasAsked = isLeaving
    if case .action = event { isLeaving = false }
    switch event {
    case .action(.step(let step)):
      var cursor = Cursor()
      cursor.go(to: current(in: world).rawValue)
      let all = FirstSteps.Step.allCases
      cursor.move(step, count: all.count, shown: shown(for: step, in: world))
      (chosen, known) = (all[cursor.index], steps(world).done)
    case .action(.open): return open(in: world)
    case .action(.back):
      // Without a directory there is nowhere to keep what was typed.
      guard !world.hasDirectory, !world.drafts.isEmpty, !wasAsked else { return [.close] }
      isLeaving = true
      return [.say(.notKept)]
    case .outcome(.failed(let notice, _)): return [.complain(notice)]
    case .outcome, .text, .paste, .progress, .tick: break
    }
    return []
  }

  private func open(in world: World) -> [Effect] {
    let step = current(in: world)
    guard world.hasDirectory else {
      return step == .station ? [.open(.founding)] : [.say(.stationFirst)]
    }
    switch step {
    case .station: return [.open(.settingsForm(.station))]
    case .floors: return [.open(.floors)]
    case .units: return [.open(.lines(.units))]
    case .teams:
      guard steps(world).done.contains(.units) else { return [.say(.before(.units, .teams))] }
      return [.open(.lines(.teams))]
    case .members:
      guard steps(world).done.contains(.teams) else { return [.say(.before(.teams, .members))] }
      return [.open(.lines(.members))]
    case .page:
      guard steps(world).done.contains(.teams) else { return [.say(.before(.teams, .page))] }
      if let page = unsigned(in: world) { return [.open(.sign(.page(page)))] }
      let team = world.snapshot.teams.first { world.snapshot.strength(of: $0.code) > 0 }
      return [.open(.patrolForm(team: team?.code, day: nil, from: nil))]
    }
  }

  /// A page of today that its recorder has not signed.
  private func unsigned(in world: World) -> PageID? {
    world.ledger?.patrols.last { $0.signature(.recorder) == nil && !$0.isVoid }?.page.id
  }

  /// The first page that is saved is signed at once.
  mutating func note(saved pages: [PageID], in world: World) -> [Effect] {
    guard !world.snapshot.hasSigned, let id = pages.first, id.book.kind == .patrol,
      world.ledger?.page(id)?.signature(.recorder) == nil
    else { return [] }
    return [.open(.sign(.page(id)))]
  }
}

extension Phrase {
  fileprivate static let notKept = Phrase(
    "所填还没有存，离开就没有了；再按一次 Esc 离开。", "所填還沒有存，離開就沒有了；再按一次 Esc 離開。",
    "What was typed is not saved and goes when you leave; Esc once more leaves.")
  fileprivate static let stationFirst = Phrase(
    "先做第 1 步：没有台账，别的无处存放。", "先做第 1 步：沒有臺賬，別的無處存放。",
    "Step 1 comes first: without a directory nothing can be kept.")
  fileprivate static func before(_ one: FirstSteps.Step, _ other: FirstSteps.Step) -> Phrase {
    Phrase(
      "先登记\(one.title[.hans])，再做“\(other.title[.hans])”。",
      "先登記\(one.title[.hant])，再做「\(other.title[.hant])」。",
      "\(one.title[.en]) come before “\(other.title[.en])”.")
  }
}
