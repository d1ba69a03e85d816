import Patrol
import Records
import Terminal
import Wording

/// The one screen for every form: what is particular to one of them stands in its `FormPlan`.
struct FormScreen: Screen {
  /// `take` takes the field and goes on; `next` and `below` move, and take nothing from an open list, in
  /// which `below` moves.
  enum Action: Hashable {
    case take, next, below, previous, save, list, asLast, back, dropDraft
    case edit(TextEdit)
    case undo, redo, newLine, codePoint, pageDown, pageUp
  }

  static let title = Phrase("表单", "表單", "Form")
  static let purpose = Phrase(
    "逐项填写，Enter 到下一项，F4 列出可选的，F10 保存。Esc 离开时留下草稿，再打开接着填；填错了按 C-z。",
    "逐項填寫，Enter 到下一項，F4 列出可選的，F10 儲存。Esc 離開時留下草稿，再開啟接著填；填錯了按 C-z。",
    "Fill in one field after the other: Enter goes on, F4 lists what can be chosen, F10 saves. Esc leaves a draft that comes back; C-z takes a slip back."
  )

  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .take, .nextField, hint: true),
      Binding(.tab, does: .next, .stepDown),
      Binding(.down, does: .below, .stepDown),
      Binding(.backTab, .up, does: .previous, .previousField),
      Binding(.f(10), .control("s"), does: .save, .save, hint: true),
      Binding(.f(9), does: .dropDraft, .dropDraft, hint: true),
      Binding(.f(4), does: .list, .list, hint: true),
      Binding(.escape, does: .back, .back, hint: true),
      Binding(.f(5), does: .asLast, .asLast, hint: true),
      Binding(.control("z"), does: .undo, .undo),
      Binding(.control("y"), does: .redo, .redo),
      Binding(.control("o"), does: .newLine, .newLine),
      Binding(.control("v"), does: .codePoint, .codePoint),
      Binding(.pageUp, does: .pageUp, .pageUp),
      Binding(.pageDown, does: .pageDown, .pageDown),
    ] + TextEdit.bindings { .edit($0) }

  let plan: FormPlan
  var form: Form
  /// Hexadecimal digits typed after `C-v`.
  var codePoint: String?
  /// What was last given away to be kept.
  var storedDraft: Draft
  /// What the form began with, before anything of a draft.
  ///
  /// It holds what the form proposes as well, so it can't say what others have changed.
  let begun: Draft
  /// What stood in the books when the form was opened.
  ///
  /// Nil for what is new, which can't be in conflict.
  let standing: [String: String]?
  /// When the draft that the form went on with was typed; nil for a form without one.
  var draftSince: Stamp?
  /// Fields of the draft that somebody else has changed since.
  var conflicts: [String: KeptDraft.Conflict]
  /// Those of them on which the caret has not been.
  var unseen: Set<String>
  /// What was typed when Esc was answered with the question whether it is to be lost.
  var askedToLeave: Draft?
  /// The form that was thrown away, until it is typed into the new one.
  var thrownAway: ThrownAway?

  init(_ plan: FormPlan, in world: World) {
    self.init(plan, taking: plan.kept(in: world), in: world)
  }

  /// - Parameter kept: a draft laid over what the form begins with.
  init(_ plan: FormPlan, taking kept: KeptDraft?, in world: World) {
    self.plan = plan
    let anew = plan.form(in: world)
    form = kept?.form ?? anew
    begun = anew.draft
    draftSince = kept.map { $0.since ?? world.now }
    conflicts = kept?.conflicts ?? [:]
    unseen = Set(conflicts.keys)
    storedDraft = KeptDraft.typed(form)
    standing = plan.standing(world)
  }

  var isTyping: Bool { true }
  var title: Phrase { plan.title }
  var wouldLose: Phrase? {
    plan.keepsDraft || KeptDraft.typed(form) == begun ? nil : .noDraftIsKept
  }
  var overlay: Size? { plan.popup.map { Size(72, $0) } }

  /// What can be taken over from last time is only in forms that have a plan.
  func hints(in world: World) -> [KeyLine] {
    if form.picker != nil { return keyLines.inList(taking: .nextField) }
    return usable(world).map { $0.name == .save ? $0.called(plan.saving) : $0 }
  }

  private func usable(_ world: World) -> [KeyLine] {
    let lines = keyLines.filter {
      (!plan.planFields.isEmpty || $0.name != .asLast)
        && (draftSince != nil || $0.name != .dropDraft)
        && ($0.name != .list || reading(world).hasList(form.focusName))
    }
    let own = plan.isOfPatrol ? [KeyLine(keys: [.f(2)], name: .phoneLine, isHint: true)] : []
    guard form.focus == .more else { return lines + own }
    // Enter has nothing to take there.
    let other = lines.filter { ![.save, .list, .nextField].contains($0.name) }
    return lines.filter { $0.name == .save } + other
  }

  func reading(_ world: World) -> FieldReading {
    plan.reading(form.draft, in: world, standing: standing ?? [:])
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    let before = form.draft
    let effects = handle(event, in: world)
    // A second that passes looks at no field and changes none.
    if case .tick = event { return effects }
    unseen.remove(form.focusName)
    return effects + settle(before, in: world)
  }

  private mutating func handle(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character): return type(character, in: world)
    case .paste(let text):
      paste(text, in: world)
      return []
    case .action(let action): return act(action, in: world)
    case .outcome(let outcome): return receive(outcome, in: world)
    case .tick: return keepDraft(in: world)
    case .progress: return []
    }
  }

  // MARK: Typing

  private mutating func type(_ character: Character, in world: World) -> [Effect] {
    if codePoint != nil { return typeCodePoint(character, in: world) }
    if form.picker != nil {
      if character == " ", form.picker?.takesSeveral == true {
        form.picker?.mark()
      } else {
        form.picker?.type(String(character))
      }
      return []
    }
    if form.focus == .more { return seek(character, in: world) }
    form.type(String(character), reading(world))
    return []
  }

  /// Two digits lead to the field with that number.
  private mutating func seek(_ character: Character, in world: World) -> [Effect] {
    guard let digit = Key.character(character).halfWidthDigit else { return [.say(.typeNumber)] }
    return form.seek(digit, reading(world)) == false ? [.say(.noSuchField)] : []
  }

  /// `C-v u 2EBF0`: any character by its code point, for names no input method has.
  private mutating func typeCodePoint(_ character: Character, in world: World) -> [Effect] {
    let typed = (codePoint ?? "") + String(character).lowercased()
    // The u may be left out.
    codePoint = typed == "u" || typed == "u+" ? typed : typed.hasPrefix("u") ? typed : "u" + typed
    return []
  }

  private mutating func endCodePoint(in world: World) -> [Effect] {
    let digits = (codePoint ?? "").drop { $0 == "u" || $0 == "+" }
    codePoint = nil
    guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value), value >= 0x20
    else {
      return [.say(Phrase("没有这个码位。", "沒有這個碼位。", "There is no such code point."))]
    }
    paste(String(Character(scalar)), in: world)
    return []
  }

  /// Types a text as a whole, without control characters; only prose keeps its lines.
  private mutating func paste(_ text: String, in world: World) {
    let clean = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" }
    var safe = String(String.UnicodeScalarView(clean))
    if form.picker != nil {
      form.picker?.type(safe.replacing("\n", with: " "))
      return
    }
    if case .prose? = reading(world).column(form.focusName)?.entry {
    } else {
      safe = safe.replacing("\n", with: " ")
    }
    form.type(safe, reading(world))
  }

  // MARK: Actions

  /// A code point being typed takes the key first, then an open list, then the form.
  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    if codePoint != nil {
      if [.take, .next, .below].contains(action) { return endCodePoint(in: world) }
      if action == .edit(.deleteBack) {
        codePoint = String((codePoint ?? "").dropLast())
      } else {
        codePoint = nil
      }
      return []
    }
    if form.picker != nil { return actInPicker(action, in: world) }
    let reading = reading(world)
    switch action {
    case .take:
      if form.focus == .more { return [.say(.savesByF10)] }
      form.takeAndGoOn(reading)
    case .next, .below: form.move(by: 1, reading)
    case .previous: form.move(by: -1, reading)
    case .pageUp: form.move(by: -shown(in: world).step, reading)
    case .pageDown: form.move(by: shown(in: world).step, reading)
    case .save: return save(in: world)
    case .list:
      form.picker = reading.picker(form.focusName, form.draft)
      if form.picker == nil { return [.say(.noList)] }
    case .asLast: return asLast(in: world)
    case .back: return leave(in: world)
    case .dropDraft: return dropDraft(in: world)
    case .codePoint: codePoint = ""
    case .newLine: form.edit({ $0.insert("\n") }, reading)
    case .edit(let edit): form.edit(edit.change, reading)
    case .undo:
      if let effects = takeBackThrownAway(in: world) { return effects }
      form.edit({ $0.undo() }, reading)
    case .redo: form.edit({ $0.redo() }, reading)
    }
    return []
  }

  private mutating func actInPicker(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .take:
      guard let picker = form.picker else { break }
      guard !picker.picked.isEmpty else {
        return [.say(picker.nothing)]
      }
      form.fill(picker.picked, reading(world))
      // Who was due is chosen before it is said who came.
      if case .crew? = reading(world).column(form.focusName)?.entry { return [] }
      form.takeAndGoOn(reading(world))
    case .next:
      form.picker = nil
      form.move(by: 1, reading(world))
    case .previous: form.picker?.move(.up, nil)
    case .below: form.picker?.move(.down, nil)
    case .pageUp, .pageDown:
      let shown = shown(in: world)
      form.picker?.move(action == .pageUp ? .pageUp : .pageDown, shown)
    case .edit(.toStart): form.picker?.move(.first, nil)
    case .edit(.toEnd): form.picker?.move(.last, nil)
    case .edit(.deleteBack): form.picker?.deleteBack()
    case .back, .list: form.picker = nil
    case .asLast: form.picker?.markAll()
    case .save, .dropDraft, .edit, .undo, .redo, .newLine, .codePoint:
      return [.say(.listIsOpen)]
    }
    return []
  }

  /// What follows from a changed field, such as the crew of another team.
  private mutating func settle(_ before: Draft, in world: World) -> [Effect] {
    guard before != form.draft else { return [] }
    let (values, effects) = plan.following(before, form.draft, world)
    if !values.isEmpty { form.fill(values, reading(world)) }
    return effects
  }

  /// What `F10` would record as things are, with what follows from the field that is being typed.
  func toBeRecorded(in world: World) -> Draft {
    var draft = form.asTyped(reading(world))
    guard draft != form.draft else { return draft }
    for (name, value) in plan.following(form.draft, draft, world).values { draft[name] = value }
    return draft
  }

  private mutating func asLast(in world: World) -> [Effect] {
    let values = plan.planFields.reduce(into: [String: String]()) { values, name in
      if let text = form.recollection.texts[name] { values[name] = text }
    }
    guard !values.isEmpty else {
      return [
        .say(Phrase("没有可以沿用的上一次记录。", "沒有可以沿用的上一次記錄。", "There is no earlier entry to take from."))
      ]
    }
    form.fill(values, reading(world))
    return [
      .say(
        Phrase(
          "计划栏目已同上次；时间、人员、情况仍须按实填写。", "計劃欄目已同上次；時間、人員、情況仍須按實填寫。",
          "Plan fields are as last time; times, people and findings are still to be stated."))
    ]
  }

  /// Reads the last field, fills in what follows from it, and only then looks at others' changes.
  ///
  /// The caret need not be at the end: `F10` saves from any field.
  private mutating func save(in world: World) -> [Effect] {
    let before = form.draft
    guard form.leave(reading(world)) else {
      return form.complaints[form.focusName].map { [.say(Phrase(verbatim: $0))] } ?? []
    }
    if let effects = goToUnsaid(in: world) { return effects }
    let (values, _) = plan.following(before, form.draft, world)
    if !values.isEmpty { form.fill(values, reading(world)) }
    if let effects = takeUpAnew(in: world) ?? showConflict(in: world) { return effects }
    do {
      switch try plan.ending(form.draft, standing, world) {
      case .command(let command): return [.perform(command)]
      // The draft goes with the signature: a PIN that is refused must not cost the words.
      case .sign(let task): return keepDraft(in: world) + [.turnTo(.sign(task))]
      case .secret(let task):
        return (task.draft == nil ? [] : keepDraft(in: world)) + [.turnTo(.secret(task))]
      case .check(let place): return keepDraft(in: world) + [.turnTo(place)]
      case .refused(let notice, let field):
        return receive(.failed(notice, field: field), in: world)
      }
    } catch {
      form.complain(error.field, error.inForm[world.language])
      form.go(to: error.field, reading(world))
      return [.say(error.inForm)]
    }
  }

  /// Leads to the first field that has to be said and was not.
  private mutating func goToUnsaid(in world: World) -> [Effect]? {
    guard plan.isWhole(form.draft, world) else { return nil }
    let reading = reading(world)
    let stated = plan.rules(world).stated
    for name in form.asked(reading) where stated.contains(name) {
      guard let column = reading.column(name), reading.isUnsaid(column, form.draft) else {
        continue
      }
      let sentence = column.error("").inForm
      form.go(to: name, reading)
      form.complain(name, sentence[world.language])
      return [.say(sentence)]
    }
    return nil
  }

  /// Takes over what was recalled.
  ///
  /// A form that asks more because of it begins again, and what was typed is laid over it.
  private mutating func remember(_ recollection: Recollection, in world: World) {
    if let known = plan.knowing?(recollection) {
      let typed = KeptDraft.typed(form)
      let kept =
        typed == storedDraft
        ? known.kept(in: world)
        : known.kept(KeptDraft.draft(typed, begun: begun, at: world.now), in: world)
      let (focus, since) = (form.focusName, draftSince)
      self = FormScreen(known, taking: kept, in: world)
      if typed != storedDraft || since == nil { draftSince = since }
      if !form.isTouched { form.go(to: focus, reading(world)) }
    }
    form.recollection = recollection
  }

  private mutating func receive(_ outcome: Outcome, in world: World) -> [Effect] {
    switch outcome {
    case .failed(let notice, let field):
      guard let field else { return [.complain(notice)] }
      guard form.fields.holding(field) != nil else {
        // What is not asked for may have come up since the form was opened.
        let again = plan.knowing == nil ? [] : plan.opening(form.draft, world)
        return again + [.complain(notice)]
      }
      form.go(to: field, reading(world))
      form.complain(field, notice.happened[world.language])
      return [.complain(notice)]
    case .done(let done):
      if let recollection = done.answer as? Recollection {
        remember(recollection, in: world)
        return []
      }
      return end(outcome, saying: done.said ?? Phrase("已存。", "已存。", "Saved."), in: world)
    case .unchanged:
      return end(
        outcome, saying: Phrase("没有改动。", "沒有改動。", "Nothing was changed."), in: world)
    }
  }

  /// What was typed is where it belongs: the form is left, and its draft with it.
  private func end(_ outcome: Outcome, saying said: Phrase, in world: World) -> [Effect] {
    let drafts = plan.draftName.all(in: world).map { Effect.dropDraft($0) }
    // Behind a break of its volume nothing is signed: that is said, and no line for a PIN is shown.
    let isSound = outcome.pages.allSatisfy { world.ledger?.page($0.id)?.isSound ?? true }
    return (isSound ? plan.after(outcome) : [.close]) + [.say(said)] + drafts
  }
}

extension Phrase {
  fileprivate static let typeNumber = Phrase(
    "这里输入两位栏号到那一栏，如 07；F10 保存。", "這裡輸入兩位欄號到那一欄，如 07；F10 儲存。",
    "Two digits go to a field here, e.g. 07; F10 saves.")
  fileprivate static let noList = Phrase(
    "这一栏没有清单，直接填写。", "這一欄沒有清單，直接填寫。", "There is no list here; type it.")
  fileprivate static let noSuchField = Phrase(
    "没有这个栏号，或这一栏不能改。", "沒有這個欄號，或這一欄不能改。",
    "There is no such field, or it can't be changed.")
  fileprivate static let savesByF10 = Phrase(
    "按 F10 保存；两位栏号到那一栏。", "按 F10 儲存；兩位欄號到那一欄。",
    "F10 saves; two digits go to a field.")
}

extension Key {
  /// The digit a character stands for, full width or half.
  var halfWidthDigit: Character? {
    guard case .character(let character) = halfWidth, ("0"..."9").contains(character) else {
      return nil
    }
    return character
  }
}

extension Phrase {
  fileprivate static let noDraftIsKept = Phrase(
    "这里不留草稿：再按一次就丢弃所填。", "這裡不留草稿：再按一次就丟棄所填。",
    "No draft is kept here: once more, and what was typed is lost.")
}
