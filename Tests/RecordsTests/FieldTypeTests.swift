import Patrol
import Records
import TestSupport
import Testing
import Wording

@Suite("A record kind is declared once: what is printed is read back")
struct FieldTypeTests {
  @Test("No free text can break out of its field")
  func hostileTexts() throws {
    for text in ["a\nNumber: 99", "+ x", "%rec: X", "# no comment", "\n", " a ", "终\n\n始"] {
      let body = RecWriter.record([("Observed", text.trimmingBlanks()), ("Remark", "end")])
      let records = try RecReader(Bytes(body), source: "x").read().records
      #expect(records.count == 1)
      #expect(records.first?["Observed"] ?? "" == text.trimmingBlanks())
      #expect(records.first?["Number"] == nil)
      #expect(records.first?["Remark"] == "end")
    }
  }

  @Test("Control characters, a line that ends in \\ and a text beyond two pages are refused")
  func refused() {
    for text in [
      "bell\u{7}", "esc\u{1B}[31m", "c1\u{85}", "ends in \\", "line \\\nnext",
      String(repeating: "长", count: 2001),
    ] {
      #expect(FieldText.clean(text) == nil)
    }
    for text in ["", "plain", "制表\t符", "两\n行", String(repeating: "长", count: 2000)] {
      #expect(FieldText.clean(text) == text)
    }
  }

  @Test("Lists, flags and numbers take what they print and nothing else")
  func types() {
    #expect(FieldType.codes("found").parse("fire theft") == ["fire", "theft"])
    #expect(FieldType.codes("found").parse("fire,theft") == nil)
    #expect(FieldType.flag.parse("yes") == true)
    #expect(FieldType.flag.parse("maybe") == nil)
    #expect(FieldType.count(0...99).parse("100") == nil)
    #expect(FieldType.count(0...99).parse("-1") == nil)
    #expect(FieldType.count(0...99).parse("7") == 7)
    #expect(FieldType.phone.parse("10012345678") == "10012345678")
    #expect(FieldType.phone.parse("110") == nil)
  }

  @Test("A missing or wrong field is said by its label, with what should stand there")
  func errors() {
    do {
      _ = try Unit.schema.parse(["Code": "QS", "Name": "青石镇", "Kind": "planet"])
      Issue.record("planet was taken for a kind of unit")
    } catch {
      #expect(error.field == "Kind")
      #expect(error.message[.hans].contains("planet"))
      #expect(error.message[.en].contains("planet"))
    }
  }

  @Test("A record printed and parsed is the same record")
  func roundTrip() throws {
    let entry = try Sample.entry()
    let texts = PatrolEntry.schema.texts(entry)
    #expect(try PatrolEntry.schema.parse(texts) == entry)
    let bytes = Bytes(RecWriter.record(PatrolEntry.schema.print(entry)))
    let record = try #require(try RecReader(bytes, source: "x").read().records.first)
    #expect(try PatrolEntry.schema.parse(record) == entry)
  }

  @Test("Fields out of order are found all the same")
  func order() throws {
    let fields = Array(PatrolEntry.schema.print(try Sample.entry()).reversed())
    let record = try #require(
      try RecReader(Bytes(RecWriter.record(fields)), source: "x").read().records.first)
    #expect(try PatrolEntry.schema.parse(record) == Sample.entry())
  }

  @Test("CSV quotes what needs quoting and JSON escapes what needs escaping")
  func tables() {
    #expect(CSVWriter.row(["a", "b,c", "d\"e", "f\ng"]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n")
    #expect(JSONLine.object([("A", "x\"\\\n\u{1}")]) == #"{"A":"x\"\\\n\u0001"}"#)
    #expect(JSONLine.string("\u{202E}\u{7F}\u{E0041}𮯰") == #""\u202e\u007f\udb40\udc41𮯰""#)
  }
}
