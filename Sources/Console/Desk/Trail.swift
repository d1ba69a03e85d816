import Records

/// The pages that somebody looked at, one after another, to go back and forward through.
struct Trail: Sendable {
  struct Stop: Hashable, Sendable {
    let page: PageID
    let day: Day
  }

  private var stops: [Stop] = []
  /// Where one is among them.
  private var at = 0
  /// Nobody goes back further.
  private static let most = 200

  /// A page shows; where it is another one, what lay ahead is forgotten.
  mutating func visit(_ stop: Stop) {
    guard current != stop else { return }
    stops = Array((stops.prefix(at + 1) + [stop]).suffix(Self.most))
    at = stops.count - 1
  }

  /// The page that shows, or showed last.
  var current: Stop? { stops.indices.contains(at) ? stops[at] : nil }

  /// The stop so many steps on; nil where there is none.
  mutating func move(_ by: Int) -> Stop? {
    guard stops.indices.contains(at + by) else { return nil }
    at += by
    return current
  }
}
