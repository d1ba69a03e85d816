import Patrol
import Wording

/// How far the lists of registers reach: everything there is, or what is of a unit or team.
///
/// A register with nothing of one's own unit opens on what others have, and says so.
struct RegisterReach: Hashable {
  /// The unit or team one came from; nil for none.
  let given: Scope?
  /// What one key narrows to.
  private let own: Scope
  /// What was chosen by that key; unlike `nil`, what was chosen stays.
  private var isAll: Bool?

  init(_ given: Scope?, in world: World) {
    self.given = given
    own = given ?? .unit(world.snapshot.home)
    if given == nil { isAll = true }
  }

  /// What was chosen, or what one came from.
  var chosen: Scope? { isAll == true ? nil : own }

  /// What a register opens on.
  func scope(_ kind: RegisterKind, in world: World) -> Scope? {
    guard isAll == nil, kind.layout.place != nil else { return chosen }
    let isEmpty = RegisterRows(kind, scope: own).standing(in: world.snapshot).isEmpty
    let others = isEmpty && !RegisterRows(kind).standing(in: world.snapshot).isEmpty
    return others ? nil : own
  }

  /// From all to one's own, and back.
  mutating func turn(from shown: Scope?) { isAll = shown != nil }

  /// What a list says it is of.
  static func name(_ scope: Scope?, _ kind: RegisterKind, in world: World) -> String {
    let isOfUnits = kind.layout.place != nil
    return scope.flatMap { isOfUnits ? $0.name(in: world) : nil }
      ?? Phrase.everywhere[world.language]
  }

  /// Why a list is empty, and the key that shows what others have.
  func empty(_ rows: RegisterRows, in world: World) -> Phrase {
    guard rows.filter.isEmpty else { return .noMatch }
    let all = RegisterRows(rows.kind).standing(in: world.snapshot).count
    guard let scope = rows.scope, all > 0 else { return .noRecords }
    let name = scope.name(in: world)
    return Phrase(
      "\(name)尚未登记；全部有 \(all) 条，按 - 查看。", "\(name)尚未登記；全部有 \(all) 條，按 - 查看。",
      "None of \(name); \(all) in all: - shows them.")
  }
}

extension Phrase {
  static let everywhere = Phrase("全部", "全部", "all")
  static let ofNoUnit = Phrase(
    "这类登记不分单位。", "這類登記不分單位。", "These records are of no unit in particular.")
}
