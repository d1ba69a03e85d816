import Patrol
import Records
import Terminal
import Wording

/// What a line of the list says, beside its mark: for the list, and for the first screen.
struct TodoLines {
  let world: World
  /// The cells of the widest title of a group, so that counts stand below each other.
  private let title: Int
  private let isWide: Bool

  init(_ world: World, width: Int) {
    self.world = world
    isWide = width >= 96
    title = min(
      world.toDo.groups.map { $0.rule.title[world.language].cells }.max() ?? 8, isWide ? 20 : 16)
  }

  /// How many of each there are; nothing while there may be more.
  static func count(_ world: World) -> Line {
    if world.isStillLooking {
      return Line(Phrase("正在汇总", "正在彙總", "looking")[world.language], .dim)
    }
    let (toDo, others) = (world.toDo.count(.toDo), world.toDo.count(.toComplete))
    let laid = [Deferral.Decision.later, .accepted].reduce(0) {
      $0 + world.snapshot.deferrals.listed($1).count
    }
    let parts = [(Phrase.mustDo, toDo), (.mayWait, others), (.laidAside, laid)]
      .filter { $0.1 > 0 }.map { "\($0.0[world.language]) \($0.1)" }
    return Line(parts.joined(separator: "  "), toDo > 0 ? .warning : .dim)
  }

  /// So many are told by their names.
  private static let few = 2

  private func padded(_ text: String, to cells: Int) -> String {
    text.clipped(to: cells) + String(repeating: " ", count: max(0, cells - text.cells))
  }

  private func number(_ count: Int) -> String {
    String(repeating: " ", count: max(0, 4 - "\(count)".count)) + "\(count)"
  }

  /// - Parameter isOpen: whether its findings stand below it.
  func group(
    _ group: ToDo.Group, _ findings: [Finding], fold: String, isOpen: Bool = false
  ) -> Line {
    let isToDo = group.rule.weight == .toDo
    let role: Role = group.isUrgent ? .urgent : isToDo ? .warning : .dim
    let mark = isToDo ? world.glyphs.urgent : world.glyphs.missing
    return Line(fold + " ") + Line(mark + " ", role)
      + Line(padded(group.rule.title[world.language], to: title), .bold)
      + Line(number(findings.count)) + Line("  " + units(group, isOpen: isOpen), .dim)
  }

  /// Whom it is about: by name where they are few, else how many of which unit; what is of no unit in its
  /// own words, unless they stand below.
  private func units(_ group: ToDo.Group, isOpen: Bool) -> String {
    let isEnglish = world.language == .en
    var parts: [String] = []
    if group.findings.count <= Self.few {
      for finding in group.findings {
        guard let name = world.snapshot.name(of: finding), !parts.contains(name) else { continue }
        parts.append(name)
      }
    } else {
      parts = group.units(in: world.snapshot).prefix(8).map {
        world.snapshot.areaName($0.unit)[world.language] + (isEnglish ? " " : "")
          + "\($0.findings.count)"
      }
    }
    guard !parts.isEmpty else {
      return isOpen ? "" : group.findings.first?.text[world.language] ?? ""
    }
    return parts.joined(separator: isEnglish && group.findings.count > Self.few ? ", " : " ")
  }

  func since(_ day: Day?) -> Line {
    guard let day else { return Line([]) }
    let days = world.today - day
    let text = day.year == world.today.year ? day.monthAndDay : day.text
    return Line(text, .dim)
      + Line(days > 0 ? " " + Phrase.daysOpen(days)[world.language] : "", .dim)
  }

  func cells(_ row: TodoRows.Row, isOpen: Bool, marked: Set<Finding.ID>) -> [Line] {
    let indent = String(repeating: "  ", count: row.depth)
    let fold = indent + (isOpen ? world.glyphs.open : world.glyphs.closed)
    switch row.line {
    case .node(.group):
      guard let group = row.group else { return [] }
      return [
        self.group(group, row.findings, fold: fold, isOpen: isOpen), since(group.since), Line([]),
      ]
    case .node(.unit):
      let name = world.snapshot.areaName(row.unit)[world.language]
      return [
        Line(fold + " " + padded(name, to: title)) + Line(number(row.findings.count)),
        since(row.findings.lazy.compactMap(\.since).min()), Line([]),
      ]
    case .node(.toComplete): return toComplete(row, fold)
    case .node(.laidAside(let decision)): return laid(decision, row, fold)
    case .finding: return finding(row, indent, marked)
    case .deferral:
      guard let deferral = row.deferral else { return [] }
      let due = deferral.due.map { Phrase.until($0)[world.language] } ?? ""
      return [
        Line(indent + "  " + deferral.text) + Line("  " + deferral.reason, .dim),
        Line(due, .dim), Line(Phrase("修改", "修改", "Edit")[world.language], .dim),
      ]
    }
  }

  private func finding(
    _ row: TodoRows.Row, _ indent: String, _ marked: Set<Finding.ID>
  ) -> [Line] {
    guard let finding = row.findings.first else { return [] }
    let isMarked = marked.contains(finding.id)
    let role: Role = isMarked ? .marked : finding.isUrgent ? .urgent : .plain
    return [
      Line(indent, .plain) + Line(isMarked ? world.glyphs.check + " " : "  ", .marked)
        + Line(finding.text[world.language], role),
      since(finding.since), Line(finding.act[world.language], .label),
    ]
  }

  private func toComplete(_ row: TodoRows.Row, _ fold: String) -> [Line] {
    let parts = row.groups.map { group in
      group.rule.title[world.language] + (world.language == .en ? " " : "")
        + "\(group.findings.count)"
    }
    let separator = world.language == .en ? ", " : " "
    return [
      Line(fold + " ") + Line(world.glyphs.missing + " ", .dim)
        + Line(padded(Phrase.mayWait[world.language], to: title), .bold)
        + Line(number(row.findings.count))
        + Line("  " + parts.joined(separator: separator), .dim), Line([]), Line([]),
    ]
  }

  private func laid(
    _ decision: Deferral.Decision, _ row: TodoRows.Row, _ fold: String
  ) -> [Line] {
    let all = world.snapshot.deferrals.listed(decision)
    let next = all.first
    let due = next?.due.map { Phrase.nextDue($0)[world.language] + " " } ?? ""
    return [
      Line(fold + "   ") + Line(padded(decision.label[world.language], to: title), .bold)
        + Line(number(all.count)) + Line("  " + due + (next?.text ?? ""), .dim), Line([]), Line([]),
    ]
  }
}

extension Phrase {
  static let mustDo = Phrase("待办", "待辦", "To do")
  static let mayWait = Phrase("待完善", "待完善", "To complete")
  static let laidAside = Phrase("缓办认可", "緩辦認可", "Put off")
  fileprivate static func daysOpen(_ days: Int) -> Phrase {
    Phrase("已\(days)天", "已\(days)天", "\(days) d")
  }
  fileprivate static func until(_ day: Day) -> Phrase {
    Phrase("至 \(day.text)", "至 \(day.text)", "to \(day.text)")
  }
  fileprivate static func nextDue(_ day: Day) -> Phrase {
    Phrase("最近到期 \(day.text)", "最近到期 \(day.text)", "next on \(day.text)")
  }
}
