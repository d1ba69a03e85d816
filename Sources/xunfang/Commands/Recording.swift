import ArgumentParser
import Console
import Patrol
import Records
import Runner
import Wording

/// `xunfang record`: a page appended to a book.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Append a page to a book.",
    subcommands: [RecordPatrolCommand.self, RecordInspectionCommand.self])
}

/// `xunfang record patrol`: prints `BOOK YEAR NUMBER DIGEST`.
///
/// Options take what the form takes, shorthand included; what is left out is as the form would have
/// it (crew, leader, turnout, route of the team).
struct RecordPatrolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patrol", abstract: "Append a patrol entry; prints BOOK YEAR NUMBER DIGEST.")

  @Option(help: "The team's code.") var team: String
  @Option(help: "The patrol day: 2026-11-24, 11-24, -1.") var date: String?
  @Option(help: "When it went out: 2030.") var from: String
  @Option(help: "When it came back: 2330, +90.") var to: String
  @Option(help: "The leader's code.") var leader: String?
  @Option(help: "Codes of those present, between commas; else the whole team.") var members: String?
  @Option(help: "Where it went.") var route: String?
  @Option(help: "What they wore and carried: codes between blanks.") var turnout: String?
  @Option(help: "Kinds of findings: codes between blanks.") var found: String?
  @Option(help: "What was seen, when and where.") var observed: String?
  @Option(help: "What was done about it.") var handled: String?
  @Option(name: .customLong("set"), parsing: .singleValue, help: "Any other field: Field=value.")
  var fields: [String] = []
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let now = try shared.clock().now
      let texts = try PatrolTyping(library: try runner.library, now: now, language: shared.spoken)
        .texts(
          team: team, date: date, from: from, to: to, leader: leader, members: members,
          other: given.merging(try Assignments.read(fields)) { $1 })
      return Outcomes.of(.record(try PatrolEntry.schema.parse(texts)), runner, shared)
    }
  }

  private var given: [String: String] {
    ["Route": route, "Turnout": turnout, "Found": found, "Observed": observed, "Handled": handled]
      .compactMapValues { $0 }
  }
}

/// `xunfang record inspection`: prints `BOOK YEAR NUMBER DIGEST`; both sides sign it afterwards.
struct RecordInspectionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspection", abstract: "Append an inspection; prints BOOK YEAR NUMBER DIGEST.")

  @Option(help: "The inspected team's code.") var inspected: String
  @Option(help: "Whose book: a township team's or the station's code.") var book: String?
  @Option(help: "The inspector's code; else the leader, or the officer on duty.")
  var inspector: String?
  @Option(help: "The patrol day: 2026-11-24, 11-24, -1.") var date: String?
  @Option(help: "Arrived and left: 2030-2105, or 2030-+25.") var time: String
  @Option(help: "How many were there; else everybody.") var present: String?
  @Option(help: "How many should have been there.") var expected: String?
  @Option(help: "The eight points: 1 yes, 2 no, 3 does not apply.") var points = "11111111"
  @Option(help: "Problems: codes between blanks.") var problems: String?
  @Option(help: "What was found.") var found: String?
  @Option(help: "What is to be put right.") var required: String?
  @Option(help: "By when: 2026-11-27, +3.") var by: String?
  @Option(name: .customLong("set"), parsing: .singleValue, help: "Any other field: Field=value.")
  var fields: [String] = []
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let now = try shared.clock().now
      let texts = try InspectionTyping(
        library: try runner.library, now: now, language: shared.spoken
      ).texts(inspected: inspected, book: book, inspector: inspector, given: try given())
      return Outcomes.of(.inspect(try Inspection.schema.parse(texts)), runner, shared)
    }
  }

  private func given() throws -> [(name: String, text: String)] {
    let times = time.split(separator: "-", maxSplits: 1).map(String.init)
    guard times.count == 2 else {
      throw ValidationError("--time is when they arrived and left, such as 2030-2105")
    }
    let said: [(String, String?)] = [
      ("Date", date), ("From", times[0]), ("To", times[1]), ("Expected", expected),
      ("Present", present), ("Points", points), ("Problems", problems), ("Found", found),
      ("Required", required), ("By", by),
    ]
    let others = try Assignments.read(fields).sorted { $0.key < $1.key }
    return said.compactMap { name, text in text.map { (name, $0) } }
      + others.map { ($0.key, $0.value) }
  }
}

/// `Field=value` arguments.
enum Assignments {
  static func read(_ arguments: [String]) throws -> [String: String] {
    var texts: [String: String] = [:]
    for argument in arguments {
      guard let equals = argument.firstIndex(of: "=") else {
        throw ValidationError("“\(argument)” is not Field=value")
      }
      texts[String(argument[..<equals])] = String(argument[argument.index(after: equals)...])
    }
    return texts
  }
}

/// `xunfang correct`: strikes out and rewrites.
struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Strike out fields of a page and write them anew.")

  @OptionGroup var page: PageArguments
  @Option(help: "Why.") var reason: String
  @Option(
    name: .customLong("set"), parsing: .singleValue, help: "A field's new wording: Field=value.")
  var fields: [String]
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let changes = try Assignments.read(fields)
      let id = try page.id()
      let columns = Program.kinds.page(in: id.book.kind)?.columns ?? []
      for name in changes.keys where !columns.contains(where: { $0.name == name }) {
        throw ValidationError("there is no field “\(name)”")
      }
      return Outcomes.of(.correct(id, changes: changes, reason: reason), runner, shared)
    }
  }
}

/// `xunfang void`: strikes a whole page out; its number and text stay.
struct VoidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Strike out a whole page; its number and text stay.")

  @OptionGroup var page: PageArguments
  @Option(help: "Why.") var reason: String
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      Outcomes.of(.void(try page.id(), reason: reason), try shared.runner(), shared)
    }
  }
}

/// `BOOK YEAR NUMBER`.
struct PageArguments: ParsableArguments {
  @Argument(help: "The book, e.g. QS-01.patrol.") var book: String
  @Argument(help: "The volume's year.") var year: Int
  @Argument(help: "The page's number.") var number: Int

  func id() throws -> PageID {
    guard let book = BookID(book), Program.kinds.books.contains(book.kind) else {
      throw ValidationError("a book is named like QS-01.patrol: \(Program.kinds.pageNames)")
    }
    guard Numbers.year.contains(year), Numbers.page.contains(number) else {
      throw ValidationError("a year has four digits and a page a number from 1 on")
    }
    return PageID(book, year: year, number: number)
  }
}
