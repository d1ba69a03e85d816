import ArgumentParser
import Patrol
import Wording

/// `xunfang search TEXT`.
///
/// Prints a row for each hit; none is exit code 0 all the same, unlike grep.
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
      let job = Job.search(text, from: first, to: last, in: shared.spoken)
      var found = Found([])
      for progress in try shared.runner().finish(job) {
        switch progress {
        case .brought(let all as Found): found = all
        case .failed(let notice):
          Outcomes.complain(notice, shared.spoken)
          return Outcomes.failed
        case .running, .brought: break
        }
      }
      Output.table(
        [("Place", "Place"), ("Title", "Title"), ("Excerpt", "Excerpt")],
        found.hits.map { [$0.placeName, $0.title, $0.excerpt] }, format)
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
