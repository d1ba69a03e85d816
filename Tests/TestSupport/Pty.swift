import Foundation

/// A bare terminal around the program: its bytes as they are, in and out, and nobody who draws them.
package final class Pty {
  private let master: Int32
  /// The program's end, to look at what it has not read yet.
  private let terminal: Int32
  private var isOpen = true
  /// The process that was started.
  package let child: pid_t
  /// All that the program wrote.
  package private(set) var written: [UInt8] = []
  private var status: Int32?

  package struct NeverSeen: Error, CustomStringConvertible {
    package let description: String
  }

  /// Starts `command` with the terminal as its own.
  ///
  /// - Parameter environment: set beside the tests' own, TZ and the checkout's themes and tables.
  package init(
    _ command: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws {
    // Closed in every program that another test starts meanwhile: it would stay open there.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (locked, number): (Int32, Int32) = (0, 0)
    guard master >= 0, ioctl(master, Self.setLock, &locked) == 0,
      ioctl(master, Self.getNumber, &number) == 0
    else { throw NeverSeen(description: "no pty: \(String(cString: strerror(errno)))") }
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var values = ["TZ": "Asia/Shanghai", "XUNFANG_HOME": Demo.home, "LC_ALL": "C.UTF-8"]
    // A terminal has colours, whatever the tests' own output is to have.
    (values["TERM"], values["NO_COLOR"]) = ("xterm", "")
    terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    child = try Tool.spawn(
      command, environment: values.merging(environment) { $1 }, on: "/dev/pts/\(number)")
  }

  /// TIOCSPTLCK and TIOCGPTN, macros that Swift can't see.
  private static let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

  deinit {
    if status == nil { kill(child, SIGKILL) }
    close()
    if status == nil { waitpid(child, nil, 0) }
  }

  /// Closes the terminal, as a window that is closed.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    Glibc.close(terminal)
    Glibc.close(master)
  }

  package func send(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Sends pieces of so many bytes, each when the program has taken the one before.
  package func send(_ text: String, by size: Int) throws {
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      send(bytes[start..<min(start + size, bytes.count)])
      try wait("the bytes taken") {
        var left: Int32 = 0
        // FIONREAD, a macro that Swift can't see.
        return ioctl(terminal, 0x541B, &left) == 0 && left == 0
      }
    }
  }

  /// Sends something over and over, as a key that is held down, while the program lives.
  package func flood(_ text: String) {
    let (own, child, bytes) = (dup(master), child, Array(text.utf8))
    Thread.detachNewThread {
      defer { Glibc.close(own) }
      while kill(child, 0) == 0 {
        var polled = pollfd(fd: own, events: Int16(POLLOUT), revents: 0)
        if poll(&polled, 1, 50) > 0 { _ = write(own, bytes, bytes.count) }
      }
    }
  }

  /// Takes what the program has written by now.
  private func take(milliseconds: Int32) {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard isOpen, poll(&polled, 1, milliseconds) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = buffer.withUnsafeMutableBytes { read(master, $0.baseAddress, $0.count) }
    if count > 0 { written += buffer[..<count] } else { usleep(5000) }
  }

  package var text: String { String(decoding: written, as: UTF8.self) }

  /// Waits until something holds; what is written meanwhile is taken.
  package func wait(_ what: String, until holds: () throws -> Bool) throws {
    let end = Date().addingTimeInterval(Tool.limit)
    while try !holds() {
      guard Date() < end else {
        throw NeverSeen(description: "never: \(what)\n\(text.suffix(3000).debugDescription)")
      }
      take(milliseconds: 20)
    }
  }

  /// Waits until the program has written `text` since the last call.
  package func wait(for text: String) throws {
    let bytes = Array(text.utf8)
    try wait(text) { written.firstRange(of: bytes) != nil }
    written = []
  }

  /// Waits for the program's end and returns its status as a shell gives it.
  package func end() throws -> Int32 {
    var raw: Int32 = 0
    try wait("the end of the program") { waitpid(child, &raw, WNOHANG) == child }
    take(milliseconds: 0)
    let ended = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + (raw & 0x7F)
    status = ended
    return ended
  }

  /// Seconds of processor time that the program has used.
  package func processorTime(of process: pid_t? = nil) throws -> Double {
    let line = try String(contentsOfFile: "/proc/\(process ?? child)/stat", encoding: .utf8)
    let fields = line.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      throw NeverSeen(description: "stat of \(child): \(line)")
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Whether the terminal echoes and gives whole lines, as a shell expects it.
  package var isCooked: Bool {
    var modes = termios()
    return tcgetattr(master, &modes) == 0 && modes.c_lflag & tcflag_t(ECHO) != 0
      && modes.c_lflag & tcflag_t(ICANON) != 0
  }
}
