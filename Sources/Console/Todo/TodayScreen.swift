import Patrol
import Records
import Terminal
import Wording

/// All that is missing, due or overdue, grouped by rule and unit: what presses most stands first, and Enter
/// leads to what is done about it, filled in.
struct TodayScreen: Screen {
  enum Action: Hashable {
    case step(Step), open, fold, unfold, foldAll, nextGroup, previousGroup
    case mark, putOff, filter, deleteBack, clear, back
  }

  static let title = Phrase.toDo
  static let purpose = Phrase(
    "缺的、到期的、超期的都在这里，按类分组，急的在前。选一条按 Enter 就去办，右边写着办什么；办完它自己消失。同类几件用空格标记后一起办；一时办不了的用 F5 写明理由缓办。",
    "缺的、到期的、超期的都在這裡，按類分組，急的在前。選一條按 Enter 就去辦，右邊寫著辦什麼；辦完它自己消失。同類幾件用空格標記後一起辦；一時辦不了的用 F5 寫明理由緩辦。",
    "All that is missing, due or overdue, grouped, the urgent first. Enter goes to the act that stands at the right; what is done leaves the list by itself. Space marks several of one kind to be done together; F5 puts off what can't be done now, with a reason."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .goThere, hint: true),
      Binding(.character(" "), does: .mark, .markOne, hint: true),
      Binding(.f(5), does: .putOff, .putOff, hint: true),
      Binding(.tab, does: .nextGroup, .nextGroup, hint: true),
      Binding(.right, .character("l"), does: .unfold, .unfold, hint: true),
      Binding(.left, .character("h"), does: .fold, .fold),
      Binding(.character("*"), does: .foldAll, .foldAll, hint: true),
      Binding(.f(7), .character("/"), does: .filter, .find, hint: true),
      Binding(.backTab, does: .previousGroup, .previousGroup),
      Binding(.backspace, does: .deleteBack, .deleteBack),
      Binding(.control("u"), does: .clear, .clear),
      Binding(.escape, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  private(set) var cursor = Cursor()
  /// The line that the cursor stands on: known again when the list has changed.
  private var line: TodoLine?
  private(set) var folds = TodoFolds()
  /// In the order in which they were marked.
  private(set) var marked: [Finding.ID] = []
  private(set) var filter: TextLine?
  private(set) var isFiltering = false
  /// Whether the key before asked to erase, and was asked back: what is erased is gone for good.
  private var isErasing = false

  var isTyping: Bool { isFiltering }

  func rows(in world: World) -> [TodoRows.Row] {
    TodoRows(world, folds, filter: filter?.text ?? "").rows
  }

  /// Where the line is now on which the cursor was put; where that is gone, the one in its place.
  func at(_ rows: [TodoRows.Row]) -> Int {
    let place = line.flatMap { line in rows.firstIndex { $0.line == line } } ?? cursor.index
    return max(0, min(place, rows.count - 1))
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character): type { $0.insert(String(character)) }
    case .paste(let text): if isFiltering { type { $0.insert(text.replacing("\n", with: " ")) } }
    case .outcome(.failed(let notice, _)): return [.complain(notice)]
    case .outcome, .progress, .tick: break
    case .action(let action): return act(action, in: world)
    }
    return []
  }

  private mutating func type(_ edit: (inout TextLine) -> Void) {
    var text = filter ?? TextLine()
    edit(&text)
    (filter, line) = (text, nil)
    cursor.reset()
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    let isAsked = isErasing
    isErasing = false
    folds.settle(world.toDo)
    let rows = rows(in: world)
    let at = at(rows)
    go(to: at, rows)
    let row = rows.indices.contains(at) ? rows[at] : nil
    switch action {
    case .step(let step):
      cursor.move(step, count: rows.count, shown: shown(for: step, in: world))
      go(to: cursor.index, rows)
    case .nextGroup, .previousGroup: goToGroup(action == .nextGroup ? 1 : -1, rows, at)
    case .open:
      if !isAsked, marked.isEmpty, row?.findings.first?.place == .erase, row?.isFinding == true {
        isErasing = true
        return [.say(.asksToErase)]
      }
      return open(row, in: world)
    case .unfold: if case .node(let node)? = row?.line { folds.set(node, isOpen: true) }
    case .fold: return fold(rows, at)
    case .foldAll: foldAll(rows, at)
    case .mark: mark(row, rows, at)
    case .putOff: return putOff(row, in: world)
    case .filter:
      isFiltering = true
      filter = filter ?? TextLine()
    case .deleteBack: if isFiltering { type { $0.deleteBack() } }
    case .clear: if isFiltering { type { $0.clear() } }
    case .back: return back()
    }
    return []
  }

  // MARK: Moving

  private mutating func go(to index: Int, _ rows: [TodoRows.Row]) {
    cursor.go(to: index)
    line = rows.indices.contains(index) ? rows[index].line : nil
  }

  private mutating func goToGroup(_ by: Int, _ rows: [TodoRows.Row], _ at: Int) {
    let heads = rows.indices.filter { index in
      if case .node(.unit) = rows[index].line { return false }
      if case .node = rows[index].line { return true }
      return false
    }
    let next =
      by > 0 ? heads.first { $0 > at } ?? heads.first : heads.last { $0 < at } ?? heads.last
    if let next { go(to: next, rows) }
  }

  /// Folds the line, or the one that it stands below; what is folded already leads back.
  private mutating func fold(_ rows: [TodoRows.Row], _ at: Int) -> [Effect] {
    guard rows.indices.contains(at) else { return [.close] }
    let isOpen = rows.indices.contains(at + 1) && rows[at + 1].depth > rows[at].depth
    if case .node(let node) = rows[at].line, isOpen {
      folds.set(node, isOpen: false)
      return []
    }
    guard rows[at].depth > 0,
      let above = rows[..<at].lastIndex(where: { $0.depth < rows[at].depth })
    else { return [] }
    if case .node(let node) = rows[above].line { folds.set(node, isOpen: false) }
    go(to: above, rows)
    return []
  }

  private mutating func foldAll(_ rows: [TodoRows.Row], _ at: Int) {
    if let head = rows[..<min(rows.count, at + 1)].lastIndex(where: { $0.depth == 0 }) {
      go(to: head, rows)
    }
    folds.closeAll()
  }

  /// The filter, then the marks, then the list.
  private mutating func back() -> [Effect] {
    if filter != nil {
      (filter, isFiltering) = (nil, false)
    } else if !marked.isEmpty {
      marked = []
    } else {
      return [.close]
    }
    return []
  }

  // MARK: Acting

  private mutating func mark(_ row: TodoRows.Row?, _ rows: [TodoRows.Row], _ at: Int) {
    guard let row, !row.findings.isEmpty else { return }
    let ids = row.findings.map(\.id)
    if Set(ids).isSubset(of: marked) {
      marked.removeAll(where: Set(ids).contains)
    } else {
      let known = Set(marked)
      marked += ids.filter { !known.contains($0) }
    }
    if case .finding = row.line { go(to: min(at + 1, rows.count - 1), rows) }
  }

  /// What was marked and is still open.
  func marked(in world: World) -> [Finding] {
    guard !marked.isEmpty else { return [] }
    let found = Dictionary(
      world.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return marked.compactMap { found[$0] }
  }

  private mutating func open(_ row: TodoRows.Row?, in world: World) -> [Effect] {
    if isFiltering {
      isFiltering = false
      return []
    }
    let several = marked(in: world)
    if !several.isEmpty { return TodoAct(world).effects(of: several) }
    guard let row else { return [.say(world.isStillLooking ? .reading : .nothingToDo)] }
    switch row.line {
    case .node(let node): folds.set(node, isOpen: !folds.isOpen(node, world.toDo))
    case .finding:
      return row.findings.first.map { TodoAct(world).effects(of: $0) } ?? []
    case .deferral(let code): return [.open(.recordForm(.deferrals, code: code, scope: nil))]
    }
    return []
  }

  private mutating func putOff(_ row: TodoRows.Row?, in world: World) -> [Effect] {
    if case .deferral(let code)? = row?.line {
      return [.open(.recordForm(.deferrals, code: code, scope: nil))]
    }
    let several = marked(in: world)
    guard case .finding? = row?.line, let finding = row?.findings.first else {
      return several.isEmpty ? [.say(.chooseFirst)] : TodoAct(world).puttingOff(several)
    }
    return TodoAct(world).puttingOff(several.isEmpty ? [finding] : several)
  }
}

extension Phrase {
  fileprivate static let asksToErase = Phrase(
    "清除后不能恢复。再按一次 Enter 清除，按别的键不清除。", "清除後不能恢復。再按一次 Enter 清除，按別的鍵不清除。",
    "What is erased is gone for good. Enter once more erases it; any other key does not.")
}
