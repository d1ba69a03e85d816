import Patrol
import Records
import Terminal
import Wording

/// One record whole: its fields with their labels, and what other registers say of it.
struct RecordCard: Sendable {
  let kind: RegisterKind
  let code: String
  let world: World
  let history: [Change]
  /// Whether it says how masked data is shown.
  var saysHowToReveal = true

  init(_ kind: RegisterKind, _ code: String, world: World, history: [Change] = []) {
    (self.kind, self.code, self.world, self.history) = (kind, code, world, history)
  }

  private var language: Language { world.language }

  func lines(width: Int) -> [Line] {
    guard let texts = world.snapshot.table(kind).texts(code) else {
      return [Line(Phrase.gone[language], .warning)]
    }
    let isRevealed = world.revealed == Revealed(kind, code)
    let display = FieldDisplay(world: world, day: nil, isMasked: !isRevealed)
    let columns = kind.columns.filter { texts[$0.name] != nil && $0.name != "Code" }
    let labels =
      columns.map(\.label) + [
        RegisterKind.intelligence.title, .holdings, RegisterKind.training.title, .composition,
      ]
    let label = min(labels.map { $0[language].cells }.max() ?? 8, max(8, width / 2 - 4))
    var lines = columns.flatMap { column in
      Line.field(
        column.label[language], display.text(texts[column.name] ?? "", column), label, width)
    }
    if saysHowToReveal, !isRevealed, columns.contains(where: \.entry.isPersonal), width > 40 {
      lines.append(Line(Phrase.maskedNote[language], .dim))
    }
    lines += related(label, width)
    return lines + ChangeLines(.register(kind), history, world).lines(width: width)
  }

  /// Equipment that is out and trainings, of a person; strength and equipment of a team.
  private func related(_ label: Int, _ width: Int) -> [Line] {
    if kind == .teams { return strength(label, width) }
    if kind == .incidents { return leads(label, width) }
    let holdings = world.snapshot.holdings(of: code)
    let trainings = world.snapshot.trainings(of: code)
    var lines: [Line] = []
    if !holdings.isEmpty {
      let text = holdings.map { "\($0.item.label[language])×\($0.quantity)" }
      lines += Line.field(
        Phrase.holdings[language], text.joined(separator: language.separator), label, width)
    }
    if !trainings.isEmpty {
      let text = trainings.map { "\($0.date.text) \($0.topic)" }
      lines += Line.field(
        RegisterKind.training.title[language],
        text.joined(separator: language == .en ? "; " : "；"), label, width)
    }
    return lines
  }

  /// What was reported that belongs to a case, and what came of it (R20).
  private func leads(_ label: Int, _ width: Int) -> [Line] {
    world.snapshot.leads(of: code).flatMap { lead in
      let became = (lead.outcome?.label ?? lead.stage.label)[language]
      return Line.field(
        RegisterKind.intelligence.title[language], "\(lead.code) \(became)  \(lead.facts)", label,
        width)
    }
  }

  /// How many there are of those there should be, who they are (R6), and what they carry (R18).
  private func strength(_ label: Int, _ width: Int) -> [Line] {
    let snapshot = world.snapshot
    guard let team = snapshot.team(code) else { return [] }
    let members = snapshot.members(of: code)
    let backgrounds = Dictionary(grouping: members.compactMap(\.background), by: { $0 })
    let people = snapshot.codes.table("background").compactMap { word in
      backgrounds[word.code].map { "\(word.label[language]) \($0.count)" }
    }
    let services = Service.allCases.map { service in
      "\(service.label[language]) \(members.count { $0.service == service })"
    }
    let issued = snapshot.issued()[code] ?? [:]
    let items = EquipmentItem.allCases.filter {
      issued[$0] != nil || team.tier.issue.contains($0)
    }
    let equipment = items.map { "\($0.label[language]) \(issued[$0] ?? 0)/\(members.count)" }
    let count = ["\(members.count)/\(snapshot.floor(of: team))"] + services + people
    return Line.field(
      Phrase.composition[language], count.joined(separator: language.separator), label, width)
      + Line.field(
        Phrase.holdings[language], equipment.joined(separator: language.separator), label, width)
  }
}

extension Line {
  /// A field of a card: its label, `cells` wide, and beside it the text on as many lines as it needs.
  static func field(_ label: String, _ text: String, _ cells: Int, _ width: Int) -> [Line] {
    let room = max(8, width - cells - 2)
    let head = label + String(repeating: " ", count: max(0, cells - label.cells) + 2)
    return LineBreak.lines(text, width: room).enumerated().map { index, line in
      Line(index == 0 ? head : String(repeating: " ", count: cells + 2), .label) + Line(line)
    }
  }
}

extension Phrase {
  static let composition = Phrase("人员构成", "人員構成", "Strength")
  static let holdings = Phrase("领用装备", "領用裝備", "Equipment")
  static let gone = Phrase("这条登记已不在。", "這條登記已不在。", "This record is no longer there.")
  static let maskedNote = Phrase(
    "F5 写明原因后查看全号。", "F5 寫明原因後查看全號。", "F5 shows the whole number, once you say why.")
}
