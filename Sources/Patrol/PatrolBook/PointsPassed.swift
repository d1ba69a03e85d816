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

  /// The same with point `number` left out, or taken in again.
  package func toggling(_ number: Int, of route: Route) -> PointsPassed? {
    guard route.points.indices.contains(number - 1) else { return nil }
    let name = route.points[number - 1]
    let left = Set(missed).symmetricDifference([name])
    return PointsPassed(route.named, route.points.count, route.points.filter(left.contains))
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
    expected: Phrase("0 全部到点，或漏巡点的号", "0 全部到點，或漏巡點的號", "0 for all, or the numbers left out"),
    parse: { PointsPassed($0) }, print: \.text)
}
