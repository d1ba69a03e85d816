import Patrol
import Records
import Terminal
import Wording

/// A line of the patrol pane: a page of the book, or a patrol that is still out.
enum PatrolRow: Sendable {
  case page(LedgerPage)
  case underway(Underway)

  /// When it went out, in the one form that sorts as text: `2026-11-24 20:30`.
  var from: String {
    switch self {
    case .page(let page): page.text("From")
    case .underway(let patrol): patrol.from.text
    }
  }
}

/// What the three panes list, and which line of each is chosen.
extension HomeScreen {
  /// The lines of the tree; a filter looks into folded ones as well.
  func forceRows(in world: World) -> ForceRows {
    let query = Query(filters[.force]?.text ?? "")
    let rows = Force(world.snapshot, world.ledger).rows(closed: query.isEmpty ? closed : [])
    guard !query.isEmpty else { return rows }
    return rows.selecting { node in
      switch node {
      case .team(let code):
        guard let team = world.snapshot.team(code) else { return false }
        return query.score(name: team.name, pinyin: team.pinyin, code: code) != nil
      case .unit(let code):
        guard let unit = world.snapshot.unit(code) else { return false }
        return query.score(name: unit.name, pinyin: unit.pinyin, code: code) != nil
      case .all, .cityForce, .firstSteps: return false
      }
    }
  }

  /// The line of the tree that one stands on, where it shows.
  func chosenRow(in world: World) -> ForceRow? {
    let rows = forceRows(in: world)
    return rows.firstIndex(of: node).map { rows[$0] }
  }

  /// The chosen teams' entries of the day, and on the day that is running who is still out.
  func patrolRows(in world: World) -> [PatrolRow] {
    let teams = scope(in: world)
    let isToday = world.day == world.today
    var rows = (world.ledger?.patrols ?? []).filter { teams.contains($0.page.id.book.owner) }
      .map(PatrolRow.page)
    if isToday {
      rows += world.snapshot.underway.filter { teams.contains($0.code) }.map(PatrolRow.underway)
      rows.sort { $0.from < $1.from }
    }
    let line = PatrolLine(world: world, marksApart: true)
    return filtered(rows, .patrols) { line.cells($0) }
  }

  /// Inspections in the chosen teams' books and those made of them.
  func inspectionRows(in world: World) -> [LedgerPage] {
    let teams = scope(in: world)
    let rows = (world.ledger?.inspections ?? []).filter { page in
      if teams.contains(page.page.id.book.owner) { return true }
      guard let inspected = page[Inspection.inspected] else { return false }
      if teams.contains(inspected.code) { return true }
      // A watch post is of its unit.
      guard let post = world.snapshot.post(inspected.code) else { return false }
      return world.snapshot.teams.contains { $0.unit == post.unit && teams.contains($0.code) }
    }
    let line = InspectionLine(world: world)
    return filtered(rows, .inspections) { line.cells($0) }
  }

  /// Those in which a column shows what is typed.
  private func filtered<Row>(_ rows: [Row], _ pane: Pane, cells: (Row) -> [Line]) -> [Row] {
    guard let filter = filters[pane]?.text, !filter.isEmpty else { return rows }
    let key = Folding.key(filter)
    return rows.filter { row in
      Folding.key(cells(row).map(\.plain).joined(separator: "\t")).contains(key)
    }
  }

  private func scope(in world: World) -> Set<String> {
    Set(Force(world.snapshot, world.ledger).teams(of: node).map(\.code))
  }

  /// The team that an action on the chosen line is about.
  func chosenTeam(in world: World) -> String? {
    if pane != .force, let page = selectedPage(in: world) { return page.page.id.book.owner }
    // For a whole county, or a force of several teams, nobody chooses one.
    if node == .all { return nil }
    let teams = Force(world.snapshot, world.ledger).teams(of: node)
    if let own = teams.first(where: { $0.tier == .township }) { return own.code }
    return teams.count == 1 ? teams[0].code : nil
  }

  /// The team to be inspected: that of the chosen line, if it is one team of a village or township.
  func chosenInspected(in world: World) -> String? {
    if pane == .inspections, let page = selectedPage(in: world) {
      return page[Inspection.inspected]?.code
    }
    guard case .team(let code) = node, world.snapshot.team(code)?.tier != .city else { return nil }
    return code
  }

  func selectedPatrol(in world: World) -> PatrolRow? {
    let rows = patrolRows(in: world)
    return rows.isEmpty ? nil : rows[min(chosen[.patrols] ?? 0, rows.count - 1)]
  }

  func selectedPage(in world: World) -> LedgerPage? {
    switch pane {
    case .force: return nil
    case .patrols:
      if case .page(let page)? = selectedPatrol(in: world) { return page }
      return nil
    case .inspections:
      let rows = inspectionRows(in: world)
      return rows.isEmpty ? nil : rows[min(chosen[.inspections] ?? 0, rows.count - 1)]
    }
  }

  func count(in world: World) -> Int {
    switch pane {
    case .force: forceRows(in: world).count
    case .patrols: patrolRows(in: world).count
    case .inspections: inspectionRows(in: world).count
    }
  }

  /// Stands on what was saved, in the list of its book.
  mutating func note(saved pages: [PageID], in world: World) -> [Effect] {
    guard let entry = pages.lazy.compactMap({ world.ledger?.entry(with: $0) }).first else {
      return []
    }
    let id = entry.page.id
    let pane = id.book.kind == .inspection ? Pane.inspections : .patrols
    if place(of: id, pane, in: world) == nil { filters[pane] = nil }
    // The tree rules the lists: it goes to where the team of the page stands.
    if place(of: id, pane, in: world) == nil {
      node = world.snapshot.team(id.book.owner).map { .unit($0.unit) } ?? .all
      if place(of: id, pane, in: world) == nil { node = .all }
    }
    if let at = place(of: id, pane, in: world) { chosen[pane] = at }
    return []
  }

  private func place(of id: PageID, _ pane: Pane, in world: World) -> Int? {
    switch pane {
    case .force: nil
    case .patrols:
      patrolRows(in: world).firstIndex {
        if case .page(let page) = $0 { page.page.id == id } else { false }
      }
    case .inspections: inspectionRows(in: world).firstIndex { $0.page.id == id }
    }
  }

  mutating func move(_ by: Int, in world: World) {
    let count = count(in: world)
    guard count > 0 else { return }
    if pane == .force {
      let rows = forceRows(in: world)
      let at = rows.firstIndex(of: node) ?? 0
      node = rows.node(at: max(0, min(count - 1, at + by)))
      // Another line of the tree: both books list other pages.
      chosen[.patrols] = 0
      chosen[.inspections] = 0
    } else {
      chosen[pane] = max(0, min(count - 1, (chosen[pane] ?? 0) + by))
    }
  }

  /// Keeps the chosen node among the lines that a filter leaves.
  mutating func settleNode(in world: World) {
    let rows = forceRows(in: world)
    if pane == .force, rows.firstIndex(of: node) == nil, !rows.isEmpty {
      node = rows.node(at: 0)
    }
  }
}
