import Patrol
import Records
import Terminal
import Wording

/// A form as lines of label and value, what may be typed into the focused one beside or below them.
extension FormScreen {
  func view(in world: World) -> any Block {
    let isWide = world.size.width >= 100 && plan.popup == nil
    let open = form.recollection.handovers.isEmpty ? "" : plan.openNote[world.language]
    let asked = form.asked(reading(world))
    let at = (asked.firstIndex(of: form.focusName) ?? 0) + 1
    let draft = draftSince.map { Phrase.draft(since: $0, now: world.now)[world.language] } ?? ""
    let note = Line(open + draft, .warning) + Line("\(at)/\(asked.count)", .dim)
    let fields = FieldList(screen: self, world: world)
    let options = OptionsBlock(screen: self, world: world)
    let panel = Panel(
      Line(plan.title[world.language], .titleFocus), note: note, isFocused: true,
      glyphs: world.glyphs, role: plan.popup == nil ? .plain : .popup,
      border: plan.popup == nil ? nil : .popupBorder
    ) {
      if isWide {
        HStack {
          fields
          options.width(.cells(min(44, world.size.width * 2 / 5)))
        }
      } else {
        fields
        options.height(.cells(plan.popup.map { max(2, $0 - 2 - asked.count) } ?? 4))
      }
    }
    let whole = VStack {
      if plan.popup == nil { HeaderBar(world: world) }
      panel
    }
    guard let picker = form.picker else { return whole }
    return picker.block(world, over: whole)
  }
}

/// The fields, scrolled so that the focused one shows, the terminal's cursor at the caret.
struct FieldList: Block {
  let screen: FormScreen
  let world: World

  func draw(in area: Rect, on surface: inout Surface) {
    let reading = screen.reading(world)
    let names = screen.form.asked(reading)
    let focus = names.firstIndex(of: screen.form.focusName) ?? 0
    let labels = names.map { reading.column($0)?.label[world.language] ?? $0 }
    // The field's number takes four cells before the label.
    let labelWidth = min((labels.map(\.cells).max() ?? 8) + 4, area.width / 2)
    let valueWidth = max(8, area.width - labelWidth - 3)
    let focused = FocusedText(line(reading), width: valueWidth, isProse: isProse(reading))
    // The lines that the focused field has beyond one are taken from the others.
    let height = max(1, area.below(focused.lines.count - 1).height)
    let first = Table.first(focus, count: names.count, height: height)
    surface.shown = Shown(first: first, lines: height, last: names.count - height)
    var y = 0
    for index in first..<names.count where y < area.height {
      let line = area.line(y)
      let isFocus = index == focus
      let isWrong =
        screen.form.complaints[names[index]] != nil || screen.conflicts[names[index]] != nil
      surface.write(
        "\(digits(index + 1, 2)) ", in: line.from(1), role: screen.isSeeking ? .hintKey : .dim)
      surface.write(
        labels[index], in: line.from(4, width: labelWidth - 4), role: isFocus ? .titleFocus : .label
      )
      let value = area.below(y).from(labelWidth + 1, width: valueWidth)
      if isFocus, screen.form.picker == nil {
        drawFocused(
          focused, in: value, role: isWrong ? .fieldError : .fieldFocus, &surface)
        y += focused.lines.count - 1
      } else {
        let text = shown(names[index], reading)
        surface.write(
          text.clipped(to: valueWidth), in: value, role: isWrong ? .fieldError : .field)
      }
      y += 1
    }
  }

  /// What is being typed, as it may be seen.
  private func line(_ reading: FieldReading) -> TextLine {
    let (line, name) = (screen.form.line, screen.form.focusName)
    let isPersonal = reading.column(name)?.entry.isPersonal ?? false
    return world.isLocked && isPersonal ? TextLine(reading.display(line.text, name)) : line
  }

  /// Whether the focused field may take several lines.
  private func isProse(_ reading: FieldReading) -> Bool {
    switch reading.column(screen.form.focusName)?.entry {
    case .prose, .absentees, .codes: true
    default: false
    }
  }

  private func shown(_ name: String, _ reading: FieldReading) -> String {
    let text = reading.display(screen.form.draft[name], name).replacing("\n", with: " ")
    guard name == "Absent" else { return text }
    return CrewSummary.text(screen.form.draft, text, world)
  }

  /// The caret's field; a crew is ticked and not written, so its summary shows in place of a text.
  private func drawFocused(_ text: FocusedText, in area: Rect, role: Role, _ surface: inout Surface)
  {
    for index in text.lines.indices {
      surface.fill(area.line(index), role: role)
      surface.write(text.lines[index], in: area.line(index), role: role)
    }
    if screen.form.focusName == "Absent" {
      surface.write(shown("Absent", screen.reading(world)), in: area.line(0), role: role)
      surface.caret = Point(area.x, area.y)
    } else {
      surface.caret = Point(area.x + text.caret.x, area.y + text.caret.y)
    }
  }
}

/// `4/5 缺 槐志强(病假)`: the crew in a few words.
///
/// Where the page only counts who came, that count is a field of its own and not said here.
enum CrewSummary {
  static func text(_ draft: Draft, _ absent: String, _ world: World) -> String {
    let all = Crew.all(draft).count
    let missing = Crew.absences(draft).count
    if Crew.isRoster(draft) || all == 0 { return absent }
    let summary = "\(all - missing)/\(all)"
    guard missing > 0 else { return summary + Phrase(" 全到", " 全到", " all present")[world.language] }
    return summary + Phrase(" 缺 ", " 缺 ", " absent ")[world.language] + absent
  }
}

/// The typed text in as many lines as it takes (four at most), with the caret's place in them.
struct FocusedText {
  let lines: [String]
  let caret: Point

  init(_ line: TextLine, width: Int, isProse: Bool) {
    var rows = [""]
    var used = 0
    var caret = Point(0, 0)
    let before = line.before.count
    // One blank more, so that the caret has a cell at the end.
    for (index, character) in (line.text + " ").enumerated() {
      let cells = character == "\n" ? 1 : character.cells
      if used + cells > width, character != "\n" {
        rows.append("")
        used = 0
      }
      if index == before { caret = Point(used, rows.count - 1) }
      if character == "\n" {
        rows.append("")
        used = 0
      } else {
        rows[rows.count - 1].append(character)
        used += cells
      }
    }
    let most = isProse ? 4 : 1
    let first = max(0, min(caret.y - most + 1, rows.count - most))
    lines = Array(rows[first..<min(first + most, rows.count)])
    self.caret = Point(caret.x, caret.y - first)
  }
}

/// What may be typed into the focused field: codes with their digits, people with their numbers,
/// standing phrases, an example; first of all what is wrong with it.
struct OptionsBlock: Block {
  let screen: FormScreen
  let world: World

  func draw(in area: Rect, on surface: inout Surface) {
    let inner = Rect(x: area.x + 1, y: area.y, width: area.width - 2, height: area.height)
    var y = 0
    func put(_ text: String, _ role: Role) {
      for line in LineBreak.lines(text, width: inner.width) where y < inner.height {
        surface.write(line, in: inner.line(y), role: role)
        y += 1
      }
    }
    if let codePoint = screen.codePoint {
      put(
        "C-v \(codePoint)_  "
          + Phrase("十六进制码位，Enter 结束", "十六進位碼位，Enter 結束", "hexadecimal, Enter ends")[world.language],
        .match)
    }
    if screen.isSeeking {
      put(
        Phrase("按两位栏号直达，如 07", "按兩位欄號直達，如 07", "Two digits go to a field, e.g. 07")[world.language],
        .match)
    }
    if let complaint = screen.form.complaints[screen.form.focusName] {
      put(complaint, .messageError)
    }
    if let conflict = screen.conflict(screen.form.focusName, in: world) {
      put(conflict[world.language], .messageError)
    }
    let notes = CodePoint.notes(screen.form.line.text, world.probe)
    if !notes.isEmpty { put(notes, .warning) }
    for (text, role) in options { put(text, role) }
  }

  private var options: [FormPlan.Remark] {
    let reading = screen.reading(world)
    guard let column = reading.column(screen.form.focusName) else { return [] }
    var lines: [FormPlan.Remark] = []
    if let hint = column.hint { lines.append((hint[world.language], .dim)) }
    lines += screen.plan.beside(column.name, screen.form, world)
    switch column.entry {
    case .code(let table), .codes(let table), .words(let table):
      lines.append((codeList(table, column), .plain))
    case .absentees: lines += absentees
    case .answer: lines.append((column.expected[world.language], .plain))
    case .points(let table):
      lines += [(column.expected[world.language], .dim), (points(table), .plain)]
    case .prose: lines.append((phrases, .dim))
    case .tallies(let table):
      lines += [(column.expected[world.language], .dim), (codeList(table, column), .dim)]
    case .checkpoints: lines += checkpoints
    case .flag, .day, .moment, .clock, .count, .money, .phone, .identity, .hours, .places, .line,
      .reference, .references:
      lines.append((column.expected[world.language], .dim))
    }
    return lines
  }

  private func codeList(_ table: String, _ column: Column) -> String {
    let isMulti = if case .codes = column.entry { true } else { false }
    let zero =
      isMulti
      ? "0 "
        + (column.name == "Found" ? Phrase.nothingFound : Phrase("无", "無", "none"))[world.language]
        + "  " : ""
    let codes = world.codes.table(table).filter { !$0.key.isEmpty }
    return zero + codes.map { "\($0.key) \($0.label[world.language])" }.joined(separator: "  ")
  }

  /// The points with what was answered; the next one to be answered is marked.
  private func points(_ table: String) -> String {
    let answers = Array(screen.form.draft[screen.form.focusName])
    return world.codes.table(table).enumerated().map { index, point in
      let label = point.label[world.language]
      guard index < answers.count else { return index == answers.count ? "[\(label)]" : label }
      return "\(label)\(FieldDisplay.mark(answers[index], world.glyphs))"
    }.joined(separator: "  ")
  }

  private var absentees: [FormPlan.Remark] {
    if screen.form.awaiting != nil {
      let reasons = world.codes.table("absence").map { "\($0.key) \($0.label[world.language])" }
      return [
        (
          Phrase("缺勤原因：", "缺勤原因：", "Why absent: ")[world.language]
            + reasons.joined(separator: "  "), .match
        )
      ]
    }
    let crew = Crew.all(screen.form.draft)
    let absent = Set(Crew.absences(screen.form.draft).map(\.person.code))
    let width = crew.count > 9 ? 2 : 1
    let names = crew.enumerated().map { index, person in
      "\(digits(index + 1, width)) \(person.name)\(absent.contains(person.code) ? "×" : "")"
    }
    return [
      (
        Phrase("按号标缺勤，Enter 全到", "按號標缺勤，Enter 全到", "A number marks absent; Enter if all came")[
          world.language], .dim
      ),
      (names.joined(separator: "  "), .plain),
    ]
  }

  /// The route's points with their numbers, those left out crossed.
  private var checkpoints: [FormPlan.Remark] {
    guard let route = screen.reading(world).route(screen.form.draft) else {
      return [
        (
          Phrase("这支队未登记必巡点", "這支隊未登記必巡點", "No check points are registered for this team")[
            world.language], .dim
        )
      ]
    }
    let missed = Set(PointsPassed(screen.form.draft[screen.form.focusName])?.missed ?? [])
    let points = route.points.enumerated().map { index, name in
      "\(index + 1) \(name)\(missed.contains(name) ? world.glyphs.cross : "")"
    }
    return [
      (
        Phrase("0 全部到点；按号标漏巡", "0 全部到點；按號標漏巡", "0 all passed; a number marks one left out")[
          world.language], .dim
      ),
      (points.joined(separator: "  "), .plain),
    ]
  }

  private var phrases: String {
    let list = world.codes.phrases.prefix(12).map { "\($0.number) \($0.text)" }.joined(
      separator: "  ")
    return list.isEmpty
      ? "" : Phrase("常用语（两位数字）：", "常用語（兩位數字）：", "Phrases (two digits): ")[world.language] + list
  }
}
