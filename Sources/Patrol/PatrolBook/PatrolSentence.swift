import Records
import Wording

/// What a patrol's draft will say, in a sentence to be read out to whoever told it, and what is missing.
package struct PatrolSentence: Sendable {
  package let text: Phrase
  /// What is still to be said.
  package let missing: [Column]

  package init(_ draft: Draft, _ snapshot: Snapshot) {
    let kind = PageKind.patrol
    let team = Named(draft["Team"])
    let from = Moment(draft["From"]), to = Moment(draft["To"])
    let numbers = Crew.numbers(draft, kind.columns)
    let found = draft["Found"]
    var missing: [Column] = []
    if team == nil { missing.append(PatrolEntry.team.column) }
    if from == nil { missing.append(PatrolEntry.span.column) }
    let isOut = Underway.isTold(in: draft, snapshot)
    if !isOut {
      if from != nil, to == nil { missing.append(PatrolEntry.to.column) }
      if numbers == nil { missing.append(PatrolEntry.crew.column) }
      if found.isEmpty { missing.append(PatrolEntry.found.column) }
      if !["", StatedNothing.code].contains(found), draft["Observed"].isEmpty {
        missing.append(PatrolEntry.observed.column)
      }
    }
    self.missing = missing
    text = Phrase { language in
      Self.parts(draft, snapshot, team, from, to, numbers, isOut, language)
        .joined(separator: language == .en ? "; " : "，")
    }
  }

  private static func parts(
    _ draft: Draft, _ snapshot: Snapshot, _ team: Named?, _ from: Moment?, _ to: Moment?,
    _ numbers: (present: Int, due: Int)?, _ isOut: Bool, _ language: Language
  ) -> [String] {
    guard let team else { return [] }
    var parts = [team.name + " " + (Day(draft["Date"])?.monthAndDay ?? "")]
    if let from {
      if let to {
        parts[0] +=
          " \(clock(from, of: draft, language))-\(clock(to, of: draft, language))"
          + Phrase.inBrackets(length(to - from))[language]
      } else {
        parts[0] +=
          " \(clock(from, of: draft, language))" + Phrase("出巡", "出巡", " out")[language]
      }
    }
    if isOut, let from {
      let due = snapshot.station.dueBack(from)
      parts.append(
        Phrase("应 \(due.clock) 归队", "應 \(due.clock) 歸隊", "due back at \(due.clock)")[language])
    }
    if let numbers { parts.append(crew(draft, numbers, snapshot, language)) }
    if let points = PointsPassed(draft["Points"]) {
      parts.append(points.words(language))
    }
    parts += findings(draft, snapshot, language)
    return parts
  }

  /// A time of another day than the patrol day says so.
  static func clock(_ moment: Moment, of draft: Draft, _ language: Language) -> String {
    guard let day = Day(draft["Date"]), moment.day != day else { return moment.clock }
    guard moment.day == day + 1 else { return moment.text }
    return Phrase("次日", "次日", "next day ")[language] + moment.clock
  }

  /// `2时40分`.
  package static func length(_ minutes: Int) -> Phrase {
    let (hours, rest) = (minutes / 60, minutes % 60)
    guard hours > 0 else { return Phrase("\(rest)分", "\(rest)分", "\(rest) min") }
    return rest == 0
      ? Phrase("\(hours)时", "\(hours)時", "\(hours) h")
      : Phrase("\(hours)时\(rest)分", "\(hours)時\(rest)分", "\(hours) h \(rest) min")
  }

  /// How many of those due came, and who did not.
  static func crew(
    _ draft: Draft, _ numbers: (present: Int, due: Int), _ snapshot: Snapshot,
    _ language: Language
  ) -> String {
    let absences = Crew.absences(draft)
    let head = Phrase(
      "应到\(numbers.due)实到\(numbers.present)", "應到\(numbers.due)實到\(numbers.present)",
      "\(numbers.present) of \(numbers.due) there")[language]
    guard !absences.isEmpty else { return head }
    let names = absences.map {
      $0.person.name
        + Phrase.inBrackets(
          Phrase(verbatim: snapshot.codes.label("absence", $0.reason, language)))[language]
    }
    return head + Phrase("，缺", "，缺", "; absent: ")[language]
      + names.joined(separator: language.separator)
  }

  private static func findings(
    _ draft: Draft, _ snapshot: Snapshot, _ language: Language
  ) -> [String] {
    let found = draft["Found"].split(separator: " ").map(String.init)
    guard !found.isEmpty else { return [] }
    var parts = [
      found.map { snapshot.codes.label("found", $0, language) }.joined(
        separator: language.separator)
    ]
    if !draft["Observed"].isEmpty { parts.append(draft["Observed"].replacing("\n", with: " ")) }
    let handled = draft["Handling"].split(separator: " ").map {
      snapshot.codes.label("handling", String($0), language)
    }
    if !handled.isEmpty { parts.append(handled.joined(separator: language.separator)) }
    if draft["Intelligence"] == "yes" {
      parts.append(Phrase("转情报", "轉情報", "told as intelligence")[language])
    }
    return parts
  }
}
