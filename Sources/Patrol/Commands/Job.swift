import Records
import Wording

/// Long work that is never waited for.
///
/// The list is closed because only `Runner` can do what stands in it, and the compiler names what it
/// does not do. What comes of a job is a value of its own type (`JobResult`): nobody else's list grows
/// with it.
package enum Job: Hashable, Sendable {
  /// A text in every register and, within a span of patrol days, in every book, told in a language or the
  /// station's: `Found`.
  case search(String, from: Day? = nil, to: Day? = nil, in: Language? = nil)
  /// Every digest, chain and signature of every volume: `Verified`.
  case verify
  /// The pages of a kind, or of one book of it, in a span of days: `ListedPages`.
  case list(PageKind, ClosedRange<Day>, of: BookID? = nil)
  /// Which teams have entries on the days of a span: `RecordedDays`.
  case recordedDays(ClosedRange<Day>)
  /// When teams were out on the days of a span: `PatrolTimes`.
  case patrolTimes(ClosedRange<Day>)
  /// What the rules find in the registers, and what filters are made of: `LookedThrough`.
  case lookThroughRegisters
  /// A table read into a plan, with nothing written: an `ImportPlan`.
  case readTable(TableImport)
  /// The plan carried out, whole or not at all; what its headings meant is remembered: `Imported`.
  case importTable(ImportPlan)

  package var lane: Lane {
    switch self {
    case .search: .searching
    case .verify: .verifying
    case .list, .recordedDays, .patrolTimes: .listing
    case .lookThroughRegisters: .looking
    case .readTable: .reading
    case .importTable: .importing
    }
  }
}

/// Where long work waits its turn: jobs of different lanes go on side by side.
package enum Lane: CaseIterable, Hashable, Sendable {
  case searching, verifying, listing, looking, reading, importing

  /// Whether a job ends when another of its lane is asked for, or nobody wants it any more; else the
  /// other waits for it.
  package var yields: Bool {
    switch self {
    case .searching, .verifying, .listing, .reading: true
    case .looking, .importing: false
    }
  }
}

/// What reaches the one who asked for a job.
package enum Progress: Sendable {
  case running(done: Int, of: Int)
  /// The end, and what came of it.
  case brought(any JobResult)
  case failed(Notice)
}

/// What comes of a job.
package protocol JobResult: Sendable {}

/// Findings and filters are made; they show with the next look at the day.
package struct LookedThrough: JobResult {
  package init() {}
}
