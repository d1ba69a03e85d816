import Patrol
import Records
import Terminal
import Wording

/// What belongs to the focused field: first of all what is wrong with it, then what may be typed, then what
/// is known of the matter: the roll, the last entry, what is open.
struct OptionsBlock: Block {
  let screen: FormScreen
  /// Whether there is a column for it, and not a few lines.
  let isWide: Bool
  /// Whether what is known has a line for each of its lines.
  let isRoomy: Bool
  /// Whether there are a line or two alone, for what can't be known by heart.
  let isLow: Bool
  let world: World

  func draw(in area: Rect, on surface: inout Surface) {
    let inner = Rect(x: area.x + 1, y: area.y, width: area.width - 2, height: area.height)
    var y = 0
    func put(_ text: String, _ role: Role) {
      for line in Self.lines(text, width: inner.width) where y < inner.height {
        surface.write(line, in: inner.line(y), role: role)
        y += 1
      }
    }
    for (text, role) in urgent + options { put(text, role) }
    for known in screen.plan.known(screen.form, world) {
      if isRoomy {
        y += 1
        put([known.title[world.language], known.note].joined(separator: "  "), known.titleRole)
        for line in known.lines { put("  \(line)", known.role) }
      } else {
        let text = known.lines.joined(separator: " ")
        let line = "\(known.title[world.language]) \(text)"
        // Numbers of the roll are what is typed there.
        let isWhole = isOfCrew || known.isWhole
        put(isWhole ? line : line.clipped(to: inner.width), known.role)
      }
    }
  }

  private var isOfCrew: Bool {
    if case .crew? = screen.reading(world).column(screen.form.focusName)?.entry {
      true
    } else {
      false
    }
  }

  /// What stands between two blanks is one item and is not parted, so that no number ends a line.
  static func lines(_ text: String, width: Int) -> [String] {
    // What fits stays as it is, columns included.
    guard text.cells > width || text.contains("\n") else { return [text] }
    let items = text.split(separator: "  ").map(String.init)
    guard items.count > 1 else { return LineBreak.lines(text, width: width) }
    var lines: [String] = []
    var line = ""
    for item in items {
      if line.isEmpty {
        line = item
      } else if line.cells + 2 + item.cells <= width {
        line += "  " + item
      } else {
        lines += LineBreak.lines(line, width: width)
        line = item
      }
    }
    return lines + LineBreak.lines(line, width: width)
  }

  /// What has to be seen before anything else.
  private var urgent: [FormPlan.Remark] {
    var lines: [FormPlan.Remark] = []
    if let codePoint = screen.codePoint {
      let how = Phrase("十六进制码位，Enter 结束", "十六進位碼位，Enter 結束", "hexadecimal, Enter ends")
      lines.append(("C-v \(codePoint)_  \(how[world.language])", .match))
    }
    let name = screen.form.focusName
    if let complaint = screen.form.complaints[name] { lines.append((complaint, .messageError)) }
    if let conflict = screen.conflict(name, in: world) {
      lines.append((conflict[world.language], .messageError))
    }
    let notes = CodePoint.notes(screen.form.line.text, world.probe)
    if !notes.isEmpty { lines.append((notes, .warning)) }
    return lines
  }

  private var options: [FormPlan.Remark] {
    let reading = screen.reading(world)
    guard let column = reading.column(screen.form.focusName) else { return [] }
    var lines: [FormPlan.Remark] = []
    if let hint = column.hint, !isLow { lines.append((hint[world.language], .dim)) }
    lines += screen.plan.beside(column.name, screen.form, world)
    switch column.entry {
    case .code(let table), .codes(let table), .words(let table):
      lines += codeList(table, column)
    case .answer: lines.append((column.expected[world.language], .plain))
    case .points(let table):
      lines += [(column.expected[world.language], .dim), (points(table), .plain)]
    case .prose: lines += phrases(column.name)
    case .tallies(let table):
      lines.append((column.expected[world.language], .dim))
      lines += codeList(table, column)
    case .checkpoints: lines += checkpoints
    case .crew:
      // The roll comes behind it, and nobody knows its numbers by heart.
      guard !isLow else { break }
      lines.append((column.expected[world.language], .dim))
      lines.append((reasons, .dim))
    case .reference: lines += found(column, reading)
    case .flag, .day, .moment, .clock, .count, .money, .phone, .identity, .hours, .places, .line,
      .references, .span, .absentees:
      lines.append((column.expected[world.language], .dim))
    }
    // What is wrong says already what should stand there.
    let isSaid = screen.form.complaints[column.name] != nil
    return lines.filter {
      !$0.text.isEmpty && !(isSaid && $0.text == column.expected[world.language])
    }
  }

  /// The codes of a table by their digits; where there is room, one a line, the one that is typed marked and
  /// what it means below it.
  private func codeList(_ table: String, _ column: Column) -> [FormPlan.Remark] {
    let codes = world.codes.table(table).filter { !$0.key.isEmpty }
    let typed = Folding.halfWidth(screen.form.line.text).trimmingBlanks()
    let chosen = codes.first { code in
      screen.form.isTouched ? code.key == typed : code.code == screen.form.draft[column.name]
    }
    let meaning = chosen?.meaning[world.language] ?? ""
    let texts = codes.map { "\($0.key) \($0.label[world.language])" }
    guard isWide else {
      return meaning.isEmpty ? [(texts.joined(separator: "  "), .plain)] : [(meaning, .plain)]
    }
    return zip(codes, texts).flatMap { code, text -> [FormPlan.Remark] in
      guard code == chosen else { return [(text, .plain)] }
      return [(text, .match)] + (meaning.isEmpty ? [] : [(meaning, .dim)])
    }
  }

  /// Those that fit what is typed, the best first.
  private func found(_ column: Column, _ reading: FieldReading) -> [FormPlan.Remark] {
    let form = screen.form
    guard form.isTouched, !form.line.text.isEmpty,
      let list = reading.picker(column.name, form.draft, query: form.line.text)
    else { return [(Phrase.howToPick[world.language], .dim)] }
    guard list.decided == nil else { return [(list.decided?.title ?? "", .match)] }
    guard !list.matches.isEmpty else {
      let nothing = list.items.isEmpty ? list.nothing : .noneFits
      return [(nothing[world.language], .warning)]
    }
    let items = list.matches.prefix(isWide ? 12 : 4).map {
      "\(list.number(at: $0)) \(list.items[$0].title) \(list.items[$0].note)"
    }
    return items.map { ($0, .plain) }
  }

  private var reasons: String {
    world.codes.table("absence").map { "\($0.key) \($0.label[world.language])" }
      .joined(separator: "  ")
  }

  /// The points with what was answered; the next one to be answered is marked.
  private func points(_ table: String) -> String {
    let form = screen.form
    let answers = Array(form.isTouched ? form.line.text : form.draft[form.focusName])
    return world.codes.table(table).enumerated().map { index, point in
      let label = point.label[world.language]
      guard index < answers.count else { return index == answers.count ? "[\(label)]" : label }
      return "\(label)\(FieldDisplay.mark(answers[index], world.glyphs))"
    }.joined(separator: "  ")
  }

  /// The route's points with their numbers, those left out crossed.
  private var checkpoints: [FormPlan.Remark] {
    guard let route = screen.reading(world).route(screen.form.draft) else {
      return [
        (
          Phrase(
            "这支队未登记路线，Enter 过去", "這支隊未登記路線，Enter 過去",
            "No route is registered for this team; Enter goes on")[world.language], .dim
        )
      ]
    }
    let missed = Set(PointsPassed(screen.form.draft[screen.form.focusName])?.missed ?? [])
    let points = route.points.enumerated().map { index, name in
      "\(index + 1) \(name)\(missed.contains(name) ? world.glyphs.cross : "")"
    }
    return [
      (
        Phrase(
          "应到 \(route.points.count) 处，全到写 \(route.points.count)；漏的写 -号，如 \(route.points.count - 1)-2；没报直接 Enter",
          "應到 \(route.points.count) 處，全到寫 \(route.points.count)；漏的寫 -號，如 \(route.points.count - 1)-2；沒報直接 Enter",
          "\(route.points.count) due; \(route.points.count) for all, those left out as -number; not told: Enter"
        )[world.language], .dim
      ),
      (points.joined(separator: "  "), .plain),
    ]
  }

  /// Where there is room, one a line.
  private func phrases(_ name: String) -> [FormPlan.Remark] {
    let list = world.codes.phrases(for: name).prefix(isWide ? 20 : 6)
      .map { "\($0.number) \($0.text(world.language))" }
    guard !list.isEmpty else { return [] }
    let title = Phrase("常用语（两位数字）：", "常用語（兩位數字）：", "Phrases (two digits): ")[world.language]
    return isWide
      ? [(title, .dim)] + list.map { ($0, .plain) }
      : [(title + list.joined(separator: "  "), .dim)]
  }
}

extension Phrase {
  fileprivate static let howToPick = Phrase(
    "号、拼音首字母或名称；F4 清单", "號、拼音首字母或名稱；F4 清單", "number, initials or name; F4 lists them")
}
