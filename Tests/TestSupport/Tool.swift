import Foundation

/// A real program beside ours: recutils, tmux, ssh-keygen, strace, and our own.
package struct Tool {
  package struct Missing: Error, CustomStringConvertible {
    package let description: String
    package init(description: String) { self.description = description }
  }

  package struct Result {
    package let status: Int32
    package let out: String
    package let err: String
  }

  private let path: String

  /// Seconds after which what never comes is said to be missing; nobody waits for them otherwise.
  package static let limit: Double = 90

  /// Finds the program; a test without its component fails, it is never skipped.
  package init(_ name: String) throws {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
      separator: ":")
    let found = folders.map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let found else {
      throw Missing(description: "\(name) is not installed; make test installs it")
    }
    path = found
  }

  private init(path: String) { self.path = path }

  /// Our own program, as the tests' build made it.
  package static func xunfang() throws -> Tool {
    var folder = Bundle.main.bundleURL
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("xunfang").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return Tool(path: candidate) }
      folder.deleteLastPathComponent()
    }
    throw Missing(description: "xunfang is not built")
  }

  package var executable: String { path }

  /// Runs it to its end.
  ///
  /// - Parameter environment: added to the tests' own.
  package func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    try Self.run([path] + arguments, input: input, environment: environment)
  }

  /// Runs a command, its program by its whole path, to its end.
  package static func run(
    _ command: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    let folder = try Scratch()
    try folder.write(input, to: "in")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Files, not pipes: a server that the program leaves behind would hold a pipe open.
    posix_spawn_file_actions_addopen(&actions, 0, folder.path + "/in", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, folder.path + "/out", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder.path + "/err", O_WRONLY | O_CREAT, 0o600)
    let process = try start(command, environment, &actions)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // As a shell gives it: 128 and the signal for a program that was killed.
    let isSignal = status & 0x7F != 0
    return Result(
      status: isSignal ? 128 + (status & 0x7F) : status >> 8 & 0xFF, out: try folder.text("out"),
      err: try folder.text("err"))
  }

  /// Starts a program in a session of its own with `terminal` as its controlling terminal.
  package static func spawn(
    _ command: [String], environment: [String: String], on terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for file: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, file, terminal, O_RDWR, 0)
    }
    // POSIX_SPAWN_SETSID, which Swift can't see.
    return try start(command, environment, &actions, flags: 0x80)
  }

  private static func start(
    _ command: [String], _ environment: [String: String],
    _ actions: inout posix_spawn_file_actions_t, flags: Int16 = 0
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals that a test's thread has blocked would stay blocked in servers such as tmux, and they
    // would outlive the test.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | flags)
    let values = ProcessInfo.processInfo.environment.merging(environment) { $1 }.map {
      "\($0.key)=\($0.value)"
    }
    var process: pid_t = 0
    let code = withStrings(command) { argv in
      withStrings(values) { posix_spawn(&process, command[0], &actions, &attributes, argv, $0) }
    }
    guard code == 0 else {
      throw Missing(description: "\(command): \(String(cString: strerror(code)))")
    }
    return process
  }

  private static func withStrings<R>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R
  ) -> R {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
