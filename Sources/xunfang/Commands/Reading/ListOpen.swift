import Patrol
import Runner
import Wording

/// `xunfang list open`: everything that is open in the books of the station, the oldest first.
///
/// Book, year and number of a row are what `record handover --open` takes before the `=`.
enum ListOpen {
  static let name = "open"

  static func table(
    _ runner: CommandRunner, _ own: Set<String>?, _ format: FormatOptions, _ language: Language
  ) throws {
    let rows = try runner.handing(.handover).open.filter {
      own?.contains($0.matter.page.book.owner) ?? true
    }.map { entry in
      [
        entry.matter.duty.rawValue, entry.matter.page.book.text, "\(entry.matter.page.year)",
        "\(entry.matter.page.number)", entry.day.text, entry.due?.text ?? "", entry.about.text,
        entry.matter.says,
      ]
    }
    let columns = [
      AnswerColumn("Duty", Phrase("事项", "事項", "Duty")) {
        OpenMatter.Duty(rawValue: $0)?.label[language] ?? $0
      },
      AnswerColumn("Book", .book), AnswerColumn("Year", .year), AnswerColumn("Number", .number),
      AnswerColumn("Date", .patrolDay), AnswerColumn("Due", Phrase("期限", "期限", "Due")),
      AnswerColumn("About", .about, saying: AnswerColumn.name), AnswerColumn("Text", .text),
    ]
    Output.table(columns, rows, format, language)
  }
}
