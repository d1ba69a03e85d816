import Patrol
import Records
import Wording

extension FormPlan {
  /// A page that is struck out; only the reason is asked for, the page stands below.
  static func void(_ id: PageID) -> FormPlan {
    var plan = FormPlan(
      Phrase("作废 №\(id.number)", "作廢 №\(id.number)", "Void №\(id.number)"),
      ReasonField.of(voids: true).columns, asked: ["Reason"], draft: DraftName("void", id),
      ending: { draft, _, world throws(FieldError) in
        let reason = try draft.read(ReasonField.of(voids: true)).reason
        return ending(
          world.ledger?.page(id), world, name: DraftName("void", id), .void(id, reason: reason),
          .void(id, reason: reason))
      })
    plan.known = { _, world in known(id, in: world) }
    return plan
  }

  /// The page that a form is about, whole.
  static func known(_ id: PageID, in world: World) -> [Known] {
    guard let page = world.ledger?.page(id) else { return [] }
    let width = world.size.width >= FormScreen.wideFrom ? 40 : min(world.size.width - 6, 96)
    let lines = PageText(page: page, world: world).lines(width: width).map(\.plain)
    let side = world.snapshot.side(id.book.owner)?.name ?? id.book.owner
    return [
      Known(title: Phrase("本页", "本頁", "The page"), note: "№\(id.number)  \(side)", lines: lines)
    ]
  }
}

/// Why a page is struck out or corrected: a code's words or free text.
struct ReasonField: Sendable {
  let reason: String

  static let schema = of(voids: false)

  static func of(voids: Bool) -> Schema<ReasonField> {
    Schema(
      "reason", Phrase("原因", "原因", "Reason"), ReasonField.init(reason:),
      Field(
        "Reason", \.reason, .reason(voids ? "voiding" : "reason"),
        voids
          ? Phrase("作废原因", "作廢原因", "Why void") : Phrase("更正原因", "更正原因", "Why corrected")))
  }
}
