import Records
import Wording

/// Everything that can be done.
///
/// A key press and a subcommand both end in one of these.
package enum Command: Hashable, Sendable {
  /// Read a patrol day; the one that is running without any.
  case open(Day?)
  /// Read whatever was changed from outside since.
  case refresh(Day, typing: Set<String> = [])
  /// The newest entry of a team, for plan fields and open handovers.
  case recall(team: String)
  /// A page into its book.
  case write(NewPage)
  case correct(PageID, changes: [String: String], reason: String)
  case void(PageID, reason: String)
  /// What is still to be put right at a team that will be inspected, by an inspecting side.
  case recallInspections(inspecting: String, inspected: String)
  /// Something signed by somebody; no secret where an ssh-agent keeps the key.
  case attest(Attesting, by: String, Secret?)
  case newKey(of: String, KeySource, replaces: Bool)
  case changeSecret(of: String, from: Secret, to: Secret)
  case revokeKey(of: String)
  case setOut(Underway)
  case put(RegisterRecord)
  /// Several records of the registers in one go.
  case change(RegisterStep)
  /// Takes back the newest step in the registers; takes the taking back back.
  case undo, redo
  /// Somebody looks at personal data; it is written down before it shows.
  case reveal(Looking)
  /// One record takes another's place: the same person twice, a unit that joins another.
  case merge(RegisterKind, code: String, into: String)
  /// Erases what is past its keeping time.
  case eraseDue
  /// What we hold on one person, as a text to print.
  case sheet(RegisterKind, code: String, why: String)
  /// A register as a table for other programs; `why` when personal data is to be in it.
  case export(RegisterRows, why: String?)
  /// A text for others, into `exports/`.
  case store(String, name: String)
  /// Files whose path begins so: for somebody who types one.
  case complete(path: String)
  /// Shifts of some days held against the books.
  case plan(teams: [String], from: Day, to: Day)
  /// A team's or a person's shifts as iCalendar.
  case calendar(Duties)
  /// What was changed of one record, newest first.
  case history(Change.Subject, code: String)
  case setStation([String: String])
  /// Somebody says that the clock is right, however far it lies from what was written last.
  case trustClock
  case saveDraft(String, Draft)
  case discardDraft(String)
}

extension Command {
  /// Whether it changes anything but what is being typed: only one of all these is carried out at a
  /// time in a data directory, and its rules are checked while no other can write.
  package var isWriting: Bool {
    switch self {
    case .write, .correct, .void, .attest, .newKey, .changeSecret, .revokeKey, .setOut,
      .put, .change, .undo, .redo, .reveal, .merge, .eraseDue, .sheet, .export, .setStation:
      true
    case .open, .refresh, .recall, .recallInspections, .store, .complete, .plan, .calendar,
      .history, .trustClock, .saveDraft, .discardDraft:
      false
    }
  }
}

/// A record of a base register as texts, and the texts it had when it was read (nil: a new one).
package struct RegisterRecord: Hashable, Sendable {
  package let kind: RegisterKind
  package let texts: [String: String]
  package let seen: [String: String]?

  package init(_ kind: RegisterKind, _ texts: [String: String], seen: [String: String]?) {
    (self.kind, self.texts, self.seen) = (kind, texts, seen)
  }
}

/// What somebody signs (R22).
package enum Attesting: Hashable, Sendable {
  /// One side's signature on each page, in one go.
  case sign([Item])
  /// The inspected side does not sign: why, in their own words, and who saw it.
  case refuse(PageID, refused: Named, reason: String, statement: String, witness: Named)
  /// The station looks at a refusal; `verdict` is a code of the table `verdict`.
  case review(PageID, verdict: String, reason: String)
  /// Everything of a day up to now is complete (当日封簿).
  case close(Day)

  package struct Item: Hashable, Sendable {
    package let page: PageID
    package let role: SignatureRole
    package init(_ page: PageID, _ role: SignatureRole) { (self.page, self.role) = (page, role) }
  }
}

/// Where a new key comes from.
package enum KeySource: Hashable, Sendable {
  /// Made now and sealed under this.
  case sealed(Secret)
  /// One that an ssh-agent keeps: that with this fingerprint, or the only one that is nobody's yet.
  case agent(fingerprint: String?)
}

/// What came of a command.
package enum Outcome: Sendable {
  case opened
  case unchanged
  case recalled(Recollection)
  case recorded(PageReference)
  case amended(PageReference, Amendment.Kind)
  case signed([PageReference])
  case keyChanged(Named)
  case setOut(Named)
  case put(RegisterKind, code: String)
  case changed(StepSummary)
  case history([Change])
  case revealed(RegisterKind, [String])
  /// A file was written into `exports/`.
  case exported(String)
  case completed([String])
  case erased(Int)
  case planned([Performance])
  case done
  case failed(Notice, field: String?)

  /// The pages that were written.
  package var pages: [PageReference] {
    switch self {
    case .recorded(let page), .amended(let page, _): [page]
    case .signed(let pages): pages
    case .opened, .unchanged, .recalled, .keyChanged, .setOut, .put, .changed, .history, .revealed,
      .exported, .completed, .erased, .planned, .done, .failed:
      []
    }
  }
}

/// An outcome with what the console sees from now on.
package struct Report: Sendable {
  package let outcome: Outcome
  package let library: Library?
  package let ledger: DayLedger?
  package let findings: [Finding]?
  package let waiting: [Waiting]?
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
  /// Whether only a part of what was asked for was done, so that the rest is still to do.
  package private(set) var isPartial = false

  package init(
    _ outcome: Outcome, library: Library? = nil, ledger: DayLedger? = nil,
    findings: [Finding]? = nil, waiting: [Waiting]? = nil, trouble: Notice? = nil,
    doubt: ClockDoubt? = nil, isLookedThrough: Bool = true
  ) {
    (self.outcome, self.library, self.trouble) = (outcome, library, trouble)
    (self.doubt, self.isLookedThrough) = (doubt, isLookedThrough)
    (self.ledger, self.findings, self.waiting) = (ledger, findings, waiting)
  }

  package func with(trouble: Notice? = nil, doubt: ClockDoubt? = nil) -> Report {
    var report = self
    (report.trouble, report.doubt) = (self.trouble ?? trouble, self.doubt ?? doubt)
    return report
  }

  package func with(drafts: [String: Draft]?) -> Report {
    var report = self
    report.drafts = drafts
    return report
  }

  package func with(note: Phrase?) -> Report {
    var report = self
    report.note = note
    return report
  }

  package func with(isPartial: Bool) -> Report {
    var report = self
    report.isPartial = isPartial
    return report
  }
}

/// Long work that is never waited for.
package enum Job: Hashable, Sendable {
  /// A text in every register and, within a span of patrol days, in every book.
  case search(String, from: Day? = nil, to: Day? = nil)
  /// Every digest, chain and signature of every volume.
  case verify
  /// What the rules find in the registers, and what filters are made of.
  case lookThroughRegisters
  /// A table read into a plan; nothing is written.
  case readTable(TableImport)
  /// The plan carried out, whole or not at all; what its headings meant is remembered.
  case importTable(ImportPlan)
}

/// A table somebody has, to be read into a register.
package struct TableImport: Hashable, Sendable {
  package let kind: RegisterKind
  package let path: String
  /// The unit or team that lines belong to which name none.
  package let scope: Scope?
  /// Which column goes where; found by the headings without it.
  package let map: HeadingMap?

  package init(
    _ kind: RegisterKind, path: String, scope: Scope? = nil, map: HeadingMap? = nil
  ) {
    (self.kind, self.path, self.scope, self.map) = (kind, path, scope, map)
  }
}

/// How far a job is.
package enum Progress: Sendable {
  case running(done: Int, of: Int)
  case found([SearchHit], isLast: Bool)
  case verified(Verified)
  case planned(ImportPlan)
  case imported(StepSummary?)
  case lookedThrough
  /// What the work passed over because it could not be read.
  case unread([Notice])
  case failed(Notice)
}

/// What verification found.
package struct Verified: Sendable {
  package let volumes: Int
  package let pages: Int
  package let signatures: Int
  package let findings: [Notice]
  /// What could not be looked at.
  package let unread: [Notice]
  /// What is no fault and has to be told all the same.
  package let notes: [Notice]

  package init(
    volumes: Int, pages: Int, signatures: Int, findings: [Notice], unread: [Notice] = [],
    notes: [Notice] = []
  ) {
    (self.volumes, self.pages) = (volumes, pages)
    (self.signatures, self.findings) = (signatures, findings)
    (self.unread, self.notes) = (unread, notes)
  }

  /// The same with what was not read beside the books.
  package func naming(_ others: [Notice]) -> Verified {
    Verified(
      volumes: volumes, pages: pages, signatures: signatures, findings: findings,
      unread: unread + others.filter { !unread.contains($0) }, notes: notes)
  }

  /// Everything that a reader has to know, the worst first.
  package var told: [Notice] { unread + findings + notes }

  /// How much was looked at.
  package var extent: Phrase {
    Phrase(
      "\(volumes) 卷 \(pages) 页 \(signatures) 个签字", "\(volumes) 卷 \(pages) 頁 \(signatures) 個簽字",
      "\(volumes) volumes, \(pages) pages, \(signatures) signatures")
  }
}

/// One place where a searched text stands.
package struct SearchHit: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    case page(PageID, Day?)
    case record(RegisterKind, String)
    case team(String)
  }

  package let place: Place
  package let title: String
  package let excerpt: String

  package init(_ place: Place, title: String, excerpt: String) {
    (self.place, self.title, self.excerpt) = (place, title, excerpt)
  }
}

/// What a form may take over from a team's earlier entries.
package struct Recollection: Hashable, Sendable {
  /// The fields of the newest entry; none for a new book.
  package let texts: [String: String]
  /// Handovers that no later entry settled: page number and text.
  package let handovers: [Handover]

  package struct Handover: Hashable, Sendable {
    package let number: Int
    package let text: String
    package init(_ number: Int, _ text: String) { (self.number, self.text) = (number, text) }
  }

  package init(texts: [String: String] = [:], handovers: [Handover] = []) {
    (self.texts, self.handovers) = (texts, handovers)
  }
}
