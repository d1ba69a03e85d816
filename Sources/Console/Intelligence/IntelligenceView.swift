import Patrol
import Records
import Terminal
import Wording

/// The list by when an outcome is due, and the life of the chosen one in words below it.
extension IntelligenceScreen {
  func view(in world: World) -> any Block {
    let rows = rows(in: world)
    let at = at(rows)
    let chosen = rows.indices.contains(at) ? LeadText(rows[at], world) : nil
    let table = table(rows, at, world)
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line("4 " + Self.title[world.language], .titleFocus), note: tally(world),
        footer: legend(world), isFocused: true, glyphs: world.glyphs
      ) {
        ListWithText(
          list: table, count: max(1, rows.count), isMain: true, glyphs: world.glyphs,
          text: chosen.map { $0.lines(width:) })
      }
    }
  }

  /// How many are open, overdue, and nobody's.
  private func tally(_ world: World) -> Line {
    let open = world.openLeads
    let policy = world.snapshot.station.policy
    let late = open.count { $0.due(policy) < world.now.moment }
    let free = open.count { $0.stage == .reported }
    let mark = world.isStillLooking || !world.snapshot.isRead([.intelligence]) ? "?" : ""
    func part(_ phrase: Phrase, _ count: Int, _ role: Role) -> Line {
      Line("\(phrase[world.language]) \(count)\(mark)", count > 0 ? role : .dim)
    }
    return part(Phrase("未结", "未結", "open"), open.count, .plain) + Line("  ")
      + part(Phrase("超期", "超期", "overdue"), late, .urgent) + Line("  ")
      + part(Phrase("未派", "未派", "unassigned"), free, .warning)
  }

  /// What the four marks of a line's life are.
  private func legend(_ world: World) -> Line {
    let g = world.glyphs
    let steps = LeadStage.allCases.map { $0.label[world.language] }.joined(separator: g.arrow)
    let said = Phrase(
      "\(steps)：\(g.done) 已办  \(g.underway) 待定结果  \(g.missing) 未办",
      "\(steps)：\(g.done) 已辦  \(g.underway) 待定結果  \(g.missing) 未辦",
      "\(steps): \(g.done) done  \(g.underway) to be settled  \(g.missing) not yet")
    return world.size.width < 76 ? Line([]) : Line(said[world.language], .dim)
  }

  private func table(_ rows: [LeadItem], _ at: Int, _ world: World) -> Table {
    let (language, marked) = (world.language, Set(marked))
    func head(_ hans: String, _ hant: String, _ en: String) -> String {
      Phrase(hans, hant, en)[language]
    }
    let headings: [Table.Heading] = [
      .init(head("号", "號", "No."), .cells(6)),
      .init(head("报告", "報告", "Reported"), .cells(11), from: 96),
      .init(head("来源", "來源", "Source"), .share(2), from: 96),
      .init(head("内容", "內容", "What"), .share(6)),
      .init(head("单位", "單位", "Unit"), .share(2), from: 96),
      .init(head("承办", "承辦", "Officer"), .cells(8), from: 66),
      .init(head("环节", "環節", "Life"), .cells(4)),
      .init(head("期限或结果", "期限或結果", "Due"), .cells(language == .en ? 14 : 10)),
    ]
    return Table(
      headings, count: rows.count, selected: rows.isEmpty ? nil : at, isFocused: true,
      empty: (world.isStillLooking ? Phrase.reading : .noLeads)[language]
    ) { index in
      let (item, text) = (rows[index], LeadText(rows[index], world))
      let role: Role = marked.contains(item.id) ? .marked : item.isOpen ? .plain : .dim
      let officer = item.lead.officer?.name
      return [
        Line(text.number, role), Line(item.lead.reported.brief, .dim),
        Line(text.source, .dim), Line(item.lead.facts, role), Line(text.unit, .dim),
        Line(
          officer ?? Phrase("未派", "未派", "nobody")[language], officer == nil ? .warning : role),
        Line(text.life, role), text.due,
      ]
    }
  }
}

/// What is said of something reported, in a line of the list and below it.
struct LeadText: Sendable {
  private let item: LeadItem
  private let world: World
  private var lead: Lead { item.lead }
  private var language: Language { world.language }

  init(_ item: LeadItem, _ world: World) { (self.item, self.world) = (item, world) }

  /// The running number alone; that of the page, where no record names it yet.
  var number: String {
    switch item.id {
    case .record(let code):
      let digits = code.split(separator: "-").last.flatMap { Int($0) }
      return digits.map { "№\($0)" } ?? code
    case .page(let page): return Phrase("页", "頁", "p. ")[language] + "\(page.number)"
    }
  }

  var unit: String { world.snapshot.unitName(lead.unit) }

  /// Informants by their alias; a patrol by its team and page.
  var source: String {
    if let informant = lead.informant { return informant.name }
    guard let page = lead.page else { return lead.source.label[language] }
    let team = world.snapshot.side(page.book.owner)?.name ?? page.book.owner
    return "\(team) №\(page.number)"
  }

  /// Four marks: reported, assigned, looked into, settled.
  var life: String {
    let glyphs = world.glyphs
    return switch item.stage {
    case .reported: glyphs.done + glyphs.missing + glyphs.missing + glyphs.missing
    case .assigned: glyphs.done + glyphs.done + glyphs.missing + glyphs.missing
    case .checked: glyphs.done + glyphs.done + glyphs.underway + glyphs.missing
    case .closed: glyphs.done + glyphs.done + glyphs.done + glyphs.done
    }
  }

  /// How much time is left, or the outcome; words carry it where colours don't.
  var due: Line {
    if let outcome = lead.outcome { return Line(outcome.label[language], .dim) }
    let due = item.due(world.snapshot.station.policy)
    let left = due - world.now.moment
    // What is due on the patrol day that runs is today's.
    let station = world.snapshot.station
    let isToday = station.patrolDay(due) <= world.today
    return Line(Self.left(left)[language], left < 0 ? .urgent : isToday ? .warning : .plain)
  }

  private static func left(_ minutes: Int) -> Phrase {
    let size = abs(minutes)
    let (count, unit): (Int, Phrase) =
      switch size {
      case ..<60: (size, Phrase("分", "分", " min"))
      case ..<(48 * 60): (size / 60, Phrase("时", "時", " h"))
      default: (size / 1440, Phrase("天", "天", " d"))
      }
    let span = Phrase(verbatim: "\(count)") + unit
    return minutes < 0
      ? Phrase("超 ", "超 ", "") + span + Phrase("", "", " over")
      : Phrase("剩 ", "剩 ", "") + span + Phrase("", "", " left")
  }

  /// Its life in words, then what was reported and what became of it.
  func lines(width: Int) -> [Line] {
    var lines = wrapped(story, .plain, width)
    lines += wrapped("\(source)  \(lead.facts)", .bold, width)
    if !lead.findings.isEmpty {
      lines += wrapped("\(LeadStage.checked.label[language])  \(lead.findings)", .plain, width)
    }
    if !lead.told.isEmpty {
      lines += wrapped("\(Lead.told.column.label[language])  \(lead.told)", .dim, width)
    } else if !item.isOpen {
      lines += wrapped(Phrase.reporterNotTold[language], .warning, width)
    }
    if let text = world.snapshot.messageBook.text(of: lead.code) {
      lines += wrapped(self.text(text), .plain, width)
    }
    if let code = lead.incident { lines += wrapped(incident(code), .plain, width) }
    if lead.hasAnnex { lines += wrapped(Phrase.hasAnnex[language], .dim, width) }
    if let day = lead.annexErased {
      lines += wrapped("\(Lead.annexErased.column.label[language])  \(day.text)", .dim, width)
    }
    switch item.told?.state {
    case .void: lines += wrapped(Phrase.pageVoid[language], .warning, width)
    case .takenBack: lines += wrapped(Phrase.pageTakenBack[language], .warning, width)
    case .stands, nil: break
    }
    return lines
  }

  /// The text that it was, and the message which that answers.
  private func text(_ text: ReceivedText) -> String {
    let message = text.message.flatMap(world.snapshot.message)
    let answers = message.map { "\($0.kind.label[language]) \(MessageText.short($0.code))" }
    return [
      ReceivedText.schema.title[language], MessageText.short(text.code), text.at.brief, answers,
    ]
    .compactMap { $0 }.joined(separator: "  ")
  }

  /// The case that it belongs to, in its own words.
  private func incident(_ code: String) -> String {
    let texts = world.snapshot.table(.incidents).texts(code)
    let what = texts.map { world.snapshot.title(of: $0, .incidents) } ?? ""
    return "\(Lead.incident.column.label[language])  \(code) \(what)"
  }

  private var story: String {
    let glyphs = world.glyphs
    func step(_ stage: LeadStage, _ said: String?, _ moment: Moment?) -> String {
      let what = [stage.label[language], said, moment?.brief].compactMap { $0 }
      return what.joined(separator: " ") + (moment == nil ? "" : " \(glyphs.check)")
    }
    let due = item.due(world.snapshot.station.policy)
    let end =
      lead.outcome.map { $0.label[language] }
      ?? Phrase("限 ", "限 ", "due ")[language] + due.brief
    return [
      step(.reported, nil, lead.reported), step(.assigned, lead.officer?.name, lead.assigned),
      step(.checked, nil, lead.checked), step(.closed, end, lead.closed),
    ].joined(separator: " \(glyphs.arrow) ")
  }

  private func wrapped(_ text: String, _ role: Role, _ width: Int) -> [Line] {
    LineBreak.lines(text, width: width).map { Line($0, role) }
  }
}

extension Phrase {
  fileprivate static let reporterNotTold = Phrase(
    "还没有告知报告人", "還沒有告知報告人", "whoever reported it was not told")
  fileprivate static let hasAnnex = Phrase(
    "有密封附件，F9 打开", "有密封附件，F9 打開", "a sealed annex, F9 opens it")
  fileprivate static let pageVoid = Phrase(
    "记录页已作废：照样查到结果，或定为误报", "記錄頁已作廢：照樣查到結果，或定為誤報",
    "its page was struck out: settle it all the same, or call it a false alarm")
  fileprivate static let pageTakenBack = Phrase(
    "记录页已更正，不再转情报：照样定结果", "記錄頁已更正，不再轉情報：照樣定結果",
    "its page was corrected and no longer tells it: settle it all the same")
}

extension World {
  /// What became of a page that tells something as intelligence: its outcome, else how far it has come.
  ///
  /// Overdue it is urgent, and until it is settled a warning. Nil for a page that tells nothing so.
  func became(_ page: LedgerPage) -> (words: Phrase, role: Role)? {
    guard let tells = page.kind?.layout.tells else { return nil }
    guard let lead = snapshot.lead(about: page.page.id).flatMap(snapshot.lead) else {
      guard !page.isVoid, !page.text(tells.flag.name).isEmpty else { return nil }
      return (LeadStage.reported.label, .warning)
    }
    if let outcome = lead.outcome { return (outcome.label, .good) }
    let due = LeadItem(lead).due(snapshot.station.policy)
    return (lead.stage.label, now.moment > due ? .urgent : .warning)
  }
}
