import Foundation
import TestSupport
import Testing

/// A system call that is made to fail by strace.
struct SystemFault: Sendable, CustomTestStringConvertible {
  let call: String
  let error: String
  /// The only file it fails at; any without it.
  let path: String?
  var testDescription: String { "\(call) \(error) \(path ?? "")" }
}

@Suite("A system call that fails loses nothing and is said", .serialized)
struct SystemFaultTests {
  private static let members = "register/QSP/members.rec"
  private static let readCalls = ["newfstatat,statx", "openat", "read,pread64"]
  private static let readingFaults = readCalls.flatMap { call in
    ["EIO", "ESTALE", "ENOMEM"].map { SystemFault(call: call, error: $0, path: members) }
  }
  private static let writingFaults = ["fsync", "rename", "write", "flock", "fdatasync"].map {
    SystemFault(call: $0, error: $0 == "flock" ? "ENOLCK" : "ENOSPC", path: nil)
  }

  private static let newMember = [
    "put", "members", "--new", "Code=QS-099", "Name=新人", "Team=QS", "Post=member", "Service=part",
  ]

  private func run(_ fault: SystemFault, _ scratch: Scratch, _ arguments: [String]) throws
    -> Tool.Result
  {
    var strace = ["-f", "-qq", "-o", "/dev/null"]
    if let path = fault.path { strace += ["-P", "\(scratch.path)/\(path)"] }
    strace += [
      "-e", "trace=\(fault.call)", "-e", "inject=\(fault.call):error=\(fault.error)",
      try Tool.xunfang().executable, "--data", scratch.path, "--at", "2026-11-24T22:30:00+08:00",
    ]
    return try Tool("strace").run(
      strace + arguments, environment: ["XUNFANG_HOME": Demo.home, "TZ": "Asia/Shanghai"])
  }

  @Test(
    "A new member while the register can't be read: no member is lost", arguments: readingFaults)
  func reading(_ fault: SystemFault) throws {
    let scratch = try Demo.small()
    let before = try scratch.bytes(Self.members)
    let result = try run(fault, scratch, Self.newMember)
    #expect(result.status == 2, "\(result.err)")
    #expect(result.err.contains("members.rec"), "\(result.err)")
    #expect(try scratch.bytes(Self.members) == before)
  }

  @Test(
    "A member and a patrol while nothing can be written: said, and nothing is there",
    arguments: writingFaults)
  func writing(_ fault: SystemFault) throws {
    let scratch = try Demo.small()
    let before = try scratch.bytes(Self.members)
    let put = try run(fault, scratch, Self.newMember)
    let record = try run(
      fault, scratch,
      [
        "record", "patrol", "--team", "QS", "--from", "1930", "--to", "2210", "--members", "all",
        "--found", "none",
      ])
    for result in [put, record] where result.status != 0 {
      #expect(result.status == 2 && !result.err.isEmpty || fault.call == "write", "\(result.err)")
    }
    // Whatever was said: what is there is whole, and was not called saved when it is not.
    let isThere = try scratch.text(Self.members).contains("QS-099")
    #expect(isThere == (put.status == 0), "\(put.err)")
    if !isThere { #expect(try scratch.bytes(Self.members) == before) }
    let page =
      scratch.exists("books/2026/QS.patrol.rec")
      ? try scratch.text("books/2026/QS.patrol.rec") : ""
    #expect(page.contains("Digest:") == (record.status == 0), "\(record.err)")
    #expect(try Demo.isSound(scratch))
  }
}
