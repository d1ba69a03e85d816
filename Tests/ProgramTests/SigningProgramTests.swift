import Foundation
import TestSupport
import Testing

@Suite("Signing from the command line, checked with other people's tools")
struct SigningProgramTests {
  private let at = "2026-11-24T22:30:00+08:00"

  private func run(
    _ scratch: Scratch, _ arguments: [String], at: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Tool.Result {
    try Tool.xunfang().run(
      arguments + ["--data", scratch.path, "--at", at ?? self.at],
      environment: ["XUNFANG_HOME": Demo.home, "TZ": "Asia/Shanghai"].merging(environment) { $1 })
  }

  /// A file with a PIN that nobody else can read.
  private func pinFile(_ folder: Scratch, _ pin: String = "739251", mode: Int = 0o600) throws
    -> String
  {
    let name = "pin-\(pin.count)-\(mode)"
    try folder.write(pin + "\n", to: name)
    let path = folder.path + "/" + name
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return path
  }

  /// An inspection on page 1; keys for both sides under the PIN of the officer who enrols and appoints them.
  private func begin() throws -> (scratch: Scratch, folder: Scratch, pin: String) {
    let (scratch, folder) = (try Demo.small(), try Scratch())
    let pin = try pinFile(folder)
    let officer = ["--signer", "P-001", "--pin-file", pin]
    for person in ["QS-001", "QS-01-001"] {
      let made = try run(scratch, ["key", "enrol", person, "--new-pin-file", pin] + officer)
      #expect(made.status == 0, "\(made.err)")
    }
    let appointed = try run(scratch, ["appoint", "--from-register"] + officer)
    #expect(appointed.status == 0, "\(appointed.err)")
    let recorded = try run(
      scratch,
      [
        "record", "inspection", "--inspected", "QS-01", "--time", "2140-+25", "--present", "4",
        "--points", "12111111", "--problems", "B", "--found", "1人未到。",
      ])
    #expect(recorded.status == 0, "\(recorded.err)")
    #expect(recorded.out.hasPrefix("QS.inspection 2026 1 sha256 "))
    return (scratch, folder, pin)
  }

  private func sign(_ scratch: Scratch, _ role: String, _ person: String, _ pin: String) throws
    -> Tool.Result
  {
    try run(
      scratch,
      ["sign", "QS.inspection", "2026", "1", "--as", role, "--signer", person, "--pin-file", pin])
  }

  @Test("Both sides sign; the list, verify and the exit codes say so")
  func signed() throws {
    let (scratch, folder, pin) = try begin()
    #expect(
      try run(scratch, ["list", "inspection", "--unsigned", "--json"]).out.contains("inspector"))
    #expect(try sign(scratch, "inspector", "QS-001", pin).out.hasPrefix("QS.inspection 2026 2 "))
    #expect(try sign(scratch, "inspected", "QS-001", pin).status == 1)
    #expect(try sign(scratch, "inspected", "QS-01-001", pin).status == 0)
    #expect(try run(scratch, ["list", "inspection", "--unsigned", "--json"]).out.isEmpty)
    #expect(try run(scratch, ["verify"]).out.contains("3 卷 7 页 9 个签字，0 处不符"))
    let wrong = try pinFile(folder, "7392511")
    let refused = try sign(scratch, "inspected", "QS-01-001", wrong)
    #expect(refused.status == 1 && refused.err.contains("已经签过"))
    #expect(try sign(scratch, "nobody", "QS-001", pin).status == 64)
    let list = try run(scratch, ["key", "list"]).out
    #expect(list.contains("周建林") && list.contains("SHA256:"))
    let keygen = try Tool("ssh-keygen").run(
      ["-l", "-f", "-"],
      input: String(
        try scratch.text("keys/allowed_signers.QSP").firstMatch(of: /ssh-ed25519 \S+/)?.output ?? ""
      ))
    let fingerprint = try #require(keygen.out.firstMatch(of: /SHA256:\S+/)?.output)
    #expect(list.contains(fingerprint))
  }

  @Test("A PIN file that others can read is not used; a wrong PIN signs nothing")
  func pins() throws {
    let (scratch, folder, pin) = try begin()
    let open = try sign(scratch, "inspector", "QS-001", try pinFile(folder, mode: 0o644))
    #expect(open.status == 2 && open.err.contains("别人也能读"), "\(open.err)")
    let wrong = try sign(scratch, "inspector", "QS-001", try pinFile(folder, "111222333"))
    #expect(wrong.status == 2 && wrong.err.contains("口令不对"), "\(wrong.err)")
    #expect(try run(scratch, ["verify"]).out.contains("3 卷 5 页 7 个签字"))
    let new = try pinFile(folder, "大槐树下有三口老水井")
    #expect(
      try run(scratch, ["key", "change-pin", "QS-001", "--pin-file", pin, "--new-pin-file", new])
        .status == 0)
    #expect(try sign(scratch, "inspector", "QS-001", pin).status == 2)
    #expect(try sign(scratch, "inspector", "QS-001", new).status == 0)
    let revoke = ["key", "revoke", "QS-001", "--reason", "遗失", "--signer", "QS-001", "--pin-file"]
    #expect(try run(scratch, revoke + [pin]).status == 2)
    let later = "2026-11-24T22:31:00+08:00"
    #expect(try run(scratch, revoke + [new], at: later).status == 0)
    let verified = try run(scratch, ["verify"], at: later)
    #expect(verified.status == 0, "\(verified.err)")
  }

  @Test("ssh-keygen says Good to a signature page as it stands in the book")
  func keygen() throws {
    let (scratch, folder, pin) = try begin()
    #expect(try sign(scratch, "inspector", "QS-001", pin).status == 0)
    let shown = try run(scratch, ["show", "QS.inspection", "2026", "2", "--bytes"]).out
    let parts = shown.components(separatedBy: "Signature: ")
    try #require(parts.count == 2, "\(shown)")
    try folder.write(parts[1].replacing("\n+ ", with: "\n"), to: "sig")
    #expect(shown.contains("\nEntitled: QSP.keys 2026 No 3\nKeys: QSP.keys 2026 No 3 sha256 "))
    let verified = try Tool("ssh-keygen").run(
      [
        "-Y", "verify", "-f", scratch.path + "/keys/allowed_signers.QSP", "-I", "QS-001", "-n",
        "xunfang-demo", "-s", folder.path + "/sig", "-O", "verify-time=20261124143000Z",
      ],
      input: parts[0])
    #expect(verified.status == 0 && verified.out.contains("Good"), "\(verified.err)")
  }

  @Test("A person whose key an ssh-agent holds signs without a PIN")
  func agent() throws {
    let (scratch, folder, pin) = try begin()
    let socket = folder.path + "/agent"
    let started = try Tool("ssh-agent").run(["-a", socket]).out
    let pid = try #require(
      started.firstMatch(of: /SSH_AGENT_PID=(\d+)/).flatMap { pid_t($0.output.1) })
    defer { kill(pid, SIGKILL) }
    let environment = ["SSH_AUTH_SOCK": socket]
    #expect(
      try Tool("ssh-keygen").run(
        ["-q", "-t", "ed25519", "-N", "", "-f", folder.path + "/card"]
      ).status == 0)
    #expect(
      try Tool("ssh-add").run(["-q", folder.path + "/card"], environment: environment).status == 0)
    let issued = try run(
      scratch,
      [
        "key", "replace", "QS-001", "--agent", "--reason", "换卡", "--signer", "P-001", "--pin-file",
        pin,
        "--with", "QS-001", "--with-pin-file", pin,
      ],
      at: "2026-11-24T22:31:00+08:00", environment: environment)
    #expect(issued.status == 0, "\(issued.err)")
    #expect(try run(scratch, ["key", "list"]).out.contains("ssh-agent"))
    let arguments = [
      "sign", "QS.inspection", "2026", "1", "--as", "inspector", "--signer", "QS-001",
    ]
    let later = "2026-11-24T22:32:00+08:00"
    let signed = try run(scratch, arguments, at: later, environment: environment)
    #expect(signed.status == 0, "\(signed.err)")
    #expect(try run(scratch, ["verify"]).status == 0)
    // Without the agent, or without its key, nothing is signed and it is said why.
    _ = try Tool("ssh-add").run(["-q", "-D"], environment: environment)
    let close = ["close", "--signer", "QS-001"]
    let lacking = try run(scratch, close, at: later, environment: environment)
    #expect(lacking.status == 2 && lacking.err.contains("没有 周建林 的密钥"), "\(lacking.err)")
    let none = try run(scratch, close, at: later, environment: ["SSH_AUTH_SOCK": "/nonexistent"])
    #expect(none.status == 2 && none.err.contains("没有应答"), "\(none.err)")
  }

  @Test("An auditor needs sh, awk, sha256sum and ssh-keygen; any change is found by them")
  func audit() throws {
    let (scratch, folder, pin) = try begin()
    for (role, person) in [("inspector", "QS-001"), ("inspected", "QS-01-001")] {
      #expect(try sign(scratch, role, person, pin).status == 0)
    }
    let bundle = folder.path + "/bundle"
    let audit = ["audit", bundle, "--signer", "P-001", "--pin-file", pin]
    #expect(try run(scratch, audit).out.contains("3 卷"))
    #expect(try run(scratch, audit).status == 2, "never over something that is there")
    func check() throws -> Tool.Result { try Tool("sh").run([bundle + "/check.sh"]) }
    let good = try check()
    #expect(good.status == 0, "\(good.out)\(good.err)")
    // The script says the fingerprint of the note, to be compared with paper.
    let note = try folder.text("bundle/heads.txt")
    let fingerprint = try #require(note.firstMatch(of: /fingerprint sha256:([0-9a-f]+)/)?.output.1)
    #expect(good.out.replacing(" ", with: "").contains(fingerprint), "\(good.out)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: bundle)
    #expect(files.filter { $0.hasSuffix(".rec") }.count == 3)
    #expect(!files.contains { $0.contains("allowed_signers") }, "no list of ours")
    for file in files where file.hasSuffix(".rec") {
      let text = try folder.text("bundle/" + file)
      try folder.write(text.replacing("Date: 202", with: "Date: 201"), to: "bundle/" + file)
      // Without its first officer a book of keys says nothing: then it could not be checked at all.
      #expect(try check().status != 0, "\(file)")
      try folder.write(text, to: "bundle/" + file)
    }
    // A leader's key makes no note.
    let other = folder.path + "/other"
    let leader = try run(
      scratch, ["audit", other, "--signer", "QS-001", "--pin-file", pin])
    #expect(leader.status == 1 && leader.err.contains("没有能这样签的任职"), "\(leader.err)")
    #expect(!FileManager.default.fileExists(atPath: other))
  }

  @Test("Nobody can look for a PIN in the memory of a console that has used it")
  func memory() throws {
    let scratch = try Demo.small()
    Signed.issueKeys(try Demo.runner(scratch))
    let tmux = try Tmux([
      try Tool.xunfang().executable, "--data", scratch.path, "--at", at,
    ])
    try tmux.wait(for: "F1")
    try tmux.press("Down", "F3")
    try tmux.wait(for: "记检查")
    try tmux.press("Enter")
    try tmux.type("2140+25")
    try tmux.press("Enter")
    try tmux.type("=")
    try tmux.press("Enter")
    try tmux.type("11111111")
    try tmux.press("F10")
    try tmux.wait(for: "签字 · 检查方")
    try tmux.type(Signed.pin)
    try tmux.wait(for: "口令 ******")
    try tmux.press("Enter")
    try tmux.wait(for: "签字 · 被检方")
    let process = try tmux.process
    #expect(try Memory.holds("周建林", process), "the test finds what is there")
    #expect(try !Memory.holds(Signed.pin, process))
    // No core dump, and no other process of the same user may attach.
    let limits = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
    #expect(limits.contains(/Max core file size\s+0\s+0/))
    let owner = try FileManager.default.attributesOfItem(atPath: "/proc/\(process)/mem")
    #expect((owner[.ownerAccountID] as? Int) == 0)
  }
}

/// Looks for a text in the memory of another process, as its owner could.
private enum Memory {
  static func holds(_ text: String, _ process: pid_t) throws -> Bool {
    let wanted = Data(text.utf8)
    let maps = try String(contentsOfFile: "/proc/\(process)/maps", encoding: .utf8)
    let file = open("/proc/\(process)/mem", O_RDONLY)
    guard file >= 0 else { throw Tool.Missing(description: "/proc/\(process)/mem: \(errno)") }
    defer { close(file) }
    for line in maps.split(separator: "\n") {
      let words = line.split(separator: " ")
      let ends = words[0].split(separator: "-").compactMap { UInt(String($0), radix: 16) }
      guard words[1].hasPrefix("rw"), ends.count == 2 else { continue }
      var memory = [UInt8](repeating: 0, count: Int(ends[1] - ends[0]))
      let count = memory.withUnsafeMutableBytes {
        pread(file, $0.baseAddress, $0.count, off_t(ends[0]))
      }
      guard count > 0 else { continue }
      if Data(memory[..<count]).range(of: wanted) != nil { return true }
    }
    return false
  }
}
