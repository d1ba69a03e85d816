import ArgumentParser
import Books
import Console

/// `xunfang theme check FILE`: unknown roles, contrast, pairs that colour-blind eyes can't tell.
///
/// Prints a line for each finding; exit code 1 if there is any, 2 for a file that is no theme.
struct ThemeCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: .said("检查一个配色文件。", "檢查一個配色檔案。", "Check a theme file."))
  }

  @Argument(help: .said("文件。", "檔案。", "The file.")) var file: String
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let name = file.lastIndex(of: "/").map { String(file[file.index(after: $0)...]) } ?? file
      let theme = try ThemeFile.theme(try GivenFile(file).read(), name: name, file: file)
      let findings = ThemeCheck.findings(theme)
      for finding in findings { Output.line(finding[shared.spoken]) }
      return findings.isEmpty ? .success : Outcomes.found
    }
  }
}
