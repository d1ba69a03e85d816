import Crypto
import Foundation
import TestSupport
import Testing
import Wording

@testable import Signing

@Suite("An ssh-agent signs for a person whose key it holds")
struct SSHAgentTests {
  /// A real ssh-agent with one fresh key in it, gone with the test.
  final class Agent {
    let scratch: Scratch
    let socket: String
    private let pid: pid_t

    init() throws {
      scratch = try Scratch()
      socket = scratch.path + "/agent"
      let said = try Tool("ssh-agent").run(["-a", socket]).out
      let number = try #require(said.firstMatch(of: /SSH_AGENT_PID=(\d+)/))
      pid = try #require(pid_t(number.output.1))
      _ = try Tool("ssh-keygen").run(
        ["-q", "-t", "ed25519", "-N", "", "-C", "card", "-f", scratch.path + "/key"])
      _ = try Tool("ssh-add").run(
        ["-q", scratch.path + "/key"], environment: ["SSH_AUTH_SOCK": socket])
    }

    // It inherits blocked signals from a test process; this one nobody can block.
    deinit { kill(pid, SIGKILL) }
  }

  @Test("It tells its keys, and what it signs is the key's own signature")
  func sign() throws {
    let running = try Agent()
    let agent = SSHAgent(socket: running.socket)
    let key = try #require(try agent.keys().first)
    #expect(try running.scratch.text("key.pub").hasPrefix(key.line))
    let message = Array("Number: 1\n".utf8)
    let signature = try SSHSignature(of: message, namespace: .book, by: key) {
      try agent.sign($0, by: key)
    }
    #expect(signature.holds(for: message, namespace: .book))
    try running.scratch.write("QS-001 \(key.line)\n", to: "allowed")
    try running.scratch.write(signature.armoured, to: "sig")
    let verified = try Tool("ssh-keygen").run(
      [
        "-Y", "verify", "-f", running.scratch.path + "/allowed", "-I", "QS-001", "-n",
        "xunfang-book", "-s", running.scratch.path + "/sig",
      ],
      input: "Number: 1\n")
    #expect(verified.status == 0, "\(verified.err)")
  }

  @Test("An agent that takes a question and never answers is not waited for without end")
  func hanging() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/agent"
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    // Who is only in the queue is connected, and hears nothing.
    try #require(bound == 0 && listen(listener, 1) == 0)
    #expect(throws: SigningError.noAgent(path)) {
      try SSHAgent(socket: path, answer: 1, touch: 1).keys()
    }
  }

  @Test("A key it does not hold, and an agent that is not there, are said")
  func missing() throws {
    let running = try Agent()
    let stranger = SSHPublicKey(Curve25519.Signing.PrivateKey().publicKey)
    #expect(throws: SigningError.agentRefused) {
      try SSHAgent(socket: running.socket).sign([1], by: stranger)
    }
    for path in ["", "/nonexistent", String(repeating: "x", count: 300)] {
      #expect(throws: SigningError.noAgent(path)) { try SSHAgent(socket: path).keys() }
    }
  }

  @Test("Every reason for not signing says what happened, what is safe and what to do")
  func notices() {
    for error in SigningError.examples {
      for language in Language.allCases {
        for place in Notice.Place.allCases {
          #expect(error.notice.sentences(language, at: place).count == 3)
        }
      }
    }
  }
}
