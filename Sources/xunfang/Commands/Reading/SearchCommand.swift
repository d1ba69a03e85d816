import ArgumentParser
import Patrol
import Wording

/// `xunfang search TEXT`.
///
/// Prints a row for each hit; none is exit code 0 all the same, unlike grep.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search",
      abstract: .said("在全部簿册和台账里查找。", "在全部簿冊和臺賬裡查找。", "Find a text in every book and register."))
  }

  @Argument(
    help: .said(
      "姓名、拼音首字母、电话尾号，或任何文字。", "姓名、拼音首字母、電話尾號，或任何文字。",
      "A name, pinyin initials, a phone's tail, or any words.")) var text: String
  @Option(
    parsing: .unconditional,
    help: .said(
      "从这天起的页：2026-11-24、-1。", "從這天起的頁：2026-11-24、-1。", "Pages from this day on: 2026-11-24."))
  var from: String?
  @Option(parsing: .unconditional, help: .said("到这天为止的页。", "到這天為止的頁。", "Pages up to this day."))
  var to: String?
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      guard !text.allSatisfy(\.isWhitespace) else {
        throw ValidationError(.said("请写要找什么", "請寫要找什麼", "search for what?"))
      }
      let runner = try shared.runner()
      let station = try runner.snapshot.station
      let first = try from.map { try DayArgument.read($0, station, shared) }
      let last = try to.map { try DayArgument.read($0, station, shared) }
      try SpanArgument.check(first, last)
      let job = Job.search(text, from: first, to: last, in: shared.spoken)
      var found = Found([])
      for progress in runner.finish(job) {
        switch progress {
        case .brought(let all as Found): found = all
        case .failed(let notice):
          Outcomes.complain(notice, shared.spoken)
          return Outcomes.failed
        case .running, .brought: break
        }
      }
      Output.table(
        [
          AnswerColumn("Place", Phrase("位置", "位置", "Place")),
          AnswerColumn("Title", Phrase("标题", "標題", "Title")),
          AnswerColumn("Excerpt", Phrase("摘要", "摘要", "Excerpt")),
        ],
        found.hits.map { [$0.placeName, $0.title, $0.excerpt] }, format, shared.spoken)
      return Outcomes.read(found.unread, shared, .success)
    }
  }
}

extension SearchHit {
  /// The place as a script can use it.
  var placeName: String {
    switch place {
    case .page(let id, _): "\(id.book.text) \(id.year) \(id.number)"
    case .record(_, let code), .team(let code): code
    }
  }
}
