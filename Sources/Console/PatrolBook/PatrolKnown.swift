import Patrol
import Records
import Wording

/// What stands beside a patrol's fields: the roll with its numbers, the last entry, what is open.
enum PatrolKnown {
  @Sendable static func beside(_ form: Form, _ world: World) -> [Known] {
    [roll(form, world), last(form, world), handovers(form, world)].compactMap { $0 }
  }

  /// The team's people by the numbers under which they are told; those not due stand in brackets.
  static func roll(_ form: Form, _ world: World) -> Known? {
    let people = Crew.roll(form.draft, in: world.snapshot)
    // A register that was not read whole would give them other numbers.
    guard !people.isEmpty, world.snapshot.isRead([.members]) else { return nil }
    let due = Set(Crew.due(form.draft).map(\.code))
    let away = Dictionary(
      Crew.absences(form.draft).map { ($0.person.code, $0.reason) }, uniquingKeysWith: { $1 })
    let names = people.enumerated().map { index, person in
      let name =
        "\(index + 1)\(world.isLatinOnly ? world.snapshot.member(person.code)?.pinyin ?? person.name : person.name)"
      if let reason = away[person.code] {
        return "\(name)(\(world.codes.label("absence", reason, world.language)))"
      }
      return due.contains(person.code) ? name : "[\(name)]"
    }
    return Known(
      title: Phrase("名册", "名冊", "Roll"),
      note: Phrase("应到 \(due.count)", "應到 \(due.count)", "\(due.count) due")[world.language],
      lines: rows(names))
  }

  /// Three to a line, so that a number is found at a glance.
  private static func rows(_ names: [String]) -> [String] {
    stride(from: 0, to: names.count, by: 3).map {
      names[$0..<min(names.count, $0 + 3)].joined(separator: "  ")
    }
  }

  private static func last(_ form: Form, _ world: World) -> Known? {
    let texts = form.recollection.texts
    guard let from = Moment(texts["From"] ?? ""), let to = Moment(texts["To"] ?? "") else {
      return nil
    }
    let there = Named.list(texts["Present"] ?? "").count
    let due = there + Absence.list(texts["Absent"] ?? "").count
    let found = (texts["Found"] ?? "").split(separator: " ").map {
      world.codes.label("found", String($0), world.language)
    }
    let what =
      found.isEmpty
      ? Phrase.nothingFound[world.language] : found.joined(separator: world.language.separator)
    return Known(
      title: Phrase("上一次", "上一次", "Last time"),
      lines: ["\(from.brief)-\(to.clock) \(there)/\(due) \(what)"],
      role: .dim)
  }

  private static func handovers(_ form: Form, _ world: World) -> Known? {
    let open = form.recollection.handovers
    guard !open.isEmpty else { return nil }
    return Known(
      title: Phrase("未办交接", "未辦交接", "Open handovers"), note: "\(open.count)",
      lines: open.map { "№\($0.number) \($0.text)" }, role: .warning)
  }
}
