import CNcurses
import CPosix
import Glibc

/// A real terminal behind ncursesw; the only caller of ncurses.
///
/// ncurses draws; the keys are read by us, so that Esc, pastes and cursor reports are ours to tell
/// apart. It is given whole rows of whole characters: ncursesw 6.4 shifts a row when it is left to
/// repair half of a wide character.
@MainActor
package final class CursesDevice: TerminalDevice {
  package private(set) var size: Size
  package let depth: Depth
  /// What was found out about terminal and locale, for `doctor` and the message line.
  package let facts: TerminalFacts
  nonisolated package let wake: @Sendable () -> Void

  private let signals: SignalPipe
  private var decoder: KeyDecoder
  private var shown: Surface?
  private var shownTheme: Theme?
  private var pairs: [Int: Int16] = [:]
  private var isOpen = false
  /// When the last byte came: silence is measured from there, even if something else wakes the loop.
  private var lastByte = ContinuousClock.now

  /// Opens the terminal; nil when standard input or output is none.
  package init?(environment: (String) -> String?) {
    guard isatty(0) == 1, isatty(1) == 1, let signals = SignalPipe() else { return nil }
    self.signals = signals
    wake = signals.wake
    facts = TerminalFacts.settle(environment: environment)
    TerminalGuard.begin(resets: facts.answersReports ? [Self.pastesPlain] : [])
    initscr()
    raw()
    noecho()
    nonl()
    curses_come_back()
    var colours = 0
    if has_colors(), environment("NO_COLOR") ?? "" == "" {
      start_color()
      use_default_colors()
      colours = Int(curses_colors())
    }
    depth = colours >= 256 ? .c256 : colours >= 8 ? .c8 : .mono
    decoder = KeyDecoder(
      described: TerminalFacts.keys(), encoding: facts.encoding,
      patience: Patience(environment: environment))
    size = Size(Int(getmaxx(curses_screen())), Int(getmaxy(curses_screen())))
    isOpen = true
    fitToWindow()
    enterModes()
    if facts.answersReports { send(probe.question) }
  }

  package var probe: Probe {
    Probe(
      isLocal: facts.encoding != .utf8, shade: facts.shade,
      asksShade: facts.answersReports && depth != .mono && !facts.isLinuxConsole)
  }

  private static let pastesPlain = "\u{1B}[?2004l"

  /// Cursor keys as described and bracketed paste on; the numeric keypad stays digits, which PuTTY
  /// would make four function keys of.
  private func enterModes() {
    let cursorKeys = curses_capability("smkx")
    curses_send(cursorKeys)
    if let cursorKeys, String(cString: cursorKeys).contains("\u{1B}=") { send("\u{1B}>") }
    if facts.answersReports { send("\u{1B}[?2004h") }
  }

  private func leaveModes() {
    if facts.answersReports { send(Self.pastesPlain) }
    curses_send(curses_capability("rmkx"))
  }

  /// Leaves the terminal as it was found.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    // A terminal that takes nothing more would be waited for without end.
    if !isWritable(1) { tcflush(1, TCOFLUSH) }
    leaveModes()
    endwin()
    TerminalGuard.end()
  }

  private func isWritable(_ file: Int32) -> Bool {
    var polled = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
    return poll(&polled, 1, 0) > 0
  }

  private func send(_ text: String) {
    fflush(nil)
    let bytes = facts.encoding.bytes(text)
    guard !bytes.isEmpty else { return }
    _ = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
  }

  private func fitToWindow() {
    var (rows, columns) = (UInt16(0), UInt16(0))
    guard posix_window_size(1, &rows, &columns) == 0, rows > 0, columns > 0 else { return }
    if size != Size(Int(columns), Int(rows)) { resizeterm(Int32(rows), Int32(columns)) }
    size = Size(Int(columns), Int(rows))
  }

  package func show(_ surface: Surface, theme: Theme) {
    guard isOpen else { return }
    let isNewTheme = shownTheme != theme
    for y in 0..<min(surface.size.height, size.height) {
      if !isNewTheme, let shown, shown.size == surface.size, shown.row(y) == surface.row(y) {
        continue
      }
      drawRow(surface.row(y), y, theme)
    }
    (shown, shownTheme) = (surface, theme)
    let caret = surface.caret ?? Point(0, max(0, surface.size.height - 1))
    _ = curs_set(surface.caret == nil ? 0 : 1)
    wmove(
      curses_screen(), Int32(min(caret.y, size.height - 1)), Int32(min(caret.x, size.width - 1)))
    wrefresh(curses_screen())
  }

  private func drawRow(_ row: ArraySlice<Cell>, _ y: Int, _ theme: Theme) {
    curses_clear_row(Int32(y))
    let lastCell = row.endIndex - 1
    // Cells of one role mostly stand one after another.
    var look: (role: Role, attributes: attr_t, pair: Int16)?
    for (x, at) in row.indices.enumerated() where row[at].width > 0 {
      let role = row[at].role
      let drawn: (attributes: attr_t, pair: Int16)
      if let look, look.role == role {
        drawn = (look.attributes, look.pair)
      } else {
        let style = theme.style(role, depth)
        drawn = (attributes(style), pair(style))
        look = (role, drawn.attributes, drawn.pair)
      }
      // At the lower right corner, where writing would scroll, ncurses can only put one cell.
      let isCorner = y == size.height - 1 && at + row[at].width > lastCell
      let character = isCorner && row[at].width > 1 ? " " : row[at].character
      withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 6) { text in
        var count = 0
        for scalar in character.unicodeScalars.prefix(5) {
          text[count] = wchar_t(bitPattern: scalar.value)
          count += 1
        }
        text[count] = 0
        curses_put(Int32(y), Int32(x), text.baseAddress, drawn.attributes, drawn.pair)
      }
    }
  }

  private func attributes(_ style: Style) -> attr_t {
    var attributes: attr_t = 0
    if style.isBold { attributes |= curses_bold }
    if style.isDim { attributes |= curses_dim }
    if style.isUnderlined { attributes |= curses_underline }
    if style.isReversed { attributes |= curses_reverse }
    return attributes
  }

  private func pair(_ style: Style) -> Int16 {
    guard depth != .mono, style.foreground >= 0 || style.background >= 0 else { return 0 }
    let key = (style.foreground + 1) * 1000 + style.background + 1
    if let pair = pairs[key] { return pair }
    let number = Int16(pairs.count + 1)
    guard Int32(number) < curses_pairs() else { return 0 }
    init_pair(number, Int16(style.foreground), Int16(style.background))
    pairs[key] = number
    return number
  }

  package func wait(milliseconds: Int) -> [DeviceEvent] {
    var limit = milliseconds
    if let left = silenceLeft { limit = min(limit, left) }
    var polled = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    poll(&polled, 2, Int32(limit))
    var events: [DeviceEvent] = []
    if polled[1].revents != 0 { events += signals.drain().compactMap(event) }
    if polled[0].revents != 0 {
      events += readKeys()
    } else if let left = silenceLeft, left <= 0 {
      events += decoder.pass().map(DeviceEvent.input)
    }
    return events
  }

  /// Milliseconds of silence that what has begun may still last; nil when nothing has.
  private var silenceLeft: Int? {
    decoder.patience.map { patience in
      let silent = (ContinuousClock.now - lastByte) / .milliseconds(1)
      return max(0, patience - Int(silent))
    }
  }

  package func waitForWake(milliseconds: Int) {
    var polled = pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0)
    if poll(&polled, 1, Int32(milliseconds)) > 0 { _ = signals.drain() }
  }

  private func readKeys() -> [DeviceEvent] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    guard count > 0 else { return [.hangUp] }
    // What was typed may be a PIN: its bytes are not left lying about.
    defer {
      buffer.withUnsafeMutableBytes {
        if let base = $0.baseAddress { explicit_bzero(base, $0.count) }
      }
    }
    lastByte = .now
    return decoder.feed(buffer[..<count]).map(DeviceEvent.input)
  }

  private func event(_ signal: Int32) -> DeviceEvent? {
    switch signal {
    case SIGWINCH:
      fitToWindow()
      shown = nil
      return .resize(size)
    case SIGHUP, SIGTERM, SIGINT, SIGQUIT: return .hangUp
    case SIGCONT:
      if isOpen { redrawAll() }
      return .resumed
    default: return nil
    }
  }

  package func redrawAll() {
    shown = nil
    clearok(curses_screen(), true)
  }

  package func ring() { beep() }

  package func suspend() {
    leaveModes()
    endwin()
    kill(0, SIGSTOP)
    raw()
    fitToWindow()
    enterModes()
    redrawAll()
  }
}
