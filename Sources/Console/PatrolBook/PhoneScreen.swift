import Patrol
import Records
import Terminal
import Wording

/// Patrols told over the telephone, one line each, read back before they are saved (B17).
struct PhoneScreen: Screen {
  enum Action: Hashable {
    case save, saveAnyway, toForm, back
    case edit(TextEdit), undo
  }

  static let title = ActionName.phoneLine.phrase
  static let purpose = Phrase(
    "接电话时一行记一条：队、起止、实到、缺勤、情况。下面复述一遍，念给对方听，对了按 Enter；有 ▲ 的核对后按 F10。没听懂的不会存。",
    "接電話時一行記一條：隊、起止、實到、缺勤、情況。下面複述一遍，念給對方聽，對了按 Enter；有 ▲ 的核對後按 F10。沒聽懂的不會存。",
    "One line a call: team, out-back, who came, who did not, what was found. Read it back to the caller; Enter saves it, F10 where a warning stands. What is not understood is not saved."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .save, .save, hint: true),
      Binding(.f(10), .control("s"), does: .saveAnyway, .saveAnyway, hint: true),
      Binding(.f(4), does: .toForm, .toForm, hint: true),
      Binding(.escape, does: .back, .back, hint: true),
      Binding(.control("z"), does: .undo, .undo),
    ] + TextEdit.bindings { .edit($0) }

  private(set) var line = TextLine()
  /// What was saved here, the newest last.
  private(set) var saved: [String] = []
  /// What is being saved.
  private var saving = ""
  /// Whether the key before asked to leave a line that is not saved.
  private var isLeaving = false

  var isTyping: Bool { true }
  var wouldLose: Phrase? { line.text.isEmpty ? nil : .lineNotSaved }

  func read(in world: World) -> PhoneLine {
    PhoneLine(line.text, world.beginning, ledger: world.ledger, language: world.language)
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character): line.insert(String(character))
    case .paste(let text): line.insert(text.replacing("\n", with: " "))
    case .outcome(let outcome): return receive(outcome, in: world)
    case .action(let action): return act(action, in: world)
    case .progress, .tick: return []
    }
    isLeaving = false
    return []
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    let asked = isLeaving
    isLeaving = false
    switch action {
    case .save: return save(evenWithWarnings: false, in: world)
    case .saveAnyway: return save(evenWithWarnings: true, in: world)
    case .toForm: return toForm(in: world)
    case .edit(let edit): edit.change(&line)
    case .undo: line.undo()
    case .back:
      guard !line.text.isEmpty, !asked else { return [.close] }
      isLeaving = true
      return [.say(.lineNotSaved)]
    }
    return []
  }

  private mutating func save(evenWithWarnings: Bool, in world: World) -> [Effect] {
    guard !line.text.trimmingBlanks().isEmpty else { return [.say(.phoneOrder)] }
    let told = read(in: world)
    if let wrong = told.wrong {
      toCaret(wrong.found)
      return [.say(wrong.message)]
    }
    guard told.isWhole else {
      let missing = Phrase { language in
        told.sentence.missing.map { $0.label[language] }.joined(separator: language.separator)
      }
      return [.say(.stillMissing(missing))]
    }
    guard told.warnings.all.isEmpty || evenWithWarnings else { return [.say(.warningFirst)] }
    do {
      let page = told.draft.onPage(PageKind.patrol.columns)
      saving = told.sentence.text[world.language]
      return [.perform(.record(try page.read(PatrolEntry.schema)))]
    } catch {
      return [.say(error.message)]
    }
  }

  /// The caret goes behind what was not understood.
  private mutating func toCaret(_ part: String) {
    let text = line.text
    guard let range = text.ranges(of: part).first else { return }
    line.toStart()
    for _ in 0..<text.distance(from: text.startIndex, to: range.upperBound) { line.right() }
  }

  /// The line goes into the form, as a draft: what was not understood into its field, to be mended, and
  /// all behind it to what was seen, so that no word is lost.
  private mutating func toForm(in world: World) -> [Effect] {
    let told = read(in: world)
    let team = Named(told.draft["Team"])?.code
    let plan = FormPlan.patrol(team: team, day: world.day, from: nil)
    let begun = plan.form(in: world)
    var draft = told.draft
    if let wrong = told.wrong, let field = begun.fields.holding(wrong.field) {
      draft[KeptDraft.typed + field] = told.notRead.part
      if !told.notRead.rest.isEmpty { draft[PatrolEntry.observed.column] = told.notRead.rest }
    }
    let kept = KeptDraft.draft(draft, begun: begun.draft, at: world.now)
    line.clear()
    return [
      .keepDraft(plan.draftName.text, kept),
      .turnTo(.patrolForm(team: team, day: world.day, from: nil)),
    ]
  }

  private mutating func receive(_ outcome: Outcome, in world: World) -> [Effect] {
    switch outcome {
    case .failed(let notice, _): return [.complain(notice)]
    case .done(let done):
      let number = done.pages.first.map { "№\($0.id.number)  " } ?? ""
      saved.append(number + saving)
      line.clear()
      return done.saying
    case .unchanged: return []
    }
  }
}

extension Phrase {
  static let phoneOrder = Phrase(
    "顺序：队 起-止 实到/应到 -缺勤号.事由 情况码，如 11 1930-2210 4/5 -3.1 01",
    "順序：隊 起-止 實到/應到 -缺勤號.事由 情況碼，如 11 1930-2210 4/5 -3.1 01",
    "Order: team out-back there/due -number.reason code, e.g. 11 1930-2210 4/5 -3.1 01")
  fileprivate static let lineNotSaved = Phrase(
    "这一行还没有存，再按一次离开；F4 转到表单。", "這一行還沒有存，再按一次離開；F4 轉到表單。",
    "This line is not saved; once more leaves, F4 takes it into the form.")
  fileprivate static let warningFirst = Phrase(
    "有 ▲：核对后按 F10 保存。", "有 ▲：核對後按 F10 儲存。", "There is a ▲: look at it, then F10 saves.")
  fileprivate static func stillMissing(_ what: Phrase) -> Phrase {
    Phrase {
      Phrase("还差 ", "還差 ", "Still missing: ")[$0] + what[$0]
        + Phrase("，未存。", "，未存。", "; nothing is saved.")[$0]
    }
  }
}
