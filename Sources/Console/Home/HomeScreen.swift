import Patrol
import Records
import Terminal
import Wording

/// The first screen: the force on the left rules the two books on the right.
struct HomeScreen: Screen {
  enum Pane: Int, CaseIterable, Hashable {
    case force, patrols, inspections

    /// The digit that leads to it.
    var digit: Character { Character("\(rawValue + 1)") }
  }

  enum Action: Hashable {
    case up, down, pageUp, pageDown, first, last, left, right
    case nextPane, previousPane, pane(Pane), zoom
    case open, new, edit, void, outAndBack, registers, roster, sign
    case dayBack, dayForward, today, goToDay
    case filter, back
  }

  static let title = Phrase("首页", "首頁", "Home")
  static let purpose = Phrase(
    "左边选队伍，右边是它当天的簿册，2 巡逻、3 检查，0 待办；窗口够大时一起显示。接到电话按 F2 记巡逻，查完一支队按 F3 记检查；Enter 看详情，[ ] 换日子。",
    "左邊選隊伍，右邊是它當天的簿冊，2 巡邏、3 檢查，0 待辦；視窗夠大時一起顯示。接到電話按 F2 記巡邏，查完一支隊按 F3 記檢查；Enter 看詳情，[ ] 換日子。",
    "Choose a team on the left; its books of the day stand on the right: 2 patrols, 3 inspections, 0 what is to be done, all at once where there is room. F2 records a patrol that is told by telephone, F3 an inspection; Enter shows more, [ and ] change the day."
  )

  static let keys: [Binding<Action>] = [
    Binding(.f(5), .character("o"), does: .outAndBack, .outAndBack, hint: true),
    Binding(.enter, does: .open, .open, hint: true),
    Binding(.f(8), .character("s"), does: .sign, .sign, hint: true),
    Binding(.f(4), .character("e"), does: .edit, .correct, hint: true),
    Binding(.character("["), does: .dayBack, .dayBack, hint: true),
    Binding(.character("]"), does: .dayForward, .dayForward, hint: true),
    Binding(.f(7), .character("/"), does: .filter, .find, hint: true),
    Binding(.tab, does: .nextPane, .nextPane, hint: true),
    Binding(.backTab, does: .previousPane, .previousPane),
    Binding(.character("1"), does: .pane(.force), .forcePane),
    Binding(.character("2"), does: .pane(.patrols), .patrolPane),
    Binding(.character("3"), does: .pane(.inspections), .inspectionPane),
    Binding(.f(6), .insert, .character("n"), does: .new, .new),
    Binding(.delete, .character("x"), does: .void, .void),
    Binding(.character("7"), .character("m"), does: .registers, .registers),
    Binding(.character("8"), .character("r"), does: .roster, .roster),
    Binding(.character("="), .character("t"), does: .today, .toToday),
    Binding(.character("-"), .character("d"), does: .goToDay, .toDay),
    Binding(.character("*"), .character("z"), does: .zoom, .zoom),
    Binding(.up, .character("k"), does: .up, .up),
    Binding(.down, .character("j"), does: .down, .down),
    Binding(.pageUp, does: .pageUp, .pageUp),
    Binding(.pageDown, does: .pageDown, .pageDown),
    Binding(.home, does: .first, .first),
    Binding(.end, does: .last, .last),
    Binding(.left, .character("h"), does: .left, .fold),
    Binding(.right, .character("l"), does: .right, .unfold),
    Binding(.escape, does: .back, .back),
  ]

  /// A day that is only looked at is left again; what is begun there is written into it.
  ///
  /// `F4` corrects a page, and changes the record of a team.
  func hints(in world: World) -> [KeyLine] {
    guard isVisit else {
      return keyLines.map { $0.name == .correct && pane == .force ? $0.called(.edit) : $0 }
    }
    let own: [ActionName] = [.open, .new, .dayBack, .dayForward, .nextPane, .back]
    return own.compactMap { name in
      keyLines.first { $0.name == name }.map { KeyLine(keys: $0.keys, name: name, isHint: true) }
    }
  }

  /// The pane that has the focus.
  var pane = Pane.force
  /// The line of the tree that rules both books, also while one of them has the focus.
  var node: ForceRow.Node
  /// Nodes that are folded.
  var closed: Set<ForceRow.Node> = []
  /// The chosen line of each book, which may lie behind the end of a list that became shorter; the
  /// tree's is `node`.
  var chosen: [Pane: Int] = [:]
  /// What each pane is narrowed by; it stays when typing it has ended (`isFiltering`).
  var filters: [Pane: TextLine] = [:]
  var isFiltering = false
  /// Whether the pane with the focus has the window to itself.
  var isZoomed = false

  /// The mark of going out that the key before asked to take back.
  private var takingBack: Underway?

  /// Whether a day is looked at beside the one that is worked on.
  private(set) var isVisit = false

  /// A day that is looked at, with a team chosen.
  init(visiting team: String) {
    (node, pane, isVisit) = (.team(team), .patrols, true)
  }

  /// Begins on the township that the station answers for.
  init(in world: World) {
    let own = world.snapshot.units.filter { $0.station == world.snapshot.station.unit }
    let area = own.first { $0.kind.isTownship }
    node = area.map { .unit($0.code) } ?? .all
    if world.snapshot.teams.isEmpty, world.snapshot.firstSteps.next != nil { node = .firstSteps }
  }

  var isTyping: Bool { isFiltering }
  var leadsToRecording: Bool { !isFiltering && !isVisit }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character): type(String(character), in: world)
    case .paste(let text): if isFiltering { type(text, in: world) }
    case .action(let action): return act(action, in: world)
    case .outcome(.failed(let notice, _)): return [.complain(notice)]
    case .outcome(.done(let done)): return done.saying
    case .outcome, .progress, .tick: break
    }
    return []
  }

  private mutating func type(_ text: String, in world: World) {
    filters[pane, default: TextLine()].insert(text)
    chosen[pane] = 0
    settleNode(in: world)
  }

  // MARK: Actions

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    let asked = takingBack
    takingBack = nil
    switch action {
    case .up: move(-1, in: world)
    case .down: move(1, in: world)
    case .pageUp: move(-shown(in: world).step, in: world)
    case .pageDown: move(shown(in: world).step, in: world)
    case .first: move(-count(in: world), in: world)
    case .last: move(count(in: world), in: world)
    case .left, .right: foldOrStep(action == .right, in: world)
    case .nextPane: step(1)
    case .previousPane: step(-1)
    case .pane(let pane): show(pane)
    case .zoom: isZoomed.toggle()
    case .open: return open(in: world)
    case .new: return new(in: world)
    case .edit: return edit(in: world)
    case .void:
      if let patrol = markUnderCursor(in: world) {
        if asked == patrol { return [.perform(.takeBack(patrol))] }
        takingBack = patrol
        return [.say(.takeBackOnceMore(patrol))]
      }
      return selectedPage(in: world).map { [.open(.void($0.page.id))] } ?? nothingChosen(in: world)
    case .outAndBack: return outOrBack(in: world)
    case .sign: return sign(in: world)
    case .registers: return [.open(.registers(.members, scope: scope))]
    case .roster: return [.open(.roster(scope: scope, day: world.day))]
    case .dayBack: return turn(to: world.day - 1)
    case .dayForward: return turn(to: world.day + 1)
    case .today: return turn(to: world.today)
    case .goToDay: return isVisit ? [.say(.visits)] : [.open(.goToDay)]
    case .filter: return filter()
    case .back: return back(in: world)
    }
    return []
  }

  /// What is only looked at moves no working day.
  private func turn(to day: Day) -> [Effect] { [isVisit ? .lookAt(day) : .showDay(day)] }

  private mutating func step(_ by: Int) {
    let all = Pane.allCases
    show(all[(pane.rawValue + by + all.count) % all.count])
  }

  private mutating func show(_ pane: Pane) {
    isFiltering = false
    self.pane = pane
  }

  /// Begins to narrow the pane; the same key again takes the text to the search over everything.
  private mutating func filter() -> [Effect] {
    if isFiltering {
      let text = filters[pane]?.text ?? ""
      isFiltering = false
      return [.open(.search(text))]
    }
    isFiltering = true
    return []
  }

  /// The filter, then the zoom; `Esc` never leaves the console.
  private mutating func back(in world: World) -> [Effect] {
    if isFiltering || filters[pane] != nil {
      isFiltering = false
      filters[pane] = nil
      return []
    }
    if isZoomed {
      isZoomed = false
      return []
    }
    if isVisit { return [.close] }
    return [
      .say(
        Phrase(
          "这是首页。Esc 再按数字等于功能键；C-q 退出。", "這是首頁。Esc 再按數字等於功能鍵；C-q 退出。",
          "This is the first screen. Esc and a digit is a function key; C-q leaves."))
    ]
  }

  private mutating func foldOrStep(_ isRight: Bool, in world: World) {
    guard pane == .force else { return step(isRight ? 1 : -1) }
    guard let row = chosenRow(in: world) else { return }
    switch (row.isOpen, isRight) {
    case (false, true): closed.remove(node)
    case (true, false): closed.insert(node)
    default: if isRight { step(1) }
    }
  }

  private mutating func open(in world: World) -> [Effect] {
    if isFiltering {
      isFiltering = false
      return []
    }
    if pane == .force {
      if node == .firstSteps { return [.open(.firstSteps)] }
      guard !world.snapshot.units.isEmpty || !world.snapshot.teams.isEmpty,
        let row = chosenRow(in: world)
      else { return nothingChosen(in: world) }
      if row.isOpen == nil, case .team(let team) = node {
        return [.open(.registers(.members, scope: .team(team)))]
      }
      if closed.contains(node) { closed.remove(node) } else { closed.insert(node) }
      return []
    }
    if case .underway(let patrol)? = selectedPatrol(in: world), pane == .patrols {
      return comeBack(patrol)
    }
    return selectedPage(in: world).map { [.open(.page($0.page.id))] } ?? nothingChosen(in: world)
  }

  /// A page in a book, a member in the tree.
  private func new(in world: World) -> [Effect] {
    // Into the day that is looked at.
    if isVisit, pane == .patrols {
      return [.open(.patrolForm(team: chosenTeam(in: world), day: world.day, from: nil))]
    }
    if isVisit, pane == .inspections {
      return [.open(.inspectionForm(team: chosenInspected(in: world)))]
    }
    if pane == .inspections { return [.run(.recordInspection)] }
    guard pane == .force, let team = chosenTeam(in: world) else {
      return [.run(.recordPatrol)]
    }
    return [.open(.recordForm(.members, code: nil, scope: .team(team)))]
  }

  /// Corrects a page; in the tree it changes the record of the team.
  private func edit(in world: World) -> [Effect] {
    if pane == .force, let team = chosenTeam(in: world) {
      return [.open(.recordForm(.teams, code: team, scope: nil))]
    }
    if let patrol = markUnderCursor(in: world) { return [.open(.setOut(team: patrol.code))] }
    guard pane != .force, let page = selectedPage(in: world) else {
      return nothingChosen(in: world)
    }
    return [.open(.correction(page.page.id))]
  }

  /// The chosen page, if it waits for somebody; else the list of all that does.
  private func sign(in world: World) -> [Effect] {
    guard pane == .inspections, let page = selectedPage(in: world),
      let missing = page.missing
    else { return [.open(.waiting)] }
    return [.open(missing == .reviewer ? .review(page.page.id) : .sign(.page(page.page.id)))]
  }

  /// One key for both (B2): the page of a patrol that is out, else the mark that it goes out.
  private func outOrBack(in world: World) -> [Effect] {
    if pane == .patrols, case .underway(let patrol)? = selectedPatrol(in: world) {
      return comeBack(patrol)
    }
    guard let team = chosenTeam(in: world) else { return nothingChosen(in: world) }
    if let patrol = world.snapshot.underway(of: team) { return comeBack(patrol) }
    return [.open(.setOut(team: team))]
  }

  /// The mark that one stands on: no page, so that it is changed and taken back.
  private func markUnderCursor(in world: World) -> Underway? {
    guard pane == .patrols, case .underway(let patrol)? = selectedPatrol(in: world) else {
      return nil
    }
    return patrol
  }

  private func comeBack(_ patrol: Underway) -> [Effect] {
    [.open(.patrolForm(team: patrol.code, day: nil, from: patrol.from))]
  }

  /// The unit or team one stands on, by code; nil is everywhere.
  private var scope: Scope? {
    switch node {
    case .all, .firstSteps: nil
    case .cityForce: .cityForce
    case .unit(let code): .unit(code)
    case .team(let code): .team(code)
    }
  }

  /// Why no line is meant: there is none, none fits the filter, or none was chosen.
  private func nothingChosen(in world: World) -> [Effect] {
    let empty: Phrase =
      switch pane {
      case .force: .noTeams
      case .patrols: .noPatrols
      case .inspections: .noInspections
      }
    let isNone = count(in: world) == 0 || pane == .force && world.snapshot.teams.isEmpty
    guard isNone else { return [.say(.chooseFirst)] }
    return [.say(filters[pane].map { !$0.text.isEmpty } ?? false ? .noMatch : empty)]
  }
}

extension Phrase {
  fileprivate static func takeBackOnceMore(_ patrol: Underway) -> Phrase {
    let (name, clock) = (patrol.team.name, patrol.from.clock)
    return Phrase(
      "再按一次撤销：\(name) \(clock) 出巡。", "再按一次撤銷：\(name) \(clock) 出巡。",
      "Once more takes it back: \(name), out at \(clock).")
  }
  fileprivate static let visits = Phrase(
    "这里只看这一天，[ ] 换日；Esc 返回。", "這裡只看這一天，[ ] 換日；Esc 返回。",
    "This day is only looked at: [ ] another, Esc back.")
}
