import Records
import Wording

/// A page that strikes out another: its new wording, or that it is void (B4).
///
/// The old page stays and is shown struck out. A patrol day can't be corrected, since a page stands
/// in its book under that day: void it and record it again.
package struct Amendment: Hashable, Sendable {
  package enum Kind: String, Sendable { case correction, void }

  package let kind: Kind
  package let date: Day
  package let target: PageReference
  package let reason: String
  /// The new wording of each field that changes; empty text: the field is struck out.
  package let changes: [String: String]

  package init(
    _ kind: Kind, date: Day, target: PageReference, reason: String, changes: [String: String] = [:]
  ) {
    (self.kind, self.date, self.target) = (kind, date, target)
    (self.reason, self.changes) = (reason, changes)
  }

  /// The amendment that a page of kind `correction` or `void` is; nil for any other page.
  package init?(_ page: Page) {
    guard let kind = Kind(rawValue: page.kind), let date = page.record["Date"].flatMap({ Day($0) }),
      let target = page.record["Corrects"].flatMap(PageReference.init)
    else { return nil }
    var changes: [String: String] = [:]
    for field in page.record.fields {
      let name = page.record.name(of: field)
      if !Self.own.contains(name) { changes[name] = page.record.value(of: field) }
    }
    self.init(
      kind, date: date, target: target, reason: page.record["Reason"] ?? "", changes: changes)
  }

  private static let own: Set<String> = [
    "Number", "Kind", "Date", "Corrects", "Reason", "Recorded", "Previous", "Digest",
  ]

  /// The page's own fields, the changed ones in the order of `columns`.
  package func body(_ columns: [Column]) -> [(name: String, value: String)] {
    [("Date", date.text), ("Corrects", target.text), ("Reason", reason)]
      + columns.compactMap { column in changes[column.name].map { (column.name, $0) } }
  }
}
