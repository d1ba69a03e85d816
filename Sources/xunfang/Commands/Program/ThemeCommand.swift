import ArgumentParser

/// `xunfang theme`: looking after theme files.
struct ThemeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "theme", abstract: .said("配色文件。", "配色檔案。", "Theme files."),
      subcommands: [ThemeCheckCommand.self])
  }
}
