import Patrol
import Records
import Terminal
import Wording

/// Whose every word is shown.
package enum WholeText: Hashable, Sendable {
  case message(String)
  case received(String)
}

/// A message or a received text to its last word; what nobody sees, or what would drive a terminal, is marked.
struct WholeTextScreen: Screen {
  enum Action: Hashable { case step(Step), open, put, back }

  static let title = ActionName.wholeText.phrase
  static let purpose = Phrase(
    "一条短信或收件的全文，上下翻看。看不见的字符和控制字符用码位标出，不起作用。收件按 Enter 认领或看去向，Del 不作情报。",
    "一條短信或收件的全文，上下翻看。看不見的字元和控制字元用碼位標出，不起作用。收件按 Enter 認領或看去向，Del 不作情報。",
    "All of a message or a received text, to be scrolled. What nobody sees and what would drive a terminal is marked by its number and does nothing. Enter claims a received text or shows where it went, Del says why it is no lead."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .settleText, hint: true),
      Binding(.delete, .character("x"), does: .put, .noLead, hint: true),
      Binding(.escape, .left, .f(3), does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  private let text: WholeText
  private var scroll = Scroll()

  init(_ text: WholeText) { self.text = text }

  private func received(in world: World) -> ReceivedText? {
    guard case .received(let code) = text else { return nil }
    return world.snapshot.messageBook.replies.first { $0.code == code }
  }

  func hints(in world: World) -> [KeyLine] {
    let received = received(in: world)
    return keyLines.filter { line in
      switch line.name {
      case .settleText: received?.waits == true || received?.lead != nil
      case .noLead: received?.waits == true
      default: true
      }
    }
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    switch action {
    case .step(let step): scroll.move(step, shown(in: world))
    case .back: return [.close]
    case .open:
      guard let received = received(in: world), received.waits || received.lead != nil else {
        return [.say(.nothingFollows)]
      }
      return received.opening.map(turning)
    case .put:
      guard let received = received(in: world), received.waits else {
        return [.say(.nothingFollows)]
      }
      return [.turnTo(.putText(received.code))]
    }
    return []
  }

  /// Back from there one is in the list.
  private func turning(_ effect: Effect) -> Effect {
    if case .open(let place, let day) = effect { .turnTo(place, on: day) } else { effect }
  }

  func view(in world: World) -> any Block {
    let (title, lines): (String, @Sendable (Int) -> [Line])
    switch text {
    case .message(let code):
      let book = world.snapshot.messageBook
      let shown = book.messages.first { $0.code == code }.map { MessageText($0, book, world) }
      (title, lines) = (code, { shown?.lines(width: $0) ?? [] })
    case .received(let code):
      let received = received(in: world)
      let shown = received.map { ReceivedLine($0, world) }
      (title, lines) = (code, { shown?.whole(width: $0) ?? [] })
    }
    return VStack {
      HeaderBar(world: world)
      Panel(Line("5 \(title)", .titleFocus), isFocused: true, glyphs: world.glyphs) {
        ScrolledLines(top: scroll.top, lines: lines)
      }
    }
  }
}

extension ReceivedLine {
  /// The same with all of a text whose beginning alone stands in its line.
  func whole(width: Int) -> [Line] { lines(width: width, words: text.whole) }
}

extension Phrase {
  fileprivate static let nothingFollows = Phrase(
    "这一条没有要处理的。", "這一條沒有要處理的。", "Nothing is to be done about it.")
}
