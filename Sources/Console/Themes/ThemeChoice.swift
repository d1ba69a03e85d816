import Patrol
import Terminal
import Wording

/// Which theme shows: the one that somebody chose, else the one for the terminal's background.
enum ThemeChoice {
  /// - Parameter shade: of the background, as far as it is known.
  static func name(_ chosen: String, _ shade: Shade?) -> String {
    guard chosen == Station.automaticTheme else { return chosen }
    return shade == .light ? "light" : "dark"
  }

  /// What the list of themes calls it.
  static func title(_ name: String, in language: Language) -> String {
    name == Station.automaticTheme
      ? Phrase("随终端背景", "隨終端背景", "As the terminal's background")[language] : name
  }
}
