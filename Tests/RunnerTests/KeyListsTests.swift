import Books
import Foundation
import Patrol
import Records
import Runner
import Signing
import TestSupport
import Testing

@Suite("Each keeper has a list of keys of its own, and all are read together")
struct KeyListsTests {
  private static let common = "keys/allowed_signers"
  private static let own = "keys/allowed_signers.QSP"
  private static let other = "keys/allowed_signers.BGP"

  /// A signed inspection whose keys stand in the list for all, as in older directories.
  private func older() throws -> Scratch {
    let scratch = try Signed.directory()
    try move(Self.own, to: Self.common, scratch)
    return scratch
  }

  private func move(_ path: String, to other: String, _ scratch: Scratch) throws {
    try scratch.write(try scratch.bytes(path), to: other)
    try scratch.disk.remove(path)
  }

  private func new(_ person: String, _ scratch: Scratch, replaces: Bool = false) throws -> String {
    // A key that takes another's place is under another PIN.
    let secret = Signed.secret(replaces ? "862409" : Signed.pin)
    return Said.by(
      try Demo.runner(scratch).perform(
        .newKey(of: person, .sealed(secret), replaces: replaces)))
  }

  private func hasKey(_ person: String, _ scratch: Scratch) throws -> Bool {
    try Demo.snapshot(scratch).key(of: person) != nil
  }

  @Test("A new key comes into the station's own list, and the list for all stays as it is")
  func issued() throws {
    let scratch = try older()
    let before = try scratch.text(Self.common)
    #expect(try Demo.isSound(scratch))
    #expect(try !new("QS-002", scratch).contains(": "))
    #expect(try scratch.text(Self.common) == before)
    #expect(try scratch.text(Self.own).hasPrefix("QS-002 namespaces="))
    #expect(try scratch.text(Self.own).split(separator: "\n").count == 1)
    #expect(try hasKey("QS-001", scratch) && hasKey("QS-002", scratch))
  }

  @Test("A list that is gone, or was cut, is named, and no key comes into it or ends in it")
  func lost() throws {
    for lines in [0, 1] {
      let scratch = try Signed.directory()
      let kept = try scratch.text(Self.own).split(separator: "\n").prefix(lines)
      try scratch.disk.remove(Self.own)
      if lines > 0 { try scratch.write(kept.map { $0 + "\n" }.joined(), to: Self.own) }
      let before = try DirectoryState(scratch)
      let said = try Demo.runner(scratch).unread().map { $0.happened[.hans] }.joined()
      #expect(said.contains("公钥名单里没有它的公钥"), "\(said)")
      #expect(try new("QS-002", scratch).contains("公钥名单里没有它的公钥"))
      #expect(try DirectoryState(scratch) == before)
    }
  }

  @Test("A list of which a line is no key is not written into")
  func strange() throws {
    let scratch = try Signed.directory()
    try scratch.write(try scratch.text(Self.own) + "what is this\n", to: Self.own)
    let before = try DirectoryState(scratch)
    let said = Said.by(try Demo.runner(scratch).perform(.revokeKey(of: "QS-001")))
    #expect(said.contains("不是公钥"), "\(said)")
    #expect(try new("QS-002", scratch).contains("不是公钥"))
    #expect(try DirectoryState(scratch) == before)
  }

  @Test("A key in the list for all is ended where it stands; the one that replaces it is not")
  func ended() throws {
    let scratch = try older()
    _ = try new("QS-001", scratch, replaces: true)
    let lines = try scratch.text(Self.common).split(separator: "\n")
    #expect(lines.filter { $0.contains("valid-before") }.map { $0.prefix(7) } == ["QS-001 "])
    #expect(lines.count == Signed.people.count)
    #expect(try scratch.text(Self.own).hasPrefix("QS-001 "))
    #expect(try !scratch.text(Self.own).contains("valid-before"))
    #expect(try hasKey("QS-001", scratch) && Demo.isSound(scratch))
    _ = try Demo.runner(scratch).perform(.revokeKey(of: "P-002"))
    #expect(try !hasKey("P-002", scratch))
    #expect(try scratch.text(Self.common).split(separator: "valid-before").count == 3)
  }

  @Test("The list of another keeper is read, and its lines are that keeper's to end")
  func elsewhere() throws {
    let scratch = try Signed.directory()
    try move(Self.own, to: Self.other, scratch)
    // No keeper of registers: what lies there is a copy that somebody left.
    #expect(try !hasKey("QS-001", scratch))
    try scratch.write("%rec: Team\n", to: "register/BGP/teams.rec")
    #expect(try hasKey("QS-001", scratch) && Demo.isSound(scratch))
    let before = try scratch.text(Self.other)
    #expect(try new("QS-001", scratch, replaces: true).contains(Self.other))
    #expect(
      Said.by(try Demo.runner(scratch).perform(.revokeKey(of: "QS-001"))).contains(Self.other))
    #expect(try scratch.text(Self.other) == before && !scratch.exists(Self.own))
  }

  @Test(
    "A copy that an editor left beside a list brings no key back",
    arguments: [
      "keys/allowed_signers.bak", "keys/allowed_signers.QSP~", "keys/allowed_signers.orig",
    ])
  func copy(_ path: String) throws {
    let scratch = try Signed.directory()
    try scratch.write(try scratch.bytes(Self.own), to: path)
    _ = try Demo.runner(scratch).perform(.revokeKey(of: "QS-001"))
    #expect(try !hasKey("QS-001", scratch))
  }

  @Test(
    "A list that was not read is named, and nobody is taken for somebody without a key",
    arguments: [Self.common, Self.own, Self.other])
  func notRead(_ path: String) throws {
    let scratch = try older()
    _ = try new("QS-002", scratch)
    try scratch.write("%rec: Team\n", to: "register/BGP/teams.rec")
    try scratch.write("", to: path)
    let runner = try Demo.runner(scratch)
    #expect(try runner.unread().contains { $0.happened[.hans].hasPrefix("\(path) 未读入") })
    #expect(try new("QS-003", scratch).contains(path))
    #expect(
      try Demo.verified(scratch).findings.allSatisfy { $0.happened[.hans].contains("公钥名单未读入") })
    #expect(try scratch.text(path).isEmpty)
  }

  @Test("An auditor gets all of them as one list")
  func audited() throws {
    let scratch = try older()
    _ = try new("QS-002", scratch)
    let out = try Scratch()
    _ = try Auditing(
      scratch.disk, to: PosixDisk(root: out.path + "/b")
    ).write(.init(owners: nil, from: nil, to: nil))
    #expect(
      try out.text("b/allowed_signers")
        == scratch.text(Self.common) + (try scratch.text(Self.own)))
  }

  @Test("A list that another program changes shows in a console that is open")
  func changedOutside() throws {
    let scratch = try Signed.directory()
    let runner = try Demo.runner(scratch)
    #expect(try runner.snapshot.key(of: "QS-001") != nil)
    try scratch.write(
      try scratch.text(Self.own).split(separator: "\n").filter { !$0.hasPrefix("QS-001 ") }
        .map { $0 + "\n" }.joined(), to: Self.own)
    _ = runner.perform(.setStation(["Grace": "3"]))
    #expect(try runner.snapshot.key(of: "QS-001") == nil)
  }
}
