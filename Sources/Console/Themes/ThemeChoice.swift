import Patrol
import Terminal

/// Which theme shows: the one that somebody chose, else the one for the terminal's background.
enum ThemeChoice {
  /// - Parameter shade: of the background, as far as it is known.
  static func name(_ chosen: String, _ shade: Shade?) -> String {
    guard chosen == DeskLikes.automaticTheme else { return chosen }
    return shade == .light ? "light" : "dark"
  }
}
