import Foundation
import Glibc

/// Our own program on one data directory, at the demo's time, with what is done to it from outside.
package struct Program {
  /// A system call that fails, or that kills.
  package struct Fault: Sendable, Hashable, CustomStringConvertible {
    /// Names of system calls between commas, as strace takes them.
    package let calls: String
    /// How it fails, as strace takes it: an error, or a signal that kills.
    package let injection: String
    /// The only file it happens at; any without it.
    package var path: String?

    package init(_ calls: String, _ injection: String, at path: String? = nil) {
      (self.calls, self.injection, self.path) = (calls, injection, path)
    }

    package var description: String { "\(calls):\(injection) \(path ?? "")" }
  }

  package let data: String
  private let program: Tool

  package init(on data: String) throws {
    self.data = data
    program = try Tool.xunfang()
  }

  package init(on scratch: Scratch) throws { try self.init(on: scratch.path) }

  package static let environment = [
    "XUNFANG_HOME": Demo.home, "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8",
  ]

  private static let at = ["--at", "2026-11-24T22:30:00+08:00"]

  /// The words that start it; `--data` and `--at` stand behind those of the command.
  package func command(_ words: [String]) -> [String] {
    [program.executable] + words + ["--data", data] + Self.at
  }

  package func run(_ words: [String]) throws -> Tool.Result { try Self.start(command(words)) }

  /// Runs it as somebody whom the modes of files bind: they don't bind root.
  package func runAsOrdinary(_ words: [String]) throws -> Tool.Result {
    try Self.start(try ordinary(words))
  }

  /// The words that start it so.
  package func ordinary(_ words: [String]) throws -> [String] {
    guard geteuid() == 0 else { return command(words) }
    let capabilities = "-dac_override,-dac_read_search"
    return [
      try Tool("setpriv").executable, "--inh-caps=\(capabilities)",
      "--bounding-set=\(capabilities)",
    ] + command(words)
  }

  /// Runs it under strace.
  ///
  /// - Parameter log: where the calls are written down.
  package func run(
    _ words: [String], _ fault: Fault, log: String = "/dev/null"
  ) throws -> Tool.Result {
    try Self.start(try Self.traced(command(words), fault, below: data, log: log))
  }

  /// A command under strace.
  ///
  /// - Parameter log: where the calls are written down.
  package static func traced(
    _ command: [String], _ fault: Fault, below data: String, log: String = "/dev/null"
  ) throws -> [String] {
    var strace = [try Tool("strace").executable, "-f", "-qq", "-o", log]
    // At a stop of seccomp's the kernel drops the signal that it is told to go on with.
    if !fault.injection.hasPrefix("signal") { strace.append("--seccomp-bpf") }
    if let path = fault.path { strace += ["-P", "\(data)/\(path)"] }
    return strace + [
      "-e", "trace=\(fault.calls)", "-e", "inject=\(fault.calls):\(fault.injection)",
    ] + command
  }

  private static func start(_ command: [String]) throws -> Tool.Result {
    try Tool.run(command, environment: environment)
  }
}
