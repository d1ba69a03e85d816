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

    /// Columns and rows as the program is told them.
    package var size: [Int] {
      var size = winsize()
      let isKnown = withTerminal { ioctl($0, UInt(TIOCGWINSZ), &size) == 0 } ?? false
      return isKnown ? [Int(size.ws_col), Int(size.ws_row)] : []
    }

    /// Whether the program has its terminal in raw mode.
    fileprivate var readsKeys: Bool {
      var modes = termios()
      return withTerminal { tcgetattr($0, &modes) == 0 && modes.c_lflag & tcflag_t(ICANON) == 0 }
        ?? false
    }

    /// Whether it has not ended; one that nobody waited for has.
    package var runs: Bool {
      let status = try? String(contentsOfFile: "/proc/\(program)/stat", encoding: .utf8)
      return status.map { !$0.contains(") Z") } ?? false
    }

    private func withTerminal<R>(_ body: (Int32) -> R) -> R? {
      let file = Glibc.open("/proc/\(program)/fd/0", O_RDWR | O_NOCTTY | O_CLOEXEC)
      guard file >= 0 else { return nil }
      defer { _ = Glibc.close(file) }
      return body(file)
    }
  }

  package init() throws {
    folder = try Scratch()
    server = try Self.background(
      "Xvfb", "-displayfd 1 -screen 0 1600x900x24 -nolisten tcp > \(folder.path)/display")
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

  /// What each terminal is told of fonts: both take what DejaVu has not from one that has Han.
  private static let fonts = [
    "xterm": "-fa 'DejaVu Sans Mono' -fd 'WenQuanYi Zen Hei' -fs 8",
    "pterm": "-fn 'client:DejaVu Sans Mono 8'",
  ]

  /// Opens a terminal with `command` in it and waits until that reads keys.
  package func open(_ terminal: String, _ command: [String], size: String = "80x24") throws
    -> Window
  {
    let values = [
      "DISPLAY": display, "TZ": "Asia/Shanghai", "XUNFANG_HOME": Demo.home, "LC_ALL": "C.UTF-8",
    ]
    let line = command.map { "'\($0)'" }.joined(separator: " ")
    let process = try Self.background(
      terminal, "-geometry \(size) \(Self.fonts[terminal] ?? "") -e \(line) > /dev/null",
      environment: values)
    terminals.append(process)
    let id = try xdotool("search", "--sync", "--onlyvisible", "--pid", "\(process)")
    let window = try Self.wait("the program in \(terminal)") { () -> Window? in
      try Self.below(process).lazy.map { Window(id: id, program: $0) }.first(where: \.readsKeys)
    }
    try xdotool("windowfocus", "--sync", id)
    return window
  }

  /// The processes below one, at any depth: the program may stand behind another, such as strace.
  private static func below(_ process: pid_t) throws -> [pid_t] {
    let children = try Tool("pgrep").run(["-P", "\(process)"]).out.split(separator: "\n")
      .compactMap { pid_t($0) }
    return try children.flatMap { try below($0) } + children
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

  /// Types a text as a keyboard that has its characters.
  package func type(_ text: String, delay: Int) throws {
    try xdotool("type", "--delay", "\(delay)", text)
  }

  /// Has the text selected, to be pasted with Shift+Ins.
  package func select(_ text: String) throws {
    _ = try Tool("xclip").run(
      ["-selection", "primary"], input: text,
      environment: ["DISPLAY": display, "LC_ALL": "C.UTF-8"])
  }

  /// Makes the window as large as so many columns and rows; the program is told at its own pace.
  package func resize(_ window: Window, _ columns: Int, _ rows: Int) throws {
    try xdotool("windowsize", "--usehints", window.id, "\(columns)", "\(rows)")
  }

  /// The same, and waits until the program is told.
  package func settle(_ window: Window, _ columns: Int, _ rows: Int) throws {
    try resize(window, columns, rows)
    try wait("\(columns)×\(rows), not \(window.size)") { window.size == [columns, rows] }
  }

  /// Takes the window away, as its owner does who closes it.
  package func close(_ window: Window) throws { try xdotool("windowkill", window.id) }

  /// The screen as a picture in X's own form, for somebody to look at.
  package func picture(to path: String) throws {
    _ = try Tool("xwd").run(["-root", "-silent", "-out", path], environment: ["DISPLAY": display])
  }

  private static func wait<T>(_ what: String, _ find: () throws -> T?) throws -> T {
    let end = Date().addingTimeInterval(Tool.limit)
    while Date() < end {
      if let found = try find() { return found }
      usleep(20_000)
    }
    throw Tmux.NeverShown(description: "never: \(what)")
  }

  /// Waits whether something comes to hold.
  package func comes(within seconds: Double, _ holds: () throws -> Bool) throws -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if try holds() { return true }
      usleep(20_000)
    }
    return false
  }

  /// Waits until something holds.
  package func wait(_ what: String, until holds: () throws -> Bool) throws {
    _ = try Self.wait(what) { try holds() ? true : nil }
  }
}
