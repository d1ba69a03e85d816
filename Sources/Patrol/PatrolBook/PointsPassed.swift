import Records
import Wording

/// Which check points of a route a patrol passed (R27), as its page says it for good: the route's
/// name, how many there were, and by name those left out.
package struct PointsPassed: Hashable, Sendable {
  package let route: Named
  package let count: Int
  package let missed: [String]

  package init(all route: Route) {
    (self.route, count, missed) = (route.named, route.points.count, [])
  }

  private init(_ route: Named, _ count: Int, _ missed: [String]) {
    (self.route, self.count, self.missed) = (route, count, missed)
  }

  /// Reads `QSP-R-001 村东线 (4/6) 变压器; 机井`.
  package init?(_ text: String) {
    guard let open = text.lastIndex(of: "("), let close = text[open...].firstIndex(of: ")"),
      let route = Named(String(text[..<open]).trimmingBlanks())
    else { return nil }
    let numbers = text[text.index(after: open)..<close].split(separator: "/")
    let names = String(text[text.index(after: close)...]).trimmingBlanks()
    guard numbers.count == 2, let passed = wholeNumber(numbers[0]),
      let count = wholeNumber(numbers[1]),
      let missed = FieldType<[String]>.pointNames.parse(names), count > 0,
      passed == count - missed.count, passed >= 0
    else { return nil }
    self.init(route, count, missed)
  }

  package var text: String {
    let head = "\(route.text) (\(count - missed.count)/\(count))"
    return missed.isEmpty ? head : "\(head) \(missed.joined(separator: "; "))"
  }

  /// Reads what was told: `8` all of eight, `6-2-5` six and not numbers 2 and 5, `=` all, `0` none; nil
  /// where it does not add up.
  package init?(typed: String, of route: Route) {
    let parts = Written.folded(typed).replacing("。", with: "-").replacing("、", with: "-")
      .split(separator: "-", omittingEmptySubsequences: false).map { String($0).trimmingBlanks() }
    let count = route.points.count
    let numbers = parts.dropFirst().map { wholeNumber($0, in: 1...count) }
    guard let head = parts.first, !numbers.contains(nil) else { return nil }
    let missed = Set(numbers.compactMap { $0 })
    guard missed.count == numbers.count else { return nil }
    let passed = head == "=" ? count - missed.count : wholeNumber(head, in: 0...count)
    let isNone = passed == 0 && missed.isEmpty
    guard let passed, isNone || passed + missed.count == count else { return nil }
    let left = route.points.indices.filter { isNone || missed.contains($0 + 1) }
    self.init(route.named, count, left.map { route.points[$0] })
  }

  /// `村东线 4/6 漏 变压器、机井`.
  package func words(_ language: Language) -> String {
    let head = "\(route.name) \(count - missed.count)/\(count)"
    guard !missed.isEmpty else { return head }
    let left = Phrase(" 漏 ", " 漏 ", " left out ")[language]
    return head + left + missed.joined(separator: language.separator)
  }
}

extension FieldType where Value == PointsPassed {
  package static let points = FieldType(
    entry: .checkpoints,
    expected: Phrase(
      "到了几处，漏的写 -号，如 7-3", "到了幾處，漏的寫 -號，如 7-3",
      "how many were passed, those left out as -number, e.g. 7-3"),
    parse: { PointsPassed($0) }, print: \.text)
}
