import ArgumentParser
import Glibc
import Patrol
import Records
import Wording

/// `record patrol --line`: what was told over the telephone, read back before it is saved.
struct TelephoneEntry {
  private let line: String
  private let date: String?
  private let isSure: Bool
  private let keeper: KeeperOptions
  private let shared: SharedOptions

  init(
    _ line: String, on date: String?, isSure: Bool, _ keeper: KeeperOptions, _ shared: SharedOptions
  ) {
    self.date = date
    (self.line, self.isSure, self.keeper, self.shared) = (line, isSure, keeper, shared)
  }

  /// - Throws: the `FieldError` of what was not understood, or is missing.
  func record() throws -> ExitCode {
    let runner = try keeper.runner(shared)
    let snapshot = try runner.snapshot
    let now = try shared.clock().now
    let day =
      try date.map { try DayArgument.read($0, snapshot.station, shared) }
      ?? snapshot.station.patrolDay(now.moment)
    let about = PageBeginning(snapshot, day: day, now: now.moment)
    let ledger = try? runner.ledger(day)
    let told = PhoneLine(line, about, ledger: ledger, language: shared.spoken)
    let text = told.sentence.text[shared.spoken]
    if !text.isEmpty { Output.error(text) }
    if let wrong = told.wrong { throw wrong }
    guard told.isWhole else {
      throw told.sentence.missing.first.map { $0.error("") } ?? PatrolEntry.team.column.error("")
    }
    for warning in told.warnings.all { Output.error("! \(warning[shared.spoken])") }
    guard isSure || Self.asks(shared.spoken) else { return Outcomes.found }
    let page = told.draft.onPage(PageKind.patrol.columns)
    return Outcomes.of(.record(try page.read(PatrolEntry.schema)), runner, shared)
  }

  /// Whether somebody at the terminal says that it is so; nobody there is asked.
  private static func asks(_ language: Language) -> Bool {
    guard SecretInput.hasTerminal else {
      Output.error(
        Phrase(
          "没有终端可问，未存；核对后加 --yes。", "沒有終端可問，未存；核對後加 --yes。",
          "Nobody is there to be asked; nothing is saved. Add --yes once it is checked.")[language])
      return false
    }
    Output.error(Phrase("存吗？y 存", "存嗎？y 存", "Save it? y saves")[language])
    let answer = (readLine() ?? "").trimmingBlanks().lowercased()
    return ["y", "yes", "是", "存"].contains(answer)
  }
}
