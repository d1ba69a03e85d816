import ArgumentParser
import Records

/// `BOOK YEAR NUMBER`.
struct PageArguments: ParsableArguments {
  @Argument(help: "The book, e.g. QS-01.patrol.") var book: String
  @Argument(help: "The volume's year.") var year: Int
  @Argument(help: "The page's number.") var number: Int

  func id() throws -> PageID {
    guard let book = BookID(book), Program.kinds.books.contains(book.kind) else {
      throw ValidationError("a book is named like QS-01.patrol: \(Program.kinds.pageNames)")
    }
    guard Numbers.year.contains(year), Numbers.page.contains(number) else {
      throw ValidationError("a year has four digits and a page a number from 1 on")
    }
    return PageID(book, year: year, number: number)
  }
}
