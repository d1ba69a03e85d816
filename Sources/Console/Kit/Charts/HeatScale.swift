import Terminal

/// Into which of four levels a number falls: the same everywhere in a picture, and told below it.
struct HeatScale: Hashable, Sendable {
  /// What is counted says which colours it has.
  enum Kind: Hashable, Sendable { case incidents, cover }

  let kind: Kind
  private let step: Int

  init(_ kind: Kind, highest: Int) {
    self.kind = kind
    step = max(1, (highest + 3 + (kind == .cover ? 1 : 0)) / 4)
  }

  /// 1 to 4; 0 for no incidents.
  func level(_ number: Int) -> Int {
    switch kind {
    case .incidents: number == 0 ? 0 : min(4, (number - 1) / step + 1)
    case .cover: min(4, number / step + 1)
    }
  }

  func role(_ number: Int) -> Role { Self.roles(kind)[level(number)] }

  private static func roles(_ kind: Kind) -> [Role] {
    kind == .incidents
      ? [.dim, .dim, .heat2, .heat3, .heat4] : [.dim, .dim, .cover2, .cover3, .cover4]
  }

  /// `1-2 3-4 5-6 7+`.
  var ranges: [String] {
    let first = kind == .incidents ? 1 : 0
    return (0..<4).map { level in
      let low = first + level * step
      let high = low + step - 1
      return level == 3 ? "\(low)+" : low == high ? "\(low)" : "\(low)-\(high)"
    }
  }

  /// The ranges, each as it is drawn.
  var legend: Line {
    ranges.enumerated().reduce(Line([])) { line, range in
      line + Line(" ") + Line(" \(range.element) ", Self.roles(kind)[range.offset + 1])
    }
  }
}
