import ArgumentParser

/// `xunfang correct`: strikes out and rewrites.
///
/// Prints the page that corrects. A field that the book does not have is wrong usage (64): nobody
/// has refused anything.
struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Strike out fields of a page and write them anew.")

  @OptionGroup var page: PageArguments
  @Option(help: "Why.") var reason: String
  @Option(
    name: .customLong("set"), parsing: .singleValue, help: "A field's new wording: Field=value.")
  var fields: [String]
  @OptionGroup var signer: OptionalSignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let changes = try Assignments.read(fields)
      let id = try page.id()
      let columns = Program.kinds.page(in: id.book.kind)?.columns ?? []
      for name in changes.keys where !columns.contains(where: { $0.name == name }) {
        throw ValidationError("there is no field “\(name)”")
      }
      return try signer.carryOut(
        .correct(id, changes: changes, reason: reason),
        signed: .correct(id, changes: changes, reason: reason), runner, shared)
    }
  }
}
