import Patrol
import Terminal
import Wording

/// What can be done from anywhere.
///
/// `cancel` (`C-c`) and `quit` both go back like `Esc`; on the first screen `quit` leaves at once,
/// `cancel` when it is pressed again. Drafts that would be lost make both ask.
package enum GlobalAction: String, CaseIterable, Hashable, Sendable {
  case help, palette, recordPatrol, todayList, searchAll, redraw, cancel, quit, suspend
  case language, theme, officer, newTeam
  case registers, roster, undoRegister, redoRegister, eraseDue, settings
  case recordInspection, waiting, keys, closeDay, verify
  case lock
  case force, patrols, inspections, handovers, goals, intelligence, messages
  case newPrompt, newLookout
  /// A screen that is drawn and not built.
  case reports
  case pageSeenBefore, pageSeenAfter
  case firstSteps, guide

  /// What works while the console asks who is there.
  var worksWithoutDirectory: Bool {
    worksLocked || [.palette, .language, .suspend, .firstSteps].contains(self)
  }

  var worksLocked: Bool { [.help, .redraw, .cancel, .quit].contains(self) }
}

/// The keys that are the same everywhere; a screen's own keys come first.
package enum GlobalKeys {
  package static let title = Phrase("各处通用", "各處通用", "Everywhere")

  package static let all: [Binding<GlobalAction>] = [
    Binding(.f(2), does: .recordPatrol, .recordPatrol, hint: true),
    Binding(.f(3), does: .recordInspection, .recordInspection, hint: true),
    Binding(.f(8), does: .waiting, .waiting),
    Binding(.control("p"), .character(":"), does: .palette, .palette, hint: true),
    Binding(.f(1), .character("?"), does: .help, .help, hint: true),
    Binding(.character("0"), does: .todayList, .todayList),
    Binding(.character("1"), does: .force, .forcePane),
    Binding(.character("2"), does: .patrols, .patrolPane),
    Binding(.character("3"), does: .inspections, .inspectionPane),
    Binding(.character("4"), does: .intelligence, .intelligence),
    Binding(.character("5"), does: .messages, .messages),
    Binding(.character("6"), does: .goals, .goals),
    Binding(.control("t"), does: .handovers, .handovers),
    Binding(.character("7"), does: .registers, .registers),
    Binding(.character("8"), does: .roster, .roster),
    Binding(.character("9"), does: .reports, .reports),
    Binding(.control("z"), does: .undoRegister, .undoRegister),
    Binding(.control("y"), does: .redoRegister, .redoRegister),
    Binding(.control("f"), does: .searchAll, .searchAll),
    Binding(.f(12), does: .lock, .lock),
    Binding(
      .modified(.alt, .left), .control("b"), does: .pageSeenBefore, .pageSeenBefore),
    Binding(
      .modified(.alt, .right), .control("n"), does: .pageSeenAfter, .pageSeenAfter),
    Binding(.control("g"), does: .guide, .guide),
    Binding(.control("l"), does: .redraw, .redraw),
    Binding(.control("c"), does: .cancel, .cancel),
    Binding(.control("q"), .character("q"), does: .quit, .quit),
  ]

  /// Those that do something now.
  ///
  /// - Parameter isAsking: whether the console asks who is there.
  static func working(isAsking: Bool) -> [Binding<GlobalAction>] {
    all.filter { !isAsking || $0.action.worksLocked }
  }

  /// Actions without a key of their own: in the palette, by name.
  package static let unkeyed: [(action: GlobalAction, name: ActionName)] = [
    (.keys, .keys), (.closeDay, .closeDay), (.verify, .verify), (.language, .language),
    (.theme, .theme), (.officer, .officer), (.newTeam, .newTeam),
    (.newPrompt, .newPrompt), (.newLookout, .newLookout), (.firstSteps, .firstSteps),
    (.settings, .settings), (.eraseDue, .eraseDue),
    (.suspend, .suspend),
  ]

  /// Kinds of page that one of these keys begins, by name.
  static let pages: Set<String> = [PatrolEntry.kind, Inspection.kind]

  static func action(_ key: Key, isTyping: Bool) -> GlobalAction? {
    if case .character = key, isTyping { return nil }
    return all.first { $0.keys.contains(key) || $0.keys.contains(key.halfWidth) }?.action
  }
}
