/// A size in cells.
package struct Size: Hashable, Sendable {
  package let width, height: Int
  package init(_ width: Int, _ height: Int) {
    (self.width, self.height) = (max(0, width), max(0, height))
  }
}

/// A cell of a frame, counted from 0 at the upper left.
package struct Point: Hashable, Sendable {
  package let x, y: Int
  package init(_ x: Int, _ y: Int) { (self.x, self.y) = (x, y) }
}

/// A rectangle of cells.
package struct Rect: Hashable, Sendable {
  package let x, y, width, height: Int

  package init(x: Int = 0, y: Int = 0, width: Int, height: Int) {
    (self.x, self.y, self.width, self.height) = (x, y, max(0, width), max(0, height))
  }
  package init(_ size: Size) { self.init(width: size.width, height: size.height) }

  package func inset(_ dx: Int, _ dy: Int) -> Rect {
    Rect(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
  }

  /// Line `index` of the rectangle; nothing below its last.
  package func line(_ index: Int) -> Rect {
    Rect(x: x, y: y + index, width: width, height: index >= 0 && index < height ? 1 : 0)
  }

  /// What is left below the first `dy` lines.
  package func below(_ dy: Int) -> Rect {
    Rect(x: x, y: y + dy, width: width, height: height - dy)
  }

  package func from(_ dx: Int, width: Int = .max) -> Rect {
    Rect(x: x + dx, y: y, width: min(width, self.width - dx), height: height)
  }

  package func clipped(to size: Size) -> Rect {
    let (left, top) = (max(x, 0), max(y, 0))
    return Rect(
      x: left, y: top, width: min(x + width, size.width) - left,
      height: min(y + height, size.height) - top)
  }

  /// A rectangle of at most `size` in the middle of this one.
  package func centred(_ size: Size) -> Rect {
    let (w, h) = (min(size.width, width), min(size.height, height))
    return Rect(x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h)
  }
}

/// How much a block wants along the axis of the stack that holds it.
package enum Extent: Hashable, Sendable {
  case cells(Int)
  case share(Int)

  /// Divides `length`: first the fixed cells in order, then the rest by shares, what is left over
  /// one by one from the first.
  package static func divide(_ length: Int, among extents: [Extent]) -> [Int] {
    var left = max(0, length)
    var sizes = extents.map { extent -> Int in
      guard case .cells(let wanted) = extent else { return 0 }
      let given = min(max(0, wanted), left)
      left -= given
      return given
    }
    let shares = extents.map { if case .share(let share) = $0 { max(0, share) } else { 0 } }
    let total = shares.reduce(0, +)
    guard total > 0 else { return sizes }
    var spare = left - shares.reduce(0) { $0 + left * $1 / total }
    for (index, share) in shares.enumerated() where share > 0 {
      sizes[index] = left * share / total + (spare > 0 ? 1 : 0)
      spare -= 1
    }
    return sizes
  }
}
