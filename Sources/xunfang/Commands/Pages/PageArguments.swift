import ArgumentParser
import Records

/// `BOOK YEAR NUMBER`.
struct PageArguments: ParsableArguments {
  @Argument(help: .said("簿，如 QS-01.patrol。", "簿，如 QS-01.patrol。", "The book, e.g. QS-01.patrol."))
  var book: String
  @Argument(help: .said("卷的年份。", "卷的年份。", "The volume's year.")) var year: Int
  @Argument(help: .said("页号。", "頁號。", "The page's number.")) var number: Int

  func id() throws -> PageID {
    guard let book = BookID(book), Program.kinds.books.contains(book.kind) else {
      throw ValidationError(
        .said(
          "簿要写成 QS-01.patrol 的样子：\(Program.kinds.pagesSaid)",
          "簿要寫成 QS-01.patrol 的樣子：\(Program.kinds.pagesSaid)",
          "a book is named like QS-01.patrol: \(Program.kinds.pagesSaid)"))
    }
    guard Numbers.year.contains(year), Numbers.page.contains(number) else {
      throw ValidationError(
        .said(
          "年份为四位数，页号从 1 起", "年份為四位數，頁號從 1 起", "a year has four digits and a page a number from 1 on"
        ))
    }
    return PageID(book, year: year, number: number)
  }
}
