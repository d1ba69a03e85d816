import Patrol
import Records
import Terminal
import Wording

/// One page whole, as it prints, with what was struck out and by whom.
struct PageScreen: Screen {
  enum Action: Hashable {
    case up, down, pageUp, pageDown, first, correct, void, sign, refuse, hands, back
  }

  static let title = Phrase("一页记录", "一頁記錄", "A page")
  static let purpose = Phrase(
    "簿上的一页，写上就不能改动。有误按 F4 更正，原文划去仍可读；待签的按 F8 签字。",
    "簿上的一頁，寫上就不能改動。有誤按 F4 更正，原文劃去仍可讀；待簽的按 F8 簽字。",
    "One page of a book; what is written stays. F4 corrects it, the old wording struck out and readable; F8 signs what waits for a signature."
  )
  static let keys: [Binding<Action>] = [
    Binding(.f(4), .character("e"), does: .correct, .correct, hint: true),
    Binding(.f(8), .character("s"), does: .sign, .sign, hint: true),
    Binding(.delete, .character("x"), does: .void, .void, hint: true),
    Binding(.enter, does: .hands, .fingerprints, hint: true),
    Binding(.escape, .left, does: .back, .back, hint: true),
    Binding(.f(6), does: .refuse, .refuse),
    Binding(.up, .character("k"), does: .up, .up),
    Binding(.down, .character("j"), does: .down, .down),
    Binding(.pageUp, does: .pageUp, .pageUp),
    Binding(.pageDown, does: .pageDown, .pageDown),
    Binding(.home, does: .first, .first),
  ]

  /// Of a correction or a signature, the entry it is about is shown.
  let id: PageID
  private var scroll = Scroll()
  /// Whether each signature is shown with its key's fingerprint and what entitles to it.
  private var showsHands = false

  init(id: PageID) { self.id = id }

  /// A page that does not count, or that nobody can tell of, is only read.
  func hints(in world: World) -> [KeyLine] {
    guard world.ledger?.entry(with: id)?.isSound == false else { return keyLines }
    return keyLines.filter { ![.correct, .sign, .void].contains($0.name) }
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    switch action {
    case .hands: showsHands.toggle()
    case .up: scroll.move(.up, shown(in: world))
    case .down: scroll.move(.down, shown(in: world))
    case .pageUp: scroll.move(.pageUp, shown(in: world))
    case .pageDown: scroll.move(.pageDown, shown(in: world))
    case .first: scroll.move(.first, shown(in: world))
    case .correct: return entry(in: world).map { [.turnTo(.correction($0))] } ?? []
    case .void: return entry(in: world).map { [.turnTo(.void($0))] } ?? []
    case .sign: return sign(in: world)
    case .refuse:
      let entry = world.ledger?.entry(with: id)
      return entry?.missing == .inspected
        ? [.open(.refusal(entry?.page.id ?? id))] : [.say(.onlyTheyRefuse)]
    case .back: return [.close]
    }
    return []
  }

  private func entry(in world: World) -> PageID? { world.ledger?.entry(with: id)?.page.id }

  private func sign(in world: World) -> [Effect] {
    guard let page = world.ledger?.entry(with: id) else { return [] }
    let id = page.page.id
    guard page.isSound else { return [.complain(SigningRefusal.notSound(id.number).notice)] }
    if page.missing == .reviewer { return [.open(.review(id))] }
    guard SigningTask.page(id).turn(in: world) != nil else {
      return [.say(Phrase("这一页没有待签的。", "這一頁沒有待簽的。", "Nothing is unsigned on this page."))]
    }
    return [.open(.sign(.page(id)))]
  }

  func view(in world: World) -> any Block {
    let book = world.snapshot.kinds.page(in: id.book.kind)?.layout.title ?? .patrolBook
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(
          "\(book[world.language]) \(world.glyphs.more) \(world.snapshot.team(id.book.owner)?.name ?? id.book.owner) \(world.glyphs.more) \(id.year)",
          .titleFocus),
        note: Line("№\(id.number)", .bold), isFocused: true, glyphs: world.glyphs
      ) {
        PageBlock(id: id, top: scroll.top, showsHands: showsHands, world: world)
      }
    }
  }
}

/// The entry of a page, once its day was read.
struct PageBlock: Block {
  let id: PageID
  let top: Int
  var showsHands = false
  let world: World

  func draw(in area: Rect, on surface: inout Surface) {
    let room = area.inset(2, 0)
    guard let page = world.ledger?.entry(with: id) else {
      surface.caret = Point(room.x, room.y)
      surface.write(Phrase.reading[world.language], in: room, role: .dim)
      return
    }
    let lines = PageText(page: page, world: world, showsHands: showsHands)
      .lines(width: min(room.width, 96))
    ReadLines(top: top, lines: lines).draw(in: room, on: &surface)
    surface.caret = Point(room.x, room.y)
  }
}
