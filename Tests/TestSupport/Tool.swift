import Foundation

/// A real program beside ours: recutils, tmux, ssh-keygen, strace, and our own.
package struct Tool {
  package struct Missing: Error, CustomStringConvertible {
    package let description: String
  }

  package struct Result {
    package let status: Int32
    package let out: String
    package let err: String
  }

  private let path: String

  /// Finds the program; a test without its component fails, it is never skipped.
  package init(_ name: String) throws {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { throw Missing(description: "\(name) is not installed; make test installs it") }
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
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (out, err, typed) = (Pipe(), Pipe(), Pipe())
    (process.standardOutput, process.standardError, process.standardInput) = (out, err, typed)
    try process.run()
    try typed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try typed.fileHandleForWriting.close()
    // Read both ends at once: a full pipe would hold the program.
    nonisolated(unsafe) var errors = Data()
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) { errors = err.fileHandleForReading.readDataToEndOfFile() }
    let said = out.fileHandleForReading.readDataToEndOfFile()
    group.wait()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, out: String(decoding: said, as: UTF8.self),
      err: String(decoding: errors, as: UTF8.self))
  }
}
