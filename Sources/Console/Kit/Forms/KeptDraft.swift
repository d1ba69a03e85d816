import Patrol
import Records
import Wording

/// What was typed into a form and not saved, taken up again.
///
/// Beside the fields a draft holds when it was typed, the text of the field that was being typed into,
/// and what the form began with: only what was changed here is laid over what it begins with by now.
struct KeptDraft {
  // What a draft's file holds beside the form's fields; `Began_` with no name behind it marks one
  // that holds changes only. All of it is format: drafts outlive versions.
  static let typed = "Typed_"
  private static let began = "Began_"
  private static let at = "Kept_At"

  let form: Form
  /// When it was typed; nil in drafts of older versions.
  let since: Stamp?
  /// Fields that were changed here and, since then, elsewhere.
  let conflicts: [String: Conflict]

  /// What stood in a field when it was changed here, and what stands there by now.
  struct Conflict: Hashable {
    let then, now: String
  }

  /// What stands in a form, with the text of the field that is being typed into.
  static func typed(_ form: Form) -> Draft {
    var draft = form.draft
    if form.isTouched { draft[typed + form.focusName] = form.line.text }
    return draft
  }

  /// A draft as it is written: what was changed, with what stood there before.
  ///
  /// What was not changed stays out of it, personal data above all.
  static func draft(_ draft: Draft, begun: Draft, at now: Stamp) -> Draft {
    // That a field was empty is known as well.
    var kept = Draft([at: now.text, began: "yes"])
    for name in Set(draft.texts.keys).union(begun.texts.keys) where draft[name] != begun[name] {
      kept[name] = draft[name]
      if !name.hasPrefix(typed) { kept[began + name] = begun[name] }
    }
    return kept
  }

  /// - Parameters:
  ///   - kept: the draft as its file has it.
  ///   - begun: the form as it begins by now, proposals included.
  ///   - standing: what the books hold by now; nil for what is new, which can't be in conflict.
  init(_ kept: Draft, begun: Form, standing: [String: String]?, _ reading: (Draft) -> FieldReading)
  {
    var (fields, before): ([String: String], [String: String]) = ([:], [:])
    var typed: (name: String, text: String)?
    for (key, text) in kept.texts where key != Self.at {
      if key.hasPrefix(Self.typed) {
        typed = (String(key.dropFirst(Self.typed.count)), text)
      } else if key.hasPrefix(Self.began) {
        before[String(key.dropFirst(Self.began.count))] = text
      } else {
        fields[key] = text
      }
    }
    var draft = Draft(fields)
    var conflicts: [String: Conflict] = [:]
    // Without the mark the draft is an older version's, and whole.
    if before.removeValue(forKey: "") != nil {
      draft = begun.draft
      for name in Set(fields.keys).union(before.keys)
      where (fields[name] ?? "") != (before[name] ?? "") {
        draft[name] = fields[name] ?? ""
        let (now, then) = (begun.draft[name], before[name] ?? "")
        // What the books hold, not what a form proposes.
        guard let standing, standing[name] ?? "" == now else { continue }
        if now != then, now != draft[name] { conflicts[name] = Conflict(then: then, now: now) }
      }
    }
    var form = Form(begun.fields, draft: draft, focus: typed?.name ?? begun.focusName)
    let reading = reading(draft)
    form.enter(reading)
    if let typed, typed.name == form.focusName {
      form.takeUp(typed.text)
    }
    self.form = form
    since = Stamp(kept[Self.at])
    self.conflicts = conflicts
  }
}

extension FormPlan {
  /// What was typed into this form before and not saved.
  func kept(in world: World) -> KeptDraft? {
    draftName.draft(in: world).map { kept($0.draft, in: world) }
  }

  /// A draft laid over what the form begins with by now.
  func kept(_ draft: Draft, in world: World) -> KeptDraft {
    let standing = standing(world)
    return KeptDraft(draft, begun: form(in: world), standing: standing) {
      reading($0, in: world, standing: standing)
    }
  }
}

extension Phrase {
  /// That a form holds a draft, and how old it is.
  static func draft(since: Stamp, now: Stamp) -> Phrase {
    let minutes = max(0, (now.instant - since.instant) / 60)
    if minutes < 60 {
      return Phrase(
        "草稿 \(minutes) 分钟前 ", "草稿 \(minutes) 分鐘前 ", "draft of \(minutes) min ago ")
    }
    let day = since.moment.day.monthAndDay
    return Phrase(
      "草稿 \(day) \(since.moment.clock) ", "草稿 \(day) \(since.moment.clock) ",
      "draft of \(day) \(since.moment.clock) ")
  }
}
