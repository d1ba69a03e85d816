/// What holds for the whole data directory.
package enum SettingsCommand: Hashable, Sendable {
  /// Fields of the station's settings, by name.
  case setStation([String: String])
  /// Somebody says that the clock is right, however far it lies from what was written last.
  case trustClock

  var needs: Need {
    switch self {
    // How the desk likes to be drawn says nothing of anybody.
    case .setStation(let texts):
      DeskLikes.looks.isSuperset(of: texts.keys) ? .lock : .keeper
    case .trustClock: .nothing
    }
  }
}

extension Command {
  package static let trustClock = settings(.trustClock)

  package static func setStation(_ texts: [String: String]) -> Command {
    .settings(.setStation(texts))
  }
}
