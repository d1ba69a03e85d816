import Patrol
import Records
import Wording

/// What a form is for: which fields it asks, what it begins with, what comes of it.
enum FormPurpose: Hashable, Sendable {
  case patrol(team: String?, day: Day?, from: Moment?)
  case inspection(team: String?)
  case refusal(PageID)
  case review(PageID)
  case deputy(team: String)
  case correction(PageID)
  case void(PageID)
  case member(team: String, code: String?)
  case team(code: String?)
  case setOut(team: String)

  var title: Phrase {
    switch self {
    case .patrol: Phrase("记巡逻", "記巡邏", "Record a patrol")
    case .inspection: Phrase("记检查", "記檢查", "Record an inspection")
    case .refusal(let id):
      Phrase("拒签 №\(id.number)", "拒簽 №\(id.number)", "Refusal of №\(id.number)")
    case .review(let id):
      Phrase("复核拒签 №\(id.number)", "複核拒簽 №\(id.number)", "Review refusal of №\(id.number)")
    case .deputy: Phrase("指定当日代签人", "指定當日代簽人", "Deputy of the day")
    case .correction(let id):
      Phrase("更正 №\(id.number)", "更正 №\(id.number)", "Correct №\(id.number)")
    case .void(let id): Phrase("作废 №\(id.number)", "作廢 №\(id.number)", "Void №\(id.number)")
    case .member(_, nil): Phrase("新增队员", "新增隊員", "New member")
    case .member: Phrase("修改队员", "修改隊員", "Edit member")
    case .team(nil): Phrase("新建队伍", "新建隊伍", "New team")
    case .team: Phrase("修改队伍", "修改隊伍", "Edit team")
    case .setOut: Phrase("出巡", "出巡", "Gone out")
    }
  }

  var columns: [Column] {
    switch self {
    case .patrol: PatrolEntry.schema.columns
    case .inspection: Inspection.schema.columns
    case .refusal: RefusalFields.schema.columns
    case .review: ReviewFields.schema.columns
    case .deputy: Deputy.schema.columns
    case .correction(let id): id.book.kind.columns + [Self.reason]
    case .void: [Self.reason]
    case .member: Member.schema.columns
    case .team: Team.schema.columns
    case .setOut: Underway.schema.columns
    }
  }

  /// The fields asked for, in the order in which the caret meets them.
  private var names: [String] {
    switch self {
    case .patrol: Self.patrolNames
    case .inspection: Self.inspectionNames
    case .refusal: ["Refused", "Reason", "Statement", "Witness", "Signer"]
    case .review: ["Verdict", "Reason", "Signer"]
    case .deputy: ["Person", "Date"]
    case .correction(let id):
      (id.book.kind == .patrol ? Self.patrolNames : Self.inspectionNames).filter {
        !Amendment.fixed.contains($0)
      } + ["Reason"]
    case .void: ["Reason"]
    case .member:
      [
        "Name", "Post", "Service", "Background", "Phone", "Team", "Since", "Until", "Pinyin",
        "Remark", "Code",
      ]
      .filter { !isChange || $0 != "Code" }
    case .team:
      [
        "Name", "Tier", "Unit", "Code", "EstablishedBy", "ManagedBy", "Officer", "Floor", "Focus",
        "Route",
        "Pinyin", "Since", "Until",
      ].filter { !isChange || $0 != "Code" }
    case .setOut: ["Team", "From", "Due", "Leader", "Strength", "Route"]
    }
  }

  /// Whether a record that books name by its code is changed: the code stays.
  private var isChange: Bool {
    switch self {
    case .member(_, let code), .team(let code): code != nil
    case .patrol, .inspection, .refusal, .review, .deputy, .correction, .void, .setOut: false
    }
  }

  private static let patrolNames = [
    "Team", "Date", "From", "To", "Absent", "Route", "Found", "Observed", "Handling", "Handled",
    "Intelligence", "Leader", "Mode", "Weather", "Focus", "Turnout", "Objects", "Officer",
    "Handover",
    "Settles", "Late", "Remark",
  ]

  private static let inspectionNames = [
    "Inspected", "From", "To", "Present", "Points", "Absent", "Problems", "Found", "Decision", "By",
    "Required", "Settles", "Statement", "Answering", "Mode", "Inspector", "Inspecting", "Expected",
    "Date", "Late", "Remark",
  ]

  private static let reason = ReasonField.schema.columns[0]

  /// Fields that tell of the plan and may be taken over: never times, people or findings.
  var planFields: [String] {
    switch self {
    case .patrol: ["Route", "Mode", "Weather", "Focus", "Turnout", "Leader"]
    case .inspection, .refusal, .review, .deputy, .correction, .void, .member, .team, .setOut: []
    }
  }

  var beginsSeeking: Bool {
    if case .correction = self { true } else { false }
  }

  /// The file in `drafts/` that holds what was typed and not saved; none where little would be lost.
  var draftName: String? {
    switch self {
    case .patrol(let team, _, _): "patrol-\(team ?? "new")"
    case .inspection(let team): "inspection-\(team ?? "new")"
    case .refusal(let id): "refusal-\(id.book.owner)-\(id.year)-\(id.number)"
    case .review(let id): "review-\(id.book.owner)-\(id.year)-\(id.number)"
    case .correction(let id):
      "correction-\(id.book.kind.rawValue)-\(id.book.owner)-\(id.year)-\(id.number)"
    case .member(let team, let code): "member-\(code ?? team)"
    case .team(let code): "team-\(code ?? "new")"
    case .deputy, .void, .setOut: nil
    }
  }

  /// What the form says in its edge when something is still open from before.
  var openNote: Phrase {
    if case .inspection = self {
      return Phrase("有问题未销号 ", "有問題未銷號 ", "open problems ")
    }
    return Phrase("有交接待办 ", "有交接待辦 ", "open handover ")
  }

  var keptMessage: Phrase {
    Phrase(
      "草稿已保留，再打开时接着写。", "草稿已保留，再開啟時接著寫。",
      "Your draft is kept; opening the form again goes on with it.")
  }

  // MARK: Beginning

  func form(in world: World) -> Form {
    var form = Form(names: names, draft: beginning(in: world), focus: firstField)
    guard let name = draftName, var kept = world.drafts[name] else { return form }
    var typed: (name: String, text: String)?
    for (key, text) in kept.texts where key.hasPrefix("Typed_") {
      typed = (String(key.dropFirst(6)), text)
      kept[key] = ""
    }
    form = Form(names: names, draft: kept, focus: typed?.name ?? firstField)
    if let typed {
      let reading = FieldReading(world, columns, kept)
      form.enter(reading)
      form.edit({ $0.replaceAll(typed.text) }, reading)
    }
    return form
  }

  private var firstField: String {
    switch self {
    case .patrol(nil, _, _): "Team"
    case .patrol(_, _, let from): from == nil ? "From" : "Found"
    case .inspection(nil): "Inspected"
    case .inspection, .correction: "From"
    case .refusal, .void: "Reason"
    case .review: "Verdict"
    case .deputy: "Person"
    case .member, .team: "Name"
    case .setOut: "Due"
    }
  }

  /// What stands in the books when the form is opened and will be changed by it; nil for new ones.
  func standing(in world: World) -> [String: String]? {
    switch self {
    case .correction(let id): world.ledger?.page(id)?.texts(id.book.kind.columns)
    case .member(_, let code): code.flatMap(world.library.member).map(Member.schema.texts)
    case .team(let code): code.flatMap(world.library.team).map(Team.schema.texts)
    case .patrol, .inspection, .refusal, .review, .deputy, .void, .setOut: nil
    }
  }

  private func beginning(in world: World) -> Draft {
    if let standing = standing(in: world) {
      var draft = Draft(standing)
      if let team = Named(draft["Inspected"])?.code {
        draft[Crew.roster] = world.library.members(of: team).map(\.named.text).joined(
          separator: ", ")
      }
      return draft
    }
    switch self {
    case .patrol(let team, let day, let from):
      return PatrolDefaults(world).draft(team: team, day: day, from: from)
    case .inspection(let team): return InspectionDefaults(world).draft(team: team)
    case .refusal(let id): return RefusalFields.beginning(id, in: world)
    case .review: return Draft(["Signer": world.library.station.onDuty?.text ?? ""])
    case .deputy(let team): return Draft(["Team": team, "Date": world.day.text])
    case .correction, .void: return Draft()
    case .member(let team, _): return newMember(team, world)
    case .team: return Draft(["Tier": "village"])
    case .setOut(let team): return PatrolDefaults(world).outDraft(team: team)
    }
  }

  private func newMember(_ team: String, _ world: World) -> Draft {
    let isVillage = world.library.team(team)?.tier == .village
    return Draft([
      "Team": team, "Post": "member", "Service": isVillage ? "part" : "full",
      "Since": world.today.text,
      "Code": nextCode(team, world),
    ])
  }

  /// The next free number of the team: `QS-01-006`.
  private func nextCode(_ team: String, _ world: World) -> String {
    let numbers = world.library.allMembers.filter { $0.code.hasPrefix(team + "-") }
      .compactMap { Int($0.code.dropFirst(team.count + 1)) }
    return "\(team)-\(digits((numbers.max() ?? 0) + 1, 3))"
  }
}
