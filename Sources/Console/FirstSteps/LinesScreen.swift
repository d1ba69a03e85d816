import Patrol
import Records
import Terminal
import Wording

/// Units, teams or people typed line by line, or pasted; below them what is understood, before it is saved.
///
/// What is not understood keeps its line and says why; the rest is saved.
struct LinesScreen: Screen {
  enum Action: Hashable {
    case newLine, up, down, pageUp, pageDown, save, table, nextTeam, back
    case edit(TextEdit), undo
  }

  static let title = Phrase("逐行登记", "逐行登記", "Line by line")
  static let purpose = Phrase(
    "一行一个或几个，可粘贴表格。下面是认出的，代号、类别自动拟好；没认出的留在原行，写明原因。F10 保存认出的，F4 从表格文件导入。",
    "一行一個或幾個，可貼上表格。下面是認出的，代號、類別自動擬好；沒認出的留在原行，寫明原因。F10 儲存認出的，F4 從表格檔案匯入。",
    "One or several a line, or a pasted table. What is understood stands below, with codes and kinds proposed; what is not keeps its line and says why. F10 saves what is understood, F4 takes a table file."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .newLine, .anotherLine, hint: true),
      Binding(.f(10), .control("s"), does: .save, .save, hint: true),
      Binding(.f(4), does: .table, .importTable, hint: true),
      Binding(.tab, does: .nextTeam, .anotherTeam, hint: true),
      Binding(.escape, does: .back, .leaveSteps, hint: true),
      Binding(.up, does: .up, .up),
      Binding(.down, does: .down, .down),
      Binding(.pageUp, does: .pageUp, .pageUp),
      Binding(.pageDown, does: .pageDown, .pageDown),
      Binding(.control("z"), does: .undo, .undo),
    ] + TextEdit.bindings { .edit($0) }

  let kind: RegisterKind
  private(set) var lines: [TextLine]
  private(set) var at = 0
  /// To which team people belong where no line says so.
  private(set) var team: String?
  private(set) var understood: TypedLines
  /// What was last given away to be kept.
  private var kept: String

  init(_ kind: RegisterKind, in world: World) {
    self.kind = kind
    let proposed =
      kind == .teams ? TypedLines.proposedTeams(in: world.snapshot).joined(separator: "\n") : ""
    let text = world.drafts[Self.draft(kind)]?["Lines"] ?? proposed
    kept = text
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      TextLine(String($0))
    }
    if lines.isEmpty { lines = [TextLine()] }
    at = lines.count - 1
    team = kind == .members ? Self.empty(after: nil, in: world)?.code : nil
    understood = TypedLines(text, kind, team: team, in: world.snapshot, reading: world.spelling)
  }

  var isTyping: Bool { true }
  var title: Phrase { kind.title }
  private static func draft(_ kind: RegisterKind) -> String { "lines-\(kind.name)" }
  private var text: String { lines.map(\.text).joined(separator: "\n") }

  func hints(in world: World) -> [KeyLine] {
    keyLines.filter { $0.name != .anotherTeam || kind == .members }
  }

  /// The next team without anybody, or any other one.
  private static func empty(after team: String?, in world: World) -> Team? {
    let teams = world.snapshot.teams
    let from = team.flatMap { code in teams.firstIndex { $0.code == code } }.map { $0 + 1 } ?? 0
    let order = Array(teams[from...]) + Array(teams[..<from])
    return order.first { world.snapshot.strength(of: $0.code) == 0 && $0.code != team }
      ?? (team == nil ? order.first : nil)
  }

  // MARK: Update

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character): lines[at].insert(String(character))
    case .paste(let text): paste(text)
    case .action(let action): return act(action, in: world)
    case .outcome(let outcome): return receive(outcome, in: world)
    case .tick: return keepDraft()
    case .progress: return []
    }
    read(in: world)
    return []
  }

  private mutating func read(in world: World) {
    understood = TypedLines(
      text, kind, team: team, in: world.snapshot, reading: world.spelling)
  }

  private mutating func paste(_ pasted: String) {
    let parts = pasted.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, part) in parts.enumerated() {
      if index > 0 { breakLine() }
      let clean = part.unicodeScalars.filter {
        $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F && $0 != "\u{FEFF}"
      }
      lines[at].insert(String(String.UnicodeScalarView(clean)))
    }
  }

  private mutating func breakLine() {
    let after = lines[at].after
    lines[at].killToEnd()
    var next = TextLine(after)
    next.toStart()
    lines.insert(next, at: at + 1)
    at += 1
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .newLine: breakLine()
    case .up, .pageUp: move(to: at - (action == .up ? 1 : shown(in: world).step))
    case .down, .pageDown: move(to: at + (action == .down ? 1 : shown(in: world).step))
    case .edit(.deleteBack): deleteBack()
    case .edit(.deleteForward): deleteForward()
    case .edit(let edit): edit.change(&lines[at])
    case .undo: lines[at].undo()
    case .save: return save()
    case .table: return keepDraft() + [.open(.importing(kind, scope: team.map { .team($0) }))]
    case .nextTeam:
      guard kind == .members else { return [.say(.onlyPeople)] }
      let teams = world.snapshot.teams
      let index = teams.firstIndex { $0.code == team } ?? -1
      if !teams.isEmpty { team = teams[(index + 1) % teams.count].code }
    case .back: return keepDraft() + [.close]
    }
    read(in: world)
    return []
  }

  private mutating func move(to line: Int) { at = max(0, min(lines.count - 1, line)) }

  private mutating func deleteBack() {
    guard lines[at].before.isEmpty, at > 0 else { return lines[at].deleteBack() }
    let after = lines.remove(at: at).after
    at -= 1
    lines[at].toEnd()
    join(after)
  }

  private mutating func deleteForward() {
    guard lines[at].after.isEmpty, at + 1 < lines.count else { return lines[at].deleteForward() }
    join(lines.remove(at: at + 1).text)
  }

  /// Puts a text behind the caret.
  private mutating func join(_ text: String) {
    let before = lines[at].before
    lines[at].replaceAll(before + text)
    for _ in text { lines[at].left() }
  }

  // MARK: Saving

  private mutating func save() -> [Effect] {
    guard understood.records.isEmpty else {
      return [.perform(.change(RegisterStep(.bulkImport, understood.records)))]
    }
    if let fault = understood.faults.first {
      move(to: fault.line - 1)
      return [.say(fault.reason)]
    }
    return understood.passed.isEmpty ? [.say(.writeALine)] : [dropDraft(), .close, .say(.allThere)]
  }

  private mutating func receive(_ outcome: Outcome, in world: World) -> [Effect] {
    switch outcome {
    case .failed(let notice, _): return [.complain(notice)]
    case .unchanged: return [.close]
    case .done(let done):
      guard done.answer is StepSummary else { return [] }
      let faulty = understood.faulty
      let left = lines.indices.filter { faulty.contains($0 + 1) }.map { lines[$0] }
      lines = left.isEmpty ? [TextLine()] : left
      at = lines.count - 1
      guard left.isEmpty else {
        read(in: world)
        return keepDraft() + done.saying + [.say(.linesLeft(left.count))]
      }
      kept = ""
      if kind == .members, let next = Self.empty(after: team, in: world) {
        team = next.code
        read(in: world)
        return [dropDraft(), .say(.nextTeam(next.name))]
      }
      return [dropDraft(), .close] + done.saying
    }
  }

  // MARK: Drafts

  private mutating func keepDraft() -> [Effect] {
    guard text != kept else { return [] }
    kept = text
    return [.keepDraft(Self.draft(kind), Draft(["Lines": text]))]
  }

  private func dropDraft() -> Effect { .dropDraft(Self.draft(kind)) }
}

extension Phrase {
  fileprivate static let onlyPeople = Phrase(
    "换队只用于队员。", "換隊只用於隊員。", "Only people are put into teams.")
  fileprivate static let writeALine = Phrase(
    "先写一行，或粘贴一张表。", "先寫一行，或貼上一張表。", "Type a line first, or paste a table.")
  fileprivate static let allThere = Phrase(
    "都已登记，没有新的。", "都已登記，沒有新的。", "All of it is registered already.")
  fileprivate static func linesLeft(_ count: Int) -> Phrase {
    Phrase(
      "认出的已存；还有 \(count) 行没认出，改好再按 F10。", "認出的已存；還有 \(count) 行沒認出，改好再按 F10。",
      "What was understood is saved; \(count) lines are left: mend them, then F10.")
  }
  fileprivate static func nextTeam(_ name: String) -> Phrase {
    Phrase(
      "已存。接着写 \(name) 的队员，Esc 以后再写。", "已存。接著寫 \(name) 的隊員，Esc 以後再寫。",
      "Saved. Go on with \(name), or Esc for later.")
  }
}
