import Patrol
import Records
import Terminal
import Wording

/// The line that is typed, above it what was saved, below it what will be, then who has not called yet.
extension PhoneScreen {
  /// So many saved lines stand above the one that is typed.
  private static let mostSaved = 3
  /// From so many lines on the codes are listed.
  private static let tallEnough = 24

  func view(in world: World) -> any Block {
    let told = read(in: world)
    let width = world.size.width - 4
    func wrapped(_ lines: [Line]) -> PaddedLines {
      PaddedLines(lines: lines.flatMap { $0.spans.lines(width: width) })
    }
    let saved = saved.suffix(Self.mostSaved).map {
      Line(Phrase("已存 ", "已存 ", "Saved ")[world.language], .label) + Line($0, .dim)
    }
    let missing = told.sentence.missing
    let back = readBack(told, missing, world)
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(Self.title[world.language], .titleFocus), note: Line(world.dayName(world.day), .dim),
        isFocused: true, glyphs: world.glyphs
      ) {
        wrapped(saved).fixed
        QueryLine(
          text: line, notes: CodePoint.notes(line.text, world.probe),
          mark: Phrase(" 电话  ", " 電話  ", " Call  ")[world.language])
        wrapped([Line("")] + back + [Line("")]).fixed
        RuleLine(glyphs: world.glyphs)
        wrapped([Line(Phrase.phoneOrder[world.language], .dim)] + codes(world) + [Line("")]).fixed
        PaddedLines(lines: silent(world, width: width))
      }
    }
  }

  /// What will be saved, what is missing, what is not understood, what one should know.
  private func readBack(_ told: PhoneLine, _ missing: [Column], _ world: World) -> [Line] {
    let language = world.language
    guard !line.text.trimmingBlanks().isEmpty else { return [Line("")] }
    var lines: [Line] = []
    let text = told.sentence.text[language]
    if !text.isEmpty {
      lines.append(
        Line(Phrase("复述  ", "複述  ", "Read back  ")[language], .label) + Line(text, .bold))
    }
    if let wrong = told.wrong {
      lines.append(Line("\(world.glyphs.urgent) \(wrong.message[language])", .urgent))
    } else if !missing.isEmpty {
      let names = missing.map { $0.label[language] }.joined(separator: language.separator)
      lines.append(Line(Phrase("还差  ", "還差  ", "Missing  ")[language] + names, .warning))
    }
    lines += told.warnings.all.map { Line("\(world.glyphs.urgent) \($0[language])", .warning) }
    return lines
  }

  /// The digits of reasons and findings, where there is room for them.
  private func codes(_ world: World) -> [Line] {
    guard world.isTall(Self.tallEnough) else { return [] }
    return ["absence", "found"].flatMap { table in
      let text = world.codes.table(table).filter { !$0.key.isEmpty }.map {
        "\($0.key) \($0.label[world.language])"
      }.joined(separator: "  ")
      return OptionsBlock.lines(text, width: world.size.width - 4).map { Line($0, .dim) }
    }
  }

  /// The teams without an entry of the day, by the numbers under which they are typed.
  private func silent(_ world: World, width: Int) -> [Line] {
    let teams = world.snapshot.teams.enumerated().filter {
      world.ledger?.hasEntry($0.element.code) != true
    }
    let head = Phrase("未报 \(teams.count) 队", "未報 \(teams.count) 隊", "\(teams.count) not yet told")
    let names = teams.map { index, team in
      let name = world.isLatinOnly ? team.pinyin : team.name
      let out = world.snapshot.underway(of: team.code)
      let due = out.map { Phrase(" 应", " 應", " due ")[world.language] + $0.due.clock } ?? ""
      return "\(digits(index + 1, 2)) \(name)\(due)"
    }
    let cell = (names.map(\.cells).max() ?? 0) + 2
    let across = max(1, width / cell)
    let rows = stride(from: 0, to: names.count, by: across).map { start in
      names[start..<min(names.count, start + across)].map {
        $0 + String(repeating: " ", count: cell - $0.cells)
      }.joined()
    }
    return [Line(head[world.language], .heading)] + rows.map { Line($0) }
  }
}
