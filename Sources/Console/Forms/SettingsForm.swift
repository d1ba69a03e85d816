import Patrol
import Records
import Wording

extension FormPlan {
  /// Whose directory this is and what the order left to be settled.
  static let settings = FormPlan(
    ActionName.settings.phrase, Station.schema.columns,
    // Language, theme and officer have their own lists; the rest is not for a form to change.
    asked: Station.schema.columns.map(\.name).filter {
      !["Format", "Unit", "Language", "Theme", "OnDuty", "Demo"].contains($0)
    },
    from: "Name", draft: DraftName("settings"),
    standing: { world in Station.schema.texts(world.library.station) },
    ending: { draft, standing, _ throws(FieldError) in
      _ = try draft.read(Station.schema)
      let names = Station.schema.columns.map(\.name)
      let changed = names.filter { draft[$0] != standing?[$0] ?? "" }
      return .command(
        .setStation(Dictionary(changed.map { ($0, draft[$0]) }, uniquingKeysWith: { $1 })))
    })
}
