import Books
import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Stations sign each other's heads, so that none can write its books anew")
struct CosigningTests {
  private let inspections = "books/2026/QS.inspection.rec"

  /// Another station: the same people, in a directory of its own.
  private func neighbour(_ id: String = "demo-5be1c0ffee00000000000000000000b2") throws -> Scratch {
    let scratch = try Demo.small(isBegun: false)
    try scratch.write(
      try scratch.text("station.rec").replacing(Sample.directory.text, with: id),
      to: "station.rec")
    Signed.issueKeys(try Demo.runner(scratch))
    return scratch
  }

  /// What a station puts on a stick, as `audit` writes it.
  private func stick(_ station: Scratch, at stamp: Stamp = Demo.now) throws -> Scratch {
    let stick = try Scratch()
    let note = try Demo.runner(station, at: stamp).headsNote(by: Signed.hand())
    _ = try Auditing(station.disk, to: stick.disk).write(note, [])
    return stick
  }

  @Test("A bundle that could not be written is named by the place where it was to be")
  func bundleNotWritten() throws {
    let (station, stick) = (try neighbour(), try Scratch())
    let note = try Demo.runner(station).headsNote(by: Signed.hand())
    let full = FailingDisk(stick.disk, .full, acts: [.replace], at: "heads.txt")
    let error = #expect(throws: AuditError.self) {
      _ = try Auditing(station.disk, to: full).write(note, [])
    }
    let notice = try #require(error?.notice)
    #expect(notice.happened[.hans] == "\(stick.path)/heads.txt：磁盘已满。")
  }

  private func cosign(
    _ witness: Scratch, _ stick: Scratch, _ confirmed: Cosigning.Confirmed = [],
    by hand: HandAtKeyboard? = nil, at stamp: Stamp = Demo.now
  ) throws -> Cosigned {
    try Demo.runner(witness, at: stamp).cosign(
      Cosigning(PosixDisk(root: stick.path), kinds: .ours, confirmed: confirmed),
      by: hand ?? Signed.hand())
  }

  private func hour(_ hour: Int) throws -> Stamp {
    try #require(Stamp("2026-11-25T\(hour < 10 ? "0" : "")\(hour):00:00+08:00"))
  }

  @Test(
    "Signed over a stick, taken in again, gone on with; a book that is then written anew is named")
  func twoStations() throws {
    let (a, b) = (try Signed.directory(), try neighbour())
    // The first time its beginning is compared with paper.
    let first = try stick(a)
    #expect(throws: CosignRefusal.self) { try cosign(b, first) }
    #expect(!(try first.text("heads.txt")).contains("\ncosigned "))
    let signed = try cosign(b, first, .first)
    #expect(signed.findings.isEmpty && signed.note?.hands.count == 2)
    #expect(
      try first.text("heads.txt").contains(
        "\ncosigned demo-5be1c0ffee00000000000000000000b2 P-001 "))
    #expect(try b.text(signed.path) == first.text("heads.txt"))
    // The owner takes it back; anybody's ssh-keygen takes both signatures, and verification compares.
    let taken = try Demo.runner(a).takeIn(first.path + "/heads.txt")
    #expect(taken.note?.hands.count == 2 && taken.path.hasPrefix("exports/heads/"))
    #expect(try #require(Demo.verified(a).compared.first)[.hans].contains("比了 3 卷 4 把密钥"))
    // It goes on, and is signed again without a word.
    let runner = try Demo.runner(a, at: try hour(10))
    _ = runner.perform(.record(try Sample.quiet()))
    let second = try stick(a, at: try hour(11))
    #expect(try cosign(b, second, at: try hour(12)).note != nil)
    // Then it writes the book of inspections anew, all signatures good: its own people have the PINs.
    let before = try a.text(inspections)
    try a.disk.remove(inspections)
    try FileManager.default.removeItem(atPath: a.path + "/exports/heads")
    let again = try Demo.runner(a)
    _ = again.perform(.inspect(try Signed.inspection(["Present": "4"])))
    for (role, person) in [(SignatureRole.inspector, "QS-001"), (.inspected, "QS-01-001")] {
      _ = again.perform(Signed.sign(1, role, person))
    }
    #expect(try a.text(inspections) != before)
    let third = try stick(a, at: try hour(13))
    let refused = try cosign(b, third, at: try hour(14))
    #expect(refused.note == nil)
    #expect(refused.findings.map { $0.happened[.hans] }.first == "\(inspections) 第3页（H1）：与头单上的页不同。")
    #expect(!(try third.text("heads.txt")).contains("\ncosigned "))
    // Both notes are kept, and the owner's own verification says the same.
    #expect(refused.path.contains("/refused-"))
    #expect(try b.text(refused.path) == third.text("heads.txt"))
    try a.write(try b.text(signed.path), to: "exports/heads/2026-11-24T223000-kept-2.heads")
    let findings = try Demo.verified(a).findings.map { $0.happened[.hans] }
    #expect(findings.contains("\(inspections) 第3页（H1）：与头单上的页不同。"), "\(findings)")
  }

  @Test("Nothing is signed that is not what it says, or not this station's to sign")
  func refused() throws {
    let (a, b) = (try Signed.directory(), try neighbour())
    let own = try stick(a)
    #expect(throws: CosignRefusal.own) { try cosign(a, own, .first) }
    // Neither by somebody who is no officer, nor with a wrong PIN.
    #expect(throws: KeysRefusal.self) { try cosign(b, own, .first, by: Signed.hand("QS-001")) }
    #expect(throws: (any Error).self) {
      try cosign(b, own, .first, by: HandAtKeyboard("P-001", Signed.secret("111111")))
    }
    let note = try own.text("heads.txt")
    func changed(_ change: (Scratch) throws -> Void) throws -> Scratch {
      let stick = try stick(a)
      try change(stick)
      return stick
    }
    let cut = try changed { try $0.write(String(note.dropLast(40)), to: "heads.txt") }
    #expect(throws: HeadsNoteError.notWhole(file: "heads.txt")) { try cosign(b, cut, .first) }
    let linked = try changed { stick in
      try stick.write(note, to: "other")
      try stick.disk.remove("heads.txt")
      symlink(stick.path + "/other", stick.path + "/heads.txt")
    }
    #expect(throws: CosignRefusal.isLink(file: "heads.txt")) { try cosign(b, linked, .first) }
    // A volume that went on after the note, one that is missing, and one of which a byte is another.
    let longer = try changed { stick in
      let runner = try Demo.runner(a)
      _ = runner.perform(.record(try Sample.quiet(["Remark": "后来"])))
      try stick.write(try a.text("books/2026/QS.patrol.rec"), to: "books/2026/QS.patrol.rec")
    }
    #expect(throws: CosignRefusal.notItsVolumes(file: "books/2026/QS.patrol.rec")) {
      try cosign(b, longer, .first)
    }
    let shorter = try changed { try $0.disk.remove(inspections) }
    #expect(try cosign(b, shorter, .first).findings.count == 1)
    let altered = try changed {
      try $0.write(
        try $0.text(inspections).replacing("Present: 5", with: "Present: 4"), to: inspections)
    }
    let said = try cosign(b, altered, .first).findings.map { $0.happened[.hans] }
    #expect(said.first?.hasPrefix("\(inspections) 第1页") == true, "\(said)")
    #expect(b.files("witness").allSatisfy { $0.contains("refused-") }, "\(b.files("witness"))")
    #expect(throws: CosignRefusal.foreign) { try Demo.runner(b).takeIn(own.path + "/heads.txt") }
  }

  @Test("Once seen, it is not taken back: an older note, another beginning, a second signature")
  func seen() throws {
    let (a, b) = (try Signed.directory(), try neighbour())
    let early = try stick(a)
    let late = try stick(a, at: try hour(10))
    #expect(try cosign(b, late, .first, at: try hour(11)).note != nil)
    #expect(throws: CosignRefusal.olderThanSeen(Demo.today + 1)) {
      try cosign(b, early, at: try hour(11))
    }
    #expect(throws: CosignRefusal.alreadySigned) { try cosign(b, late, at: try hour(11)) }
    // A third station signs under it as well.
    let c = try neighbour("demo-5be1c0ffee00000000000000000000c3")
    #expect(try cosign(c, late, .first, at: try hour(11)).note?.hands.count == 3)
    // The same id, begun again from its first page on.
    let other = try Demo.small(isBegun: false)
    Signed.issueKeys(try Demo.runner(other, at: try hour(9)))
    let anew = try stick(other, at: try hour(12))
    do {
      _ = try cosign(b, anew, at: try hour(13))
      Issue.record("another directory under the same id was signed")
    } catch CosignRefusal.otherRoot(let file) { #expect(file.hasSuffix("QSP.keys.rec")) }
    #expect(b.files("witness").contains { $0.contains("refused-") })
  }

  @Test("No note is made of books that contradict one that is kept, and a newer one covers none")
  func notCovered() throws {
    let (a, b) = (try Signed.directory(), try neighbour())
    let stick = try stick(a)
    _ = try cosign(b, stick, .first)
    _ = try Demo.runner(a).takeIn(stick.path + "/heads.txt")
    // The last page is torn off.
    let pages = try a.text(inspections).components(separatedBy: "\n\nNumber: ")
    try a.write(pages.dropLast().joined(separator: "\n\nNumber: ") + "\n", to: inspections)
    let later = try Demo.runner(a, at: try hour(10))
    #expect(throws: HeadsFinding.self) { try later.headsNote(by: Signed.hand()) }
    // One that was made all the same, while the kept ones were away, hides nothing.
    let kept = try a.files("exports/heads").map { ($0, try a.text("exports/heads/\($0)")) }
    try FileManager.default.removeItem(atPath: a.path + "/exports/heads")
    try later.keep(try later.headsNote(by: Signed.hand()))
    for (name, text) in kept { try a.write(text, to: "exports/heads/\(name)") }
    let verified = try Demo.verified(a)
    #expect(verified.compared.count == 2)
    let findings = verified.findings.map { $0.happened[.hans] }
    #expect(findings == ["\(inspections) 第3页（H2）：头单上有这一页，现在没有。"], "\(findings)")
  }

  @Test("A close of the day names the newest note that is kept, and counts")
  func closed() throws {
    let scratch = try Signed.directory()
    let runner = try Demo.runner(scratch)
    let note = try runner.headsNote(by: Signed.hand())
    try runner.keep(note)
    let close = Command.attest(.close(Demo.today), by: "P-001", Signed.secret())
    #expect(runner.perform(close).outcome.pages.count == 1)
    #expect(
      try scratch.text(inspections).contains("\nHeads: sha256:\(note.fingerprint.hex)\n"))
    #expect(try Demo.isSound(scratch))
  }

  @Test(
    "Ten days without another station's signature are said, twenty are urgent; practice is asked for none"
  )
  func reminder() throws {
    let scratch = try Service.station()
    func said(_ day: String) throws -> [String] {
      let runner = try Demo.runner(scratch, at: try #require(Stamp("\(day)T12:00:00+08:00")))
      return try runner.findings(try #require(Day(day))).filter { $0.rule == .cosignDue }
        .map { "\($0.text[.hans]) \($0.isUrgent)" }
    }
    #expect(try said("2026-11-11").isEmpty)
    #expect(try said("2026-11-12") == ["头单从未由外站会签，已11天 false"])
    try scratch.write("", to: "exports/heads/2026-11-03T100000-3f1c77aa3f1c77aa-2.heads")
    try scratch.write("", to: "exports/heads/2026-11-12T100000-3f1c77aa3f1c77aa-1.heads")
    #expect(try said("2026-11-13").isEmpty)
    #expect(try said("2026-11-14") == ["头单该请外站会签了，上次在11天前 false"])
    #expect(try said("2026-11-24") == ["头单该请外站会签了，上次在21天前 true"])
    let demo = try Signed.directory()
    #expect(!(try Demo.runner(demo).findings(Demo.today)).contains { $0.rule == .cosignDue })
  }
}
