import Foundation

/// A real terminal around the program: a tmux server of its own, gone with the test.
package final class Tmux {
  private let tool: Tool
  private let socket: String

  package struct NeverShown: Error, CustomStringConvertible {
    package let description: String
  }

  /// Starts `command` in a window of so many columns and rows.
  ///
  /// - Parameter environment: set for the command, beside TZ and the checkout's themes and tables.
  package init(
    _ command: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws {
    tool = try Tool("tmux")
    socket = "xunfang-test-\(UUID().uuidString.prefix(8))"
    let values = [
      "TZ": "Asia/Shanghai", "XUNFANG_HOME": Demo.home, "LC_ALL": "C.UTF-8", "NO_COLOR": "",
    ].merging(
      environment
    ) { $1 }
    let setting = values.map { "\($0.key)=\(Self.quoted($0.value))" }.sorted().joined(
      separator: " ")
    let line =
      "env \(setting) \(command.map(Self.quoted).joined(separator: " ")); echo EXIT:$?; read -r _"
    try tmux([
      "-u", "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "sh -c \(Self.quoted(line))",
    ])
    try tmux(["set", "-g", "escape-time", "0"])
    try tmux(["set", "-g", "status", "off"])
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  deinit { _ = try? tmux(["kill-server"]) }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }

  @discardableResult
  private func tmux(_ arguments: [String], input: String = "") throws -> String {
    let result = try tool.run(["-L", socket] + arguments, input: input)
    guard result.status == 0 else {
      throw NeverShown(description: "tmux \(arguments): \(result.err)")
    }
    return result.out
  }

  /// Presses tmux's keys, one after another: `F2`, `Enter`, `C-s`.
  package func press(_ keys: String...) throws {
    for key in keys { try tmux(["send-keys", key]) }
  }

  package func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  package func paste(_ text: String) throws {
    try tmux(["load-buffer", "-"], input: text)
    try tmux(["paste-buffer", "-p"])
  }

  package func resize(_ columns: Int, _ rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The screen's lines, blanks at their ends cut.
  package var lines: [String] {
    get throws {
      try tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast().map { line in
          var line = line
          while line.last == " " { line.removeLast() }
          return String(line)
        }
    }
  }

  package var screen: String { get throws { try lines.joined(separator: "\n") } }

  /// Where the terminal's cursor stands, from 0.
  package var cursor: (x: Int, y: Int) {
    get throws {
      let numbers = try tmux(["display", "-p", "#{cursor_x} #{cursor_y}"]).split(whereSeparator: {
        " \n".contains($0)
      })
      return (Int(numbers.first ?? "") ?? -1, Int(numbers.last ?? "") ?? -1)
    }
  }

  /// The process that runs in the window, below the shell and env.
  package var process: Int32 {
    get throws {
      let shell = try tmux(["display", "-p", "#{pane_pid}"]).trimmingCharacters(
        in: .whitespacesAndNewlines)
      let children = try Tool("pgrep").run(["-P", shell]).out
      guard let child = Int32(children.split(separator: "\n").first ?? "") else {
        throw NeverShown(description: "no process below \(shell)")
      }
      return child
    }
  }

  /// Waits until the screen fulfils something, or something holds that the keys led to.
  @discardableResult
  package func wait(_ what: String, until isThere: (String) throws -> Bool) throws -> String {
    let end = Date().addingTimeInterval(Tool.limit)
    var seen = ""
    while Date() < end {
      seen = try screen
      if try isThere(seen) { return seen }
      usleep(20_000)
    }
    throw NeverShown(description: "never seen: \(what)\n\(seen)")
  }

  @discardableResult
  package func wait(for text: String) throws -> String { try wait(text) { $0.contains(text) } }
}
