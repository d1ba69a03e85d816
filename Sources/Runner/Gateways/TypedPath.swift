import Glibc

/// A path as somebody types it.
enum TypedPath {
  /// `~/x.csv` with the folder that is meant.
  static func whole(_ typed: String) -> String {
    guard typed.hasPrefix("~/"), let home = getenv("HOME") else { return typed }
    return String(cString: home) + typed.dropFirst()
  }
}
