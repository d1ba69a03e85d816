import ArgumentParser

/// `xunfang record`: a page appended to a book.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Append a page to a book.",
    subcommands: [
      RecordPatrolCommand.self, RecordInspectionCommand.self, RecordHandoverCommand.self,
    ])
}
