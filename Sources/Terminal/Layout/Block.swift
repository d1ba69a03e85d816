/// Something that can draw itself into a rectangle; a value without state or identity.
package protocol Block: Sendable {
  var width: Extent { get }
  var height: Extent { get }
  func draw(in area: Rect, on surface: inout Surface)
}

extension Block {
  package var width: Extent { .share(1) }
  package var height: Extent { .share(1) }

  package func width(_ extent: Extent) -> Sized {
    Sized(inner: self, width: extent, height: height)
  }
  package func height(_ extent: Extent) -> Sized {
    Sized(inner: self, width: width, height: extent)
  }
}

/// A block with another extent than its own.
package struct Sized: Block {
  let inner: any Block
  package let width, height: Extent
  package func draw(in area: Rect, on surface: inout Surface) { inner.draw(in: area, on: &surface) }
}

@resultBuilder
package enum BlockBuilder {
  package static func buildExpression(_ block: any Block) -> [any Block] { [block] }
  package static func buildBlock(_ parts: [any Block]...) -> [any Block] { parts.flatMap { $0 } }
  package static func buildOptional(_ part: [any Block]?) -> [any Block] { part ?? [] }
  package static func buildEither(first part: [any Block]) -> [any Block] { part }
  package static func buildEither(second part: [any Block]) -> [any Block] { part }
  package static func buildArray(_ parts: [[any Block]]) -> [any Block] { parts.flatMap { $0 } }
}

/// Blocks one below the other.
package struct VStack: Block {
  let parts: [any Block]
  package init(@BlockBuilder _ parts: () -> [any Block]) { self.parts = parts() }

  package func draw(in area: Rect, on surface: inout Surface) {
    var y = area.y
    for (part, height) in zip(parts, Extent.divide(area.height, among: parts.map(\.height))) {
      if height > 0 {
        part.draw(in: Rect(x: area.x, y: y, width: area.width, height: height), on: &surface)
      }
      y += height
    }
  }
}

/// Blocks side by side.
package struct HStack: Block {
  let parts: [any Block]
  package init(@BlockBuilder _ parts: () -> [any Block]) { self.parts = parts() }

  package var height: Extent {
    parts.allSatisfy { $0.height == .cells(1) } ? .cells(1) : .share(1)
  }

  package func draw(in area: Rect, on surface: inout Surface) {
    var x = area.x
    for (part, width) in zip(parts, Extent.divide(area.width, among: parts.map(\.width))) {
      if width > 0 {
        part.draw(in: Rect(x: x, y: area.y, width: width, height: area.height), on: &surface)
      }
      x += width
    }
  }
}

/// Room without anything in it.
package struct Spacer: Block {
  package init() {}
  package func draw(in area: Rect, on surface: inout Surface) {}
}
