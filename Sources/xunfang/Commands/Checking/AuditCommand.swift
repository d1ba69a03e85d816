import ArgumentParser
import Books
import Patrol
import Runner
import Wording

/// `xunfang audit`: what an auditor takes away.
///
/// Prints the directory and how to check it. A bundle that lacks what could not be read is written
/// all the same, and is exit code 2.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Write pages, keys and a script that checks them with sh, sha256sum and ssh-keygen.")

  @Argument(help: "The directory for it, new or empty.") var directory: String
  @Option(help: "Only books of this unit or team, by code.") var unit: String?
  @Option(help: "Pages from this patrol day on.") var from: String?
  @Option(help: "Pages up to this patrol day.") var to: String?
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let snapshot = try runner.snapshot
      // The unit's own book too, such as a station's checks.
      let owners = try snapshot.owners(of: unit).map { $0.union(unit.map { [$0] } ?? []) }
      let (first, last) = (try from.map(DayArgument.read), try to.map(DayArgument.read))
      try SpanArgument.check(first, last)
      let choice = Auditing.Choice(owners: owners, from: first, to: last)
      let written = try Auditing(
        shared.directory.disk, to: PosixDisk(root: directory), kinds: Program.kinds
      ).write(
        choice)
      let pages = written.pages
      Output.saved(
        Phrase(
          "\(directory)：\(pages) 页。核对：sh \(directory)/check.sh",
          "\(directory)：\(pages) 頁。核對：sh \(directory)/check.sh",
          "\(directory): \(pages) pages. To check: sh \(directory)/check.sh")[shared.spoken])
      let known = Set(written.unread.map(\.notice))
      return Outcomes.read(
        written.unread.map(\.notice) + (try runner.unread()).filter { !known.contains($0) }, shared,
        .success)
    }
  }
}
