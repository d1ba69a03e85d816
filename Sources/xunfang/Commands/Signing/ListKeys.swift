import ArgumentParser

/// `xunfang key list`: who has a key, and who had one.
extension KeyCommand {
  /// Prints a row for each key, oldest first: a person has as many as there were.
  struct ListKeys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Everybody's keys, the ended ones too.")

    @OptionGroup var format: FormatOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let snapshot = try runner.snapshot
        let rows = snapshot.keys.map { key in
          [
            key.who.code, key.who.name, runner.moment(key.from),
            key.until.map(runner.moment) ?? "",
            snapshot.isAgent(key.who.code) ? "ssh-agent" : "PIN", key.print.text,
          ]
        }
        Output.table(
          [
            ("Person", "Person"), ("Name", "Name"), ("From", "From"), ("Until", "Until"),
            ("Kept", "Kept"), ("Fingerprint", "Fingerprint"),
          ], rows, format)
        return Outcomes.read(try runner.unread(), shared, .success)
      }
    }
  }
}
