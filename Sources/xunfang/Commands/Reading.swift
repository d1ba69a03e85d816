import ArgumentParser
import Books
import Console
import Patrol
import Records
import Runner
import Wording

/// `xunfang list KIND`: pages or register records.
struct ListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract:
        "List pages (\(Program.kinds.pageNames)) or records (\(Program.kinds.names))."
    )
  }

  @Argument(help: "\(Program.kinds.pageNames), \(Program.kinds.names).")
  var kind: String
  @Option(help: "Only of this unit or team, by code.") var unit: String?
  @Option(help: "From this day on; for pages, today without it.") var from: String?
  @Option(help: "Up to this day.") var to: String?
  @Flag(help: "Only inspections that wait for a signature or a review, of any day.")
  var unsigned = false
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      if let kind = Program.kinds.page(kind) { return try pages(kind, runner) }
      guard let register = Program.kinds[kind] else {
        throw ValidationError("nothing is called “\(kind)”; see xunfang list --help")
      }
      let library = try runner.library
      let (columns, rows) = library.table(
        register, scope: try library.scope(unit: unit, team: nil))
      Output.table(columns.map { ($0.name, $0.label[shared.spoken]) }, rows, format)
      return Outcomes.read(try runner.unread(), shared, .success)
    }
  }

  private func pages(_ kind: PageKind, _ runner: CommandRunner) throws -> ExitCode {
    let library = try runner.library
    let today = library.today
    let first = try from.map(DayArgument.read) ?? today
    let last = try to.map(DayArgument.read) ?? max(first, today)
    try SpanArgument.check(first, last)
    let columns = PageRow.columns(kind, shared.spoken)
    let own = try library.owners(of: unit)
    if format.csv, !format.json, !unsigned {
      // A year of a county: cut out of the books and never made into pages.
      let rows = try runner.table(of: kind, from: first, to: last, owners: own)
      Output.bytes(Array(CSVWriter.heading(columns.map(\.name)).utf8) + rows)
    } else {
      let pages =
        unsigned
        ? try runner.waiting().map { try runner.page($0.page) }
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

/// A day as an option's text.
enum DayArgument {
  static func read(_ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw ValidationError("“\(text)” is no day; a day is written 2026-11-24")
    }
    return day
  }
}

/// `xunfang show BOOK YEAR NUMBER`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one page.")

  @OptionGroup var page: PageArguments
  @Flag(help: "Exactly the bytes under the digest.") var bytes = false
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let found = try runner.page(try page.id())
      if bytes {
        Output.text(found.page.signedText)
      } else {
        Output.text(found.page.record.text)
        let later = found.amendments.map(\.page) + found.attestations.map(\.page)
        for page in later.sorted(by: {
          ($0.id.year, $0.id.number) < ($1.id.year, $1.id.number)
        }) {
          Output.text("\n" + page.record.text)
        }
        for bad in found.badSignatures {
          let finding = SignatureFinding(
            file: Volume(bad.page.id.book, year: bad.page.id.year, on: shared.directory.disk).path,
            line: bad.page.record.line, page: bad.page.id.number,
            signer: bad.attestation.signer.text, bad.fault ?? .unreadable)
          Outcomes.complain(finding.notice, shared.spoken)
        }
      }
      let day = found.page.record["Date"].flatMap { Day($0) }
      let unread = try runner.unread(from: day)
      guard found.isSound, found.badSignatures.isEmpty else {
        let id = found.page.id
        let volume = Volume(id.book, year: id.year, on: shared.directory.disk)
        for fault in Chain.faults(
          in: try volume.read(), book: id.book, year: id.year, file: volume.path)
        {
          Outcomes.complain(fault.notice, shared.spoken)
        }
        return Outcomes.read(unread, shared, Outcomes.found)
      }
      return Outcomes.read(unread, shared, .success)
    }
  }
}

/// `xunfang search TEXT`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find a text in every book and register.")

  @Argument(help: "A name, pinyin initials, a phone's tail, or any words.") var text: String
  @Option(help: "Pages from this day on: 2026-11-24.") var from: String?
  @Option(help: "Pages up to this day.") var to: String?
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      guard !text.allSatisfy(\.isWhitespace) else { throw ValidationError("search for what?") }
      let (first, last) = (try from.map(DayArgument.read), try to.map(DayArgument.read))
      try SpanArgument.check(first, last)
      let job = Job.search(text, from: first, to: last)
      var hits: [SearchHit] = []
      var unread: [Notice] = []
      for progress in try shared.runner().finish(job) {
        switch progress {
        case .found(let found, _): hits = found
        case .failed(let notice):
          Outcomes.complain(notice, shared.spoken)
          return Outcomes.failed
        case .unread(let notices): unread = notices
        case .running, .verified, .planned, .imported, .lookedThrough: break
        }
      }
      Output.table(
        [("Place", "Place"), ("Title", "Title"), ("Excerpt", "Excerpt")],
        hits.map { [$0.placeName, $0.title, $0.excerpt] }, format)
      return Outcomes.read(unread, shared, .success)
    }
  }
}
