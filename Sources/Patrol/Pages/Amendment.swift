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
  /// What it goes on from: the newest correction of the page, or the page itself.
  package let follows: PageReference
  package let reason: String
  /// Why it came after the day was closed; empty if it did not.
  package let late: String
  /// The new wording of each field that changes; empty text: the field is struck out.
  package let changes: [String: String]

  package init(
    _ kind: Kind, date: Day, target: PageReference, follows: PageReference? = nil, reason: String,
    late: String = "", changes: [String: String] = [:]
  ) {
    (self.kind, self.date, self.target, self.follows) = (kind, date, target, follows ?? target)
    (self.reason, self.late, self.changes) = (reason, late, changes)
  }

  /// The amendment that a page of kind `correction` or `void` is; nil for any other page.
  package init?(_ page: Page) {
    let record = page.record
    guard let kind = Kind(rawValue: page.kind), let date = record["Date"].flatMap({ Day($0) }),
      let target = record["Corrects"].flatMap(PageReference.init),
      let follows = record["Follows"].flatMap(PageReference.init)
    else { return nil }
    var changes: [String: String] = [:]
    for field in record.fields {
      let name = record.name(of: field)
      if !Self.own.contains(name) { changes[name] = record.value(of: field) }
    }
    for name in (record["Cleared"] ?? "").split(separator: " ") { changes[String(name)] = "" }
    self.init(
      kind, date: date, target: target, follows: follows, reason: record["Reason"] ?? "",
      late: record["Late"] ?? "", changes: changes)
  }

  /// Fields that are the amendment's own, and no wording of the page that it corrects.
  private static let own: Set<String> = Page.fieldsOfEvery.union([
    "Date", "Corrects", "Follows", "Reason", "Late", "Cleared",
  ])

  /// The page's own fields, the changed ones in the order of `columns`.
  package func body(_ columns: [Column]) -> [(name: String, value: String)] {
    let changed = columns.filter { changes[$0.name] != nil }
    let cleared = changed.filter { changes[$0.name]?.isEmpty == true }.map(\.name)
    let own = [
      ("Date", date.text), ("Corrects", target.text), ("Follows", follows.text),
      ("Reason", reason), ("Late", late), ("Cleared", cleared.joined(separator: " ")),
    ]
    return (own + changed.map { ($0.name, changes[$0.name] ?? "") }).filter { !$0.1.isEmpty }
      .map { (name: $0.0, value: $0.1) }
  }
}
