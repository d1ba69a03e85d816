import Patrol
import Records
import Terminal
import Wording

/// The entry of a page, once its day was read.
struct PageBlock: Block {
  let id: PageID
  let top: Int
  var showsHands = false
  /// Whether the caret stands elsewhere.
  var keepsCaret = false
  let world: World

  func draw(in area: Rect, on surface: inout Surface) {
    let room = area.inset(2, 0)
    guard let page = world.ledger?.entry(with: id) else {
      if !keepsCaret { surface.caret = Point(room.x, room.y) }
      surface.write(Phrase.reading[world.language], in: room, role: .dim)
      return
    }
    let lines = PageText(page: page, world: world, showsHands: showsHands)
      .lines(width: min(room.width, 96))
    ReadLines(top: top, lines: lines).draw(in: room, on: &surface)
    if !keepsCaret { surface.caret = Point(room.x, room.y) }
  }
}
