import ArgumentParser

/// `xunfang theme`: looking after theme files.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "Theme files.", subcommands: [ThemeCheckCommand.self])
}
