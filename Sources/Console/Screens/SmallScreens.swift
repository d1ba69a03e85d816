import Patrol
import Records
import Terminal
import Wording

/// Asks for a date and goes there.
struct GoToDayScreen: Screen {
  enum Action: Hashable { case open, deleteBack, clear, back }

  static let title = ActionName.toDay.phrase
  static let purpose = Phrase(
    "去看某一天的簿。打日期，如 11-24、-1、昨天，按 Enter。",
    "去看某一天的簿。打日期，如 11-24、-1、昨天，按 Enter。",
    "Goes to the books of a day. Type it as 11-24 or -1 and press Enter.")
  static let keys: [Binding<Action>] = [
    Binding(.enter, does: .open, .toDay, hint: true),
    Binding(.escape, does: .back, .back, hint: true),
    Binding(.backspace, does: .deleteBack, .deleteBack),
    Binding(.control("u"), does: .clear, .clear),
  ]

  var line = TextLine()

  var isTyping: Bool { true }
  var overlay: Size? { Size(44, 5) }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .text(let character): line.insert(String(character))
    case .paste(let text): line.insert(text)
    case .action(.deleteBack): line.deleteBack()
    case .action(.clear): line.clear()
    case .action(.back): return [.close]
    case .action(.open):
      let shorthand = Shorthand(
        now: world.now.moment, station: world.snapshot.station, codes: world.codes, day: world.day,
        from: nil)
      guard let day = shorthand.day(line.text) else {
        return [
          .say(
            Phrase(
              "没有“\(line.text)”这一天；如 11-24、-1、昨天。", "沒有「\(line.text)」這一天；如 11-24、-1、昨天。",
              "“\(line.text)” is no date; type 11-24 or -1."))
        ]
      }
      return [.close, .showDay(day)]
    case .outcome, .progress, .tick: break
    }
    return []
  }

  func view(in world: World) -> any Block {
    let line = line
    return Panel(
      Line(Self.title.self[world.language], .titleFocus), isFocused: true, glyphs: world.glyphs,
      role: .popup,
      border: .popupBorder
    ) {
      QueryLine(text: line, notes: "")
      Lines(
        Line([]),
        Line(
          " "
            + Phrase("如 11-24、-1（前一天）、昨天", "如 11-24、-1（前一天）、昨天", "e.g. 11-24, -1 for yesterday")[
              world.language], .dim))
    }
  }
}
