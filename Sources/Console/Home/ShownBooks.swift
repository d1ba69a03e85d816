import Patrol
import Synchronization
import Terminal

/// What the panes of the two books show, looked for once a frame.
struct ShownBooks {
  let patrols: [PatrolRow]
  let inspections: [LedgerPage]
  /// Which of them are chosen, and those pages.
  let patrolAt: Int
  let inspectionAt: Int
  let patrol: PageLines?
  let inspection: PageLines?

  init(_ screen: HomeScreen, _ world: World) {
    let (patrols, inspections) = (screen.patrolRows(in: world), screen.inspectionRows(in: world))
    patrolAt = min(screen.chosen[.patrols] ?? 0, max(0, patrols.count - 1))
    inspectionAt = min(screen.chosen[.inspections] ?? 0, max(0, inspections.count - 1))
    if patrols.indices.contains(patrolAt), case .page(let page) = patrols[patrolAt] {
      patrol = PageLines(page, world)
    } else {
      patrol = nil
    }
    inspection =
      inspections.indices.contains(inspectionAt)
      ? PageLines(inspections[inspectionAt], world) : nil
    (self.patrols, self.inspections) = (patrols, inspections)
  }
}

/// The page under a cursor as lines, made once for a width.
///
/// A frame asks twice: to divide the window by their number, and to draw them.
final class PageLines: Sendable {
  let page: LedgerPage
  private let world: World
  private let made = Mutex<(width: Int, lines: [Line])?>(nil)

  init(_ page: LedgerPage, _ world: World) { (self.page, self.world) = (page, world) }

  func lines(width: Int) -> [Line] {
    made.withLock { made in
      if let made, made.width == width { return made.lines }
      let lines = PageText(page: page, world: world).lines(width: width)
      made = (width, lines)
      return lines
    }
  }
}
