import Patrol
import Records
import Terminal
import Wording

/// Everything that was reported, by when its outcome is due: pages that tell it, and records by hand.
struct IntelligenceScreen: Screen {
  enum Action: Hashable {
    case step(Step), open, next, close, new, edit, annex, mark, done, back
  }

  static let title = ActionName.intelligence.phrase
  static let purpose = Phrase(
    "报告来的情报，先到期的在前；记录页上转情报的自己列在这里。F5 办下一步：派办、查证、定结果；F8 定结果；F6 手工登记一条；空格标记几条一起派办；* 含已办结的。身份写进密封附件（F9），只有指定的民警能开。",
    "報告來的情報，先到期的在前；記錄頁上轉情報的自己列在這裡。F5 辦下一步：派辦、查證、定結果；F8 定結果；F6 手工登記一條；空格標記幾條一起派辦；* 含已辦結的。身份寫進密封附件（F9），只有指定的民警能開。",
    "What was reported, by when its outcome is due; pages that tell it stand here by themselves. F5 does the next step: assign, look into, settle; F8 settles, F6 registers one by hand, Space marks several for one officer, * shows those done. Identities go into a sealed annex (F9) that named officers alone open."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .open, hint: true),
      Binding(.f(5), does: .next, .leadStep, hint: true),
      Binding(.f(6), .insert, .character("n"), does: .new, .newLead, hint: true),
      // Everywhere else F8 leads to what waits for a signature; nothing here does.
      Binding(.f(8), does: .close, .leadOutcome, hint: true),
      Binding(.character(" "), does: .mark, .markOne, hint: true),
      Binding(.character("*"), .character("m"), does: .done, .leadsDone, hint: true),
      Binding(.f(4), .character("e"), does: .edit, .edit),
      Binding(.f(9), does: .annex, .sealedAnnex, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  private var cursor = Cursor()
  /// The line that the cursor stands on: known again when the list has changed.
  private var line: LeadItem.ID?
  private(set) var marked: [LeadItem.ID] = []
  private(set) var showsDone = false

  init() {}

  /// On one of the records; those that are done show where it is.
  init(at code: String, in world: World) {
    line = .record(code)
    showsDone = !world.openLeads.contains { $0.id == .record(code) }
  }

  func rows(in world: World) -> [LeadItem] {
    showsDone ? world.snapshot.leads(world.told) : world.openLeads
  }

  /// Where the line is now; one whose page got a record goes on as that.
  func at(_ rows: [LeadItem]) -> Int {
    let place = line.flatMap { line in
      rows.firstIndex { $0.id == line || $0.lead.page.map(LeadItem.ID.page) == line }
    }
    return max(0, min(place ?? cursor.index, rows.count - 1))
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(let action): return act(action, in: world)
    case .outcome(.failed(let notice, _)): return [.complain(notice)]
    case .outcome, .text, .paste, .progress, .tick: return []
    }
  }

  /// The line of what was just registered, where it is in the list; a page that got its record goes on as that.
  mutating func note(_ news: RegisterNews, in world: World) {
    guard case .saved(let saved) = news, saved.kind == .intelligence else { return }
    line = .record(saved.code)
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    let rows = rows(in: world)
    go(to: at(rows), rows)
    let row = rows.indices.contains(cursor.index) ? rows[cursor.index] : nil
    switch action {
    case .step(let step):
      cursor.move(step, count: rows.count, shown: shown(for: step, in: world))
      go(to: cursor.index, rows)
    case .open: return [row.map { opening($0, in: world) } ?? .say(.noLeads)]
    case .edit: return [row.map(editing) ?? .say(.noLeads)]
    case .next: return next(row, rows)
    case .close: return closing(row, rows)
    case .annex: return [row.map { annex($0) } ?? .say(.noLeads)]
    case .new:
      return [.open(.recordForm(.intelligence, code: nil, scope: nil, given: begun(world)))]
    case .mark: mark(row, rows)
    case .done: showsDone.toggle()
    case .back:
      guard marked.isEmpty else {
        marked = []
        return []
      }
      return [.close]
    }
    return []
  }

  private mutating func go(to index: Int, _ rows: [LeadItem]) {
    cursor.go(to: index)
    line = rows.indices.contains(index) ? rows[index].id : nil
    let there = Set(rows.map(\.id))
    marked.removeAll { !there.contains($0) }
  }

  private mutating func mark(_ row: LeadItem?, _ rows: [LeadItem]) {
    guard let row, row.isOpen else { return }
    if let index = marked.firstIndex(of: row.id) {
      marked.remove(at: index)
    } else {
      marked.append(row.id)
    }
    cursor.move(.down, count: rows.count, shown: nil)
    go(to: cursor.index, rows)
  }

  // MARK: What is done about it

  /// Where it came from: its page, or the text; else its record.
  private func opening(_ row: LeadItem, in world: World) -> Effect {
    if let page = row.told { return .open(.page(page.page), on: page.day) }
    if let text = world.snapshot.messageBook.text(of: row.lead.code) {
      return .open(.wholeText(.received(text.code)))
    }
    return .open(.record(.intelligence, code: row.lead.code))
  }

  private func editing(_ row: LeadItem) -> Effect {
    guard case .record(let code) = row.id else {
      return .open(
        .recordForm(
          .intelligence, code: nil, scope: nil, given: row.lead.texts.filter { !$0.value.isEmpty }))
    }
    return .open(.recordForm(.intelligence, code: code, scope: nil))
  }

  /// Whom it is about: written to be sealed, or opened.
  private func annex(_ row: LeadItem) -> Effect {
    guard case .record(let code) = row.id else { return .say(.assignBeforeAnnex) }
    if let day = row.lead.annexErased { return .complain(AnnexRefusal.erased(code, day).notice) }
    return .open(row.lead.hasAnnex ? .annexWhy(code) : .annexForm(code, nil))
  }

  /// By hand it is reported now.
  private func begun(_ world: World) -> [String: String] {
    [Lead.reported.column.name: world.now.moment.text]
  }

  /// Those that are marked, else the line.
  private func chosen(_ row: LeadItem?, _ rows: [LeadItem]) -> [LeadItem] {
    marked.isEmpty ? row.map { [$0] } ?? [] : rows.filter { marked.contains($0.id) }
  }

  private func next(_ row: LeadItem?, _ rows: [LeadItem]) -> [Effect] {
    let chosen = chosen(row, rows)
    guard let stage = chosen.first?.stage else { return [.say(.noLeads)] }
    guard chosen.allSatisfy({ $0.stage == stage }) else { return [.say(.ofOneStage)] }
    guard let next = LeadStage(rawValue: stage.rawValue + 1) else {
      return [.complain(LeadRefusal.closed(chosen.first?.id.text ?? "").notice)]
    }
    return [.open(.lead(chosen.map(\.id), next))]
  }

  private func closing(_ row: LeadItem?, _ rows: [LeadItem]) -> [Effect] {
    let chosen = chosen(row, rows)
    guard !chosen.isEmpty else { return [.say(.noLeads)] }
    for item in chosen {
      switch item.stage {
      case .closed: return [.complain(LeadRefusal.closed(item.id.text).notice)]
      case .reported: return [.complain(LeadRefusal.notAssigned(item.id.text).notice)]
      case .assigned: return [.complain(LeadRefusal.notChecked(item.id.text).notice)]
      case .checked: break
      }
    }
    return [.open(.lead(chosen.map(\.id), .closed))]
  }
}

extension Phrase {
  static let noLeads = Phrase(
    "没有要查的情报。", "沒有要查的情報。", "There is nothing to look into.")
  fileprivate static let assignBeforeAnnex = Phrase(
    "这一页还没有编号，请先派办（F5）。", "這一頁還沒有編號，請先派辦（F5）。",
    "This page has no record yet: assign it first (F5).")
  fileprivate static let ofOneStage = Phrase(
    "所标的不在同一环节，请只标同一环节的。", "所標的不在同一環節，請只標同一環節的。",
    "Those marked have not come equally far; mark ones that have.")
}
