import Patrol
import Records
import Wording

extension FormPlan {
  /// One group of the settings: whose directory it is, what was decided for it, or what its desk
  /// likes.
  static func settings(_ group: SettingsGroup) -> FormPlan {
    let names = group.columns.map(\.name).filter {
      $0 != SettingsGroup.key && !Station.Identity.fixed.contains($0)
    }
    return FormPlan(
      group.title, group.columns, asked: names, draft: group.draftName,
      standing: { world in group.texts(world.snapshot.station) },
      ending: { draft, standing, _ throws(FieldError) in
        try group.check(draft.texts)
        let changed = names.filter { draft[$0] != standing?[$0] ?? "" }
        return .command(
          .setStation(Dictionary(changed.map { ($0, draft[$0]) }, uniquingKeysWith: { $1 })))
      })
  }
}

extension SettingsGroup {
  /// The policy's draft goes by the name of all settings: a draft's name is format.
  fileprivate var draftName: DraftName {
    self == .policy ? DraftName("settings") : DraftName("settings-\(kind)")
  }
}
