import Patrol
import Records
import Terminal
import Wording

/// Asks whether a clock is right that lies far from the newest record: nothing is written before.
///
/// The answer has a key that nobody presses in passing.
struct ClockScreen: Screen {
  enum Action: Hashable { case isRight, back }

  static let title = Phrase("核对日期", "核對日期", "The date")
  static let purpose = Phrase(
    "本机的日期和最近的记录差得太远，写错日期收不回来。日期无误按 F9；不对按 Esc，先把本机日期改好。",
    "本機的日期和最近的記錄差得太遠，寫錯日期收不回來。日期無誤按 F9；不對按 Esc，先把本機日期改好。",
    "This machine's date lies far from the newest record, and what is recorded under a wrong date can't be taken back. F9 if it is right; else Esc, and set the date first."
  )
  static let keys: [Binding<Action>] = [
    Binding(.f(9), does: .isRight, .clockIsRight, hint: true),
    Binding(.escape, .left, does: .back, .back, hint: true),
  ]

  let doubt: ClockDoubt

  var overlay: Size? { Size(60, 9) }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(.isRight): [.perform(.trustClock)]
    case .action(.back): [.close]
    case .outcome(.failed(let notice, _)): [.complain(notice)]
    case .outcome: [.close, .say(Self.goOn)]
    case .text, .paste, .progress, .tick: []
    }
  }

  private static let goOn = Phrase("可以办理了。", "可以辦理了。", "You can go on.")

  private static let advice = Phrase(
    "日期有误时记下的页不能撤回。请先核对：无误按 F9；有误按 Esc，改正本机日期后再记录。",
    "日期有誤時記下的頁不能撤回。請先核對：無誤按 F9；有誤按 Esc，改正本機日期後再記錄。",
    "What is recorded under a wrong date can't be taken back. If it is right press F9; if not, Esc, and set this machine's date first."
  )

  func view(in world: World) -> any Block {
    let width = 54
    let lines =
      LineBreak.lines(doubt.happened[world.language], width: width).map { ($0, Role.warning) }
      + LineBreak.lines(Self.advice[world.language], width: width).map { ($0, Role.popup) }
    return Panel(
      Line(Self.title[world.language], .titleFocus), isFocused: true, glyphs: world.glyphs,
      role: .popup, border: .popupBorder
    ) {
      PaddedLines(lines: lines.map { Line($0.0, $0.1) })
    }
  }
}
