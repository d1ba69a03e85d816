import Patrol
import Records
import Wording

/// Which file in `drafts/` holds what was typed into a form and not saved.
///
/// A draft belongs to what is recorded, of whom, and when, so that no other form takes it for its own.
extension FormPurpose {
  var draftName: String {
    switch self {
    case .patrol(let team, let day, _): Self.name("patrol", team, day?.text)
    case .inspection(let team, let day): Self.name("inspection", team, day.text)
    case .page(let kind, let day): Self.name("page", kind.name, day.text)
    case .refusal(let id): Self.name("refusal", id.book.owner, "\(id.year)", "\(id.number)")
    case .review(let id): Self.name("review", id.book.owner, "\(id.year)", "\(id.number)")
    case .correction(let id, _): Self.name("correction", id)
    case .void(let id): Self.name("void", id)
    case .deputy(let team): Self.name("deputy", team)
    case .setOut(let team): Self.name("out", team)
    case .record(let kind, let code?, _, _): Self.name(kind.name, code)
    case .record(let kind, nil, let scope, let given):
      Self.name(
        kind.name, given["Code"] ?? "new", scope?.code, given["Team"], given["Date"],
        given["Line"])
    case .several(let kind, let codes):
      // Too many codes for a file's name.
      Self.name(
        "several", kind.name, Digest(of: Array(codes.joined(separator: " ").utf8)).short)
    case .ending(let kind, let code): Self.name("ending", kind.name, code)
    case .reveal(let kind, let code): Self.name("reveal", kind.name, code)
    case .split(let unit): Self.name("split", unit)
    case .settings: "settings"
    }
  }

  /// What earlier versions called it: without the day, which the draft itself says.
  private var earlierName: String? {
    switch self {
    case .patrol(let team, _, _): Self.name("patrol", team)
    case .inspection(let team, _): Self.name("inspection", team)
    default: nil
    }
  }

  private var day: Day? {
    switch self {
    case .patrol(_, let day, _): day
    case .inspection(_, let day), .page(_, let day): day
    default: nil
    }
  }

  /// The draft there is, under the name it has.
  func draft(in world: World) -> (name: String, draft: Draft)? {
    if let draft = world.drafts[draftName] { return (draftName, draft) }
    guard let earlierName, let draft = world.drafts[earlierName], draft["Date"] == day?.text else {
      return nil
    }
    return (earlierName, draft)
  }

  /// The newest other day of which the same form has a draft: a night's may be half written when the
  /// next day begins.
  func otherDayOfDraft(in world: World) -> Day? {
    guard let earlierName, let day else { return nil }
    return world.drafts.keys.compactMap { name in
      name.hasPrefix(earlierName + "-") ? Day(String(name.dropFirst(earlierName.count + 1))) : nil
    }
    .filter { $0 != day }.max()
  }

  /// Every file that may hold the draft: all of them go when it is saved or thrown away.
  func draftNames(in world: World) -> [String] {
    [draftName] + (draft(in: world).map { [$0.name] } ?? []).filter { $0 != draftName }
  }

  private static func name(_ kind: String, _ parts: String?...) -> String {
    let said = parts.compactMap { $0 }
    return ([kind] + (said.isEmpty ? ["new"] : said)).joined(separator: "-")
  }

  private static func name(_ kind: String, _ id: PageID) -> String {
    name(kind, id.book.kind.name, id.book.owner, "\(id.year)", "\(id.number)")
  }
}
