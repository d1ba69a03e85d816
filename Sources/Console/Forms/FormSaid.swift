import Patrol
import Records
import Wording

extension FormPlan {
  /// What is said of a form that was saved.
  @Sendable static func saved(_ outcome: Outcome, _ draft: Draft, in world: World) -> Phrase {
    switch outcome {
    case .recorded(let page):
      .saved(
        world.library.kinds.page(in: page.id.book.kind).flatMap {
          Named(draft[$0.layout.owner])?.name
        } ?? page.id.book.owner, page.id.number)
    case .setOut(let team):
      Phrase(
        "\(team.name) 已出巡，F5 登记归队。", "\(team.name) 已出巡，F5 登記歸隊。",
        "\(team.name) is out; F5 marks it back.")
    case .changed(let summary): summary.phrase
    case .put(let kind, let code):
      .put(kind, name(kind, draft) ?? code)
        + (Erasing.leaving(kind, draft.texts, today: world.today).isEmpty
          ? Phrase(verbatim: "") : .erasedForGood)
    case .revealed: Phrase("已记入查看记录。", "已記入查看記錄。", "Noted in the access log.")
    case .unchanged: Phrase("没有改动。", "沒有改動。", "Nothing was changed.")
    default: Phrase("已存。", "已存。", "Saved.")
    }
  }

  /// What is said of a page that is amended now: which it was, and which page says so.
  static func amending(_ id: PageID) -> @Sendable (Outcome, Draft, World) -> Phrase {
    { outcome, draft, world in
      guard case .amended(let page, let kind) = outcome else {
        return saved(outcome, draft, in: world)
      }
      let owner = page.id.book.owner
      let name = world.library.side(owner)?.name ?? owner
      let (number, by) = (id.number, page.id.number)
      return kind == .void
        ? Phrase(
          "\(name) №\(number) 已作废，记在 №\(by)。", "\(name) №\(number) 已作廢，記在 №\(by)。",
          "\(name) №\(number) is void, by №\(by).")
        : Phrase(
          "\(name) №\(number) 已更正，记在 №\(by)。", "\(name) №\(number) 已更正，記在 №\(by)。",
          "\(name) №\(number) is corrected, by №\(by).")
    }
  }

  /// What a record is called by, where that is words and no code of a table.
  private static func name(_ kind: RegisterKind, _ draft: Draft) -> String? {
    let name = kind.layout.name
    return name.entry == .line && !draft[name].isEmpty ? draft[name] : nil
  }
}

extension Phrase {
  /// Somebody left: what is personal went at once, from the history too (R28).
  fileprivate static let erasedForGood = Phrase(
    "电话等个人信息已清除，撤销也不恢复。", "電話等個人資訊已清除，撤銷也不恢復。",
    " Phone and the like are erased; undoing does not bring them back.")
}
