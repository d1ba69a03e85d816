import Patrol
import Records
import Terminal
import Wording

/// One record whole: its fields with their labels, and what other registers say of it.
struct RecordCard: Sendable {
  let kind: RegisterRecord.Kind
  let code: String
  let world: World
  let history: [Change]

  init(_ kind: RegisterRecord.Kind, _ code: String, world: World, history: [Change] = []) {
    (self.kind, self.code, self.world, self.history) = (kind, code, world, history)
  }

  private var language: Language { world.language }

  func lines(width: Int) -> [Line] {
    guard let texts = world.library.table(kind).texts(code) else {
      return [Line(Phrase.gone[language], .warning)]
    }
    let isRevealed = world.revealed == Revealed(kind, code)
    let display = FieldDisplay(world: world, day: nil, isMasked: !isRevealed)
    let columns = kind.columns.filter { texts[$0.name] != nil && $0.name != "Code" }
    let labels =
      columns.map(\.label) + [.holdings, RegisterRecord.Kind.training.title, .composition]
    let label = min(labels.map { $0[language].cells }.max() ?? 8, max(8, width / 2 - 4))
    var lines = columns.flatMap { column in
      field(
        column.label[language], display.text(texts[column.name] ?? "", column), label, width)
    }
    if !isRevealed, columns.contains(where: \.entry.isPersonal), width > 40 {
      lines.append(Line(Phrase.maskedNote[language], .dim))
    }
    lines += related(label, width)
    return lines + changes(width)
  }

  private func field(_ label: String, _ text: String, _ cells: Int, _ width: Int) -> [Line] {
    let room = max(8, width - cells - 2)
    let head = label + String(repeating: " ", count: max(0, cells - label.cells) + 2)
    return LineBreak.lines(text, width: room).enumerated().map { index, line in
      Line(index == 0 ? head : String(repeating: " ", count: cells + 2), .label) + Line(line)
    }
  }

  /// Equipment that is out and trainings, of a person; strength and equipment of a team.
  private func related(_ label: Int, _ width: Int) -> [Line] {
    if kind == .teams { return strength(label, width) }
    let holdings = world.library.holdings(of: code)
    let trainings = world.library.trainings(of: code)
    var lines: [Line] = []
    if !holdings.isEmpty {
      let text = holdings.map { "\($0.item.label[language])×\($0.quantity)" }
      lines += field(
        Phrase.holdings[language], text.joined(separator: separator), label, width)
    }
    if !trainings.isEmpty {
      let text = trainings.map { "\($0.date.text) \($0.topic)" }
      lines += field(
        RegisterRecord.Kind.training.title[language],
        text.joined(separator: language == .en ? "; " : "；"), label, width)
    }
    return lines
  }

  /// How many there are of those there should be, who they are (R6), and what they carry (R18).
  private func strength(_ label: Int, _ width: Int) -> [Line] {
    let library = world.library
    guard let team = library.team(code) else { return [] }
    let members = library.members(of: code)
    let backgrounds = Dictionary(grouping: members.compactMap(\.background), by: { $0 })
    let people = library.codes.table("background").compactMap { word in
      backgrounds[word.code].map { "\(word.label[language]) \($0.count)" }
    }
    let services = Service.allCases.map { service in
      "\(service.label[language]) \(members.count { $0.service == service })"
    }
    let issued = library.issued()[code] ?? [:]
    let items = EquipmentItem.allCases.filter {
      issued[$0] != nil || team.tier.turnout.contains($0.rawValue)
    }
    let equipment = items.map { "\($0.label[language]) \(issued[$0] ?? 0)/\(members.count)" }
    let count = ["\(members.count)/\(library.floor(of: team))"] + services + people
    return field(Phrase.composition[language], count.joined(separator: separator), label, width)
      + field(Phrase.holdings[language], equipment.joined(separator: separator), label, width)
  }

  private var separator: String { language == .en ? ", " : "、" }

  private func changes(_ width: Int) -> [Line] {
    guard !history.isEmpty else { return [] }
    var lines = [Line([]), Line(Phrase.historyTitle[language], .heading)]
    for change in history {
      let head =
        "\(change.at.moment.text) \(change.by.name) \(change.act.label[language])"
        + (change.fate == .added
          ? Phrase("：新增", "：新增", ": added")[language]
          : change.fate == .removed ? Phrase("：撤除", "：撤除", ": taken out")[language] : "")
      lines.append(Line(head, .dim))
      for field in change.fields {
        let text = ChangeText(kind: kind, world: world).text(field)
        lines += LineBreak.lines(text, width: max(8, width - 2)).map { Line("  " + $0) }
      }
    }
    return lines
  }
}

/// `电话 100****5678 → 100****0000`; personal data stays masked, and what was erased is said to be.
struct ChangeText {
  let kind: RegisterRecord.Kind
  let world: World

  func text(_ field: Change.Field) -> String {
    guard let column = kind.column(field.name) else { return field.name }
    let label = column.label[world.language]
    if let erased = field.erased {
      let note = Phrase("已清除", "已清除", "erased")
      return "\(label) \(note[world.language]) \(erased.text)"
    }
    let display = FieldDisplay(world: world, day: nil)
    func shown(_ text: String) -> String {
      text.isEmpty ? Phrase("（空）", "（空）", "(empty)")[world.language] : display.text(text, column)
    }
    let arrow = world.glyphs.arrow
    return "\(label) \(shown(field.from)) \(arrow) \(shown(field.to))"
  }
}

/// A card's lines; those that don't fit are not drawn.
struct CardLines: Block {
  let card: RecordCard
  var top = 0
  init(_ card: RecordCard, top: Int = 0) { (self.card, self.top) = (card, top) }

  func draw(in area: Rect, on surface: inout Surface) {
    let room = area.inset(1, 0)
    let lines = card.lines(width: room.width)
    let first = max(0, min(top, lines.count - room.height))
    Lines(Array(lines.dropFirst(first))).draw(in: room, on: &surface)
  }
}

extension Phrase {
  static let composition = Phrase("人员构成", "人員構成", "Strength")
  static let holdings = Phrase("领用装备", "領用裝備", "Equipment")
  static let gone = Phrase("这条登记已不在。", "這條登記已不在。", "This record is no longer there.")
  static let maskedNote = Phrase(
    "F5 写明原因后查看全号。", "F5 寫明原因後查看全號。", "F5 shows the whole number, once you say why.")
  static let historyTitle = Phrase("变更记录", "變更記錄", "What was changed")
}
