import Records

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
