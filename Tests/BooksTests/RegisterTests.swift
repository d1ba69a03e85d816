import Books
import Foundation
import Records
import TestSupport
import Testing
import Wording

@Suite("A register is changed one record at a time")
struct RegisterTests {
  private let path = "register/QS/members.rec"
  private let text = """
    %rec: Member
    # 2026 roll

    Code: QS-001
    Name: 周建林
    Shoe: 43

    Code: QS-002
    Name: 𮯰某

    """

  private struct Person: Sendable {
    let code, name, phone: String

    static let schema = Schema(
      "Member", Phrase(verbatim: "Member"), Person.init(code:name:phone:),
      Field("Code", \.code, .key, Phrase(verbatim: "Code")),
      Field("Name", \.name, .line, Phrase(verbatim: "Name")),
      Field("Phone", \.phone, .prose, Phrase(verbatim: "Phone")))
  }

  private func put(
    _ code: String, _ name: String, phone: String = "", seen: [String: String]?,
    on register: Register
  ) throws {
    try register.put(
      Person(code: code, name: name, phone: phone), Person.schema, key: "Code", seen: seen)
  }

  private func register(_ scratch: Scratch) throws -> Register {
    try scratch.write(text, to: path)
    return Register(path, on: scratch.disk)
  }

  private func record(_ register: Register, _ code: String) throws -> [String: String]? {
    try #require(try register.read().get()).records.first { $0["Code"] == code }.map {
      Person.schema.texts(try Person.schema.parse($0))
    }
  }

  @Test("Comments, other records and unknown fields stay byte for byte")
  func change() throws {
    let scratch = try Scratch()
    let register = try register(scratch)
    try put(
      "QS-001", "周建林", phone: "10012345678", seen: try record(register, "QS-001"), on: register)
    #expect(
      try scratch.text(path)
        == text.replacing("Name: 周建林\nShoe: 43", with: "Name: 周建林\nPhone: 10012345678\nShoe: 43"))
  }

  @Test("A field that was emptied is gone from the record")
  func emptied() throws {
    let scratch = try Scratch()
    try scratch.write("Code: A\nName: 某\nPhone: 10012345678\n", to: path)
    let register = Register(path, on: scratch.disk)
    try put("A", "某", seen: try record(register, "A"), on: register)
    #expect(try scratch.text(path) == "Code: A\nName: 某\n")
  }

  @Test("A new record goes to the end, after a blank line")
  func append() throws {
    let scratch = try Scratch()
    let register = try register(scratch)
    try put("QS-003", "单雄", seen: nil, on: register)
    #expect(try scratch.text(path) == text + "\nCode: QS-003\nName: 单雄\n")
  }

  @Test("The first record of a new file stands under its descriptor")
  func newFile() throws {
    let scratch = try Scratch()
    try put("A", "某", seen: nil, on: Register(path, on: scratch.disk))
    #expect(
      try scratch.text(path)
        == "%rec: Member\n%key: Code\n%type: Code line\n%type: Name line\n%mandatory: Name\n\nCode: A\nName: 某\n"
    )
  }

  @Test("A record changed elsewhere meanwhile is not overwritten")
  func conflict() throws {
    let scratch = try Scratch()
    let register = try register(scratch)
    let seen = try record(register, "QS-001")
    try scratch.write(text.replacing("周建林", with: "周建森"), to: path)
    #expect(throws: BookError.registerChanged(file: path)) {
      try put("QS-001", "周建林", seen: seen, on: register)
    }
    #expect(try scratch.text(path).contains("周建森"))
  }

  @Test("Several records are changed, added and taken out in one go, or none of them")
  func several() throws {
    let scratch = try Scratch()
    let register = try register(scratch)
    let known: Set = ["Code", "Name", "Phone"]
    func fields(_ code: String, _ name: String) -> [(name: String, value: String)] {
      [(name: "Code", value: code), (name: "Name", value: name)]
    }
    let edits = [
      Register.Edit("QS-003", seen: nil, fields: fields("QS-003", "单雄")),
      Register.Edit("QS-001", seen: ["Code": "QS-001", "Name": "周建林"], fields: nil),
      Register.Edit(
        "QS-002", seen: ["Code": "QS-002", "Name": "𮯰某"], fields: fields("QS-002", "𱍐某")),
    ]
    try register.apply(edits, key: "Code", descriptor: "", known: known)
    #expect(
      try scratch.text(path)
        == "%rec: Member\n# 2026 roll\n\nCode: QS-002\nName: 𱍐某\n\nCode: QS-003\nName: 单雄\n")
    let before = try scratch.text(path)
    #expect(throws: BookError.registerChanged(file: path)) {
      try register.apply(
        [
          Register.Edit("QS-003", seen: nil, fields: fields("QS-003", "某")),
          Register.Edit("QS-004", seen: nil, fields: fields("QS-004", "某")),
        ], key: "Code", descriptor: "", known: known)
    }
    #expect(try scratch.text(path) == before)
  }

  @Test("A full disk leaves the old register")
  func fullDisk() throws {
    let scratch = try Scratch()
    _ = try register(scratch)
    let failing = Register(path, on: FailingDisk(scratch.disk, .full))
    #expect(throws: DiskError.full(path: path)) {
      try put("X", "某", seen: nil, on: failing)
    }
    #expect(try scratch.text(path) == text)
  }

  @Test("A record taken out leaves the others as they were")
  func remove() throws {
    let scratch = try Scratch()
    let register = try register(scratch)
    try register.remove(key: "Code", value: "QS-001")
    #expect(try #require(try register.read().get()).records.map { $0["Code"] } == ["QS-002"])
    #expect(try scratch.text(path).contains("# 2026 roll"))
  }

  @Test("A draft comes back as it was typed, and is gone once discarded")
  func drafts() throws {
    let scratch = try Scratch()
    let drafts = Drafts(on: scratch.disk)
    let draft = Draft(["Observed": "一行\n\n三行", "From": "20"])
    try drafts.save(draft, as: "patrol-QS")
    #expect(try drafts.names() == ["patrol-QS"])
    #expect(try drafts.read("patrol-QS") == draft)
    try drafts.discard("patrol-QS")
    #expect(try drafts.read("patrol-QS") == nil)
  }

  @Test("What a killed program had half written is thrown away when it is old, and nothing else")
  func halfWritten() throws {
    let scratch = try Scratch()
    let names = ["a.rec", "a.rec.4711.new", "b.rec.4712.new", "c.new", "d.rec.next"]
    for name in names { try scratch.write("x", to: "drafts/\(name)") }
    for name in names where !name.hasPrefix("b") {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -7200)],
        ofItemAtPath: scratch.path + "/drafts/" + name)
    }
    scratch.disk.removeHalfWritten(in: "drafts")
    #expect(try Set(scratch.disk.names(in: "drafts")) == Set(names).subtracting(["a.rec.4711.new"]))
  }
}
