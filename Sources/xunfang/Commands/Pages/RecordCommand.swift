import ArgumentParser

/// `xunfang record`: a page appended to a book.
struct RecordCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "record", abstract: .said("在簿上记一页。", "在簿上記一頁。", "Append a page to a book."),
      subcommands: [
        RecordPatrolCommand.self, RecordInspectionCommand.self, RecordHandoverCommand.self,
      ])
  }
}
