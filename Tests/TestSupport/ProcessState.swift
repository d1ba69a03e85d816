import Foundation

/// What the kernel says of a process.
package struct ProcessState {
  private let stat: String
  private let status: String

  package init(_ process: pid_t) throws {
    stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
  }

  package var isStopped: Bool { stat.split(separator: ")").last?.hasPrefix(" T") == true }

  /// Whether a signal was sent to it that it has not taken yet.
  package func isPending(_ signal: Int32) -> Bool {
    ["SigPnd:", "ShdPnd:"].contains { name in
      let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
      let mask = line.flatMap { UInt64($0.dropFirst(name.count).filter { $0 != "\t" }, radix: 16) }
      return (mask ?? 0) >> UInt64(signal - 1) & 1 == 1
    }
  }
}
