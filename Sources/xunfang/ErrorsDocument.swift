import Books
import Console
import Patrol
import Records
import Runner
import Signing
import Wording

/// docs/errors.md, made from one example of every error.
enum ErrorsDocument {
  private static let kinds: [(name: String, notices: [Notice])] = [
    ("The data directory", DirectoryError.examples.map(\.notice)),
    (
      "The disk",
      DiskError.examples.map(\.notice) + GivenFileError.examples.map(\.notice)
        + AuditError.examples.map(\.notice)
    ),
    ("What was not read", NotRead.examples.map(\.notice)),
    ("Steps", FileStep.Unfinished.examples.map(\.notice) + StepBlocked.examples.map(\.notice)),
    ("Text files", RecError.examples.map(\.notice)),
    ("Books", BookError.examples.map(\.notice)),
    ("Volumes, found by verify", VolumeFault.examples.map(\.notice)),
    (
      "Notes of heads",
      HeadsFinding.examples.map(\.notice) + HeadsNoteError.examples.map(\.notice)
        + CosignRefusal.examples.map(\.notice)
    ),
    ("Entries", EntryRefusal.examples.map(\.notice)),
    (
      "Registers",
      RegisterRefusal.examples.map(\.notice) + UnseenInName.examples.map(\.notice)
        + AheadOfNow.examples.map(\.notice) + TellsWho.examples.map(\.notice)
        + DeferralRefusal.examples.map(\.notice)
    ),
    ("Codes", UnknownCode.examples.map(\.notice)),
    ("References", UnknownRecord.examples.map(\.notice)),
    ("Tables", TableError.examples.map(\.notice) + ImportRefusal.examples.map(\.notice)),
    ("Intelligence", LeadRefusal.examples.map(\.notice) + AnnexRefusal.examples.map(\.notice)),
    ("Incidents and goals", IncidentRefusal.examples.map(\.notice)),
    ("Inspections", InspectionRefusal.examples.map(\.notice)),
    ("Shift handovers", HandoverRefusal.examples.map(\.notice)),
    ("Who may sign", SigningRefusal.examples.map(\.notice)),
    ("The shift", ShiftRefusal.examples.map(\.notice)),
    ("Signing", SigningError.examples.map(\.notice)),
    ("Keys, found by verify --heads", KeyFault.examples.map(\.notice)),
    ("Lists of heads", HeadListError.examples.map(\.notice)),
    ("Pages that do not count, found by verify", JudgeFinding.examples.map(\.notice)),
    ("Rosters", SpanTooLong.examples.map(\.notice)),
    (
      "The clock",
      ClockDoubt.examples.map(\.notice) + ZoneFault.examples.map(\.notice)
        + MadeUpTime.examples.map(\.notice)
    ),
    ("Themes", ThemeError.examples.map(\.notice)),
    ("Standard output", OutputLoss.examples.map(\.notice)),
    ("The terminal", TerminalTrouble.examples.map(\.notice)),
  ]

  static func all(own: [Notice]) -> [(name: String, notices: [Notice])] {
    kinds + [("Starting", own)]
  }

  static func text(own: [Notice]) -> String {
    var text = """
      # Errors / 错误

      Every sentence the program may say when something is wrong: what happened, what is safe, what to do next.
      Made from one example of each by `xunfang docs errors`; not edited by hand.

      """
    for (name, notices) in all(own: own) {
      text += "\n## \(name)\n"
      for notice in notices {
        text += "\n"
        for language in Language.allCases { text += "- \(notice.line(language, at: .command))\n" }
      }
    }
    return text
  }
}
