import Records
import Wording

/// A patrol told over the telephone, in one line: `gz 1930-2210 4/5 -3.2 21`.
///
/// Team by number, initials or characters; out and back; how many of those due came, those away as
/// -number.reason; what was found by its two digits, and what was seen in words. The order is fixed, a part
/// that is missing is asked for and none is assumed (B17).
package struct PhoneLine: Sendable {
  /// What of it was understood, as the form would hold it.
  package let draft: Draft
  /// The first part that was not understood, and what should stand there.
  package private(set) var wrong: FieldError?
  /// That part as it was typed, and all behind it.
  package let notRead: (part: String, rest: String)
  package let sentence: PatrolSentence
  package let warnings: PatrolWarnings

  /// Whether it says all that a page needs.
  package var isWhole: Bool {
    // What was seen may be told later, in the form.
    wrong == nil && sentence.missing.allSatisfy { $0.name == PatrolEntry.observed.column.name }
  }

  /// - Parameter ledger: the pages of the day, for what overlaps.
  package init(
    _ typed: String, _ about: PageBeginning, ledger: DayLedger?, language: Language
  ) {
    let snapshot = about.snapshot
    var draft = PatrolBeginning(about).draft(team: nil, day: about.day, from: nil)
    var wrong: FieldError?
    var parts = Parts(typed)
    do throws(FieldError) {
      try Self.read(&parts, about, language, into: &draft)
      notRead = ("", "")
    } catch {
      wrong = error
      notRead = (parts.last, parts.rest)
    }
    (self.draft, self.wrong) = (draft, wrong)
    sentence = PatrolSentence(draft, snapshot)
    warnings = PatrolWarnings(draft, ledger, snapshot, now: about.now)
  }

  private static func read(
    _ parts: inout Parts, _ about: PageBeginning, _ language: Language,
    into draft: inout Draft
  ) throws(FieldError) {
    guard let team = parts.next() else { return }
    let found = about.snapshot.teamsCalled(team)
    guard found.count == 1 else {
      throw FieldError(
        field: PatrolEntry.team.column.name, label: PatrolEntry.team.column.label, found: team,
        expected: found.isEmpty ? .teamShape : .oneOf(found.map(\.name)))
    }
    for (name, value) in PatrolBeginning(about).teamValues(found[0].code) {
      draft[name] = value
    }
    draft[PatrolBeginning.seen] = ""
    let reading = TypedReading(PageKind.patrol.formColumns, about, language: language)
    if let span = parts.next() { try reading.write(span, "Span", in: &draft) }
    if let crew = parts.crew() { try reading.write(crew, "Crew", in: &draft) }
    guard let codes = parts.next() else { return }
    try reading.write(codes, "Found", in: &draft)
    if PatrolEntry.isReported(draft["Found"]) { draft["Intelligence"] = "yes" }
    let rest = parts.all()
    guard !rest.isEmpty else { return }
    guard draft["Found"] != StatedNothing.code else {
      throw FieldError(
        field: PatrolEntry.observed.column.name, label: PatrolEntry.observed.column.label,
        found: rest, expected: .nothingMore)
    }
    try reading.write(rest, "Observed", in: &draft)
  }

  /// What stands between blanks; a minus begins somebody who was away and belongs to who came.
  private struct Parts {
    private var words: [String]
    /// What was taken last.
    private(set) var last = ""

    init(_ typed: String) {
      words = Folding.halfWidth(typed).split(separator: " ").map(String.init)
    }

    mutating func next() -> String? {
      guard !words.isEmpty else { return nil }
      last = words.removeFirst()
      return last
    }

    mutating func crew() -> String? {
      guard var crew = next() else { return nil }
      while let word = words.first, ["-", "－", "—"].contains(where: word.hasPrefix) {
        crew += words.removeFirst()
      }
      last = crew
      return crew
    }

    mutating func all() -> String {
      last = rest
      words = []
      return last
    }

    var rest: String { words.joined(separator: " ") }
  }
}

extension Snapshot {
  /// The teams that somebody can mean: the one of that number in the register, the only one called so
  /// whole, else all that fit.
  package func teamsCalled(_ typed: String) -> [Team] {
    let query = Query(typed)
    guard !query.isEmpty else { return [] }
    if query.text.count <= 3, let number = wholeNumber(query.text, in: 1...999) {
      return teams.indices.contains(number - 1) ? [teams[number - 1]] : []
    }
    let fitting = teams.filter {
      query.score(name: $0.name, pinyin: $0.pinyin, code: $0.code) != nil
    }
    let whole = fitting.filter { query.isWhole(name: $0.name, pinyin: $0.pinyin, code: $0.code) }
    return whole.count == 1 ? whole : fitting
  }
}

extension Phrase {
  fileprivate static let nothingMore = Phrase(
    "01 未发现异常，后面不再写什么", "01 未發現異常，後面不再寫什麼", "nothing more after 01, nothing found")
  fileprivate static let teamShape = Phrase(
    "队的号、拼音首字母或名称", "隊的號、拼音首字母或名稱", "a team by number, initials or name")

  fileprivate static func oneOf(_ names: [String]) -> Phrase {
    Phrase {
      Phrase("更多的字：", "更多的字：", "more letters: ")[$0]
        + Phrase.first(4, of: names)[$0]
    }
  }
}
