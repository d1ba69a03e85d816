import Patrol
import Records

/// Leafing through a book: by its index, over the volumes of all years, with no page read.
extension BookKeeping {
  mutating func leaf(_ leaf: Leaf) throws -> LeafFound? {
    let book = leaf.book
    let found: BookRow? =
      switch leaf {
      case .this(let page): try entry(page.number, of: book, page.year)
      case .number(let number, let book, let year): try entry(number, of: book, year)
      case .next(let page): try neighbour(of: page, isForward: true)
      case .previous(let page): try neighbour(of: page, isForward: false)
      }
    guard let found, found.page.day != .min else { return nil }
    let page = PageID(book, year: found.year, number: Int(found.page.number))
    return LeafFound(
      page, Day(number: Int(found.page.day)),
      hasPrevious: try neighbour(of: page, isForward: false) != nil,
      hasNext: try neighbour(of: page, isForward: true) != nil)
  }

  /// The entry that a page is or is about: a signature may be about a correction.
  private mutating func entry(_ number: Int, of book: BookID, _ year: Int) throws -> BookRow? {
    var place = PageSummary.Place(year, number)
    for _ in 0..<Self.depth {
      let rows = try index(place.year, of: book).pages(of: book)
      guard let row = rows.first(where: { Int($0.number) == place.number }) else { return nil }
      if row.isLeaf { return BookRow(book: book, year: place.year, page: row) }
      guard let target = row.target(in: place.year), target != place else { return nil }
      place = target
    }
    return nil
  }

  /// How many pages may be about one another in a row.
  private static let depth = 8

  /// The entry before or behind a page: of its own volume, else of the nearest year that has any.
  private mutating func neighbour(of page: PageID, isForward: Bool) throws -> BookRow? {
    let book = page.book
    let own = try index(page.year, of: book).pages(of: book).filter(\.isLeaf)
    let near =
      isForward
      ? own.first { $0.number > page.number } : own.last { $0.number < page.number }
    if let near { return BookRow(book: book, year: page.year, page: near) }
    let years = try years().filter { isForward ? $0 > page.year : $0 < page.year }
    for year in isForward ? years : years.reversed() {
      let rows = try index(year, of: book).pages(of: book).filter(\.isLeaf)
      if let row = isForward ? rows.first : rows.last {
        return BookRow(book: book, year: year, page: row)
      }
    }
    return nil
  }
}

extension PageSummary {
  /// Whether it is a page by itself, and not one about another: also one behind a break.
  fileprivate var isLeaf: Bool { (self.is(.entry) || self.is(.other)) && day != .min }
}
