import Patrol
import Records
import Terminal
import Wording

/// A page as a command prints it.
package struct PrintedPage {
  private let text: PageText

  package init(_ page: LedgerPage, _ snapshot: Snapshot, _ language: Language) {
    text = PageText(
      page: page, world: FieldDisplay(snapshot, language).world, showsHands: true)
  }

  package func text(width: Int) -> String {
    let page = text.page.page.id
    let world = text.world
    let book = world.snapshot.kinds.page(in: page.book.kind)?.layout.title ?? .patrolBook
    let team = world.snapshot.side(page.book.owner)?.name ?? page.book.owner
    let head = "\(book[world.language])  \(team)  \(page.year)  №\(page.number)"
    let lines = text.lines(width: width).map { $0.spans.map(\.text).joined() }
    return ([head, ""] + lines).map { $0 + "\n" }.joined()
  }
}

/// A page as it is shown and printed: every field with its label, what was struck out beside what
/// stands in its place, and at the end who wrote what when.
struct PageText {
  let page: LedgerPage
  let world: World
  /// Whether each signature is shown with its key's fingerprint.
  var showsHands = false

  /// The page's lines at a width in cells.
  func lines(width: Int) -> [Line] {
    let columns = page.kind?.columns ?? []
    var lines: [Line] = []
    if let words = page.verdict.words { lines += wrapped(words[world.language], .urgent, width) }
    if let void = page.void {
      lines += marked(
        "\(Phrase.voided[world.language]) \(void.amendment.reason) (\(number(void.page)) \(void.page.recorded.by.name))",
        .warning, of: void.page, width)
    }
    let labelCells = columns.map { $0.label[world.language].cells }.max() ?? 8
    lines += paired(columns.map { field($0, labelCells, width) }.filter { !$0.isEmpty }, width)
    lines += unknownCharacters(width)
    lines += disagreements(width)
    for (amending, amendment) in page.amendments where amendment.kind == .correction {
      lines += marked(
        "\(Phrase.corrected[world.language]) \(number(amending)) \(amending.recorded.stamp.moment.text) \(amending.recorded.by.name): \(amendment.reason)",
        .warning, of: amending, width)
    }
    for (amending, amendment) in page.failed {
      let words = page.verdict(of: amending.id).words?[world.language] ?? ""
      lines += wrapped(
        "\((amendment.kind == .void ? Phrase.voided : .corrected)[world.language]) \(number(amending)) \(amending.recorded.by.name)  \(words)",
        .urgent, width)
    }
    lines += SignatureText(page: page, world: world, showsHands: showsHands).lines(width: width)
    let entry = page.page
    lines += MarkedText(
      "№\(entry.id.number) \(Phrase.recorded[world.language]) \(entry.recorded.by.name) \(entry.recorded.stamp.moment.text)  \(entry.digest.short)",
      .dim, page.marks, world.language
    ).lines(width: width)
    return lines
  }

  /// A page about this one by its number, with the year where it stands in another volume.
  private func number(_ amending: Page) -> String {
    let year = amending.id.year == page.page.id.year ? "" : "\(amending.id.year) "
    return "\(year)№\(amending.id.number)"
  }

  /// What the other book says instead (A14), on both pages.
  private func disagreements(_ width: Int) -> [Line] {
    (world.ledger?.contradictions(of: page.page.id) ?? []).flatMap {
      wrapped(
        "\(RuleID.booksDisagree.title[world.language]) \($0.text[world.language])", .urgent, width)
    }
  }

  /// Nothing for an empty field, unless it was struck out or to leave it out says something.
  private func field(_ column: Column, _ labelCells: Int, _ width: Int) -> [Line] {
    let now = page.text(column.name)
    let struck = page.struckText(column.name)
    guard !now.isEmpty || struck != nil || column.blank != nil else { return [] }
    let display = FieldDisplay(world: world, day: page.day)
    let label = column.label[world.language]
    let room = max(8, width - labelCells - 2)
    var parts: [Span] = []
    if let struck, !struck.isEmpty {
      parts.append(Span("~~\(display.text(struck, column))~~ ", .struck))
    }
    // On every line: nobody may take a changed page for a sound one.
    let role: Role = page.isVoid ? .struck : page.isSound ? .plain : .urgent
    parts.append(Span(display.text(now, column), role))
    if let became = became(column) { parts.append(became) }
    let texts = parts.lines(width: room)
    return texts.enumerated().map { index, line in
      let shown = index == 0 ? label : ""
      let pad = String(repeating: " ", count: labelCells - shown.cells + 2)
      return Line([Span(shown + pad, .label)] + line.spans)
    }
  }

  /// What became of it, beside what was found, where that was told as intelligence: a note, no change of
  /// the page.
  private func became(_ column: Column) -> Span? {
    guard page.kind?.layout.tells?.found.name == column.name,
      let (words, role) = world.became(page)
    else { return nil }
    let intelligence = Phrase("情报", "情報", "intelligence ")[world.language]
    return Span("  \(world.glyphs.arrow) \(intelligence) \(words[world.language])", role)
  }

  /// Two short fields share a line where it is wide enough, in the order they were declared.
  private func paired(_ fields: [[Line]], _ width: Int) -> [Line] {
    let half = (width - 2) / 2
    guard width >= 64 else { return fields.flatMap { $0 } }
    var lines: [Line] = []
    var waiting: Line?
    for field in fields {
      let isShort = field.count == 1 && field[0].cells <= half
      if let left = waiting {
        waiting = nil
        if isShort {
          lines.append(left + Line(String(repeating: " ", count: half + 2 - left.cells)) + field[0])
          continue
        }
        lines.append(left)
      }
      if isShort { waiting = field[0] } else { lines += field }
    }
    return lines + (waiting.map { [$0] } ?? [])
  }

  /// Characters that this terminal can't draw, by their code points.
  private func unknownCharacters(_ width: Int) -> [Line] {
    guard world.probe.isComplete else { return [] }
    let text = page.page.record.text
    let missing = Set(text.filter { !world.probe.draws($0) })
    return missing.sorted().flatMap { wrapped(CodePoint.note($0), .dim, width) }
  }

  /// What a page about this one says, with its marks: those that the page itself bears stand there.
  private func marked(_ text: String, _ role: Role, of amending: Page, _ width: Int) -> [Line] {
    let marks = page.marks(of: amending.id).filter { !page.marks.contains($0) }
    return MarkedText(text, role, marks, world.language).lines(width: width)
  }

  private func wrapped(_ text: String, _ role: Role, _ width: Int) -> [Line] {
    LineBreak.lines(text, width: width).map { Line($0, role) }
  }
}

/// `〓=U+2EBF0`: a character that can't be drawn, by its number.
enum CodePoint {
  static func note(_ character: Character) -> String { "\(Surface.missing)=\(name(character))" }

  private static func name(_ character: Character) -> String {
    character.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(
      separator: " ")
  }

  /// The same for a narrow column beside the name: code points alone.
  static func brief(_ text: String, _ probe: Probe) -> String {
    guard probe.isComplete else { return "" }
    return text.filter { !probe.draws($0) }.map(name).joined(separator: " ")
  }

  /// The notes of all characters of a text that the terminal can't draw.
  static func notes(_ text: String, _ probe: Probe) -> String {
    guard probe.isComplete else { return "" }
    return text.filter { !probe.draws($0) }.map(note).joined(separator: " ")
  }
}

/// A field's text as a person reads it: codes as words, moments as times, people by name.
package struct FieldDisplay: Sendable {
  let world: World
  /// The day beside which a moment needs no date.
  let day: Day?
  /// Whether phones and identity numbers are masked (R28).
  var isMasked = true

  init(world: World, day: Day?, isMasked: Bool = true) {
    (self.world, self.day, self.isMasked) = (world, day, isMasked)
  }

  /// For a table that stands on no screen: every moment with its date.
  package init(_ snapshot: Snapshot, _ language: Language) {
    self.init(
      world: World(
        language: language, snapshot: snapshot, day: snapshot.today,
        now: Stamp(moment: Moment(snapshot.today, snapshot.station.rollover), offset: 0),
        size: Size(80, 24)),
      day: nil)
  }

  /// - Parameter text: as the file has it; what can't be read as the field's value shows as it is.
  package func text(_ text: String, _ column: Column) -> String {
    if text.isEmpty, let blank = column.blank { return blank[world.language] }
    if let words = column.words(text, world.language) { return words }
    switch column.entry {
    case .codes(let table):
      if table == "weekday" { return weekdays(text) }
      return text.split(separator: " ").map { label(table, String($0)) }.joined(
        separator: world.language.separator)
    case .code(let table): return label(table, text)
    case .answer(let table):
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      return ([label(table, parts.first ?? "")] + parts.dropFirst()).joined(separator: " ")
    case .moment:
      guard let moment = Moment(text) else { return text }
      if moment.day == day { return moment.clock }
      let isNext = day.map { moment.day == $0 + 1 } ?? false
      return isNext ? Phrase.nextDay[world.language] + moment.clock : moment.text
    case .reference(let reference): return named(text, reference)
    case .references(let reference):
      // Some are told by code and name, some by their code alone.
      let parts = text.split(separator: ",").map { String($0).trimmingBlanks() }
      return parts.map { Named($0)?.name ?? named($0, reference) }
        .joined(separator: world.language.separator)
    case .places: return text.replacing("; ", with: world.language.separator)
    case .checkpoints: return PointsPassed(text)?.words(world.language) ?? text
    case .phone, .identity: return isMasked ? Member.masked(text) : text
    case .absentees:
      let parts = text.split(separator: ",").map { String($0).trimmingBlanks() }
      return parts.map(person).joined(separator: world.language.separator)
    case .tallies(let table):
      return text.split(separator: ",").compactMap { Tally(String($0).trimmingBlanks()) }
        .map { "\(label(table, $0.object)) \($0.count)" }.joined(
          separator: world.language.separator)
    case .points(let table): return points(text, table)
    case .flag: return text.isEmpty ? Phrase.no[world.language] : Phrase.yes[world.language]
    case .line, .prose, .words, .day, .clock, .count, .money, .hours, .span, .crew: return text
    }
  }

  /// `每天`, `周一三五`.
  private func weekdays(_ text: String) -> String {
    let days = text.split(separator: " ").compactMap { Int($0) }
    if days.count == 7 { return Phrase("每天", "每天", "Daily")[world.language] }
    let names = days.map { Phrase.weekday($0)[world.language] }
    if world.language == .en { return names.joined(separator: " ") }
    return String(names.first?.first ?? " ") + names.map { $0.dropFirst() }.joined()
  }

  /// What a code of a register is called; a person or team is called by the name that stands there.
  private func named(_ text: String, _ reference: Reference) -> String {
    let snapshot = world.snapshot
    if let named = Named(text) { return named.name }
    if reference == .rosterLine {
      return snapshot.roster.first { $0.code == text }.map(RosterLine.hours) ?? text
    }
    for kind in reference.registers.compactMap({ snapshot.kinds[$0] }) {
      if let texts = snapshot.table(kind).texts(text) { return snapshot.title(of: texts, kind) }
    }
    return text
  }

  /// `✓✗✓✓✓✓✓✓ 人数达标`: the answers, and by name what is not in order.
  private func points(_ text: String, _ table: String) -> String {
    let marks = text.map { Self.mark($0, world.glyphs) }.joined()
    let wrong = zip(text, world.codes.table(table)).filter { $0.0 == "2" }.map {
      $0.1.label[world.language]
    }
    return wrong.isEmpty ? marks : "\(marks) \(wrong.joined(separator: world.language.separator))"
  }

  /// `1` in order, `2` not; anything else does not apply.
  static func mark(_ answer: Character, _ glyphs: Glyphs) -> String {
    switch answer {
    case "1": glyphs.check
    case "2": glyphs.cross
    default: glyphs.more
    }
  }

  private func label(_ table: String, _ code: String) -> String {
    world.codes.label(table, code, world.language)
  }

  private func person(_ text: String) -> String {
    guard let absence = Absence(text) else { return Named(text)?.name ?? text }
    return "\(absence.person.name)(\(label("absence", absence.reason)))"
  }
}
