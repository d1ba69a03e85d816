import Patrol
import Records
import Terminal
import Wording

/// The base registers (R20): which there are on the left, the records of one on the right.
///
/// One screen for all of them: what is particular to a register is said where it is declared.
struct RegistersScreen: Screen {
  enum Pane: Hashable { case kinds, records }

  enum Action: Hashable {
    case step(Step), open, edit, new, act, end, mark, markAll, showPast, reach, filter
    case merge, split, totals, importTable, exportTable, nextPane, toKinds, toRecords
    case nextColumn, sort, widen
    case deleteBack, clear, back
  }

  static let title = ActionName.registers.phrase
  static let purpose = Phrase(
    "队员、信息员、守望力量、装备等基础台账。左边选台账，右边打 / 再打字查找；按 - 只看本单位或看全部；F6 新增，F4 修改，改错了按 C-z。",
    "隊員、信息員、守望力量、裝備等基礎臺賬。左邊選臺賬，右邊打 / 再打字查找；按 - 只看本單位或看全部；F6 新增，F4 修改，改錯了按 C-z。",
    "The base registers: members, informants, watch posts, equipment and others. Choose one on the left, type / and a few letters to find somebody on the right; - narrows to your unit or shows all; F6 adds, F4 changes, C-z takes it back."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.f(6), .insert, .character("n"), does: .new, .new, hint: true),
      Binding(.f(4), .character("e"), does: .edit, .edit, hint: true),
      Binding(.f(7), .character("/"), does: .filter, .find, hint: true),
      Binding(.character(" "), does: .mark, .markOne, hint: true),
      Binding(.f(5), does: .act, .act, hint: true),
      Binding(.tab, .backTab, does: .nextPane, .nextPane, hint: true),
      Binding(.enter, does: .open, .open, hint: true),
      Binding(.delete, .character("x"), does: .end, .end, hint: true),
      Binding(.character("+"), .character("a"), does: .markAll, .markAll),
      Binding(.character("="), does: .showPast, .showPast),
      Binding(.character("*"), .character("m"), does: .merge, .merge),
      Binding(.character("%"), does: .split, .split),
      Binding(.character("#"), .character("t"), does: .totals, .equipmentTotals, hint: true),
      Binding(.character("<"), .character("《"), .character("i"), does: .importTable, .importTable),
      Binding(.character(">"), .character("》"), .character("p"), does: .exportTable, .exportTable),
      Binding(.left, .character("h"), does: .toKinds, .previousPane),
      Binding(.right, .character("l"), does: .toRecords, .openPane),
      Binding(.character("."), does: .nextColumn, .nextColumn),
      Binding(.character(","), does: .sort, .sortColumn),
      Binding(.character(";"), does: .widen, .widenColumn),
      Binding(.backspace, does: .deleteBack, .deleteBack),
      Binding(.control("u"), does: .clear, .clear),
      Binding(.escape, does: .back, .back, hint: true),
      Binding(.character("-"), .character("w"), does: .reach, .reach, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  var pane: Pane
  /// Which register, of which unit or team, narrowed by which text.
  var rows: RegisterRows
  /// How far lists reach, here and beside it.
  private(set) var reach: RegisterReach
  var cursor = Cursor()
  /// Codes, those that the filter hides included; none once a step is done.
  var marked: Set<String> = []
  var isFiltering = false
  private(set) var columns = ColumnChoice()
  private var found: FoundRecords

  init(_ kind: RegisterKind, scope: Scope?, in world: World) {
    reach = RegisterReach(scope, in: world)
    rows = RegisterRows(kind, scope: reach.scope(kind, in: world))
    pane = if case .team = scope { .records } else { .kinds }
    found = FoundRecords.find(rows, reach, in: world, nil)
  }

  var isTyping: Bool { isFiltering }
  var kind: RegisterKind { rows.kind }

  private func current(in world: World) -> FoundRecords {
    let isSame =
      found.rows == rows && found.table.identity == world.snapshot.table(kind).identity
    return isSame ? found : FoundRecords.find(rows, reach, in: world, found)
  }

  /// Where the records shown stand in the register's table.
  func indexes(in world: World) -> [Int] { current(in: world).ordered }

  func counts(in world: World) -> [Int] { current(in: world).counts }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    defer { settle(in: world) }
    switch event {
    case .text(let character): type(String(character))
    case .paste(let text): if isFiltering { type(text.replacing("\n", with: " ")) }
    case .action(let action): return act(action, in: world)
    case .outcome(let outcome): return receive(outcome)
    case .progress, .tick: break
    }
    return []
  }

  /// Looks again where anything has changed.
  private mutating func settle(in world: World) {
    found = current(in: world)
    cursor.hold(within: found.indexes.count)
  }

  private mutating func type(_ text: String) {
    rows.filter += text
    cursor.reset()
  }

  /// The records an act is for: those marked, else the one under the cursor.
  func chosen(in world: World) -> [String] {
    guard marked.isEmpty else { return marked.sorted() }
    return selected(in: world).map { [$0] } ?? []
  }

  func selected(in world: World) -> String? {
    let indexes = indexes(in: world)
    guard !indexes.isEmpty else { return nil }
    let index = indexes[min(cursor.index, indexes.count - 1)]
    return world.snapshot.table(kind).records[index]["Code"]
  }

  private mutating func receive(_ outcome: Outcome) -> [Effect] {
    switch outcome {
    case .failed(let notice, _): return [.complain(notice)]
    case .done(let done):
      if done.answer is ExportedTable { marked = [] }
      return done.saying
    case .unchanged: return []
    }
  }

  // MARK: Actions

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .step(let step): move(step, in: world)
    case .nextPane: turn(to: pane == .kinds ? .records : .kinds)
    case .toKinds: turn(to: .kinds)
    case .toRecords: turn(to: .records)
    case .open: return open(in: world)
    case .new: return [.open(.recordForm(kind, code: nil, scope: reach.given))]
    case .edit: return edit(in: world)
    case .filter: beginFilter()
    case .deleteBack: if isFiltering { rows.filter = String(rows.filter.dropLast()) }
    case .clear: clear()
    case .nextColumn, .sort, .widen: choose(action, in: world)
    case .mark: return mark(in: world)
    case .markAll: return markAll(in: world)
    case .showPast: rows.includesPast.toggle()
    case .reach: return turnReach(in: world)
    case .act: return RegisterActs(self, world).usual
    case .end: return RegisterActs(self, world).end
    case .merge: return RegisterActs(self, world).merge
    case .split: return RegisterActs(self, world).split
    case .totals: return RegisterActs(self, world).totals
    case .importTable: return [.open(.importing(kind, scope: reach.given))]
    case .exportTable: return export(in: world)
    case .back: return back()
    }
    return []
  }

  private mutating func move(_ step: Step, in world: World) {
    guard pane == .kinds else {
      cursor.move(
        step, count: indexes(in: world).count, shown: shown(for: step, in: world))
      return
    }
    let all = world.snapshot.group(of: kind)
    var at = Cursor()
    at.go(to: all.firstIndex(of: kind) ?? 0)
    at.move(step, count: all.count, shown: shown(for: step, in: world))
    let past = rows.includesPast
    rows = RegisterRows(all[at.index], scope: reach.scope(all[at.index], in: world))
    rows.includesPast = past
    marked = []
    columns = ColumnChoice()
    cursor.reset()
  }

  private mutating func turn(to pane: Pane) {
    isFiltering = false
    self.pane = pane
  }

  private mutating func beginFilter() {
    pane = .records
    isFiltering.toggle()
  }

  private mutating func clear() {
    rows.filter = ""
    cursor.reset()
  }

  /// Works on a column of the list, and stays on the record that is chosen.
  private mutating func choose(_ action: Action, in world: World) {
    let code = selected(in: world)
    let all = RecordList(kind, world: world, marked: []).names
    switch action {
    case .nextColumn: columns.next(of: all)
    case .sort: columns.sort(all)
    default: columns.widen(all)
    }
    rows.order = columns.sorted.map { RegisterOrder($0, isDown: columns.isDown) }
    if let code { select(code, in: world) }
  }

  /// Goes to a record's line; false where the list does not show it.
  @discardableResult
  private mutating func select(_ code: String, in world: World) -> Bool {
    let table = world.snapshot.table(kind)
    let place = indexes(in: world).firstIndex { table.records[$0]["Code"] == code }
    if let place { cursor.go(to: place) }
    return place != nil
  }

  /// Everything, or what is of one's own unit; the record that is chosen stays chosen.
  private mutating func turnReach(in world: World) -> [Effect] {
    guard kind.layout.place != nil else { return [.say(.ofNoUnit)] }
    let code = selected(in: world)
    reach.turn(from: rows.scope)
    rows.scope = reach.chosen
    cursor.reset()
    if let code { select(code, in: world) }
    return []
  }

  /// Only what is marked, where anything is.
  private func export(in world: World) -> [Effect] {
    var wanted = rows
    if !marked.isEmpty { wanted.only = marked }
    return [.perform(.export(wanted, why: nil))]
  }

  /// What was written is what one goes on with: a new record is shown, whatever would hide it; marks are
  /// used up by what was done with them.
  mutating func note(_ news: RegisterNews, in world: World) {
    switch news {
    case .done(let step): if [.several, .merge, .unit].contains(step.act) { marked = [] }
    case .message: break
    case .saved(let saved):
      guard saved.kind == kind else { break }
      pane = .records
      if !select(saved.code, in: world), saved.isNew {
        (isFiltering, rows.filter) = (false, "")
        if !select(saved.code, in: world) {
          reach.turn(from: rows.scope)
          rows.scope = reach.chosen
          if !select(saved.code, in: world) {
            rows.includesPast = true
            select(saved.code, in: world)
          }
        }
      }
    }
    settle(in: world)
  }

  private mutating func open(in world: World) -> [Effect] {
    if isFiltering {
      isFiltering = false
      return []
    }
    if pane == .kinds {
      pane = .records
      return []
    }
    return selected(in: world).map { [.open(.showing(kind, $0, in: world))] }
      ?? nothingChosen(in: world)
  }

  private func edit(in world: World) -> [Effect] {
    if marked.count > 1 { return [.open(.severalForm(kind, codes: marked.sorted()))] }
    // One mark may stand on a line that the filter hides: the line under the cursor is meant.
    guard let code = selected(in: world) ?? chosen(in: world).first else {
      return nothingChosen(in: world)
    }
    return [.open(.recordForm(kind, code: code, scope: reach.given))]
  }

  /// Why no record is meant: there is none, none fits the filter, or none was chosen.
  func nothingChosen(in world: World) -> [Effect] {
    let found = current(in: world)
    return [
      .say(found.standing.isEmpty ? .noRecords : found.indexes.isEmpty ? .noMatch : .chooseFirst)
    ]
  }

  private mutating func mark(in world: World) -> [Effect] {
    guard pane == .records, let code = selected(in: world) else { return nothingChosen(in: world) }
    if marked.remove(code) == nil { marked.insert(code) }
    cursor.move(.down, count: indexes(in: world).count, shown: nil)
    return []
  }

  private mutating func markAll(in world: World) -> [Effect] {
    let table = world.snapshot.table(kind)
    let all = Set(indexes(in: world).compactMap { table.records[$0]["Code"] })
    guard !all.isEmpty else { return nothingChosen(in: world) }
    if all.isSubset(of: marked) { marked.subtract(all) } else { marked.formUnion(all) }
    return []
  }

  /// One thing after another: the filter, the marks, the screen.
  private mutating func back() -> [Effect] {
    if isFiltering || !rows.filter.isEmpty {
      isFiltering = false
      rows.filter = ""
    } else if !marked.isEmpty {
      marked = []
    } else {
      return [.close]
    }
    return []
  }

  /// The acts that mean something for this register, called by what they do there.
  func hints(in world: World) -> [KeyLine] {
    keyLines.compactMap { line in
      if kind.layout.isMade, ActionName.byHand.contains(line.name) { return nil }
      switch line.name {
      case .act: return RegisterActs.usualName(kind).map(line.called)
      case .equipmentTotals: return kind == .equipment ? line : nil
      case .reach:
        guard kind.layout.place != nil else { return nil }
        return line.called(rows.scope == nil ? .narrowReach : .widenReach)
      case .end: return kind.hasEnd ? line.called(kind.endName) : nil
      case .markOne, .markAll: return pane == .records ? line : nil
      default: return line
      }
    }
  }
}

extension Scope {
  func name(in world: World) -> String {
    world.snapshot.name(of: self) ?? Phrase.cityForce[world.language]
  }
}

extension Snapshot {
  /// The registers beside which one is shown.
  func group(of kind: RegisterKind) -> [RegisterKind] { kinds.registers(in: kind.layout.group) }
}
