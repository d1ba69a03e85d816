import ArgumentParser
import Patrol
import Records
import Runner
import Wording

/// `xunfang list KIND`: pages or register records.
///
/// Prints a row for each page or record; none is an answer too, and exit code 0.
struct ListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: .said(
        "列出簿页、未完事项或台账。", "列出簿頁、未完事項或臺賬。", "List pages, what is open, or records of a register.")
    )
  }

  @Argument(
    help: .said(
      "\(Program.kinds.pagesSaid)、\(ListOpen.name)（未完事项）、\(ListEquipmentTotals.name)（装备与人数）、\(Program.kinds.registersSaid)。",
      "\(Program.kinds.pagesSaid)、\(ListOpen.name)（未完事項）、\(ListEquipmentTotals.name)（裝備與人數）、\(Program.kinds.registersSaid)。",
      "\(Program.kinds.pagesSaid), \(ListOpen.name), \(ListEquipmentTotals.name), \(Program.kinds.registersSaid)."
    ))
  var kind: String
  @Option(help: .said("只看这个单位或这支队，写代号。", "只看這個單位或這支隊，寫代號。", "Only of this unit or team, by code."))
  var unit: String?
  @Option(
    parsing: .unconditional,
    help: .said(
      "从这天起；查页时不写则为今日。", "從這天起；查頁時不寫則為今日。", "From this day on; for pages, today without it."))
  var from: String?
  @Option(parsing: .unconditional, help: .said("到这天为止。", "到這天為止。", "Up to this day.")) var to:
    String?
  @Flag(
    help: .said(
      "只列待签字或待复核的页，不限日期。", "只列待簽字或待複核的頁，不限日期。",
      "Only pages that wait for a signature or a review, of any day."))
  var unsigned = false
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      if kind == ListOpen.name {
        try ListOpen.table(runner, try runner.snapshot.owners(of: unit), format, shared.spoken)
        return Outcomes.read(
          try runner.unread(from: Day(number: .min)), shared, .success)
      }
      if kind == ListEquipmentTotals.name {
        let snapshot = try runner.snapshot
        ListEquipmentTotals.table(
          snapshot, try snapshot.scope(unit: unit, team: nil), format, shared.spoken)
        return Outcomes.read(try runner.unread(), shared, .success)
      }
      if let kind = Program.kinds.page(kind) { return try pages(kind, runner) }
      guard let register = Program.kinds[kind] else {
        throw ValidationError(
          .said(
            "没有“\(kind)”这一种；见 xunfang list --help", "沒有「\(kind)」這一種；見 xunfang list --help",
            "nothing is called “\(kind)”; see xunfang list --help"))
      }
      let snapshot = try runner.snapshot
      let (columns, rows) = snapshot.table(
        register, scope: try snapshot.scope(unit: unit, team: nil))
      let listed = register.layout.listed + [register.layout.name.name, "Code"]
      Output.table(
        .fields(columns, snapshot, shared.spoken, listed: listed), rows, format, shared.spoken)
      return Outcomes.read(try runner.unread(), shared, .success)
    }
  }

  private func pages(_ kind: PageKind, _ runner: CommandRunner) throws -> ExitCode {
    let snapshot = try runner.snapshot
    let today = snapshot.today
    let first = try from.map { try DayArgument.read($0, snapshot.station, shared) } ?? today
    let last =
      try to.map { try DayArgument.read($0, snapshot.station, shared) } ?? max(first, today)
    try SpanArgument.check(first, last)
    let columns = PageRow.names(kind)
    let own = try snapshot.owners(of: unit)
    if format.csv, !format.json, !unsigned {
      // A year of a county: cut out of the books and never made into pages.
      let rows = try runner.table(of: kind, from: first, to: last, owners: own)
      Output.data(Array(CSVWriter.heading(columns).utf8) + rows)
    } else {
      let pages =
        unsigned
        ? try runner.waiting().filter { $0.page.book.kind == kind.book }
          .map { try runner.page($0.page) }
        : try runner.pages(of: kind, from: first, to: last)
      let shown = pages.filter { own?.contains($0.page.id.book.owner) ?? true }
      let rows = shown.map { PageRow.texts($0, kind.columns) }
      // A table has their numbers; who is meant stands with the page alone.
      let marks = Dictionary(
        shown.map { (PageRow.start($0.page.id)[..<3], Mark.words($0.allMarks)) },
        uniquingKeysWith: { first, _ in first })
      Output.table(Self.columns(kind, snapshot, shared.spoken, marks), rows, format, shared.spoken)
    }
    runner.settleNow()
    return Outcomes.read(try runner.unread(from: first), shared, .success)
  }
}

extension ListCommand {
  /// What people get of a page: where it stands, what the screen lists of it, what became of it.
  private static func columns(
    _ kind: PageKind, _ snapshot: Snapshot, _ language: Language,
    _ marks: [ArraySlice<String>: Phrase]
  ) -> [AnswerColumn] {
    [
      AnswerColumn("Book", .book), AnswerColumn("Year", .year), AnswerColumn("Number", .number),
      AnswerColumn("State", Phrase("状态", "狀態", "State")) { said($0, states, language) },
    ] + .fields(kind.columns, snapshot, language, listed: kind.layout.listed.map(\.name)) + [
      AnswerColumn("Waiting", Phrase("待签", "待簽", "Waits for")) {
        SignatureRole(rawValue: $0)?.label[language] ?? $0
      },
      AnswerColumn("Verdict", Phrase("认定", "認定", "Verdict")) { verdict($0, language) },
      AnswerColumn(
        "Marks", Phrase("标记", "標記", "Marks"),
        said: { text, row in marks[row[..<3]]?[language] ?? text }),
    ]
  }

  private static func said(_ text: String, _ words: [String: Phrase], _ language: Language)
    -> String
  {
    words[text]?[language] ?? text
  }

  private static let states = [
    "void": Phrase("作废", "作廢", "void"), "corrected": Phrase("更正", "更正", "corrected"),
  ]

  /// Nothing of a page that counts.
  private static func verdict(_ code: String, _ language: Language) -> String {
    let rules = JudgeRule.allCases.map { Verdict.doesNot($0) }
    let verdict = ([.counts, .pending, .unchecked] + rules).first { $0.code == code }
    return verdict.map { $0.words?[language] ?? "" } ?? code
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
