import Terminal

/// How the window is divided; nobody else counts its lines.
extension World {
  /// The smallest window with room for every screen.
  private static let least = Size(60, 16)

  var isTooSmall: Bool { size.width < Self.least.width || size.height < Self.least.height }

  /// What screens have of the window: all but the message and the hints.
  private var room: Rect { Rect(width: size.width, height: size.height - 1 - messageLines) }

  /// What a view shows of the list or text in it that one moves in.
  ///
  /// The view is drawn on a surface that nobody sees, so that no one has to know how it divides its area.
  func shown(by view: any Block, overlay: Size? = nil) -> Shown {
    guard !isTooSmall else { return .nothing }
    var surface = Surface(size)
    view.draw(in: overlay.map(room.centred) ?? room, on: &surface)
    return surface.shown ?? .nothing
  }

  func isTall(_ lines: Int) -> Bool { size.height >= lines }

  /// A part of the window's lines beside some that are given away, for a pane.
  ///
  /// A message does not change it: panes stay where they are when something is said.
  func share(_ part: Int, of whole: Int, beside lines: Int = 0, least: Int = 0) -> Int {
    max(least, (size.height - lines) * part / whole)
  }
}

extension Screen {
  /// What shows of the list or text that one moves in.
  func shown(in world: World) -> Shown { world.shown(by: view(in: world), overlay: overlay) }

  /// The same, for a step that needs it.
  func shown(for step: Step, in world: World) -> Shown? {
    step.isPage ? shown(in: world) : nil
  }

  func shown(for action: ListAction, in world: World) -> Shown? {
    if case .step(let step) = action { shown(for: step, in: world) } else { nil }
  }
}

extension PickList {
  /// The list over the screen that asks.
  func block(_ world: World, over screen: any Block, width: Int = 56) -> any Block {
    let size = Size(min(width, world.size.width - 4), min(18, world.size.height - 4))
    return Overlay(block(world), size: size, over: screen)
  }
}

extension Rect {
  /// Lines above, the middle, and lines below, for a list with heads and sums of its own.
  func divided(top: Int, bottom: Int) -> (top: Rect, middle: Rect, bottom: Rect) {
    let lines = max(0, height - top - bottom)
    return (
      Rect(x: x, y: y, width: width, height: top),
      Rect(x: x, y: y + top, width: width, height: lines),
      Rect(x: x, y: y + top + lines, width: width, height: bottom)
    )
  }
}

extension Rect {
  /// The lowest of its lines.
  var lastLine: Rect { line(height - 1) }
  /// So many of its lines, from the top.
  func lines(_ count: Int) -> Rect {
    Rect(x: x, y: y, width: width, height: max(0, min(height, count)))
  }
}
