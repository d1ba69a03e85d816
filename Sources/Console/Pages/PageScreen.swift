import Patrol
import Records
import Terminal
import Wording

/// One page whole, as it prints, with what was struck out and by whom; from it one leafs through the book.
struct PageScreen: Screen {
  enum Action: Hashable {
    case step(Step), correct, void, sign, refuse, hands, back
    case next, previous, list, nextUnsigned, previousUnsigned, number
    case deleteBack, clear
  }

  static let title = Phrase("一页记录", "一頁記錄", "A page")
  static let purpose = Phrase(
    "簿上的一页，写上就不能改动。有误按 F4 更正，原文划去仍可读；待签的按 F8 签字；[ ] 翻到本簿前后页。",
    "簿上的一頁，寫上就不能改動。有誤按 F4 更正，原文劃去仍可讀；待簽的按 F8 簽字；[ ] 翻到本簿前後頁。",
    "One page of a book; what is written stays. F4 corrects it, the old wording struck out and readable; F8 signs what waits for a signature; [ and ] turn to the pages before and after."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.character("]"), .character("n"), does: .next, .nextInBook, hint: true),
      Binding(.character("["), .character("p"), does: .previous, .previousInBook, hint: true),
      Binding(.f(5), .character("l"), does: .list, .bookList),
      Binding(.f(4), .character("e"), does: .correct, .correct, hint: true),
      Binding(.f(8), .character("s"), does: .sign, .sign, hint: true),
      Binding(.f(7), .character("/"), .character("#"), does: .number, .pageNumber, hint: true),
      Binding(.delete, .character("x"), does: .void, .void, hint: true),
      Binding(.enter, does: .hands, .fingerprints, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
      Binding(.tab, does: .nextUnsigned, .nextUnsigned, hint: true),
      Binding(.backTab, does: .previousUnsigned, .previousUnsigned),
      Binding(.f(6), does: .refuse, .refuse),
      Binding(.backspace, does: .deleteBack, .deleteBack),
      Binding(.control("u"), does: .clear, .clear),
    ] + Binding<Action>.steps { .step($0) }

  /// The entry that is shown: of a correction or a signature, the one it is about.
  private(set) var id: PageID
  private var scroll = Scroll()
  /// Whether each signature is shown with its key's fingerprint and what entitles to it.
  private var showsHands = false
  /// Where it stands in its book; nil until that is known.
  private var place: LeafFound?
  /// What was asked for, until it is there.
  private var asked: Leaf?
  /// The number that is being typed.
  private var typed: TextLine?

  init(id: PageID) { self.id = id }

  var isTyping: Bool { typed != nil }
  /// Where it stands is asked for as soon as it is open.
  var request: Effect { .perform(.leaf(.this(id))) }

  /// A page that does not count, or that nobody can tell of, is only read; there is no way on from the
  /// book's ends.
  func hints(in world: World) -> [KeyLine] {
    if typed != nil {
      return [KeyLine(keys: [.enter], name: .pageNumber, isHint: true)]
        + keyLines.filter { $0.name == .back }
    }
    let isRead = world.ledger?.entry(with: id)?.isSound == false
    let unsigned = isRead ? [] : unsigned(in: world)
    return keyLines.filter { line in
      switch line.name {
      case .correct, .sign, .void: !isRead
      case .nextInBook: place?.hasNext ?? true
      case .previousInBook: place?.hasPrevious ?? true
      case .pageNumber: place.map { $0.hasNext || $0.hasPrevious } ?? true
      case .nextUnsigned: unsigned.contains { $0.page != id }
      default: true
      }
    }
  }

  /// Shows another page, whose day the desk knows.
  mutating func show(_ page: PageID) {
    (id, scroll, place, asked, typed) = (page, Scroll(), nil, nil, nil)
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character):
      if let digit = Key.character(character).halfWidthDigit { typed?.insert(String(digit)) }
    case .paste(let text):
      typed?.insert(String(text.compactMap { Key.character($0).halfWidthDigit }))
    case .action(let action): return typed == nil ? act(action, in: world) : type(action)
    case .outcome(let outcome): return receive(outcome)
    case .progress, .tick: break
    }
    return []
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .hands: showsHands.toggle()
    case .step(let step): return move(step, in: world)
    case .correct: return entry(in: world).map { [.turnTo(.correction($0))] } ?? []
    case .void: return entry(in: world).map { [.turnTo(.void($0))] } ?? []
    case .sign: return sign(in: world)
    case .refuse:
      let entry = world.ledger?.entry(with: id)
      return entry?.missing == .inspected
        ? [.open(.refusal(entry?.page.id ?? id))] : [.say(.onlyTheyRefuse)]
    case .next: return ask(.next(id))
    case .previous: return ask(.previous(id))
    case .list:
      guard let kind = world.snapshot.kinds.page(in: id.book.kind) else { return [] }
      return [.open(.book(kind, of: id.book, at: id))]
    case .nextUnsigned: return goToUnsigned(isForward: true, in: world)
    case .previousUnsigned: return goToUnsigned(isForward: false, in: world)
    case .number: typed = TextLine()
    case .back: return [.close]
    case .deleteBack, .clear: break
    }
    return []
  }

  /// Moves in the text; a page further from its end is the next page of the book.
  private mutating func move(_ step: Step, in world: World) -> [Effect] {
    let shown = shown(in: world)
    switch step {
    case .pageDown where shown.first >= shown.last: return ask(.next(id))
    case .pageUp where shown.first == 0: return ask(.previous(id))
    default: scroll.move(step, shown)
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

  // MARK: Leafing

  private mutating func ask(_ leaf: Leaf) -> [Effect] {
    asked = leaf
    return [.perform(.leaf(leaf))]
  }

  private mutating func receive(_ outcome: Outcome) -> [Effect] {
    defer { asked = nil }
    switch outcome {
    case .failed(let notice, _): return [.complain(notice)]
    case .unchanged: return asked.map { [.say($0.nothingThere)] } ?? []
    case .done(let done):
      guard let found = done.answer as? LeafFound else { return done.saying }
      if found.page != id { scroll = Scroll() }
      (id, place) = (found.page, found)
      return [.lookAt(found.day)]
    }
  }

  /// What waits for somebody, in the order of its days.
  private func unsigned(in world: World) -> [Waiting] {
    world.waiting.filter { $0.page.book.kind == id.book.kind }.sorted { $0.place < $1.place }
  }

  private mutating func goToUnsigned(isForward: Bool, in world: World) -> [Effect] {
    let all = unsigned(in: world)
    let day = world.ledger?.entry(with: id)?.day ?? world.day
    let here = Waiting.Place(day, id)
    let found = isForward ? all.first { here < $0.place } : all.last { $0.place < here }
    guard let found else {
      return [
        .say(
          isForward
            ? Phrase("后面没有待签的了。", "後面沒有待簽的了。", "Nothing further on waits for a signature.")
            : Phrase("前面没有待签的了。", "前面沒有待簽的了。", "Nothing before waits for a signature."))
      ]
    }
    return ask(.this(found.page))
  }

  /// The keys while a number is typed.
  private mutating func type(_ action: Action) -> [Effect] {
    switch action {
    case .deleteBack: typed?.deleteBack()
    case .clear: typed?.clear()
    case .back: typed = nil
    case .hands:
      guard let number = wholeNumber(typed?.text ?? "", in: 1...9_999_999) else {
        return [.say(Phrase("键入页号，如 55。", "鍵入頁號，如 55。", "Type the number of a page, such as 55."))]
      }
      typed = nil
      return ask(.number(number, of: id.book, id.year))
    default: break
    }
    return []
  }

  // MARK: View

  func view(in world: World) -> any Block {
    let book = world.snapshot.kinds.page(in: id.book.kind)?.layout.title ?? .patrolBook
    let more = world.glyphs.more
    let owner = world.snapshot.side(id.book.owner)?.name ?? id.book.owner
    let (id, top, showsHands, typed) = (id, scroll.top, showsHands, typed)
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line("\(book[world.language]) \(more) \(owner) \(more) \(id.year)", .titleFocus),
        note: Line("№\(id.number)", .bold), isFocused: true, glyphs: world.glyphs
      ) {
        if let typed { QueryLine(text: typed, notes: "", mark: " № ") }
        PageBlock(id: id, top: top, showsHands: showsHands, keepsCaret: typed != nil, world: world)
      }
    }
  }
}
