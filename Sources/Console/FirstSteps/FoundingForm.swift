import Patrol
import Records
import Wording

extension FormPlan {
  /// Whose directory it is to be, and its first officer; the PIN is asked for behind it.
  static func founding() -> FormPlan {
    var plan = FormPlan(
      FirstSteps.Step.station.title, NewStation.schema.columns,
      asked: ["Name", "City", "Unit", "OfficerName", "Officer"], draft: DraftName("founding"),
      beginning: { _ in Draft(["Officer": "P-001", "Kind": UnitKind.station.rawValue]) },
      ending: { draft, _, world throws(FieldError) in
        .secret(.found(try draft.read(NewStation.schema), world.language))
      })
    plan.rare = ["Kind"]
    plan.following = { old, new, world in
      guard old["Name"] != new["Name"] else { return ([:], []) }
      let codes = CodeProposal(world.spelling)
      guard new["Unit"].isEmpty || new["Unit"] == codes.station(old["Name"]) else {
        return ([:], [])
      }
      return (["Unit": codes.station(new["Name"])], [])
    }
    plan.known = { _, world in
      [
        Known(
          title: Phrase("存放在", "存放在", "Kept in"), lines: [world.place]),
        Known(
          title: Phrase("接着", "接著", "Next"),
          lines: [
            Phrase(
              "首位民警设签字口令，输两次。口令忘记不能找回。", "首位民警設簽字口令，輸兩次。口令忘記不能找回。",
              "the first officer sets a PIN, typed twice. A forgotten PIN can't be found again.")[
                world.language]
          ], isWhole: true),
      ]
    }
    return plan
  }

  /// The county's floors: taken as the order has them, or changed, and by which paper.
  static func floors() -> FormPlan {
    let group = SettingsGroup.policy
    let names = [
      Policy.cityFloor.column.name, Policy.townshipFloor.column.name,
      Policy.villageFloor.column.name, Policy.floorBasis.column.name,
    ]
    return FormPlan(
      FirstSteps.Step.floors.title, group.columns, asked: names, draft: DraftName("floors"),
      standing: { group.texts($0.snapshot.station) },
      beginning: { world in
        var draft = Draft(group.texts(world.snapshot.station))
        let basis = Policy.floorBasis.column.name
        if draft[basis].isEmpty { draft[basis] = Phrase.byOrder[world.language] }
        return draft
      },
      ending: { draft, standing, _ throws(FieldError) in
        try group.check(draft.texts)
        let changed = names.filter { draft[$0] != standing?[$0] ?? "" }
        return .command(
          .setStation(Dictionary(changed.map { ($0, draft[$0]) }, uniquingKeysWith: { $1 })))
      })
  }
}

extension Phrase {
  fileprivate static let byOrder = Phrase("实施方案", "實施方案", "the order")
}
