import Patrol
import Records
import Wording

/// A line of the list of things to do that others stand below.
enum TodoNode: Hashable, Sendable {
  /// What the rules of one title find.
  case group(Phrase)
  /// Of a group with many, those of one unit; of none in particular without a code.
  case unit(Phrase, String?)
  /// All that is to be completed when there is time.
  case toComplete
  /// What was put off, and what was accepted.
  case laidAside(Deferral.Decision)
}

/// A line of the list, known again however the list has changed.
enum TodoLine: Hashable, Sendable {
  case node(TodoNode)
  case finding(Finding.ID)
  case deferral(String)
}

/// Which lines are unfolded: at first those of the two groups that press most.
struct TodoFolds: Hashable, Sendable {
  private var turned: [TodoNode: Bool] = [:]
  /// Those two, once somebody has moved: what is settled then opens no other.
  private var worst: [TodoNode]?

  private static let openAtFirst = 2

  private static func worst(_ toDo: ToDo) -> [TodoNode] {
    toDo.groups(.toDo).prefix(openAtFirst).map { .group($0.rule.title) }
  }

  func isOpen(_ node: TodoNode, _ toDo: ToDo) -> Bool {
    turned[node] ?? (worst ?? Self.worst(toDo)).contains(node)
  }

  mutating func settle(_ toDo: ToDo) { if worst == nil { worst = Self.worst(toDo) } }

  mutating func set(_ node: TodoNode, isOpen: Bool) { turned[node] = isOpen }

  mutating func closeAll() { (turned, worst) = ([:], []) }
}

/// The lines that show, from top to bottom.
struct TodoRows {
  struct Row {
    let line: TodoLine
    let depth: Int
    var group: ToDo.Group?
    /// Those of a line that stands for several.
    var groups: [ToDo.Group] = []
    var findings: [Finding] = []
    var unit: String?
    var deferral: Deferral?

    var isFinding: Bool { if case .finding = line { true } else { false } }
  }

  /// More of one group are divided by their units.
  static let few = 8

  private(set) var rows: [Row] = []
  private let world: World
  private let folds: TodoFolds
  /// Folded; empty: everything.
  private let filter: String

  init(_ world: World, _ folds: TodoFolds, filter: String = "") {
    (self.world, self.folds, self.filter) = (world, folds, Folding.key(filter))
    let toDo = world.toDo
    for group in toDo.groups(.toDo) { add(group, depth: 0) }
    addToComplete(toDo)
    for decision in [Deferral.Decision.later, .accepted] { addLaid(decision) }
  }

  private func isOpen(_ node: TodoNode) -> Bool {
    !filter.isEmpty || folds.isOpen(node, world.toDo)
  }

  private func matches(_ finding: Finding, _ unit: String?) -> Bool {
    if filter.isEmpty { return true }
    let words = [
      finding.text[world.language], finding.rule.title[world.language],
      unit.map { world.snapshot.areaName($0)[world.language] } ?? "",
    ]
    return words.contains { Folding.key($0).contains(filter) }
  }

  private mutating func add(_ group: ToDo.Group, depth: Int) {
    let title = group.rule.title
    let found = group.findings.filter {
      matches($0, filter.isEmpty ? nil : world.snapshot.area(of: $0.about))
    }
    guard !found.isEmpty else { return }
    let group = filter.isEmpty ? group : group.holding(found)
    let node = TodoNode.group(title)
    rows.append(Row(line: .node(node), depth: depth, group: group, findings: found))
    guard isOpen(node) else { return }
    guard found.count > Self.few, filter.isEmpty else {
      return found.forEach { add($0, depth: depth + 1) }
    }
    for (unit, findings) in group.units(in: world.snapshot) {
      let node = TodoNode.unit(title, unit)
      rows.append(
        Row(line: .node(node), depth: depth + 1, group: group, findings: findings, unit: unit))
      if isOpen(node) { findings.forEach { add($0, depth: depth + 2) } }
    }
  }

  private mutating func add(_ finding: Finding, depth: Int) {
    rows.append(Row(line: .finding(finding.id), depth: depth, findings: [finding]))
  }

  /// All that is to be completed is one line until somebody unfolds it.
  private mutating func addToComplete(_ toDo: ToDo) {
    let at = rows.count
    for group in toDo.groups(.toComplete) { add(group, depth: 1) }
    guard rows.count > at else { return }
    let groups = rows[at...].filter { $0.depth == 1 }.compactMap(\.group)
    if !isOpen(.toComplete) { rows.removeSubrange(at...) }
    rows.insert(
      Row(
        line: .node(.toComplete), depth: 0, groups: groups, findings: groups.flatMap(\.findings)),
      at: at)
  }

  private mutating func addLaid(_ decision: Deferral.Decision) {
    let laid = world.snapshot.deferrals.listed(decision).filter {
      filter.isEmpty || Folding.key($0.text + " " + $0.reason).contains(filter)
    }
    guard let first = laid.first else { return }
    let node = TodoNode.laidAside(decision)
    rows.append(Row(line: .node(node), depth: 0, deferral: first))
    guard isOpen(node) else { return }
    rows += laid.map { Row(line: .deferral($0.code), depth: 1, deferral: $0) }
  }
}
