/// Everything that can be done, by what it is about.
///
/// A key press and a subcommand both end in one of these. Each subject's own list says what its
/// commands need, and `Runner` has one file a subject that carries them out.
package enum Command: Hashable, Sendable {
  case day(DayCommand)
  case pages(PageCommand)
  case signing(SigningCommand)
  case registers(RegisterCommand)
  case roster(RosterCommand)
  case settings(SettingsCommand)
  case files(FileCommand)
  case drafts(DraftCommand)
  case shift(ShiftCommand)
  case annex(AnnexCommand)
  case messages(MessageCommand)

  package var needs: Need {
    switch self {
    case .day(let command): command.needs
    case .pages(let command): command.needs
    case .signing(let command): command.needs
    case .registers(let command): command.needs
    case .roster(let command): command.needs
    case .settings(let command): command.needs
    case .files(let command): command.needs
    case .drafts(let command): command.needs
    case .shift(let command): command.needs
    case .annex(let command): command.needs
    case .messages(let command): command.needs
    }
  }
}

extension Command {
  /// Whether somebody's PIN is part of it.
  package var takesPIN: Bool {
    switch self {
    case .signing, .shift(.open), .files(.found), .annex(.open), .messages(.send(_, .some)),
      .messages(.extend):
      true
    default: false
    }
  }
}

/// What has to be had before a command is carried out.
package enum Need: Hashable, Sendable {
  case nothing
  /// That nobody else writes: only one such command is carried out at a time in a data directory, and
  /// its rules are checked while no other can write. For all that changes more than what is being typed.
  case lock
  /// The lock, and an officer who has opened the shift: for all that is written in nobody's own hand.
  case keeper
}
