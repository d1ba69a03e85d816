import CNcurses
import Glibc

/// What was found out about locale and terminal before the screen opens.
package struct TerminalFacts: Hashable, Sendable {
  /// `TERM` as it was, and the description used in its place when that one is unknown.
  package let term: String
  package let termUsed: String
  /// The character locale in force.
  package let locale: String
  package let localeAsked: String
  /// How the terminal writes characters: as that locale does.
  package let encoding: TextEncoding
  /// Whether it is worth asking where the cursor is.
  package let answersReports: Bool
  /// The kernel's console: 512 glyphs, no Han.
  package let isLinuxConsole: Bool
  /// What the environment says about the background.
  package let shade: Shade?

  /// How many colours the description promises.
  package var colours: Int { max(0, Int(curses_number("colors"))) }

  /// Whether the C library's callers count by our table: the `wcwidth` in force is ours.
  package var widthIsOurs: Bool { curses_wcwidth(0x2EBF0) == 2 }

  /// A locale of another encoding than UTF-8 was asked for and is not installed: the terminal will
  /// hardly be one of UTF-8.
  package var lacksLocale: Bool {
    let codeset = localeAsked.split(separator: ".").dropFirst().first ?? ""
    let plain = codeset.filter { $0 != "-" }.uppercased()
    return encoding == .utf8 && !["", "UTF8"].contains(plain)
  }

  /// Sets locale and terminal description: what the environment asks for, or the nearest that works.
  package static func settle(environment: (String) -> String?) -> TerminalFacts {
    let asked = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(environment).first { !$0.isEmpty } ?? ""
    let locale = settleLocale()
    let term = environment("TERM") ?? ""
    let used = settleTerm(term)
    let answers = curses_capability("u7").map { String(cString: $0).contains("6n") } ?? false
    return TerminalFacts(
      term: term, termUsed: used, locale: locale, localeAsked: asked,
      encoding: TextEncoding(codeset: codeset), answersReports: answers,
      isLinuxConsole: used.hasPrefix("linux"), shade: Shade(variable: environment("COLORFGBG")))
  }

  /// How a terminal of the environment's locale writes characters.
  package static func encoding() -> TextEncoding {
    _ = settleLocale()
    return TextEncoding(codeset: codeset)
  }

  /// The environment's locale if it can write Chinese, else the first UTF-8 one there is.
  private static func settleLocale() -> String {
    for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"] {
      guard let set = curses_set_ctype(name) else { continue }
      if curses_is_multibyte() == 1 { return String(cString: set) }
    }
    return "C"
  }

  /// UTF-8 where no locale that can write Chinese is installed: most terminals are of it.
  private static var codeset: String {
    curses_is_multibyte() == 1 ? String(cString: nl_langinfo(Int32(CODESET))) : "UTF-8"
  }

  /// `initscr` would end the process on an unknown TERM; so the nearest known one is taken.
  private static func settleTerm(_ term: String) -> String {
    for candidate in [term] + standIns(for: term) where !candidate.isEmpty {
      // A terminal that can't move its cursor, such as `dumb`, can't show a screen either.
      if curses_setup(candidate) == 1, curses_capability("cup") != nil {
        setenv("TERM", candidate, 1)
        return candidate
      }
    }
    return term
  }

  static func standIns(for term: String) -> [String] {
    if term.hasPrefix("screen") || term.hasPrefix("tmux") {
      return ["screen-256color", "screen", "vt100"]
    }
    if term.hasPrefix("linux") { return ["linux", "vt100", "ansi"] }
    let modern = [
      "xterm", "alacritty", "foot", "kitty", "wezterm", "ghostty", "konsole", "gnome", "putty",
      "kmscon", "rxvt", "st",
    ]
    if modern.contains(where: term.hasPrefix) {
      return ["xterm-256color", "xterm", "vt100", "ansi"]
    }
    return ["vt100", "xterm", "ansi"]
  }

  /// The key sequences that the terminal's description names.
  static func keys() -> [[UInt8]: Key] {
    let named: [(String, Key)] =
      [
        ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
        ("kend", .end), ("knp", .pageDown), ("kpp", .pageUp), ("kich1", .insert),
        ("kdch1", .delete), ("kcbt", .backTab),
      ] + (1...12).map { ("kf\($0)", .f($0)) }
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in named {
      guard let sequence = curses_capability(name) else { continue }
      let bytes = Array(String(cString: sequence).utf8)
      if bytes.count > 1, bytes.first == 0x1B { keys[bytes] = key }
    }
    return keys
  }

  /// Whether ncurses counts every Han character as two cells: our `wcwidth` is the one in force.
  @MainActor
  package static func selfTest() -> Bool {
    let text: [wchar_t] = [0x2EBF0, 0]
    return curses_measured_width(text) == 2
  }
}
