import ArgumentParser
import Patrol
import Records
import Runner

/// `xunfang list KIND`: pages or register records.
///
/// Prints a row for each page or record; none is an answer too, and exit code 0.
struct ListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract:
        "List pages (\(Program.kinds.pageNames)), what is open, or records (\(Program.kinds.names))."
    )
  }

  @Argument(help: "\(Program.kinds.pageNames), \(ListOpen.name), \(Program.kinds.names).")
  var kind: String
  @Option(help: "Only of this unit or team, by code.") var unit: String?
  @Option(help: "From this day on; for pages, today without it.") var from: String?
  @Option(help: "Up to this day.") var to: String?
  @Flag(help: "Only pages that wait for a signature or a review, of any day.")
  var unsigned = false
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      if kind == ListOpen.name {
        try ListOpen.table(runner, try runner.snapshot.owners(of: unit), format)
        return Outcomes.read(
          try runner.unread(from: Day(number: .min)), shared, .success)
      }
      if let kind = Program.kinds.page(kind) { return try pages(kind, runner) }
      guard let register = Program.kinds[kind] else {
        throw ValidationError("nothing is called “\(kind)”; see xunfang list --help")
      }
      let snapshot = try runner.snapshot
      let (columns, rows) = snapshot.table(
        register, scope: try snapshot.scope(unit: unit, team: nil))
      Output.table(columns.map { ($0.name, $0.label[shared.spoken]) }, rows, format)
      return Outcomes.read(try runner.unread(), shared, .success)
    }
  }

  private func pages(_ kind: PageKind, _ runner: CommandRunner) throws -> ExitCode {
    let snapshot = try runner.snapshot
    let today = snapshot.today
    let first = try from.map(DayArgument.read) ?? today
    let last = try to.map(DayArgument.read) ?? max(first, today)
    try SpanArgument.check(first, last)
    let columns = PageRow.columns(kind, shared.spoken)
    let own = try snapshot.owners(of: unit)
    if format.csv, !format.json, !unsigned {
      // A year of a county: cut out of the books and never made into pages.
      let rows = try runner.table(of: kind, from: first, to: last, owners: own)
      Output.data(Array(CSVWriter.heading(columns.map(\.name)).utf8) + rows)
    } else {
      let pages =
        unsigned
        ? try runner.waiting().filter { $0.page.book.kind == kind.book }
          .map { try runner.page($0.page) }
        : try runner.pages(of: kind, from: first, to: last)
      let rows = pages.filter { own?.contains($0.page.id.book.owner) ?? true }.map {
        PageRow.texts($0, kind.columns)
      }
      Output.table(columns, rows, format)
    }
    runner.settleNow()
    return Outcomes.read(try runner.unread(from: first), shared, .success)
  }
}

extension Snapshot {
  /// A register as a table, with the columns of its schema; personal data masked (R28).
  func table(_ kind: RegisterKind, scope: Scope?) -> (columns: [Column], rows: [[String]]) {
    var rows = RegisterRows(kind, scope: scope)
    rows.includesPast = true
    let table = table(kind)
    let columns = kind.columns
    return (
      columns,
      rows.indexes(in: self).map { index in
        columns.map { column in
          let text = table.text(column, at: index)
          return column.entry.isPersonal ? Member.masked(text) : text
        }
      }
    )
  }
}
