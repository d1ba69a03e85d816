import Patrol
import Records
import Terminal
import Wording

/// The day into which the next page is written, and its pages once they were read.
package struct WorkingDay: Sendable {
  package let day: Day
  package let ledger: DayLedger?
}

/// What every screen can see but not change.
package struct World: Sendable {
  package var language: Language
  package var snapshot: Snapshot
  /// The patrol day that the screen is about, and its pages once they were read.
  package var day: Day
  package var ledger: DayLedger?
  /// The day that is worked on: what is opened has its own, and leaves this one as it is.
  package private(set) var working: WorkingDay
  /// Another number with all that may have changed what stands in the books.
  var reading = 0
  package var findings: [Finding] { didSet { toDo = ToDo(findings) } }
  /// The same by the rules that find them.
  package private(set) var toDo: ToDo
  /// Whether there may be findings in what was not looked through yet.
  package var isStillLooking = false
  /// Inspections that wait for a signature or a review.
  package var waiting: [Waiting]
  /// Pages that tell something as intelligence.
  package var told: [ToldPage] = []
  /// Stands still while somebody types (`Desk.tick`): nothing may move beside an input method.
  package var now: Stamp
  package var probe = Probe()
  package var size: Size
  /// Lines of the message that stands above the hints: the screens have so many less.
  var messageLines = 0
  /// By name (`DraftName`), those of open forms included.
  package var drafts: [String: Draft]
  /// Drafts that could not be written: they last as long as the program.
  package var unkeptDrafts: Set<String> = []
  /// The record whose personal data somebody asked for, until it is left.
  package var revealed: Revealed?
  /// Whose hand is at the keyboard, and whose was before it was locked.
  package var shift: Shift {
    didSet { lastKeeper = shift.keeper ?? oldValue.keeper ?? lastKeeper }
  }
  package private(set) var lastKeeper: Named?
  /// Whether there is a data directory; without one there is nothing but the first steps.
  package var hasDirectory = true
  /// Where the data directory is, or will be.
  package var place = ""
  /// The pinyin of a name, a blank between syllables; "" where there is none.
  package var spelling: @Sendable (String) -> String = { _ in "" }
  /// Why a new PIN would be refused; nil for one that may be taken.
  package var secretFlaw: @Sendable (_ secret: Secret, _ known: [String]) -> Notice? = { _, _ in nil
  }
  /// Names in pinyin and English words: the bare Linux console has no Han.
  package var isLatinOnly = false

  package init(
    language: Language, snapshot: Snapshot, day: Day, ledger: DayLedger? = nil,
    findings: [Finding] = [], waiting: [Waiting] = [], now: Stamp, size: Size,
    drafts: [String: Draft] = [:]
  ) {
    (self.language, self.snapshot, self.day) = (language, snapshot, day)
    shift = snapshot.station.isDemo ? .open(snapshot.station.writer) : .closed
    (self.ledger, self.findings, self.now) = (ledger, findings, now)
    working = WorkingDay(day: day, ledger: ledger)
    self.waiting = waiting
    toDo = ToDo(findings)
    (self.size, self.drafts) = (size, drafts)
  }

  /// The same for a screen that has a day of its own.
  func on(_ day: Day, _ ledger: DayLedger?) -> World {
    var world = self
    (world.day, world.ledger) = (day, ledger)
    return world
  }

  /// Works on a day from now on.
  mutating func work(on day: Day, _ ledger: DayLedger?) {
    (self.day, self.ledger) = (day, ledger)
    working = WorkingDay(day: day, ledger: ledger)
  }

  /// Files of the registers and of the day's books that were not read, or not whole.
  var unread: [Notice] { snapshot.unread(beside: ledger) }

  /// Whether the shift was open here and is so no longer: whoever looks now need not be who typed.
  var isLocked: Bool { shift == .closed && lastKeeper != nil }

  /// Who is taken for the one that acts: who has opened the shift, else who is on duty.
  var officer: Named? { shift.keeper ?? snapshot.station.onDuty }

  package var glyphs: Glyphs { isLatinOnly ? .ascii : probe.glyphs }
  package var codes: CodeBook { snapshot.codes }
  /// The patrol day that is running: until the rollover in the morning still the one before.
  package var today: Day { snapshot.station.patrolDay(now.moment) }

  /// What is known when a page of the day that is shown is begun.
  var beginning: PageBeginning { PageBeginning(snapshot, day: day, now: now.moment) }

  func text(_ phrase: Phrase) -> String { phrase[language] }

  /// A day as a person says it: `11月24日 周二`.
  func dayName(_ day: Day) -> String {
    let weekday = Phrase.weekday(day.weekday)[language]
    return language == .en
      ? "\(weekday) \(day.monthAndDay)"
      : "\(day.month)月\(day.day)日 \(weekday)"
  }
}
