import Patrol
import Records
import Terminal
import Wording

/// Where in the console one can be: history, links and help name places, not screens.
package enum Place: Hashable, Sendable {
  case home
  /// What a new station does first; whose it is; what its county decided; its units, teams or people line by
  /// line.
  case firstSteps, founding, floors
  case lines(RegisterKind)
  /// `from`: when a patrol that is back went out, which also says the day where none is given.
  case patrolForm(team: String?, day: Day?, from: Moment?)
  /// Patrols told over the telephone, one line each.
  case phone
  /// `settles`: the page of the same book whose problem is looked at again.
  case inspectionForm(team: String?, settles: PageID? = nil)
  /// The form of any other kind of page.
  case pageForm(PageKind)
  /// The pages of a kind, or of one book, month by month; beginning on one of them.
  case book(PageKind, of: BookID? = nil, at: PageID? = nil)
  /// The inspected side does not sign (R22); a review is the station's answer to that.
  case refusal(PageID)
  case review(PageID)
  /// Who signs for a team's leader on a day.
  case deputy(team: String)
  case sign(SigningTask)
  case waiting
  /// What waits for a person, by code.
  ///
  /// `only`: those of the pages that were marked.
  case countersign(String, only: Set<PageID>? = nil)
  case keys
  case secret(SecretTask)
  case verify
  case correction(PageID)
  case void(PageID)
  case page(PageID)
  /// A register's list: everything, or what is of a unit or team.
  case registers(RegisterKind, scope: Scope?)
  /// One record with its history.
  case record(RegisterKind, code: String)
  /// A record's fields: a new one without a code, begun with `scope` and the texts `given`.
  case recordForm(
    RegisterKind, code: String?, scope: Scope?, given: [String: String] = [:],
    at: String? = nil)
  case severalForm(RegisterKind, codes: [String])
  /// The form of a record that is to end today.
  case ending(RegisterKind, codes: [String])
  /// Asks why somebody looks at the record's personal data (P13).
  case reveal(RegisterKind, code: String)
  case merge(RegisterKind, code: String)
  /// Two records field by field, before the first takes the other's place.
  case merging(RegisterKind, code: String, into: String)
  case split(unit: String)
  /// The station's settings with what was changed of them.
  case settings
  case settingsForm(SettingsGroup)
  case importing(RegisterKind, scope: Scope?)
  /// Equipment against headcount, of everything or of a unit or team.
  case equipmentTotals(scope: Scope?)
  case roster(scope: Scope?, day: Day?)
  /// Which teams have entries on which days.
  case recordedDays(scope: Scope?, day: Day)
  /// Both books of a day, with a team chosen, beside the day that is worked on.
  case day(team: String)
  /// Marks a patrol as gone out (B2).
  case setOut(team: String)
  /// The goal board with what stands behind it, and the incidents behind one figure.
  case goals(unit: String?, at: GoalStop = .board)
  case cases(CaseChoice)
  /// What was reported, and the next step of some of it.
  case intelligence
  /// The same list, on one of its records.
  case leadInList(String)
  /// Messages that went out, and texts that came in; beginning at one of these.
  case messages
  case receivedTexts(at: String)
  /// Where the table for the 110 platform is written, and which is read.
  case exportTexts, receiveTexts
  /// One message with whom it went to, opened for something.
  case message(String, for: MessagePurpose = .reading)
  /// A new message, and what it would do before it is sent.
  case messageForm(MessageKind)
  case messageCheck(NewMessage)
  case extendLookout(String)
  /// Whose a received text is, or why it is no lead.
  case claimText(String)
  case putText(String)
  /// A message or a received text to its last word.
  case wholeText(WholeText)
  case lead([LeadItem.ID], LeadStage)
  /// Whom something reported is about: typed to be sealed, asked for, and opened.
  case annexForm(String, OpenedAnnex?)
  case annexWhy(String)
  case annex(OpenedAnnex)
  case today
  /// What becomes of findings: put off or accepted; of handovers, that they are done.
  case deciding([Finding.ID], settles: Bool)
  /// Two things that can't both stand, side by side.
  case compare(Compared)
  case search(String)
  case goToDay
  case help
  case palette
  case choose(Choosing)
  /// Whether the clock is right.
  case clock(ClockDoubt)
  /// Who is at the keyboard; `isAsked` where something waits to be written.
  case shift(isAsked: Bool)
}

/// What is picked from a short list: a setting, or the group of settings to be changed.
package enum Choosing: String, Hashable, Sendable {
  case language, theme, officer, settings
}

/// What a screen asks for.
///
/// All values: a test looks at them, the desk carries them out.
package enum Effect: Hashable, Sendable {
  /// The outcome comes back to this screen.
  case perform(Command)
  /// Progress comes back for as long as the screen is open.
  case start(Job)
  case stop(Lane)
  /// The place is about a day; about that of the screen that asks, without one.
  case open(Place, on: Day? = nil)
  /// Opens a place and presses a key there.
  case act(Place, Key)
  /// Closes the screen that asks, even if another lies on top by then.
  case close
  /// Closes this screen and then opens another.
  case turnTo(Place, on: Day? = nil)
  case say(Phrase)
  case complain(Notice)
  /// Keeps a draft; once it is kept, something may be said.
  case keepDraft(String, Draft, saying: Phrase? = nil)
  case dropDraft(String)
  /// Works on a day from now on: the first screen shows it, and what is begun is written into it.
  case showDay(Day)
  /// Turns the screen that asks to a day, and nothing else.
  case lookAt(Day)
  /// Shown at once, and kept as a like of the desk; so is a theme.
  case setLanguage(Language)
  case setTheme(String)
  case run(GlobalAction)
  /// As if the key were pressed on the screen below: what help and palette run.
  case press(Key)
}

extension Done {
  /// Its sentence for the message line.
  var saying: [Effect] { said.map { [.say($0)] } ?? [] }
}

/// What reaches a screen.
package enum Event<Action: Sendable>: Sendable {
  case action(Action)
  /// Comes only while the screen is typing.
  case text(Character)
  /// Comes at any time: a screen that takes no text ignores it.
  case paste(String)
  case outcome(Outcome)
  case progress(Progress)
  /// A second went by.
  case tick
}

/// One key or several, what they do, and what that is called.
///
/// The first key is the one that hints show and the palette presses. At least one is no letter:
/// with an input method on, letters never arrive.
package struct Binding<Action: Sendable>: Sendable {
  package let keys: [Key]
  package let action: Action
  package let name: ActionName
  /// Whether the hint bar shows it.
  package let isHint: Bool

  init(_ keys: Key..., does action: Action, _ name: ActionName, hint: Bool = false) {
    (self.keys, self.action, self.name, isHint) = (keys, action, name, hint)
  }

  package var plain: KeyLine { KeyLine(keys: keys, name: name, isHint: isHint) }
}

/// A line of the key table without its action: for hint bar, help, palette and docs.
package struct KeyLine: Hashable, Sendable {
  package let keys: [Key]
  package let name: ActionName
  package let isHint: Bool
}

extension KeyLine {
  /// The same keys where what they do has a name of its own.
  func called(_ name: ActionName) -> KeyLine { KeyLine(keys: keys, name: name, isHint: isHint) }

  /// What is left of it where characters are text; nil where nothing is.
  var whileTyping: KeyLine? {
    let keys = keys.filter { if case .character = $0 { false } else { true } }
    return keys.isEmpty ? nil : KeyLine(keys: keys, name: name, isHint: isHint)
  }
}

/// One screen: its keys, its update, its view; all plain functions of values.
package protocol Screen: Sendable {
  associatedtype Action: Sendable
  static var keys: [Binding<Action>] { get }
  /// What help calls this place.
  static var title: Phrase { get }
  /// What this place is for and what to do next, in a few sentences.
  static var purpose: Phrase { get }
  /// As it is called now: a form by what it records.
  var title: Phrase { get }
  /// Whether characters are text now and not commands.
  var isTyping: Bool { get }
  /// Whether one goes on from here to record a patrol or an inspection.
  var leadsToRecording: Bool { get }
  /// Whether the screen is drawn over the one below it, and how large.
  var overlay: Size? { get }
  /// The effects of a key, or nil when the screen has no use for it: a screen made of several hands it on.
  mutating func press(_ key: Key, in world: World) -> [Effect]?
  /// The only place where a screen changes; what needs disk or terminal goes out as an effect.
  mutating func update(_ event: Event<Action>, in world: World) -> [Effect]
  /// Drawn for every frame, and to measure what shows (`shown(in:)`): it depends on values alone.
  func view(in world: World) -> any Block
  /// What goes with the screen when it is left by `quit` and not by its own key; nil where nothing does.
  var wouldLose: Phrase? { get }
  /// The keys that do something now, for the hint bar.
  func hints(in world: World) -> [KeyLine]
  /// Pages were saved, by this screen or another: a list moves its cursor there.
  mutating func note(saved pages: [PageID], in world: World) -> [Effect]
  /// Records of the registers were changed: by this screen, a form over it, or another.
  mutating func note(_ news: RegisterNews, in world: World)
}

/// What was done in the registers.
package enum RegisterNews: Hashable, Sendable {
  case saved(SavedRecord)
  case done(StepSummary)
  /// A message went out, was made longer or was stood down.
  case message(String)

  init?(_ outcome: Outcome) {
    if let saved = outcome.answer(SavedRecord.self) {
      self = .saved(saved)
    } else if let step = outcome.answer(StepSummary.self) {
      self = .done(step)
    } else if let sent = outcome.answer(SentMessage.self) {
      self = .message(sent.code)
    } else {
      return nil
    }
  }
}

extension Screen {
  package var isTyping: Bool { false }
  package var leadsToRecording: Bool { false }
  package var overlay: Size? { nil }
  package var wouldLose: Phrase? { nil }
  package static var keyLines: [KeyLine] { keys.map(\.plain) }
  package var keyLines: [KeyLine] { Self.keyLines }
  package var title: Phrase { Self.title }
  package var purpose: Phrase { Self.purpose }
  package func hints(in world: World) -> [KeyLine] { keyLines }
  package mutating func note(saved pages: [PageID], in world: World) -> [Effect] { [] }
  package mutating func note(_ news: RegisterNews, in world: World) {}

  package mutating func press(_ key: Key, in world: World) -> [Effect]? { pressed(key, in: world) }

  /// What a key does by the screen's bindings; nil where it has none.
  mutating func pressed(_ key: Key, in world: World) -> [Effect]? {
    if let action = Self.action(key, isTyping: isTyping) {
      return update(.action(action), in: world)
    }
    guard isTyping, case .character(let character) = key else { return nil }
    return update(.text(character), in: world)
  }

  /// Full-width characters count as their halves: an input method may be on.
  private static func action(_ key: Key, isTyping: Bool) -> Action? {
    if case .character = key {
      guard !isTyping else { return nil }
      return keys.first { $0.keys.contains(key) || $0.keys.contains(key.halfWidth) }?.action
    }
    return keys.first { $0.keys.contains(key) }?.action
  }

  package mutating func receive(_ outcome: Outcome, in world: World) -> [Effect] {
    update(.outcome(outcome), in: world)
  }
  package mutating func receive(_ progress: Progress, in world: World) -> [Effect] {
    update(.progress(progress), in: world)
  }
  package mutating func paste(_ text: String, in world: World) -> [Effect] {
    update(.paste(text), in: world)
  }
  package mutating func tick(in world: World) -> [Effect] { update(.tick, in: world) }
}
