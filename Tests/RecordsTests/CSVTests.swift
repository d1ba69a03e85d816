import Records
import Testing

@Suite("Tables: read as office programs write them, written so that nothing in them runs")
struct CSVTests {
  private func cells(_ text: String) throws -> [[String]] { try CSVReader.rows(text).map(\.cells) }

  @Test(
    "Quotation marks, commas and line breaks within a cell, any line ending, tabs and semicolons")
  func reading() throws {
    #expect(try cells("a,b\r\n1,2\r\n") == [["a", "b"], ["1", "2"]])
    #expect(try cells("a,b\n\"1,\"\"x\"\"\",\"二\r\n行\"") == [["a", "b"], ["1,\"x\"", "二\n行"]])
    #expect(try cells("a\tb\n1,5\t2\n") == [["a", "b"], ["1,5", "2"]])
    #expect(try cells("a;b\r1;2\r") == [["a", "b"], ["1", "2"]])
    #expect(try cells("\n\na,b\n,\n1,2\n\n") == [["a", "b"], ["1", "2"]])
    #expect(try CSVReader.rows("a\n\"1\n2\"\n3\n").map(\.line) == [1, 2, 4])
  }

  @Test("A quotation mark that is never closed is named with its line; an empty table is none")
  func broken() {
    #expect(throws: TableError.openQuote(line: 2)) { try CSVReader.rows("a\n\"1\n2\n") }
    #expect(throws: TableError.empty) { try CSVReader.rows(" \n,,\n") }
  }

  @Test(
    "What is written is read back the same, and begins with no formula",
    arguments: [
      "=1+1", "+86", "-5", "@SUM(A1)", "'=x", "''=x", "'plain", "a,b", "行\n行", "\"q\"", "", "\tx",
      "名", "a,\u{301}b", "=\u{301}1", "'\u{301}=1", "\"\u{301}q",
    ])
  func roundTrip(_ text: String) throws {
    let row = CSVWriter.row([text, "x"])
    #expect(try cells("h,i\n" + row).last == [text, "x"])
    let first = row.unicodeScalars.first { $0 != "\"" }
    #expect(!"=+-@\t".unicodeScalars.contains(first ?? " "), "\(row)")
  }
}
