import ArgumentParser
import Console
import Patrol
import Records
import Runner
import Wording

/// `xunfang history KIND CODE`, `xunfang history settings|policy|desk`: who changed what, when, from
/// what to what.
///
/// Prints a row for each field that changed, or one for a change of no field. Personal data stays
/// masked; there is no way to reveal it here.
struct HistoryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history",
      abstract: .said(
        "一条登记或设置改过什么，最近的在前。", "一條登記或設定改過什麼，最近的在前。",
        "What was changed of one record, or of the settings, newest first."))
  }

  @Argument(
    help: .said(
      "settings（设置）、policy（上级规定）、desk（本台习惯），或哪种台账：\(Program.kinds.registersSaid)。",
      "settings（設定）、policy（上級規定）、desk（本臺習慣），或哪種臺賬：\(Program.kinds.registersSaid)。",
      "settings, policy or desk, or which register: \(Program.kinds.registersSaid)."))
  var kind: String
  @Argument(help: .said("代号；设置不写。", "代號；設定不寫。", "The record's code; none for the settings."))
  var code: String?
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let (subject, code) = try record(runner)
      let reply = runner.perform(.history(subject, code: code))
      guard let changes = reply.outcome.answer(RecordHistory.self)?.changes else {
        return Outcomes.of(reply, shared)
      }
      // One that was taken out of its register has a history all the same.
      if changes.isEmpty, case .register(let kind) = subject {
        try runner.snapshot.needs(code, in: [kind])
      }
      let rows = changes.flatMap { change in Self.rows(change, subject, of: group) }
      Output.table(
        Self.columns(subject, try runner.snapshot, shared.spoken), rows, format, shared.spoken)
      return Outcomes.read(
        [reply.trouble].compactMap { $0 } + (try runner.unread()), shared, .success)
    }
  }

  /// The group of the settings that is asked for.
  private var group: SettingsGroup? {
    [SettingsGroup.policy, .desk].first { $0.kind.lowercased() == kind }
  }

  private func record(_ runner: CommandRunner) throws -> (Change.Subject, String) {
    if kind == Change.Subject.settings.text || group != nil {
      let unit = try runner.snapshot.station.unit
      guard code == nil || code == unit else {
        throw ValidationError(
          .said("设置只有 \(unit) 的", "設定只有 \(unit) 的", "the settings are those of \(unit)"))
      }
      return (.settings, unit)
    }
    let kind = try RegisterArgument.read(kind)
    guard let code else {
      throw ValidationError(.said("请写明哪一条的代号", "請寫明哪一條的代號", "which record? give its code"))
    }
    return (.register(kind), code)
  }

  private static func rows(
    _ change: Change, _ subject: Change.Subject, of group: SettingsGroup?
  ) -> [[String]] {
    let head = [change.at.text, change.by.text, change.act.rawValue, change.code]
    let fate = change.fate == .added ? "added" : change.fate == .removed ? "removed" : ""
    if change.fields.isEmpty { return [head + [fate, "", ""]] }
    let fields = change.fields.filter { field in
      group?.columns.contains { $0.name == field.name } ?? true
    }
    return fields.map { field in
      let isPersonal = subject.column(field.name)?.entry.isPersonal ?? false
      func shown(_ text: String) -> String { isPersonal ? Member.masked(text) : text }
      if let erased = field.erased { return head + [field.name, "erased \(erased.text)", ""] }
      return head + [field.name, shown(field.from), shown(field.to)]
    }
  }

  private static func columns(
    _ subject: Change.Subject, _ snapshot: Snapshot, _ language: Language
  ) -> [AnswerColumn] {
    let display = FieldDisplay(snapshot, language)
    /// The value of the field that the row is about.
    @Sendable func value(_ text: String, _ row: [String]) -> String {
      let words = text.split(separator: " ").map(String.init)
      if words.count == 2, words[0] == "erased", Day(words[1]) != nil {
        return "\(Phrase("已清除", "已清除", "erased")[language]) \(words[1])"
      }
      return subject.column(row[4]).map { display.text(text, $0) } ?? text
    }
    return [
      AnswerColumn("At", Phrase("时间", "時間", "At"), saying: AnswerColumn.time),
      AnswerColumn("By", Phrase("经办人", "經辦人", "By"), saying: AnswerColumn.name),
      AnswerColumn("Act", Phrase("办理", "辦理", "Act")) {
        Change.Act(rawValue: $0)?.label[language] ?? $0
      },
      AnswerColumn("Code", .code),
      AnswerColumn("Field", Phrase("项目", "項目", "Field")) {
        subject.column($0)?.label[language] ?? fates[$0]?[language] ?? $0
      },
      AnswerColumn("From", Phrase("原为", "原為", "From"), said: value),
      AnswerColumn("To", Phrase("改为", "改為", "To"), said: value),
    ]
  }

  private static let fates = [
    "added": Phrase("新增", "新增", "added"), "removed": Phrase("撤除", "撤除", "taken out"),
  ]
}
