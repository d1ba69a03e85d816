import Records
import Wording

/// What a search found.
package struct Found: JobResult {
  package let hits: [SearchHit]
  /// What could not be looked through.
  package let unread: [Notice]

  package init(_ hits: [SearchHit], unread: [Notice] = []) {
    (self.hits, self.unread) = (hits, unread)
  }
}

/// One place where a searched text stands.
package struct SearchHit: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    case page(PageID, Day?)
    case record(RegisterKind, String)
    case team(String)
  }

  package let place: Place
  package let title: String
  package let excerpt: String

  package init(_ place: Place, title: String, excerpt: String) {
    (self.place, self.title, self.excerpt) = (place, title, excerpt)
  }
}
