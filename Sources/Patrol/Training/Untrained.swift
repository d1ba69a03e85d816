import Records
import Wording

/// A19: thirty days with a team, or as an informant, and never trained (R26).
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
    return teams + informants
  }

  /// Who was never trained, by what they belong to; informants by alias.
  private static func untrained(
    _ kind: RegisterKind, _ trained: Set<String>, _ snapshot: Snapshot,
    _ group: ([String: String]) -> String
  ) -> [String: [Named]] {
    let table = snapshot.table(kind)
    guard let code = kind.column("Code"), let since = kind.column("Since") else { return [:] }
    var found: [String: [Named]] = [:]
    for index in 0..<table.count where !trained.contains(table.text(code, at: index)) {
      guard let joined = Day(table.text(since, at: index)), snapshot.today - joined >= patience
      else { continue }
      let texts = table.texts(at: index)
      guard !snapshot.isPast(texts, kind) else { continue }
      found[group(texts), default: []].append(
        Named(table.text(code, at: index), snapshot.title(of: texts, kind)))
    }
    return found
  }

  private static func finding(
    _ name: Phrase, _ about: String, _ people: [Named], _ scope: Scope?
  ) -> Finding {
    let some = Phrase.first(of: people.map(\.name))
    return Finding(
      .untrained, about: about, extent: people.count,
      place: .newRecord(
        .training, scope: scope,
        given: ["Attendees": people.map(\.text).joined(separator: ", ")]),
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
