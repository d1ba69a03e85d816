import Patrol
import Records
import Terminal
import Wording

extension LinesScreen {
  func view(in world: World) -> any Block {
    let language = world.language
    let faults = faultLines(world)
    let step: FirstSteps.Step = kind == .units ? .units : kind == .teams ? .teams : .members
    var title = Line(step.title[language], .titleFocus)
    if let team, let name = world.snapshot.team(team)?.name {
      title = title + Line(" \(world.glyphs.more) \(name)", .titleFocus)
    }
    let editor = LinesBlock(
      lines: lines, at: at, faulty: understood.faulty, world: world)
    let height = max(3, min(lines.count, world.share(1, of: 3, beside: 6)))
    return VStack {
      HeaderBar(world: world)
      Panel(
        title, note: Line("\(step.rawValue + 1)/\(FirstSteps.Step.allCases.count)", .dim),
        isFocused: true, glyphs: world.glyphs
      ) {
        PaddedLines(lines: [Line(how[language], .dim)]).height(.cells(1))
        editor.height(.cells(height))
        RuleLine(glyphs: world.glyphs)
        table(world)
        if !faults.isEmpty { PaddedLines(lines: faults).fixed }
      }
    }
  }

  private var how: Phrase {
    switch kind {
    case .units:
      Phrase(
        "如：青石镇 高庄村 柳庄村。镇街写在村前面。", "如：青石鎮 高莊村 柳莊村。鎮街寫在村前面。",
        "Such as: 青石镇 高庄村 柳庄村, townships first.")
    case .teams:
      Phrase(
        "一行一支；改名、删行，或后面写应有人数。", "一行一支；改名、刪行，或後面寫應有人數。",
        "One a line; the strength due may stand behind.")
    default:
      Phrase(
        "姓名 电话 职务；一行一人，单写队名即换队。", "姓名 電話 職務；一行一人，單寫隊名即換隊。",
        "Name, phone, post; a team alone turns to it.")
    }
  }

  /// What would be saved.
  private func table(_ world: World) -> Table {
    let language = world.language
    let fields = fields
    let columns = fields.compactMap { name in kind.column(name) }
    let records = understood.records
    // The last that were typed show.
    return Table(
      columns.map { column in
        .init(
          column.label[language],
          column.name == "Code" ? .cells(11) : column.name == "Name" ? .share(3) : .share(2))
      },
      count: records.count, selected: records.isEmpty ? nil : records.count - 1, isFocused: false,
      empty: Phrase(
        "认出的列在这里。", "認出的列在這裡。", "What is understood stands here.")[language]
    ) { index in
      let texts = records[index].texts
      return columns.map { column in
        let display = FieldDisplay(world: world, day: nil)
        let text = texts[column.name] ?? ""
        // What was typed just now is shown as it was.
        let shown = column.entry.isPersonal ? text : names(text, column, display, world)
        return Line(shown, column.name == "Code" ? .dim : .plain)
      }
    }
  }

  /// A unit or team that may be added in the same step by its name.
  private func names(
    _ text: String, _ column: Column, _ display: FieldDisplay, _ world: World
  ) -> String {
    if let added = understood.records.first(where: { $0.texts["Code"] == text }),
      column.name == "Parent"
    {
      return added.texts["Name"] ?? text
    }
    return text.isEmpty ? "" : display.text(text, column)
  }

  private var fields: [String] {
    switch kind {
    case .units: ["Code", "Name", "Kind", "Parent"]
    case .teams: ["Code", "Name", "Tier", "Unit"]
    default: ["Code", "Name", "Phone", "Post"]
    }
  }

  /// How many are understood, then the faults: that of the caret's line first.
  private func faultLines(_ world: World) -> [Line] {
    let (count, passed) = (understood.records.count, understood.passed.count)
    guard count > 0 || passed > 0 || !understood.faults.isEmpty else { return [] }
    let sum = Phrase(
      "认出 \(count) 条" + (passed > 0 ? "，略过 \(passed) 行" : ""),
      "認出 \(count) 條" + (passed > 0 ? "，略過 \(passed) 行" : ""),
      "\(count) understood" + (passed > 0 ? ", passed over: \(passed)" : ""))
    let here = understood.faults.sorted {
      ($0.line == at + 1 ? 0 : 1, $0.line) < ($1.line == at + 1 ? 0 : 1, $1.line)
    }
    let width = world.size.width - 4
    let most = world.isTall(20) ? 4 : 2
    let faults = here.prefix(most).map { fault in
      let line = Phrase(
        "第 \(fault.line) 行 ", "第 \(fault.line) 行 ", "line \(fault.line): ")[world.language]
      return Line(
        (world.glyphs.missing + " " + line + fault.reason[world.language]).clipped(to: width),
        .warning)
    }
    return [Line(sum[world.language], count > 0 ? .good : .dim)] + faults
  }
}

/// Lines that are edited, with the terminal's cursor at the caret; those that are not understood are
/// marked.
struct LinesBlock: Block {
  let lines: [TextLine]
  let at: Int
  let faulty: Set<Int>
  let world: World

  func draw(in area: Rect, on surface: inout Surface) {
    let first = Table.first(at, count: lines.count, height: area.height)
    surface.shown = Shown(first: first, lines: area.height, last: lines.count - area.height)
    for (y, index) in (first..<min(first + area.height, lines.count)).enumerated() {
      let row = area.line(y)
      let isFaulty = faulty.contains(index + 1)
      let number = digits(index + 1, 2)
      surface.write(
        isFaulty ? world.glyphs.missing : " ", in: row.from(1), role: .warning)
      surface.write(number, in: row.from(3), role: .label)
      let field = row.from(6, width: max(0, area.width - 7))
      let role: Role = index == at ? .fieldFocus : isFaulty ? .warning : .plain
      if index == at { surface.fill(field, role: role) }
      let shown = Unseen.shown(lines[index].text.replacing("\t", with: " "), lines: false)
      surface.write(shown.clipped(to: field.width), in: field, role: role)
      if index == at {
        let before = Unseen.shown(lines[at].before.replacing("\t", with: " "), lines: false).cells
        surface.caret = Point(field.x + min(before, max(0, field.width - 1)), field.y)
      }
    }
  }
}
