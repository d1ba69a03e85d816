import Patrol
import Records
import Terminal
import Wording

/// A form as lines of label and value, what may be typed into the focused one beside or below them, and at
/// the bottom the sentence that will be recorded.
extension FormScreen {
  /// From so many cells on, what belongs to the field stands beside the form.
  static let wideFrom = 100
  /// So many fields leave room below them for a page.
  private static let few = 5
  /// With fewer lines the sentence goes, so that the fields stay.
  private static let lowBelow = 20

  func view(in world: World) -> any Block {
    // Over another screen it is small, and below that one's own bar.
    let isSmall = plan.popup != nil
    let isWide = world.size.width >= Self.wideFrom && !isSmall
    let open = form.recollection.handovers.isEmpty ? "" : plan.openNote[world.language]
    let draft = draftSince.map { Phrase.draft(since: $0, now: world.now)[world.language] } ?? ""
    let note = Line(open + draft, .warning) + Line(place(world), .dim)
    let isLow = world.size.height < Self.lowBelow
    let sentence = SentenceBlock(
      sentence: plan.sentence(toBeRecorded(in: world), world), world: world)
    let lines = isLow ? 0 : sentence.lines(width: world.size.width - 4).count
    let brief = isLow ? sentence.brief : nil
    let fields = FieldList(screen: self, isPaired: !isWide, world: world)
    let isShort = (form.fields.all.count <= Self.few || isSmall) && !isLow
    let options = OptionsBlock(
      screen: self, isWide: isWide, isRoomy: isWide || isShort, isLow: isLow && !isWide,
      world: world)
    let panel = Panel(
      Line(plan.title[world.language], .titleFocus), note: note, isFocused: true,
      glyphs: world.glyphs
    ) {
      if isWide {
        HStack {
          fields
          UprightLine(glyphs: world.glyphs).width(.cells(1))
          options.width(.cells(min(44, world.size.width * 2 / 5)))
        }
      } else if isShort {
        // With the line 更多, and what a text of several lines takes.
        fields.height(.cells(form.fields.all.count + 4))
        options
      } else {
        fields
        options.height(.cells(isLow ? brief == nil ? 2 : 1 : 4))
      }
      if let brief {
        Lines(Line(" ") + brief)
      }
      if lines > 0 {
        RuleLine(glyphs: world.glyphs)
        sentence.height(.cells(lines))
      }
    }
    let whole = VStack {
      if !isSmall { HeaderBar(world: world) }
      panel
    }
    guard let picker = form.picker else { return whole }
    return picker.block(world, over: whole)
  }

  /// Which of the fields the caret is in, as the place among all.
  private func place(_ world: World) -> String {
    guard let number = form.fields.number(of: form.focusName) else { return "" }
    return
      "\(digits(number, 2))/\(digits(form.fields.number(of: form.fields.all.last ?? "") ?? 0, 2))"
  }
}

/// A thin line between two parts that stand beside each other.
struct UprightLine: Block {
  let glyphs: Glyphs

  func draw(in area: Rect, on surface: inout Surface) {
    for y in 0..<area.height { surface.write(glyphs.vertical, in: area.line(y), role: .border) }
  }
}

/// What will be recorded, what is still missing, and what one should know before it is.
struct SentenceBlock: Block {
  let sentence: FormSentence
  let world: World

  func lines(width: Int) -> [Line] {
    guard !sentence.text.isEmpty else { return warnings(width: width) }
    let label = sentence.label[world.language]
    let texts = LineBreak.lines(sentence.text, width: max(8, width - label.cells))
    let indent = String(repeating: " ", count: label.cells)
    var lines = texts.prefix(3).enumerated().map { index, text in
      Line(index == 0 ? label : indent, .label) + Line(text)
    }
    if !sentence.missing.isEmpty {
      let text = Phrase("还差 ", "還差 ", "missing: ")[world.language] + sentence.missing
      lines += LineBreak.lines(text, width: max(8, width - label.cells)).prefix(2).map {
        Line(indent) + Line($0, .warning)
      }
    }
    if !sentence.note.isEmpty { lines.append(Line(indent) + Line(sentence.note, .dim)) }
    return lines + warnings(width: width)
  }

  private func warnings(width: Int) -> [Line] {
    sentence.warnings.prefix(2).flatMap { warning in
      LineBreak.lines("\(world.glyphs.urgent) \(warning)", width: width).prefix(2)
        .map { Line($0, .warning) }
    }
  }

  /// What has to be seen even where there is no room for the sentence.
  var brief: Line? {
    guard sentence.brief.isEmpty else {
      return Line(sentence.brief, sentence.warnings.isEmpty ? .plain : .warning)
    }
    if let warning = sentence.warnings.first {
      return Line("\(world.glyphs.urgent) \(warning)", .warning)
    }
    guard !sentence.text.isEmpty, !sentence.missing.isEmpty else { return nil }
    return Line(Phrase("还差 ", "還差 ", "missing: ")[world.language] + sentence.missing, .warning)
  }

  func draw(in area: Rect, on surface: inout Surface) {
    for (y, line) in lines(width: area.width - 2).enumerated() where y < area.height {
      line.draw(in: area.line(y).from(1), on: &surface)
    }
  }
}

/// The fields, scrolled so that the focused one shows, the terminal's cursor at the caret.
struct FieldList: Block {
  private enum Row {
    case field(String)
    /// Two short ones abreast.
    case pair(String, String)
    /// The place of a field that does not apply as things are.
    case blank
    case more
  }

  let screen: FormScreen
  /// Whether those that are seldom needed stand two abreast.
  let isPaired: Bool
  let world: World

  func draw(in area: Rect, on surface: inout Surface) {
    let reading = screen.reading(world)
    let labelWidth = labelWidth(area.width, reading)
    var rows = rows(reading, hasBlanks: true)
    if rows.count > area.height { rows = self.rows(reading, hasBlanks: false) }
    let focus = rows.firstIndex { isFocused($0) } ?? 0
    let focused = FocusedText(
      line(reading), width: max(8, area.width - labelWidth - 3), isProse: isProse(reading))
    // The lines that the focused field has beyond one are taken from the others.
    let height = max(1, area.below(focused.lines.count - 1).height)
    let first = Table.first(focus, count: rows.count, height: height)
    surface.shown = Shown(first: first, lines: height, last: rows.count - height)
    var y = 0
    for index in first..<rows.count where y < area.height {
      let line = area.below(y)
      switch rows[index] {
      case .blank: break
      case .more: drawMore(in: line, &surface)
      case .field(let name):
        y += draw(name, in: line, labelWidth, focused, reading, &surface) - 1
      case .pair(let left, let right):
        let half = area.width / 2
        _ = draw(left, in: line.from(0, width: half), labelWidth, focused, reading, &surface)
        _ = draw(right, in: line.from(half), labelWidth, focused, reading, &surface)
      }
      y += 1
    }
  }

  private func rows(_ reading: FieldReading, hasBlanks: Bool) -> [Row] {
    let form = screen.form
    let shown = Set(form.shown(reading))
    var rows: [Row] = form.fields.usual.compactMap {
      shown.contains($0) ? .field($0) : hasBlanks ? .blank : nil
    }
    rows.append(.more)
    guard isPaired else { return rows + form.fields.rare.map { .field($0) } }
    var waiting: String?
    for name in form.fields.rare {
      // What is typed into needs the whole line.
      if name == form.focusName {
        if let left = waiting { rows.append(.field(left)) }
        rows.append(.field(name))
        waiting = nil
      } else if let left = waiting {
        rows.append(.pair(left, name))
        waiting = nil
      } else {
        waiting = name
      }
    }
    return rows + (waiting.map { [.field($0)] } ?? [])
  }

  private func isFocused(_ row: Row) -> Bool {
    switch row {
    case .field(let name): name == screen.form.focusName
    case .pair, .blank: false
    case .more: screen.form.focus == .more
    }
  }

  /// The field's number takes four cells before the label.
  private func labelWidth(_ width: Int, _ reading: FieldReading) -> Int {
    let labels = screen.form.fields.all.map { label($0, reading).cells }
    let hasPairs = isPaired && screen.form.fields.rare.count > 1
    return min((labels.max() ?? 8) + 4, (hasPairs ? width / 2 : width) / 2)
  }

  private func label(_ name: String, _ reading: FieldReading) -> String {
    reading.column(name)?.label[world.language] ?? name
  }

  /// - Returns: how many lines it takes.
  private func draw(
    _ name: String, in area: Rect, _ labelWidth: Int, _ focused: FocusedText,
    _ reading: FieldReading, _ surface: inout Surface
  ) -> Int {
    let form = screen.form
    let isFocus = name == form.focusName
    let isWrong = form.complaints[name] != nil || screen.conflicts[name] != nil
    let isLocked = form.fields.locked.contains(name)
    let line = area.line(0)
    let number = form.fields.number(of: name).map { digits($0, 2) } ?? "  "
    surface.write(
      "\(number) ", in: line.from(1), role: form.focus == .more ? .hintKey : .dim)
    surface.write(
      label(name, reading).clipped(to: max(0, labelWidth - 4)),
      in: line.from(4, width: max(0, labelWidth - 4)),
      role: isFocus ? .titleFocus : .label)
    let value = area.from(labelWidth + 1, width: max(1, area.width - labelWidth - 3))
    guard isFocus, form.picker == nil else {
      let text = reading.display(form.draft, name).replacing("\n", with: " ")
      surface.write(
        text.clipped(to: value.width), in: value,
        role: isWrong ? .fieldError : isLocked ? .dim : .field)
      return 1
    }
    for index in focused.lines.indices {
      let role: Role = isWrong ? .fieldError : .fieldFocus
      surface.fill(value.line(index), role: role)
      surface.write(focused.lines[index], in: value.line(index), role: role)
    }
    surface.caret = Point(value.x + focused.caret.x, value.y + focused.caret.y)
    return focused.lines.count
  }

  /// The line 更多: where the form ends, and where a field's number is typed.
  private func drawMore(in area: Rect, _ surface: inout Surface) {
    let isFocus = screen.form.focus == .more
    let name =
      screen.form.fields.rare.isEmpty
      ? Phrase("填完", "填完", "Done") : Phrase("更多", "更多", "More")
    let saving = screen.plan.saving.phrase
    let what =
      screen.plan.saving == .save
      ? Phrase("F10 保存，两位数去该项", "F10 儲存，兩位數去該項", "F10 saves, two digits go to a field")
      : Phrase(
        "F10 \(saving[.hans])，两位数去该项", "F10 \(saving[.hant])，兩位數去該項",
        "F10: \(saving[.en].lowercased()), two digits go to a field")
    let line = area.line(0)
    let bar = world.glyphs.horizontal
    let head = "\(bar)\(bar) \(name[world.language]) "
    let tail = " \(what[world.language]) \(screen.form.digit)"
    let room = max(0, line.width - 2 - head.cells - tail.cells)
    let text = head + String(repeating: bar, count: room) + tail
    surface.write(
      text.clipped(to: max(0, line.width - 2)), in: line.from(1), role: isFocus ? .fieldFocus : .dim
    )
    if isFocus {
      surface.caret = Point(
        line.x + min(line.width - 2, 1 + head.cells + room + tail.cells), line.y)
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
    case .prose, .line, .codes, .crew: true
    default: false
    }
  }
}

/// `4/5  缺 槐志强(病假)`: who came in a few words.
enum CrewSummary {
  static func text(_ draft: Draft, _ absent: String, _ reading: FieldReading) -> String {
    guard let numbers = Crew.numbers(draft, reading.columns) else { return "" }
    let language = reading.world.language
    let head = "\(numbers.present)/\(numbers.due)"
    guard !draft[absent].isEmpty else {
      return numbers.present == numbers.due
        ? head + Phrase(" 全到", " 全到", " all present")[language] : head
    }
    return head + Phrase(" 缺 ", " 缺 ", " absent ")[language]
      + reading.display(draft[absent], absent)
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
