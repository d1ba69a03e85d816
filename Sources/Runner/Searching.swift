import Books
import Patrol
import Records

/// Search over everything: what a hit is called and which piece of it is shown.
enum Searching {
  /// Hits after which a search stops: nobody reads further.
  static let most = 500

  static func registers(_ text: String, _ library: Library) -> [SearchHit] {
    let query = Query(text)
    guard !query.isEmpty else { return [] }
    let teams = library.teams.filter {
      query.score(name: $0.name, pinyin: $0.pinyin, code: $0.code) != nil
    }.map { SearchHit(.team($0.code), title: $0.name, excerpt: $0.code) }
    let members = library.allMembers.filter {
      query.score(name: $0.name, pinyin: $0.pinyin, code: $0.code, phone: $0.phone ?? "") != nil
    }.map {
      SearchHit(.member($0.code), title: $0.name, excerpt: library.team($0.team)?.name ?? $0.team)
    }
    return teams + members
  }

  static func pages(_ text: String, _ volume: Volume, _ search: Search) throws -> [SearchHit] {
    let words = Array(Set([text, Folding.key(text)])).filter { !$0.isEmpty }
    return try search.hits(in: volume, words: words).map { hit in
      let team = Named(hit.record["Team"] ?? hit.record["Inspected"] ?? "")?.name
      let day = hit.record["Date"].flatMap { Day($0) }
      return SearchHit(
        .page(hit.page, day),
        title: "\(day?.text ?? "\(hit.page.year)") \(team ?? hit.page.book.text) №\(hit.page.number)",
        excerpt: excerpt(hit.record, words))
    }
  }

  /// The line in which the text stands.
  private static func excerpt(_ record: RecRecord, _ words: [String]) -> String {
    for line in record.text.split(separator: "\n") where words.contains(where: { line.contains($0) }) {
      return String(line)
    }
    return ""
  }
}
