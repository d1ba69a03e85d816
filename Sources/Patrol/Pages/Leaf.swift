import Records
import Wording

/// The entry of a book that is looked for, mostly from one that shows.
package enum Leaf: Hashable, Sendable {
  case this(PageID)
  case next(PageID)
  case previous(PageID)
  /// By its number in the volume of a year.
  case number(Int, of: BookID, Int)

  package var book: BookID {
    switch self {
    case .this(let page), .next(let page), .previous(let page): page.book
    case .number(_, let book, _): book
    }
  }

  /// What is said where there is no such page.
  package var nothingThere: Phrase {
    switch self {
    case .next: Phrase("已是本簿最后一页。", "已是本簿最後一頁。", "This is the last page of the book.")
    case .previous: Phrase("已是本簿第一页。", "已是本簿第一頁。", "This is the first page of the book.")
    case .number(let number, _, let year):
      Phrase(
        "\(year) 年这本簿没有第 \(number) 页。", "\(year) 年這本簿沒有第 \(number) 頁。",
        "There is no page \(number) in this book of \(year).")
    case .this(let page): Leaf.number(page.number, of: page.book, page.year).nothingThere
    }
  }
}

/// An entry that was looked for: where it stands, of which day, and whether the book goes on from it.
package struct LeafFound: Answer, Hashable {
  package let page: PageID
  package let day: Day
  package let hasPrevious: Bool
  package let hasNext: Bool

  package init(_ page: PageID, _ day: Day, hasPrevious: Bool, hasNext: Bool) {
    (self.page, self.day) = (page, day)
    (self.hasPrevious, self.hasNext) = (hasPrevious, hasNext)
  }
}

extension Waiting {
  /// Its place among all that waits: by day, then by book and number.
  package struct Place: Hashable, Comparable, Sendable {
    private let day: Day
    private let page: PageID

    package init(_ day: Day, _ page: PageID) { (self.day, self.page) = (day, page) }

    package static func < (one: Place, other: Place) -> Bool {
      (one.day, one.page.book.text, one.page.year, one.page.number)
        < (other.day, other.page.book.text, other.page.year, other.page.number)
    }
  }

  package var place: Place { Place(day, page) }
}
