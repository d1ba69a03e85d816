import Patrol
import Records
import Terminal
import Wording

/// Search over every book and register, as one types; the work goes on beside the keys.
struct SearchScreen: Screen {
  enum Action: Hashable {
    case up, down, pageUp, pageDown, open, back
    case edit(TextEdit)
  }

  static let title = ActionName.searchAll.phrase
  static let purpose = Phrase(
    "在全部簿册和台账里查找（情报除外）：姓名、拼音首字母、电话尾号、事由都行。打几个字，用方向键选，Enter 打开。",
    "在全部簿冊和臺賬裡查找（情報除外）：姓名、拼音首字母、電話尾號、事由都行。打幾個字，用方向鍵選，Enter 開啟。",
    "Looks through every book and register: a name, pinyin initials, a telephone's tail, a word. Type a little, choose with the arrows, Enter opens."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .open, hint: true),
      Binding(.up, does: .up, .up, hint: true),
      Binding(.down, does: .down, .down, hint: true),
      Binding(.escape, does: .back, .back, hint: true),
      Binding(.pageUp, does: .pageUp, .pageUp),
      Binding(.pageDown, does: .pageDown, .pageDown),
    ] + TextEdit.bindings { .edit($0) }

  var query: TextLine
  var hits: [SearchHit] = []
  var cursor = Cursor()
  var progress: (done: Int, of: Int)?

  init(_ text: String) { query = TextLine(text) }

  var isTyping: Bool { true }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character): return change(in: world) { $0.insert(String(character)) }
    case .paste(let text): return change(in: world) { $0.insert(text.replacing("\n", with: " ")) }
    case .action(let action): return act(action, in: world)
    case .progress(.running(let done, let of)): progress = (done, of)
    case .progress(.brought(let found as Found)):
      (hits, progress) = (found.hits, nil)
      return found.unread.prefix(1).map { .complain($0) }
    case .progress(.failed(let notice)): return [.complain(notice)]
    case .progress, .outcome, .tick: break
    }
    return []
  }

  /// Searches again for every letter; the search before gives way (`Lane.searching`).
  private mutating func change(in world: World, _ edit: (inout TextLine) -> Void) -> [Effect] {
    let before = query.text
    edit(&query)
    guard query.text != before else { return [] }
    (hits, progress) = ([], nil)
    cursor.reset()
    return query.text.trimmingBlanks().isEmpty
      ? [.stop(.searching)] : [.start(.search(query.text, in: world.language))]
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    switch action {
    case .up: move(.up, in: world)
    case .down: move(.down, in: world)
    case .pageUp: move(.pageUp, in: world)
    case .pageDown: move(.pageDown, in: world)
    case .edit(let edit): return change(in: world, edit.change)
    case .back: return [.stop(.searching), .close]
    case .open:
      guard hits.indices.contains(cursor.index) else { return [.say(empty)] }
      return open(hits[cursor.index], in: world)
    }
    return []
  }

  private mutating func move(_ step: Step, in world: World) {
    cursor.move(step, count: hits.count, shown: shown(for: step, in: world))
  }

  private func open(_ hit: SearchHit, in world: World) -> [Effect] {
    switch hit.place {
    case .page(let id, let day): return [.open(.page(id), on: day)]
    case .team(let code): return [.open(.registers(.members, scope: .team(code)))]
    case .record(let kind, let code): return [.open(.showing(kind, code, in: world))]
    }
  }

  /// What stands where there is nothing to choose.
  private var empty: Phrase {
    if query.text.isEmpty {
      return Phrase(
        "姓名、拼音首字母、电话尾号，或任何写过的字。", "姓名、拼音首字母、電話尾號，或任何寫過的字。",
        "A name, pinyin initials, a phone's tail, or any words ever written.")
    }
    return progress == nil
      ? Phrase(
        "没有找到。情报不在查找之列，见 4。", "沒有找到。情報不在查找之列，見 4。",
        "Nothing found. Intelligence is not searched: see 4.") : Phrase("正在查找", "正在查找", "Searching")
  }

  func view(in world: World) -> any Block {
    let (hits, at) = (hits, cursor.index)
    var note = Phrase.count(hits.count)[world.language]
    if let progress { note = "\(progress.done)/\(progress.of)" }
    let empty = empty
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(ActionName.searchAll.phrase[world.language], .titleFocus), note: Line(note, .dim),
        isFocused: true,
        glyphs: world.glyphs
      ) {
        QueryLine(text: query, notes: CodePoint.notes(query.text, world.probe))
        Table(
          [.init("", .share(2)), .init("", .share(3))], count: hits.count,
          selected: hits.isEmpty ? nil : at, isFocused: false, isMoved: true, hasHeading: false,
          empty: empty[world.language]
        ) { [Line(hits[$0].title), Line(hits[$0].excerpt, .dim)] }
      }
    }
  }
}
