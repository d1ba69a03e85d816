import Records
import Testing

@Suite("Rec text is read by bytes and written so that recutils agrees")
struct RecTextTests {
  private func read(_ text: String) throws -> [RecRecord] {
    try RecReader(Bytes(text), source: "books/a.rec").read().records
  }

  @Test("A record is fields up to a blank line; comments and descriptors are not part of it")
  func records() throws {
    let records = try read("%rec: Team\n%key: Code\n\n# a note\nCode: QS\nName: 青石\n\nCode: DG\n")
    #expect(records.count == 2)
    #expect(records[0]["Name"] == "青石")
    #expect(records[0].text == "Code: QS\nName: 青石\n")
    #expect(records[0].line == 5)
    #expect(records[1]["Name"] == nil)
  }

  @Test("A field is read whatever the length of its name, and wherever the file ends")
  func names() throws {
    for name in [
      "A", "At", "Code", "Recorded", "SevenLe", "EightLet", "EstablishedBy", "A1", "a_b_c_d_e",
    ] {
      for value in ["", "x", "青石", ":", "a: b"] {
        for end in ["", "\n", "\nB: 1", "\nB: 1\n"] {
          let record = try #require(try read("\(name): \(value)\(end)").first)
          #expect(record[name] == value, "\(name): \(value)\(end)")
          #expect(record["B"] == (end.contains("B") ? "1" : nil))
        }
      }
    }
  }

  @Test(
    "What is no name is no field, wherever the colon stands",
    arguments: [
      ": 1", "1a: 1", "_a: 1", "A-b: 1", "A b: 1", "Ab", "Ab\nCd: 1", "名: 1", "A@: 1", "A[: 1",
      "A`: 1", "A{: 1", "Abcdefgh-: 1",
    ])
  func noNames(_ text: String) {
    for text in [text, text + "\n", text + "\nCode: QS\n"] {
      #expect(throws: RecError.self) { try read(text) }
    }
  }

  @Test(
    "A value of several lines comes back with its line breaks",
    arguments: ["一行\n二行", "a\n\nb", "x\n  indented"])
  func continuation(_ value: String) throws {
    let text = RecWriter.record([("Note", value), ("Next", "1")])
    let record = try #require(try read(text).first)
    #expect(record["Note"] == value)
    #expect(record["Next"] == "1")
  }

  @Test("A line that is no field is named with its file and line")
  func notAField() {
    #expect(throws: RecError.notAField(file: "books/a.rec", line: 2, text: "这不是栏目")) {
      try read("Code: QS\n这不是栏目\n")
    }
    #expect(throws: RecError.self) { try read("+ continues nothing\n") }
    #expect(throws: RecError.self) { try read("Code: QS\n\n+ continues nothing\n") }
  }

  @Test("A byte that is not UTF-8 is named with its line")
  func notUTF8() {
    let bytes = Array("Code: QS\nName: ".utf8) + [0xB8, 0xDF, 0x0A]
    #expect(throws: RecError.notUTF8(file: "gbk.rec", line: 2)) {
      try RecReader(Bytes(bytes), source: "gbk.rec").read()
    }
  }

  @Test(
    "UTF-8 is what RFC 3629 allows",
    arguments: [
      ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0x41, 0xE4, 0xB8], 1), ([0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0xFF], 8),
    ] as [([UInt8], Int)])
  func invalid(_ bytes: [UInt8], _ at: Int) { #expect(Bytes(bytes).firstNonUTF8() == at) }

  @Test("Characters of every length are valid", arguments: ["a", "é", "青", "𮯰", "𱍐", "\u{10FFFF}"])
  func valid(_ text: String) { #expect(Bytes(text).firstNonUTF8() == nil) }

  @Test("Blanks around a value are not part of it; those inside are")
  func blanks() throws {
    #expect(try read("A:   x  y \t\n").first?["A"] == "x  y")
  }

  @Test("Whatever bytes come, reading ends with records or an error")
  func anyBytes() {
    var dice = SystemRandomNumberGenerator()
    let letters = Array("AB:+ %#\n\\青".utf8) + [0xFF, 0x00]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &dice)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &dice)]
      }
      _ = try? RecReader(Bytes(bytes), source: "x").read()
      _ = VolumeText(Bytes(bytes))
    }
  }
}
