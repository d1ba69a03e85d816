import Patrol
import Records
import Wording

/// What becomes of a form that is left before it is saved.
extension FormScreen {
  /// A form whose draft was thrown away, and that draft: one key brings both back.
  struct ThrownAway {
    let form: Form
    let since: Stamp?
    /// The new form as it began: once it is typed into, there is no way back.
    let begun: Form
  }

  /// Hands over what was typed since the draft was last kept, and what could not be kept then.
  mutating func keepDraft(in world: World, saying: Phrase? = nil) -> [Effect] {
    let (name, draft) = (plan.draftName.text, KeptDraft.typed(form))
    guard plan.keepsDraft else { return [] }
    guard draft != storedDraft || world.unkeptDrafts.contains(name) else { return [] }
    storedDraft = draft
    // What nobody has looked at yet is a conflict still when the draft is taken up again.
    var before = begun
    for name in unseen { before[name] = conflicts[name]?.then ?? "" }
    let kept = KeptDraft.draft(draft, begun: before, at: world.now)
    return [.keepDraft(name, kept, saying: saying)]
  }

  /// Throws the draft away that the form went on with, and begins the form again.
  mutating func dropDraft(in world: World) -> [Effect] {
    guard draftSince != nil || KeptDraft.typed(form) != begun else {
      return [.say(Phrase("这里没有草稿。", "這裡沒有草稿。", "There is no draft here."))]
    }
    let (old, since) = (form, draftSince)
    form = plan.form(in: world)
    (storedDraft, draftSince) = (form.draft, nil)
    (conflicts, unseen) = ([:], [])
    thrownAway = ThrownAway(form: old, since: since, begun: form)
    return plan.draftName.all(in: world).map { .dropDraft($0) } + [.say(.draftThrownAway)]
  }

  /// What was thrown away by the key before; nil where something was typed since.
  mutating func takeBackThrownAway(in world: World) -> [Effect]? {
    guard let thrown = thrownAway else { return nil }
    thrownAway = nil
    guard form == thrown.begun else { return nil }
    (form, draftSince) = (thrown.form, thrown.since)
    return keepDraft(in: world)
      + [.say(Phrase("草稿已取回。", "草稿已取回。", "The draft is back."))]
  }

  /// A draft goes with the form; that it is kept is said once it is.
  mutating func leave(in world: World) -> [Effect] {
    if let lost = wouldLose, askedToLeave != form.draft {
      askedToLeave = form.draft
      return [.say(lost)]
    }
    let effects = keepDraft(in: world, saying: .draftKept)
    let isKept = effects.isEmpty && plan.draftName.draft(in: world) != nil
    return effects + [.close] + (isKept ? [.say(.draftKept)] : [])
  }

  // MARK: What somebody else has changed

  /// Lays what was typed over what stands in the books by now, where somebody has changed it since the
  /// form was opened: nothing is saved before it was looked at.
  ///
  /// - Returns: nil where nobody has: the form can be saved.
  mutating func takeUpAnew(in world: World) -> [Effect]? {
    guard let standing, let now = plan.standing(world), now != standing else { return nil }
    let typed = KeptDraft.draft(KeptDraft.typed(form), begun: begun, at: world.now)
    let (focus, since) = (form.focusName, draftSince)
    self = FormScreen(plan, taking: plan.kept(typed, in: world), in: world)
    draftSince = since
    form.go(to: focus, reading(world))
    return showConflict(in: world) ?? [
      .say(
        Phrase(
          "别处改动了其他栏目，已并入这张表。请核对，再按 F10。", "別處改動了其他欄目，已併入這張表。請核對，再按 F10。",
          "Other fields were changed elsewhere and are in this form now. Look at them, then press F10."
        ))
    ]
  }

  /// Leads to a field that was changed elsewhere as well, before anything is written over it.
  ///
  /// - Returns: nil once the caret has been on each of them.
  mutating func showConflict(in world: World) -> [Effect]? {
    guard let name = form.fields.all.first(where: unseen.contains) else { return nil }
    form.go(to: name, reading(world))
    unseen.remove(name)
    return conflict(name, in: world).map { [.say($0)] }
  }

  /// What stands in a field by now, beside what was typed here.
  func conflict(_ name: String, in world: World) -> Phrase? {
    guard let now = conflicts[name]?.now else { return nil }
    let reading = reading(world)
    func shown(_ text: String) -> String { reading.display(text, name) }
    guard !shown(now).isEmpty else {
      return Phrase(
        "别处已清空这一栏，F10 保存这里填写的。", "別處已清空這一欄，F10 儲存這裡填寫的。",
        "Emptied elsewhere; F10 saves what you typed.")
    }
    return Phrase(
      "别处已改为“\(shown(now))”，F10 保存这里填写的“\(shown(form[name]))”。",
      "別處已改為「\(shown(now))」，F10 儲存這裡填寫的「\(shown(form[name]))」。",
      "Changed elsewhere to “\(shown(now))”; F10 saves “\(shown(form[name]))”, as typed here.")
  }
}

extension FormPlan {
  /// Says where a draft of the same form waits that this one does not take up.
  func hintAtDraft(in world: World) -> [Effect] {
    guard let day = draftName.otherDay(in: world) else { return [] }
    return [
      .say(
        Phrase(
          "\(day.text) 还有一份草稿没有保存：Esc，翻到那一天，再开这张表。",
          "\(day.text) 還有一份草稿沒有儲存：Esc，翻到那一天，再開這張表。",
          "A draft of \(day.text) waits: Esc, turn to that day, and open this form there."))
    ]
  }
}

extension Phrase {
  fileprivate static let draftKept = Phrase(
    "草稿已保留，再打开时接着写。", "草稿已保留，再開啟時接著寫。",
    "Your draft is kept; opening the form again goes on with it.")
  fileprivate static let draftThrownAway = Phrase(
    "草稿已丢弃，重新填写；C-z 取回。", "草稿已丟棄，重新填寫；C-z 取回。",
    "The draft is gone; the form begins anew. C-z brings it back.")
}
