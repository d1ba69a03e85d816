import ArgumentParser
import Patrol
import Records
import Runner

/// `xunfang correct`: strikes out and rewrites.
///
/// Prints the page that corrects. A field that the book does not have is wrong usage (64): nobody
/// has refused anything.
struct CorrectCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "correct",
      abstract: .said(
        "划改一页的几项，重新写上。", "劃改一頁的幾項，重新寫上。", "Strike out fields of a page and write them anew."))
  }

  @OptionGroup var page: PageArguments
  @Option(help: .said("原因。", "原因。", "Why.")) var reason: String
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: .said("一项的新内容：项目=内容。", "一項的新內容：項目=內容。", "A field's new wording: Field=value."))
  var fields: [String]
  @OptionGroup var signer: OptionalSignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let id = try page.id()
      let kind = Program.kinds.page(in: id.book.kind)
      let columns = kind?.columns ?? []
      let changes = try Assignments.read(fields, of: columns)
      for name in changes.keys where !columns.contains(where: { $0.name == name }) {
        throw ValidationError(
          .said("没有“\(name)”这一项", "沒有「\(name)」這一項", "there is no field “\(name)”"))
      }
      var wording = changes
      // Where the page can't be read, the runner says so in its turn: who writes is asked first.
      if let kind, let page = try? runner.page(id) {
        wording = try typed(changes, kind, of: page, runner)
      }
      return try signer.carryOut(
        .correct(id, changes: wording, reason: reason),
        signed: .correct(id, changes: wording, reason: reason), runner, shared)
    }
  }

  /// What is typed here is read as where the page was recorded, shorthand included.
  private func typed(
    _ changes: [String: String], _ kind: PageKind, of page: LedgerPage, _ runner: CommandRunner
  ) throws -> [String: String] {
    let columns = kind.columns
    let (snapshot, now) = (try runner.snapshot, try shared.clock().now.moment)
    var draft = Draft(page.texts(columns))
    let day = Day(draft[kind.layout.day.name]) ?? snapshot.station.patrolDay(now)
    let typing = TypedReading(
      columns, PageBeginning(snapshot, day: day, now: now), language: shared.spoken)
    // The time out before the time back, which may count from it.
    for column in columns {
      if let text = changes[column.name] {
        draft[column.name] = try typing.said(text, column.name, draft)
      }
    }
    draft = draft.onPage(columns)
    return changes.reduce(into: [:]) { wording, change in wording[change.key] = draft[change.key] }
  }
}
