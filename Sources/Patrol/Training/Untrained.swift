import Records
import Wording

/// A19: thirty days with a team, as an informant or a volunteer, or a watch post, and never trained (R26).
enum Untrained: RegisterRule {
  static let finds: [RuleID] = [.untrained]
  static let reads: [RegisterKind] = [.training]

  static let patience = 30

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    guard snapshot.table(.training).count > 0 else {
      return [.notBegun(.untrained, .training)]
    }
    let trained = snapshot.trained
    let members = untrained(.members, trained, snapshot) { $0["Team"] ?? "" }
    let teams = members.sorted { $0.key < $1.key }.map { code, names in
      finding(
        Phrase(verbatim: snapshot.team(code)?.name ?? code), code, names, .team(code))
    }
    let kinds = untrained(.informants, trained, snapshot) { $0["Kind"] ?? "" }
    let informants = kinds.sorted { $0.key < $1.key }.map { kind, names in
      finding(
        InformantKind(rawValue: kind)?.label ?? Phrase(verbatim: kind), kind, names, nil)
    }
    return teams + informants + others(trained, snapshot)
  }

  /// Volunteers and watch posts, by their unit (R26, R29).
  private static func others(_ trained: Set<String>, _ snapshot: Snapshot) -> [Finding] {
    [RegisterKind.volunteers, .watch].flatMap { kind in
      untrained(kind, trained, snapshot) { $0["Unit"] ?? "" }.sorted { $0.key < $1.key }.map {
        unit, names in
        let name = snapshot.unitName(unit)
        guard kind != .watch else { return posts(name, unit, names) }
        let title = kind.title
        let whose = Phrase(
          "\(name)\(title[.hans])", "\(name)\(title[.hant])", "\(name), \(title[.en])")
        return finding(whose, unit, names, .unit(unit), item: kind.name)
      }
    }
  }

  private static func posts(_ name: String, _ unit: String, _ posts: [Named]) -> Finding {
    let some = Phrase.first(of: posts.map(\.name))
    return Finding(
      .untrained, about: unit, item: RegisterKind.watch.name, extent: posts.count,
      place: training(posts, .unit(unit)),
      Phrase(
        "\(name)守望点 \(posts.count) 处未培训：\(some[.hans])",
        "\(name)守望點 \(posts.count) 處未培訓：\(some[.hant])",
        "\(name): \(posts.count) watch posts not trained: \(some[.en])"))
  }

  /// The training that has yet to be held, with who is to come filled in.
  private static func training(_ people: [Named], _ scope: Scope?) -> FindingPlace {
    .newRecord(
      .training, scope: scope,
      given: ["Attendees": people.map(\.text).joined(separator: ", ")])
  }

  /// Who was never trained, by what they belong to; informants by alias.
  private static func untrained(
    _ kind: RegisterKind, _ trained: Set<String>, _ snapshot: Snapshot,
    _ group: ([String: String]) -> String
  ) -> [String: [Named]] {
    let table = snapshot.table(kind)
    guard let code = kind.column("Code") else { return [:] }
    var found: [String: [Named]] = [:]
    let teams = kind == .members ? snapshot.trainedTeams : [:]
    for index in 0..<table.count where !trained.contains(table.text(code, at: index)) {
      // A watch post has been there for as long as anybody knows.
      if let since = kind.column("Since") {
        guard let joined = Day(table.text(since, at: index)), snapshot.today - joined >= patience
        else { continue }
      }
      let texts = table.texts(at: index)
      guard !snapshot.isPast(texts, kind) else { continue }
      // Whoever was of the team when all of it was trained.
      if kind == .members, let day = teams[texts["Team"] ?? ""],
        Day(texts["Since"] ?? "").map({ $0 <= day }) ?? true
      {
        continue
      }
      found[group(texts), default: []].append(
        Named(table.text(code, at: index), snapshot.title(of: texts, kind)))
    }
    return found
  }

  private static func finding(
    _ name: Phrase, _ about: String, _ people: [Named], _ scope: Scope?, item: String? = nil
  ) -> Finding {
    let some = Phrase.first(of: people.map(\.name))
    return Finding(
      .untrained, about: about, item: item, extent: people.count,
      place: training(people, scope),
      Phrase(
        "\(name[.hans]) \(people.count) 人满 \(patience) 天未培训：\(some[.hans])",
        "\(name[.hant]) \(people.count) 人滿 \(patience) 天未培訓：\(some[.hant])",
        "\(name[.en]): \(people.count) not trained after \(patience) days: \(some[.en])"))
  }
}

extension RuleID {
  package static let untrained = RuleID(
    "A19", of: "R26", Phrase("未培训", "未培訓", "Untrained"), .toComplete,
    act: Phrase("记培训", "記培訓", "Train"),
    Phrase(
      "入队满三十天还没有培训记录。培训后登记，参加人员已填好。", "入隊滿三十天還沒有培訓記錄。培訓後登記，參加人員已填好。",
      "Thirty days there and never trained. Record the training once it was held; who attended is filled in."
    ))
}
