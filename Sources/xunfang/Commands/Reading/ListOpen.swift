import Patrol
import Runner

/// `xunfang list open`: everything that is open in the books of the station, the oldest first.
///
/// Book, year and number of a row are what `record handover --open` takes before the `=`.
enum ListOpen {
  static let name = "open"

  static func table(_ runner: CommandRunner, _ own: Set<String>?, _ format: FormatOptions) throws {
    let rows = try runner.handing(.handover).open.filter {
      own?.contains($0.matter.page.book.owner) ?? true
    }.map { entry in
      [
        entry.matter.duty.rawValue, entry.matter.page.book.text, "\(entry.matter.page.year)",
        "\(entry.matter.page.number)", entry.day.text, entry.due?.text ?? "", entry.about.text,
        entry.matter.says,
      ]
    }
    let columns = ["Duty", "Book", "Year", "Number", "Date", "Due", "About", "Text"]
    Output.table(columns.map { ($0, $0) }, rows, format)
  }
}
