import Patrol
import Records
import Terminal
import Wording

/// The registers on the left, the records in the middle; where there is room, the chosen one whole.
extension RegistersScreen {
  func view(in world: World) -> any Block {
    let width = world.size.width
    let kinds = width < 76 ? 0 : world.language == .en ? 24 : 22
    let card = width >= 116 ? 38 : 0
    return VStack {
      HeaderBar(world: world)
      HStack {
        if kinds > 0 || pane == .kinds {
          kindsPane(world).width(kinds > 0 ? .cells(kinds) : .share(1))
        }
        if kinds > 0 || pane == .records { recordsPane(world, width: width - kinds - card) }
        if card > 0 { cardPane(world).width(.cells(card)) }
      }
    }
  }

  /// The digit of the screen that the registers belong to, and what that is called.
  private var groupTitle: Phrase {
    let (digit, name): (String, ActionName) =
      switch kind.layout.group {
      case .base: ("7 ", .registers)
      case .roster: ("8 ", .roster)
      case .goals: ("6 ", .goals)
      case .intelligence: ("4 ", .intelligence)
      case .messages: ("5 ", .messages)
      }
    return Phrase(verbatim: digit) + name.phrase
  }

  private func kindsPane(_ world: World) -> any Block {
    let kinds = world.snapshot.group(of: kind)
    let counts = counts(in: world)
    return Panel(
      Line(groupTitle[world.language], pane == .kinds ? .titleFocus : .title),
      isFocused: pane == .kinds, glyphs: world.glyphs
    ) {
      Table(
        [.init("", .share(1)), .init("", .cells(5), isRight: true)], count: kinds.count,
        selected: kinds.firstIndex(of: kind), isFocused: pane == .kinds, hasHeading: false
      ) { index in
        let isRead = world.snapshot.unread(kinds[index]).isEmpty
        return [
          Line(kinds[index].title[world.language]),
          Line(
            isRead ? "\(counts[index])" : "\(world.glyphs.urgent)\(counts[index])",
            isRead ? .dim : .urgent),
        ]
      }
    }
  }

  private func recordsPane(_ world: World, width: Int) -> any Block {
    let indexes = indexes(in: world)
    let list = RecordList(kind, world: world, marked: marked, choice: columns)
    let at = indexes.isEmpty ? nil : min(cursor.index, indexes.count - 1)
    var title = Line(kind.title[world.language], pane == .records ? .titleFocus : .title)
    let reached = RegisterReach.name(rows.scope, kind, in: world)
    title = title + Line(" \(world.glyphs.more) \(reached)", .dim)
    if isFiltering || !rows.filter.isEmpty {
      title = title + Line(" /\(rows.filter)\(isFiltering ? "_" : "")", .match)
    }
    if rows.includesPast {
      title = title + Line(" \(ActionName.showPast.phrase[world.language])", .match)
    }
    let count = marked.isEmpty ? "" : Phrase.marked(marked.count)[world.language]
    return Panel(
      title,
      note: Line(count, .match) + Line(at.map { "\($0 + 1)/\(indexes.count)" } ?? "0", .dim),
      footer: sums(indexes, world), isFocused: pane == .records, glyphs: world.glyphs
    ) {
      if isFiltering { FilterLine(text: rows.filter) }
      UnreadLines(
        unread: world.snapshot.unread(kind), language: world.language, width: width - 4)
      FittedTable(
        list: list, indexes: indexes, selected: at, isFocused: pane == .records,
        empty: !world.snapshot.unread(kind).isEmpty
          ? Phrase(verbatim: "") : reach.empty(rows, in: world))
    }
  }

  /// What was granted and spent of the money shown.
  private func sums(_ indexes: [Int], _ world: World) -> Line {
    guard kind == .funds, !indexes.isEmpty else { return Line([]) }
    let records = world.snapshot.table(.funds).records
    let funds = indexes.compactMap { try? Fund.schema.parse(records[$0]) }
    func sum(_ kind: FundKind) -> Int {
      funds.filter { $0.kind == kind }.reduce(0) { $0 + $1.amount }
    }
    let (granted, spent) = (sum(.granted), sum(.spent))
    let money = FieldType<Int>.money.print
    let left = (granted < spent ? "-" : "") + money(abs(granted - spent))
    let text = Phrase(
      "拨入 \(money(granted))  支出 \(money(spent))  结余 \(left)",
      "撥入 \(money(granted))  支出 \(money(spent))  結餘 \(left)",
      "granted \(money(granted))  spent \(money(spent))  left \(left)")
    return Line(text[world.language], .dim)
  }

  private func cardPane(_ world: World) -> any Block {
    let code = selected(in: world)
    return Panel(
      Line(code ?? "", .title), glyphs: world.glyphs
    ) {
      if let code {
        CutText(lines: RecordCard(kind, code, world: world).lines)
      } else {
        Spacer()
      }
    }
  }
}

/// The records of one register as lines of a table: the fields its declaration lists, as many as
/// there is room for.
struct RecordList: Sendable {
  let kind: RegisterKind
  let world: World
  let marked: Set<String>
  private let choice: ColumnChoice
  private let name: Column
  private let reading: Column?
  private let listed: [Column]

  init(
    _ kind: RegisterKind, world: World, marked: Set<String>, choice: ColumnChoice = ColumnChoice()
  ) {
    (self.kind, self.world, self.marked, self.choice) = (kind, world, marked, choice)
    let layout = kind.layout
    (name, reading) = (layout.name, layout.reading)
    listed = layout.listed.filter { $0 != layout.name.name }.compactMap(kind.column)
  }

  /// The names of all columns, that of the record's name first.
  var names: [String] { [name.name] + listed.map(\.name) }

  /// The columns that fit beside the name in `width` cells; first of all the one that was chosen.
  func columns(_ width: Int) -> [Column] {
    // What the name needs at least; twice that where it was given the room.
    var left = width - (choice.wide == name.name ? 34 : 14)
    let asked: Set = [choice.wide, choice.chosen]
    let inOrder =
      listed.filter { asked.contains($0.name) } + listed.filter { !asked.contains($0.name) }
    let fitting = inOrder.prefix { column in
      left -= least(column) + 1
      return left >= 0
    }.map(\.name)
    return listed.filter { fitting.contains($0.name) }
  }

  func heading(_ columns: [Column]) -> [Table.Heading] {
    let isCode = if case .code = name.entry { true } else { false }
    let first = Table.Heading(
      title(name), choice.wide == name.name ? .share(9) : isCode ? .cells(14) : .share(3))
    return [first]
      + columns.map { column in
        Table.Heading(
          title(column), extent(column),
          isRight: column.entry == .count || column.entry == .money)
      }
  }

  private func title(_ column: Column) -> String {
    choice.heading(column.label[world.language], column.name)
  }

  func line(_ index: Int, _ columns: [Column]) -> [Line] {
    let table = world.snapshot.table(kind)
    let record = table.records[index]
    let display = FieldDisplay(world: world, day: nil)
    let isPast = world.snapshot.isPast(table.texts(at: index), kind)
    let code = record["Code"] ?? ""
    var title = display.text(name.text(in: record), name)
    if world.isLatinOnly, let reading {
      let latin = reading.text(in: record)
      if !latin.isEmpty { title = latin }
    }
    let note = CodePoint.brief(title, world.probe)
    let mark = marked.contains(code) ? "* " : ""
    return [
      Line(mark, .match) + Line(title, isPast ? .dim : .plain)
        + Line(note.isEmpty ? "" : " " + note, .dim)
    ]
      + columns.map { column in
        let text = column.text(in: record)
        if case .references = column.entry, !text.isEmpty {
          let people = Phrase.people(Named.list(text).count)[world.language]
          return Line("\(people) \(display.text(text, column))", .dim)
        }
        return Line(text.isEmpty ? "" : display.text(text, column).replacing("\n", with: " "), .dim)
      }
  }

  private func least(_ column: Column) -> Int {
    switch extent(column) {
    case .cells(let cells): cells
    case .share: max(choice.wide == column.name ? 30 : 12, title(column).cells)
    }
  }

  /// What values of a kind need; a heading is never cut.
  private func extent(_ column: Column) -> Extent {
    let label = title(column).cells
    if choice.wide == column.name { return .share(9) }
    switch column.entry {
    case .day: return .cells(max(10, label))
    case .phone: return .cells(max(12, label))
    case .identity: return .cells(max(18, label))
    case .count: return .cells(max(4, label))
    case .money: return .cells(max(10, label))
    case .clock: return .cells(max(5, label))
    case .flag: return .cells(max(3, label))
    case .code(let table):
      let words = world.codes.table(table).map { $0.label[world.language].cells }
      return .cells(min(16, max(words.max() ?? 8, label)))
    case .moment: return .cells(16)
    case .hours: return .cells(max(12, label))
    case .reference(.team), .reference(.unit): return .share(3)
    case .codes, .line, .prose, .points, .words, .reference, .references, .absentees, .tallies,
      .places, .checkpoints, .answer, .span, .crew:
      return .share(2)
    }
  }
}

/// A list of records in the columns that fit.
struct FittedTable: Block {
  let list: RecordList
  let indexes: [Int]
  let selected: Int?
  let isFocused: Bool
  let empty: Phrase

  func draw(in area: Rect, on surface: inout Surface) {
    let columns = list.columns(area.width - 2)
    // While a filter is typed, the terminal's cursor stays in its line.
    let caret = surface.caret
    Table(
      list.heading(columns), count: indexes.count, selected: selected, isFocused: isFocused,
      empty: empty[list.world.language]
    ) { list.line(indexes[$0], columns) }
    .draw(in: area, on: &surface)
    if caret != nil { surface.caret = caret }
  }
}

/// What could not be read of a register, above the records that could.
struct UnreadLines: Block {
  let unread: [NotRead]
  let language: Language
  /// How much room a line has.
  let width: Int

  private var lines: [String] {
    unread.flatMap { LineBreak.lines($0.notice.happened[language], width: max(20, width)) }
  }

  var height: Extent { .cells(min(4, lines.count)) }

  func draw(in area: Rect, on surface: inout Surface) {
    for (index, line) in lines.prefix(4).enumerated() {
      surface.write(line.clipped(to: area.width - 2), in: area.line(index).from(1), role: .urgent)
    }
  }
}

extension Phrase {
  static let noRecords = Phrase(
    "尚未登记。F6 新增，< 导入表格。", "尚未登記。F6 新增，< 匯入表格。",
    "Nothing registered yet. F6 adds one, < imports a table.")
  static func people(_ count: Int) -> Phrase {
    Phrase("\(count)人", "\(count)人", "\(count):")
  }
  static func marked(_ count: Int) -> Phrase {
    Phrase("已标 \(count)  ", "已標 \(count)  ", "\(count) marked  ")
  }
}
