import Records
import Wording

/// A page that tells something as intelligence, as it stands now; or one that a record still open names,
/// whatever became of it.
package struct ToldPage: Hashable, Sendable {
  /// What became of the page since somebody flagged it.
  package enum State: Hashable, Sendable {
    case stands
    /// Struck out, so that nothing new comes of it.
    case void
    /// Corrected: it no longer says so.
    case takenBack
  }

  package let page: PageID
  package let kind: PageKind
  package let day: Day
  /// Whom the page is about, mostly the team that was out.
  package let about: Named
  /// When the patrol was back: by then it was reported.
  package let reported: Moment
  package let facts: String
  package let subject: LeadSubject
  package let state: State

  package init?(_ page: LedgerPage) {
    guard let kind = page.kind, let tells = kind.layout.tells, let day = page.day,
      let about = page.named(kind.layout.owner)
    else { return nil }
    self.page = page.page.id
    (self.kind, self.day, self.about) = (kind, day, about)
    let written = page.page.recorded.stamp.moment
    let back = kind.layout.back.flatMap { Moment(page.text($0.name)) } ?? written
    reported = min(back, written)
    let said = tells.words.lazy.map { page.text($0.name) }.first { !$0.isEmpty } ?? ""
    facts = said.replacing("\n", with: " ")
    subject = tells.subject(page.text(tells.found.name))
    state =
      page.isVoid ? .void : page.text(tells.flag.name).isEmpty ? .takenBack : .stands
  }
}

/// How a kind of page tells something as intelligence (R9).
package struct Telling: Sendable {
  /// Filled where it does.
  package let flag: Column
  /// What says it, the first that is filled.
  let words: [Column]
  /// What was found, by code.
  package let found: Column

  package init<Page>(
    if flag: Field<Page, Bool>, words: FieldList<Page>, found: Field<Page, [String]>
  ) {
    (self.flag, self.words, self.found) = (flag.column, words.columns, found.column)
  }

  func subject(_ codes: String) -> LeadSubject {
    for code in codes.split(separator: " ") {
      switch code {
      case "suspicious-person": return .person
      case "suspicious-vehicle": return .vehicle
      case "suspicious-article": return .object
      default: continue
      }
    }
    return .other
  }
}
