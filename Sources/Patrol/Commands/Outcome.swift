import Records
import Wording

/// What came of a command.
package enum Outcome: Sendable {
  case done(Done)
  /// Nothing would have changed.
  case unchanged
  case failed(Notice, field: String?)

  /// The pages that were written.
  package var pages: [PageReference] { if case .done(let done) = self { done.pages } else { [] } }

  /// What was asked for, if that is of this type.
  package func answer<A: Answer>(_: A.Type) -> A? {
    if case .done(let done) = self { done.answer as? A } else { nil }
  }
}

/// What was done, in the words of the command that did it.
package struct Done: Sendable {
  /// The console's sentence; nil where nothing needs to be said.
  package let said: Phrase?
  /// The same for a command, where it says more than which pages it wrote.
  package let printed: Phrase?
  /// The pages that were written.
  package let pages: [PageReference]
  package let answer: (any Answer)?

  package init(
    _ said: Phrase? = nil, printed: Phrase? = nil, pages: [PageReference] = [],
    answer: (any Answer)? = nil
  ) {
    (self.said, self.printed, self.pages, self.answer) = (said, printed, pages, answer)
  }
}

/// What a command finds out for who asked, each a type of its own.
package protocol Answer: Sendable {}

/// An outcome with what the console sees from now on.
package struct Reply: Sendable {
  package let outcome: Outcome
  package let snapshot: Snapshot?
  package let ledger: DayLedger?
  package let findings: [Finding]?
  package let waiting: [Waiting]?
  /// Pages that tell something as intelligence.
  package let told: [ToldPage]?
  /// Whether registers and the books of all years were looked through for findings yet.
  package let isLookedThrough: Bool
  /// What could not be shown or followed up, though the outcome stands: what is saved is saved.
  package private(set) var trouble: Notice?
  /// Every draft of the forms that are not open, where any was changed elsewhere.
  package private(set) var drafts: [String: Draft]?
  /// What else came of it, in a sentence.
  package private(set) var note: Phrase?
  /// Set while nothing is written because the clock may be wrong.
  package private(set) var doubt: ClockDoubt?
  /// Whose hand is at the keyboard from now on.
  package private(set) var shift: Shift?
  /// Whether it was refused because nobody has opened the shift.
  package private(set) var needsShift = false
  /// Whether only a part of what was asked for was done, so that the rest is still to do.
  package private(set) var isPartial = false

  package init(
    _ outcome: Outcome, snapshot: Snapshot? = nil, ledger: DayLedger? = nil,
    findings: [Finding]? = nil, waiting: [Waiting]? = nil, told: [ToldPage]? = nil,
    trouble: Notice? = nil,
    doubt: ClockDoubt? = nil, isLookedThrough: Bool = true
  ) {
    (self.outcome, self.snapshot, self.trouble) = (outcome, snapshot, trouble)
    (self.doubt, self.isLookedThrough) = (doubt, isLookedThrough)
    (self.ledger, self.findings, self.waiting) = (ledger, findings, waiting)
    self.told = told
  }

  package func with(trouble: Notice? = nil, doubt: ClockDoubt? = nil) -> Reply {
    var reply = self
    (reply.trouble, reply.doubt) = (self.trouble ?? trouble, self.doubt ?? doubt)
    return reply
  }

  package func with(drafts: [String: Draft]?) -> Reply {
    var reply = self
    reply.drafts = drafts
    return reply
  }

  package func with(note: Phrase?) -> Reply {
    var reply = self
    reply.note = note
    return reply
  }

  package func with(shift: Shift, isNeeded: Bool) -> Reply {
    var reply = self
    (reply.shift, reply.needsShift) = (shift, isNeeded)
    return reply
  }

  package func with(isPartial: Bool) -> Reply {
    var reply = self
    reply.isPartial = isPartial
    return reply
  }
}
