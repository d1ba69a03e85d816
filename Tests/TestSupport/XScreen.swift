import Foundation

/// A screen that nobody sees (Xvfb), and keys pressed there as a keyboard presses them (XTEST): for
/// terminals that people use.
package final class XScreen {
  private let server: pid_t
  private let display: String
  private let folder: Scratch
  private var terminals: [pid_t] = []

  /// A terminal's window and the program that runs in it.
  package struct Window {
    package let id: String
    package let program: pid_t
  }

  package init() throws {
    folder = try Scratch()
    server = try Self.background(
      "Xvfb", "-displayfd 1 -screen 0 1000x700x24 -nolisten tcp > \(folder.path)/display")
    let file = folder
    display = try Self.wait("the display") {
      guard file.exists("display"), let text = try? file.text("display"), text.hasSuffix("\n")
      else { return nil }
      return ":" + text.dropLast()
    }
  }

  deinit {
    for process in terminals { kill(process, SIGTERM) }
    kill(server, SIGTERM)
  }

  /// Starts a program and leaves it running; returns its process.
  private static func background(
    _ name: String, _ arguments: String, environment: [String: String] = [:]
  ) throws -> pid_t {
    _ = try Tool(name)
    let result = try Tool("sh").run(
      ["-c", "\(name) \(arguments) 2>/dev/null & echo $!"], environment: environment)
    guard let process = pid_t(result.out.dropLast()) else {
      throw Tmux.NeverShown(description: "\(name) did not start: \(result.err)")
    }
    return process
  }

  /// Opens a terminal with `command` in it and waits until that reads keys.
  package func open(_ terminal: String, _ command: [String]) throws -> Window {
    let values = [
      "DISPLAY": display, "TZ": "Asia/Shanghai", "XUNFANG_HOME": Demo.home, "LC_ALL": "C.UTF-8",
    ]
    let line = command.map { "'\($0)'" }.joined(separator: " ")
    let process = try Self.background(
      terminal, "-geometry 80x24 -e \(line) > /dev/null", environment: values)
    terminals.append(process)
    let program = try Self.wait("the program in \(terminal)") { () -> pid_t? in
      let children = try Tool("pgrep").run(["-P", "\(process)"]).out
      return children.split(separator: "\n").compactMap { pid_t($0) }.first(where: Self.readsKeys)
    }
    let id = try xdotool("search", "--sync", "--onlyvisible", "--class", terminal)
    try xdotool("windowfocus", "--sync", id)
    return Window(id: id, program: program)
  }

  /// Whether the process has its terminal in raw mode.
  private static func readsKeys(_ process: pid_t) -> Bool {
    let file = Glibc.open("/proc/\(process)/fd/0", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { _ = Glibc.close(file) }
    var modes = termios()
    return tcgetattr(file, &modes) == 0 && modes.c_lflag & tcflag_t(ICANON) == 0
  }

  @discardableResult
  private func xdotool(_ arguments: String...) throws -> String {
    let result = try Tool("xdotool").run(arguments, environment: ["DISPLAY": display])
    guard result.status == 0 else {
      throw Tmux.NeverShown(description: "xdotool \(arguments): \(result.err)")
    }
    return String(result.out.split(separator: "\n").last ?? "")
  }

  /// Presses keys by their names in X: `F2`, `KP_1`, `Return`.
  package func press(_ keys: String) throws {
    let names = keys.split(separator: " ").map(String.init)
    let result = try Tool("xdotool").run(
      ["key", "--delay", "15"] + names, environment: ["DISPLAY": display])
    guard result.status == 0 else { throw Tmux.NeverShown(description: result.err) }
  }

  /// Has the text selected, to be pasted with Shift+Ins.
  package func select(_ text: String) throws {
    _ = try Tool("xclip").run(
      ["-selection", "primary"], input: text,
      environment: ["DISPLAY": display, "LC_ALL": "C.UTF-8"])
  }

  package func resize(_ window: Window, _ width: Int, _ height: Int) throws {
    try xdotool("windowsize", "--sync", window.id, "\(width)", "\(height)")
  }

  /// Takes the window away, as its owner does who closes it.
  package func close(_ window: Window) throws { try xdotool("windowkill", window.id) }

  /// The screen as a picture in X's own form, for somebody to look at.
  package func picture(to path: String) throws {
    _ = try Tool("xwd").run(["-root", "-silent", "-out", path], environment: ["DISPLAY": display])
  }

  private static func wait<T>(_ what: String, _ find: () throws -> T?) throws -> T {
    let end = Date().addingTimeInterval(20)
    while Date() < end {
      if let found = try find() { return found }
      usleep(20_000)
    }
    throw Tmux.NeverShown(description: "never: \(what)")
  }

  /// Waits until something holds, twenty seconds at most.
  package func wait(_ what: String, until holds: () throws -> Bool) throws {
    _ = try Self.wait(what) { try holds() ? true : nil }
  }
}
